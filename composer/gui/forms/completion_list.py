"""A list under the cursor of what can be inserted there."""

from collections.abc import Callable

from PySide6.QtCore import QModelIndex, QPoint, QSize, Qt, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QFrame, QListView, QPlainTextEdit, QStyledItemDelegate, QStyleOptionViewItem

from composer.gui.elements import column, text
from composer.gui.row_model import ROW, SPOKEN, TITLE, TOOLTIP, Index, RowModel
from composer.gui.text_lines import sized
from composer.gui.theme import SMALL
from composer.work.editorial.drafting import Completion

MOVES = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_PageDown: 6, Qt.Key.Key_PageUp: -6}
WIDTH, HEIGHT, ROW_HEIGHT = 460, 240, 44


class CompletionDelegate(QStyledItemDelegate):
    """Two lines: what it is, and what more there is to say."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(200, ROW_HEIGHT)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        entry: Completion | None = index.data(ROW)
        if entry is None:
            return
        shown = QStyleOptionViewItem(option)
        shown.rect = option.rect.adjusted(0, 0, 0, -18)  # pyright: ignore[reportAttributeAccessIssue]
        super().paint(painter, option, QModelIndex())
        painter.save()
        for words, font, colour, top in (
            (entry.label, option.font, option.palette.text().color(), 4),
            (entry.more, sized(option.font, SMALL), option.palette.placeholderText().color(), 23),
        ):
            painter.setFont(font)
            painter.setPen(colour)
            place = option.rect.adjusted(10, top, -10, 0)
            elided = painter.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, place.width())
            painter.drawText(place, Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft, elided)
        painter.restore()


class CompletionList(QFrame):
    """Stays out of the keyboard's way: the editor hands it the keys that choose."""

    chosen = Signal(str)

    def __init__(self, editor: QPlainTextEdit) -> None:
        super().__init__(editor)
        self._editor = editor
        self.asked = False
        self.source: Callable[[str], tuple[Completion, ...]] = lambda query: ()
        self.setProperty("surface", "card")
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.model = RowModel[Completion](self, {TITLE: lambda row: row.label, SPOKEN: _in_full, TOOLTIP: _in_full})
        self.list = QListView()
        self.list.setModel(self.model)
        self.list.setItemDelegate(CompletionDelegate(self.list))
        self.list.setProperty("look", "list")
        self.list.setUniformItemSizes(True)
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setAccessibleName("Wat u kunt invoegen")
        self.list.clicked.connect(self._choose)
        layout = column(self, margins=(4, 4, 4, 4), gap=2)
        layout.addWidget(self.list, 1)
        layout.addWidget(text("Enter voegt in, Esc sluit", "small"))
        self.hide()

    def offer(self, query: str, *, asked: bool = False) -> None:
        """What fits, under the cursor; nothing when nothing fits."""
        self.asked = asked
        if self.parent() is not self._editor.window():
            self.setParent(self._editor.window())
        self.model.show(self.source(query))
        self.setVisible(self.model.rowCount() > 0)
        if self.isVisible():
            self.list.setCurrentIndex(self.model.index(0))
            self._place()
            self.raise_()

    def _place(self) -> None:
        window, cursor = self._editor.window(), self._editor.cursorRect()
        below = self._editor.viewport().mapTo(window, cursor.bottomLeft()) + QPoint(0, 4)
        size = QSize(WIDTH, min(HEIGHT, self.model.rowCount() * ROW_HEIGHT + 34))
        left = max(min(below.x(), window.width() - size.width() - 8), 8)
        above = below.y() - cursor.height() - size.height() - 8
        top = below.y() if below.y() + size.height() < window.height() or above < 0 else above
        self.setGeometry(left, top, size.width(), size.height())

    def handle(self, key: int) -> bool:
        """Whether a key was for the list."""
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Tab):
            self._choose(self.list.currentIndex())
        elif key == Qt.Key.Key_Escape:
            self.hide()
        elif key in MOVES:
            row = self.list.currentIndex().row() + MOVES[Qt.Key(key)]
            self.list.setCurrentIndex(self.model.index(min(max(row, 0), self.model.rowCount() - 1)))
        else:
            return False
        return True

    def _choose(self, index: Index) -> None:
        entry: Completion | None = index.data(ROW)
        if entry is not None:
            self.chosen.emit(entry.text)


def _in_full(entry: Completion) -> str:
    return f"{entry.label}. {entry.more}"
