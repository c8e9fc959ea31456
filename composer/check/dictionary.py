"""Whether a word is Dutch, and what was probably meant."""

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

from composer.library.language import DICTIONARY

LETTERS = "etaonirdslghvkmubpwjczfyxéëïóöèü-"
PLAIN = re.compile(r"[a-zà-ÿ'’-]+", re.IGNORECASE)
SHORTEST_PART = 4
LINKS = ("", "s", "-", "s-", "e", "en")
"""What stands between the two parts of a compound."""


@cache
def _hunspell(folder: Path) -> Any:
    """Read when the first word is looked up, since it takes a quarter of a second."""
    from hunspell import Hunspell

    return Hunspell(DICTIONARY, hunspell_data_dir=str(folder))


class Dictionary:
    """The dictionary in `folder` with `known` words, in lower case, besides; remembers each word that it looked up."""

    def __init__(self, folder: Path, known: frozenset[str] = frozenset()) -> None:
        self._folder = folder
        self._known = known
        self._seen: dict[str, bool] = {}

    def knows(self, word: str) -> bool:
        """A word in any of its cases, or a compound of two known words."""
        if word not in self._seen:
            self._seen[word] = self._spelled(word) or self._compound(word.lower())
        return self._seen[word]

    def _spelled(self, word: str) -> bool:
        bare = word.replace("’", "'")
        if word.lower() in self._known or bare.lower() in self._known:
            return True
        checker = _hunspell(self._folder)
        return checker.spell(bare) or checker.spell(bare.lower())

    def _compound(self, word: str) -> bool:
        return any(
            self._spelled(first) and self._spelled(second)
            for first, second in _halves(word)
            if len(first) >= SHORTEST_PART and len(second) >= SHORTEST_PART
        )

    def nearest(self, word: str) -> str | None:
        """A known word one letter away; None when there is none or more than a few."""
        found = dict.fromkeys(near for near in _neighbours(word) if self._spelled(near))
        return next(iter(found)) if 0 < len(found) < 6 else None


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
