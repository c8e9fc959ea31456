"""Choosing a municipality: typing finds it, by its other names too."""

from typing import NamedTuple

from PySide6.QtCore import QModelIndex, QObject, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QListView, QStyledItemDelegate, QStyleOptionViewItem

from composer.domain.municipality import Municipality
from composer.gui.picker import PickerCard, PickerWords
from composer.gui.row_model import SPOKEN, TITLE, TOOLTIP, Index, RowModel
from composer.gui.text_lines import sized
from composer.gui.theme import SMALL
from composer.library.library import Library, fold
from composer.work.writing.choices import matching

WIDTH, HEIGHT = 340, 380
BESIDE = Qt.ItemDataRole.UserRole + 2
WORDS = PickerWords(
    "Typ de naam van een gemeente",
    "Zoek een gemeente",
    "Gemeenten",
    "Geen gemeente gevonden. Controleer de schrijfwijze, of typ alleen het begin.",
)


class Choice(NamedTuple):
    """A municipality, and the other name by which it was found, else its province."""

    municipality: Municipality
    beside: str


def municipality_model(parent: QObject | None = None) -> RowModel[Choice]:
    return RowModel[Choice](
        parent,
        {
            TITLE: lambda row: row.municipality.name,
            SPOKEN: lambda row: ", ".join(part for part in (row.municipality.name, row.beside) if part),
            TOOLTIP: lambda row: f"{row.municipality.province}, {row.municipality.cbs}",
            BESIDE: lambda row: row.beside,
        },
    )


def choices(query: str, library: Library) -> tuple[Choice, ...]:
    """The municipalities that fit what was typed."""
    return tuple(Choice(found, _beside(found, fold(query))) for found in matching(query, library))


def _beside(municipality: Municipality, query: str) -> str:
    if query and query not in fold(municipality.name):
        return next((name for name in municipality.other_names if query in fold(name)), "")
    return municipality.province


class MunicipalityDelegate(QStyledItemDelegate):
    """A name, and at the right in small type what stands beside it."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        super().paint(painter, option, index)
        painter.save()
        painter.setFont(sized(option.font, SMALL))
        painter.setPen(option.palette.placeholderText().color())
        sides = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(option.rect.adjusted(0, 0, -10, 0), sides, str(index.data(BESIDE)))
        painter.restore()


class MunicipalityPicker(PickerCard[Choice]):
    """Choosing a municipality; `chosen` emits its CBS code."""

    def __init__(self, library: Library, cbs: str | None = None) -> None:
        """All municipalities, with the one that is chosen now in sight."""
        super().__init__(municipality_model(), lambda query: choices(query, library), WORDS, MunicipalityDelegate())
        self.list.activated.connect(lambda: self.choose())
        row = self.model.row_of(lambda row: row.municipality.cbs == cbs)
        if row is not None:
            self.list.setCurrentIndex(self.model.index(row))
            self.list.scrollTo(self.model.index(row), QListView.ScrollHint.PositionAtCenter)

    def sizeHint(self) -> QSize:
        return QSize(WIDTH, HEIGHT)

    def search_now(self, words: str) -> None:
        super().search_now(words)
        if not words:
            self.list.setCurrentIndex(QModelIndex())

    def take(self, row: Choice) -> None:
        self.chosen.emit(row.municipality.cbs)
