"""A text of the library in readable form, with names, conditions and sources in plain Dutch."""

import re
from dataclasses import dataclass
from typing import Literal

from composer.domain.snippet import CITATION
from composer.domain.values import written
from composer.library.library import Library
from composer.work.writing.diff import ChangeKind, diff

Sort = Literal["woord", "wit", "waarde", "voorwaarde", "bron"]
_MARK = r"(?P<bron>\[\^[^\]\s]+\])|(?P<waarde>\{\{.*?\}\})|(?P<voorwaarde>\{%.*?%\}|\{#.*?#\})"
_MARKS = re.compile(_MARK, re.DOTALL)
_TOKENS = re.compile(rf"{_MARK}|(?P<wit>\s+)|(?P<woord>\w+|[^\w\s])", re.DOTALL)
_FACT_VALUE = re.compile(r"""feit\[\s*["']([^"']+)["']\s*\]\.(\w+)""")
_COMMANDS = {"endif": "tot hier", "else": "anders:", "endfor": "tot hier"}


@dataclass(frozen=True, slots=True)
class Word:
    """A word, or what stands for one; `start` and `end` are its offsets in the text, `more` explains what is shown."""

    sort: Sort
    shown: str
    source: str
    start: int
    end: int
    more: str = ""


@dataclass(frozen=True, slots=True)
class Passage:
    """Words in a row that both versions have, or only the old or the new one; offsets are those of its own version."""

    kept: ChangeKind
    words: tuple[Word, ...]

    @property
    def shown(self) -> str:
        return "".join(word.shown for word in self.words)


def words_of(text: str, library: Library) -> tuple[Word, ...]:
    """All of a passage's or template's text, nothing left out."""
    return tuple(_word(match, library) for match in _TOKENS.finditer(text))


def shown_text(text: str, library: Library) -> str:
    """The readable form of a text, on one line."""
    return " ".join(_MARKS.sub(lambda mark: _word(mark, library).shown, text).split())


def difference(before: str, after: str, library: Library) -> tuple[Passage, ...]:
    """The diff of two texts; values and sources are compared by what they stand for, not by how they are shown."""
    old, new = words_of(before, library), words_of(after, library)
    found = diff([word.source for word in old], [word.source for word in new])
    return tuple(Passage(kept, (old if kept == "weg" else new)[part]) for kept, part in found)


def _word(match: re.Match[str], library: Library) -> Word:
    source, sort = match.group(), match.lastgroup
    assert sort is not None
    shown, more = _SHOWN[sort](source, library) if sort in _SHOWN else (source, "")
    return Word(sort, shown, source, match.start(), match.end(), more)  # pyright: ignore[reportArgumentType]


def _value(source: str, library: Library) -> tuple[str, str]:
    """A fact's value as it is printed; a value of the profile or a field by its name."""
    path, *filters = (part.strip() for part in source[2:-2].split("|"))
    if named := _FACT_VALUE.fullmatch(path):
        fact = library.facts.get(named.group(1))
        value = fact.values.get(named.group(2)) if fact else None
        if fact and value is not None:
            return written(value), f"waarde “{named.group(2)}” van: {fact.statement}"
    shown = path.replace(".", " ").replace("_", " ")
    return f"‹{shown}›", ", ".join((path, *filters))


def _condition(source: str, _library: Library) -> tuple[str, str]:
    inner = source[2:-2].strip(" -+")
    command, _, rest = inner.partition(" ")
    if source.startswith("{#"):
        return "", inner
    if command in ("if", "elif"):
        return f"‹{'als' if command == 'if' else 'of als'} {in_words(rest)}:›", rest
    if command == "for":
        return f"‹voor ieder: {rest}›", rest
    return f"‹{_COMMANDS.get(command, inner)}›", ""


def in_words(condition: str) -> str:
    """A condition in Dutch words."""
    for sign, words in _SIGNS:
        condition = re.sub(sign, words, condition)
    return " ".join(condition.replace("_", " ").split())


_SIGNS = (
    (r"\s*==\s*", " is "),
    (r"\s*!=\s*", " is niet "),
    (r"\s*>=\s*", " is minstens "),
    (r"\s*<=\s*", " is hoogstens "),
    (r"\bnot in\b", "is geen van"),
    (r"\bin\b", "is één van"),
    (r"\band\b", "en"),
    (r"\bor\b", "of"),
    (r"\bnot\b", "niet"),
    (r"""["']""", ""),
    (r"\b(gemeente|regio|veld|brief)\.", ""),
)


def _citation(source: str, library: Library) -> tuple[str, str]:
    name = CITATION.fullmatch(source)
    fact = library.facts.get(name.group(1)) if name else None
    series = library.series.get(name.group(1)) if name else None
    told = fact.statement if fact else series.statement if series else "dit feit staat niet in de bibliotheek"
    return "°", told


_SHOWN = {"waarde": _value, "voorwaarde": _condition, "bron": _citation}
