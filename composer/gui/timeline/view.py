"""The timeline as a widget: the line is dragged, or moved with the arrows."""

from datetime import date, timedelta

from PySide6.QtCore import QEvent, QPointF, QSize, Qt, Signal
from PySide6.QtGui import QHelpEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractScrollArea, QToolTip

from composer.domain.dutch import day_in_words
from composer.gui.theme import Theme
from composer.gui.timeline.geometry import FOOT, HEAD, PITCH, TITLES, Geometry
from composer.gui.timeline.painting import TimelinePainter
from composer.work.following.timeline import Event, Timeline, span, states_on

MOST_TOLD = 6
"""Events of one moment that the tooltip tells."""
STEPS: dict[int, int] = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}


class TimelineView(QAbstractScrollArea):
    day_moved = Signal(object)
    """The date on which the line was put."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.theme = theme
        self.line: Timeline | None = None
        self.day = self.letter_day = date.today()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.viewport().setMouseTracking(True)
        self.setAccessibleName("Tijdlijn")
        self.setFrameShape(QAbstractScrollArea.Shape.NoFrame)

    def show_line(self, line: Timeline | None, day: date, letter_day: date) -> None:
        self.line, self.day, self.letter_day = line, day, letter_day
        self._measure()
        self._describe()
        self.viewport().update()

    def _describe(self) -> None:
        self.setAccessibleName(f"Tijdlijn, peildatum {day_in_words(self.day)}")
        if self.line is not None:
            held = (f"{lane.title}: {fact.statement}" for lane, fact in states_on(self.line, self.day))
            self.setAccessibleDescription(" ".join(held))

    def geometry_now(self) -> Geometry | None:
        """Where everything is; None without a letter."""
        if self.line is None:
            return None
        return Geometry(self.line, self.viewport().size(), self.verticalScrollBar().value())

    def _measure(self) -> None:
        geometry = self.geometry_now()
        room = max(self.viewport().height() - HEAD - FOOT, 0)
        height = geometry.height if geometry else 0
        self.verticalScrollBar().setRange(0, max(height - room, 0))
        self.verticalScrollBar().setPageStep(room)
        self.verticalScrollBar().setSingleStep(PITCH)

    def sizeHint(self) -> QSize:
        rows = sum(row.depth for row in self.line.rows) if self.line else 4
        return QSize(800, HEAD + FOOT + min(rows, 5) * PITCH + 2)

    def minimumSizeHint(self) -> QSize:
        return QSize(320, HEAD + FOOT + 2 * PITCH)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._measure()

    def paintEvent(self, event: QPaintEvent) -> None:
        geometry = self.geometry_now()
        if geometry is None:
            return
        painter = QPainter(self.viewport())
        TimelinePainter(painter, geometry, self.theme, self.font()).paint(
            self.day, self.letter_day, focused=self.hasFocus()
        )
        painter.end()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self.mouse_to(event.position())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if event.buttons() & Qt.MouseButton.LeftButton:
            self.mouse_to(event.position())
        geometry = self.geometry_now()
        near = geometry is not None and abs(geometry.x(self.day) - event.position().x()) < 5
        self.viewport().setCursor(Qt.CursorShape.SizeHorCursor if near else Qt.CursorShape.ArrowCursor)

    def mouse_to(self, point: QPointF) -> None:
        """The line goes to the mouse; left of the scale there is nothing to drag to."""
        geometry = self.geometry_now()
        if geometry is not None and point.x() >= TITLES - 8:
            self.move_to(geometry.day(point.x()))

    def move_to(self, day: date) -> None:
        """Puts the line on a day within the scale, and tells so when it is another."""
        if self.line is None:
            return
        knots = self.line.scale.knots
        day = max(min(day, knots[-1]), knots[0])
        if day != self.day:
            self.day = day
            self._describe()
            self.viewport().update()
            self.day_moved.emit(day)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Left and right by a day, with Shift by a month."""
        step = STEPS.get(event.key())
        if step is None or self.line is None:
            super().keyPressEvent(event)
        elif event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            self.move_to(_month_on(self.day, step))
        else:
            self.move_to(self.day + timedelta(days=step))

    def viewportEvent(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            words = self.told_at(QPointF(event.pos()))
            QToolTip.showText(event.globalPos(), words, self.viewport()) if words else QToolTip.hideText()
            return True
        return super().viewportEvent(event)

    def told_at(self, point: QPointF) -> str:
        """What is at a place, in words; empty where there is nothing."""
        geometry = self.geometry_now()
        if geometry is None:
            return ""
        if placed := geometry.bar_at(point):
            fact = placed.bar.fact
            return f"{fact.statement}\n{fact.strength}, {span(placed.bar.start, placed.bar.end)}"
        return "\n\n".join(_told(event) for event in geometry.events_at(point))


def _told(event: Event) -> str:
    lines = [f"• {fact.statement}" for fact in event.facts[:MOST_TOLD]]
    more = len(event.facts) - MOST_TOLD
    return "\n".join([event.label, *lines, *([f"en nog {more}"] if more > 0 else [])])


def _month_on(day: date, step: int) -> date:
    """The same day of another month, or its last day."""
    month = day.year * 12 + day.month - 1 + step
    first = date(month // 12, month % 12 + 1, 1)
    following = date((month + 1) // 12, (month + 1) % 12 + 1, 1)
    return min(first + timedelta(days=day.day - 1), following - timedelta(days=1))
