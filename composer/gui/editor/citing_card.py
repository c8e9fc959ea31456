"""Choosing a fact to cite, by what it says or by its source."""

from typing import Any

from PySide6.QtCore import QAbstractListModel, QEvent, QModelIndex, QObject, QPersistentModelIndex, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import QLineEdit, QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from composer.gui.elements import Hint, column, line, text
from composer.gui.text_lines import TextLines, sized
from composer.gui.theme import SMALL
from composer.work.writing.citing import Citable, Citables

Index = QModelIndex | QPersistentModelIndex
CITABLE = Qt.ItemDataRole.UserRole + 1
MOVES = (Qt.Key.Key_Down, Qt.Key.Key_Up, Qt.Key.Key_PageDown, Qt.Key.Key_PageUp)


class CitableModel(QAbstractListModel):
    """The facts that fit what was typed."""

    def __init__(self, citables: Citables, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._citables = citables
        self._rows = citables.search("")

    def find(self, words: str) -> None:
        self.beginResetModel()
        self._rows = self._citables.search(words)
        self.endResetModel()

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not 0 <= index.row() < len(self._rows):
            return None
        citable = self._rows[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return citable.statement
            case Qt.ItemDataRole.AccessibleTextRole:
                return f"{citable.statement} Bron: {citable.source}"
            case Qt.ItemDataRole.ToolTipRole:
                return citable.source
            case _:
                return citable if role == CITABLE else None


class CitableDelegate(QStyledItemDelegate):
    """A fact in two lines at most, its source below."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._lines = TextLines()

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(300, 68)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        citable: Citable | None = index.data(CITABLE)
        style = option.widget.style()
        style.drawPrimitive(QStyle.PrimitiveElement.PE_PanelItemViewItem, option, painter, option.widget)
        if citable is None:
            return
        place = option.rect.adjusted(12, 8, -12, -6)
        painter.save()
        painter.setPen(option.palette.windowText().color())
        painter.setFont(option.font)
        for words in self._lines.lines(citable.statement, option.font, place.width(), 2):
            painter.drawText(place, Qt.AlignmentFlag.AlignTop, words)
            place.adjust(0, 18, 0, 0)
        small = sized(option.font, SMALL)
        painter.setFont(small)
        painter.setPen(option.palette.placeholderText().color())
        (below,) = self._lines.lines(citable.source, small, place.width(), 1) or ("",)
        painter.drawText(place.adjusted(0, 2, 0, 0), Qt.AlignmentFlag.AlignTop, below)
        painter.restore()


class CitingCard(QWidget):
    """Finds a fact by what it says or by its source."""

    chosen = Signal(str)

    def __init__(self, citables: Citables, day: str) -> None:
        super().__init__()
        self.model = CitableModel(citables, self)
        self.search = QLineEdit()
        self.search.setProperty("look", "bare")
        self.search.setPlaceholderText("Zoek een feit of een bron")
        self.search.setAccessibleName("Zoek een feit of een bron")
        self.list = QListView()
        self.list.setModel(self.model)
        self.list.setItemDelegate(CitableDelegate(self.list))
        self.list.setProperty("look", "list")
        self.list.setAccessibleName(f"Feiten die op {day} gelden")
        self.list.setUniformItemSizes(True)
        self.list.setMouseTracking(True)
        self.hint = Hint(f"Geen feit gevonden dat op {day} geldt. Probeer een ander woord.")
        layout = column(self, margins=(12, 8, 12, 10), gap=6)
        for part in (self.search, line(), text(f"Feiten die op {day} gelden", "small"), self.hint, self.list):
            layout.addWidget(part)
        layout.setStretchFactor(self.list, 1)
        self.setFocusProxy(self.search)
        self.search.textChanged.connect(self._find)
        self.search.returnPressed.connect(self._choose)
        self.search.installEventFilter(self)
        self.list.clicked.connect(lambda: self._choose())
        self._find("")

    def sizeHint(self) -> QSize:
        return QSize(520, 420)

    def _find(self, words: str) -> None:
        self.model.find(words)
        self.list.setCurrentIndex(self.model.index(0))
        self.hint.setVisible(self.model.rowCount() == 0)
        self.list.setVisible(self.model.rowCount() > 0)

    def _choose(self) -> None:
        citable: Citable | None = self.list.currentIndex().data(CITABLE)
        if citable is not None:
            self.chosen.emit(citable.id)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The arrows go through the list while the writer goes on typing."""
        typed = isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and event.key() in MOVES
        if watched is not self.search or not typed:
            return super().eventFilter(watched, event)
        return self.list.event(event)
