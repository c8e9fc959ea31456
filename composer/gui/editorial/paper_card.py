"""A passage on paper: as it comes out in one municipality, in its house style."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QScrollArea, QWidget

from composer.domain.dutch import as_sentence
from composer.gui.background import Background, Outcome
from composer.gui.elements import Hint, column, text
from composer.gui.pages.pdf import Page, Pdf
from composer.gui.pages.sheet import Sheets
from composer.gui.theme import Theme
from composer.library.library import Library
from composer.work.documents.files import StyleFinder, writer_for
from composer.work.editorial.sample_readings import SampleReading

SIZE = QSize(640, 620)
SHOWN, MADE = 0.94, 2.0
"""Pixels for each point of a page, as it is shown and as it is made."""


class PaperCard(QWidget):
    def __init__(self, reading: SampleReading, library: Library, find_style: StyleFinder, theme: Theme) -> None:
        super().__init__()
        self.hint = Hint("De bladzijde wordt gemaakt…")
        self.sheets = Sheets(theme)
        self.sheets.setAccessibleName("Bladzijde")
        area = QScrollArea()
        area.setWidget(self.sheets)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        area.setAccessibleName(f"Zo staat het in een brief van {reading.municipality.name}")
        layout = column(self, margins=(16, 14, 8, 8), gap=6)
        layout.addWidget(text(f"Op papier in {reading.municipality.name}", "title", wrap=True))
        layout.addWidget(self.hint)
        layout.addWidget(area, 1)
        self.setFocusProxy(area)
        self._background = Background(self)
        self._background.done.connect(self._take)
        self._background.ask(lambda: _page(reading, library, find_style))

    def sizeHint(self) -> QSize:
        return SIZE

    def hideEvent(self, event: QHideEvent) -> None:
        """Put away: nothing has to be made any more."""
        super().hideEvent(event)
        self._background.close()

    def _take(self, outcome: Outcome[Page]) -> None:
        self.hint.setVisible(outcome.value is None)
        self.hint.tell(as_sentence(outcome.failure) if outcome.failure else "")
        if outcome.value is not None:
            self.sheets.show_pages((outcome.value,), SHOWN)


def _page(sample: SampleReading, library: Library, find_style: StyleFinder) -> Page:
    """The first page; raises ComposerError when the house style cannot be used."""
    name = sample.municipality.house_style or library.default_house_style
    pdf = Pdf(writer_for(".pdf")(sample.document, find_style(library, name)))
    page = pdf.page(0, MADE)
    pdf.close()
    return page
