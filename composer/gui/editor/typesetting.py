"""Parts of a sheet into the text document, and their lines out of it again."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from PySide6.QtCore import Qt
from PySide6.QtGui import (
    QTextBlock,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextFragment,
    QTextList,
    QTextTable,
)

from composer.assemble.runs import Run, Runs, clean, tidy
from composer.domain.document import Alignment, Citation, LineBreak, Text, Value
from composer.gui.editor.formats import Look, Memo
from composer.work.lines import AnyLine, Kind, Line, Lines, TableLine
from composer.work.sheet import Part

BREAK = "\u2028"
GAP = "\u00a0nog invullen: {label}\u00a0"
_SIDES = {
    "left": Qt.AlignmentFlag.AlignLeft,
    "center": Qt.AlignmentFlag.AlignHCenter,
    "right": Qt.AlignmentFlag.AlignRight,
}


@dataclass(frozen=True, slots=True)
class Extent:
    """The blocks of a part, by their numbers, the last one included."""

    first: int
    last: int


@dataclass
class Atoms:
    """The values and citations that stand in the document as one, each under its own number, with the words they show."""

    known: dict[int, tuple[Run, str]] = field(default_factory=dict[int, tuple[Run, str]])
    _next: int = 1

    def add(self, run: Run, shown: str) -> int:
        number, self._next = self._next, self._next + 1
        self.known[number] = (run, shown)
        return number


class Typesetter:
    """Writes parts into a document in one look; the document is otherwise only changed by typing."""

    def __init__(self, document: QTextDocument, look: Look) -> None:
        self.document = document
        self.look = look
        self.atoms = Atoms()

    def extents(self) -> dict[str, Extent]:
        """Where each part stands now; a part's blocks are always together."""
        found: dict[str, Extent] = {}
        block = self.document.begin()
        while block.isValid():
            key = part_key(block)
            number = block.blockNumber()
            found[key] = Extent(found[key].first if key in found else number, number)
            block = block.next()
        return found

    def set_all(self, parts: Sequence[Part]) -> None:
        """The whole document anew."""
        self.document.clear()
        self.document.setDefaultFont(self.look.font)
        self.atoms = Atoms()
        self._fill(QTextCursor(self.document), parts)

    def replace(self, first: int, last: int, parts: Sequence[Part]) -> None:
        """The blocks from `first` to `last` exchanged for parts; without parts the blocks go."""
        cursor = QTextCursor(self.document.findBlockByNumber(first))
        end = self.document.findBlockByNumber(last)
        cursor.beginEditBlock()
        cursor.setPosition(end.position() + end.length() - 1, QTextCursor.MoveMode.KeepAnchor)
        cursor.removeSelectedText()
        if parts:
            self._fill(cursor, parts)
        else:
            _remove_block(cursor)
        cursor.endEditBlock()

    def insert_before(self, number: int, parts: Sequence[Part]) -> None:
        """Parts above the block with this number; at the end of the document when there is none."""
        block = self.document.findBlockByNumber(number)
        cursor = QTextCursor(self.document)
        cursor.beginEditBlock()
        if block.isValid():
            kept, chars = block.blockFormat(), block.charFormat()
            cursor.setPosition(block.position())
            cursor.insertBlock(kept, chars)
            cursor.movePosition(QTextCursor.MoveOperation.PreviousBlock)
        else:
            cursor.movePosition(QTextCursor.MoveOperation.End)
            cursor.insertBlock(QTextBlockFormat(), QTextCharFormat())
        self._fill(cursor, parts)
        cursor.endEditBlock()

    def _fill(self, cursor: QTextCursor, parts: Sequence[Part]) -> None:
        """Writes parts from the empty block of the cursor on."""
        fresh = True
        for part in parts:
            self._part(cursor, part, fresh=fresh)
            fresh = False

    def _part(self, cursor: QTextCursor, part: Part, *, fresh: bool) -> None:
        lists: dict[int, tuple[QTextList, bool]] = {}
        numbers = iter(part.numbers)
        for position, line in enumerate(part.lines):
            last = position == len(part.lines) - 1
            if isinstance(line, TableLine):
                before = part.lines[position - 1] if position else None
                if not isinstance(before, Line):
                    self._begin(cursor, self.look.filler(part), fresh=fresh)
                self._table(cursor, line, part, numbers)
                following = None if last else part.lines[position + 1]
                fresh = isinstance(following, Line)
                if not fresh:
                    cursor.setBlockFormat(self.look.filler(part))
                    cursor.setBlockCharFormat(self.look.plain(part))
                lists.clear()
                continue
            self._begin(cursor, self.look.block(part, line, first=position == 0), fresh=fresh)
            fresh = False
            cursor.setBlockCharFormat(self.look.plain(part, line))
            self._listed(cursor, line, lists)
            self.runs(cursor, line.row, part, line, numbers)

    def _begin(self, cursor: QTextCursor, block: QTextBlockFormat, *, fresh: bool) -> None:
        if fresh:
            cursor.setBlockFormat(block)
        else:
            cursor.insertBlock(block, QTextCharFormat())

    def _listed(self, cursor: QTextCursor, line: Line, lists: dict[int, tuple[QTextList, bool]]) -> None:
        """Puts the block in its list: that of the item before it, or a new one."""
        for level in [level for level in lists if level > line.level or not line.listed]:
            del lists[level]
        if line.kind != "item":
            return
        known = lists.get(line.level)
        if known is None or known[1] != line.ordered or line.start is not None:
            lists[line.level] = (cursor.createList(self.look.list_format(line)), line.ordered)
        else:
            known[0].add(cursor.block())

    def _table(self, cursor: QTextCursor, line: TableLine, part: Part, numbers: Iterator[str]) -> None:
        table = cursor.insertTable(len(line.rows), len(line.sides), self.look.table_format())
        for at, row in enumerate(line.rows):
            for column, cell in enumerate(row):
                inner = table.cellAt(at, column).firstCursorPosition()
                self._cell(inner, cell, line.sides[column], part, numbers, header=at == 0)
        cursor.setPosition(table.lastPosition() + 1)

    def _cell(
        self, cursor: QTextCursor, row: Runs, side: Alignment, part: Part, numbers: Iterator[str], *, header: bool
    ) -> None:
        line = Line(row)
        block = self.look.block(part, line, first=False)
        block.setAlignment(_SIDES[side])
        block.setBottomMargin(0)
        cursor.setBlockFormat(block)
        cursor.setBlockCharFormat(self.look.cell(part, header=header))
        self.runs(cursor, row, part, line, numbers, header=header)

    def runs(
        self,
        cursor: QTextCursor,
        row: Runs,
        part: Part,
        line: Line | None,
        numbers: Iterator[str],
        *,
        header: bool = False,
    ) -> None:
        """Writes runs at the cursor; each value and citation becomes an atom."""
        for run in row:
            chars = self.look.chars(run, part, line)
            if header:
                chars.merge(self.look.cell(part, header=True))
            match run.atom:
                case Text(text):
                    cursor.insertText(text, chars)
                case LineBreak():
                    cursor.insertText(BREAK, chars)
                case Value() as value:
                    shown = GAP.format(label=value.label) if value.text is None else clean(value.text)
                    self._atom(cursor, run, shown, chars)
                case Citation():
                    self._atom(cursor, run, next(numbers, "•"), chars)

    def _atom(self, cursor: QTextCursor, run: Run, shown: str, chars: QTextCharFormat) -> None:
        chars.setProperty(Memo.ATOM, self.atoms.add(run, shown))
        cursor.insertText(shown, chars)

    def lines(self, extent: Extent) -> Lines:
        """The lines that stand in the document from one block to another."""
        found: list[AnyLine] = []
        block = self.document.findBlockByNumber(extent.first)
        while block.isValid() and block.blockNumber() <= extent.last:
            table = table_at(block)
            if table is not None:
                found.append(self._table_line(table))
                block = self.document.findBlock(table.lastPosition()).next()
                continue
            if block.length() > 1 or not block.blockFormat().boolProperty(Memo.FILLER):
                found.append(self.line(block))
            block = block.next()
        return tuple(found)

    def line(self, block: QTextBlock) -> Line:
        memo = block.blockFormat()
        start = memo.intProperty(Memo.START)
        kind: Kind = memo.stringProperty(Memo.KIND) or "alinea"  # pyright: ignore[reportAssignmentType]
        number = None if start < 0 or kind != "item" else start
        level = memo.intProperty(Memo.LEVEL)
        return Line(
            self.row(block), kind, level, memo.boolProperty(Memo.ORDERED), number, memo.boolProperty(Memo.QUOTED)
        )

    def _table_line(self, table: QTextTable) -> TableLine:
        sides: list[Alignment] = [
            _side(table.cellAt(0, column).firstCursorPosition().blockFormat()) for column in range(table.columns())
        ]
        rows = tuple(
            tuple(self._cell_row(table, row, column) for column in range(table.columns()))
            for row in range(table.rows())
        )
        return TableLine(rows, tuple(sides))

    def _cell_row(self, table: QTextTable, row: int, column: int) -> Runs:
        """All blocks of a cell in one row, with a space between them."""
        cell = table.cellAt(row, column)
        block, last = cell.firstCursorPosition().block(), cell.lastCursorPosition().block()
        runs = list(self.row(block))
        while block != last:
            block = block.next()
            runs += [Run(Text(" ")), *self.row(block)]
        return tidy(runs)

    def row(self, block: QTextBlock) -> Runs:
        """The runs of a block; an atom whose words were changed is only words."""
        return tidy(run for fragment in fragments(block) for run in self._read(fragment))

    def _read(self, fragment: QTextFragment) -> Iterator[Run]:
        chars, text = fragment.charFormat(), fragment.text()
        known = self.atoms.known.get(chars.intProperty(Memo.ATOM))
        link = chars.anchorHref() or None
        marks = (chars.boolProperty(Memo.BOLD), chars.boolProperty(Memo.ITALIC), link)
        if known is not None and known[1] == text:
            yield Run(known[0].atom, *marks)
            return
        for position, part in enumerate(text.split(BREAK)):
            if position:
                yield Run(LineBreak(), *marks)
            if words := clean(part):
                yield Run(Text(words), *marks)


def fragments(block: QTextBlock) -> Iterator[QTextFragment]:
    """The stretches of a block that have one format."""
    iterator = block.begin()
    while not iterator.atEnd():
        yield iterator.fragment()
        iterator += 1


def part_key(block: QTextBlock) -> str:
    return block.blockFormat().stringProperty(Memo.PART)


def table_at(block: QTextBlock) -> QTextTable | None:
    return QTextCursor(block).currentTable()


def _side(block: QTextBlockFormat) -> Alignment:
    sides: dict[Qt.AlignmentFlag, Alignment] = {flag: name for name, flag in _SIDES.items()}  # pyright: ignore[reportAssignmentType]
    return next((name for flag, name in sides.items() if block.alignment() & flag), "left")


def _remove_block(cursor: QTextCursor) -> None:
    """Takes away the empty block of the cursor, and leaves the blocks beside it as they are."""
    before = cursor.block().previous()
    kept = before.blockFormat() if before.isValid() else cursor.block().next().blockFormat()
    if before.isValid():
        cursor.deletePreviousChar()
    else:
        cursor.deleteChar()
    cursor.setBlockFormat(kept)
