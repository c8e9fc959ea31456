"""A date that is typed."""

from datetime import date, timedelta

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QLineEdit

from composer.domain.dutch import day_in_words
from composer.domain.errors import ComposerError
from composer.gui.elements import set_kind
from composer.work.writing.days import day_from

HOW = "Schrijf een datum als 10 december 2024 of 10-12-2024."


class DateField(QLineEdit):
    """A date in words that can be typed over: 10 december 2024, 10-12-2024, 10 dec 2024; the arrows move it by a day."""

    day_changed = Signal(object)
    entered = Signal()
    """Enter was pressed on a date that is one."""

    def __init__(self, day: date, name: str) -> None:
        super().__init__()
        self._day = day
        self.setAccessibleName(name)
        self.setMinimumWidth(170)
        self.set_day(day)
        self.editingFinished.connect(self._take)
        self.returnPressed.connect(self._enter)

    def day(self) -> date:
        """The last valid date."""
        return self._day

    def set_day(self, day: date) -> None:
        """Shows a day without emitting a signal."""
        self._day = day
        self.setText(day_in_words(day))
        self._mark("")

    def _take(self) -> None:
        """Takes a complete typed date; invalid text stays for the user to correct."""
        try:
            day = day_from(self.text())
        except ComposerError:
            self._mark(HOW)
            return
        before, _ = self._day, self.set_day(day)
        if day != before:
            self.day_changed.emit(day)

    def _mark(self, wrong: str) -> None:
        self.setToolTip(wrong)
        self.setAccessibleDescription(wrong)
        set_kind(self, "wrong" if wrong else "", "state")

    def _enter(self) -> None:
        self._take()
        if not self.accessibleDescription():
            self.entered.emit()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if event.reason() in (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason):
            self.selectAll()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {Qt.Key.Key_Up: 1, Qt.Key.Key_Down: -1}.get(Qt.Key(event.key()))
        if step is None:
            super().keyPressEvent(event)
            return
        self._take()
        self.setText(day_in_words(self._day + timedelta(days=step)))
        self._take()
