"""Whether a word is Dutch, and what was probably meant."""

from collections.abc import Iterable, Iterator
from functools import cache, lru_cache
from itertools import islice
from pathlib import Path
from typing import Protocol

from composer.library.language import DICTIONARY

LETTERS = "etaonirdslghvkmubpwjczfyx"
SHORTEST_PART = 4
LONG = 16
FEW = 5
MOST = 20_000
"""Words of which is remembered whether they are known."""
FEW_THOUSAND = 3_000
"""Words of which is remembered what was probably meant: a letter has a few, and while one is typed they stay."""
LINKS = ("", "s", "-", "s-", "e", "en")
"""What stands between the two parts of a compound."""


class Speller(Protocol):
    """The part of Hunspell's interface that is used."""

    def spell(self, word: str) -> bool: ...


@cache
def _hunspell(folder: Path) -> Speller | None:
    """The Hunspell dictionary in a folder, read at the first word (a quarter of a second); None where there is none."""
    if not (folder / f"{DICTIONARY}.dic").exists():
        return None
    from hunspell import Hunspell  # pyright: ignore[reportMissingTypeStubs, reportUnknownVariableType]

    return Hunspell(DICTIONARY, hunspell_data_dir=str(folder))  # pyright: ignore[reportUnknownVariableType]


@lru_cache(maxsize=50_000)
def _spelled(folder: str, word: str) -> bool:
    """Whether the word is known as written or in lower case; True without a dictionary.

    Cached: Hunspell is slow on unknown words, since it looks for compounds.
    """
    checker = _hunspell(Path(folder))
    if checker is None:
        return True
    lower = word.lower()
    return checker.spell(word) or (lower != word and checker.spell(lower))


class Dictionary:
    """The dictionary in `folder` together with `known` words, in lower case; caches each word that it looked up."""

    def __init__(self, folder: Path, known: frozenset[str] = frozenset()) -> None:
        self._folder = str(folder)
        self._known = known
        self._seen: dict[str, bool] = {}
        self.nearest = lru_cache(maxsize=FEW_THOUSAND)(self._nearest)

    def knows(self, word: str) -> bool:
        """Whether a word is known, in any case, or is a compound of two known words."""
        if word not in self._seen:
            if len(self._seen) >= MOST:
                self._seen.clear()
            self._seen[word] = self._looked_up(word)
        return self._seen[word]

    def strange(self, words: Iterable[str]) -> list[str]:
        """The words that were not looked up before, or are unknown."""
        return [word for word in words if not self._seen.get(word)]

    def _looked_up(self, word: str) -> bool:
        """Whether a word is known; a long one is split first, since as a whole it may take Hunspell a twentieth of a second."""
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

    def _nearest(self, word: str) -> str | None:
        """A known word one edit away, one of the field before others; None without one, or with too many."""
        slips = [dict.fromkeys(slip(word)) for slip, longest in SLIPS if len(word) <= longest]
        if own := next((near for slip in slips for near in slip if near in self._known), None):
            return own
        for slip in slips:
            if found := list(islice(filter(self._spelled, slip), FEW + 1)):
                return found[0] if len(found) <= FEW else None
        return None


def warm(folder: Path) -> None:
    """Reads the dictionary before it is needed."""
    _hunspell(folder)


def _halves(word: str) -> Iterator[tuple[str, str]]:
    for link in LINKS:
        for cut in range(SHORTEST_PART, len(word) - SHORTEST_PART - len(link) + 1):
            if word.startswith(link, cut):
                yield word[:cut], word[cut + len(link) :]


def _swapped(word: str) -> Iterator[str]:
    return (word[:at] + word[at + 1] + word[at] + word[at + 2 :] for at in range(len(word) - 1))


def _shortened(word: str) -> Iterator[str]:
    return (word[:at] + word[at + 1 :] for at in range(len(word)))


def _lengthened(word: str) -> Iterator[str]:
    return (word[:at] + letter + word[at:] for at in range(1, len(word) + 1) for letter in LETTERS)


def _replaced(word: str) -> Iterator[str]:
    return (word[:at] + letter + word[at + 1 :] for at in range(len(word)) for letter in LETTERS)


SLIPS = ((_swapped, 40), (_shortened, 40), (_lengthened, 16), (_replaced, 12))
"""From the likeliest on, with the longest word it is tried in: a suggestion may take no longer than a blink."""
