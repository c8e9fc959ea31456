"""A cache in two generations: an entry that no letter asked for since the last turn is dropped."""

from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass
from operator import is_
from typing import Any, Generic, TypeVar

from composer.domain.sequences import common_ends

T = TypeVar("T")
S = TypeVar("S")
State = TypeVar("State", bound=Hashable)
HEADROOM = 200
"""Entries allowed beyond twice what one letter needs, before a generation is dropped."""


class GenerationCache:
    """Caches what the last letters asked for; call `next_generation` when another letter begins."""

    def __init__(self) -> None:
        self._now: dict[Hashable, Any] = {}
        self._before: dict[Hashable, Any] = {}
        self._most: int | None = None
        """The size at which a generation is dropped; None until one letter has shown how many entries it needs."""

    def __len__(self) -> int:
        return len(self._now) + len(self._before)

    def next_generation(self) -> bool:
        """Begins another letter; drops the older generation when enough was added, and returns whether it did."""
        if self._most is None and self._now:
            self._most = 2 * len(self._now) + HEADROOM
        if self._most is None or len(self._now) < self._most:
            return False
        self._before, self._now, self._most = self._now, {}, None
        return True

    def get(self, key: Hashable) -> Any:
        """The entry for this key, which then counts as used; None when there is none (any more)."""
        found = self._now.get(key)
        if found is None and (found := self._before.get(key)) is not None:
            self._now[key] = found
        return found

    def put(self, key: Hashable, made: T) -> T:
        self._now[key] = made
        return made

    def get_or_make(self, key: Hashable, make: Callable[[], T]) -> T:
        """The entry for this key, made with `make` when there is none; `make` may not return None."""
        found = self.get(key)
        return self.put(key, make()) if found is None else found

    def get_or_make_for(self, thing: object, about: Hashable, make: Callable[[], T]) -> T:
        """`make()`, cached by the identity of `thing` and by `about`; an equal but different object has its own entry."""
        key = (id(thing), about)
        found = self.get(key)
        if found is None or found[0] is not thing:
            found = self.put(key, (thing, make()))
        return found[1]

    def get_or_refresh(self, name: Hashable, about: object, make: Callable[[], T]) -> T:
        """`make()`, cached under `name` until `about` is no longer equal to what it was."""
        found = self.get(name)
        if found is None or found[0] != about:
            found = self.put(name, (about, make()))
        return found[1]

    def map_incrementally(
        self, things: Sequence[S], about: Hashable, make: Callable[[S], T], given: object = None
    ) -> tuple[T, ...]:
        """`make(thing)` for each thing, computed again only for things that are other objects than in the previous call.

        The previous call is that with the same `about`; everything is computed again when `given` differs.
        """
        last: tuple[Sequence[S], tuple[T, ...], object] | None = self.get(("along", about))
        before, made, _ = last if last and last[2] == given else ((), (), None)
        if len(before) == len(things):
            made = tuple(
                [was if one is thing else make(thing) for one, thing, was in zip(before, things, made, strict=True)]
            )
        else:
            ahead, behind = common_ends(before, things, is_)
            made = (*made[:ahead], *map(make, things[ahead : len(things) - behind]), *made[len(made) - behind :])
        return self.put(("along", about), (things, made, given))[1]

    def scan_incrementally(
        self,
        things: Sequence[S],
        about: Hashable,
        state: State,
        make: Callable[[State, S], tuple[State, T]],
        given: object = None,
    ) -> tuple[T, ...]:
        """As `map_incrementally`, where `make` also takes the state that the things before left, and returns the next state."""
        last: _Scan[S, State, T] | None = self.get(("on", about))
        if last is None or last.given != given or last.states[0] != state:
            last = _Scan((), (state,), (), given)
        return self.put(("on", about), last.resumed(things, make)).made


@dataclass(frozen=True, slots=True)
class _Scan(Generic[S, State, T]):
    """Things with their results; `states` has the state before each thing, and the last one."""

    things: Sequence[S]
    states: tuple[State, ...]
    made: tuple[T, ...]
    given: object

    def resumed(self, things: Sequence[S], make: Callable[[State, S], tuple[State, T]]) -> "_Scan[S, State, T]":
        """The scan of other things, in which results are reused once both the things and the state are the same again."""
        ahead, behind = common_ends(self.things, things, is_)
        if ahead == len(self.things) == len(things):
            return self
        states, made = [*self.states[: ahead + 1]], [*self.made[:ahead]]
        for left, thing in zip(range(len(things) - ahead, 0, -1), things[ahead:], strict=True):
            if left <= behind and states[-1] == self.states[-1 - left]:
                return _Scan(things, (*states, *self.states[-left:]), (*made, *self.made[-left:]), self.given)
            state, one = make(states[-1], thing)
            states.append(state)
            made.append(one)
        return _Scan(things, tuple(states), tuple(made), self.given)
