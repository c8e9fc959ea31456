"""The marks of lists in text, counted in reading order (Part 1, section 17.9)."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from composer.ooxml.markup import Element, w
from composer.ooxml.numbering import Level, levels

_LETTERS = "abcdefghijklmnopqrstuvwxyz"
_ROMAN = ((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"), (10, "x"),
          (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))  # fmt: skip
SYMBOLS = {"F0B7": "\u2022", "F0A7": "\u25aa", "F0D8": "\u27a2", "F0FC": "\u2713", "F0A8": "\u25a1", "F06F": "\u25cb"}
"""Characters of the fonts Symbol and Wingdings as others have them, by their code."""
_PRIVATE = re.compile("[\ue000-\uf8ff]")
_PLACE = re.compile(r"%(\d)")


def symbol(code: str) -> str:
    """A character of a symbol font as one that every font has."""
    return SYMBOLS.get(code.upper(), "\u2022")


def letters(number: int) -> str:
    """a to z, then aa to zz, as Word counts."""
    return _LETTERS[(number - 1) % len(_LETTERS)] * ((number - 1) // len(_LETTERS) + 1) if number > 0 else str(number)


def roman(number: int) -> str:
    text, left = "", number
    for worth, mark in _ROMAN:
        text += mark * (left // worth)
        left %= worth
    return text if number > 0 else str(number)


_FORMS: Mapping[str, Callable[[int], str]] = {
    "lowerLetter": letters,
    "lowerRoman": roman,
    "upperLetter": lambda number: letters(number).upper(),
    "upperRoman": lambda number: roman(number).upper(),
    "decimalZero": lambda number: f"{number:02}",
}


@dataclass(frozen=True, slots=True)
class Counting:
    """The lists of a numbering part; `counts` are how far each definition has counted, by level, and grow."""

    root: Element
    counts: dict[str, dict[int, int]] = field(default_factory=dict[str, dict[int, int]])
    seen: set[str] = field(default_factory=set[str])

    def next(self, instance: str, level: int) -> tuple[str, Level] | None:
        """The mark of the next paragraph of a list, with its level; None for a list that is not there."""
        held = next((each for each in self.root.iter(w("num")) if each.get(w("numId")) == instance), None)
        link = None if held is None else held.find(w("abstractNumId"))
        definition = "" if link is None else str(link.get(w("val")))
        known = levels(self.root, int(definition)) if definition.isdigit() else ()
        found = next((each for each in known if each.number == level), None)
        if held is None or found is None:
            return None
        counts = self.counts.setdefault(definition, {})
        self._restart(held, instance, counts)
        counts[level] = counts.get(level, found.start - 1) + 1
        for deeper in [each for each in counts if each > level]:
            del counts[deeper]
        return _mark(found, counts, known), found

    def _restart(self, held: Element, instance: str, counts: dict[int, int]) -> None:
        """Restarts a list that has a start of its own, the first time that it is used."""
        if instance in self.seen:
            return
        self.seen.add(instance)
        for change in held.findall(w("lvlOverride")):
            start = change.find(w("startOverride"))
            if start is not None:
                counts[int(str(change.get(w("ilvl"), 0)))] = int(str(start.get(w("val"), 1))) - 1


def _mark(level: Level, counts: Mapping[int, int], known: tuple[Level, ...]) -> str:
    if level.form in {"bullet", "none"}:
        return (
            _PRIVATE.sub(lambda match: symbol(f"{ord(match.group()):X}"), level.text) if level.form == "bullet" else ""
        )
    forms = {each.number: each.form for each in known}

    def counted(match: re.Match[str]) -> str:
        place = int(match.group(1)) - 1
        return _FORMS.get(forms.get(place, ""), str)(counts.get(place, 1))

    return _PLACE.sub(counted, level.text)
