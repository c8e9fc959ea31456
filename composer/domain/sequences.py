"""What two rows of things have in common."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import compress, count, takewhile
from operator import eq, is_, is_not


def identical_items(some: Sequence[object], others: Sequence[object]) -> bool:
    """Whether they are the very same things in the same order."""
    return len(some) == len(others) and all(map(is_, some, others))


def others(some: Sequence[object], things: Sequence[object]) -> Iterator[int]:
    """The places where two rows of one length do not have the very same thing."""
    return compress(count(), map(is_not, some, things))


def common_ends(
    before: Sequence[object], after: Sequence[object], by: Callable[[object, object], bool] = eq
) -> tuple[int, int]:
    """How many both begin with, and how many of the rest both end with."""
    ahead = _true(map(by, before, after))
    rest = min(len(before), len(after)) - ahead
    return ahead, min(rest, _true(map(by, reversed(before), reversed(after)))) if rest else 0


def _true(held: Iterable[bool]) -> int:
    """How many are, up to the first that is not."""
    return sum(takewhile(bool, held))
