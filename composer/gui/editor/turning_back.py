"""Undo and redo in the page, with the cursor moved to the change."""

from collections.abc import Callable

from PySide6.QtGui import QTextDocument

from composer.domain.sequences import common_ends
from composer.gui.editor.document_reader import extents, text_between
from composer.gui.editor.page import Page
from composer.gui.editor.positions import end, set_cursor, start
from composer.work.writing.editing import first_changed


class TurningBack:
    def __init__(self, page: Page) -> None:
        self.page = page
        self.writing = page.writing

    @property
    def document(self) -> QTextDocument:
        return self.page.document()

    def undo(self) -> None:
        self._turn(self.writing.session.undo)

    def redo(self) -> None:
        self._turn(self.writing.session.redo)

    def _turn(self, step: Callable[[], None]) -> None:
        before = self.writing.letter
        step()
        piece = first_changed(before, self.writing.letter)
        shown = self._words(piece)
        if piece:
            self.writing.blank = None
        self.writing.new_run()
        self.writing.session.review_now()
        self._go_to(piece, shown)

    def _words(self, piece: str) -> str:
        """What the page shows of a piece."""
        extent = extents(self.document).get(f"stuk:{piece}")
        return text_between(self.document, start(self.document, extent), end(self.document, extent)) if extent else ""

    def _go_to(self, piece: str, before: str) -> None:
        """Behind the words that came, or where words went."""
        extent, now = extents(self.document).get(f"stuk:{piece}"), self._words(piece)
        if extent is None or now == before:
            return
        _, behind = common_ends(before, now)
        last = now[len(now) - behind :].encode("utf-16-le")
        set_cursor(self.page, end(self.document, extent) - len(last) // 2)
        self.page.ensureCursorVisible()
