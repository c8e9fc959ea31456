"""The passages found, as an item model; what a card shows is worked out when it is first painted."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QAbstractListModel, QMimeData, QModelIndex, QObject, QPersistentModelIndex, Qt

from composer.domain.snippet import Snippet
from composer.work.writing.availability import PassageAvailability, Suitability

MIME = "application/x-raadsbrief-tekstblok"
"""What is dragged: the id of a passage."""

Index = QModelIndex | QPersistentModelIndex
ID, TEXT, SUITABILITY, DETAILS = (Qt.ItemDataRole.UserRole + number for number in range(1, 5))
LENGTHS = {"zin": "één zin", "alinea": "alinea", "lang": "lang"}
STATUSES = {
    "concept": "concept",
    "ter-beoordeling": "ter beoordeling",
    "vastgesteld": "vastgesteld",
    "ingetrokken": "ingetrokken",
}


class PassageModel(QAbstractListModel):
    """Rows are passages in the order in which they were found."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._ids: tuple[str, ...] = ()
        self._offer: PassageAvailability | None = None
        self._texts: dict[str, str] = {}

    @property
    def ids(self) -> tuple[str, ...]:
        return self._ids

    def show(self, ids: tuple[str, ...], availability: PassageAvailability) -> None:
        """Other passages, or the same ones for a letter that has changed."""
        if ids == self._ids and self._ids:
            self._texts.clear()
            self.renew(availability)
            return
        self.beginResetModel()
        self._ids, self._offer = ids, availability
        self._texts.clear()
        self.endResetModel()

    def renew(self, availability: PassageAvailability) -> None:
        """The same passages for a letter in which they read as before."""
        self._offer = availability
        if self._ids:
            self.dataChanged.emit(self.index(0), self.index(len(self._ids) - 1))

    def extend(self, ids: tuple[str, ...]) -> None:
        """More passages, behind those that are there."""
        if ids:
            self.beginInsertRows(QModelIndex(), len(self._ids), len(self._ids) + len(ids) - 1)
            self._ids = (*self._ids, *ids)
            self.endInsertRows()

    def row_of(self, snippet_id: str) -> int | None:
        return self._ids.index(snippet_id) if snippet_id in self._ids else None

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._ids)

    def snippet(self, index: Index) -> Snippet | None:
        """None outside the list."""
        if self._offer is None or not 0 <= index.row() < len(self._ids):
            return None
        return self._offer.library.snippets.get(self._ids[index.row()])

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
    sources = "geen bron" if not count else f"{count} bron" if count == 1 else f"{count} bronnen"
    parts = [LENGTHS[snippet.length], sources]
    parts += [STATUSES[snippet.status]] if snippet.status != "vastgesteld" else []
    return " · ".join([*parts, *(["staat in de brief"] if snippet.id in availability.used else [])])
