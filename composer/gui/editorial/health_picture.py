"""The passages of each subject as a bar: those that may be used today, and those that may not."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from composer.gui.text_lines import sized
from composer.gui.theme import SECONDARY, SMALL, Theme

ROW, NAME, BAR = 30, 264, 12
Bar = tuple[str, int, int]
"""A subject, how many of its passages hold, and how many there are."""


class HealthPicture(QWidget):
    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.theme = theme
        self._bars: tuple[Bar, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName("Bruikbare tekstblokken per onderwerp")

    def show_bars(self, bars: Sequence[Bar]) -> None:
        self._bars = tuple(bars)
        self.setAccessibleDescription("; ".join(f"{name}: {held} van {total}" for name, held, total in self._bars))
        self.setFixedHeight(self.sizeHint().height())
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(520, ROW * len(self._bars) + 8)

    def minimumSizeHint(self) -> QSize:
        return QSize(360, self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        most = max((total for _, _, total in self._bars), default=1)
        for number, bar in enumerate(self._bars):
            self._paint(painter, QRectF(0, 4 + number * ROW, self.width(), ROW), bar, most)
        painter.end()

    def _paint(self, painter: QPainter, place: QRectF, bar: Bar, most: int) -> None:
        name, held, total = bar
        painter.setFont(sized(self.font(), SECONDARY))
        painter.setPen(self.theme.colour("ink"))
        elided = painter.fontMetrics().elidedText(name, Qt.TextElideMode.ElideRight, NAME - 12)
        painter.drawText(place, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, elided)
        room = place.width() - NAME - 76
        whole = QRectF(NAME, place.center().y() - BAR / 2, max(room * total / most, BAR), BAR)
        self._round(painter, whole, self.theme.colour("line"))
        if held:
            filled = QRectF(whole.left(), whole.top(), max(whole.width() * held / total, BAR), BAR)
            self._round(painter, filled, self.theme.colour("good"))
        painter.setFont(sized(self.font(), SMALL))
        painter.setPen(self.theme.colour("muted"))
        beside = QRectF(whole.right() + 10, place.top(), 70, place.height())
        painter.drawText(beside, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, f"{held} van {total}")

    def _round(self, painter: QPainter, place: QRectF, colour: QColor) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour)
        painter.drawRoundedRect(place, BAR / 2, BAR / 2)
