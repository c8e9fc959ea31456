"""Shares in words: tachtig procent, de helft van de stemmen, drie van de vier gemeenten."""

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import NamedTuple

from composer.domain.numerals import HUNDRED

_NUMBER = "|".join(sorted(HUNDRED, key=len, reverse=True))
_PARTS = {
    "de helft": (1, 2), "een derde": (1, 3), "twee derde": (2, 3), "tweederde": (2, 3),
    "een kwart": (1, 4), "een vierde": (1, 4), "driekwart": (3, 4), "drie kwart": (3, 4), "drie vierde": (3, 4),
}  # fmt: skip
_OF = r"\s+van\s+(?:de|het|alle|onze|hun)\b"

_SIGN = re.compile(
    r"procent|helft|(?:der|vier)de|kwart|\b(?:van|op)\s+de\s+(?:twee|drie|vier|vijf|zes|zeven|acht|negen|tien)\b",
    re.IGNORECASE,
)
"""Every share has one."""
_PERCENT = re.compile(rf"\b(?P<number>{_NUMBER})\s+procent\b", re.IGNORECASE)
_PART = re.compile(rf"\b(?P<part>{'|'.join(_PARTS)})(?:\s+deel)?(?={_OF})".replace(" ", r"\s+"), re.IGNORECASE)
_COUNTED = re.compile(
    rf"\b(?:(?P<some>{_NUMBER})\s+(?:van|op)|(?P<one>e[eé]n)\s+op)\s+de\s+(?P<all>{_NUMBER})\b", re.IGNORECASE
)


class Share(NamedTuple):
    """A share in percent with the words that say it; `exact` is no for a third."""

    percent: Decimal
    words: str
    start: int
    exact: bool = True


def shares(text: str) -> Iterator[Share]:
    """The shares in a text, in no order; more than the whole is not a share."""
    if not _SIGN.search(text):
        return
    for match in _PERCENT.finditer(text):
        yield Share(Decimal(HUNDRED[match["number"].lower()]), match.group(), match.start())
    for match in _PART.finditer(text):
        yield _share(*_PARTS[" ".join(match["part"].lower().split())], match)
    for match in _COUNTED.finditer(text):
        some, whole = HUNDRED[(match["some"] or "één").lower()], HUNDRED[match["all"].lower()]
        if some <= whole:
            yield _share(some, whole, match)


def _share(some: int, whole: int, match: re.Match[str]) -> Share:
    return Share(round(Decimal(100 * some) / whole, 1), match.group(), match.start(), 100 * some % whole == 0)
