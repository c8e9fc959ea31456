"""What Enter, Backspace and Delete do at the ends of lines and pieces; no piece is lost by a key too many."""

from dataclasses import replace

from PySide6.QtGui import QTextBlock, QTextCursor
from PySide6.QtWidgets import QTextEdit

from composer.gui.editor.document_reader import (
    Extent,
    extent_around,
    extents,
    is_filler,
    line_shape,
    part_key,
    table_at,
)
from composer.gui.editor.document_sync import DocumentSync
from composer.gui.editor.positions import end, line_number, set_cursor, start
from composer.gui.editor.removal import why_not
from composer.work.writing.editing import piece_before, with_lines
from composer.work.writing.letter_view import Blank, Part
from composer.work.writing.line_changes import outdented, with_heading
from composer.work.writing.lines import Line, joined, without_blank_ends


class Boundaries:
    """Works on the cursor of `view`; nothing is selected."""

    def __init__(self, writing: DocumentSync, view: QTextEdit) -> None:
        self.writing = writing
        self.view = view

    def enter(self) -> None:
        cursor = self.view.textCursor()
        block, part = cursor.block(), self.writing.part_at(cursor.block())
        if part is None or part.kind in ("kop", "vast"):
            self._go_below(block)
        elif part.kind == "weg":
            self.begin_blank(part, after=part.piece)
        elif part.kind == "stuk" and part.hindrance is None:
            self._enter_piece(cursor, part)
        elif part.hindrance:
            self.writing.hindered.emit(part.hindrance)

    def _go_below(self, block: QTextBlock) -> None:
        below = self.writing.document.findBlockByNumber(extent_around(block).last + 1)
        if below.isValid():
            set_cursor(self.view, below.position())

    def _enter_piece(self, cursor: QTextCursor, part: Part) -> None:
        block, shape = cursor.block(), line_shape(cursor.blockFormat())
        extent = extent_around(block)
        library = part.source != "eigen"
        if shape.kind == "item" and block.length() == 1:
            self._leave_list(part, extent, block, library=library)
        elif library and shape.kind == "alinea" and cursor.position() == end(self.writing.document, extent):
            self.begin_blank(part, after=part.piece)
        elif library and cursor.position() == start(self.writing.document, extent):
            self.begin_blank(part, after=piece_before(self.writing.letter, part.section, part.piece))
        else:
            self.split(cursor, part, shape)

    def split(self, cursor: QTextCursor, part: Part, shape: Line) -> None:
        """A new line of the same kind; behind a heading an ordinary one."""
        shape = Line() if shape.kind in ("kop", "alinea") else replace(shape, kind="item", start=None)
        quoted = line_shape(cursor.blockFormat()).quoted
        memo = self.writing.typesetter.look.block(part, replace(shape, quoted=quoted), first=False)
        if shape.kind == "item":
            memo.setObjectIndex(cursor.blockFormat().objectIndex())
        plain = self.writing.typesetter.look.plain(part, shape)
        cursor.insertBlock(memo, plain)
        self.view.setTextCursor(cursor)
        self.writing.new_run()

    def _leave_list(self, part: Part, extent: Extent, block: QTextBlock, *, library: bool) -> None:
        """An empty item becomes less deep, at last a paragraph; at the end of a passage a place for words of one's own."""
        shape = line_shape(block.blockFormat())
        last = block.blockNumber() == extent.last
        if library and last and shape.level == 1 and block.blockNumber() > extent.first:
            with self.writing.busy():
                cursor = QTextCursor(block)
                cursor.deletePreviousChar()
            self.writing.put_back(part.key)
            self.begin_blank(part, after=part.piece)
        else:
            self._reshape(part, extent, block.position())

    def _reshape(self, part: Part, extent: Extent, position: int) -> None:
        """The line at a position one less deep, or a paragraph instead of a heading."""
        lines = self.writing.reader.lines(extent)
        at = line_number(self.writing.document, extent, position)
        line = lines[at]
        heading = isinstance(line, Line) and line.kind == "kop"
        reshaped = with_heading(lines, at, at) if heading else outdented(lines, at, at)
        self.writing.rewrite(part.key, reshaped, "opmaak wijzigen")

    def begin_blank(self, part: Part, after: str) -> None:
        """An empty place behind a piece, with the cursor in it."""
        self.writing.blank = Blank(part.section, after)
        self.writing.refresh(keep_blank=True)
        set_cursor(self.view, start(self.writing.document, extents(self.writing.document)[self.writing.blank.key]))

    def backspace(self) -> bool:
        """Backspace at the start of a line; False when it is an ordinary one that the document handles."""
        cursor = self.view.textCursor()
        if not cursor.atBlockStart():
            return False
        block, part = cursor.block(), self.writing.part_at(cursor.block())
        if part is None or why_not(part) is not None:
            return True
        if table_at(block) is not None:
            return True
        extent, shape = extent_around(block), line_shape(block.blockFormat())
        if shape.kind in ("item", "kop") or (shape.kind == "vervolg" and block.blockNumber() == extent.first):
            self._reshape(part, extent, block.position())
            return True
        if block.blockNumber() == extent.first:
            self._up_to(part, extent)
            return True
        return self._beside_table(block.previous(), block)

    def _beside_table(self, other: QTextBlock, block: QTextBlock) -> bool:
        """Words do not run into a table: the cursor goes there instead."""
        if table_at(other) is None and not is_filler(other):
            return False
        set_cursor(self.view, other.position() + (other.length() - 1 if other < block else 0))
        return True

    def delete(self) -> bool:
        """Delete at the end of a line; False when it is an ordinary one."""
        cursor = self.view.textCursor()
        if not cursor.atBlockEnd():
            return False
        block, part = cursor.block(), self.writing.part_at(cursor.block())
        if part is None or why_not(part) is not None or table_at(block) is not None:
            return True
        below = block.next()
        if below.isValid() and part_key(below) == part.key:
            return self._beside_table(below, block)
        other = self.writing.part_at(below) if below.isValid() else None
        if other is not None and other.section == part.section and other.kind in ("stuk", "leeg"):
            self._join(part, other, came_from_above=True)
        return True

    def _up_to(self, part: Part, extent: Extent) -> None:
        """From the start of a piece to the one above it."""
        above = self.writing.document.findBlockByNumber(extent.first - 1)
        other = self.writing.part_at(above) if above.isValid() else None
        if other is None or other.section != part.section or other.kind not in ("stuk", "leeg"):
            return
        self._join(other, part, came_from_above=False)

    def _join(self, upper: Part, lower: Part, *, came_from_above: bool) -> None:
        """Own words join what is above them; a passage of the library stays by itself and the cursor goes to the other."""
        joint = end(self.writing.document, self.writing.extent(upper.key))
        if "leeg" in (upper.kind, lower.kind):
            self._close(upper if upper.kind == "leeg" else lower, joint if lower.kind == "leeg" else None)
        elif lower.source == "eigen" and why_not(upper) is None and why_not(lower) is None:
            self._as_one(upper, lower, joint)
        else:
            set_cursor(self.view, joint + 1 if came_from_above else joint)

    def _close(self, blank: Part, position: int | None) -> None:
        """An empty place goes when it stands beside a piece."""
        if self.writing.blank and blank.key == self.writing.blank.key:
            self.writing.blank = None
            self.writing.refresh()
        if position is not None:
            set_cursor(self.view, position)

    def _as_one(self, upper: Part, lower: Part, joint: int) -> None:
        reader = self.writing.reader
        lines = joined(reader.lines(self.writing.extent(upper.key)), reader.lines(self.writing.extent(lower.key)))
        if not without_blank_ends(reader.lines(self.writing.extent(lower.key))):
            lines = reader.lines(self.writing.extent(upper.key))
        letter = with_lines(self.writing.letter, upper.piece, lines, self.writing.original(upper))
        self.writing.change(letter.without(lower.piece), "stukken samenvoegen")
        set_cursor(self.view, joint)
