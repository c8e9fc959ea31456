"""Presets: settings of an organisation for all its users, in a read-only file beside the program."""

import os
import re
from collections.abc import Mapping
from configparser import Error, MissingSectionHeaderError, ParsingError, RawConfigParser
from dataclasses import dataclass
from pathlib import Path

from immutabledict import immutabledict

from composer.domain.errors import did_you_mean
from composer.domain.finding import Problem
from composer.domain.model import EMPTY
from composer.library.reading import read_text

MUNICIPALITY, HOUSE_STYLE, FOLDERS = "wie/gemeente", "huisstijl/naam", "bibliotheek/mappen"
LETTERS_FOLDER = "brieven/map"
KEYS = (MUNICIPALITY, "brieven/soort", LETTERS_FOLDER, HOUSE_STYLE, FOLDERS, "beeld/thema")
"""Section and key of everything that can be set."""

_VARIABLE = re.compile(r"%(\w+)%")


@dataclass(frozen=True, slots=True)
class Presets:
    """Values by section and key, such as wie/gemeente; absent when not set."""

    values: Mapping[str, str] = EMPTY
    folders: tuple[Path, ...] = ()
    """Layers of the library, in their order."""
    problems: tuple[Problem, ...] = ()

    @property
    def house_style(self) -> str | None:
        return self.values.get(HOUSE_STYLE)


def read_presets(path: Path) -> Presets:
    """The presets in a file with its problems; empty when there is no file. Raises ComposerError when it is not text."""
    if not path.is_file():
        return Presets()
    text = read_text(path)
    parser = RawConfigParser(comment_prefixes=("#", ";"), empty_lines_in_values=False)
    try:
        parser.read_string(text)
    except Error as error:
        message = "dit is geen regel met [onderdeel] of sleutel = waarde; verbeter de regel"
        return Presets(problems=(Problem(message, path, _line(error)),))
    given = {f"{section}/{key}": value for section in parser.sections() for key, value in parser.items(section)}
    values = {key: _filled(key, value, path.parent) for key, value in given.items() if key in KEYS and value}
    folders = tuple(Path(line) for line in values.pop(FOLDERS, "").splitlines() if line)
    return Presets(immutabledict(values), folders, tuple(_unknown(key, text, path) for key in given if key not in KEYS))


def _line(error: Error) -> int | None:
    match error:
        case MissingSectionHeaderError():
            return error.lineno
        case ParsingError():
            return error.errors[0][0]
        case _:
            return getattr(error, "lineno", None)


def _unknown(key: str, text: str, path: Path) -> Problem:
    section, _, name = key.partition("/")
    near = did_you_mean(key, KEYS)
    lines = (number for number, line in enumerate(text.splitlines(), 1) if line.lower().startswith(name))
    return Problem(f"[{section}] {name}: deze instelling bestaat niet.{near}", path, next(lines, None), "waarschuwing")


def _filled(key: str, value: str, folder: Path) -> str:
    """Folders with the user's own variables filled in (%USERPROFILE%), and counted from the folder of the program."""
    if key not in (FOLDERS, LETTERS_FOLDER):
        return value
    lines = (line.strip() for line in value.splitlines())
    return "\n".join(str(folder / Path(_with_variables(line)).expanduser()) for line in lines if line)


def _with_variables(text: str) -> str:
    """A variable that this computer does not know stays as it is written."""
    return _VARIABLE.sub(lambda found: os.environ.get(found[1], found[0]), text)
