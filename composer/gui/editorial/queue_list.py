"""What waits for someone, the longest waiting first."""

from datetime import datetime

from PySide6.QtCore import QObject, QRectF, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from composer.domain.dutch import capitalised
from composer.gui.row_model import ROW, SPOKEN, TITLE, Index, RowModel
from composer.gui.text_lines import TextLines, sized, write_lines
from composer.gui.theme import BODY, SMALL, Theme
from composer.work.editorial.inventory import KINDS, NamedLayer
from composer.work.editorial.reviewing import REASONS, Waiting
from composer.work.program.recent_letters import moment_in_words

ROW_HEIGHT = 90


Queued = tuple[NamedLayer, Waiting]
"""What waits, with the shelf on which it stands."""


def queue_model(parent: QObject | None = None) -> RowModel[Queued]:
    return RowModel[Queued](
        parent,
        {
            TITLE: lambda row: row[1].title,
            SPOKEN: lambda row: f"{row[1].title}. {about(row[1])}. {reason(row[1])}",
        },
    )


def about(waiting: Waiting) -> str:
    """What it is, and who did what last and when."""
    last = waiting.last
    when = moment_in_words(last.when.astimezone(), datetime.now().astimezone()) if last else ""
    return " · ".join(part for part in (KINDS[waiting.item.kind][0], last.who if last else "", when) if part)


def reason(waiting: Waiting) -> str:
    words = REASONS[waiting.reason]
    return capitalised(words)


class QueueDelegate(QStyledItemDelegate):
    def __init__(self, theme: Theme, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.theme = theme
        self._lines = TextLines()

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        view: object = option.widget
        return QSize(view.viewport().width() if isinstance(view, QListView) else 240, ROW_HEIGHT)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        queued: Queued | None = index.data(ROW)
        if queued is None:
            return
        _, waiting = queued
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.setPen(Qt.PenStyle.NoPen)
        if selected:
            painter.setBrush(self.theme.colour("accent-soft"))
            painter.drawRoundedRect(QRectF(option.rect).adjusted(2, 2, -2, -2), 8, 8)
        rect = QRectF(option.rect).adjusted(12, 8, -10, -8)
        y = rect.top()
        for words, size, role, most, height in (
            (waiting.title, BODY, "ink", 2, 19),
            (about(waiting), SMALL, "muted", 1, 16),
            (reason(waiting), SMALL, "notice", 1, 16),
        ):
            font = sized(option.font, size)
            lines = self._lines.lines(words, font, int(rect.width()), most)
            y = write_lines(painter, lines, font, self.theme.colour(role), rect, y, height)
        painter.restore()
