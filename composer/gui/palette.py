"""Every action by typing a part of its name."""

from typing import Any

from PySide6.QtCore import QAbstractListModel, QEvent, QModelIndex, QObject, QPersistentModelIndex, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QPainter
from PySide6.QtWidgets import QLineEdit, QListView, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from composer.gui.actions import ActionSpec
from composer.gui.elements import Hint, column, line
from composer.gui.text_lines import sized
from composer.gui.theme import SMALL
from composer.library.library import fold

Index = QModelIndex | QPersistentModelIndex
SPEC, HINDRANCE = Qt.ItemDataRole.UserRole + 1, Qt.ItemDataRole.UserRole + 2
MOVES = (Qt.Key.Key_Down, Qt.Key.Key_Up, Qt.Key.Key_PageDown, Qt.Key.Key_PageUp)


class ActionModel(QAbstractListModel):
    """The actions that fit what was typed; those that can be done now first."""

    def __init__(self, specs: tuple[ActionSpec, ...], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._specs = specs
        self._rows: list[tuple[ActionSpec, str | None]] = []
        self.find("")

    def find(self, query: str) -> None:
        self.beginResetModel()
        wanted = fold(query).split()
        found = [(spec, spec.hindrance()) for spec in self._specs if _fits(spec, wanted)]
        self._rows = sorted(found, key=lambda item: (item[1] is not None, not _begins(item[0], query)))
        self.endResetModel()

    def spec(self, index: Index) -> ActionSpec | None:
        return self._rows[index.row()][0] if 0 <= index.row() < len(self._rows) else None

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        spec = self.spec(index)
        if spec is None:
            return None
        hindrance = self._rows[index.row()][1]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return spec.words() if spec.words else spec.text
            case Qt.ItemDataRole.AccessibleTextRole:
                return f"{spec.text}. {hindrance or spec.shortcut}"
            case _ if role == SPEC:
                return spec
            case _ if role == HINDRANCE:
                return hindrance
            case _:
                return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        flags = Qt.ItemFlag.ItemIsSelectable
        return flags | Qt.ItemFlag.ItemIsEnabled if self.data(index, HINDRANCE) is None else flags


def _fits(spec: ActionSpec, wanted: list[str]) -> bool:
    words = fold(f"{spec.text} {spec.group}")
    return all(part in words for part in wanted)


def _begins(spec: ActionSpec, query: str) -> bool:
    return fold(spec.text).startswith(fold(query))


class ActionDelegate(QStyledItemDelegate):
    """The name of an action, and beside it its keys or what stands in its way."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(200, 36)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        super().paint(painter, option, index)
        spec: ActionSpec | None = index.data(SPEC)
        if spec is None:
            return
        painter.save()
        painter.setFont(sized(option.font, SMALL))
        painter.setPen(option.palette.placeholderText().color())
        beside = index.data(HINDRANCE) or _keys(spec)
        place = option.rect.adjusted(200, 0, -12, 0)
        words = option.fontMetrics.elidedText(str(beside), Qt.TextElideMode.ElideRight, place.width())
        painter.drawText(place, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, words)
        painter.restore()


def _keys(spec: ActionSpec) -> str:
    return keys_in_words(spec.shortcut)


KEYS = (("Return", "Enter"), ("Del", "Delete"), ("Up", "↑"), ("Down", "↓"), ("Left", "←"), ("Right", "→"))


def keys_in_words(shortcut: str) -> str:
    """Ctrl+K, with the names and signs that stand on the keys."""
    words = QKeySequence(shortcut).toString()
    for english, shown in KEYS:
        words = words.replace(english, shown)
    return words


class Palette(QWidget):
    chosen = Signal(object)

    def __init__(self, specs: tuple[ActionSpec, ...]) -> None:
        super().__init__()
        self.model = ActionModel(specs, self)
        self.search = QLineEdit()
        self.search.setProperty("look", "bare")
        self.search.setPlaceholderText("Wat wilt u doen?")
        self.search.setAccessibleName("Zoek een actie")
        self.list = QListView()
        self.list.setModel(self.model)
        self.list.setItemDelegate(ActionDelegate(self.list))
        self.list.setProperty("look", "list")
        self.list.setAccessibleName("Acties")
        self.list.setUniformItemSizes(True)
        self.hint = Hint("Geen actie gevonden. Probeer een ander woord.")
        self.hint.hide()
        layout = column(self, margins=(12, 8, 12, 10), gap=6)
        for part in (self.search, line(), self.hint, self.list):
            layout.addWidget(part)
        self.setFocusProxy(self.search)
        self.search.textChanged.connect(self._find)
        self.search.returnPressed.connect(self._choose)
        self.search.installEventFilter(self)
        self.list.clicked.connect(lambda: self._choose())
        self.list.setCurrentIndex(self.model.index(0))

    def sizeHint(self) -> QSize:
        return QSize(560, 420)

    def _find(self, query: str) -> None:
        self.model.find(query)
        self.list.setCurrentIndex(self.model.index(0))
        self.hint.setVisible(self.model.rowCount() == 0)

    def _choose(self) -> None:
        spec = self.model.spec(self.list.currentIndex())
        if spec is not None and spec.hindrance() is None:
            self.chosen.emit(spec)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The arrows go through the list while the user goes on typing."""
        typed = isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and event.key() in MOVES
        if watched is not self.search or not typed:
            return super().eventFilter(watched, event)
        return self.list.event(event)
