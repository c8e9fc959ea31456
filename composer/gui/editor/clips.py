"""Copying to other programs and pasting from them; between two places of a letter values and citations go along."""

from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace

from PySide6.QtCore import QMimeData
from PySide6.QtGui import QTextBlock

from composer.assemble.markdown_writer import to_markdown
from composer.assemble.runs import NOWHERE, Run, Runs, clean, inlines_of
from composer.domain.document import Block, Paragraph, Text
from composer.domain.errors import ComposerError
from composer.gui.editor.document_reader import Extent, extent_around, is_filler, line_shape, part_key, table_at
from composer.gui.editor.drops import snippet
from composer.gui.editor.page import Page
from composer.gui.editor.positions import line_end, line_number, set_cursor
from composer.gui.passages.model import MIME
from composer.work.writing.clipboard import to_html, to_plain
from composer.work.writing.lines import AnyLine, Line, Lines, TableLine, blocks_of, lines_of
from composer.work.writing.pasting import lines_from_html, lines_from_text

OWN_MIME = "application/x-raadsbrief"
"""The dialect's text of what was copied, with its values and citations."""
PASTING = "plakken"


class Clips:
    def __init__(self, page: Page, may_type: Callable[[], bool]) -> None:
        self.page = page
        self.writing = page.writing
        self.may_type = may_type

    def copied(self) -> QMimeData:
        """The selection as MIME data for every kind of program."""
        lines, data = self.selected(), QMimeData()
        data.setHtml(to_html(lines))
        data.setText(to_plain(lines))
        with suppress(ComposerError):
            data.setData(OWN_MIME, to_markdown(_as_they_are(lines)).encode())
        return data

    def why_not_selected(self) -> str | None:
        return None if self.page.textCursor().hasSelection() else "Selecteer eerst wat u wilt kopiëren."

    def selected(self) -> Lines:
        """The selected lines, the first and the last as far as they are selected."""
        cursor = self.page.textCursor()
        first, last = cursor.selectionStart(), cursor.selectionEnd()
        block = self.writing.document.findBlock(first)
        if block == self.writing.document.findBlock(last):
            return (Line(self.writing.reader.row(block, first, last)),)
        found: list[AnyLine] = []
        while block.isValid() and block.position() <= last:
            table = table_at(block)
            if table is not None:
                here = block.blockNumber()
                below = self.writing.document.findBlock(table.lastPosition()).blockNumber()
                found += self.writing.reader.lines(Extent(here, below))
                block = self.writing.document.findBlockByNumber(below + 1)
                continue
            if not is_filler(block):
                row = self.writing.reader.row(block, *self._bounds(block, first, last))
                found.append(replace(line_shape(block.blockFormat()), row=row))
            block = block.next()
        return tuple(found)

    def _bounds(self, block: QTextBlock, first: int, last: int) -> tuple[int, int]:
        return max(first, block.position()), min(last, block.position() + block.length() - 1)

    def paste(self, data: QMimeData) -> None:
        """Pastes the richest format available."""
        if data.hasFormat(MIME):
            self.page.snippet_dropped.emit(snippet(data))
        elif data.hasFormat(OWN_MIME):
            self.put(self._own(bytes(data.data(OWN_MIME).data()).decode()))
        elif data.hasHtml() and (lines := lines_from_html(data.html())):
            self.put(lines)
        else:
            self.paste_plain(data)

    def paste_plain(self, data: QMimeData) -> None:
        """Pastes the words only; those of one line unchanged."""
        text = data.text()
        one = "\n" not in text.strip("\r\n")
        self.put((Line((Run(Text(clean(text))),)),) if one and text else lines_from_text(text))

    def _own(self, text: str) -> Lines:
        review = self.writing.session.review
        return lines_of(self.writing.sheets.text(text, review.assembly)) if review else ()

    def put(self, lines: Lines) -> None:
        """Inserts lines at the cursor, replacing the selection."""
        if not lines or not self.may_type():
            return
        block = self.page.textCursor().block()
        if table_at(block) is not None or line_shape(block.blockFormat()).kind == "kop":
            self._within(_in_one(lines))
        elif len(lines) == 1 and isinstance(lines[0], Line) and lines[0].kind == "alinea":
            self._within(lines[0].row)
        else:
            self._between(lines)

    def _within(self, row: Runs) -> None:
        """Inserts runs in the line of the cursor."""
        cursor = self.page.textCursor()
        part = self.writing.part_at(cursor.block())
        assert part is not None
        self.writing.new_run()
        self.writing.typesetter.runs(cursor, row, part, line_shape(cursor.blockFormat()), iter(()))
        self.page.setTextCursor(cursor)
        self.writing.flush(PASTING)
        self.writing.new_run()

    def _between(self, lines: Lines) -> None:
        """Whole lines, the first joined to what stands before the cursor, the last followed by what stands behind it."""
        cursor = self.page.textCursor()
        block, key = cursor.block(), part_key(cursor.block())
        self.writing.open_up(block, self.writing.parts[key])
        extent = extent_around(block)
        present = self.writing.reader.lines(extent)
        at = line_number(self.writing.document, extent, cursor.position())
        here = present[at] if present else Line()
        assert isinstance(here, Line)
        left = self.writing.reader.row(block, None, cursor.position())
        right = self.writing.reader.row(block, cursor.position(), None)
        behind = block.position() + block.length() - 1 - cursor.position()
        pasted = _spliced(here, left, lines, right)
        self.writing.rewrite(key, (*present[:at], *pasted, *present[at + 1 :]), PASTING)
        extent = extent_around(self.writing.document.findBlockByNumber(extent.first))
        set_cursor(self.page, line_end(self.writing.document, extent, at + len(pasted) - 1) - behind)


def _as_they_are(lines: Lines) -> tuple[Block, ...]:
    """The blocks of lines; words from within one line with the spaces around them."""
    match lines:
        case (Line(kind="alinea", row=row),):
            return (Paragraph(inlines_of(row), NOWHERE),) if row else ()
        case _:
            return blocks_of(lines)


def _spliced(here: Line, left: Runs, lines: Lines, right: Runs) -> list[AnyLine]:
    pasted: list[AnyLine] = list(lines)
    first = pasted[0]
    if left and isinstance(first, Line) and first.kind == "alinea":
        pasted[0] = replace(here, row=(*left, *first.row))
    elif left:
        pasted.insert(0, replace(here, row=left))
    last = pasted[-1]
    if right and isinstance(last, Line):
        pasted[-1] = replace(last, row=(*last.row, *right))
    elif right:
        pasted.append(replace(here, row=right))
    return pasted


def _in_one(lines: Lines) -> Runs:
    """All words one behind the other, with spaces between lines and cells."""
    rows: list[Runs] = []
    for line in lines:
        rows += [cell for row in line.rows for cell in row] if isinstance(line, TableLine) else [line.row]
    joined: list[Run] = []
    for row in rows:
        joined += [Run(Text(" ")), *row] if joined else row
    return tuple(joined)
