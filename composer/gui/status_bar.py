"""The foot of the window: what can be counted of the letter, and the state of the library."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from composer.assemble.recent import Recent
from composer.check.counts import gaps, words
from composer.check.coverage import Coverage, coverage
from composer.check.subject import Subject
from composer.gui.elements import Button, column, ground, line, row, text
from composer.gui.pages.panel import in_pages
from composer.gui.session import Session
from composer.work.overview import library_state


class StatusBar(QWidget):
    gaps_asked = Signal()
    sources_asked = Signal()

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._counted = Recent()
        ground(self, "panel")
        self.setFixedHeight(31)
        self.coverage = Button("", "status", self.sources_asked.emit)
        self.coverage.setToolTip("Toon de bronnen van de brief")
        self.pages = text("", "small")
        self.words = text("", "small")
        self.gaps = Button("", "status", self.gaps_asked.emit)
        self.gaps.setToolTip("Ga naar wat nog moet worden ingevuld")
        self.library = text("", "small")
        bar = row(margins=(11, 0, 16, 0), gap=16)
        for part in (self.coverage, self.pages, self.words, self.gaps):
            bar.addWidget(part)
        bar.addStretch(1)
        bar.addWidget(self.library)
        whole = column(self, gap=0)
        whole.addWidget(line())
        whole.addLayout(bar, 1)
        session.reviewed.connect(self.follow)
        session.library_changed.connect(self.follow)
        session.letter_opened.connect(self.follow)
        self.follow()

    def follow(self) -> None:
        session = self._session
        self.library.setText(library_state(session.library))
        letter, review = session.letter, session.review
        for part in (self.coverage, self.pages, self.words, self.gaps):
            part.setVisible(letter is not None)
        if letter is None or review is None:
            return
        document = review.assembly.document
        subject = Subject(letter, review.assembly, session.library, session.today)
        self.coverage.setText(_covered(coverage(subject, self._counted)))
        self.words.setText(f"{words(document)} woorden")
        open_fields = gaps(document)
        self.gaps.setText("alles ingevuld" if not open_fields else _many(open_fields, "open veld", "open velden"))

    def show_length(self, length: float) -> None:
        self.pages.setText(in_pages(length))


def _covered(share: Coverage) -> str:
    if not share.sentences:
        return "nog geen zinnen met een cijfer of besluit"
    return f"{share.sourced} van {share.sentences} zinnen met een cijfer of besluit hebben een bron"


def _many(count: int, one: str, more: str) -> str:
    return f"{count} {one if count == 1 else more}"
