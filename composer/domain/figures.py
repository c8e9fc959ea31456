"""Figures and days as people write them in running text, and whether a fact's values bear them out."""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal, InvalidOperation
from typing import Literal

from composer.domain.dutch import MONTHS, NUMBERS
from composer.domain.numerals import NUMERAL, numeral
from composer.domain.shares import Share, shares
from composer.domain.values import AmountValue, CountValue, DateValue, PercentageValue, PeriodValue, Value, YearValue

Kind = Literal["bedrag", "percentage", "dag", "maand", "jaar", "getal"]
Approximation = Literal["", "ruim", "bijna", "circa", "meer-dan", "minder-dan"]


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure with the words that say it; a day without a year has year 0, a month is its first day."""

    kind: Kind
    value: Decimal | date
    words: str
    start: int
    approximation: Approximation = ""
    year_given: bool = True

    @property
    def end(self) -> int:
        return self.start + len(self.words)


_APPROXIMATIONS: dict[str, Approximation] = {
    "ruim": "ruim",
    "meer dan": "meer-dan",
    "minstens": "meer-dan",
    "bijna": "bijna",
    "minder dan": "minder-dan",
    "hoogstens": "minder-dan",
    "circa": "circa",
    "ca.": "circa",
    "ongeveer": "circa",
    "zo'n": "circa",
    "zo’n": "circa",
    "rond": "circa",
    "rond de": "circa",
    "grofweg": "circa",
    "om en nabij": "circa",
}
_ABOUT = r"(?P<about>" + "|".join(re.escape(word) for word in sorted(_APPROXIMATIONS, key=len, reverse=True)) + r")\s+"
_BEFORE = re.compile(rf"\b{_ABOUT}$", re.IGNORECASE)
_NUMBER = r"(?P<number>\d{1,3}(?:\.\d{3})+(?:,\d+)?|\d+(?:,\d+)?)"
_MONTH = r"(?P<month>" + "|".join(MONTHS) + ")"
_SIZE = r"(?P<size>miljoen|miljard|duizend|mln\.?|mld\.?)"
_SIZES = {"duizend": 3, "miljoen": 6, "mln": 6, "miljard": 9, "mld": 9}

_PATTERNS: tuple[tuple[Kind, re.Pattern[str]], ...] = (
    ("dag", re.compile(rf"\b(?P<day>[0-3]?\d)\s+{_MONTH}(?:\s+(?P<year>\d{{4}}))?\b", re.IGNORECASE)),
    ("dag", re.compile(r"\b(?P<day>[0-3]?\d)-(?P<mm>[01]?\d)-(?P<year>\d{4})\b")),
    ("maand", re.compile(rf"\b{_MONTH}\s+(?P<year>\d{{4}})\b", re.IGNORECASE)),
    ("bedrag", re.compile(rf"(?:{_ABOUT})?€\s*{_NUMBER}(?:\s*{_SIZE})?", re.IGNORECASE)),
    ("bedrag", re.compile(rf"(?:{_ABOUT})?\b{_NUMBER}\s*(?:{_SIZE}\s*)?euro\b", re.IGNORECASE)),
    ("bedrag", re.compile(rf"(?:{_ABOUT})?\b{_NUMBER}\s*{_SIZE}", re.IGNORECASE)),
    ("percentage", re.compile(rf"(?:{_ABOUT})?\b{_NUMBER}\s*(?:%|procent\b)", re.IGNORECASE)),
    ("jaar", re.compile(r"(?<![\d.,-])(?P<year>(?:19|20)\d{2})(?![\d]|[.,]\d)")),
    ("getal", re.compile(rf"(?:{_ABOUT})?(?<![\w.,-]){_NUMBER}(?![\w]|[.,]\d)", re.IGNORECASE)),
)
_HALVES = {"een half": Decimal("0.5"), "een": Decimal(1), "anderhalf": Decimal("1.5")} | {
    f"{word}{'ën' if word.endswith('e') else 'en'}half": Decimal(number) + Decimal("0.5")
    for number, word in enumerate(NUMBERS[2:11], start=2)
}
_MONEY = re.compile(r"miljoen|miljard|\beuro\b", re.IGNORECASE)
"""Money in words has one."""
_WORDED_MONEY = re.compile(
    rf"(?:{_ABOUT})?\b(?:(?P<number>{'|'.join(sorted(_HALVES, key=len, reverse=True))}|{NUMERAL})"
    rf"\s+(?P<size>miljoen|miljard)(?:\s+euro)?|(?P<euros>{NUMERAL})\s+euro)\b",
    re.IGNORECASE,
)
_DIGIT = re.compile(r"\d")
"""Every pattern of `_PATTERNS` has one."""
_NO_CLAIM = re.compile(
    r"(art(?:ikel|\.)?|lid|bijlage|bladzijde|blz\.|pagina|p\.|paragraaf|par\.|nummer|nr\.|versie|§)\s*$", re.IGNORECASE
)
"""What before a number makes it a name of a place, not a claim."""
_NEAR = 30
"""Characters before a number in which that is looked for."""


def figures(text: str) -> tuple[Figure, ...]:
    """The figures of a text in reading order, none within another; numbers that only name a place are left out."""
    found = [_worded(share, text) for share in shares(text)]
    if _MONEY.search(text):
        found += _money_in_words(text)
    if _DIGIT.search(text):
        found += _in_digits(text)
    return tuple(sorted(found, key=lambda figure: figure.start))


def _money_in_words(text: str) -> Iterator[Figure]:
    """Twee miljoen euro, anderhalf miljoen, vijfduizend euro."""
    for match in _WORDED_MONEY.finditer(text):
        told = (match["number"] or match["euros"]).lower()
        value = _HALVES.get(told) or numeral(told)
        if value:
            size = Decimal(10) ** _SIZES[match["size"].lower()] if match["size"] else Decimal(1)
            about = _APPROXIMATIONS.get(" ".join((match["about"] or "").lower().split()), "")
            yield Figure("bedrag", value * size, match.group(), match.start(), about)


def _in_digits(text: str) -> list[Figure]:
    found: list[Figure] = []
    taken = bytearray(len(text))
    for kind, pattern in _PATTERNS:
        for match in pattern.finditer(text):
            if any(taken[match.start() : match.end()]):
                continue
            figure = _figure(kind, match)
            if figure and not _NO_CLAIM.search(text[max(0, match.start() - _NEAR) : match.start()]):
                found.append(figure)
                taken[figure.start : figure.end] = b"\1" * len(figure.words)
    return found


def _worded(share: Share, text: str) -> Figure:
    """A third is said roughly, whatever stands before it."""
    before = _BEFORE.search(text[: share.start])
    about = _APPROXIMATIONS[" ".join(before["about"].lower().split())] if before else ""
    words = f"{before.group()}{share.words}" if before else share.words
    start = before.start() if before else share.start
    return Figure("percentage", share.percent, words, start, about or ("" if share.exact else "circa"))


def _figure(kind: Kind, match: re.Match[str]) -> Figure | None:
    groups = match.groupdict()
    try:
        value = _READERS[kind](groups)
    except (ValueError, InvalidOperation):
        return None
    about = " ".join((groups.get("about") or "").lower().split())
    given = kind != "dag" or groups.get("year") is not None
    return Figure(kind, value, match.group(), match.start(), _APPROXIMATIONS.get(about, ""), given)


def _day(groups: dict[str, str | None]) -> date:
    month = int(groups["mm"] or 0) if "mm" in groups else _month(groups)
    return date(int(groups["year"] or 4), month, int(groups["day"] or 0))


def _month(groups: dict[str, str | None]) -> int:
    return MONTHS.index((groups["month"] or "").lower()) + 1


def _number(groups: dict[str, str | None]) -> Decimal:
    size = (groups.get("size") or "").lower().rstrip(".")
    return Decimal((groups["number"] or "").replace(".", "").replace(",", ".")) * 10 ** _SIZES.get(size, 0)


_READERS: dict[Kind, Callable[[dict[str, str | None]], Decimal | date]] = {
    "dag": _day,
    "maand": lambda groups: date(int(groups["year"] or 0), _month(groups), 1),
    "jaar": lambda groups: Decimal(groups["year"] or 0),
    "bedrag": _number,
    "percentage": _number,
    "getal": _number,
}


def borne_out(figure: Figure, values: Iterable[Value]) -> bool:
    """Whether one of the values says the figure, as exactly or less exactly; never a sharper figure than the value."""
    return any(_says(value, figure) for value in values)


def _says(value: Value, figure: Figure) -> bool:
    match value, figure.value:
        case DateValue(), date() as day:
            return _same_day(value, figure, day)
        case DateValue(), Decimal() as number:
            return figure.kind == "jaar" and value.value.earliest.year == value.value.latest.year == number
        case YearValue(), Decimal() as number:
            return figure.kind in ("jaar", "getal") and value.value == number
        case PeriodValue(), _:
            return _within_period(value, figure)
        case (AmountValue(), Decimal() as number) if figure.kind == "bedrag":
            return _approximates(Decimal(value.value), value.order, number, figure.approximation)
        case (PercentageValue(), Decimal() as number) if figure.kind == "percentage":
            return _approximates(value.value, value.order, number, figure.approximation)
        case (CountValue(), Decimal() as number) if figure.kind == "getal":
            return _approximates(Decimal(value.value), value.order, number, figure.approximation)
        case _:
            return False


def _same_day(value: DateValue, figure: Figure, day: date) -> bool:
    first, last = value.value.earliest, value.value.latest
    if figure.kind == "maand":
        return (first.year, first.month) == (last.year, last.month) == (day.year, day.month)
    if not value.value.certain:
        return False
    return (first.month, first.day) == (day.month, day.day) and (not figure.year_given or first.year == day.year)


def _within_period(value: PeriodValue, figure: Figure) -> bool:
    ends = (value.value.first, value.value.last)
    match figure.value:
        case date() as day:
            return figure.kind == "maand" and any(end == day.strftime("%Y-%m") for end in ends)
        case number:
            return figure.kind == "jaar" and any(end.startswith(str(number)) for end in ends)


def _approximates(exact: Decimal, order: str | None, told: Decimal, about: Approximation) -> bool:
    """Whether `told`, said with `about`, is borne out by a value known as `order` `exact`."""
    near = abs(exact) * Decimal("0.05")
    if order and (about in ("", "circa") or about == order):
        return told == exact and about != ""
    match about:
        case "":
            return told == exact
        case "circa":
            return abs(told - exact) <= near
        case "ruim":
            return not order and exact - near <= told <= exact
        case "bijna":
            return not order and exact <= told <= exact + near
        case "meer-dan":
            return told < exact or (told == exact and order == "ruim")
        case "minder-dan":
            return told > exact or (told == exact and order == "bijna")


_COUNTS = {word: number for number, word in enumerate(NUMBERS) if number > 1}
_COUNTED = re.compile(r"\b(" + "|".join(_COUNTS) + r")\s+(?:[\w-]+\s+)?([\w-]{3,})", re.IGNORECASE)


def counted(text: str) -> Iterator[tuple[int, str, str]]:
    """Numbers written as words with the noun that follows within two words: (3, "drie voorwaarden", "voorwaarden")."""
    for match in _COUNTED.finditer(text):
        yield _COUNTS[match.group(1).lower()], match.group(), match.group(2).lower()
