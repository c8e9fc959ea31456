"""Long tasks in the background, with a notice after half a second and a way to cancel."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject

from composer.domain.errors import ComposerError
from composer.gui.background import Background, Outcome
from composer.gui.notices import NoticeAction, Notices
from composer.gui.timing import single_shot

TELL_AFTER = 500
"""Milliseconds after which the user is told what is being done."""


class CancelToken:
    """A cancel token: the work calls it before it writes, and it raises ComposerError once the task was cancelled."""

    def __init__(self) -> None:
        self._off = False

    def cancel(self) -> None:
        self._off = True

    def __call__(self) -> None:
        if self._off:
            raise ComposerError("dit is afgebroken")


class BackgroundTask(QObject):
    """Runs one task at a time; a new one replaces it."""

    def __init__(self, notices: Notices) -> None:
        super().__init__(notices.host)
        self._notices = notices
        self._background = Background(self)
        self._background.done.connect(self._finish)
        self._patience = single_shot(self, TELL_AFTER, self._tell)
        self._wanted = CancelToken()
        self._words, self._told = "", False
        self._then: Callable[[Outcome[Any]], object] | None = None

    def do(self, words: str, work: Callable[[CancelToken], Any], then: Callable[[Outcome[Any]], object]) -> None:
        """Starts a task described by `words`; `then` gets the outcome, unless the task is cancelled."""
        self.cancel()
        wanted = self._wanted = CancelToken()
        self._words, self._then, self._told = words, then, False
        self._background.ask(lambda: work(wanted))
        self._patience.start()

    @property
    def busy(self) -> bool:
        return self._then is not None

    def _tell(self) -> None:
        self._told = True
        self._notices.tell(self._words, NoticeAction("Breek af", self._stop))

    def _stop(self) -> None:
        self.cancel()
        self._notices.tell("Afgebroken. Er is niets gemaakt.")

    def cancel(self) -> None:
        """Cancels the task; its outcome is dropped."""
        self._wanted.cancel()
        self._background.forget()
        self._patience.stop()
        self._then = None

    def _finish(self, outcome: Outcome[Any]) -> None:
        self._patience.stop()
        then, self._then = self._then, None
        if self._told:
            self._notices.card.close_card()
        if then is not None:
            then(outcome)

    def close_down(self) -> None:
        """Cancels the task and waits for its thread; writing that has begun is finished."""
        self.cancel()
        self._background.close()
