"""What is done with a whole piece: moved, removed, put back, shown as it was and as it is made."""

from collections.abc import Callable
from functools import partial

from PySide6.QtGui import QTextDocument

from composer.assemble.jinja import parse
from composer.assemble.rendering import render
from composer.domain.errors import ComposerError
from composer.gui.editor.cards import ChangeCard, SourceCard
from composer.gui.editor.insertion import open_card
from composer.gui.editor.page import Page
from composer.work.writing import editing
from composer.work.writing.diff import diff_words, readable
from composer.work.writing.letter_view import Part
from composer.work.writing.lines import blocks_of

NO_PIECE = "Zet de cursor eerst in een stuk tekst."


class Pieces:
    """Works on the piece at the cursor."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.writing = page.writing

    @property
    def document(self) -> QTextDocument:
        return self.page.document()

    def current(self) -> Part | None:
        part = self.writing.part_at(self.page.textCursor().block())
        return part if part is not None and part.piece else None

    def why_none(self) -> str | None:
        if self.writing.session.letter is not None and self.writing.letter.state == "verzonden":
            return editing.SENT
        return NO_PIECE if self.current() is None else None

    def why_no_source(self) -> str | None:
        return NO_PIECE if self.current() is None else None

    def why_not_adapted(self) -> str | None:
        part = self.current()
        if part is None:
            return NO_PIECE
        return (
            None
            if part.source == "aangepast"
            else "Dit stuk is nog zoals het in de bibliotheek staat, of het is van uzelf."
        )

    def why_not_above(self) -> str | None:
        return self.why_none() or ("Dit stuk staat al bovenaan." if self._spot(up=True) is None else None)

    def why_not_below(self) -> str | None:
        return self.why_none() or ("Dit stuk staat al onderaan." if self._spot(up=False) is None else None)

    def _spot(self, *, up: bool) -> editing.Spot | None:
        part, view = self.current(), self.writing.sheet
        if part is None or view is None:
            return None
        find = editing.above if up else editing.below
        return find(self.writing.letter, part.piece, view.order)

    def move(self, *, up: bool) -> None:
        part, spot = self.current(), self._spot(up=up)
        if part is not None and spot is not None:
            self.page.margin.put(part.piece, spot)
            self.page.ensureCursorVisible()

    def remove(self) -> None:
        part = self.current()
        if part is not None:
            self.writing.change(self.writing.letter.without(part.piece), "stuk verwijderen")

    def put_back(self) -> None:
        part = self.current()
        if part is not None:
            self.writing.change(editing.put_back(self.writing.letter, part.piece), "tekstblok terugzetten")

    def show_change(self) -> None:
        """The words of an adapted passage beside the library's."""
        part = self.current()
        original = self.writing.original(part) if part else None
        if part is None or original is None:
            return
        spans = diff_words(readable(blocks_of(original)), readable(blocks_of(part.lines)))
        card = ChangeCard(part.words, spans, self.page.theme)
        close = open_card(self.page, card, "Wijziging in dit stuk")
        card.left.connect(close)
        card.put_back.connect(close)
        card.put_back.connect(self.put_back)

    def source(self) -> str:
        """The text that the piece at the cursor is made from."""
        part = self.current()
        piece = self.writing.letter.piece(part.piece) if part else None
        if piece is None:
            return ""
        snippet = self.writing.session.rendering.snippets.get(piece.snippet or "")
        return piece.text or piece.adapted or (snippet.text if snippet else "")

    def show_source(self) -> None:
        part = self.current()
        if part is None:
            return
        stop = editing.SENT if self.writing.letter.state == "verzonden" else None
        card = SourceCard(part.words, self.source(), stop)
        close = open_card(self.page, card, "Bron van dit stuk")
        card.left.connect(close)
        card.chosen.connect(partial(self._take, part, card, close))

    def _take(self, part: Part, card: SourceCard, close: Callable[[], None], text: str) -> None:
        """A source that can be read becomes the piece's; what is wrong with another is told beside it."""
        review = self.writing.session.review
        try:
            render(parse(text), review.assembly.names if review else {})
        except ComposerError as error:
            line = f"Regel {error.line}: " if error.line else ""
            card.tell(f"{line}{error.message}.")
            return
        close()
        if text != self.source():
            self.writing.change(
                editing.with_source(self.writing.letter, part.piece, text), "bron van een stuk wijzigen"
            )
