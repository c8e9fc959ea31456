"""What two rows of things have in common."""

from collections.abc import Callable, Iterable, Sequence
from itertools import takewhile
from operator import eq, is_


def same(some: Sequence[object], others: Sequence[object]) -> bool:
    """Whether they are the very same things in the same order."""
    return len(some) == len(others) and all(map(is_, some, others))


def alike(
    before: Sequence[object], after: Sequence[object], by: Callable[[object, object], bool] = eq
) -> tuple[int, int]:
    """How many both begin with, and how many of the rest both end with."""
    ahead = _true(map(by, before, after))
    rest = min(len(before), len(after)) - ahead
    return ahead, min(rest, _true(map(by, reversed(before), reversed(after)))) if rest else 0


def _true(held: Iterable[bool]) -> int:
    """How many are, up to the first that is not."""
    return sum(takewhile(bool, held))
