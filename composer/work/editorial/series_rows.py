"""The rows of a series of facts, as typed or pasted: a municipality or region, and a value."""

import re
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Literal

from composer.domain.dutch import number
from composer.domain.errors import ComposerError, did_you_mean
from composer.domain.fact import SeriesValue
from composer.library.library import Library, fold
from composer.library.summary import by_name

Per = Literal["gemeente", "regio"]
NAME, VALUE = 0, 1
"""The columns of a table of rows."""
MOST_NEAR = 20
"""Of so many mistakes at most the nearest name is looked for; that takes a while for each."""
_HEADS = frozenset({"gemeente", "gemeenten", "gemeentenaam", "regio", "naam", "cbs", "gemeentecode"})
_GROUPED = re.compile(r"-?\d{1,3}(?:\.\d{3})+")
_DAY = re.compile(r"(\d{1,2})-(\d{1,2})-(\d{4})")


@dataclass(frozen=True, slots=True)
class Row:
    """A row as typed: a name or code, and a value."""

    name: str = ""
    value: str = ""


def emptied(rows: tuple[Row, ...], cells: Collection[tuple[int, int]]) -> tuple[Row, ...]:
    """The rows with these cells (row, column) emptied, without rows that are then empty."""
    made = (
        Row("" if (at, NAME) in cells else row.name, "" if (at, VALUE) in cells else row.value)
        for at, row in enumerate(rows)
    )
    return tuple(row for row in made if row.name or row.value)


@dataclass(frozen=True)
class RowReader:
    """Reads rows of a series, given its kind of key, its kind of value and the library."""

    per: Per
    value: SeriesValue
    library: Library

    def names(self) -> Mapping[str, str]:
        """The names of municipalities or regions, by key."""
        if self.per == "regio":
            return {region.id: region.name for region in self.library.regions.values()}
        return {m.cbs: m.name for m in self.library.municipalities.values()}

    @cached_property
    def _keys(self) -> Mapping[str, str]:
        """Keys by every folded name, and by themselves."""
        library = self.library
        held = library.municipalities if self.per == "gemeente" else library.regions
        return by_name((key, (profile.name, *profile.other_names, key)) for key, profile in held.items())

    def key(self, name: str) -> str:
        """The CBS code or region id for a name; "" when unknown."""
        return self._keys.get(fold(name), "") if name else ""

    def rows(self, held: Mapping[str, str]) -> tuple[Row, ...]:
        """Those of a file, by name."""
        names = self.names()
        made = (Row(names.get(key, key), value) for key, value in held.items())
        return tuple(sorted(made, key=lambda row: fold(row.name)))

    def faults(self, rows: Iterable[Row]) -> dict[tuple[int, int], str]:
        """The fault of each cell, by row and column; empty rows have none."""
        found: dict[tuple[int, int], str] = {}
        seen: dict[str, int] = {}
        for at, row in enumerate(rows):
            if row.name or row.value:
                near = len(found) < MOST_NEAR
                found |= {(at, column): words for column, words in self._faults(row, at, seen, near=near)}
        return found

    def _faults(self, row: Row, at: int, expected: dict[str, int], *, near: bool) -> Iterable[tuple[int, str]]:
        key = self.key(row.name)
        if not row.name:
            yield NAME, f"schrijf voor welke {self.per} dit is"
        elif not key:
            yield NAME, self._strange(row.name, near=near)
        elif expected.setdefault(key, at) != at:
            yield NAME, f"“{row.name}” staat ook in rij {expected[key] + 1}; haal één van beide weg"
        if words := self._unread(row.value) if row.value else "vul de waarde in":
            yield VALUE, words

    def _strange(self, name: str, *, near: bool) -> str:
        """The message for an unknown name, with the nearest one when `near`."""
        meant = did_you_mean(name, self.names().values()) if near else ""
        return f"“{name}” is geen {self.per} die we kennen.{meant} Schrijf de naam of de code"

    def _unread(self, value: str) -> str:
        """Why a value cannot be read, in Dutch; "" when it can."""
        bare = self.cleaned(value)
        try:
            self.value.held(bare)
        except ComposerError as error:
            return error.message.replace(f"“{bare}”", f"“{value}”")
        return ""

    def record(self, rows: Iterable[Row]) -> dict[str, str]:
        """The rows without faults, as they are written to a file."""
        listed = [row for row in rows if row.name or row.value]
        wrong = {at for at, _ in self.faults(listed)}
        sound = {self.key(row.name): self.cleaned(row.value) for at, row in enumerate(listed) if at not in wrong}
        return dict(sorted(sound.items()))

    def cleaned(self, value: str) -> str:
        """A value as a file has it: without signs, spaces and dots between thousands, a day with its year first."""
        if self.value.kind == "tekst":
            return value.strip()
        bare = re.sub(r"[€%\s]", "", value)
        if self.value.kind == "datum":
            day = _DAY.fullmatch(bare)
            return f"{day[3]}-{int(day[2]):02}-{int(day[1]):02}" if day else bare
        whole, comma, rest = bare.partition(",")
        whole = (
            whole.replace(".", "") if _GROUPED.fullmatch(whole) and self.value.kind in ("bedrag", "aantal") else whole
        )
        return f"{whole}.{rest}" if comma and rest.strip("0-") else whole

    def shown(self, value: str) -> str:
        """A value as people read it: with dots between thousands."""
        bare = self.cleaned(value)
        return number(int(bare)) if self.value.kind in ("bedrag", "aantal") and bare.isdecimal() else value

    def pasted(self, text: str, rows: tuple[Row, ...]) -> tuple[Row, ...]:
        """The rows merged with a pasted table: known names get its values, others are added at the end."""
        made = [row for row in rows if row.name or row.value]
        places = {key: at for at, row in enumerate(made) if (key := self.key(row.name))}
        for row in self._read(text):
            key = self.key(row.name)
            if key in places:
                made[places[key]] = replace(made[places[key]], value=row.value or made[places[key]].value)
            else:
                places |= {key: len(made)} if key else {}
                made.append(row)
        return tuple(made)

    def _read(self, text: str) -> Iterable[Row]:
        """A row for each line: the first column with a known name, and the last non-empty one; header lines are skipped."""
        sign = "\t" if "\t" in text else ";"
        for line in text.splitlines():
            filled = [words for cell in line.split(sign) if (words := cell.strip().strip('"'))]
            if not filled or fold(filled[0]) in _HEADS:
                continue
            name = next((cell for cell in filled if self.key(cell)), filled[0])
            yield Row(name, filled[-1] if len(filled) > 1 else "")
