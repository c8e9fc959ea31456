"""The summary of a letter file for the list of recent letters."""

from pathlib import Path

from composer.domain.errors import ComposerError
from composer.domain.letter import Letter
from composer.library.letters import read_letter
from composer.library.library import Library
from composer.work.program.recent_letters import GONE, RecentLetter, last_modified


def summarise(path: Path, library: Library) -> RecentLetter:
    """The row for a letter file; for a missing or unreadable file, with the `problem`."""
    when = last_modified(path)
    if when is None:
        return RecentLetter(path, path.stem, "", "", None, GONE)
    try:
        letter = read_letter(path)
    except ComposerError:
        return RecentLetter(path, path.stem, "", "", when, "kan niet worden gelezen")
    return RecentLetter(path, letter_title(letter, library), addressee_name(letter, library), letter.state, when)


def letter_title(letter: Letter, library: Library) -> str:
    """The subject that its writer gave it, else what its template starts from."""
    template = library.templates.get(letter.template)
    entry = template.field("onderwerp") if template else None
    given = letter.fields.get("onderwerp") or (entry.default if entry else None)
    return given or (template.title if template else "Brief")


def addressee_name(letter: Letter, library: Library) -> str:
    """The name of the letter's addressee."""
    if letter.municipality:
        municipality = library.municipalities.get(letter.municipality)
        return municipality.name if municipality else letter.municipality
    region = library.regions.get(letter.region or "")
    return region.name if region else "alle gemeenten"
