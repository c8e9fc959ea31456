"""The tab with sources: what each note rests on; selecting one leads to the pieces that cite it."""

from itertools import cycle

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QAbstractItemView, QListView, QWidget

from composer.domain.dutch import capitalised
from composer.gui.elements import Button, Hint, clear, column, row, surface, text
from composer.gui.row_model import ROW, Index
from composer.gui.session import Session
from composer.gui.sources.delegate import SourceDelegate
from composer.gui.sources.model import SourceModel
from composer.gui.theme import Theme
from composer.work.writing.cited import Cited, cited

EMPTY = "Deze brief haalt nog geen bronnen aan. Kies links een tekstblok; de noten komen vanzelf mee."


class SourceList(QListView):
    """Rows that tell which one the user is at."""

    looked_at = Signal(object)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.rows = SourceModel(self)
        self.painter = SourceDelegate(theme, self)
        self.setModel(self.rows)
        self.setItemDelegate(self.painter)
        self.setAccessibleName("Bronnen van de brief")
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setMouseTracking(True)

    def currentChanged(self, current: Index, previous: Index) -> None:
        super().currentChanged(current, previous)
        self.looked_at.emit(current.data(ROW) if current.isValid() else None)


class SourcePanel(QWidget):
    piece_requested = Signal(str)
    place_requested = Signal(str)
    """A fact whose place in its source is to be shown."""

    def __init__(self, session: Session, theme: Theme) -> None:
        super().__init__()
        self._session = session
        self.list = SourceList(theme)
        self.hint = Hint(EMPTY)
        self._detail = surface("strip")
        self._inside = column(self._detail, margins=(14, 8, 14, 8), gap=2)
        layout = column(self, gap=0)
        rows = column(margins=(6, 8, 6, 0), gap=0)
        hinting = column(margins=(10, 4, 10, 0))
        hinting.addWidget(self.hint)
        rows.addLayout(hinting)
        rows.addWidget(self.list, 1000)
        rows.addStretch(1)
        layout.addLayout(rows, 1)
        layout.addWidget(self._detail)
        self._detail.hide()
        session.settled.connect(self.follow)
        session.letter_opened.connect(lambda: self.list.clearSelection())
        self.list.looked_at.connect(self._tell)

    def set_theme(self, theme: Theme) -> None:
        self.list.painter.theme = theme
        self.list.viewport().update()

    def follow(self) -> None:
        """The sources of the letter as it is now."""
        review = self._session.review
        if review is None:
            return
        kept: Cited | None = self.list.currentIndex().data(ROW)
        rows = cited(review, self._session.library)
        self.list.rows.show(rows)
        self.hint.setVisible(not rows)
        self.list.setVisible(bool(rows))
        self.show_fact(kept.fact.id if kept else "")

    def show_fact(self, fact: str) -> bool:
        """Selects a fact; False when the letter does not cite it."""
        row = self.list.rows.row_of(lambda cited: cited.fact.id == fact)
        if row is None:
            self._tell(None)
            return False
        index = self.list.rows.index(row)
        self.list.setCurrentIndex(index)
        self.list.scrollTo(index)
        return True

    def _tell(self, found: Cited | None) -> None:
        self._detail.setVisible(found is not None)
        clear(self._inside)
        if found is None:
            return
        self._inside.addWidget(text(_strength(found), "small", wrap=True))
        self._inside.addWidget(self._links(found))

    def links(self) -> list[Button]:
        """What can be done with the fact that is selected."""
        return [found for found in self._detail.findChildren(Button) if found.isVisibleTo(self._detail)]

    def _links(self, found: Cited) -> QWidget:
        links = QWidget()
        layout = row(links, gap=12)
        turns = cycle(found.pieces)
        if found.pieces:
            words = "Toon in de brief" if len(found.pieces) == 1 else f"Toon in de brief ({len(found.pieces)} keer)"
            layout.addWidget(Button(words, "link", lambda: self.piece_requested.emit(next(turns))))
        layout.addWidget(Button("Toon vindplaats", "link", lambda: self.place_requested.emit(found.fact.id)))
        layout.addStretch(1)
        return links


def _strength(found: Cited) -> str:
    who = f" van {found.fact.who}" if found.fact.who else ""
    strength = capitalised(found.fact.strength)
    return f"{strength}{who}"
