"""The passages found, as an item model; what a card shows is worked out when it is first painted."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QMimeData, QModelIndex, QObject, Qt

from composer.domain.dutch import plural
from composer.domain.snippet import STATUS_LABELS, Snippet
from composer.gui.row_model import Index, RowModel
from composer.work.writing.availability import PassageAvailability, Suitability

MIME = "application/x-raadsbrief-tekstblok"
"""What is dragged: the id of a passage."""

ID, TEXT, SUITABILITY, DETAILS = (Qt.ItemDataRole.UserRole + number for number in range(1, 5))
LENGTHS = {"zin": "één zin", "alinea": "alinea", "lang": "lang"}


class PassageModel(RowModel[str]):
    """Rows are passages in the order in which they were found."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._offer: PassageAvailability | None = None
        self._texts: dict[str, str] = {}

    @property
    def ids(self) -> tuple[str, ...]:
        return tuple(self._rows)

    def show_passages(self, ids: tuple[str, ...], availability: PassageAvailability) -> None:
        """Other passages, or the same ones for a letter that has changed."""
        if ids == self._rows and self._rows:
            self._texts.clear()
            self.renew(availability)
            return
        self._offer = availability
        self._texts.clear()
        self.show(ids)

    def renew(self, availability: PassageAvailability) -> None:
        """The same passages for a letter in which they read as before."""
        self._offer = availability
        if self._rows:
            self.dataChanged.emit(self.index(0), self.index(len(self._rows) - 1))

    def extend(self, ids: tuple[str, ...]) -> None:
        """More passages, behind those that are there."""
        if ids:
            self.beginInsertRows(QModelIndex(), len(self._rows), len(self._rows) + len(ids) - 1)
            self._rows = (*self._rows, *ids)
            self.endInsertRows()

    def snippet(self, index: Index) -> Snippet | None:
        """None outside the list."""
        name = self.row(index)
        return None if self._offer is None or name is None else self._offer.library.snippets.get(name)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        snippet = self.snippet(index)
        if snippet is None or self._offer is None:
            return None
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return snippet.title
            case Qt.ItemDataRole.AccessibleTextRole:
                return self._read_out(snippet, self._offer)
            case _ if role == ID:
                return snippet.id
            case _ if role == TEXT:
                return self._text(snippet, self._offer)
            case _ if role == SUITABILITY:
                return self._offer.suitability(snippet)
            case _ if role == DETAILS:
                return details(snippet, self._offer)
            case _:
                return None

    def _text(self, snippet: Snippet, availability: PassageAvailability) -> str:
        if snippet.id not in self._texts:
            self._texts[snippet.id] = availability.text(snippet).replace("\n", " ")
        return self._texts[snippet.id]

    def _read_out(self, snippet: Snippet, availability: PassageAvailability) -> str:
        held = availability.suitability(snippet)
        standing = held.words if held.usable else f"nu niet bruikbaar: {held.words}"
        return f"{snippet.title}. {standing}. {details(snippet, availability)}"

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        held: Suitability | None = self.data(index, SUITABILITY)
        return flags | Qt.ItemFlag.ItemIsDragEnabled if held and held.usable else flags

    def mimeTypes(self) -> list[str]:
        return [MIME, "text/plain"]

    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:
        """The id for the letter, the plain text for other programs."""
        data = QMimeData()
        for index in indexes[:1]:
            data.setData(MIME, str(self.data(index, ID)).encode())
            data.setText(str(self.data(index, TEXT)))
        return data

    def supportedDragActions(self) -> Qt.DropAction:
        return Qt.DropAction.CopyAction


def details(snippet: Snippet, availability: PassageAvailability) -> str:
    """alinea · 2 bronnen · staat in de brief"""
    count = availability.sources(snippet)
    sources = f"{count or 'geen'} {plural(count, 'bron', 'bronnen') if count else 'bron'}"
    parts = [LENGTHS[snippet.length], sources]
    parts += [STATUS_LABELS[snippet.status]] if snippet.status != "vastgesteld" else []
    return " · ".join([*parts, *(["staat in de brief"] if snippet.id in availability.used else [])])
