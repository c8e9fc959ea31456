"""Background work in a thread of its own, of which only the latest result is emitted."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import Generic, TypeVar

from PySide6.QtCore import QObject, QThreadPool, Signal

from composer.domain.errors import ComposerError

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Outcome(Generic[T]):
    """The result of the work, or its error."""

    value: T | None = None
    failure: str = ""


@dataclass(slots=True)
class Latest:
    """The number of the last request; results of older ones are dropped."""

    number: int = 0


class Background(QObject):
    """Runs work in a thread; `done` emits the outcome of the last request only."""

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
        """Requests work, replacing any that has not begun; ignored after `close`."""
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
        """Drops the result of the present request."""
        self._latest.number += 1
        self._pool.clear()

    def wait(self) -> None:
        """Until nothing is being done any more."""
        self._pool.waitForDone()

    def close(self) -> None:
        """Ends the thread after the work in progress."""
        self._closed = True
        _end(self._pool, self._latest)


def _end(pool: QThreadPool, latest: Latest, _gone: QObject | None = None) -> None:
    """Waits for the work in progress and drops the rest; also called when the object is collected without `close`."""
    latest.number += 1
    pool.clear()
    pool.waitForDone()
