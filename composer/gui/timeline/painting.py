"""The timeline on paper: bars with soft ends where a day is not certain, dots, years, the line of the peildatum."""

from datetime import date

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QLinearGradient, QPainter, QPen

from composer.domain.fact import Strength
from composer.gui.text_lines import sized
from composer.gui.theme import SMALL, Theme
from composer.gui.timeline.geometry import FOOT, HEAD, PITCH, TITLES, Geometry, PlacedBar
from composer.work.following.timeline import Event, short_day

STRENGTHS: dict[Strength, str] = {
    "besluit": "accent",
    "afspraak": "accent",
    "mededeling": "good",
    "toezegging": "notice",
    "standpunt": "notice",
    "eis": "notice",
    "voorstel": "notice",
    "voornemen": "notice",
    "verwachting": "notice",
    "risico": "wrong",
}
"""The colour of a state by how strong it is."""
LEGEND = (("accent", "besluit of afspraak"), ("good", "mededeling"), ("notice", "wens of plan"), ("wrong", "risico"))
FADING = 48
"""Pixels over which a state without an end fades away."""
FAINT = 0.3
"""How much of its colour a bar has where it is not certain."""


class TimelinePainter:
    """Paints one state of the timeline."""

    def __init__(self, painter: QPainter, geometry: Geometry, theme: Theme, font: QFont) -> None:
        self.painter = painter
        self.geometry = geometry
        self.theme = theme
        self.small = sized(font, SMALL)
        self.metrics = QFontMetrics(self.small)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(self.small)

    def paint(self, day: date, letter_day: date, *, focused: bool) -> None:
        self.years(self.flag(day))
        self.painter.save()
        self.painter.setClipRect(self.geometry.lanes)
        self.titles()
        for placed in self.geometry.bars():
            self.bar(placed, holds=placed.bar.holds(day))
        self.painter.restore()
        self.events()
        if letter_day != day:
            self.letter_line(letter_day)
        self.line(day, focused=focused)

    def years(self, flag: QRectF) -> None:
        bottom = self.geometry.size.height() - FOOT
        for year, x in self.geometry.years():
            self.painter.setPen(self.theme.colour("line"))
            self.painter.drawLine(QPointF(x, HEAD - 4), QPointF(x, bottom))
            self.painter.setPen(self.theme.colour("muted"))
            place = QRectF(x - 16, 2, 32, HEAD - 6)
            if not place.intersects(flag):
                self.painter.drawText(place, Qt.AlignmentFlag.AlignCenter, str(year))

    def titles(self) -> None:
        self.painter.setPen(self.theme.colour("muted"))
        for row, y in self.geometry.rows():
            words = self.metrics.elidedText(row.lane.title, Qt.TextElideMode.ElideRight, TITLES - 28)
            place = QRectF(16, y, TITLES - 28, PITCH)
            self.painter.drawText(place, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, words)

    def bar(self, placed: PlacedBar, *, holds: bool) -> None:
        role = STRENGTHS[placed.bar.fact.strength]
        self.painter.setPen(self.theme.colour(role) if holds else Qt.PenStyle.NoPen)
        self.painter.setBrush(self._ground(placed, self.theme.colour(f"{role}-soft")))
        self.painter.drawRoundedRect(placed.rect, 4, 4)
        words = self.metrics.elidedText(
            placed.bar.fact.statement, Qt.TextElideMode.ElideRight, int(placed.firm.width()) - 12
        )
        if placed.firm.width() > 36:
            self.painter.setPen(self.theme.colour(role))
            inside = placed.firm.adjusted(7, 0, -5, 0)
            self.painter.drawText(inside, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, words)

    def _ground(self, placed: PlacedBar, colour: QColor) -> QLinearGradient:
        """Full where the state certainly holds, faint towards its first and last possible day."""
        rect, firm = placed.rect, placed.firm
        faint = QColor(colour)
        faint.setAlphaF(FAINT)
        ground = QLinearGradient(rect.topLeft(), rect.topRight())
        width = max(rect.width(), 1)
        ground.setColorAt(0, colour if placed.bar.start.certain else faint)
        ground.setColorAt(min(max((firm.left() - rect.left()) / width, 0.0), 1.0), colour)
        if placed.bar.end is not None:
            ground.setColorAt(min(max((firm.right() - rect.left()) / width, 0.0), 1.0), colour)
        if placed.bar.end is None:
            ground.setColorAt(max(1 - FADING / width, 0.0), colour)
        ground.setColorAt(1, colour if placed.bar.end and placed.bar.end.certain else faint)
        return ground

    def events(self) -> None:
        taken: list[QRectF] = []
        dots = self.geometry.dots()
        for event, rect in dots:
            self.dot(event, rect)
        for event, rect in sorted(dots, key=lambda dot: dot[0].facts[0].strength != "besluit"):
            self.label(event, rect, taken)

    def dot(self, event: Event, rect: QRectF) -> None:
        """Filled on a day that is known; else open, with a faint line over the days that it may have been."""
        colour = self.theme.colour("muted")
        if not event.moment.certain:
            self.tail(self.geometry.x(event.moment.earliest), rect, colour)
        self.painter.setPen(QPen(colour, 1.5))
        self.painter.setBrush(colour if event.moment.certain else self.theme.colour("panel"))
        self.painter.drawEllipse(rect.adjusted(0.75, 0.75, -0.75, -0.75))

    def tail(self, left: float, rect: QRectF, colour: QColor) -> None:
        faint = QLinearGradient(left, 0, rect.left(), 0)
        clear = QColor(colour)
        clear.setAlphaF(0)
        faint.setColorAt(0, clear)
        half = QColor(colour)
        half.setAlphaF(0.5)
        faint.setColorAt(1, half)
        self.painter.fillRect(QRectF(left, rect.center().y() - 1, max(rect.left() - left, 0), 2), faint)

    def label(self, event: Event, rect: QRectF, taken: list[QRectF]) -> None:
        """Written below its dot, unless another label is there."""
        width = self.metrics.horizontalAdvance(event.label) + 4
        place = QRectF(rect.center().x() - width / 2, rect.bottom() + 2, width, 18)
        if place.left() < TITLES or any(place.adjusted(-6, 0, 6, 0).intersects(other) for other in taken):
            return
        taken.append(place)
        self.painter.setPen(self.theme.colour("muted"))
        self.painter.drawText(place, Qt.AlignmentFlag.AlignCenter, event.label)

    def letter_line(self, day: date) -> None:
        x = self.geometry.x(day)
        self.painter.setPen(QPen(self.theme.colour("muted"), 1, Qt.PenStyle.DashLine))
        self.painter.drawLine(QPointF(x, HEAD - 2), QPointF(x, self.geometry.size.height() - FOOT))

    def line(self, day: date, *, focused: bool) -> None:
        """The peildatum with its flag, which stays within sight."""
        x = self.geometry.x(day)
        colour = self.theme.colour("accent")
        self.painter.setPen(QPen(colour, 2))
        self.painter.drawLine(QPointF(x, 4), QPointF(x, self.geometry.size.height() - 6))
        flag = self.flag(day)
        self.painter.setPen(QPen(self.theme.colour("ink"), 2) if focused else Qt.PenStyle.NoPen)
        self.painter.setBrush(colour)
        self.painter.drawRoundedRect(flag, 4, 4)
        self.painter.setPen(self.theme.colour("on-accent"))
        self.painter.drawText(flag, Qt.AlignmentFlag.AlignCenter, _flag_words(day))

    def flag(self, day: date) -> QRectF:
        """The flag at the head of the line, on its left where there is no room on its right."""
        x = self.geometry.x(day)
        width = self.metrics.horizontalAdvance(_flag_words(day)) + 16
        left = x if x + width < self.geometry.size.width() - 4 else x - width
        return QRectF(left, 2, width, HEAD - 5)


def _flag_words(day: date) -> str:
    return f"peildatum {short_day(day)} {day.year}"
