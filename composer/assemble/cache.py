"""What was made for the last letters, so that what stays the same from one to the next is not made again."""

from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass
from operator import is_
from typing import Any, Generic, TypeVar

from composer.domain.sequences import common_ends

T = TypeVar("T")
S = TypeVar("S")
State = TypeVar("State", bound=Hashable)
HEADROOM = 200
"""So many things more than twice what one letter needs are kept before any of them goes."""


class GenerationCache:
    """Keeps what the last letters asked for; `turn` says that another letter begins."""

    def __init__(self) -> None:
        self._now: dict[Hashable, Any] = {}
        self._before: dict[Hashable, Any] = {}
        self._most: int | None = None
        """How many things are kept; None until one letter has shown how many it needs."""

    def __len__(self) -> int:
        return len(self._now) + len(self._before)

    def next_generation(self) -> bool:
        """Once enough was added, what nobody asked for since the turn before goes; whether that is now."""
        if self._most is None and self._now:
            self._most = 2 * len(self._now) + HEADROOM
        if self._most is None or len(self._now) < self._most:
            return False
        self._before, self._now, self._most = self._now, {}, None
        return True

    def get(self, key: Hashable) -> Any:
        """What was put there; None when nothing was, or too long ago."""
        found = self._now.get(key)
        if found is None and (found := self._before.get(key)) is not None:
            self._now[key] = found
        return found

    def put(self, key: Hashable, made: T) -> T:
        self._now[key] = made
        return made

    def get_or_make(self, key: Hashable, make: Callable[[], T]) -> T:
        """What was made for this key, or what `make` makes, which is not None."""
        found = self.get(key)
        return self.put(key, make()) if found is None else found

    def get_or_make_for(self, thing: object, about: Hashable, make: Callable[[], T]) -> T:
        """What was made of this very thing; an equal one is another thing."""
        key = (id(thing), about)
        found = self.get(key)
        if found is None or found[0] is not thing:
            found = self.put(key, (thing, make()))
        return found[1]

    def get_or_refresh(self, name: Hashable, about: object, make: Callable[[], T]) -> T:
        """What was made under a name, or what `make` makes when that was about something else."""
        found = self.get(name)
        if found is None or found[0] != about:
            found = self.put(name, (about, make()))
        return found[1]

    def map_incrementally(
        self, things: Sequence[S], about: Hashable, make: Callable[[S], T], given: object = None
    ) -> tuple[T, ...]:
        """What was made of each thing in a row; made again only of those that are others than in the row before.

        All is made again when something else is `given`.
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
        """As `along` where what is made of a thing depends on those before it too, through a state that it leaves."""
        last: _Scan[S, State, T] | None = self.get(("on", about))
        if last is None or last.given != given or last.states[0] != state:
            last = _Scan((), (state,), (), given)
        return self.put(("on", about), last.resumed(things, make)).made


@dataclass(frozen=True, slots=True)
class _Scan(Generic[S, State, T]):
    """A row of things with what was made of them; `states` has the one before each of them and the last."""

    things: Sequence[S]
    states: tuple[State, ...]
    made: tuple[T, ...]
    given: object

    def resumed(self, things: Sequence[S], make: Callable[[State, S], tuple[State, T]]) -> "_Scan[S, State, T]":
        """The same with other things, as soon as the things and the state are the same again no more is made."""
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
