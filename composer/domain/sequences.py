"""Comparison of two sequences."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import compress, count, takewhile
from operator import eq, is_, is_not


def identical_items(some: Sequence[object], others: Sequence[object]) -> bool:
    """Whether both have the same objects (by identity) in the same order."""
    return len(some) == len(others) and all(map(is_, some, others))


def others(some: Sequence[object], things: Sequence[object]) -> Iterator[int]:
    """The indexes at which two sequences of the same length do not have the same object."""
    return compress(count(), map(is_not, some, things))


def common_ends(
    before: Sequence[object], after: Sequence[object], by: Callable[[object, object], bool] = eq
) -> tuple[int, int]:
    """The number of items that both begin with, and the number of the remaining ones that both end with."""
    ahead = _true(map(by, before, after))
    rest = min(len(before), len(after)) - ahead
    return ahead, min(rest, _true(map(by, reversed(before), reversed(after)))) if rest else 0


def _true(held: Iterable[bool]) -> int:
    """The number of leading true values."""
    return sum(takewhile(bool, held))
