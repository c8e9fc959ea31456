"""Schedules what follows a change of the letter, each in an event of its own, so that keys are handled in between."""

from PySide6.QtCore import QElapsedTimer, QObject, Signal

from composer.gui.timing import single_shot

REVIEW_DELAY = 60
"""Milliseconds after the last change before the letter is reviewed."""
IDLE_DELAY = 200
"""Milliseconds after a review before whoever counts and sums up follows."""
AUTOSAVE_DELAY = 3_000
"""Milliseconds after the first unsaved change before the journal has it."""
AUTOSAVE_AT_LATEST = 5_000
"""Milliseconds after which it has it, whatever is being done."""


class ChangeScheduler(QObject):
    """After a change: the debounced review, then `reviewed`, `idle` at a pause, and `autosave_due` after some seconds."""

    review_due = Signal()
    reviewed = Signal()
    idle = Signal()
    autosave_due = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._review = single_shot(self, REVIEW_DELAY, self._reviewing)
        self._telling = single_shot(self, 0, self._told)
        self._resting = single_shot(self, IDLE_DELAY, self.idle.emit)
        self._keeping = single_shot(self, AUTOSAVE_DELAY, self._keep)
        self._unkept = QElapsedTimer()

    def changed(self) -> None:
        """Schedules a review of the changed letter; signals that were due wait for it."""
        self._call_off()
        self._review.start()
        if not self._keeping.isActive():
            self._unkept.start()
            self._keeping.start(AUTOSAVE_DELAY)

    def _reviewing(self) -> None:
        self.review_due.emit()
        self._telling.start()

    def _told(self) -> None:
        self.reviewed.emit()
        self._resting.start()

    def _keep(self) -> None:
        """Emits `autosave_due`, not in the same event as a review: together they would delay the next key."""
        busy = self._review.isActive() or self._telling.isActive()
        if busy and self._unkept.elapsed() < AUTOSAVE_AT_LATEST:
            self._keeping.start(2 * REVIEW_DELAY)
        else:
            self.autosave_due.emit()

    def flush(self) -> None:
        """Does all that follows a change now, except the journal."""
        self._call_off()
        for each in (self.review_due, self.reviewed, self.idle):
            each.emit()

    def _call_off(self) -> None:
        for timer in (self._review, self._telling, self._resting):
            timer.stop()

    def autosaved(self) -> None:
        """Cancels the autosave that is due, since the present state is saved."""
        self._keeping.stop()

    def stop(self) -> None:
        """Stops all timers."""
        self._call_off()
        self.autosaved()
