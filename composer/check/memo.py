"""A mixin that memoises functions of an object on the object itself."""

from collections.abc import Callable, Hashable
from typing import Any, TypeVar, TypeVarTuple

T = TypeVar("T")
S = TypeVar("S", bound="Memoised")
Given = TypeVarTuple("Given")


class Memoised:
    """Memoises functions of itself, each once for every combination of (hashable) arguments."""

    __slots__ = ("_answers",)

    def __init__(self) -> None:
        self._answers: dict[Hashable, Any] | None = None

    def memoised(self: S, function: Callable[[S, *Given], T], *arguments: *Given) -> T:
        """The result of `question(self, *given)`, computed at the first call with these arguments."""
        key = (function, *arguments)
        if self._answers is None:
            self._answers = {}
        if key not in self._answers:
            self._answers[key] = function(self, *arguments)
        return self._answers[key]
