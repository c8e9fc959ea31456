"""The Dutch form of printed values, and the filters that choose another form."""

from collections.abc import Callable
from datetime import date
from decimal import Decimal
from typing import Any, TypeGuard

from composer.domain import dutch
from composer.domain.dutch import capitalised
from composer.domain.uncertain_date import UncertainDate
from composer.domain.values import (
    AmountValue,
    CountValue,
    DateValue,
    PercentageValue,
    PeriodValue,
    TextValue,
    YearValue,
    bare_forms,
    forms,
    written,
)

TYPED = (AmountValue, CountValue, DateValue, PercentageValue, PeriodValue, TextValue, YearValue)


def is_items(value: object) -> TypeGuard[tuple[Any, ...]]:
    """Whether a value is a list, as of the members of a region."""
    return isinstance(value, tuple)


def form(value: Any) -> str:
    """How a value is written: days in words, typed values in their own form, names as an enumeration.

    Raises TypeError for what is no value but holds some, such as a profile.
    """
    match value:
        case str():
            return value
        case bool():
            return "ja" if value else "nee"
        case date():
            return dutch.day_in_words(value)
        case int() | Decimal():
            return dutch.number(value)
        case _ if is_items(value):
            return dutch.enumeration(tuple(form(item) for item in value))
        case _ if isinstance(value, TYPED):
            return written(value)
        case _:
            raise TypeError(value)


def _day(value: Any) -> date | None:
    moment = value.value if isinstance(value, DateValue) else value
    if isinstance(moment, UncertainDate):
        return moment.earliest
    return moment if isinstance(moment, date) else None


def _by_day(write: Callable[[date], str]) -> Callable[[Any], str]:
    def filtered(value: Any) -> str:
        day = _day(value)
        return write(day) if day else form(value)

    return filtered


def _in_digits(value: Any) -> str:
    """Digits for a count, all digits for an amount."""
    match value:
        case CountValue():
            return forms(value)[1]
        case AmountValue():
            return next(
                text
                for text in forms(value)
                if text.startswith(("€ ", "circa", "ruim", "bijna")) and "milj" not in text
            )
        case _:
            return form(value)


def _in_percent(value: Any) -> str:
    return forms(value)[2] if isinstance(value, PercentageValue) else form(value)


def _without_order(value: Any) -> str:
    return bare_forms(value)[0] if hasattr(value, "kind") else form(value)


def _counted(value: Any) -> str:
    return dutch.count_in_words(len(value)) if is_items(value) else form(value)


def _capitalised(value: Any) -> str:
    text = form(value)
    return capitalised(text)


FILTERS: dict[str, Callable[[Any], str]] = {
    "voluit": form,
    "opsomming": form,
    "dag_maand": _by_day(dutch.day_and_month),
    "maand_jaar": _by_day(dutch.month_in_words),
    "jaartal": _by_day(lambda day: str(day.year)),
    "cijfers": _in_digits,
    "procent": _in_percent,
    "kaal": _without_order,
    "aantal": _counted,
    "hoofdletter": _capitalised,
}
