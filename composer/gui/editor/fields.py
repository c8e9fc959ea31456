"""The letter's field block on the paper: labels with words beside them that are written in place."""

from functools import partial

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QLabel, QWidget

from composer.domain.errors import ComposerError
from composer.gui.choices.dates import Calendar, as_date, as_qt
from composer.gui.editor.inline_fields import PAD, Inline, InlineChoice, InlineField
from composer.gui.elements import Button, sign_button, text
from composer.gui.popover import Popover
from composer.gui.session import Session
from composer.gui.theme import BODY, Theme
from composer.work.header import Row, day_from, filled_in, rows
from composer.work.sheet import Sheet

LABEL_WIDTH, TOP, BETWEEN, ROW = 150, 14, 1, BODY + 2 * PAD + 5
DATE_WIDTH, CHOICE_WIDTH = 132, 200


class Fields(QWidget):
    """Follows the session's letter; each change of a field is a step for undo, typing in one field a single step."""

    resized = Signal()
    """Its height changed."""
    gap_chosen = Signal(str)
    hindered = Signal(str)
    passed = Signal(bool)
    """Tab went on from the last field (True), or back from the first."""

    def __init__(self, session: Session, theme: Theme) -> None:
        super().__init__()
        self.session = session
        self.theme = theme
        self.setAccessibleName("Gegevens van de brief")
        self.rows: tuple[Row, ...] = ()
        self.widgets: dict[str, Inline | Button | QLabel] = {}
        self._labels: dict[str, QLabel] = {}
        self._calendars: dict[str, Button] = {}
        self._run = 0
        self.unfolded = False
        self._more = Button("", "link", self._fold)
        self._more.setParent(self)

    def show_sheet(self, sheet: Sheet) -> None:
        """The fields as the session's letter has them now."""
        review = self.session.review
        if review is None:
            return
        found = rows(sheet.header, review.letter, review.assembly)
        before, self.rows = {row.path: row for row in self.rows}, found
        if [row.shape for row in before.values()] != [row.shape for row in found]:
            self._build()
            before = {}
        for row in found:
            self._show(row, before.get(row.path))
        self._arrange()

    def _build(self) -> None:
        for widget in (*self._labels.values(), *self.widgets.values(), *self._calendars.values()):
            widget.hide()
            widget.setParent(None)
            widget.deleteLater()
        self.widgets, self._labels, self._calendars = {}, {}, {}
        for row in self.rows:
            self._labels[row.path] = text(row.label, "secondary", wrap=True)
            self._labels[row.path].setParent(self)
            self.widgets[row.path] = self._widget(row)
            self.widgets[row.path].setParent(self)
            self._labels[row.path].setBuddy(self.widgets[row.path])
            if row.kind == "datum":
                self._calendars[row.path] = self._calendar_button(row)
        for child in (*self._labels.values(), *self.widgets.values(), *self._calendars.values()):
            child.show()

    def _widget(self, row: Row) -> Inline | Button | QLabel:
        name = row.label or row.path.rpartition(".")[2].replace("_", " ").capitalize()
        if row.kind == "vast":
            return Button("", "link", lambda: self.gap_chosen.emit(self.row(row.path).gap)) if row.gap else text("")
        if row.kind == "keuze":
            choice = InlineChoice(self.theme, name, row.choices)
            choice.edited.connect(partial(self._take, row.path))
            choice.setToolTip(row.help)
            return choice
        field = InlineField(self.theme, name)
        field.setToolTip(row.help)
        field.setAccessibleDescription(row.help)
        if not row.required:
            field.setPlaceholderText("mag leeg blijven")
        if row.kind == "datum":
            field.committed.connect(partial(self._take_day, row.path))
        else:
            field.edited.connect(partial(self._take, row.path))
            field.committed.connect(partial(self._settle, row.path))
        field.resized.connect(self._arrange)
        field.turned_back.connect(self._turn_back)
        return field

    def row(self, path: str) -> Row:
        return next(row for row in self.rows if row.path == path)

    def _show(self, row: Row, before: Row | None) -> None:
        widget = self.widgets[row.path]
        if isinstance(widget, InlineField | InlineChoice):
            widget.show_words(row.shown, muted=not row.text, gap=bool(row.gap))
            changed = before is not None and before.shown != row.shown and widget.hasFocus()
            if changed and isinstance(widget, InlineField) and widget.toPlainText().strip() != row.text:
                widget.replace_words(row.shown)
        else:
            widget.setText(row.text)

    def _take(self, path: str, words: str) -> None:
        """What was typed or chosen, into the letter."""
        letter = self.session.letter
        if letter is None:
            return
        row = self.row(path)
        changed = filled_in(letter, row, words)
        self.session.change(changed, f"{(row.label or 'aanhef').lower()} invullen", f"veld:{path}:{self._run}")

    def _take_day(self, path: str, words: str) -> None:
        """A date once it is whole; the field says so when it is none."""
        widget = self.widgets[path]
        assert isinstance(widget, InlineField)
        try:
            self._take(path, words)
            widget.wrong = False
        except ComposerError as error:
            widget.wrong = bool(words.strip())
            self.hindered.emit(str(error))
        widget.paint_in(self.theme)
        self._run += 1

    def _settle(self, path: str, words: str) -> None:
        """A field that was left shows its default again when it is empty."""
        self._run += 1
        widget, row = self.widgets[path], self.row(path)
        if isinstance(widget, InlineField) and not words.strip() and row.shown:
            widget.show_words(row.shown, muted=not row.text, gap=False)

    def _turn_back(self, undo: bool) -> None:
        self.session.undo() if undo else self.session.redo()
        self.session.review_now()

    def _calendar_button(self, row: Row) -> Button:
        button = sign_button(
            "calendar", f"Kies de {row.label.lower()} in een kalender", lambda: self._open_calendar(row.path)
        )
        button.setParent(self)
        return button

    def _open_calendar(self, path: str) -> None:
        calendar = Calendar()
        calendar.set_colours(self.theme.colour("ink"), self.theme.colour("muted"))
        try:
            calendar.setSelectedDate(as_qt(day_from(self.row(path).shown)))
        except ComposerError:
            calendar.showToday()
        card = Popover(self.window(), calendar, "Kies een dag")

        def take() -> None:
            self._take_day(path, as_date(calendar.selectedDate()).isoformat())
            card.close_card()

        calendar.clicked.connect(take)
        calendar.activated.connect(take)
        card.closed.connect(card.deleteLater)
        card.open_below(self._calendars[path])

    def set_theme(self, theme: Theme) -> None:
        self.theme = theme
        for widget in self.widgets.values():
            if isinstance(widget, InlineField | InlineChoice):
                widget.paint_in(theme)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return self._place(width, move=False)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place(self.width(), move=True)

    def _arrange(self) -> None:
        if self._place(self.width(), move=True) != self.height():
            self.resized.emit()

    def _place(self, width: int, *, move: bool) -> int:
        """The height that the rows take; those without a label stand below the others, from the left."""
        y, more = TOP, self._more
        shown = [row for row in self.rows if self.unfolded or not row.extra]
        for position, row in enumerate(shown):
            if not row.label and (position == 0 or shown[position - 1].label):
                y = self._place_more(y, move=move) + 12
            y += self._row(row, QPoint(LABEL_WIDTH if row.label else -PAD, y), width, move=move) + BETWEEN
        if move:
            for row in self.rows:
                self._show_row(row, row in shown)
            more.setVisible(any(row.extra for row in self.rows))
        return y

    def _place_more(self, y: int, *, move: bool) -> int:
        """The button for fields that may stay empty, below those that are shown."""
        extra = [row for row in self.rows if row.extra]
        if not extra:
            return y
        if move:
            self._more.setText("Minder velden" if self.unfolded else f"Meer velden ({len(extra)})")
            self._more.setGeometry(LABEL_WIDTH + PAD, y, 160, ROW)
        return y + ROW

    def _show_row(self, row: Row, shown: bool) -> None:
        for holder in (self._labels, self.widgets, self._calendars):
            if row.path in holder:
                holder[row.path].setVisible(shown)

    def _row(self, row: Row, corner: QPoint, width: int, *, move: bool) -> int:
        widget, label = self.widgets[row.path], self._labels[row.path]
        wide = {"datum": DATE_WIDTH, "keuze": CHOICE_WIDTH}.get(row.kind, width - corner.x())
        height = widget.height_for(wide) if isinstance(widget, InlineField | InlineChoice) else ROW
        tall = max(label.heightForWidth(LABEL_WIDTH - 8), ROW) if row.label else ROW
        if move:
            label.setGeometry(0, corner.y(), LABEL_WIDTH - 8, tall)
            widget.setGeometry(corner.x(), corner.y(), wide, height)
            if row.path in self._calendars:
                self._calendars[row.path].setGeometry(corner.x() + wide + 2, corner.y(), 26, ROW)
        return max(height, tall)

    def _fold(self) -> None:
        self.unfolded = not self.unfolded
        self._arrange()

    def gaps(self) -> list[str]:
        """The paths that are not filled in, from top to bottom."""
        return [row.path for row in self.rows if row.gap]

    def go_to(self, path: str) -> bool:
        """The focus to a field; False when there is no such field."""
        widget = self.widgets.get(path)
        if widget is None:
            return False
        if self.row(path).extra and not self.unfolded:
            self._fold()
        widget.setFocus(Qt.FocusReason.OtherFocusReason)
        return True

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Tab goes from field to field; the paper that holds them has other uses for it."""
        chain = [
            widget for row in self.rows for widget in (self.widgets[row.path], self._calendars.get(row.path)) if widget
        ]
        chain = [widget for widget in (*chain, self._more) if widget.isVisibleTo(self) and widget.focusPolicy()]
        at = next((n for n, widget in enumerate(chain) if widget.hasFocus()), -1)
        beyond = at + (1 if forward else -1)
        if 0 <= beyond < len(chain):
            chain[beyond].setFocus(Qt.FocusReason.TabFocusReason if forward else Qt.FocusReason.BacktabFocusReason)
        else:
            self.passed.emit(forward)
        return True

    def focused(self) -> str:
        """The path of the field that is written in; "" when none is."""
        return next((path for path, widget in self.widgets.items() if widget.hasFocus()), "")
