"""The foot of the window: what can be counted of the letter, and the state of the library."""

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QWidget

from composer.check.context import CheckContext
from composer.check.coverage import Coverage, coverage
from composer.check.statistics import gaps, words
from composer.domain.dutch import plural
from composer.gui.elements import column, ground, line, row, text
from composer.gui.filled_button import FilledButton
from composer.gui.pages.panel import in_pages
from composer.gui.session import Session
from composer.work.overview import library_state


class Count(QLabel):
    """A number that stands out, and what it counts."""

    def __init__(self) -> None:
        super().__init__()
        self.setTextFormat(Qt.TextFormat.RichText)
        self.setProperty("text-role", "small")
        self.words = ""

    def tell(self, number: str, rest: str) -> None:
        """An empty number leaves the words by themselves."""
        self.words = f"{number} {rest}".strip()
        self.setText(f'<span style="font-weight: 600">{number}</span> {rest}' if number else rest)
        self.setAccessibleName(self.words)


class CountButton(FilledButton):
    """A count that leads to what it counts."""

    def __init__(self, run: Callable[[], object], hint: str) -> None:
        self.count = Count()
        super().__init__("status", run, self.count, margins=(5, 2, 5, 2), gap=0)
        self.setToolTip(hint)

    def tell(self, number: str, rest: str) -> None:
        self.count.tell(number, rest)
        self.setAccessibleName(self.count.words)
        self.updateGeometry()


class StatusBar(QWidget):
    gaps_requested = Signal()
    sources_requested = Signal()

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        ground(self, "panel")
        self.setFixedHeight(31)
        self.coverage = CountButton(self.sources_requested.emit, "Toon de bronnen van de brief")
        self.pages, self.words = Count(), Count()
        self.gaps = CountButton(self.gaps_requested.emit, "Ga naar wat nog moet worden ingevuld")
        self.library = text("", "small")
        bar = row(margins=(11, 0, 16, 0), gap=16)
        for part in (self.coverage, self.pages, self.words, self.gaps):
            bar.addWidget(part)
        bar.addStretch(1)
        bar.addWidget(self.library)
        whole = column(self, gap=0)
        whole.addWidget(line())
        whole.addLayout(bar, 1)
        session.settled.connect(self.follow)
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
        context = CheckContext(letter, review.assembly, session.library, session.today, session.analyser)
        self.coverage.tell(*_covered(coverage(context)))
        self.words.tell(f"{words(document)}", "woorden")
        open_fields = gaps(document)
        self.gaps.tell(*_left_open(open_fields))

    def show_length(self, length: float) -> None:
        self.pages.tell(*in_pages(length).split(" ", 1))


def _covered(share: Coverage) -> tuple[str, str]:
    if not share.sentences:
        return "", "nog geen zinnen met een cijfer of besluit"
    return f"{share.sourced} van {share.sentences}", "zinnen met een cijfer of besluit hebben een bron"


def _left_open(count: int) -> tuple[str, str]:
    return (f"{count}", plural(count, "open veld", "open velden")) if count else ("", "alles ingevuld")
