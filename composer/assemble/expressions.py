"""The names and conditions that a text may use, with three outcomes: yes, no and not known."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any, TypeGuard

from jinja2 import nodes

from composer.assemble.filters import FILTERS, is_items
from composer.domain.errors import ComposerError, did_you_mean
from composer.domain.uncertain_date import UncertainDate


@dataclass(frozen=True, slots=True)
class NamedValue:
    """A value with the name under which a text reaches it; `value` None is not known."""

    path: str
    value: Any
    fact: str | None = None


@dataclass(frozen=True, slots=True)
class Truth:
    """Yes, no, or None with the names that would have to be known."""

    holds: bool | None
    unknown: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class BlockSlot:
    """A place for blocks: a section of the letter, or its list of attachments; true when something comes there."""

    name: str
    filled: bool

    def __bool__(self) -> bool:
        return self.filled


YES, NO = Truth(True), Truth(False)
Names = Mapping[str, Any]


def is_names(value: object) -> TypeGuard[Names]:
    """Whether a value has names of its own below it."""
    return isinstance(value, Mapping)


def value_of(node: nodes.Expr, names: Names) -> NamedValue:
    """The value that a path leads to; raises ComposerError with the line when a name does not exist."""
    match node:
        case nodes.Name():
            return _step(NamedValue("", names), node.name, node.lineno)
        case nodes.Getattr():
            return _step(value_of(node.node, names), node.attr, node.lineno)
        case nodes.Getitem(arg=nodes.Const(value=key)):
            return _step(value_of(node.node, names), str(key), node.lineno)
        case nodes.Const():
            return NamedValue("", node.value)
        case nodes.List() | nodes.Tuple():
            return NamedValue("", tuple(value_of(item, names).value for item in node.items))
        case nodes.Filter(node=nodes.Expr() as inner):
            named = value_of(inner, names)
            return NamedValue(named.path, in_words(named, FILTERS[node.name], node.lineno), named.fact)
        case _:
            raise ComposerError("dit kan hier niet staan; noem een veld, zoals gemeente.naam", line=node.lineno)


def in_words(named: NamedValue, write: Callable[[Any], str], line: int) -> str | None:
    """A value in one of its forms, None for what is not known; raises ComposerError for what only holds values."""
    try:
        return None if named.value is None else write(named.value)
    except TypeError:
        raise ComposerError(f"“{named.path}” is zelf geen waarde; noem een onderdeel ervan", line=line) from None


def _step(holder: NamedValue, key: str, line: int) -> NamedValue:
    path = f'{holder.path}["{key}"]' if holder.path == "feit" else f"{holder.path}.{key}".lstrip(".")
    known = holder.value
    if not is_names(known):
        raise ComposerError(f"“{holder.path}” heeft geen onderdeel “{key}”; laat “.{key}” weg", line=line)
    if key not in known:
        near = did_you_mean(key, known, f"{holder.path}." if holder.path not in ("", "feit") else "")
        raise ComposerError(f"“{path}” bestaat niet.{near} Kies een naam uit de lijst", line=line)
    if isinstance(known[key], NamedValue):
        return known[key]
    return NamedValue(path, known[key], key if holder.path == "feit" else holder.fact)


def truth(node: nodes.Expr, names: Names) -> Truth:
    """Whether a condition holds, in Kleene's logic: what is not known decides nothing unless it must."""
    match node:
        case nodes.And():
            return _both(truth(node.left, names), truth(node.right, names))
        case nodes.Or():
            return _negated(_both(_negated(truth(node.left, names)), _negated(truth(node.right, names))))
        case nodes.Not():
            return _negated(truth(node.node, names))
        case nodes.Test():
            known = value_of(node.node, names).value is not None
            return YES if known == (node.name == "bekend") else NO
        case nodes.Compare():
            return _compared(node, names)
        case _:
            return _bare(value_of(node, names))


def _both(left: Truth, right: Truth) -> Truth:
    if left.holds is False or right.holds is False:
        return NO
    if left.holds and right.holds:
        return YES
    return Truth(None, tuple(dict.fromkeys((*left.unknown, *right.unknown))))


def _negated(outcome: Truth) -> Truth:
    return outcome if outcome.holds is None else Truth(not outcome.holds)


def _bare(named: NamedValue) -> Truth:
    if named.value is None:
        return Truth(None, (named.path,))
    return Truth(named.value != "nee" and bool(named.value))


def _compared(node: nodes.Compare, names: Names) -> Truth:
    left = value_of(node.expr, names)
    outcome = YES
    for operand in node.ops:
        right = value_of(operand.expr, names)
        if unknown := tuple(side.path for side in (left, right) if side.value is None):
            outcome = _both(outcome, Truth(None, unknown))
        else:
            outcome = _both(outcome, Truth(_holds(operand.op, left.value, right.value, node.lineno)))
        left = right
    return outcome


def _holds(operator: str, left: Any, right: Any, line: int) -> bool:
    try:
        return COMPARISONS[operator](_plain(left), _plain(right))
    except TypeError:
        raise ComposerError(
            "deze twee waarden zijn niet te vergelijken; vergelijk datums met datums", line=line
        ) from None


def _plain(value: Any) -> Any:
    """What two values are compared by: days as ISO dates, numbers as numbers, texts as they are."""
    value = getattr(value, "value", value)
    match value:
        case UncertainDate():
            return value.latest.isoformat()
        case date():
            return value.isoformat()
        case bool():
            return "ja" if value else "nee"
        case int() | Decimal():
            return Decimal(value)
        case _:
            return tuple(_plain(item) for item in value) if is_items(value) else value


COMPARISONS: dict[str, Callable[[Any, Any], bool]] = {
    "eq": lambda left, right: left == right,
    "ne": lambda left, right: left != right,
    "lt": lambda left, right: left < right,
    "lteq": lambda left, right: left <= right,
    "gt": lambda left, right: left > right,
    "gteq": lambda left, right: left >= right,
    "in": lambda left, right: left in right,
    "notin": lambda left, right: left not in right,
}
