"""The left of the window: looking for passages and putting them in the letter."""

from collections.abc import Callable
from time import perf_counter

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from composer.gui.elements import ElidedLabel, Hint, column, ground, row, sign_button, surface, text
from composer.gui.passages.background_index import BackgroundIndex
from composer.gui.passages.cards import PassageCards
from composer.gui.passages.empty_result import NONE, empty_result
from composer.gui.passages.filters import Filters
from composer.gui.passages.preview import PassagePreview
from composer.gui.popover import Popover
from composer.gui.search_field import SearchField
from composer.gui.session import Session
from composer.gui.theme import Theme
from composer.gui.timing import single_shot
from composer.library.library import Library
from composer.work.writing.availability import PassageAvailability
from composer.work.writing.passage_search import Search, search

DELAY = 120
"""Milliseconds between a change of the letter and the cards that follow it."""

FIRST_MOMENT, NEXT_MOMENT = 0.04, 0.012
"""Seconds that are spent at once on a search, and each time that the window has nothing else to do."""
ONWARD = (Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter)


class PassagePanel(QWidget):
    """Search, filters and cards; follows the letter, because what may be used depends on it."""

    chosen = Signal(str)
    replacement_chosen = Signal(str, str)
    """A piece, and the passage that comes in its place."""
    refused = Signal(str)
    """Why a passage that was chosen cannot be used."""
    day_requested = Signal(object)

    def __init__(self, session: Session, theme: Theme, host: QWidget) -> None:
        super().__init__()
        self._host = host
        self._session = session
        self._indexing = BackgroundIndex(self)
        self._search: Search | None = None
        self.offer: PassageAvailability | None = None
        self._replacing: str | None = None
        ground(self, "panel")
        self.search = SearchField("Zoek tekstblokken", "Zoek op woord, feit of bron")
        self.filters = Filters()
        self.list = PassageCards(theme)
        self.hint = Hint()
        self.count = text("", "small")
        self.notice, self._notice_words = self._make_notice()
        self.preview = PassagePreview()
        self.card = Popover(host, self.preview, "Tekstblok in het geheel", takes_focus=False)
        self._timer = single_shot(self, DELAY, self.follow)
        self._going_on = single_shot(self, 0, self._go_on)
        self._lay_out()
        self._wire()

    def _make_notice(self) -> tuple[QWidget, ElidedLabel]:
        frame = surface("calm")
        layout = row(frame, margins=(12, 2, 2, 2))
        words = ElidedLabel("")
        layout.addWidget(words, 1)
        layout.addWidget(sign_button("close", "Toch niets vervangen", lambda: self.replace(None)))
        frame.hide()
        return frame, words

    def _lay_out(self) -> None:
        head = row(gap=8)
        head.addWidget(text("Tekstblokken", "heading"), 1)
        head.addWidget(self.count)
        layout = column(self, margins=(16, 14, 6, 0), gap=8)
        inner = column(margins=(0, 0, 10, 0), gap=8)
        inner.addLayout(head)
        for part in (self.search, self.filters, self.notice, self.hint):
            inner.addWidget(part)
        layout.addLayout(inner)
        layout.addWidget(self.list, 1000)
        layout.addStretch(1)

    def _wire(self) -> None:
        self.search.textChanged.connect(self.search_now)
        self.search.installEventFilter(self)
        self.filters.changed.connect(self.search_now)
        self.hint.followed.connect(self._look_wider)
        self.list.chosen.connect(self.choose)
        self.list.looked_at.connect(self.look_at)
        self.preview.chosen.connect(self.choose)
        self.preview.day_requested.connect(self._ask_day)
        self._session.letter_opened.connect(self._start_anew)
        self._session.letter_changed.connect(self._timer.start)
        self._session.library_changed.connect(self.follow)

    def set_theme(self, theme: Theme) -> None:
        self.list.cards.theme = theme
        self.list.viewport().update()

    def _start_anew(self) -> None:
        self.search.clear()
        self.replace(None)
        self.follow()

    def follow(self) -> None:
        """The cards for the letter as it is now."""
        self._timer.stop()
        letter, library = self._session.letter, self._session.library
        if letter is None:
            self.rest()
            return
        before = self.offer or PassageAvailability(letter, self._session.rendering, library)
        self.offer = before.after(letter, self._session.rendering, library)
        if self._indexing.begin(library):
            self._set_subjects(library)
        if before is not self.offer and self._search is not None and self.offer.shares(before):
            self.list.passages.renew(self.offer)
        else:
            self.search_now()

    def rest(self) -> None:
        """Nothing is searched any more: there is no letter, or no window."""
        self._timer.stop()
        self._going_on.stop()

    def close_down(self) -> None:
        """Ends what works beside the window."""
        self.rest()
        self._indexing.close()

    def _set_subjects(self, library: Library) -> None:
        subjects = sorted(library.subjects.values(), key=lambda subject: subject.order)
        used = {snippet.subject for snippet in library.snippets.values()}
        self.filters.subject.set_choices({s.id: s.title for s in subjects if s.id in used})

    def search_now(self) -> None:
        """What fits the search and the chips: at once what can be worked out in a moment, then the rest bit by bit."""
        if self.offer is None:
            return
        kept = self.list.selected()
        self._search = search(self.filters.wish(self.search.text()), self._indexing.get, self.offer)
        ids = self._search.take(_until(FIRST_MOMENT))
        self.list.passages.show_passages(ids, self.offer)
        if kept in ids:
            self.list.select(ids.index(kept))
        else:
            self.look_at("")
        self._tell(self._search)

    @property
    def busy(self) -> bool:
        """Whether a search is still going on."""
        return self._search is not None and not self._search.done

    def _go_on(self) -> None:
        if self._search is not None and self.busy:
            self.list.passages.extend(self._search.take(_until(NEXT_MOMENT)))
            self._tell(self._search)

    def _tell(self, found: Search) -> None:
        if not found.done:
            self._going_on.start()
        ids = self.list.passages.ids
        self.count.setText(f"{len(ids)} gevonden" if ids else "")
        self.hint.setVisible(found.done and not ids)
        self.list.setVisible(not found.done or bool(ids))
        if ids or not found.done or self._session.letter is None:
            return
        found_none = empty_result(self.search.text().strip(), found.hidden, self._session.letter.reference_date)
        self.hint.tell(*(found_none if self._session.library.snippets else (NONE, "")))

    def _look_wider(self) -> None:
        """Among what cannot be used now too; where that gives nothing more, among everything."""
        if self._search is not None and self._search.hidden:
            self.filters.usable.setChecked(False)
        else:
            self.filters.clear()
            self.search.clear()

    def choose(self, snippet_id: str) -> None:
        """Puts a passage in the letter, or says why that cannot be."""
        snippet = self._session.library.snippets.get(snippet_id)
        if snippet is None or self.offer is None or self._session.changeable() is None:
            return
        held = self.offer.suitability(snippet)
        if not held.usable:
            self.refused.emit(f"“{snippet.title}” kan nu niet in deze brief: {held.words}.")
            return
        self.look_at("")
        if self._replacing is not None:
            piece, _ = self._replacing, self.replace(None)
            self.replacement_chosen.emit(piece, snippet_id)
        else:
            self.chosen.emit(snippet_id)

    def replace(self, piece_id: str | None) -> None:
        """From now on the next passage chosen comes in the place of a piece; None ends that."""
        self._replacing = piece_id
        self.notice.setVisible(piece_id is not None)
        if piece_id is None or self._session.letter is None:
            return
        piece = self._session.letter.piece(piece_id)
        snippet = self._session.rendering.snippets.get((piece.snippet if piece else None) or "")
        self._notice_words.set_words(
            f"Kies een tekst in plaats van “{snippet.title}”" if snippet else "Kies een andere tekst"
        )
        self.search.clear()
        if snippet:
            subject = self._session.library.subjects.get(snippet.subject)
            self.filters.subject.choose(snippet.subject, subject.title if subject else snippet.subject)
            self.search_now()
        self.search.setFocus(Qt.FocusReason.OtherFocusReason)

    def look_at(self, snippet_id: str) -> None:
        """Shows the whole of a passage beside its card; an empty id puts that away."""
        snippet = self._session.library.snippets.get(snippet_id)
        if snippet is None or self.offer is None:
            self.card.close_card()
            return
        self.preview.show_passage(snippet, self.offer, replacing=self._replacing is not None)
        self.card.open(self._beside)

    def _beside(self, size: QSize, whole: QSize) -> QRect:
        corner = self.list.mapTo(self._host, QPoint(self.list.width() + 2, max(self.list.place().top(), 0)))
        return QRect(corner, size)

    def _ask_day(self, day: object) -> None:
        self.look_at("")
        self.day_requested.emit(day)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Down or Enter in the search goes on to the cards."""
        typed = isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and event.key() in ONWARD
        if watched is not self.search or not typed:
            return super().eventFilter(watched, event)
        self.list.setFocus(Qt.FocusReason.TabFocusReason)
        return True


def _until(seconds: float) -> Callable[[], bool]:
    """Whether so much time has gone by."""
    end = perf_counter() + seconds
    return lambda: perf_counter() >= end
