"""What follows a change of the letter, each in a turn of its own, so that a key can come in between."""

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
    """First the review, then who shows it, and once the writer rests who counts; now and then the journal."""

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
        """The letter is another: what was to follow waits for its review."""
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
        """Not in one turn with a review, which follows each key: together they would hold up the next."""
        busy = self._review.isActive() or self._telling.isActive()
        if busy and self._unkept.elapsed() < AUTOSAVE_AT_LATEST:
            self._keeping.start(2 * REVIEW_DELAY)
        else:
            self.autosave_due.emit()

    def flush(self) -> None:
        """All that follows a change, now; the journal has time."""
        self._call_off()
        for each in (self.review_due, self.reviewed, self.idle):
            each.emit()

    def _call_off(self) -> None:
        for timer in (self._review, self._telling, self._resting):
            timer.stop()

    def autosaved(self) -> None:
        """The journal need not have what was changed up to now."""
        self._keeping.stop()

    def stop(self) -> None:
        """Nothing follows any more."""
        self._call_off()
        self.autosaved()
