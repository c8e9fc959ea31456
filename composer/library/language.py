"""The lists of words that checks of plain language use, as they stand under resources/taal/."""

from pathlib import Path
from typing import Annotated

from pydantic import Field

from composer.domain.finding import Problem
from composer.domain.model import Dutch, Model
from composer.library.reading import read_model, read_text
from composer.library.yaml import read_yaml

OFFICIAL_WORDS = "ambtelijk.yaml"
KNOWN_WORDS = "woorden.txt"
DICTIONARY = "nl"
"""The name, without suffix, of the spelling dictionary's two files."""


class OfficialWord(Model):
    """An official word with its plain alternative; `forms` are its other forms."""

    word: Annotated[str, Dutch("woord")]
    plain: Annotated[tuple[str, ...], Dutch("gewoon")]
    explanation: Annotated[str, Field(alias="uitleg", min_length=10)]
    forms: Annotated[tuple[str, ...], Dutch("vormen")] = ()


def official_words(folder: Path, problems: list[Problem] | None = None) -> tuple[OfficialWord, ...]:
    """The words in the order of the file, none when there is no such file; mistakes in it are added to `problems`."""
    path = folder / OFFICIAL_WORDS
    if not path.exists():
        return ()
    marked = read_yaml(read_text(path), path)
    told: list[Problem] = [] if problems is None else problems
    found = (read_model(OfficialWord, marked, (index,), path, told) for index in range(len(marked.data)))
    return tuple(word for word in found if word)


def known_words(folder: Path) -> frozenset[str]:
    """The words of the field that a dictionary does not have, one a line; what follows # is a remark."""
    if not (folder / KNOWN_WORDS).exists():
        return frozenset()
    lines = (line.partition("#")[0].strip() for line in read_text(folder / KNOWN_WORDS).splitlines())
    return frozenset(line for line in lines if line)
