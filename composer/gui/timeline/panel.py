"""The foot of the window: the timeline with its title, its legend and a way to fold it away."""

from datetime import date

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from composer.gui.elements import column, ground, line, row, sign_button, text
from composer.gui.session import Session
from composer.gui.theme import Theme
from composer.gui.timeline.outdated import OutdatedList
from composer.gui.timeline.painting import LEGEND
from composer.gui.timeline.view import TimelineView
from composer.library.library import Library
from composer.work.following.timeline import Timeline, timeline
from composer.work.writing.choices import with_reference_date

ROOMY = 1100
"""In less width the letter's pieces are left out; the tab with findings has them too."""


class Swatch(QWidget):
    """A colour of the legend."""

    def __init__(self, role: str, theme: Theme) -> None:
        super().__init__()
        self.role, self.theme = role, theme
        self.setFixedSize(QSize(14, 10))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(self.theme.colour(self.role))
        painter.setBrush(self.theme.colour(f"{self.role}-soft"))
        painter.drawRoundedRect(self.rect().adjusted(0, 0, -1, -1), 3, 3)
        painter.end()


class TimelinePanel(QWidget):
    fold_requested = Signal()

    def __init__(self, session: Session, theme: Theme) -> None:
        super().__init__()
        self._session = session
        self._made_from: tuple[Library, frozenset[str], date] | None = None
        self._line: Timeline | None = None
        ground(self, "panel")
        self.view = TimelineView(theme)
        self._swatches = [Swatch(role, theme) for role, _ in LEGEND]
        head = row(margins=(16, 4, 8, 0), gap=6)
        head.addWidget(text("Tijdlijn van het dossier", "caption"))
        head.addStretch(1)
        for swatch, (_, words) in zip(self._swatches, LEGEND, strict=True):
            head.addWidget(swatch)
            head.addWidget(text(words, "small"))
            head.addSpacing(6)
        head.addWidget(sign_button("fold", "Vouw de tijdlijn dicht", self.fold_requested.emit))
        drawn = column(gap=0)
        drawn.addLayout(head)
        drawn.addWidget(self.view, 1)
        self.outdated = OutdatedList(session)
        self._between = line(upright=True)
        whole = row(self, gap=0)
        whole.addLayout(drawn, 1)
        whole.addWidget(self._between)
        whole.addWidget(self.outdated)
        self.view.day_moved.connect(self._move)
        session.letter_changed.connect(self.follow)
        session.library_changed.connect(self.follow)
        session.settled.connect(self.follow)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        for part in (self._between, self.outdated):
            part.setVisible(event.size().width() >= ROOMY)

    def set_theme(self, theme: Theme) -> None:
        self.view.theme = theme
        for swatch in self._swatches:
            swatch.theme = theme
        self.view.viewport().update()

    def follow(self) -> None:
        """The dossier as it concerns whom the letter is for; made anew only when that changes."""
        letter, review = self._session.letter, self._session.review
        if letter is None or review is None:
            return
        library, scopes = self._session.library, review.assembly.addressee.scopes
        day = letter.reference_date
        if not self._reaches(library, scopes, letter.date, day):
            self._made_from = (library, scopes, letter.date)
            self._line = timeline(library, scopes, (letter.date, day))
        self.view.show_line(self._line, day, letter.date)

    def _reaches(self, library: Library, scopes: frozenset[str], letter_day: date, day: date) -> bool:
        """Whether the timeline that is there already will do."""
        if self._line is None or self._made_from is None or self._made_from[0] is not library:
            return False
        knots = self._line.scale.knots
        return self._made_from[1:] == (scopes, letter_day) and knots[0] < day < knots[-1]

    def _move(self, day: date) -> None:
        if letter := self._session.changeable():
            self._session.change(with_reference_date(letter, day), "peildatum verzetten", merge="peildatum")
        else:
            self.follow()
