"""What was made for the last letters, so that what stays the same from one to the next is not made again."""

from collections.abc import Callable, Hashable
from typing import Any, TypeVar

T = TypeVar("T")
SPARE = 200
"""So many things more than twice what one letter needs are kept before any of them goes."""


class Recent:
    """Keeps what the last letters asked for; `turn` says that another letter begins."""

    def __init__(self) -> None:
        self._now: dict[Hashable, Any] = {}
        self._before: dict[Hashable, Any] = {}
        self._most: int | None = None
        """How many things are kept; None until one letter has shown how many it needs."""

    def __len__(self) -> int:
        return len(self._now) + len(self._before)

    def turn(self) -> bool:
        """Once enough was added, what nobody asked for since the turn before goes; whether that is now."""
        if self._most is None and self._now:
            self._most = 2 * len(self._now) + SPARE
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

    def made(self, key: Hashable, make: Callable[[], T]) -> T:
        """What was made for this key, or what `make` makes, which is not None."""
        found = self.get(key)
        return self.put(key, make()) if found is None else found

    def of(self, thing: object, about: Hashable, make: Callable[[], T]) -> T:
        """What was made of this very thing; an equal one is another thing."""
        key = (id(thing), about)
        found = self.get(key)
        if found is None or found[0] is not thing:
            found = self.put(key, (thing, make()))
        return found[1]
