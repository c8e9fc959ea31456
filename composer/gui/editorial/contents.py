"""The contents of the library: everything in it by kind, found as one types, with what can be done about it beside."""

from collections.abc import Iterator
from time import perf_counter

from PySide6.QtCore import QItemSelectionModel, QModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QButtonGroup, QListView, QSplitter, QWidget

from composer.gui.editorial.detail import DetailPanel
from composer.gui.editorial.model import EntryDelegate, entry_model
from composer.gui.elements import Button, Hint, column, ground, row, text
from composer.gui.form_controls import ComboBox
from composer.gui.forms.context import LibraryContext
from composer.gui.search_field import SearchField
from composer.gui.theme import Theme
from composer.gui.timing import single_shot
from composer.work.editorial.inventory import KINDS, Entry, Made, Shelved, entries, found

SEARCH_DELAY = 120
MOMENT = 0.008
"""Seconds that are spent on making ready to search, each time that the window has nothing else to do."""
EVERYTHING = "Alles"
NEW: tuple[tuple[Made, str], ...] = (
    ("tekstblokken", "Nieuw tekstblok"),
    ("feiten", "Nieuw feit"),
    ("reeksen", "Nieuwe reeks feiten"),
    ("bronnen", "Nieuwe bron"),
    ("sjablonen", "Nieuw sjabloon"),
    ("huisstijlen", "Huisstijl uit Word…"),
)


class EntryList(QListView):
    """Enter does what a double click does."""

    entered = Signal(QModelIndex)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentIndex().isValid():
            self.entered.emit(self.currentIndex())
        else:
            super().keyPressEvent(event)


class ContentsPanel(QWidget):
    new_requested = Signal(str)
    """The kind of which something new is to be made."""

    def __init__(self, context: LibraryContext) -> None:
        super().__init__()
        self.context = context
        self._all: tuple[Entry, ...] = ()
        self._stale = True
        ground(self, "background")
        self.search = SearchField("Zoek in de bibliotheek", "Zoek op titel, tekst, feit of bron")
        self.shelf = ComboBox()
        self.shelf.setAccessibleName("Welke map")
        self.model = entry_model(self)
        self.list = EntryList()
        self.list.setModel(self.model)
        self.list.setItemDelegate(EntryDelegate(context.theme(), self.list))
        self.list.setUniformItemSizes(True)
        self.list.setMouseTracking(True)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setAccessibleName("Inhoud van de bibliotheek")
        self.list.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.detail = DetailPanel(context)
        self.hint = Hint("")
        self.count = text("", "small")
        self._lay_out()
        self._later = single_shot(self, SEARCH_DELAY, self.look)
        self._unread: Iterator[Entry] = iter(())
        self._ahead = single_shot(self, 0, self._read_ahead)
        self._wire()

    def _wire(self) -> None:
        self.search.textChanged.connect(lambda: self._later.start())
        self.shelf.currentIndexChanged.connect(self.look)
        self.list.selectionModel().currentChanged.connect(self._show)
        for opened in (self.list.entered, self.list.doubleClicked):
            opened.connect(self._open)
        self.hint.followed.connect(self._show_all)

    def _lay_out(self) -> None:
        layout = row(self, gap=0)
        layout.addWidget(self._kinds())
        middle = QWidget()
        ground(middle, "panel")
        inside = column(middle, margins=(12, 14, 12, 8), gap=8)
        tools = row(gap=8)
        tools.addWidget(self.search, 1)
        tools.addWidget(self.shelf)
        inside.addLayout(tools)
        inside.addWidget(self.hint)
        inside.addWidget(self.list, 1)
        inside.addWidget(self.count)
        split = QSplitter(Qt.Orientation.Horizontal)
        split.setChildrenCollapsible(False)
        split.setHandleWidth(1)
        split.addWidget(middle)
        split.addWidget(self.detail)
        split.setSizes([520, 560])
        layout.addWidget(split, 1)
        self.setFocusProxy(self.search)

    def _kinds(self) -> QWidget:
        holder = QWidget()
        holder.setFixedWidth(208)
        layout = column(holder, margins=(12, 14, 12, 12), gap=2)
        self.kinds = QButtonGroup(self)
        self._buttons: dict[Shelved | None, Button] = {}
        named: dict[Shelved | None, str] = {None: EVERYTHING, **{kind: names[1] for kind, names in KINDS.items()}}
        for kind, words in named.items():
            self._buttons[kind] = self._kind_button(kind, words)
            layout.addWidget(self._buttons[kind])
        layout.addSpacing(12)
        layout.addWidget(text("Maak", "caption"))
        for kind, words in NEW:
            layout.addWidget(Button(words, "link", lambda kind=kind: self.new_requested.emit(kind), sign="plus"))
        layout.addStretch(1)
        self._buttons[None].setChecked(True)
        return holder

    def _kind_button(self, kind: Shelved | None, words: str) -> Button:
        button = Button(words, "row", lambda: self.choose_kind(kind))
        button.setCheckable(True)
        self.kinds.addButton(button)
        return button

    @property
    def kind(self) -> Shelved | None:
        return next((kind for kind, button in self._buttons.items() if button.isChecked()), None)

    def choose_kind(self, kind: Shelved | None) -> None:
        self._buttons[kind].setChecked(True)
        self.look()

    def set_theme(self, theme: Theme) -> None:
        delegate = self.list.itemDelegate()
        if isinstance(delegate, EntryDelegate):
            delegate.theme = theme
        self.list.viewport().update()

    def renew(self) -> None:
        """The library has changed: what is shown follows when it is in sight."""
        self._stale = True
        if self.isVisible():
            self.refresh()

    def refresh(self) -> None:
        """Reads everything again, keeping what is selected."""
        if not self._stale:
            return
        self._stale = False
        layers = self.context.layers()
        self._all = entries(self.context.library, layers)
        self.shelf.blockSignals(True)
        chosen = self.shelf.currentData() or ""
        self.shelf.clear()
        for words, name in (("Alle mappen", ""), *((layer.name, layer.name) for layer in layers)):
            self.shelf.addItem(words, name)
        self.shelf.setCurrentIndex(max(self.shelf.findData(chosen), 0))
        self.shelf.blockSignals(False)
        self.look()
        self._unread = iter(self._all)
        self._ahead.start()

    def _read_ahead(self) -> None:
        """Makes ready to search, bit by bit: the first word that is typed does not wait for all texts."""
        end = perf_counter() + MOMENT
        while perf_counter() < end:
            entry = next(self._unread, None)
            if entry is None:
                return
            entry.make_ready()
        self._ahead.start()

    def look(self) -> None:
        """What fits the kind, the folder and the words."""
        self._later.stop()
        selected = self.selected()
        rows = found(self._all, self.search.text(), self.kind, str(self.shelf.currentData() or ""))
        self.model.show(rows)
        self.count.setText(f"{len(rows)} van {len(self._all)}")
        self.hint.setVisible(not rows)
        self.hint.tell("Niets gevonden. Zoek met een ander woord, of in alle mappen.", "Toon alles")
        self._select(self._row_of(selected.kind, selected.id) or 0 if selected else 0)

    def _row_of(self, kind: str, key: str) -> int | None:
        return self.model.row_of(lambda entry: (entry.kind, entry.id) == (kind, key))

    def _select(self, at: int) -> None:
        index = self.model.index(at)
        self.list.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.ClearAndSelect)
        self.list.scrollTo(index)
        self._show(index)

    def _show_all(self) -> None:
        self.search.clear()
        self.shelf.setCurrentIndex(0)
        self.choose_kind(None)

    def selected(self) -> Entry | None:
        return self.model.row(self.list.currentIndex())

    def everything(self) -> tuple[Entry, ...]:
        """All that the library has, whatever is shown."""
        return self._all

    def go_to(self, kind: str, key: str) -> None:
        """Selects one thing, whatever was searched for."""
        self.refresh()
        if self._row_of(kind, key) is None:
            self.search.clear()
            self.shelf.setCurrentIndex(0)
            self.choose_kind(None)
        self._select(self._row_of(kind, key) or 0)

    def _show(self, index: QModelIndex) -> None:
        self.detail.show_entry(self.model.row(index))

    def _open(self, index: QModelIndex) -> None:
        if entry := self.model.row(index):
            self.detail.do_first(entry)
