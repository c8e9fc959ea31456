"""Bold, italic, lists, headings, links and citations, on what is selected or where the cursor is."""

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtGui import QFont, QTextCharFormat, QTextCursor

from composer.assemble.runs import NOWHERE, Run
from composer.domain.document import Citation, Text
from composer.gui.editor.atoms import fragments
from composer.gui.editor.document_reader import Extent, extent_around, line_shape, text_between
from composer.gui.editor.formats import FormatProperty
from composer.gui.editor.page import Page
from composer.gui.editor.positions import end, line_number, start
from composer.gui.editor.removal import why_not
from composer.work.writing import line_changes
from composer.work.writing.letter_view import Part
from composer.work.writing.lines import Lines

Change = Callable[[Lines, int, int], Lines]
FORMATTING = "opmaak wijzigen"
_PROPERTIES = {"bold": FormatProperty.BOLD, "italic": FormatProperty.ITALIC}


class Formatting:
    def __init__(self, page: Page) -> None:
        self.page = page
        self.writing = page.writing

    def why_not(self) -> str | None:
        """Why nothing can be written at the cursor."""
        return why_not(self.writing.part_at(self.page.textCursor().block()))

    def in_heading(self) -> bool:
        return self.why_not() is None and line_shape(self.page.textCursor().blockFormat()).kind == "kop"

    def has(self, mark: str) -> bool:
        """Whether the cursor stands in words with this mark."""
        return self.page.textCursor().charFormat().boolProperty(_PROPERTIES[mark])

    def toggle(self, mark: str) -> None:
        """The mark on all that is selected, or on what is typed next; away when it was there."""
        cursor = self.page.textCursor()
        chars = QTextCharFormat()
        wanted = not self.has(mark)
        chars.setProperty(_PROPERTIES[mark], wanted)
        if mark == "bold":
            chars.setFontWeight(QFont.Weight.DemiBold if wanted else QFont.Weight.Normal)
        else:
            chars.setFontItalic(wanted)
        self.writing.new_run()
        if cursor.hasSelection():
            self._mark(cursor, chars)
        else:
            self.page.mergeCurrentCharFormat(chars)

    def _mark(self, cursor: QTextCursor, chars: QTextCharFormat) -> None:
        """Marks the selection in each block that can be written in; headings have their own weight."""
        block = self.writing.document.findBlock(cursor.selectionStart())
        while block.isValid() and block.position() < cursor.selectionEnd():
            if why_not(self.writing.part_at(block)) is None and line_shape(block.blockFormat()).kind != "kop":
                inner = QTextCursor(block)
                inner.setPosition(max(block.position(), cursor.selectionStart()))
                last = min(block.position() + block.length() - 1, cursor.selectionEnd())
                inner.setPosition(last, QTextCursor.MoveMode.KeepAnchor)
                inner.mergeCharFormat(chars)
            block = block.next()
        self.writing.flush(FORMATTING)

    def chosen(self) -> tuple[Part, Extent, int, int] | None:
        """The part at the cursor with the numbers of its first and last selected line; None where nothing can be written."""
        cursor = self.page.textCursor()
        part = self.writing.part_at(cursor.block())
        if part is None or why_not(part) is not None:
            return None
        self.writing.open_up(cursor.block(), part)
        document, extent = self.writing.document, extent_around(cursor.block())
        first = max(cursor.selectionStart(), start(document, extent))
        last = min(cursor.selectionEnd(), end(document, extent))
        return part, extent, line_number(document, extent, first), line_number(document, extent, last)

    def reshape(self, change: Change, words: str = FORMATTING) -> None:
        """Changes the selected lines of one piece."""
        found = self.chosen()
        if found is None:
            self.writing.hindered.emit(self.why_not() or "")
            return
        part, extent, first, last = found
        lines = self.writing.reader.lines(extent)
        changed = change(lines, first, last)
        if changed != lines:
            self.writing.rewrite(part.key, changed, words)

    def toggle_list(self, *, ordered: bool) -> None:
        self.reshape(lambda lines, a, b: line_changes.with_list(lines, a, b, ordered=ordered), "lijst maken")

    def toggle_heading(self) -> None:
        self.reshape(line_changes.with_heading, "kop maken")

    def indent(self, *, deeper: bool) -> None:
        self.reshape(line_changes.indented if deeper else line_changes.outdented)

    def is_list(self, *, ordered: bool) -> bool:
        line = line_shape(self.page.textCursor().blockFormat())
        return line.listed and line.ordered == ordered

    def cite(self, fact: str) -> None:
        """A citation behind what is selected, or at the cursor."""
        cursor = self.page.textCursor()
        cursor.setPosition(self._selected()[1])
        self.insert((Run(Citation((fact,), NOWHERE)),), cursor, "bron aanhalen")
        self.writing.session.review_now()

    def _selected(self) -> tuple[int, int]:
        """Where the selection begins and ends in the line of the cursor, without the white space around it."""
        cursor = self.page.textCursor()
        block = cursor.block()
        first = max(cursor.selectionStart(), block.position())
        last = min(cursor.selectionEnd(), block.position() + block.length() - 1)
        words = text_between(self.writing.document, first, last)
        first += len(words) - len(words.lstrip()) if words.strip() else 0
        return first, max(last - (len(words) - len(words.rstrip())), first)

    def link_at_cursor(self) -> tuple[str, str, int, int]:
        """Words and address of the link that the cursor is in, or of what is selected, with where it begins and ends."""
        cursor = self.page.textCursor()
        target = cursor.charFormat().anchorHref()
        in_link = target and not cursor.hasSelection()
        first, last = _link_bounds(cursor, target) if in_link else self._selected()
        return text_between(self.writing.document, first, last), target, first, last

    def set_link(self, words: str, target: str, first: int, last: int) -> None:
        """These words with a link, in the place of what stood there; without a target only the words.

        Words that stay keep their marks and their values.
        """
        block = self.writing.document.findBlock(first)
        same = words == text_between(self.writing.document, first, last)
        row = self.writing.reader.row(block, first, last) if same else (Run(Text(words)),)
        cursor = self.page.textCursor()
        cursor.setPosition(first)
        cursor.setPosition(last, QTextCursor.MoveMode.KeepAnchor)
        linked = tuple(replace(run, link=target or None) for run in row)
        self.insert(linked, cursor, "link maken" if target else "link weghalen")

    def insert(self, row: tuple[Run, ...], cursor: QTextCursor, words: str) -> None:
        """Runs in the place of what a cursor selects, as a step of their own."""
        part = self.writing.part_at(cursor.block())
        reason = why_not(part)
        if part is None or reason is not None:
            self.writing.hindered.emit(reason or "")
            return
        self.writing.new_run()
        cursor.removeSelectedText()
        self.writing.typesetter.runs(cursor, row, part, line_shape(cursor.blockFormat()), iter(()))
        self.page.setTextCursor(cursor)
        self.writing.flush(words)
        self.writing.new_run()


def _link_bounds(cursor: QTextCursor, target: str) -> tuple[int, int]:
    """The stretch around the cursor that has this address; another link to it in the same line is not of it."""
    first, last = -1, -1
    for fragment in fragments(cursor.block()):
        if fragment.charFormat().anchorHref() != target:
            continue
        if fragment.position() != last:
            if first <= cursor.position() <= last:
                break
            first = fragment.position()
        last = fragment.position() + fragment.length()
    return first, last
