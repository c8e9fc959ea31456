"""Where the parts of the field block stand."""

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QLabel

from composer.gui.editor.inline_fields import PAD, InlineChoice, InlineField
from composer.gui.elements import Button
from composer.gui.theme import BODY
from composer.work.writing.header import Row

LABEL_WIDTH, TOP, BETWEEN, ROW = 150, 14, 1, BODY + 2 * PAD + 5
CHOICE_WIDTH, BUTTON_WIDTH = 200, 26
LONGEST_DAY = "30 september 2024"

FieldWidget = InlineField | InlineChoice | Button | QLabel


class FieldLayout:
    """Labels left, words right of them; what has no label stands below. `more` shows the fields that may stay empty."""

    def __init__(self, more: Button) -> None:
        self.more = more
        self.unfolded = False
        self.labels: dict[str, QLabel] = {}
        self.widgets: dict[str, FieldWidget] = {}
        self.calendars: dict[str, Button] = {}

    def clear(self) -> None:
        for widget in (*self.labels.values(), *self.widgets.values(), *self.calendars.values()):
            widget.hide()
            widget.setParent(None)
            widget.deleteLater()
        self.labels, self.widgets, self.calendars = {}, {}, {}

    def add(self, row: Row, label: QLabel, widget: FieldWidget, calendar: Button | None) -> None:
        label.setBuddy(widget)
        self.labels[row.path] = label
        self.widgets[row.path] = widget
        if calendar is not None:
            self.calendars[row.path] = calendar

    def place(self, rows: tuple[Row, ...], width: int, *, move: bool) -> int:
        """The height that the rows take in a width; they are put in their places when `move`."""
        y, rows = TOP, tuple(row for row in rows if row.path in self.widgets)
        shown = [row for row in rows if self.unfolded or not row.extra]
        for position, row in enumerate(shown):
            if not row.label and (position == 0 or shown[position - 1].label):
                y = self._place_more(rows, y, move=move) + 12
            y += self._place_row(row, QPoint(LABEL_WIDTH if row.label else -PAD, y), width, move=move) + BETWEEN
        if move:
            for row in rows:
                self._show(row, row in shown)
        return y

    def _place_more(self, rows: tuple[Row, ...], y: int, *, move: bool) -> int:
        extra = sum(row.extra for row in rows)
        if move:
            self.more.setVisible(extra > 0)
            self.more.setText("Minder velden" if self.unfolded else f"Meer velden ({extra})")
            self.more.setGeometry(LABEL_WIDTH + PAD, y, 160, ROW)
        return y + ROW if extra else y

    def _show(self, row: Row, shown: bool) -> None:
        self.labels[row.path].setVisible(shown)
        self.widgets[row.path].setVisible(shown)
        if row.path in self.calendars:
            self.calendars[row.path].setVisible(shown)

    def _place_row(self, row: Row, corner: QPoint, width: int, *, move: bool) -> int:
        widget, label = self.widgets[row.path], self.labels[row.path]
        room = width - corner.x()
        wide = min({"datum": _date_width(widget), "keuze": CHOICE_WIDTH}.get(row.kind, room), room)
        height = widget.height_for(wide) if isinstance(widget, InlineField | InlineChoice) else ROW
        tall = max(label.heightForWidth(LABEL_WIDTH - 8), ROW) if row.label else ROW
        if move:
            beside = widget.fontMetrics().lineSpacing() + 2 * PAD  # the first line of the words, wherever the row ends
            label.setGeometry(0, corner.y(), LABEL_WIDTH - 8, max(label.heightForWidth(LABEL_WIDTH - 8), beside))
            widget.setGeometry(corner.x(), corner.y(), wide, height)
            if row.path in self.calendars:
                self.calendars[row.path].setGeometry(corner.x() + wide + 2, corner.y(), BUTTON_WIDTH, ROW)
        return max(height, tall)


def _date_width(widget: FieldWidget) -> int:
    """Room for any day on one line, in the font of the field."""
    return widget.fontMetrics().horizontalAdvance(LONGEST_DAY) + 4 * PAD + 4
