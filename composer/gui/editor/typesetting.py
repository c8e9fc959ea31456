"""Writes parts of a letter view into the text document."""

from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher

from PySide6.QtGui import QTextBlockFormat, QTextCharFormat, QTextCursor, QTextDocument, QTextList

from composer.assemble.runs import Run, Runs, clean
from composer.domain.document import Alignment, Citation, LineBreak, Text, Value
from composer.domain.sequences import others
from composer.gui.editor.atoms import Atoms, gap_words
from composer.gui.editor.document_reader import BREAK, Extent, extents
from composer.gui.editor.formats import SIDES, FormatProperty, TextFormats
from composer.work.writing.letter_view import Part
from composer.work.writing.lines import Line, TableLine
from composer.work.writing.numbering import UNNUMBERED


class Typesetter:
    """Writes parts into a document in one look; the document is otherwise only changed by typing."""

    def __init__(self, document: QTextDocument, look: TextFormats) -> None:
        self.document = document
        self.look = look
        self.atoms = Atoms()

    def lay_out(self, shown: tuple[Part, ...], parts: tuple[Part, ...]) -> None:
        """Changes the document from the `shown` parts to others; a part that reads the same is not touched."""
        if not shown:
            self.set_all(parts)
            return
        where = extents(self.document)
        keys = [part.key for part in shown]
        matcher = SequenceMatcher(None, keys, [part.key for part in parts], autojunk=False)
        for kind, a, b, c, d in reversed(matcher.get_opcodes()):
            if kind == "equal":
                self._again(shown[a:b], parts[c:d], where)
            elif a < b:
                self.replace(where[keys[a]].first, where[keys[b - 1]].last, parts[c:d])
            else:
                at = where[keys[a]].first if a < len(keys) else self.document.blockCount()
                self.insert_before(at, parts[c:d])

    def _again(self, shown: tuple[Part, ...], parts: tuple[Part, ...], where: dict[str, Extent]) -> None:
        """Parts that stay where they are, those that read otherwise written again from the last to the first."""
        for before, after in zip(reversed(shown), reversed(parts), strict=True):
            if _reads_otherwise(before, after):
                extent = where[before.key]
                self.replace(extent.first, extent.last, [after])

    def set_all(self, parts: Sequence[Part]) -> None:
        """Rewrites the whole document."""
        paper = self.document.rootFrame().frameFormat()
        self.document.clear()
        self.document.rootFrame().setFrameFormat(paper)
        self.document.setDefaultFont(self.look.font)
        self.atoms.clear()
        self._fill(QTextCursor(self.document), parts)

    def replace(self, first: int, last: int, parts: Sequence[Part]) -> None:
        """The blocks from `first` to `last` exchanged for parts; without parts the blocks go."""
        self.atoms.clear_out(self.document)
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
        block.setAlignment(SIDES[side])
        block.setTopMargin(0)
        block.setBottomMargin(0)
        block.setLineHeight(0, QTextBlockFormat.LineHeightTypes.SingleHeight.value)
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
                    shown = gap_words(value.label) if value.text is None else clean(value.text)
                    self._atom(cursor, run, shown, chars)
                case Citation():
                    self._atom(cursor, run, next(numbers, UNNUMBERED), chars)

    def _atom(self, cursor: QTextCursor, run: Run, shown: str, chars: QTextCharFormat) -> None:
        chars.setProperty(FormatProperty.ATOM, self.atoms.add(run, shown))
        if shown == UNNUMBERED:
            chars.setVerticalAlignment(QTextCharFormat.VerticalAlignment.AlignNormal)
        cursor.insertText(shown, chars)


def reads_otherwise(shown: tuple[Part, ...], parts: tuple[Part, ...]) -> bool:
    """Whether the parts differ in what the document shows."""
    if len(shown) != len(parts):
        return True
    return any(shown[at].key != parts[at].key or _reads_otherwise(shown[at], parts[at]) for at in others(shown, parts))


def _reads_otherwise(before: Part, after: Part) -> bool:
    shown = (before.lines, before.numbers, before.kind, before.quiet)
    return shown != (after.lines, after.numbers, after.kind, after.quiet)


def _remove_block(cursor: QTextCursor) -> None:
    """Takes away the empty block of the cursor, and leaves the blocks beside it as they are."""
    before = cursor.block().previous()
    kept = before.blockFormat() if before.isValid() else cursor.block().next().blockFormat()
    if before.isValid():
        cursor.deletePreviousChar()
    else:
        cursor.deleteChar()
    cursor.setBlockFormat(kept)
