"""The pages below each other, each a sheet with the one shadow."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from composer.gui.pages.pdf import Page
from composer.gui.popover import paint_shadow
from composer.gui.theme import Theme

GAP, MARGIN = 16, 14


class Sheets(QWidget):
    """Shows pages at `zoom` pixels for each point; pages that are still of another scale are stretched meanwhile."""

    place_clicked = Signal(int, float, float)
    """The page from 0, and the place in points from its lower left corner."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.theme = theme
        self.pages: tuple[Page, ...] = ()
        self._zoom = 0.6
        self.setAccessibleName("Bladzijden van de brief")
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def show_pages(self, pages: tuple[Page, ...], zoom: float) -> None:
        self.pages, self._zoom = pages, zoom
        self.setAccessibleDescription(f"{len(pages)} bladzijden")
        self.setFixedSize(self.sizeHint())
        self.update()

    def sizeHint(self) -> QSize:
        width = max((page.width for page in self.pages), default=0.0) * self._zoom
        height = sum(page.height * self._zoom + GAP for page in self.pages)
        return QSize(round(width) + 2 * MARGIN, round(height) + 2 * MARGIN - GAP if self.pages else 0)

    def _places(self) -> list[QRectF]:
        places: list[QRectF] = []
        y = float(MARGIN)
        for page in self.pages:
            size = (page.width * self._zoom, page.height * self._zoom)
            places.append(QRectF((self.width() - size[0]) / 2, y, *size))
            y += size[1] + GAP
        return places

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        for page, place in zip(self.pages, self._places(), strict=True):
            if place.intersects(QRectF(event.rect())):
                paint_shadow(painter, place, self.theme.colour("shadow"), 10)
                painter.drawImage(place, page.image)
                painter.setPen(self.theme.colour("line"))
                painter.setBrush(Qt.BrushStyle.NoBrush)
                painter.drawRect(place)
        painter.end()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._tell(event.position())

    def _tell(self, at: QPointF) -> None:
        for number, (page, place) in enumerate(zip(self.pages, self._places(), strict=True)):
            if place.contains(at):
                inside = (at - place.topLeft()) / self._zoom
                self.place_clicked.emit(number, inside.x(), page.height - inside.y())

    def y_of(self, number: int, points: float) -> int:
        """Where a place on a page is, counted in points from its top."""
        places = self._places()
        return round(places[number].top() + points * self._zoom) if number < len(places) else 0
