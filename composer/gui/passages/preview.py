"""The passage that is selected, in full: how it will read, what it rests on, and why it can or cannot be used."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QScrollArea, QWidget

from composer.domain.dutch import capitalised, day_in_words
from composer.domain.snippet import Snippet
from composer.gui.elements import Button, column, height_for, line, row, text
from composer.gui.reading_label import reading_label
from composer.work.writing.availability import PassageAvailability, Suitability
from composer.work.writing.cited import described

WIDTH, MOST_HEIGHT = 400, 460


class PassagePreview(QWidget):
    """Filled anew for each passage."""

    chosen = Signal(str)
    day_requested = Signal(object)
    """A date on which the passage can be used."""

    def __init__(self) -> None:
        super().__init__()
        self.setFixedWidth(WIDTH)
        self.setMaximumHeight(MOST_HEIGHT)
        self._body = QScrollArea()
        self._body.setWidgetResizable(True)
        self._body.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._foot = row(margins=(16, 8, 16, 10))
        layout = column(self, gap=0)
        layout.addWidget(self._body, 1)
        layout.addWidget(line())
        layout.addLayout(self._foot)
        self._height = 200

    def show_passage(self, snippet: Snippet, availability: PassageAvailability, *, replacing: bool = False) -> None:
        held = availability.suitability(snippet)
        inside = self._inside(snippet, availability, held)
        self._body.setWidget(inside)
        self._height = height_for(inside, WIDTH - 14)
        self._set_actions(snippet, availability, held, replacing)

    def sizeHint(self) -> QSize:
        return QSize(WIDTH, min(self._height + 58, MOST_HEIGHT))

    def _inside(self, snippet: Snippet, availability: PassageAvailability, held: Suitability) -> QWidget:
        inside = QWidget()
        inside.setProperty("surface", "clear")
        layout = column(inside, margins=(16, 14, 16, 14), gap=6)
        layout.addWidget(text(snippet.title, "title", wrap=True))
        layout.addWidget(text(_standing(held), "good" if held.verdict == "geldig" else "notice", wrap=True))
        layout.addSpacing(2)
        layout.addWidget(reading_label(availability.blocks(snippet)))
        facts = availability.facts(snippet)
        if facts:
            layout.addSpacing(4)
            layout.addWidget(text("Steunt op", "caption"))
        for fact in facts:
            known = described(fact, availability.library, availability.letter.reference_date)
            place = f"{known.origin} · {known.place}" if known.place else known.origin
            layout.addWidget(text(f"{known.title}\n{place}", "small", wrap=True))
        layout.addStretch(1)
        return inside

    def _set_actions(
        self, snippet: Snippet, availability: PassageAvailability, held: Suitability, replacing: bool
    ) -> None:
        while (item := self._foot.takeAt(0)) is not None:
            if widget := item.widget():
                widget.hide()
                widget.deleteLater()
        since = availability.usable_from(snippet)
        if held.usable:
            words = "Zet in de plaats" if replacing else "Voeg toe"
            self._foot.addWidget(Button(words, "", lambda: self.chosen.emit(snippet.id)))
            self._foot.addWidget(text("of Enter, of sleep hem naar de brief", "small"), 1)
        elif since is not None:
            words = f"Zet de peildatum op {day_in_words(since)}"
            self._foot.addWidget(Button(words, "", lambda: self.day_requested.emit(since)))
            self._foot.addStretch(1)
        else:
            self._foot.addWidget(text("Kan nu niet in deze brief.", "small"), 1)


def _standing(held: Suitability) -> str:
    return "; ".join(part for part in (capitalised(held.words), held.more) if part)
