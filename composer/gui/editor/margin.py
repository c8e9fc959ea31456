"""The margin: its marks select a piece when they are clicked, and move it when they are dragged."""

from PySide6.QtCore import QPoint, QTimer
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QApplication, QTextEdit

from composer.gui.editor.document_sync import DocumentSync
from composer.gui.editor.painting import PADDING, Stretch, paper_left, paper_width, stretch_at, stretches
from composer.gui.editor.positions import end, set_cursor, start
from composer.work.writing.editing import Spot, spot_after
from composer.work.writing.letter_view import Part

MOVING = "stuk verplaatsen"
EDGE, STEP, EVERY = 36, 14, 30
"""So near to the edge the page scrolls along while dragging, so many pixels at a time, after so many milliseconds."""


class Margin:
    def __init__(self, view: QTextEdit, writing: DocumentSync) -> None:
        self.view = view
        self.writing = writing
        self._pressed: Part | None = None
        self._from = QPoint()
        self._dragging = False
        self._target: tuple[Part, int] | None = None
        """The part below which the piece would come, and the height at which that is shown."""
        self._height = 0
        self._scrolling = QTimer(view, interval=EVERY)
        self._scrolling.timeout.connect(self._scroll)

    def holds(self, point: QPoint) -> bool:
        """Whether a point is in the margin left of the words."""
        left = paper_left(self.view)
        return left + 4 <= point.x() < left + PADDING - 6

    def press(self, point: QPoint) -> bool:
        stretch = stretch_at(self.view, self.writing, point.y()) if self.holds(point) else None
        if stretch is None:
            return False
        self._pressed, self._from, self._dragging = stretch.part, point, False
        self.select(stretch.part)
        self.view.setFocus()
        return True

    def select(self, part: Part) -> None:
        """All words of a piece."""
        extent = self.writing.extent(part.key)
        set_cursor(self.view, start(self.writing.document, extent), end(self.writing.document, extent))

    def move(self, point: QPoint) -> bool:
        if self._pressed is None:
            return False
        if self._dragging or (point - self._from).manhattanLength() >= QApplication.startDragDistance():
            self._dragging = True
            self.aim(point.y())
        return True

    def aim(self, height: int) -> None:
        """Shows where what is dragged would come; near an edge of the page more of it comes into sight."""
        self._height, self._target = height, self.target(height)
        self._scrolling.start() if self._beyond() else self._scrolling.stop()
        self.view.viewport().update()

    def _beyond(self) -> int:
        """-1 near the upper edge, 1 near the lower, else 0."""
        return (self._height > self.view.viewport().height() - EDGE) - (self._height < EDGE)

    def _scroll(self) -> None:
        bar = self.view.verticalScrollBar()
        bar.setValue(bar.value() + STEP * self._beyond())
        self.aim(self._height)

    def let_go(self) -> Part | None:
        """Nothing is dragged any more; the part below which it would have come."""
        target = self._target
        self._pressed, self._target, self._dragging = None, None, False
        self._scrolling.stop()
        self.view.viewport().update()
        return target[0] if target else None

    @property
    def dragging(self) -> bool:
        return self._dragging

    def target(self, height: int) -> tuple[Part, int] | None:
        """Below which heading or piece a piece comes that is let go at this height."""
        found = [
            stretch
            for stretch in stretches(self.view, self.writing)
            if stretch.part.kind in ("kop", "stuk", "weg", "leeg")
        ]
        above = [stretch for stretch in found if _middle(stretch) <= height]
        chosen = above[-1] if above else (found[0] if found else None)
        return (chosen.part, chosen.rect.bottom() + 6) if chosen else None

    def release(self, point: QPoint) -> bool:
        if self._pressed is None:
            return False
        piece, dragged = self._pressed.piece, self._dragging
        below = self.let_go()
        if dragged and below is not None:
            self.move_below(piece, below)
        return True

    def move_below(self, piece: str, below: Part) -> None:
        """A piece behind another part, or first in its section when that is a heading."""
        if below.piece != piece:
            self.put(piece, spot_after(self.writing.letter, piece, below.section, below.piece))

    def put(self, piece: str, spot: Spot) -> None:
        """The piece in another place, with the cursor still in it."""
        self.writing.change(self.writing.letter.with_moved(piece, spot.section, spot.index), MOVING)

    def paint(self) -> None:
        """Where the piece that is dragged would come."""
        if self._target is None:
            return
        painter = QPainter(self.view.viewport())
        left, height = paper_left(self.view) + PADDING - 18, self._target[1]
        painter.setPen(QPen(self.writing.typesetter.look.colour("accent"), 2))
        painter.drawLine(left, height, paper_left(self.view) + paper_width(self.view) - PADDING, height)
        painter.end()


def _middle(stretch: Stretch) -> int:
    return stretch.rect.center().y() if stretch.part.piece else stretch.rect.top()
