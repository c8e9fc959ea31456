"""Line icons of our own, drawn on a grid of 16 in the colour that is asked for."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPainterPath, QPen, QPixmap

SHAPES: dict[str, str] = {
    "menu": "M2.5 4.5 L13.5 4.5 M2.5 8 L13.5 8 M2.5 11.5 L13.5 11.5",
    "down": "M4 6 L8 10 L12 6",
    "up": "M4 10 L8 6 L12 10",
    "left": "M10 4 L6 8 L10 12",
    "right": "M6 4 L10 8 L6 12",
    "close": "M4 4 L12 12 M12 4 L4 12",
    "plus": "M8 3 L8 13 M3 8 L13 8",
    "minus": "M3 8 L13 8",
    "warning": "M8 2.5 L14 13.5 L2 13.5 Z M8 6.5 L8 9.8 M8 11.7 L8 11.8",
    "check": "M3 8.5 L6.5 12 L13 4.5",
    "search": "O6.8 6.8 4.3 M10 10 L13.5 13.5",
    "page": "M4 2 L9.5 2 L12.5 5 L12.5 14 L4 14 Z M6.5 7.5 L10 7.5 M6.5 10.5 L10 10.5",
    "sources": "M3 3 L7 3 L8 4 L9 3 L13 3 L13 12.5 L9 12.5 L8 13.5 L7 12.5 L3 12.5 Z M8 4 L8 13.5",
    "remarks": "M2.5 3 L13.5 3 L13.5 11 L8 11 L5 13.5 L5 11 L2.5 11 Z M5.5 7 L7.2 8.6 L10.5 5.4",
    "question": "M2.5 3 L13.5 3 L13.5 11 L8 11 L5 13.5 L5 11 L2.5 11 Z M6.5 5.6 L8.2 5 L9.4 6.1 L8 7.4 M8 9.2 L8 9.3",
    "attachment": "M5.5 2.5 L10 2.5 L13 5.5 L13 11 L5.5 11 Z M3 5.5 L3 13.5 L10.5 13.5",
    "library": "M3 3 L3 13 M6 3 L6 13 M9 3.3 L12.5 12.7",
    "calendar": "M2.5 4 L13.5 4 L13.5 13.5 L2.5 13.5 Z M2.5 7 L13.5 7 M5.5 2.5 L5.5 5 M10.5 2.5 L10.5 5",
    "fold": "M3 5.5 L8 10.5 L13 5.5",
    "unfold": "M3 10.5 L8 5.5 L13 10.5",
    "letter": "M2.5 4 L13.5 4 L13.5 12.5 L2.5 12.5 Z M2.5 4.5 L8 9 L13.5 4.5",
    "folder": "M2.5 4 L6.5 4 L8 5.5 L13.5 5.5 L13.5 12.5 L2.5 12.5 Z",
    "place": "M8 14 L4 8 L5 4.5 L8 3 L11 4.5 L12 8 Z O8 7 1.3",
}
"""M and L move and draw to a point, Z closes, O is a circle by its middle and radius."""

RATIOS = (1.0, 1.5, 2.0, 3.0)


def path(name: str) -> QPainterPath:
    """The lines of an icon on a grid of 16."""
    made = QPainterPath()
    for part in SHAPES[name].replace("M", "|M").replace("L", "|L").replace("O", "|O").replace("Z", "|Z").split("|"):
        numbers = [float(number) for number in part[1:].split()]
        match part[:1]:
            case "M":
                made.moveTo(*numbers)
            case "L":
                made.lineTo(*numbers)
            case "O":
                made.addEllipse(QPointF(numbers[0], numbers[1]), numbers[2], numbers[2])
            case "Z":
                made.closeSubpath()
            case _:
                pass
    return made


def draw(painter: QPainter, name: str, place: QRectF, colour: QColor) -> None:
    """Draws an icon within a square place."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.translate(place.topLeft())
    painter.scale(place.width() / 16, place.height() / 16)
    pen = QPen(colour, 1.4)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawPath(path(name))
    painter.restore()


def icon(name: str, colour: QColor, size: int = 16) -> QIcon:
    """The icon sharp at every scale of the screen."""
    made = QIcon()
    for ratio in RATIOS:
        pixmap = QPixmap(round(size * ratio), round(size * ratio))
        pixmap.setDevicePixelRatio(ratio)
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        draw(painter, name, QRectF(0, 0, size, size), colour)
        painter.end()
        made.addPixmap(pixmap)
    return made
