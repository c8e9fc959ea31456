"""Asking what to insert: a fact to cite, an address to link to."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QWidget

from composer.domain.dutch import day_in_words
from composer.gui.editor.cards import LinkCard
from composer.gui.editor.citing_card import CitingCard
from composer.gui.editor.formatting import Formatting
from composer.gui.editor.page import Page
from composer.gui.popover import Popover
from composer.work.writing.citing import Citables


def open_card(page: Page, card: QWidget, name: str) -> Callable[[], None]:
    """Shows a card below the cursor, and gives what closes it."""
    popover = Popover(page.window(), card, name)
    popover.closed.connect(popover.deleteLater)
    corner = page.viewport().mapTo(page.window(), page.cursorRect().bottomLeft())
    popover.open_at(corner + QPoint(0, 6))
    return popover.close_card


class Insertion:
    def __init__(self, formatting: Formatting) -> None:
        self.formatting = formatting
        self.page = formatting.page

    def cite(self) -> None:
        """A fact that holds on the reference date, at the cursor."""
        session = self.page.writing.session
        if session.review is None:
            return
        day = day_in_words(session.review.letter.reference_date)
        card = CitingCard(Citables(session.review.assembly, session.library), day)
        card.chosen.connect(open_card(self.page, card, "Bron aanhalen"))
        card.chosen.connect(self.formatting.cite)

    def link(self) -> None:
        """A link around what is selected, or another address for the one at the cursor."""
        words, target, first, last = self.formatting.link_at_cursor()
        card = LinkCard(words, target)
        close = open_card(self.page, card, "Link")
        card.chosen.connect(partial(self._take_link, close, first, last))

    def _take_link(self, close: Callable[[], None], first: int, last: int, words: str, target: str) -> None:
        close()
        self.formatting.set_link(words, target, first, last)
