"""Choosing the peildatum, and beside it the letter's own date."""

from datetime import date
from typing import cast

from PySide6.QtCore import QDate, QLocale, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPen, QTextCharFormat
from PySide6.QtWidgets import QCalendarWidget, QHBoxLayout, QToolButton, QWidget

from composer.gui.choices.date_field import DateField
from composer.gui.elements import column, line, row, text
from composer.gui.icons import icon
from composer.gui.theme import CORNER_CONTROL

DUTCH = QLocale(QLocale.Language.Dutch, QLocale.Country.Netherlands)


def as_qt(day: date) -> QDate:
    return QDate(day.year, day.month, day.day)


def as_date(day: QDate) -> date:
    return cast(date, day.toPython())


class Calendar(QCalendarWidget):
    """A month in Dutch, weeks from Monday, with names for what can be clicked."""

    def __init__(self) -> None:
        super().__init__()
        self.setLocale(DUTCH)
        self.setFirstDayOfWeek(Qt.DayOfWeek.Monday)
        self.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.NoVerticalHeader)
        self.setHorizontalHeaderFormat(QCalendarWidget.HorizontalHeaderFormat.ShortDayNames)
        self.setMinimumSize(300, 264)
        self.setAccessibleName("Kalender")
        self._other_month = self.palette().placeholderText().color()
        for name, words in _BUTTONS.items():
            if (button := self._button(name)) is not None:
                button.setAccessibleName(words)
                button.setToolTip(words)

    def _button(self, name: str) -> QToolButton | None:
        found = self.findChild(QToolButton, name)
        return found if isinstance(found, QToolButton) else None

    def set_colours(self, ink: QColor, muted: QColor) -> None:
        """Days of the week in one colour, for the weekend is no warning; those of another month recede."""
        for name, sign in (("qt_calendar_prevmonth", "left"), ("qt_calendar_nextmonth", "right")):
            if (button := self._button(name)) is not None:
                button.setIcon(icon(sign, ink))
        for day in Qt.DayOfWeek:
            form = QTextCharFormat()
            form.setForeground(ink)
            self.setWeekdayTextFormat(day, form)
        header = QTextCharFormat()
        header.setForeground(muted)
        self.setHeaderTextFormat(header)
        self._other_month = muted

    def paintCell(self, painter: QPainter, rect: QRect, date: QDate) -> None:
        """The day that is chosen has the rounded corners of every control."""
        if date == self.selectedDate():
            painter.save()
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(self.palette().windowText(), 2) if self.hasFocus() else Qt.PenStyle.NoPen)
            painter.setBrush(self.palette().accent())
            painter.drawRoundedRect(QRectF(rect).adjusted(2, 2, -2, -2), CORNER_CONTROL, CORNER_CONTROL)
            painter.setPen(self.palette().highlightedText().color())
        elif date.month() != self.monthShown():
            painter.save()
            painter.setPen(self._other_month)
        else:
            super().paintCell(painter, rect, date)
            return
        painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, str(date.day()))
        painter.restore()


_BUTTONS = {
    "qt_calendar_prevmonth": "Vorige maand",
    "qt_calendar_nextmonth": "Volgende maand",
    "qt_calendar_monthbutton": "Kies een maand",
    "qt_calendar_yearbutton": "Kies een jaar",
}


class DatePicker(QWidget):
    reference_date_chosen = Signal(object)
    date_chosen = Signal(object)

    def __init__(self, reference_date: date, letter_date: date) -> None:
        super().__init__()
        self.calendar = Calendar()
        self.reference_date = DateField(reference_date, "Peildatum")
        self.letter_date = DateField(letter_date, "Datum van de brief")
        layout = column(self, margins=(16, 14, 16, 16), gap=8)
        layout.addWidget(text("De brief vertelt wat op deze dag bekend was en gold.", "secondary", wrap=True))
        layout.addLayout(_labelled("Peildatum", self.reference_date))
        layout.addWidget(self.calendar)
        layout.addWidget(line())
        layout.addLayout(_labelled("Datum boven de brief", self.letter_date))
        self.setFixedWidth(376)
        self.calendar.clicked.connect(self._take)
        self.calendar.activated.connect(self._take)
        self.reference_date.day_changed.connect(self._choose)
        self.letter_date.day_changed.connect(self.date_chosen)
        self.setFocusProxy(self.calendar)
        self.show_dates(reference_date, letter_date)

    def show_dates(self, reference_date: date, letter_date: date) -> None:
        self.reference_date.set_day(reference_date)
        self.letter_date.set_day(letter_date)
        self.calendar.setSelectedDate(as_qt(reference_date))

    def _take(self, day: QDate) -> None:
        self._choose(as_date(day))

    def _choose(self, day: date) -> None:
        self.reference_date.set_day(day)
        self.calendar.setSelectedDate(as_qt(day))
        self.reference_date_chosen.emit(day)


def _labelled(words: str, field: QWidget) -> QHBoxLayout:
    holder = row(gap=12)
    label = text(words)
    label.setBuddy(field)
    holder.addWidget(label, 1)
    holder.addWidget(field)
    return holder
