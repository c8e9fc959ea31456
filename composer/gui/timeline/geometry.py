"""The geometry of the timeline, in pixels."""

from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import QPointF, QRectF, QSize

from composer.domain.uncertain_date import UncertainDate
from composer.work.following.timeline import Bar, Event, Row, Timeline

TITLES, RIGHT = 236, 24
"""The width of the lanes' titles, and what stays free at the right."""
HEAD, FOOT = 24, 36
"""The heights of the flag and the years above the lanes, and of the events below them."""
PITCH, BAR = 22, 18
DOT = 8


@dataclass(frozen=True, slots=True)
class PlacedBar:
    bar: Bar
    row: Row
    rect: QRectF
    """From its first possible day to its last."""
    firm: QRectF
    """The part in which it certainly holds."""


@dataclass(frozen=True, slots=True)
class Geometry:
    """A timeline in a viewport of `size`, its lanes scrolled by `offset` pixels."""

    line: Timeline
    size: QSize
    offset: int = 0

    @property
    def lanes(self) -> QRectF:
        """The part of the viewport in which lanes are seen."""
        return QRectF(0, HEAD, self.size.width(), max(self.size.height() - HEAD - FOOT, 0))

    @property
    def height(self) -> int:
        """What all lanes together need."""
        return sum(row.depth for row in self.line.rows) * PITCH

    def x(self, day: date) -> float:
        return TITLES + self.line.scale.place(day) * self._width()

    def day(self, x: float) -> date:
        return self.line.scale.day((x - TITLES) / self._width())

    def _width(self) -> float:
        return max(self.size.width() - TITLES - RIGHT, 1)

    def rows(self) -> list[tuple[Row, float]]:
        """Each lane with where it begins."""
        placed: list[tuple[Row, float]] = []
        y = float(HEAD - self.offset)
        for row in self.line.rows:
            placed.append((row, y))
            y += row.depth * PITCH
        return placed

    def bars(self) -> list[PlacedBar]:
        return [self._bar(bar, row, y) for row, y in self.rows() for bar in row.bars]

    def _bar(self, bar: Bar, row: Row, y: float) -> PlacedBar:
        top = y + bar.depth * PITCH + (PITCH - BAR) / 2
        rect = self._between(bar.start.earliest, bar.end.latest if bar.end else None, top)
        firm = self._between(bar.start.latest, bar.end.earliest if bar.end else None, top)
        return PlacedBar(bar, row, rect, firm)

    def _between(self, first: date, last: date | None, top: float) -> QRectF:
        left = self.x(first)
        right = self.x(last) if last else TITLES + self._width()
        return QRectF(left + 1, top, max(right - left - 2, 3), BAR)

    def bar_at(self, point: QPointF) -> PlacedBar | None:
        if not self.lanes.contains(point):
            return None
        return next((placed for placed in self.bars() if placed.rect.contains(point)), None)

    def dot(self, event: Event) -> QRectF:
        """An event as a dot on its day, or on the last day that it may have been."""
        x = self.x(event.moment.latest)
        return QRectF(x - DOT / 2, self.size.height() - FOOT + 6, DOT, DOT)

    def dots(self) -> list[tuple[Event, QRectF]]:
        """The events within the scale."""
        return [(event, self.dot(event)) for event in self.line.events if self._within(event.moment)]

    def _within(self, moment: UncertainDate) -> bool:
        return self.line.scale.knots[0] <= moment.earliest and moment.latest <= self.line.scale.knots[-1]

    def events_at(self, point: QPointF) -> list[Event]:
        return [event for event, rect in self.dots() if rect.adjusted(-4, -4, 4, 22).contains(point)]

    def years(self) -> list[tuple[int, float]]:
        """The first days of years within the scale."""
        first, last = self.line.scale.knots[0], self.line.scale.knots[-1]
        return [(year, self.x(date(year, 1, 1))) for year in range(first.year + 1, last.year + 1)]
