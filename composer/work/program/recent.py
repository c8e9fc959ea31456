"""Letters that were open before, with their state, for the user to go on with."""

import stat
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from composer.domain.dutch import MONTHS
from composer.domain.errors import ComposerError
from composer.domain.letter import Letter
from composer.library.letters import read_letter
from composer.library.library import Library


@dataclass(frozen=True, slots=True)
class Recent:
    """A letter file as the list shows it; `problem` says why it cannot be opened."""

    path: Path
    title: str
    addressee: str
    state: str
    changed: datetime | None
    problem: str = ""


def recent(path: Path, library: Library) -> Recent:
    """What a letter file is about; a file that is gone or cannot be read says so."""
    changed = _changed(path)
    if changed is None:
        return Recent(path, path.stem, "", "", None, "niet meer gevonden")
    try:
        letter = read_letter(path)
    except ComposerError:
        return Recent(path, path.stem, "", "", changed, "kan niet worden gelezen")
    return Recent(path, title(letter, library), addressee_name(letter, library), letter.state, changed)


def _changed(path: Path) -> datetime | None:
    """When a file was written last; None when there is none, or its folder or share cannot be reached."""
    try:
        found = path.stat()
    except (OSError, ValueError):  # ValueError is for a name that no file can have
        return None
    return datetime.fromtimestamp(found.st_mtime) if stat.S_ISREG(found.st_mode) else None


def title(letter: Letter, library: Library) -> str:
    """The subject that its writer gave it, else what its template starts from."""
    template = library.templates.get(letter.template)
    entry = template.field("onderwerp") if template else None
    given = letter.fields.get("onderwerp") or (entry.default if entry else None)
    return given or (template.title if template else "Brief")


def addressee_name(letter: Letter, library: Library) -> str:
    """For whom a letter is, in one name."""
    if letter.municipality:
        municipality = library.municipalities.get(letter.municipality)
        return municipality.name if municipality else letter.municipality
    region = library.regions.get(letter.region or "")
    return region.name if region else "alle gemeenten"


def moment_in_words(moment: datetime, now: datetime) -> str:
    """vandaag 14:02, gisteren 9:15, 3 december, 3 december 2024"""
    days = (now.date() - moment.date()).days
    if days in (0, 1):
        return f"{'gisteren' if days else 'vandaag'} {moment.hour}:{moment.minute:02}"
    day = f"{moment.day} {MONTHS[moment.month - 1]}"
    return day if moment.year == now.year else f"{day} {moment.year}"
