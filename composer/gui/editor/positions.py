"""Cursor positions that survive a rewrite of the document, as an offset within a part."""

from collections.abc import Generator
from contextlib import contextmanager
from dataclasses import dataclass

from PySide6.QtGui import QTextBlock, QTextCursor, QTextDocument, QTextTable
from PySide6.QtWidgets import QTextEdit

from composer.gui.editor.document_reader import Cell, Extent, extent_around, extents, line_starts, part_key


@dataclass(frozen=True, slots=True)
class StoredPosition:
    """A position by its part and how far it is into it; `absolute` is where it was in the document."""

    key: str
    offset: int
    absolute: int


@contextmanager
def keeping_place(view: QTextEdit) -> Generator[None]:
    """A context that keeps cursor, selection and scroll position at the same words of the same part."""
    cursor, bar = view.textCursor(), view.verticalScrollBar()
    places = [place_of(view.document(), position) for position in (cursor.anchor(), cursor.position())]
    scrolled, height = bar.value(), view.cursorRect().top()
    visible = 0 <= height <= view.viewport().height()
    yield
    where = extents(view.document())
    anchor, position = (position_of(view.document(), place, where) for place in places)
    set_cursor(view, anchor, position)
    bar.setValue(scrolled)
    if visible:
        bar.setValue(scrolled + view.cursorRect().top() - height)


def set_cursor(view: QTextEdit, anchor: int, position: int | None = None) -> None:
    """Puts the cursor at a position, selecting from `anchor` when both are given."""
    last = view.document().characterCount() - 1
    cursor = view.textCursor()
    cursor.setPosition(min(anchor, last))
    if position is not None:
        cursor.setPosition(min(position, last), QTextCursor.MoveMode.KeepAnchor)
    view.setTextCursor(cursor)


def place_of(document: QTextDocument, position: int) -> StoredPosition:
    block = document.findBlock(position)
    first = document.findBlockByNumber(extent_around(block).first)
    return StoredPosition(part_key(block), position - first.position(), position)


def position_of(document: QTextDocument, place: StoredPosition, where: dict[str, Extent]) -> int:
    """The present position of a stored one; near the old one when its part is gone."""
    extent = where.get(place.key)
    if extent is None:
        return min(place.absolute, document.characterCount() - 1)
    return min(start(document, extent) + place.offset, end(document, extent))


def start(document: QTextDocument, extent: Extent) -> int:
    """The first position of a part."""
    return document.findBlockByNumber(extent.first).position()


def end(document: QTextDocument, extent: Extent) -> int:
    """The last position of a part, behind its last word."""
    last = document.findBlockByNumber(extent.last)
    return last.position() + last.length() - 1


def line_number(document: QTextDocument, extent: Extent, position: int) -> int:
    """Which line of a part a position is in, counted as `lines` reads them."""
    return max((n for n, line in enumerate(line_starts(document, extent)) if _first(line) <= position), default=0)


def line_position(document: QTextDocument, extent: Extent, number: int, cell: Cell | None = None) -> int:
    """The first position of a line, or of a cell of the table that it is."""
    lines = line_starts(document, extent)
    if not lines:
        return start(document, extent)
    line = lines[min(number, len(lines) - 1)]
    if not isinstance(line, QTextTable):
        return line.position()
    place = cell or Cell(0, 0)
    return line.cellAt(min(place.row, line.rows() - 1), min(place.column, line.columns() - 1)).firstPosition()


def _first(line: QTextBlock | QTextTable) -> int:
    return line.firstPosition() if isinstance(line, QTextTable) else line.position()


def line_end(document: QTextDocument, extent: Extent, number: int) -> int:
    """The last position of a line, of a table that of its last cell."""
    lines = line_starts(document, extent)
    line = lines[min(number, len(lines) - 1)]
    return line.lastPosition() if isinstance(line, QTextTable) else line.position() + line.length() - 1
