"""Choosing a municipality: typing finds it, by its other names too."""

from typing import Any

from PySide6.QtCore import QAbstractListModel, QEvent, QModelIndex, QObject, QPersistentModelIndex, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import QLineEdit, QListView, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from composer.domain.municipality import Municipality
from composer.gui.elements import Hint, column
from composer.gui.text_lines import sized
from composer.gui.theme import SMALL
from composer.library.library import Library, fold
from composer.work.writing.choices import matching

WIDTH, HEIGHT = 340, 380
Index = QModelIndex | QPersistentModelIndex
CBS, BESIDE = Qt.ItemDataRole.UserRole + 1, Qt.ItemDataRole.UserRole + 2
MOVES = (Qt.Key.Key_Down, Qt.Key.Key_Up, Qt.Key.Key_PageDown, Qt.Key.Key_PageUp)


class MunicipalityModel(QAbstractListModel):
    """Municipalities with their province, and the other name by which one was found."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: tuple[Municipality, ...] = ()
        self._query = ""

    def show(self, rows: tuple[Municipality, ...], query: str) -> None:
        self.beginResetModel()
        self._rows, self._query = rows, fold(query)
        self.endResetModel()

    def row_of(self, cbs: str) -> int | None:
        return next((row for row, municipality in enumerate(self._rows) if municipality.cbs == cbs), None)

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not 0 <= index.row() < len(self._rows):
            return None
        municipality = self._rows[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return municipality.name
            case Qt.ItemDataRole.AccessibleTextRole:
                return ", ".join(part for part in (municipality.name, self._beside(municipality)) if part)
            case Qt.ItemDataRole.ToolTipRole:
                return f"{municipality.province}, {municipality.cbs}"
            case _:
                return {CBS: municipality.cbs, BESIDE: self._beside(municipality)}.get(role)

    def _beside(self, municipality: Municipality) -> str:
        """Under which other name it was found, else its province."""
        if self._query and self._query not in fold(municipality.name):
            found = next((name for name in municipality.other_names if self._query in fold(name)), None)
            return found or ""
        return municipality.province


class MunicipalityDelegate(QStyledItemDelegate):
    """A name, and at the right in small type what stands beside it."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        super().paint(painter, option, index)
        painter.save()
        painter.setFont(sized(option.font, SMALL))
        painter.setPen(option.palette.placeholderText().color())
        sides = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(option.rect.adjusted(0, 0, -10, 0), sides, str(index.data(BESIDE)))
        painter.restore()


class MunicipalityPicker(QWidget):
    chosen = Signal(str)
    """The CBS code."""

    def __init__(self, library: Library, cbs: str | None = None) -> None:
        super().__init__()
        self._library = library
        self.model = MunicipalityModel(self)
        self.search = QLineEdit()
        self.search.setPlaceholderText("Typ de naam van een gemeente")
        self.search.setAccessibleName("Zoek een gemeente")
        self.list = QListView()
        self.list.setModel(self.model)
        self.list.setProperty("look", "list")
        self.list.setAccessibleName("Gemeenten")
        self.list.setUniformItemSizes(True)
        self.list.setItemDelegate(MunicipalityDelegate(self.list))
        self.hint = Hint("Geen gemeente gevonden. Controleer de schrijfwijze, of typ alleen het begin.")
        layout = column(self, margins=(12, 12, 12, 12), gap=8)
        for part in (self.search, self.hint, self.list):
            layout.addWidget(part)
        self.setFocusProxy(self.search)
        self.search.textChanged.connect(self.search_now)
        self.search.returnPressed.connect(self._choose_current)
        self.search.installEventFilter(self)
        self.list.clicked.connect(lambda: self._choose_current())
        self.list.activated.connect(lambda: self._choose_current())
        self.show_choice(cbs)

    def sizeHint(self) -> QSize:
        return QSize(WIDTH, HEIGHT)

    def show_choice(self, cbs: str | None) -> None:
        """All municipalities, with the one that is chosen now in sight."""
        self.search.clear()
        self.search_now("")
        row = self.model.row_of(cbs or "")
        if row is not None:
            self.list.setCurrentIndex(self.model.index(row))
            self.list.scrollTo(self.model.index(row), QListView.ScrollHint.PositionAtCenter)

    def search_now(self, query: str) -> None:
        found = matching(query, self._library)
        self.model.show(found, query)
        self.hint.setVisible(not found)
        self.list.setVisible(bool(found))
        if found and query:
            self.list.setCurrentIndex(self.model.index(0))

    def _choose_current(self) -> None:
        index = self.list.currentIndex()
        if index.isValid():
            self.chosen.emit(index.data(CBS))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The arrows go through the list while the user goes on typing."""
        typed = isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and event.key() in MOVES
        if watched is not self.search or not typed:
            return super().eventFilter(watched, event)
        return self.list.event(event)
