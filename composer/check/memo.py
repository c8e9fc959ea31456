"""Answers that are kept with what they are about."""

from collections.abc import Callable, Hashable
from typing import Any, TypeVar, TypeVarTuple

T = TypeVar("T")
S = TypeVar("S", bound="Memoised")
Given = TypeVarTuple("Given")


class Memoised:
    """Something that is asked each question once: the answer depends on it, and on what is given with the question."""

    __slots__ = ("_answers",)

    def __init__(self) -> None:
        self._answers: dict[Hashable, Any] | None = None

    def memoised(self: S, question: Callable[[S, *Given], T], *given: *Given) -> T:
        """The answer, the one of before when the same was given then."""
        key = (question, *given)
        if self._answers is None:
            self._answers = {}
        if key not in self._answers:
            self._answers[key] = question(self, *given)
        return self._answers[key]
