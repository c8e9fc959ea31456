"""A passage as it reads in three municipalities that differ, beside where it is written or reviewed."""

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from composer.domain.dutch import as_sentence
from composer.domain.finding import Finding
from composer.domain.snippet import Snippet
from composer.gui.background import Background, Outcome
from composer.gui.elements import Button, Hint, clear, column, ground, row, scrolled, set_kind, surface, text
from composer.gui.reading_label import reading_label
from composer.library.library import Library
from composer.work.editorial.sample_readings import SampleReading, sample_readings

MOST_FINDINGS = 2
PICTURE = "Toon op papier"


class ReadingsPanel(QWidget):
    """Follows what is asked for a little later; `show_page`, when given, shows a reading in the house style."""

    def __init__(self, show_page: Callable[[SampleReading], object] | None = None) -> None:
        super().__init__()
        ground(self, "background")
        self._show_page = show_page
        self.shown: tuple[SampleReading, ...] = ()
        self._background = Background(self)
        self._background.done.connect(self._take)
        self.hint = Hint("Zodra er tekst staat, ziet u hier hoe die in drie verschillende gemeenten leest.")
        self.cards: QVBoxLayout = column(gap=12)
        inside = QWidget()
        inside.setProperty("surface", "background")
        layout = column(inside, margins=(20, 20, 16, 20), gap=10)
        layout.addWidget(text("Zo leest het in drie gemeenten", "heading"))
        layout.addWidget(self.hint)
        layout.addLayout(self.cards)
        layout.addStretch(1)
        area = scrolled(inside, "De tekst in drie gemeenten", across=False)
        column(self).addWidget(area)

    def show_snippet(self, snippet: Snippet | None, library: Library, day: date) -> None:
        """Asks for the readings of a passage; None shows why there are none."""
        if snippet is None:
            self._background.forget()
            self._put(())
            return
        self._background.ask(lambda: sample_readings(snippet, library, day))

    def say(self, words: str) -> None:
        """Why there is nothing to see."""
        self._background.forget()
        self._put(())
        self.hint.tell(words)

    def _take(self, outcome: Outcome[tuple[SampleReading, ...]]) -> None:
        self._put(outcome.value or ())
        if outcome.failure:
            self.hint.tell(as_sentence(outcome.failure))

    def _put(self, shown: tuple[SampleReading, ...]) -> None:
        self.shown = shown
        clear(self.cards)
        self.hint.setVisible(not shown)
        for reading in shown:
            self.cards.addWidget(self._card(reading))

    def _card(self, reading: SampleReading) -> QWidget:
        card = surface("card")
        layout = column(card, margins=(14, 12, 14, 12), gap=6)
        head = row(gap=8)
        head.addWidget(text(reading.municipality.name, "caption"), 1)
        head.addWidget(_state(reading))
        layout.addLayout(head)
        if reading.printed:
            layout.addWidget(reading_label(reading.document.blocks))
        else:
            layout.addWidget(text("Komt hier niet in de brief.", "secondary", wrap=True))
        for finding in _blocking(reading)[:MOST_FINDINGS]:
            layout.addWidget(text(finding.title or as_sentence(finding.message), "small", wrap=True))
        show = self._show_page
        if show is not None and reading.printed:
            button = Button(PICTURE, "link", lambda: show(reading))
            button.setAccessibleName(f"{PICTURE} voor {reading.municipality.name}")
            layout.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
        return card

    def close_down(self) -> None:
        self._background.close()


def _state(reading: SampleReading) -> QLabel:
    count = len(_blocking(reading))
    words = "niet gedrukt" if not reading.printed else f"{count} op te lossen" if count else "klaar"
    chip = text(words, "chip")
    set_kind(chip, "good" if reading.printed and not count else "notice")
    return chip


def _blocking(reading: SampleReading) -> list[Finding]:
    """What stops a letter with it from going out."""
    return [finding for finding in reading.findings if finding.severity == "blokkerend"]
