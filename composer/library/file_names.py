"""File names that are valid on every system, including Windows (reserved names, no case)."""

import re
import unicodedata
from collections.abc import Iterable

RESERVED = frozenset(
    {
        "con",
        "prn",
        "aux",
        "nul",
        "conin$",
        "conout$",
        *(f"{port}{n}" for port in ("com", "lpt") for n in "0123456789¹²³"),
    }
)
LONGEST_PART, LONGEST_NAME, DEEPEST = 120, 200, 8
_FORBIDDEN = re.compile(r'[<>:"\\|?*\x00-\x1f\x7f]')
_UNSEEN = ("Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp")
"""Unicode's categories of what is not seen: controls, direction marks, private and unassigned characters."""


def why_invalid(name: str) -> str | None:
    """Why a relative name with forward slashes cannot be used everywhere, in Dutch; None when it can."""
    parts = name.split("/")
    if not name or name.startswith("/") or "" in parts or {".", ".."} & set(parts):
        return "is geen naam binnen de map"
    if len(name) > LONGEST_NAME or len(parts) > DEEPEST or any(len(part) > LONGEST_PART for part in parts):
        return "is te lang of te diep"
    if unicodedata.normalize("NFC", name) != name:
        return "is met losse accenten geschreven; geef het bestand een gewone naam"
    return next((reason for part in parts if (reason := _part_refusal(part))), None)


def _part_refusal(part: str) -> str | None:
    if _FORBIDDEN.search(part) or any(unicodedata.category(char) in _UNSEEN for char in part):
        return "bevat een teken dat niet in een bestandsnaam mag"
    if part != part.strip(" ") or part.endswith("."):
        return "begint of eindigt met een spatie, of eindigt met een punt"
    if part.partition(".")[0].rstrip(" ").casefold() in RESERVED:
        return "is op Windows een gereserveerde naam"
    return None


def case_collisions(names: Iterable[str]) -> tuple[tuple[str, str], ...]:
    """Pairs of names, of files or their folders, that are equal when case is ignored."""
    seen: dict[str, tuple[str, bool]] = {}
    pairs: list[tuple[str, str]] = []
    for name in names:
        for whole in (*_folders(name), name):
            key, this = whole.casefold(), (whole, whole == name)
            if key in seen and (seen[key] != this or whole == name):
                pairs.append((seen[key][0], whole))
            seen.setdefault(key, this)
    return tuple(dict.fromkeys(pairs))


def _folders(name: str) -> Iterable[str]:
    """The folders on the way to a file, from the top."""
    parts = name.split("/")
    return ("/".join(parts[:depth]) for depth in range(1, len(parts)))
