"""A passage as a card: title, two lines of its text, whether it may be used in a colour and in words, and its details."""

from PySide6.QtCore import QObject, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from composer.gui.passages.model import DETAILS, SUITABILITY, TEXT
from composer.gui.row_model import Index
from composer.gui.text_lines import TextLines, sized, write_lines
from composer.gui.theme import BODY, CORNER_CARD, SECONDARY, SMALL, Theme
from composer.work.writing.availability import Suitability

PADDING, GAP = 12, 8
TITLE_LINE, TEXT_LINE, SMALL_LINE = 20, 19, 18
TEXT_LINES, MOST_TITLE_LINES = 2, 2
VERDICTS = {
    "geldig": "good", "onzeker": "notice", "vraag": "notice", "nog-niet": "notice", "niet-meer": "wrong", "fout": "wrong"
}  # fmt: skip
"""The colour of the dot; always beside words."""


class PassageDelegate(QStyledItemDelegate):
    def __init__(self, theme: Theme, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.theme = theme
        self._lines = TextLines()

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        width = _width(option)
        titles = self._title_lines(str(index.data()), option.font, width)
        height = 2 * PADDING + titles * TITLE_LINE + TEXT_LINES * TEXT_LINE + 2 * SMALL_LINE + 8
        return QSize(width, height + GAP)

    def _title_lines(self, title: str, font: QFont, width: int) -> int:
        wanted = QFontMetrics(_title(font)).horizontalAdvance(title)
        return 1 if wanted <= width - 2 * PADDING else MOST_TITLE_LINES

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        rect: QRectF = QRectF(option.rect).adjusted(1, 1, -1, -GAP - 1)
        self._frame(painter, rect, option)
        self._content(painter, rect.adjusted(PADDING, PADDING, -PADDING, -PADDING), option.font, index)
        painter.restore()

    def _frame(self, painter: QPainter, rect: QRectF, option: QStyleOptionViewItem) -> None:
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        hovered = bool(option.state & QStyle.StateFlag.State_MouseOver)
        edge = "accent" if selected else "edge" if hovered else "line"
        painter.setBrush(self.theme.colour("panel"))
        painter.setPen(QPen(self.theme.colour(edge), 2 if selected else 1))
        painter.drawRoundedRect(rect.adjusted(0.5, 0.5, -0.5, -0.5), CORNER_CARD, CORNER_CARD)

    def _content(self, painter: QPainter, rect: QRectF, font: QFont, index: Index) -> None:
        held: Suitability = index.data(SUITABILITY)
        ink = self.theme.colour("ink" if held.usable else "muted")
        muted = self.theme.colour("muted")
        width = int(rect.width())
        y = rect.top()
        titles = self._lines.lines(str(index.data()), _title(font), width, MOST_TITLE_LINES)
        y = write_lines(painter, titles, _title(font), ink, rect, y, TITLE_LINE)
        text = self._lines.lines(str(index.data(TEXT)), sized(font, SECONDARY), width, TEXT_LINES)
        write_lines(painter, text, sized(font, SECONDARY), muted, rect, y + 2, TEXT_LINE)
        y = rect.bottom() - 2 * SMALL_LINE
        self._dot(painter, rect.left(), y, VERDICTS.get(held.verdict, "muted"))
        beside = rect.adjusted(14, 0, 0, 0)
        for words, shade in ((held.words, muted), (held.more or index.data(DETAILS), muted)):
            lines = self._lines.lines(str(words), sized(font, SMALL), int(beside.width()), 1)
            y = write_lines(painter, lines, sized(font, SMALL), shade, beside, y, SMALL_LINE)

    def _dot(self, painter: QPainter, x: float, y: float, role: str) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self.theme.colour(role))
        painter.drawEllipse(QRectF(x, y + SMALL_LINE / 2 - 3.5, 7, 7))


def _title(font: QFont) -> QFont:
    return sized(font, BODY, QFont.Weight.DemiBold)


def _width(option: QStyleOptionViewItem) -> int:
    view: object = option.widget
    return view.viewport().width() if isinstance(view, QListView) else 280
