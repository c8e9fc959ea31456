"""A cited fact as a row: the number of its note, the source, the place in it, and whether it holds."""

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QPainter
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from composer.gui.sources.model import CITED
from composer.gui.text_lines import TextLines, sized, write_lines
from composer.gui.theme import BODY, CORNER_CONTROL, SECONDARY, SMALL, Theme
from composer.work.cited import Cited

PADDING, NUMBER = 10, 30
TITLE_LINE, SMALL_LINE = 20, 18
MOST_TITLE_LINES, MOST_ORIGIN_LINES, MOST_VERDICT_LINES = 2, 2, 2
ROLES = {"geldig": "good", "onzeker": "notice", "nog-niet": "wrong", "niet-meer": "wrong"}

Index = QModelIndex | QPersistentModelIndex
Lines = tuple[str, ...]


class SourceDelegate(QStyledItemDelegate):
    def __init__(self, theme: Theme, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.theme = theme
        self._lines = TextLines()

    def _texts(self, cited: Cited, font: QFont, width: int) -> tuple[Lines, Lines, Lines]:
        room = width - NUMBER - 2 * PADDING
        return (
            self._lines.lines(cited.title, sized(font, BODY), room, MOST_TITLE_LINES),
            self._lines.lines(cited.origin, sized(font, SMALL), room, MOST_ORIGIN_LINES) if cited.origin else (),
            self._lines.lines(cited.verdict, sized(font, SMALL), room - 14, MOST_VERDICT_LINES),
        )

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        width = _width(option)
        title, origin, verdict = self._texts(index.data(CITED), option.font, width)
        return QSize(width, 2 * PADDING + len(title) * TITLE_LINE + (len(origin) + len(verdict)) * SMALL_LINE + 1)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        rect = QRectF(option.rect)
        self._ground(painter, rect, option)
        self._content(
            painter, rect.adjusted(PADDING, PADDING, -PADDING, -PADDING), index.data(CITED), option.font, rect
        )
        painter.restore()

    def _ground(self, painter: QPainter, rect: QRectF, option: QStyleOptionViewItem) -> None:
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        hovered = bool(option.state & QStyle.StateFlag.State_MouseOver)
        painter.setPen(Qt.PenStyle.NoPen)
        if selected or hovered:
            painter.setBrush(self.theme.colour("accent-soft" if selected else "hover"))
            painter.drawRoundedRect(rect.adjusted(1, 1, -1, -2), CORNER_CONTROL, CORNER_CONTROL)
        if selected and option.state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(self.theme.colour("accent"))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(rect.adjusted(1.5, 1.5, -1.5, -2.5), CORNER_CONTROL, CORNER_CONTROL)

    def _content(self, painter: QPainter, rect: QRectF, cited: Cited, font: QFont, whole: QRectF) -> None:
        self._number(painter, rect, cited, font)
        title, origin, verdict = self._texts(cited, font, int(whole.width()))
        beside = rect.adjusted(NUMBER, 0, 0, 0)
        y = write_lines(painter, title, sized(font, BODY), self.theme.colour("ink"), beside, rect.top(), TITLE_LINE)
        y = write_lines(painter, origin, sized(font, SMALL), self.theme.colour("muted"), beside, y, SMALL_LINE)
        role = ROLES[cited.standing.verdict]
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self.theme.colour(role))
        painter.drawEllipse(QRectF(beside.left(), y + SMALL_LINE / 2 - 3.5, 7, 7))
        shade = self.theme.colour("muted" if role == "good" else role)
        write_lines(painter, verdict, sized(font, SMALL), shade, beside.adjusted(14, 0, 0, 0), y, SMALL_LINE)

    def _number(self, painter: QPainter, rect: QRectF, cited: Cited, font: QFont) -> None:
        place = QRectF(rect.left(), rect.top(), 22, TITLE_LINE)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self.theme.colour("accent-soft" if cited.note else "hover"))
        painter.drawRoundedRect(place, 6, 6)
        painter.setFont(sized(font, SECONDARY))
        painter.setPen(self.theme.colour("accent" if cited.note else "muted"))
        painter.drawText(place, Qt.AlignmentFlag.AlignCenter, str(cited.note or "–"))


def _width(option: QStyleOptionViewItem) -> int:
    view = option.widget
    return view.viewport().width() if isinstance(view, QListView) else 320
