"""Typed values of facts, and the Dutch forms in which they are printed and looked up."""

import re
from collections.abc import Mapping
from decimal import Decimal
from typing import Annotated, Any, Literal, assert_never

from pydantic import Field, model_serializer, model_validator

from composer.domain import dutch
from composer.domain.model import Dutch, Model, invalid
from composer.domain.uncertain_date import UncertainDate

Order = Literal["ruim", "bijna", "circa"]
PeriodOrder = Literal["begin", "eind", "halverwege"]
VALUE_LABELS: Mapping[str, str] = {
    "datum": "Datum",
    "bedrag": "Bedrag in hele euro’s",
    "percentage": "Percentage",
    "aantal": "Aantal",
    "jaar": "Jaar",
    "periode": "Periode",
    "tekst": "Woorden",
}
"""What each kind of value is called where one is chosen."""


LARGEST = 10**15
"""Beyond any amount or count in a letter; what is larger is a mistake, and costly to write out."""
Whole = Annotated[int, Field(alias="waarde", ge=-LARGEST, le=LARGEST)]


class DateValue(Model):
    kind: Annotated[Literal["datum"], Dutch("soort")]
    value: Annotated[UncertainDate, Dutch("waarde")]


class YearValue(Model):
    kind: Annotated[Literal["jaar"], Dutch("soort")]
    value: Annotated[int, Field(alias="waarde", ge=1800, le=2200)]


class AmountValue(Model):
    """Whole euros."""

    kind: Annotated[Literal["bedrag"], Dutch("soort")]
    value: Whole
    order: Annotated[Order | None, Dutch("orde")] = None


class PercentageValue(Model):
    kind: Annotated[Literal["percentage"], Dutch("soort")]
    value: Annotated[Decimal, Field(alias="waarde", ge=-LARGEST, le=LARGEST, decimal_places=6)]
    order: Annotated[Order | None, Dutch("orde")] = None


class CountValue(Model):
    """`unit` is the plural noun that is counted."""

    kind: Annotated[Literal["aantal"], Dutch("soort")]
    value: Whole
    unit: Annotated[str | None, Dutch("eenheid")] = None
    order: Annotated[Order | None, Dutch("orde")] = None


class Span(Model):
    """`first` to `last`, both included: years, months or quarters."""

    first: Annotated[str, Dutch("van")]
    last: Annotated[str, Dutch("tot_en_met")]

    @model_validator(mode="before")
    @classmethod
    def _read(cls, data: Any) -> Any:
        return {"van": data, "tot_en_met": data} if isinstance(data, str) else data

    @model_validator(mode="after")
    def _readable(self) -> "Span":
        for text in (self.first, self.last):
            if not re.fullmatch(r"\d{4}(-(0[1-9]|1[0-2]|Q[1-4]|lente|voorjaar|zomer|herfst|najaar|winter))?", text):
                raise invalid(f"“{text}” is geen periode; schrijf 2025, 2025-02, 2025-Q2 of 2022-zomer")
        if self.first[:4] > self.last[:4] or (_comparable(self.first, self.last) and self.first > self.last):
            raise invalid("“van” ligt na “tot_en_met”; draai ze om")
        return self

    @model_serializer
    def _write(self) -> str | dict[str, str]:
        return self.first if self.first == self.last else {"van": self.first, "tot_en_met": self.last}


def _comparable(first: str, last: str) -> bool:
    """Whether two parts of a year are both months or both quarters."""
    return first[5:6] == last[5:6] == "Q" or (first[5:].isdigit() and last[5:].isdigit())


class PeriodValue(Model):
    kind: Annotated[Literal["periode"], Dutch("soort")]
    value: Annotated[Span, Dutch("waarde")]
    order: Annotated[PeriodOrder | None, Dutch("orde")] = None


class TextValue(Model):
    kind: Annotated[Literal["tekst"], Dutch("soort")]
    value: Annotated[str, Field(alias="waarde", min_length=1)]


Value = Annotated[
    DateValue | YearValue | AmountValue | PercentageValue | CountValue | PeriodValue | TextValue,
    Field(discriminator="kind"),
]


def written(value: Value) -> str:
    """The Dutch form in which a passage prints a value: 29 november 2024, € 2,86 miljoen, ruim 93%, drie."""
    return forms(value)[0]


def forms(value: Value) -> tuple[str, ...]:
    """Every usual Dutch form of a value with plain spaces, the printed one first; all are exactly equivalent."""
    match value:
        case DateValue():
            return _moment_forms(value.value)
        case YearValue():
            return (str(value.value),)
        case AmountValue():
            return _ordered(value.order, _amount_forms(value.value))
        case PercentageValue():
            text = dutch.number(value.value)
            return _ordered(value.order, (f"{text}%", f"{text} %", f"{text} procent"))
        case CountValue():
            return _ordered(value.order, (dutch.count_in_words(value.value), dutch.number(value.value)))
        case PeriodValue():
            return _period_forms(value)
        case TextValue():
            return (value.value,)
        case _:
            assert_never(value)


def bare_forms(value: Value) -> tuple[str, ...]:
    """The forms without ruim, bijna, circa, begin or eind: what must be printed in a source."""
    return forms(value.model_copy(update={"order": None}) if hasattr(value, "order") else value)


def _ordered(order: str | None, texts: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(f"{order} {text}" for text in texts) if order else texts


def _amount_forms(euros: int) -> tuple[str, ...]:
    full = dutch.number(euros)
    short = dutch.shortened(euros)
    long_forms = (f"€ {full}", f"€{full}", f"{full} euro")
    return (f"€ {short}", f"€{short}", f"{short} euro", f"{short}", *long_forms) if short else long_forms


def _moment_forms(moment: UncertainDate) -> tuple[str, ...]:
    first, last = moment.earliest, moment.latest
    if moment.certain:
        numeric = (f"{first.day}-{first.month}-{first.year}", first.strftime("%d-%m-%Y"))
        return (dutch.day_in_words(first), dutch.day_and_month(first), *numeric, first.isoformat())
    if moment.notation() == first.strftime("%Y-%m"):
        return (dutch.month_in_words(first),)
    if moment.notation() == str(first.year):
        return (str(first.year),)
    return (f"tussen {dutch.day_in_words(first)} en {dutch.day_in_words(last)}",)


def _period_forms(value: PeriodValue) -> tuple[str, ...]:
    first, last = value.value.first, value.value.last
    if first == last:
        return _ordered(value.order, _part_forms(first))
    starts, ends = _part_forms(first), _part_forms(last)
    spans = [f"{start} tot en met {end}" for start in starts for end in ends]
    dashed = [f"{start}{dash}{end}" for dash in ("-", "–", " - ", " – ") for start in starts for end in ends]
    return (*spans, *dashed)


def _part_forms(text: str) -> tuple[str, ...]:
    year, _, part = text.partition("-")
    if not part:
        return (year,)
    if part.startswith("Q"):
        ordinal = dutch.ORDINALS[int(part[1]) - 1]
        return (f"het {ordinal} kwartaal van {year}", f"{ordinal} kwartaal {year}", f"{part} {year}", f"{part}-{year}")
    if part.isdigit():
        month = dutch.MONTHS[int(part) - 1]
        return (f"{month} {year}", month)
    return (f"{part} {year}", f"{part} van {year}", f"de {part} van {year}")
