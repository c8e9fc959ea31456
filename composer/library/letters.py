"""Letter files: YAML, read with line numbers, written whole, upgraded on reading."""

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

from composer.domain.errors import ComposerError
from composer.domain.finding import Problem
from composer.domain.letter import FORMAT, Letter
from composer.library.reading import read_model, read_text
from composer.library.store import save, save_beside
from composer.library.yaml import is_record, read_yaml, write_yaml

SUFFIX = ".raadsbrief"

UPGRADES: dict[int, Callable[[dict[str, Any]], dict[str, Any]]] = {}
"""For each format before the present one, what makes it the next; format 1 is the first."""

_FORMAT_LINE = re.compile(rb"^formaat:[ \t]*(\d{1,9})[ \t]*\r?$", re.MULTILINE)


class LetterError(ComposerError):
    """A letter that cannot be read, with all its mistakes."""

    def __init__(self, problems: tuple[Problem, ...]) -> None:
        first = problems[0]
        super().__init__(first.message, first.path, first.line)
        self.problems = problems


class NewerLetterError(ComposerError):
    """A letter of a later version of the program, which this one does not read."""


def read_letter(path: Path) -> Letter:
    """Raises ComposerError when it cannot be read at all, LetterError with every mistake in it."""
    return parse_letter(read_text(path), path)


def parse_letter(text: str, path: Path) -> Letter:
    """The letter in a text; `path` is only named in errors."""
    marked = read_yaml(text, path)
    if not is_record(marked.data):
        raise ComposerError("dit is geen brief; een brief begint met “formaat: 1”", path, 1)
    marked.data = _upgraded(marked.data, path, marked.line(("formaat",)))
    problems: list[Problem] = []
    letter = read_model(Letter, marked, (), path, problems)
    if letter is None:
        raise LetterError(tuple(problems))
    return letter


def _upgraded(data: dict[str, Any], path: Path, line: int | None) -> dict[str, Any]:
    given = str(data.get("formaat", FORMAT))
    version = _version(given)
    if version > FORMAT:
        raise NewerLetterError(
            "deze brief is met een nieuwere versie van Raadsbrief gemaakt; werk het programma bij", path, line
        )
    if version < 1:
        raise ComposerError(f"formaat “{given}” bestaat niet; schrijf formaat: {FORMAT}", path, line)
    for older in range(version, FORMAT):
        data = UPGRADES[older](data)
    return {**data, "formaat": str(FORMAT)}


def _version(given: str) -> int:
    """0 for what is no number."""
    return int(given[:9]) if given.isascii() and given.isdigit() else 0


def letter_text(letter: Letter) -> str:
    """The text of a letter's file."""
    record = letter.record()
    sections = {name: [piece.record() for piece in pieces] for name, pieces in letter.sections.items()}
    return write_yaml({"formaat": FORMAT, **record, **({"secties": sections} if sections else {})})


def write_letter(letter: Letter, path: Path, expected: str | None = None, *, replace: bool = True) -> str:
    """Saves a letter and returns the sha256 of its file; `expected` and `replace` as for any file.

    A file of an earlier format stays beside it, under another name.
    """
    if replace:
        _keep_older(path)
    return save(path, letter_text(letter).encode(), expected, replace=replace)


def _keep_older(path: Path) -> None:
    try:
        content = path.read_bytes()
    except OSError:  # there is none yet, or saving will tell
        return
    found = _FORMAT_LINE.search(content)
    if found and (older := int(found[1])) < FORMAT:
        save_beside(path, f"formaat {older}", content)
