"""A card on which typing finds a row and Enter or a click takes it."""

from collections.abc import Callable, Sequence
from typing import Generic, NamedTuple, TypeVar

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QListView, QStyledItemDelegate, QWidget

from composer.gui.elements import Hint, column
from composer.gui.row_model import RowModel

T = TypeVar("T")
MOVES = (Qt.Key.Key_Down, Qt.Key.Key_Up, Qt.Key.Key_PageDown, Qt.Key.Key_PageUp)
FRAMED, BARE = ((12, 12, 12, 12), 8), ((12, 8, 12, 10), 6)
"""Margins and the gap between the parts."""


class PickerWords(NamedTuple):
    """What stands in the field, what the field and the list are called, and what to do when nothing is found."""

    prompt: str
    field: str
    rows: str
    nothing: str


class PickerCard(QWidget, Generic[T]):
    """`find` gives the rows for what was typed; with parts `between` the field and the list the field has no frame."""

    chosen = Signal(object)

    def __init__(
        self, model: RowModel[T], find: Callable[[str], Sequence[T]], words: PickerWords,
        delegate: QStyledItemDelegate, between: Sequence[QWidget] = (),
    ) -> None:  # fmt: skip
        super().__init__()
        self.model, self._rows = model, find
        model.setParent(self)
        self.search = QLineEdit()
        self.search.setPlaceholderText(words.prompt)
        self.search.setAccessibleName(words.field)
        self.search.setProperty("look", "bare" if between else "")
        self.list = QListView()
        self.list.setModel(model)
        delegate.setParent(self.list)
        self.list.setItemDelegate(delegate)
        self.list.setProperty("look", "list")
        self.list.setAccessibleName(words.rows)
        self.list.setUniformItemSizes(True)
        self.hint = Hint(words.nothing)
        margins, gap = BARE if between else FRAMED
        layout = column(self, margins=margins, gap=gap)
        for part in (self.search, *between, self.hint, self.list):
            layout.addWidget(part)
        layout.setStretchFactor(self.list, 1)
        self.setFocusProxy(self.search)
        self.search.textChanged.connect(self.search_now)
        self.search.returnPressed.connect(self.choose)
        self.search.installEventFilter(self)
        self.list.clicked.connect(lambda: self.choose())
        self.search_now("")

    def search_now(self, words: str) -> None:
        """Shows what fits; the first of it can be taken at once."""
        found = self._rows(words)
        self.model.show(found)
        self.list.setCurrentIndex(self.model.index(0))
        self.hint.setVisible(not found)
        self.list.setVisible(bool(found))

    def choose(self) -> None:
        """Takes the row that is selected."""
        row = self.model.row(self.list.currentIndex())
        if row is not None:
            self.take(row)

    def take(self, row: T) -> None:
        """Tells which row was chosen."""
        self.chosen.emit(row)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The arrows go through the list while the user goes on typing."""
        typed = isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and event.key() in MOVES
        if watched is not self.search or not typed:
            return super().eventFilter(watched, event)
        return self.list.event(event)
