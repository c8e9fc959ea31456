"""Cards about one fact: a small one at its mark in the letter, and the place in its source."""

from html import escape

from PySide6.QtCore import QSize, Qt, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from composer.domain.dutch import capitalised
from composer.domain.fact import Fact
from composer.gui.elements import Button, WrappedLabel, clear, column, height_for, row, scrolled, text
from composer.gui.theme import Theme
from composer.intake.verification import Outcome
from composer.work.following.evidence import Shown
from composer.work.writing.cited import Cited

WIDTH = 340
EVIDENCE_WIDTH, MOST_HEIGHT = 520, 520
OUTCOME_COLOURS: dict[Outcome, str] = {
    "gevonden": "good",
    "genormaliseerd": "good",
    "niet-gevonden": "wrong",
    "niet-onderzocht": "notice",
}


class FactCard(QWidget):
    """What a mark in the letter stands for."""

    place_requested = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.setFixedWidth(WIDTH)
        self._layout = column(self, margins=(14, 12, 14, 12), gap=4)

    def show_fact(self, cited: Cited) -> None:
        clear(self._layout)
        holds = "good" if cited.standing.usable else "wrong"
        self._layout.addWidget(text(cited.fact.statement, "heading", wrap=True))
        self._layout.addWidget(text(capitalised(cited.verdict), holds, wrap=True))
        self._layout.addWidget(text(cited.title, "secondary", wrap=True))
        self._layout.addWidget(text(_details(cited), "small", wrap=True))
        link = Button("Toon vindplaats", "link", lambda: self.place_requested.emit(cited.fact.id))
        self._layout.addWidget(link, 0, Qt.AlignmentFlag.AlignLeft)

    def sizeHint(self) -> QSize:
        return QSize(WIDTH, height_for(self, WIDTH))


class EvidenceCard(QWidget):
    """Every place that supports a fact, its words marked where the document is at hand."""

    file_requested = Signal(str)
    """A source whose file the user has and wants to look in."""
    reading_requested = Signal(object)
    """A place of which the whole source is to be read."""

    def __init__(self, fact: Fact, shown: tuple[Shown, ...], theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.setFixedWidth(EVIDENCE_WIDTH)
        inside = QWidget()
        inside.setProperty("surface", "clear")
        layout = column(inside, margins=(20, 16, 20, 16), gap=6)
        layout.addWidget(text("Vindplaats", "title"))
        layout.addWidget(text(fact.statement, "", wrap=True))
        for item in shown:
            layout.addSpacing(8)
            self._add(item, layout)
        layout.addStretch(1)
        self._inside = inside
        area = scrolled(inside, "Vindplaatsen van het feit")
        column(self).addWidget(area)
        self.setFocusProxy(area)

    def sizeHint(self) -> QSize:
        return QSize(EVIDENCE_WIDTH, min(height_for(self._inside, EVIDENCE_WIDTH), MOST_HEIGHT))

    def _add(self, item: Shown, layout: QVBoxLayout) -> None:
        layout.addWidget(text(item.source.title, "heading", wrap=True))
        layout.addWidget(
            text(" · ".join(part for part in (item.source.publisher, item.place) if part), "small", wrap=True)
        )
        layout.addWidget(text(item.verified.words(), OUTCOME_COLOURS[item.verified.outcome], wrap=True))
        if item.text:
            layout.addWidget(self._passage(item))
        layout.addWidget(self._links(item))

    def _passage(self, item: Shown) -> QLabel:
        """The text of the source with what was looked for marked in it."""
        parts: list[str] = []
        at = 0
        colour = self._theme.colours["gap"]
        for start, end in item.marked:
            if start >= at:
                marked = f'<span style="background-color: {colour}">{escape(item.text[start:end])}</span>'
                parts += [escape(item.text[at:start]), marked]
                at = end
        label = WrappedLabel("".join([*parts, escape(item.text[at:])]).replace("\n", "<br>"))
        label.setTextFormat(Qt.TextFormat.RichText)
        label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        return label

    def _links(self, item: Shown) -> QWidget:
        links = QWidget()
        layout = row(links, gap=4)
        if item.source.address:
            address = item.source.address
            layout.addWidget(Button("Open in de browser", "link", lambda: QDesktopServices.openUrl(QUrl(address))))
        if item.path is not None:
            layout.addWidget(Button("Lees het hele stuk", "link", lambda: self.reading_requested.emit(item)))
        else:
            layout.addWidget(Button("Kies het bestand…", "link", lambda: self.file_requested.emit(item.source.id)))
        layout.addStretch(1)
        return links


def _details(cited: Cited) -> str:
    return " · ".join(part for part in (cited.origin, cited.place, cited.fact.strength) if part)
