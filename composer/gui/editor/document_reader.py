"""Reads the document as lines, and finds places in it."""

from collections.abc import Iterator
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtGui import QTextBlock, QTextBlockFormat, QTextCursor, QTextDocument, QTextFragment, QTextTable

from composer.assemble.runs import Run, Runs, clean, tidy
from composer.domain.document import Alignment, Citation, LineBreak, Text
from composer.gui.editor.atoms import Atoms, fragments
from composer.gui.editor.formats import SIDES, FormatProperty
from composer.work.writing.lines import AnyLine, Kind, Line, Lines, TableLine

BREAK = "\u2028"
_KINDS: dict[str, Kind] = {"kop": "kop", "item": "item", "vervolg": "vervolg"}


@dataclass(frozen=True, slots=True)
class Extent:
    """The blocks of a part, by their numbers, the last one included."""

    first: int
    last: int


@dataclass(frozen=True, slots=True)
class Cell:
    """A place in a table."""

    row: int
    column: int


def part_key(block: QTextBlock) -> str:
    return block.blockFormat().stringProperty(FormatProperty.PART)


def blocks(document: QTextDocument, extent: Extent) -> Iterator[QTextBlock]:
    block = document.findBlockByNumber(extent.first)
    while block.isValid() and block.blockNumber() <= extent.last:
        yield block
        block = block.next()


def extents(document: QTextDocument) -> dict[str, Extent]:
    """Where each part stands now, from top to bottom."""
    found: dict[str, Extent] = {}
    block = document.begin()
    number = 0
    while block.isValid():
        key = part_key(block)
        found[key] = Extent(found[key].first if key in found else number, number)
        block, number = block.next(), number + 1
    return found


def extent_around(block: QTextBlock) -> Extent:
    """The part that a block is of."""
    key, first, last = part_key(block), block, block
    while first.previous().isValid() and part_key(first.previous()) == key:
        first = first.previous()
    while last.next().isValid() and part_key(last.next()) == key:
        last = last.next()
    return Extent(first.blockNumber(), last.blockNumber())


def table_at(block: QTextBlock) -> QTextTable | None:
    """The table that a block stands in."""
    return QTextCursor(block).currentTable()


def is_filler(block: QTextBlock) -> bool:
    """Whether a block only stands beside a table, without words."""
    return block.length() == 1 and block.blockFormat().boolProperty(FormatProperty.FILLER)


def line_starts(document: QTextDocument, extent: Extent) -> list[QTextBlock | QTextTable]:
    """What each line of a part is in the document."""
    found: list[QTextBlock | QTextTable] = []
    block = document.findBlockByNumber(extent.first)
    while block.isValid() and block.blockNumber() <= extent.last:
        table = table_at(block)
        if table is not None:
            found.append(table)
            block = document.findBlock(table.lastPosition())
        elif not is_filler(block):
            found.append(block)
        block = block.next()
    return found


class DocumentReader:
    """Reads lines and runs; atoms are looked up by number."""

    def __init__(self, document: QTextDocument, atoms: Atoms) -> None:
        self.document = document
        self.atoms = atoms

    def lines(self, extent: Extent) -> Lines:
        """The lines that stand in the document from one block to another."""
        return tuple(self._any(start) for start in line_starts(self.document, extent))

    def numbers(self, extent: Extent) -> tuple[str, ...]:
        """What the citations show now, in reading order."""
        found = (atom for block in blocks(self.document, extent) for atom in self.atoms.in_block(block))
        marks = (atom for atom in found if isinstance(atom.run.atom, Citation))
        return tuple(text_between(self.document, atom.start, atom.end) for atom in marks)

    def _any(self, start: QTextBlock | QTextTable) -> AnyLine:
        return self._table_line(start) if isinstance(start, QTextTable) else self.line(start)

    def line(self, block: QTextBlock) -> Line:
        return line_shape(block.blockFormat(), self.row(block))

    def _table_line(self, table: QTextTable) -> TableLine:
        columns = range(table.columns())
        sides: tuple[Alignment, ...] = tuple(
            _side(table.cellAt(0, column).firstCursorPosition().blockFormat()) for column in columns
        )
        rows = (tuple(self._cell(table, row, column) for column in columns) for row in range(table.rows()))
        return TableLine(tuple(rows), sides)

    def _cell(self, table: QTextTable, row: int, column: int) -> Runs:
        """All blocks of a cell in one row, with a space between them."""
        cell = table.cellAt(row, column)
        block, last = cell.firstCursorPosition().block(), cell.lastCursorPosition().block()
        runs = list(self.row(block))
        while block != last:
            block = block.next()
            runs += [Run(Text(" ")), *self.row(block)]
        return tidy(runs)

    def row(self, block: QTextBlock, start: int | None = None, end: int | None = None) -> Runs:
        """The runs of a block between two positions of the document; an atom that is cut, or was changed, is only words."""
        first = block.position() if start is None else start
        last = block.position() + block.length() - 1 if end is None else end
        return tidy(run for fragment in fragments(block) for run in self._read(fragment, first, last))

    def _read(self, fragment: QTextFragment, first: int, last: int) -> Iterator[Run]:
        at = fragment.position()
        text = _cut(fragment.text(), max(first - at, 0), max(last - at, 0))
        chars = fragment.charFormat()
        link = chars.anchorHref() or None
        marks = (chars.boolProperty(FormatProperty.BOLD), chars.boolProperty(FormatProperty.ITALIC), link)
        known = self.atoms.known.get(chars.intProperty(FormatProperty.ATOM))
        if known is not None and known[1] == text:
            yield Run(known[0].atom, *marks)
            return
        for position, part in enumerate(text.split(BREAK)):
            if position:
                yield Run(LineBreak(), *marks)
            if words := clean(part):
                yield Run(Text(words), *marks)


def line_shape(memo: QTextBlockFormat, row: Runs = ()) -> Line:
    """The line that a block's format remembers."""
    kind = _KINDS.get(memo.stringProperty(FormatProperty.KIND), "alinea")
    start = memo.intProperty(FormatProperty.START)
    number = None if start < 0 or kind != "item" else start
    level, ordered = memo.intProperty(FormatProperty.LEVEL), memo.boolProperty(FormatProperty.ORDERED)
    return Line(row, kind, level, ordered, number, memo.boolProperty(FormatProperty.QUOTED))


def _side(block: QTextBlockFormat) -> Alignment:
    if block.alignment() & Qt.AlignmentFlag.AlignRight:
        return "right"
    return "center" if block.alignment() & SIDES["center"] else "left"


def text_between(document: QTextDocument, start: int, end: int) -> str:
    """The words between two positions."""
    cursor = QTextCursor(document)
    cursor.setPosition(start)
    cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
    return cursor.selectedText()


def _cut(text: str, first: int, last: int) -> str:
    """A part of a text by the document's counting, in which an emoji takes two places."""
    return text.encode("utf-16-le")[2 * first : 2 * last].decode("utf-16-le", "ignore")
