"""Finding many phrases in a text at once, word by word."""

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Generic, NamedTuple, TypeVar

V = TypeVar("V")

WORD = re.compile(r"\w+(?:[-’'&./]\w+)*-?")
BETWEEN = re.compile(r"\s*[+&]?\s*")
"""What may stand between the words of a phrase."""


class Found(NamedTuple, Generic[V]):
    """A phrase at its place in the text."""

    start: int
    end: int
    value: V


class Phrases(Generic[V]):
    """Phrases of any number of words, each with a value; in any case, the longest at a place first."""

    def __init__(self, phrases: Mapping[str, V] | Iterable[tuple[str, V]]) -> None:
        self._by_first: dict[str, list[tuple[tuple[str, ...], V]]] = {}
        pairs = phrases.items() if isinstance(phrases, Mapping) else phrases
        for phrase, value in pairs:
            first, *others = WORD.findall(phrase.lower())
            self._by_first.setdefault(first, []).append((tuple(others), value))
        for candidates in self._by_first.values():
            candidates.sort(key=lambda candidate: -len(candidate[0]))

    def find(self, text: str) -> Iterator[Found[V]]:
        """From left to right, none within another."""
        words = [(match.group().lower(), match.start(), match.end()) for match in WORD.finditer(text)]
        position = 0
        while position < len(words):
            found = self._at(words, position, text)
            if found:
                length, value = found
                yield Found(words[position][1], words[position + length - 1][2], value)
            position += found[0] if found else 1

    def _at(self, words: list[tuple[str, int, int]], position: int, text: str) -> tuple[int, V] | None:
        """How many words the phrase at this place has, with its value."""
        for others, value in self._by_first.get(words[position][0], ()):
            following = words[position : position + len(others) + 1]
            if tuple(word for word, _, _ in following[1:]) == others and _together(following, text):
                return len(following), value
        return None


def _together(words: list[tuple[str, int, int]], text: str) -> bool:
    return all(
        BETWEEN.fullmatch(text, before[2], after[1]) for before, after in zip(words, words[1:], strict=False)
    )
