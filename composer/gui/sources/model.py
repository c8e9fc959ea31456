"""The facts that the letter cites, by their notes."""

from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from composer.work.writing.cited import Cited

Index = QModelIndex | QPersistentModelIndex
CITED = Qt.ItemDataRole.UserRole + 1


class SourceModel(QAbstractListModel):
    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: tuple[Cited, ...] = ()

    def show(self, rows: tuple[Cited, ...]) -> None:
        """Other facts; what stays the same is not drawn anew."""
        if rows != self._rows:
            self.beginResetModel()
            self._rows = rows
            self.endResetModel()

    def row_of(self, fact: str) -> int | None:
        """Where a fact stands in the list."""
        return next((row for row, cited in enumerate(self._rows) if cited.fact.id == fact), None)

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not 0 <= index.row() < len(self._rows):
            return None
        cited = self._rows[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return cited.title
            case Qt.ItemDataRole.ToolTipRole:
                return cited.fact.statement
            case Qt.ItemDataRole.AccessibleTextRole:
                note = f"Noot {cited.note}" if cited.note else "Zonder noot"
                return f"{note}. {cited.title}. {cited.origin}. {cited.fact.statement} {cited.verdict}"
            case _:
                return cited if role == CITED else None
