"""The card for choosing a fact to cite."""

from PySide6.QtCore import QObject, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from composer.gui.elements import line, text
from composer.gui.picker import PickerCard, PickerWords
from composer.gui.row_model import ROW, SPOKEN, TITLE, TOOLTIP, Index, RowModel
from composer.gui.text_lines import TextLines, sized
from composer.gui.theme import SMALL
from composer.work.writing.citing import Citable, Citables

PROMPT = "Zoek een feit of een bron"


class CitableDelegate(QStyledItemDelegate):
    """A fact in two lines at most, its source below."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._lines = TextLines()

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(300, 68)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        citable: Citable | None = index.data(ROW)
        style = option.widget.style()
        style.drawPrimitive(QStyle.PrimitiveElement.PE_PanelItemViewItem, option, painter, option.widget)
        if citable is None:
            return
        place = option.rect.adjusted(12, 8, -12, -6)
        painter.save()
        painter.setPen(option.palette.windowText().color())
        painter.setFont(option.font)
        for words in self._lines.lines(citable.statement, option.font, place.width(), 2):
            painter.drawText(place, Qt.AlignmentFlag.AlignTop, words)
            place.adjust(0, 18, 0, 0)
        small = sized(option.font, SMALL)
        painter.setFont(small)
        painter.setPen(option.palette.placeholderText().color())
        (below,) = self._lines.lines(citable.source, small, place.width(), 1) or ("",)
        painter.drawText(place.adjusted(0, 2, 0, 0), Qt.AlignmentFlag.AlignTop, below)
        painter.restore()


class CitingCard(PickerCard[Citable]):
    """Finds a fact by what it says or by its source; `chosen` emits its id."""

    def __init__(self, citables: Citables, day: str) -> None:
        model = RowModel[Citable](
            roles={
                TITLE: lambda citable: citable.statement,
                SPOKEN: lambda citable: f"{citable.statement} Bron: {citable.source}",
                TOOLTIP: lambda citable: citable.source,
            }
        )
        rows = f"Feiten die op {day} gelden"
        words = PickerWords(PROMPT, PROMPT, rows, f"Geen feit gevonden dat op {day} geldt. Probeer een ander woord.")
        super().__init__(model, citables.search, words, CitableDelegate(), (line(), text(rows, "small")))
        self.list.setMouseTracking(True)

    def sizeHint(self) -> QSize:
        return QSize(520, 420)

    def take(self, row: Citable) -> None:
        self.chosen.emit(row.id)
