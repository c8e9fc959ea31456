"""The list of passages: cards that are chosen with Enter, by double click or by dragging."""

from PySide6.QtCore import QModelIndex, QRect, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QListView

from composer.gui.passages.delegate import PassageDelegate
from composer.gui.passages.model import ID, Index, PassageModel
from composer.gui.theme import Theme

AWAY = (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason, Qt.FocusReason.ShortcutFocusReason)
"""Ways of leaving the list by keyboard; the mouse may be on its way to the passage that is shown beside it."""


class PassageCards(QListView):
    chosen = Signal(str)
    looked_at = Signal(str)
    """A passage that the user selected; empty when the user looks elsewhere."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.passages = PassageModel(self)
        self.cards = PassageDelegate(theme, self)
        self.setModel(self.passages)
        self.setItemDelegate(self.cards)
        self.setAccessibleName("Gevonden tekstblokken")
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setLayoutMode(QListView.LayoutMode.Batched)
        self.setMouseTracking(True)
        self.setDragEnabled(True)
        self.doubleClicked.connect(self._choose)
        self.clicked.connect(self._look)

    def selected(self) -> str | None:
        """The id of the passage that is selected."""
        index = self.currentIndex()
        return index.data(ID) if index.isValid() else None

    def select(self, row: int) -> None:
        self.setCurrentIndex(self.passages.index(min(row, self.passages.rowCount() - 1)))

    def place(self) -> QRect:
        """Where the selected card is, in the coordinates of the list."""
        return self.visualRect(self.currentIndex()).translated(self.viewport().pos())

    def _choose(self, index: QModelIndex) -> None:
        if index.isValid():
            self.chosen.emit(index.data(ID))

    def _look(self, index: QModelIndex) -> None:
        self.looked_at.emit(index.data(ID))

    def currentChanged(self, current: Index, previous: Index) -> None:
        super().currentChanged(current, previous)
        if self.hasFocus() and current.isValid():
            self.looked_at.emit(current.data(ID))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._choose(self.currentIndex())
        elif event.key() == Qt.Key.Key_Escape:
            self.looked_at.emit("")
            event.ignore()
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if self.passages.rowCount() and event.reason() != Qt.FocusReason.MouseFocusReason:
            self.select(max(self.currentIndex().row(), 0))
            self.looked_at.emit(self.selected() or "")

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() in AWAY:
            self.looked_at.emit("")
