"""The rows of a series of facts as people type and paste them: a municipality or region, and a value."""

import csv
import re
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Literal

from composer.domain.dutch import number
from composer.domain.errors import ComposerError, did_you_mean
from composer.domain.fact import SeriesValue
from composer.library.library import Library, fold

Per = Literal["gemeente", "regio"]
NAME, VALUE = 0, 1
"""The columns of a table of rows."""
_HEADS = frozenset({"gemeente", "gemeenten", "gemeentenaam", "regio", "naam", "cbs", "gemeentecode"})
_GROUPED = re.compile(r"-?\d{1,3}(?:\.\d{3})+")
_DAY = re.compile(r"(\d{1,2})-(\d{1,2})-(\d{4})")


@dataclass(frozen=True, slots=True)
class Row:
    """As it was typed: a name or code, and a value."""

    name: str = ""
    value: str = ""


def emptied(rows: tuple[Row, ...], cells: Collection[tuple[int, int]]) -> tuple[Row, ...]:
    """Without what stands in these cells, by row and column, and without the rows in which nothing is left."""
    made = (
        Row("" if (at, NAME) in cells else row.name, "" if (at, VALUE) in cells else row.value)
        for at, row in enumerate(rows)
    )
    return tuple(row for row in made if row.name or row.value)


@dataclass(frozen=True)
class Kept:
    """What rows are read by: for whom each is, the kind of value, and what the library knows."""

    per: Per
    value: SeriesValue
    library: Library

    def names(self) -> Mapping[str, str]:
        """What there can be rows for, by key."""
        if self.per == "regio":
            return {region.id: region.name for region in self.library.regions.values()}
        return {m.cbs: m.name for m in self.library.municipalities.values()}

    def key(self, name: str) -> str:
        """The CBS code or region that a name means; raises ComposerError with the nearest name."""
        if self.per == "gemeente":
            return self.library.find_municipality(name).cbs
        wanted, names = fold(name), self.names()
        found = next((key for key, known in names.items() if wanted in (fold(known), fold(key))), None)
        if found is None:
            near = did_you_mean(name, names.values())
            raise ComposerError(
                f"“{name}” is geen regio die we kennen.{near} Schrijf de naam zoals hij in de lijst staat"
            )
        return found

    def rows(self, held: Mapping[str, str]) -> tuple[Row, ...]:
        """Those of a file, by name."""
        names = self.names()
        made = (Row(names.get(key, key), value) for key, value in held.items())
        return tuple(sorted(made, key=lambda row: fold(row.name)))

    def faults(self, rows: Iterable[Row]) -> dict[tuple[int, int], str]:
        """What is wrong with each cell, by its row and column; a row with nothing in it has nothing wrong."""
        found: dict[tuple[int, int], str] = {}
        seen: dict[str, int] = {}
        for at, row in enumerate(rows):
            if row.name or row.value:
                found |= {(at, column): words for column, words in self._faults(row, at, seen)}
        return found

    def _faults(self, row: Row, at: int, seen: dict[str, int]) -> Iterable[tuple[int, str]]:
        try:
            key = self.key(row.name) if row.name else ""
            if not key:
                yield NAME, f"schrijf voor welke {self.per} dit is"
            elif seen.setdefault(key, at) != at:
                yield NAME, f"“{row.name}” staat ook in rij {seen[key] + 1}; haal één van beide weg"
        except ComposerError as error:
            yield NAME, error.message
        if words := self._unread(row.value) if row.value else "vul de waarde in":
            yield VALUE, words

    def _unread(self, value: str) -> str:
        """Why a value cannot be read, with what was typed; "" when it can."""
        bare = self.cleaned(value)
        try:
            self.value.held(bare)
        except ComposerError as error:
            return error.message.replace(f"“{bare}”", f"“{value}”")
        return ""

    def record(self, rows: Iterable[Row]) -> dict[str, str]:
        """The rows in which nothing is wrong, as a file has them."""
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
        """The rows with those of a table out of another program: a name that is there gets its value, others come last."""
        made = [row for row in rows if row.name or row.value]
        places = {key: at for at, row in enumerate(made) if (key := self._known(row.name))}
        for row in self._read(text):
            key = self._known(row.name)
            if key in places:
                made[places[key]] = replace(made[places[key]], value=row.value)
            else:
                places |= {key: len(made)} if key else {}
                made.append(row)
        return tuple(made)

    def _known(self, name: str) -> str:
        try:
            return self.key(name) if name else ""
        except ComposerError:
            return ""

    def _read(self, text: str) -> Iterable[Row]:
        """A row a line; the first column with a known name, and the last with anything in it; heads are passed over."""
        sign = "\t" if "\t" in text else ";"
        for cells in csv.reader(text.splitlines(), delimiter=sign):
            filled = [cell.strip() for cell in cells if cell.strip()]
            if not filled or fold(filled[0]) in _HEADS:
                continue
            name = next((cell for cell in filled if self._known(cell)), filled[0])
            yield Row(name, filled[-1] if len(filled) > 1 else "")
