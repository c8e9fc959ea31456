"""A cited fact as a row: the first of a note with its number and source; each with its place and whether it holds."""

from dataclasses import dataclass

from PySide6.QtCore import QObject, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QPainter
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from composer.gui.row_model import ROW, Index
from composer.gui.text_lines import TextLines, sized, write_lines
from composer.gui.theme import BODY, CORNER_CONTROL, SECONDARY, SMALL, Theme
from composer.work.writing.cited import Cited

PADDING, NUMBER, LEAD = 8, 32, 6
TITLE_LINE, TEXT_LINE, SMALL_LINE = 20, 19, 18
MOST_LINES = 2
ROLES = {"geldig": "good", "onzeker": "notice", "nog-niet": "wrong", "niet-meer": "wrong"}

Lines = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Texts:
    """What a row says, broken into lines."""

    title: Lines
    origin: Lines
    statement: Lines
    verdict: Lines

    @property
    def height(self) -> int:
        titled = len(self.title) * TITLE_LINE + len(self.origin) * SMALL_LINE + (LEAD if self.title else 0)
        return titled + len(self.statement) * TEXT_LINE + len(self.verdict) * SMALL_LINE


class SourceDelegate(QStyledItemDelegate):
    def __init__(self, theme: Theme, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.theme = theme
        self._lines = TextLines()

    def _texts(self, cited: Cited, font: QFont, width: int) -> _Texts:
        room = width - NUMBER - 2 * PADDING
        lines, small = self._lines.lines, sized(font, SMALL)
        return _Texts(
            lines(cited.title, sized(font, BODY, QFont.Weight.DemiBold), room, MOST_LINES) if cited.leads else (),
            lines(cited.origin, small, room, 1) if cited.leads and cited.origin else (),
            lines(cited.fact.statement, sized(font, SECONDARY), room, MOST_LINES),
            lines(" · ".join(part for part in (cited.verdict, cited.place) if part), small, room - 14, MOST_LINES),
        )

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        width = _width(option)
        return QSize(width, self._texts(index.data(ROW), option.font, width).height + 2 * PADDING)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        rect = QRectF(option.rect)
        self._ground(painter, rect, option)
        self._content(painter, rect.adjusted(PADDING, PADDING, -PADDING, -PADDING), index.data(ROW), option.font, rect)
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
        if cited.leads:
            self._number(painter, rect, cited, font)
        texts = self._texts(cited, font, int(whole.width()))
        beside = rect.adjusted(NUMBER, 0, 0, 0)
        ink, muted, small = self.theme.colour("ink"), self.theme.colour("muted"), sized(font, SMALL)
        y = write_lines(
            painter, texts.title, sized(font, BODY, QFont.Weight.DemiBold), ink, beside, rect.top(), TITLE_LINE
        )
        y = write_lines(painter, texts.origin, small, muted, beside, y, SMALL_LINE) + (LEAD if texts.title else 0)
        y = write_lines(painter, texts.statement, sized(font, SECONDARY), ink, beside, y, TEXT_LINE)
        role = ROLES[cited.standing.verdict]
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self.theme.colour(role))
        painter.drawEllipse(QRectF(beside.left(), y + SMALL_LINE / 2 - 3.5, 7, 7))
        shade = muted if role == "good" else self.theme.colour(role)
        write_lines(painter, texts.verdict, small, shade, beside.adjusted(14, 0, 0, 0), y, SMALL_LINE)

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
