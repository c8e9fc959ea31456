"""Text in at most so many lines, as painted items need it."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QTextLayout, QTextOption


class TextLines:
    """Breaks texts into lines of a width, the last one ending in … when there is more; what was broken is kept."""

    def __init__(self, keep: int = 2000) -> None:
        self._kept: dict[tuple[str, str, int, int], tuple[str, ...]] = {}
        self._keep = keep

    def lines(self, text: str, font: QFont, width: int, most: int) -> tuple[str, ...]:
        key = (text, font.key(), width, most)
        if key not in self._kept:
            if len(self._kept) >= self._keep:
                self._kept.clear()
            self._kept[key] = _broken(text, font, width, most)
        return self._kept[key]


def _broken(text: str, font: QFont, width: int, most: int) -> tuple[str, ...]:
    layout = QTextLayout(text, font)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    layout.beginLayout()
    found: list[str] = []
    while len(found) < most and (line := layout.createLine()).isValid():
        line.setLineWidth(width)
        start = line.textStart()
        whole = text[start:] if len(found) == most - 1 else text[start : start + line.textLength()]
        found.append(whole.strip())
    layout.endLayout()
    if found:
        found[-1] = QFontMetrics(font).elidedText(found[-1], Qt.TextElideMode.ElideRight, width)
    return tuple(found)


def sized(font: QFont, pixels: int, weight: QFont.Weight = QFont.Weight.Normal) -> QFont:
    """The same font in another size and weight."""
    made = QFont(font)
    made.setPixelSize(pixels)
    made.setWeight(weight)
    return made


def write_lines(
    painter: QPainter, lines: tuple[str, ...], font: QFont, colour: QColor, rect: QRectF, y: float, height: int
) -> float:
    """Writes lines below each other from `y`; returns where the next one would come."""
    painter.setFont(font)
    painter.setPen(colour)
    for words in lines:
        place = QRectF(rect.left(), y, rect.width(), height)
        painter.drawText(place, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, words)
        y += height
    return y
