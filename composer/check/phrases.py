"""Words with their places, and many phrases found among them at once."""

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import Generic, NamedTuple, TypeVar

V = TypeVar("V")

WORD = re.compile(r"\w+(?:[-’'&./]\w+)*-?")
PART = re.compile(r"\w+")
BETWEEN = re.compile(r"\s*[+&]?\s*")
"""What may stand between the words of a phrase."""


class Word(NamedTuple):
    """A word with where it stands."""

    text: str
    lower: str
    start: int
    end: int


class Found(NamedTuple, Generic[V]):
    """A phrase at its place in the text."""

    start: int
    end: int
    value: V


def words_of(text: str) -> tuple[Word, ...]:
    """The words of a text in order; zorg- en is two."""
    lower = text.lower()
    same = len(lower) == len(text)  # but for a few capitals of other languages
    return tuple(
        Word(word, lower[start:end] if same else word.lower(), start, end)
        for match in WORD.finditer(text)
        for word, (start, end) in ((match[0], match.span()),)
    )


def parts_of(text: str) -> frozenset[str]:
    """The letters and figures between all other characters, in lower case."""
    return frozenset(PART.findall(text.lower()))


class Phrases(Generic[V]):
    """Phrases of any number of words, each with a value; found in any case, the longest at a place first."""

    def __init__(self, phrases: Iterable[tuple[str, V]]) -> None:
        found: dict[str, dict[int, dict[tuple[str, ...], V]]] = {}
        for phrase, value in phrases:
            first, *others = (word.lower for word in words_of(phrase))
            found.setdefault(first, {}).setdefault(len(others), {}).setdefault(tuple(others), value)
        self._by_first = {first: sorted(lengths.items(), reverse=True) for first, lengths in found.items()}
        """By the first word, and then by how many words follow it, the most first."""

    def may_stand(self, words: tuple[str, ...]) -> bool:
        """Whether the words of a phrase stand next to each other among these, which are in lower case."""
        for place, word in enumerate(words):
            for length, others in self._by_first.get(word, ()):
                if words[place + 1 : place + 1 + length] in others:
                    return True
        return False

    def find(self, words: Sequence[Word], text: str) -> Iterator[Found[V]]:
        """From left to right, none within another; `words` are those of `text`."""
        end = 0
        for position, word in enumerate(words):
            if word.start >= end and word.lower in self._by_first and (found := self._at(words, position, text)):
                end = found.end
                yield found

    def _at(self, words: Sequence[Word], position: int, text: str) -> Found[V] | None:
        for length, others in self._by_first[words[position].lower]:
            phrase = words[position : position + length + 1]
            key = tuple([word.lower for word in phrase[1:]])
            if key in others and _together(phrase, text):
                return Found(phrase[0].start, phrase[-1].end, others[key])
        return None


def _together(words: Sequence[Word], text: str) -> bool:
    return all(BETWEEN.fullmatch(text, before.end, after.start) for before, after in pairwise(words))
