"""The same letter for many municipalities, each a Word document of its own."""

import re
from datetime import date
from pathlib import Path

from composer.assemble.letter import Assembler
from composer.domain.errors import ComposerError
from composer.domain.letter import Letter
from composer.domain.municipality import Municipality
from composer.export.house_style import HouseStyle
from composer.library.library import Library, fold
from composer.library.store import make_empty_folder, save
from composer.work.making import house_style, sound


def chosen(which: str, library: Library, day: date) -> tuple[Municipality, ...]:
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


def make_series(letter: Letter, library: Library, which: str, folder: Path) -> list[Path]:
    """Drafts as FOLDER/GMxxxx-naam.docx; what the letter kept of its own municipality is left out."""
    municipalities = chosen(which, library, letter.reference_date)
    make_empty_folder(folder)
    assembler = Assembler(library)
    styles: dict[str, HouseStyle] = {}
    return [_made(_addressed(letter, m), m, assembler, styles, folder) for m in municipalities]


def _addressed(letter: Letter, municipality: Municipality) -> Letter:
    """A draft for another municipality, with an id of its own."""
    own = f"{letter.id[:60]}-{municipality.cbs}"
    changes = {"municipality": municipality.cbs, "region": None, "national": False, "captured": None}
    return letter.having(**changes, id=own, state="concept")


def _made(
    letter: Letter, municipality: Municipality, assembler: Assembler, styles: dict[str, HouseStyle], folder: Path
) -> Path:
    document = assembler.assemble(letter).document
    if document.house_style not in styles:
        styles[document.house_style] = house_style(assembler.library, document.house_style)
    target = folder / f"{municipality.cbs}-{slug(municipality.name)}.docx"
    save(target, sound(document, styles[document.house_style], ".docx"))
    return target


def slug(name: str) -> str:
    """A name as part of a file name: s-hertogenbosch."""
    return re.sub(r"[^a-z0-9]+", "-", fold(name)).strip("-")
