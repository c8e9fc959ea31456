"""Work beside the window: done in a thread of its own, of which only the latest answer is told."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Generic, TypeVar

from PySide6.QtCore import QObject, QThreadPool, Signal

from composer.domain.errors import ComposerError

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Outcome(Generic[T]):
    """What came out, or why nothing did."""

    value: T | None = None
    failure: str = ""


class Background(QObject):
    """`done` tells the outcome of the work that was asked for last."""

    done = Signal(object)
    _finished = Signal(int, object)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._number = 0
        self._closed = False
        self._pool = QThreadPool(self)
        self._pool.setMaxThreadCount(1)
        self._finished.connect(self._tell)

    def ask(self, work: Callable[[], object]) -> None:
        """Work that has not begun yet gives way to this; once it is closed nothing is done any more."""
        if self._closed:
            return
        self._number += 1
        self._pool.clear()
        number = self._number
        self._pool.start(lambda: self._work(number, work))

    def _work(self, number: int, work: Callable[[], object]) -> None:
        if number != self._number:
            return
        try:
            outcome: Outcome[object] = Outcome(work())
        except ComposerError as error:
            outcome = Outcome(failure=error.message)
        self._finished.emit(number, outcome)

    def _tell(self, number: int, outcome: Outcome[object]) -> None:
        if number == self._number:
            self.done.emit(outcome)

    def forget(self) -> None:
        """What is asked for now need not be told."""
        self._number += 1
        self._pool.clear()

    def close(self) -> None:
        """Waits until nothing is being done any more."""
        self._closed = True
        self.forget()
        self._pool.waitForDone()
