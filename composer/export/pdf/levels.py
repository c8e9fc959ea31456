"""Lists as the base counts and marks them."""

from collections.abc import Iterable
from typing import Any

from composer.ooxml.numbering import Level

_KNOWN = frozenset("•–▪◦○»›·□-*o")
"""Marks that every shipped font has."""
_FORMS = {
    "decimal": "1", "lowerLetter": "a", "upperLetter": "A", "lowerRoman": "i", "upperRoman": "I", "decimalZero": "1",
}  # fmt: skip


def levels_data(levels: Iterable[Level]) -> list[dict[str, Any]]:
    """For each level its mark, as text or as a way of counting with text around it, and where text and mark begin."""
    return [_level(level) for level in levels]


def _level(level: Level) -> dict[str, Any]:
    before, after = ("", "") if level.form == "bullet" else _around(level)
    return {
        "mark": mark(level.text) if level.form == "bullet" else "",
        "form": _FORMS.get(level.form, "1"),
        "before": before,
        "after": after,
        "left": level.left,
        "hanging": level.hanging,
    }


def _around(level: Level) -> tuple[str, str]:
    """What stands around the number of the level itself; numbers of levels above it are left out."""
    before, found, after = level.text.partition(f"%{level.number + 1}")
    return (before.rpartition("%")[2][1:].lstrip(".") if "%" in before else before, after) if found else ("", ".")


def mark(text: str) -> str:
    """The mark of a list as a character that the PDF's fonts have."""
    return text if text and set(text) <= _KNOWN else "•"
