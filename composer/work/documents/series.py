"""The same letter for many municipalities, each a Word document of its own."""

import re
from collections.abc import Callable
from datetime import date
from functools import cache, partial
from pathlib import Path

from composer.assemble.letter import Assembler
from composer.domain.errors import ComposerError
from composer.domain.letter import Letter
from composer.domain.municipality import Municipality
from composer.library.library import Library, fold
from composer.library.store import make_empty_folder, save_unsynced, sync_all
from composer.work.documents.files import house_style, render_checked
from composer.work.program.parallel import in_parallel


def select_municipalities(which: str, library: Library, day: date) -> tuple[Municipality, ...]:
    """The municipalities of `alle`, `regio:ID` or names and codes with commas; raises ComposerError for what is unknown."""
    if which.strip() == "alle":
        return tuple(m for m in library.municipalities.values() if m.exists_on(day))
    if which.startswith("regio:"):
        return _members(which.removeprefix("regio:"), library)
    named = dict.fromkeys(library.find_municipality(name).cbs for name in which.split(",") if name.strip())
    if not named:
        raise ComposerError("er is geen gemeente genoemd; schrijf alle, regio:ID, of namen met komma's ertussen")
    return tuple(library.municipalities[cbs] for cbs in named)


def _members(region_id: str, library: Library) -> tuple[Municipality, ...]:
    region = library.regions.get(region_id)
    if region is None:
        raise ComposerError(f"regio “{region_id}” bestaat niet; kies uit {', '.join(sorted(library.regions))}")
    if not region.members:
        raise ComposerError(f"van regio “{region.name}” zijn de gemeenten nog niet bekend; noem ze zelf, met komma's")
    return tuple(library.municipalities[cbs] for cbs in region.members if cbs in library.municipalities)


Progress = Callable[[int, int], object]


def _untold(made: int, wanted: int) -> None:
    pass


def make_series(
    letter: Letter, library: Library, which: str, folder: Path, on_progress: Progress = _untold
) -> list[Path]:
    """Writes drafts as FOLDER/GMxxxx-naam.docx, without what the letter captured of its own municipality; returns the paths.

    `on_progress` is called with the number made and the total, and may raise to stop; files made by then stay.
    """
    municipalities = select_municipalities(which, library, letter.reference_date)
    make_empty_folder(folder)
    workshop = _Workshop(letter, library, folder)
    try:
        for made, _ in enumerate(in_parallel(workshop.make, municipalities), 1):
            on_progress(made, len(municipalities))
    finally:
        sync_all()
    return [workshop.target(each) for each in municipalities]


class _Workshop:
    """Makes letters one after another, sharing what they have in common."""

    def __init__(self, letter: Letter, library: Library, folder: Path) -> None:
        self._letter, self._folder = letter, folder
        self._assembler = Assembler(library)
        self._style = cache(partial(house_style, library))  # one look, whatever is changed meanwhile

    def target(self, municipality: Municipality) -> Path:
        return self._folder / f"{municipality.cbs}-{slug(municipality.name)}.docx"

    def make(self, municipality: Municipality) -> None:
        assembly = self._assembler.assemble(_addressed(self._letter, municipality))
        style = self._style(assembly.document.house_style)
        data = render_checked(assembly.document, style, ".docx", assembly.pieces)
        save_unsynced(self.target(municipality), data)


def _addressed(letter: Letter, municipality: Municipality) -> Letter:
    """A draft for another municipality, with an id of its own."""
    own = f"{letter.id[:60]}-{municipality.cbs}"
    changes = {"municipality": municipality.cbs, "region": None, "national": False, "captured": None}
    return letter.model_copy(update={**changes, "id": own, "state": "concept"})


def slug(name: str) -> str:
    """A name as part of a file name: s-hertogenbosch."""
    return re.sub(r"[^a-z0-9]+", "-", fold(name)).strip("-")
