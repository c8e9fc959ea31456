"""The rows of a series as an item model: what was typed, with what is wrong in the cell itself."""

from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, Qt, Signal

from composer.domain.dutch import as_sentence
from composer.gui.icons import icon
from composer.gui.row_model import Index
from composer.gui.theme import Theme
from composer.work.editorial.series_rows import NAME, VALUE, Row, RowReader

NOWHERE = QModelIndex()
HEADS = {"gemeente": "Gemeente", "regio": "Regio"}
_MIDDLE = Qt.AlignmentFlag.AlignVCenter
_SIDES = (Qt.AlignmentFlag.AlignLeft | _MIDDLE, Qt.AlignmentFlag.AlignRight | _MIDDLE)


class RowsModel(QAbstractTableModel):
    """The rows, and an empty one at the end to write in."""

    changed = Signal()

    def __init__(self, parent: QObject, reader: RowReader, theme: Theme) -> None:
        super().__init__(parent)
        self.reader, self.theme = reader, theme
        self.rows: tuple[Row, ...] = ()
        self.faults: dict[tuple[int, int], str] = {}

    def show(self, rows: tuple[Row, ...], reader: RowReader | None = None) -> None:
        """Other rows, or the same ones read in another way."""
        self.beginResetModel()
        self.reader = reader or self.reader
        self.rows = rows
        self.faults = self.reader.faults(rows)
        self.endResetModel()
        self.changed.emit()

    def rowCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.rows) + 1

    def columnCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else 2

    def flags(self, index: Index) -> Qt.ItemFlag:
        return super().flags(index) | (Qt.ItemFlag.ItemIsEditable if index.isValid() else Qt.ItemFlag.NoItemFlags)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.TextAlignmentRole:
            return _SIDES[section]
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return (HEADS[self.reader.per], self.reader.value.name.replace("_", " ").capitalize())[section]
        return super().headerData(section, orientation, role)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        told = self._row(index.row())
        wrong = self.faults.get((index.row(), index.column()), "")
        written = (told.name, told.value)[index.column()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return self.reader.shown(written) if index.column() == VALUE and not wrong else written
            case Qt.ItemDataRole.EditRole:
                return written
            case Qt.ItemDataRole.TextAlignmentRole:
                return _SIDES[index.column()]
            case _:
                return self._of_fault(as_sentence(wrong), role) if wrong else None

    def _row(self, at: int) -> Row:
        return self.rows[at] if at < len(self.rows) else Row()

    def _of_fault(self, words: str, role: int) -> Any:
        match role:
            case Qt.ItemDataRole.ForegroundRole:
                return self.theme.colour("wrong")
            case Qt.ItemDataRole.DecorationRole:
                return icon("warning", self.theme.colour("wrong"))
            case Qt.ItemDataRole.ToolTipRole | Qt.ItemDataRole.AccessibleDescriptionRole:
                return words
            case _:
                return None

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Writes in a cell; in the empty row it makes a new one."""
        if role != Qt.ItemDataRole.EditRole or not index.isValid():
            return False
        told, words = self._row(index.row()), str(value).strip()
        made = Row(words, told.value) if index.column() == NAME else Row(told.name, words)
        if made == told:
            return False
        if index.row() == len(self.rows):
            self.beginInsertRows(NOWHERE, len(self.rows) + 1, len(self.rows) + 1)
            self.rows = (*self.rows, Row())
            self.endInsertRows()
        self.rows = (*self.rows[: index.row()], made, *self.rows[index.row() + 1 :])
        self.faults = self.reader.faults(self.rows)
        self.dataChanged.emit(self.index(0, 0), self.index(len(self.rows), VALUE))
        self.changed.emit()
        return True
