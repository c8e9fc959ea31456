"""Work beside the window: done in a thread of its own, of which only the latest answer is told."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import Generic, TypeVar

from PySide6.QtCore import QObject, QThreadPool, Signal

from composer.domain.errors import ComposerError

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Outcome(Generic[T]):
    """What came out, or why nothing did."""

    value: T | None = None
    failure: str = ""


@dataclass(slots=True)
class Latest:
    """The number of the work that was asked for last; what older work comes to need not be told."""

    number: int = 0


class Background(QObject):
    """`done` tells the outcome of the work that was asked for last."""

    done = Signal(object)
    _finished = Signal(int, object)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._latest = Latest()
        self._closed = False
        self._pool = QThreadPool(self)
        self._pool.setMaxThreadCount(1)
        self._finished.connect(self._tell)
        self.destroyed.connect(partial(_end, self._pool, self._latest))

    def ask(self, work: Callable[[], object]) -> None:
        """Work that has not begun yet gives way to this; once it is closed nothing is done any more."""
        if self._closed:
            return
        self.forget()
        number = self._latest.number
        self._pool.start(lambda: self._work(number, work))

    def _work(self, number: int, work: Callable[[], object]) -> None:
        latest = self._latest
        if number != latest.number:
            return
        try:
            outcome: Outcome[object] = Outcome(work())
        except ComposerError as error:
            outcome = Outcome(failure=error.message)
        if number == latest.number:
            self._finished.emit(number, outcome)

    def _tell(self, number: int, outcome: Outcome[object]) -> None:
        if number == self._latest.number:
            self.done.emit(outcome)

    def forget(self) -> None:
        """What is asked for now need not be told."""
        self._latest.number += 1
        self._pool.clear()

    def close(self) -> None:
        """Waits until nothing is being done any more."""
        self._closed = True
        _end(self._pool, self._latest)


def _end(pool: QThreadPool, latest: Latest, _gone: QObject | None = None) -> None:
    """Waits for the work at hand, and lets the rest go; also for whoever drops it without closing."""
    latest.number += 1
    pool.clear()
    pool.waitForDone()
