"""The calendar of what has to be looked at again, by month, what is late first."""

from itertools import groupby

from PySide6.QtCore import QDate, Qt, Signal
from PySide6.QtGui import QFont, QTextCharFormat
from PySide6.QtWidgets import QScrollArea, QWidget

from composer.domain.dutch import MONTHS, as_sentence, counted, day_in_words
from composer.gui.choices.dates import Calendar, as_date, as_qt
from composer.gui.elements import (
    Button,
    ElidedLabel,
    Hint,
    clear,
    column,
    ground,
    row,
    scrolled,
    set_kind,
    surface,
    text,
)
from composer.gui.forms.context import LibraryContext
from composer.gui.theme import Theme
from composer.work.editorial.reviewing import Due, due

EMPTY = "Geen enkel tekstblok heeft een datum om na te lezen. Zet er een bij het vaststellen."
LATE = "Te laat"
MOST = 100
"""Rows that are shown; what is due after them comes when those are done."""


class AgendaPanel(QWidget):
    item_requested = Signal(object)

    def __init__(self, context: LibraryContext) -> None:
        super().__init__()
        self.context = context
        self._due: tuple[Due, ...] = ()
        self.rows: list[Button] = []
        ground(self, "background")
        self.calendar = Calendar()
        self.calendar.setMaximumWidth(340)
        self.calendar.clicked.connect(self._look_at)
        self.told = text("", "secondary", wrap=True)
        self.hint = Hint(EMPTY)
        self._list = column(gap=12)
        layout = row(self, margins=(24, 20, 0, 0), gap=24)
        left = column(gap=12)
        left.addWidget(text("Na te lezen", "page"))
        left.addWidget(self.told)
        card = surface("card")
        column(card, margins=(8, 8, 8, 8)).addWidget(self.calendar)
        left.addWidget(card)
        left.addStretch(1)
        layout.addLayout(left)
        self._area = self._months()
        layout.addWidget(self._area, 1)
        self.setFocusProxy(self.calendar)

    def _months(self) -> QScrollArea:
        inside = QWidget()
        inside.setProperty("surface", "background")
        inside.setMaximumWidth(860)
        layout = column(inside, margins=(0, 0, 24, 24), gap=8)
        layout.addWidget(self.hint)
        layout.addLayout(self._list)
        layout.addStretch(1)
        return scrolled(inside, "Wat u wanneer naleest", across=False)

    def set_theme(self, theme: Theme) -> None:
        self.calendar.set_colours(theme.colour("ink"), theme.colour("muted"))
        self._mark(theme)

    def refresh(self) -> None:
        today = self.context.session.today
        self._due = due(self.context.library, today)
        late = sum(held.overdue for held in self._due)
        self.told.setText(f"{len(self._due)} tekstblokken hebben een datum. {_late(late)}")
        self.hint.setVisible(not self._due)
        clear(self._list)
        self.rows.clear()
        for month, members in groupby(self._due[:MOST], key=_month):
            self._list.addWidget(self._month(month, list(members)))
        if len(self._due) > MOST:
            self._list.addWidget(text(f"En nog {len(self._due) - MOST} later.", "secondary"))
        self.set_theme(self.context.theme())

    def _mark(self, theme: Theme) -> None:
        """Days on which something is due stand out, in bold and in colour."""
        self.calendar.setDateTextFormat(QDate(), QTextCharFormat())
        for held in self._due:
            form = QTextCharFormat()
            form.setFontWeight(QFont.Weight.Bold)
            form.setFontUnderline(True)
            form.setForeground(theme.colour("wrong" if held.overdue else "accent"))
            self.calendar.setDateTextFormat(as_qt(held.day), form)

    def _month(self, month: str, members: list[Due]) -> QWidget:
        card = surface("card")
        layout = column(card, margins=(12, 12, 12, 10), gap=2)
        head = row(margins=(12, 2, 12, 4))
        head.addWidget(text(month, "heading"))
        layout.addLayout(head)
        for held in members:
            layout.addWidget(self._row(held))
        return card

    def _row(self, held: Due) -> QWidget:
        button = Button("", "row", lambda: self.item_requested.emit(held.item))
        button.setAccessibleName(f"{held.title}, voor {day_in_words(held.day)}{', te laat' if held.overdue else ''}")
        button.setProperty("day", held.day.isoformat())
        inside = row(button, margins=(12, 4, 12, 4), gap=12)
        inside.addWidget(ElidedLabel(held.title), 1)
        if held.overdue:
            chip = text("te laat", "chip")
            set_kind(chip, "notice")
            inside.addWidget(chip)
        inside.addWidget(text(", ".join(part for part in (held.owner, day_in_words(held.day)) if part), "small"))
        button.setMinimumHeight(38)
        self.rows.append(button)
        for part in button.findChildren(QWidget):
            part.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        return button

    def _look_at(self, day: QDate) -> None:
        """To the first thing that is due on or after a day."""
        wanted = as_date(day).isoformat()
        found = next((button for button in self.rows if str(button.property("day")) >= wanted), None)
        if found is not None:
            self._area.ensureWidgetVisible(found)
            found.setFocus(Qt.FocusReason.OtherFocusReason)


def _month(held: Due) -> str:
    if held.overdue:
        return LATE
    return f"{MONTHS[held.day.month - 1].capitalize()} {held.day.year}"


def _late(count: int) -> str:
    if not count:
        return "Niets is te laat."
    return as_sentence(counted(count, "is te laat", "zijn te laat"))
