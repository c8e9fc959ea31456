"""Whether a word is Dutch, and what was probably meant."""

from collections.abc import Iterator
from functools import cache, lru_cache
from pathlib import Path
from typing import Protocol

from composer.library.language import DICTIONARY

LETTERS = "etaonirdslghvkmubpwjczfyxéëïóöèü-"
SHORTEST_PART = 4
LONG = 16
FEW = 5
LINKS = ("", "s", "-", "s-", "e", "en")
"""What stands between the two parts of a compound."""


class Speller(Protocol):
    """What is used of Hunspell."""

    def spell(self, word: str) -> bool: ...


@cache
def _hunspell(folder: Path) -> Speller | None:
    """Read when the first word is looked up, since it takes a quarter of a second; None where there is no dictionary."""
    if not (folder / f"{DICTIONARY}.dic").exists():
        return None
    from hunspell import Hunspell  # pyright: ignore[reportMissingTypeStubs, reportUnknownVariableType]

    return Hunspell(DICTIONARY, hunspell_data_dir=str(folder))  # pyright: ignore[reportUnknownVariableType]


@lru_cache(maxsize=50_000)
def _spelled(folder: Path, word: str) -> bool:
    """As written or in lower case, since a sentence gives its first word a capital; without a dictionary all is well."""
    checker = _hunspell(folder)
    if checker is None:
        return True
    return checker.spell(word) or checker.spell(word.lower())


class Dictionary:
    """The dictionary in `folder` with `known` words, in lower case, besides; remembers each word that it looked up."""

    def __init__(self, folder: Path, known: frozenset[str] = frozenset()) -> None:
        self._folder = folder
        self._known = known
        self._seen: dict[str, bool] = {}

    def knows(self, word: str) -> bool:
        """A word in any of its cases, or a compound of two known words."""
        if word not in self._seen:
            self._seen[word] = self._looked_up(word)
        return self._seen[word]

    def _looked_up(self, word: str) -> bool:
        """A long word is taken apart first: as a whole it may take Hunspell a twentieth of a second."""
        ways = (self._spelled, self._compound) if len(word) < LONG else (self._compound, self._spelled)
        return any(way(word) for way in ways)

    def _spelled(self, word: str) -> bool:
        return word.lower() in self._known or _spelled(self._folder, word.replace("’", "'"))

    def _compound(self, word: str) -> bool:
        return any(
            self._spelled(first) and self._spelled(second)
            for first, second in _halves(word.lower())
            if len(first) >= SHORTEST_PART and len(second) >= SHORTEST_PART
        )

    def nearest(self, word: str) -> str | None:
        """A word one letter away, one of the field before others; None when there is none, or too many to choose."""
        found = list(dict.fromkeys(near for near in _neighbours(word) if self._spelled(near)))
        own = [near for near in found if near in self._known]
        return next(iter(own or found), None) if own or len(found) <= FEW else None


def _halves(word: str) -> Iterator[tuple[str, str]]:
    for link in LINKS:
        for cut in range(SHORTEST_PART, len(word) - SHORTEST_PART - len(link) + 1):
            if word.startswith(link, cut):
                yield word[:cut], word[cut + len(link) :]


def _neighbours(word: str) -> Iterator[str]:
    """Words with two letters swapped, one left out, one doubled or added, one replaced."""
    cuts = [(word[:cut], word[cut:]) for cut in range(len(word) + 1)]
    yield from (left + right[1] + right[0] + right[2:] for left, right in cuts if len(right) > 1)
    yield from (left + right[1:] for left, right in cuts if right and left + right[1:])
    yield from (left + letter + right for left, right in cuts for letter in LETTERS if left)
    yield from (left + letter + right[1:] for left, right in cuts if right for letter in LETTERS)
