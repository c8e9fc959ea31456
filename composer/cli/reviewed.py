"""The letter that a command is about, with its findings."""

from datetime import date
from pathlib import Path
from typing import Any

from composer.cli.command import warn
from composer.domain.letter import Letter
from composer.library.library import Library
from composer.work import letters
from composer.work.documents import making
from composer.work.documents.files import require_house_style
from composer.work.libraries import open_library


def reviewed(options: Any) -> tuple[making.Reviewed, Library, Library]:
    library = open_library(options.bibliotheek)
    warn(library)
    letter, rendering = letters.open_letter(options.letter, library)
    return making.review(letter, rendering, library, date.today()), library, rendering


def reviewed_for_document(options: Any) -> tuple[making.Reviewed, Library, Library]:
    """As `reviewed`; raises ComposerError about the line that names a house style which is not there."""
    letter, library, rendering = reviewed(options)
    check_house_style(letter.letter, rendering, options.letter)
    return letter, library, rendering


def check_house_style(letter: Letter, library: Library, path: Path) -> None:
    """Raises ComposerError about the line of the letter in file `path`, or of its municipality."""
    municipality = library.municipalities.get(letter.municipality or "")
    if letter.house_style:
        require_house_style(library, letter.house_style, path, letters.line_of("huisstijl:", path))
    elif municipality and municipality.house_style:
        place = library.places["Municipality", municipality.cbs]
        require_house_style(library, municipality.house_style, place.path, place.line)
