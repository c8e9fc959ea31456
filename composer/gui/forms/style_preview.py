"""An example letter in a house style that is still being chosen."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QScrollArea, QWidget

from composer.domain.dutch import as_sentence
from composer.gui.background import Background, Outcome
from composer.gui.elements import Hint, column, ground, text
from composer.gui.pages.pdf import Page, Pdf
from composer.gui.pages.sheet import MARGIN, Sheets
from composer.gui.theme import Theme

MOST_PAGES = 2
SCALE, NARROWEST, WIDEST = 1.6, 0.3, 1.2
"""Pixels for each point of a page: as it is made, and between which it is shown."""


class PreviewPanel(QWidget):
    """The example letter, made anew when a choice changes."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        ground(self, "background")
        self._background = Background(self)
        self._background.done.connect(self._take)
        self.hint = Hint("De voorbeeldbrief wordt gemaakt…")
        self.sheets = Sheets(theme)
        self.sheets.setAccessibleName("Voorbeeldbrief in deze huisstijl")
        area = self._area = QScrollArea()
        area.setWidget(self.sheets)
        area.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setAccessibleName("Voorbeeldbrief")
        layout = column(self, margins=(12, 16, 12, 12), gap=8)
        layout.addWidget(text("Voorbeeldbrief", "heading"))
        layout.addWidget(self.hint)
        layout.addWidget(area, 1)

    def show_letter(self, make: Callable[[], bytes]) -> None:
        """The first pages of the PDF that `make` makes, beside the window."""
        self._background.ask(partial(_pages, make))

    def say(self, words: str) -> None:
        """Words in the place of a new letter; "" for none."""
        self.hint.setVisible(bool(words))
        self.hint.tell(words)

    def _take(self, outcome: Outcome[tuple[Page, ...]]) -> None:
        self.say(as_sentence(outcome.failure) if outcome.failure else "")
        if outcome.value:
            self._fit(outcome.value)

    def _fit(self, pages: tuple[Page, ...]) -> None:
        """As wide as there is room."""
        if pages:
            room = self._area.viewport().width() - 2 * MARGIN
            self.sheets.show_pages(pages, max(min(room / pages[0].width, WIDEST), NARROWEST))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit(self.sheets.pages)

    def set_theme(self, theme: Theme) -> None:
        self.sheets.theme = theme
        self.sheets.update()

    def close_down(self) -> None:
        self._background.close()


def _pages(make: Callable[[], bytes]) -> tuple[Page, ...]:
    """The first pages of the example letter."""
    pdf = Pdf(make())
    pages = tuple(pdf.page(number, SCALE) for number in range(min(len(pdf), MOST_PAGES)))
    pdf.close()
    return pages
