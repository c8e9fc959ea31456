"""Facts shown over the window: a small card at a mark in the letter, the place in the source on request."""

from collections.abc import Iterator
from pathlib import Path

from PySide6.QtCore import QObject, QPoint, QRect, QSize, Signal
from PySide6.QtWidgets import QWidget

from composer.domain.errors import ComposerError
from composer.domain.fact import Evidence
from composer.gui.dialogs import Dialogs
from composer.gui.notices import Notices
from composer.gui.popover import Popover
from composer.gui.session import Session
from composer.gui.settings import LIBRARIES, Settings
from composer.gui.sources.cards import EvidenceCard, FactCard
from composer.gui.sources.reader import SourceReader
from composer.gui.theme import Theme
from composer.gui.timing import single_shot
from composer.work.following.evidence import Shown, attach, open_source, shown
from composer.work.writing.cited import Cited, cited, described

LINGERING = 350
"""Milliseconds in which the mouse can go from the mark to its card."""


class FactShowing(QObject):
    source_requested = Signal(str)
    fact_wanted = Signal(object)
    """The evidence in a source that the user wants to make a fact of."""

    def __init__(
        self, session: Session, settings: Settings, theme: Theme, notices: Notices, dialogs: Dialogs, layer: Path
    ) -> None:
        super().__init__(notices.host)
        self._session, self._settings, self._theme = session, settings, theme
        self._notices, self._dialogs, self._layer = notices, dialogs, layer
        self._fact = ""
        self.card = FactCard()
        self.card.place_requested.connect(self.show_place)
        self.hover_card = Popover(notices.host, self.card, "Waar dit op steunt", takes_focus=False)
        self.evidence_card: Popover | None = None
        self._leaving = single_shot(self, LINGERING, self._leave)

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme

    def hover(self, fact: str, at: QPoint) -> None:
        """The mouse is over the mark of a fact, or with an empty id no longer."""
        found = self._find(fact)
        if found is None:
            self._leaving.start()
            return
        self._leaving.stop()
        self.card.show_fact(found)
        corner = self._notices.host.mapFromGlobal(at)
        self.hover_card.open(lambda size, whole: _near(corner, size, whole))

    def show_card(self, fact: str, at: QPoint) -> None:
        """The same card with the keyboard in it, to be put away with Esc."""
        found = self._find(fact)
        if found is None:
            return
        self.hover_card.close_card()
        card = FactCard()
        card.show_fact(found)
        corner = self._notices.host.mapFromGlobal(at)
        shown = self.lay(card, "Waar dit op steunt")
        card.place_requested.connect(self.show_place)
        shown.open(lambda size, whole: _near(corner, size, whole))

    def lay(self, content: QWidget, name: str) -> Popover:
        """A card in the place of the one before."""
        if self.evidence_card is not None:
            self.evidence_card.close_card()
            self.evidence_card.deleteLater()
        self.evidence_card = Popover(self._notices.host, content, name)
        return self.evidence_card

    def _leave(self) -> None:
        if self.hover_card.underMouse():
            self._leaving.start()
        else:
            self.hover_card.close_card()

    def _find(self, name: str) -> Cited | None:
        review, library = self._session.review, self._session.library
        if review is None or not name:
            return None
        fact = library.fact_for(name, review.assembly.addressee.scopes)
        if fact is None:
            return None
        known = (found for found in cited(review, library) if found.fact.id == fact.id)
        return next(known, None) or described(fact, library, review.letter.reference_date)

    def show_place(self, fact: str) -> None:
        """Every place that supports a fact."""
        self.hover_card.close_card()
        found = self._session.library.facts.get(fact)
        if found is None:
            return
        self._fact = fact
        card = EvidenceCard(found, shown(found, self._session.library, self._folders()), self._theme)
        card.file_requested.connect(self._attach)
        card.reading_requested.connect(self.read)
        self.lay(card, "Vindplaats").open_above_middle()

    def read(self, item: Shown) -> None:
        """The whole source, at the place of the fact."""
        try:
            reader = SourceReader(open_source(item), self._theme)
        except ComposerError as error:
            self._notices.tell(f"Dit stuk kan niet worden gelezen: {error.message}.")
            return
        fact = self._fact
        reader.left.connect(lambda: self.show_place(fact))
        reader.fact_wanted.connect(self._want)
        self.lay(reader, item.source.title).open_above_middle()
        reader.go_to_place()

    def _want(self, evidence: Evidence) -> None:
        if self.evidence_card is not None:
            self.evidence_card.close_card()
        self.fact_wanted.emit(evidence)

    def read_on(self) -> None:
        """In the source from which a fact was wanted, where the user was in it."""
        if self.evidence_card is not None:
            self.evidence_card.open_above_middle()

    def _folders(self) -> Iterator[Path]:
        """Where the files of sources may be: beside the records of each layer of the user's."""
        for layer in (self._layer, *(Path(name) for name in self._settings.get(LIBRARIES))):
            yield layer / "bronnen"

    def _attach(self, source: str) -> None:
        """The user has the document: a copy goes to the user's own layer, and it is looked up in it."""
        path = self._dialogs.source_file(self._settings.letters_folder())
        if path is None:
            return
        try:
            attach(self._session.library.sources[source], path, self._layer)
        except ComposerError as error:
            self._notices.tell(f"Dit bestand kan niet worden gebruikt: {error.message}.")
            return
        self.show_place(self._fact)


def _near(corner: QPoint, size: QSize, whole: QSize) -> QRect:
    """Below the mouse, or above it where there is no room."""
    below = corner.y() + 14
    top = below if below + size.height() < whole.height() else corner.y() - size.height() - 8
    return QRect(QPoint(corner.x() - 24, top), size)
