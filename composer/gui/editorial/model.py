"""The contents of the library as rows: a title, and below it what it is and where it stands."""

from PySide6.QtCore import QObject, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from composer.domain.dutch import capitalised
from composer.domain.snippet import STATUS_LABELS, Status
from composer.gui.row_model import ROW, SPOKEN, TITLE, Index, RowModel
from composer.gui.text_lines import sized
from composer.gui.theme import BODY, SMALL, Theme
from composer.work.editorial.inventory import KINDS, Entry

ROW_HEIGHT, PADDING = 54, 12
_COLOURS: dict[Status, str] = {
    "concept": "notice",
    "ter-beoordeling": "notice",
    "vastgesteld": "good",
    "ingetrokken": "muted",
}
STATUS: dict[str, tuple[str, str]] = {
    status: (capitalised(words), _COLOURS[status]) for status, words in STATUS_LABELS.items()
}
"""A state in words, and its colour."""


def entry_model(parent: QObject | None = None) -> RowModel[Entry]:
    return RowModel[Entry](
        parent,
        {
            TITLE: lambda entry: entry.title,
            SPOKEN: lambda entry: ". ".join(
                part for part in (entry.title, beneath(entry), status_words(entry)) if part
            ),
        },
    )


def beneath(entry: Entry) -> str:
    """What it is, about what, and on which shelf."""
    return " · ".join(part for part in (KINDS[entry.kind][0].capitalize(), entry.subject, entry.layer.name) if part)


def status_words(entry: Entry) -> str:
    """Its state; nothing for what has none."""
    return STATUS[entry.status][0] if entry.status in STATUS else ""


class EntryDelegate(QStyledItemDelegate):
    def __init__(self, theme: Theme, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.theme = theme

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        view: object = option.widget
        return QSize(view.viewport().width() if isinstance(view, QListView) else 280, ROW_HEIGHT)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        entry: Entry | None = index.data(ROW)
        if entry is None:
            return
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._ground(painter, option)
        rect = QRectF(option.rect).adjusted(PADDING, 8, -PADDING, -8)
        words = status_words(entry)
        small = sized(option.font, SMALL)
        beside = QFontMetrics(small).horizontalAdvance(words) + 12 if words else 0
        self._line(painter, rect.adjusted(0, 0, -beside, 0), sized(option.font, BODY), "ink", entry.title)
        self._line(painter, rect.adjusted(0, 21, 0, 0), small, "muted", beneath(entry))
        if words:
            role = STATUS[entry.status][1]
            self._line(painter, rect, small, role, words, Qt.AlignmentFlag.AlignRight)
        painter.restore()

    def _ground(self, painter: QPainter, option: QStyleOptionViewItem) -> None:
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        hovered = bool(option.state & QStyle.StateFlag.State_MouseOver)
        if not (selected or hovered):
            return
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self.theme.colour("accent-soft" if selected else "hover"))
        painter.drawRoundedRect(QRectF(option.rect).adjusted(2, 2, -2, -2), 8, 8)
        focused = option.state & QStyle.StateFlag.State_HasFocus
        if selected and focused:
            painter.setPen(self.theme.colour("accent"))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(option.rect).adjusted(2.5, 2.5, -2.5, -2.5), 8, 8)

    def _line(
        self, painter: QPainter, rect: QRectF, font: QFont, role: str, words: str,
        side: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeft,
    ) -> None:  # fmt: skip
        painter.setFont(font)
        painter.setPen(self.theme.colour(role))
        shown = QFontMetrics(font).elidedText(words, Qt.TextElideMode.ElideRight, int(rect.width()))
        painter.drawText(rect, side | Qt.AlignmentFlag.AlignTop, shown)
