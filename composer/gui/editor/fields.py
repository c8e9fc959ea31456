"""The letter's field block on the paper: labels with words beside them that are written in place."""

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from composer.domain.errors import ComposerError
from composer.gui.choices.dates import Calendar, as_date, as_qt
from composer.gui.editor.field_layout import FieldLayout, FieldWidget
from composer.gui.editor.inline_fields import InlineChoice, InlineField
from composer.gui.elements import Button, sign_button, text
from composer.gui.popover import Popover
from composer.gui.session import Session
from composer.gui.theme import Theme
from composer.work.writing.days import day_from
from composer.work.writing.header import Row, filled_in, rows
from composer.work.writing.letter_view import LetterView


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
        self._read: tuple[object, ...] = ()
        """What the rows were made from; nothing once a field was written in, so that it comes to show what the letter has."""
        self._run = 0
        self._arranging = False
        self._more = Button("", "link", self._fold)
        self._more.setParent(self)
        self._layout = FieldLayout(self._more)

    def show_sheet(self, view: LetterView) -> None:
        """The fields as the session's letter has them now."""
        review = self.session.review
        if review is None:
            return
        names, template = review.assembly.names["veld"], review.assembly.template
        read = (view.header, review.letter.fields, review.letter.state, names, template)
        if read == self._read:
            return
        self._read = read
        found = rows(view.header, review.letter, review.assembly)
        before, self.rows = {row.path: row for row in self.rows}, found
        if [row.shape for row in before.values()] != [row.shape for row in found]:
            self._build()
            before = {}
        for row in found:
            self._show(row, before.get(row.path))
        self._arrange()

    @property
    def widgets(self) -> dict[str, FieldWidget]:
        """By the paths of their rows."""
        return self._layout.widgets

    def _build(self) -> None:
        self._layout.clear()
        for row in self.rows:
            label, widget = text(row.label, "secondary", wrap=True), self._widget(row)
            calendar = self._calendar_button(row) if row.kind == "datum" else None
            for child in (label, widget, calendar):
                if child is not None:
                    child.setParent(self)
            self._layout.add(row, label, widget, calendar)

    def _widget(self, row: Row) -> FieldWidget:
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
            field.setPlaceholderText(f"zoals {row.example}" if row.example else "mag leeg blijven")
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
        widget, letter = self.widgets[row.path], self.session.letter
        sent = letter is not None and letter.state == "verzonden"
        if isinstance(widget, InlineField | InlineChoice):
            widget.show_words(row.shown, muted=not row.text, gap=bool(row.gap))
            widget.set_locked(sent)
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
        self._read = ()
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
        words = f"Kies de {row.label.lower()} in een kalender"
        return sign_button("calendar", words, lambda: self._open_calendar(row.path))

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
        card.open_below(self._layout.calendars[path])

    def set_theme(self, theme: Theme) -> None:
        self.theme = theme
        for widget in self.widgets.values():
            if isinstance(widget, InlineField | InlineChoice):
                widget.paint_in(theme)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return self._layout.place(self.rows, width, move=False)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._layout.place(self.rows, self.width(), move=True)

    def _arrange(self) -> None:
        """Everything in its place; what a field tells of its size meanwhile comes of that."""
        if self._arranging:
            return
        self._arranging = True
        height = self._layout.place(self.rows, self.width(), move=True)
        if height != self.height():
            self.resized.emit()
        self._arranging = False

    @property
    def unfolded(self) -> bool:
        """Whether fields that may stay empty are shown."""
        return self._layout.unfolded

    def _fold(self) -> None:
        self._layout.unfolded = not self._layout.unfolded
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
            widget
            for row in self.rows
            for widget in (self.widgets[row.path], self._layout.calendars.get(row.path))
            if widget
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
