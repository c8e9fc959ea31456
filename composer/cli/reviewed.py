"""The letter that a command is about, with its findings."""

from datetime import date
from typing import Any

from composer.cli.command import warn
from composer.library.library import Library
from composer.work import letters
from composer.work.documents import making
from composer.work.libraries import open_library


def reviewed(options: Any) -> tuple[making.Reviewed, Library, Library]:
    library = open_library(options.bibliotheek)
    warn(library)
    letter, rendering = letters.open_letter(options.letter, library)
    return making.review(letter, rendering, library, date.today()), library, rendering
