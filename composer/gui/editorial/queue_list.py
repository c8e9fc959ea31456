"""What waits for someone, the longest waiting first."""

from datetime import datetime
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from composer.gui.text_lines import TextLines, sized, write_lines
from composer.gui.theme import BODY, SMALL, Theme
from composer.work.editorial.inventory import NamedLayer
from composer.work.editorial.reviewing import KINDS, REASONS, Waiting
from composer.work.program.recent_letters import moment_in_words

Index = QModelIndex | QPersistentModelIndex
WAITING = Qt.ItemDataRole.UserRole + 1
ROW = 90


class QueueModel(QAbstractListModel):
    """Rows are what waits, with the shelf on which it stands."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: tuple[tuple[NamedLayer, Waiting], ...] = ()

    def show(self, rows: tuple[tuple[NamedLayer, Waiting], ...]) -> None:
        self.beginResetModel()
        self._rows = rows
        self.endResetModel()

    def row(self, at: int) -> tuple[NamedLayer, Waiting] | None:
        return self._rows[at] if 0 <= at < len(self._rows) else None

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        found = self.row(index.row())
        if found is None:
            return None
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return found[1].title
            case Qt.ItemDataRole.AccessibleTextRole:
                return f"{found[1].title}. {about(found[1])}. {reason(found[1])}"
            case _ if role == WAITING:
                return found[1]
            case _:
                return None


def about(waiting: Waiting) -> str:
    """What it is, and who did what last and when."""
    last = waiting.last
    when = moment_in_words(last.when.astimezone(), datetime.now().astimezone()) if last else ""
    return " · ".join(part for part in (KINDS[waiting.item.kind], last.who if last else "", when) if part)


def reason(waiting: Waiting) -> str:
    words = REASONS[waiting.reason]
    return f"{words[:1].upper()}{words[1:]}"


class QueueDelegate(QStyledItemDelegate):
    def __init__(self, theme: Theme, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.theme = theme
        self._lines = TextLines()

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        view: object = option.widget
        return QSize(view.viewport().width() if isinstance(view, QListView) else 240, ROW)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        waiting: Waiting | None = index.data(WAITING)
        if waiting is None:
            return
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
