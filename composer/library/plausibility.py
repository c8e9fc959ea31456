"""What a library says that can be read and can hardly be meant: values out of bounds, answers that nobody asked for."""

from collections.abc import Iterator
from decimal import Decimal

from composer.domain import dutch
from composer.domain.errors import did_you_mean
from composer.domain.fact import Fact
from composer.domain.finding import Problem
from composer.domain.municipality import Municipality
from composer.domain.values import AmountValue, CountValue, PercentageValue, Value
from composer.library.library import Library
from composer.library.references import SourceLines

WHOLE = 100


def unlikely_records(library: Library) -> Iterator[Problem]:
    """Everything in it is read all the same."""
    lines = SourceLines(library)
    for fact in library.facts.values():
        yield from _unlikely_values(fact, lines)
    yield from _unknown_names(library, lines)
    for municipality in library.municipalities.values():
        yield from _unknown_answers(municipality, library, lines)


def _unlikely_values(fact: Fact, lines: SourceLines) -> Iterator[Problem]:
    """None where the fact explains itself."""
    for name, value in fact.values.items() if not fact.remark else ():
        if told := _out_of_bounds(value):
            message = f"waarden.{name}: {told}, of leg in “toelichting” uit waarom het klopt"
            yield lines.problem("Fact", fact.id, message, str(value.value), severity="waarschuwing")


def _out_of_bounds(value: Value) -> str | None:
    match value:
        case AmountValue() | CountValue() | PercentageValue() if value.value < 0:
            given = dutch.number(value.value)
            return f"{given} is minder dan niets; schrijf het getal zonder min, en in de stelling dat het daalt of ontbreekt"
        case PercentageValue() if value.value > Decimal(WHOLE):
            return f"{dutch.number(value.value)}% is meer dan het geheel; verbeter het"
        case _:
            return None


def _unknown_names(library: Library, lines: SourceLines) -> Iterator[Problem]:
    """Each name once, where it stands first."""
    keys = [field.alias or name for name, field in Municipality.model_fields.items()]
    seen = set(library.profile_fields)
    for cbs, name in ((held.cbs, name) for held in library.municipalities.values() for name in held.local):
        if name not in seen:
            seen.add(name)
            near = did_you_mean(name, (*library.profile_fields, *keys))
            message = f"{name}: geen profielveld heet zo.{near} Verbeter de naam of zet hem in profielvelden.yaml"
            yield lines.problem("Municipality", cbs, message, f"{name}:", severity="waarschuwing")


def _unknown_answers(municipality: Municipality, library: Library, lines: SourceLines) -> Iterator[Problem]:
    for name, given in municipality.local.items():
        field = library.profile_fields.get(name)
        if field and field.answers and given.value and given.value not in field.answers:
            message = f"{name}: “{given.value}” kan hier niet; kies uit {dutch.enumeration(field.answers, 'of')}"
            yield lines.problem("Municipality", municipality.cbs, message, f"{name}:")
