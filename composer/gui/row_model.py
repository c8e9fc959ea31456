"""An item model for rows of one type, from which Qt's roles are computed."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any, Generic, TypeVar

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

T = TypeVar("T")
Index = QModelIndex | QPersistentModelIndex
TITLE, SPOKEN, TOOLTIP = (
    Qt.ItemDataRole.DisplayRole,
    Qt.ItemDataRole.AccessibleTextRole,
    Qt.ItemDataRole.ToolTipRole,
)
ROW = Qt.ItemDataRole.UserRole + 1
"""The row itself, for who paints it."""


class RowModel(QAbstractListModel, Generic[T]):
    """`roles` says for each role of Qt how it follows from a row; without it a model answers `data` itself."""

    def __init__(self, parent: QObject | None = None, roles: Mapping[int, Callable[[T], Any]] | None = None) -> None:
        super().__init__(parent)
        self._roles: Mapping[int, Callable[[T], Any]] = {ROW: lambda row: row, **(roles or {})}
        self._rows: Sequence[T] = ()

    def show(self, rows: Sequence[T]) -> None:
        """Other rows."""
        self.beginResetModel()
        self._rows = rows
        self.endResetModel()

    def row(self, index: Index) -> T | None:
        """None outside the list."""
        return self._rows[index.row()] if 0 <= index.row() < len(self._rows) else None

    def row_of(self, fits: Callable[[T], bool]) -> int | None:
        """The index of the first row that fits; None without one."""
        return next((number for number, row in enumerate(self._rows) if fits(row)), None)

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        row, value = self.row(index), self._roles.get(role)
        return None if row is None or value is None else value(row)
