"""The table of a series: a row for each municipality or region, changed in its cells, with what is wrong in the cell itself."""

from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import (
    QAbstractItemDelegate,
    QAbstractItemView,
    QHeaderView,
    QLineEdit,
    QStyledItemDelegate,
    QTableView,
    QWidget,
)

from composer.domain.dutch import as_sentence, plural
from composer.gui.elements import Button, column, row, text
from composer.gui.forms.fields import completer
from composer.gui.forms.parts import Part
from composer.gui.forms.series_model import Index, RowsModel
from composer.gui.notices import announce
from composer.gui.theme import Theme
from composer.library.yaml import Location, is_record
from composer.work.editorial.series_rows import NAME, VALUE, Row, RowReader, emptied

MOST_TOLD = 3
HEIGHT, NAMES = 380, 280
"""Pixels: how high the table is, and how wide the column with names."""
HELP = "Typ in een cel, of plak rijen uit Excel of Word: een kolom met namen of codes, en een met waarden."


class CellDelegate(QStyledItemDelegate):
    """Names are completed as one types."""

    def createEditor(self, parent: QWidget, option: Any, index: Index) -> QWidget:
        editor = QLineEdit(parent)
        editor.setFrame(False)
        model = index.model()
        if index.column() == NAME and isinstance(model, RowsModel):
            editor.setCompleter(completer(model.reader.names().values(), editor))
        return editor


class RowsView(QTableView):
    """Delete empties the selected cells, Enter goes on in the next row, and pasting goes by rows."""

    emptied = Signal()
    pasted = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Paste):
            self.pasted.emit()
        elif event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.emptied.emit()
        else:
            super().keyPressEvent(event)

    def closeEditor(self, editor: QWidget, hint: QAbstractItemDelegate.EndEditHint) -> None:
        super().closeEditor(editor, hint)
        if hint == QAbstractItemDelegate.EndEditHint.SubmitModelCache:
            at = self.currentIndex()
            self.setCurrentIndex(at.siblingAtRow(at.row() + 1) or at)

    def chosen(self) -> set[tuple[int, int]]:
        """The selected cells, by row and column."""
        return {(index.row(), index.column()) for index in self.selectedIndexes()}


class SeriesTable(Part):
    """What is wrong in a cell stands there and, of the first few, below the table."""

    key = "rijen"

    def __init__(self, reader: RowReader, theme: Theme) -> None:
        super().__init__()
        self.model = RowsModel(self, reader, theme)
        self._before: tuple[Row, ...] | None = None
        self.view = RowsView()
        self.count = text("", "small")
        self.wrong = text("", "wrong", wrap=True)
        self.back = Button("Zet terug", "link", self.put_back)
        self._furnish()
        self._lay_out()
        self.model.changed.connect(self._tell_state)
        self.model.changed.connect(self.changed)
        self.view.emptied.connect(self.empty)
        self.view.pasted.connect(self.paste)
        self._tell_state()

    def _furnish(self) -> None:
        self.view.setModel(self.model)
        self.view.setItemDelegate(CellDelegate(self.view))
        self.view.setAccessibleName("Rijen van de reeks")
        self.view.setAccessibleDescription(HELP)
        self.view.setTabKeyNavigation(False)
        self.view.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectItems)
        self.view.setEditTriggers(
            QAbstractItemView.EditTrigger.DoubleClicked
            | QAbstractItemView.EditTrigger.SelectedClicked
            | QAbstractItemView.EditTrigger.EditKeyPressed
            | QAbstractItemView.EditTrigger.AnyKeyPressed
        )
        self.view.setFixedHeight(HEIGHT)
        self.view.setColumnWidth(NAME, NAMES)
        self.view.horizontalHeader().setStretchLastSection(True)
        self.view.horizontalHeader().setHighlightSections(False)
        self.view.verticalHeader().setHighlightSections(False)
        self.view.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.view.verticalHeader().setDefaultSectionSize(self.view.fontMetrics().height() + 12)
        self.setFocusProxy(self.view)

    def _lay_out(self) -> None:
        layout = column(self, gap=6)
        layout.addWidget(text(HELP, "small", wrap=True))
        layout.addWidget(self.view)
        foot = row(gap=12)
        foot.addWidget(self.count)
        foot.addWidget(self.back)
        foot.addStretch(1)
        foot.addWidget(Button("Plak rijen", "link", self.paste))
        foot.addWidget(Button("Voeg een rij toe", "link", self.add, sign="plus"))
        foot.addWidget(Button("Haal rijen weg", "link", self.remove))
        layout.addLayout(foot)
        layout.addWidget(self.wrong)

    def _tell_state(self) -> None:
        rows, faults = self.model.rows, self.model.faults
        filled = sum(bool(row.name or row.value) for row in rows)
        self.count.setText(_rows(filled))
        told = [f"Rij {at + 1}: {words}" for (at, _), words in sorted(faults.items())]
        more = [f"En nog {len(told) - MOST_TOLD}"] if len(told) > MOST_TOLD else []
        self.wrong.setText("\n".join(as_sentence(words) for words in (*told[:MOST_TOLD], *more)))
        self.wrong.setVisible(bool(told))
        self.back.setVisible(self._before is not None)

    @property
    def faulty(self) -> bool:
        return bool(self.model.faults)

    def chosen(self) -> int:
        """The row that the user is in, from 0."""
        return max(self.view.currentIndex().row(), 0)

    def read_as(self, reader: RowReader) -> None:
        """For others, or with another kind of value."""
        self.model.show(self.model.rows, reader)

    def add(self) -> None:
        last = self.model.index(len(self.model.rows), NAME)
        self.view.setFocus()
        self.view.setCurrentIndex(last)
        self.view.edit(last)

    def paste(self) -> None:
        """Rows as they stand on the clipboard; a name that is there gets its value."""
        words = QGuiApplication.clipboard().text()
        if not words.strip():
            self._say("Er staat geen tekst op het klembord; kopieer eerst rijen in Excel of Word.")
            return
        before = self.model.rows
        self._change(self.model.reader.pasted(words, before))
        new = len(self.model.rows) - len(before)
        self._say(f"{_rows(new)} erbij, {len(set(self.model.rows[: len(before)]) - set(before))} gewijzigd.")

    def empty(self) -> None:
        """Takes away what stands in the selected cells, and rows in which nothing is left."""
        self._empty(self.view.chosen())

    def remove(self) -> None:
        """Takes away the rows of the selected cells."""
        self._empty({(at, column) for at, _ in self.view.chosen() for column in (NAME, VALUE)})

    def _empty(self, cells: set[tuple[int, int]]) -> None:
        before = self.model.rows
        left = emptied(before, cells)
        if left == before:
            return
        self._change(left)
        if gone := len(before) - len(left):
            self._say(f"{_rows(gone)} minder.")

    def _change(self, rows: tuple[Row, ...]) -> None:
        self._before = self.model.rows
        self.model.show(rows)

    def put_back(self) -> None:
        """As it was before rows were pasted or taken away."""
        if self._before is not None:
            rows, self._before = self._before, None
            self.model.show(rows)
            self.view.setFocus()

    def _say(self, words: str) -> None:
        self.count.setText(words)
        announce(self, words)

    def value(self) -> Any:
        return self.model.reader.record(self.model.rows) or None

    def set_value(self, value: Any) -> None:
        self._before = None
        self.model.show(self.model.reader.rows({str(k): str(v) for k, v in value.items()} if is_record(value) else {}))

    def tell(self, place: Location, message: str, *, empty: bool = False) -> None:
        self.wrong.setText("Voeg een rij toe." if empty else as_sentence(message))
        self.wrong.show()

    def clear_mistakes(self) -> None:
        self._tell_state()


def _rows(number: int) -> str:
    return f"{number} {plural(number, 'rij', 'rijen')}"
