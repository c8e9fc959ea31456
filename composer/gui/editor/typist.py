"""Typing: room and a clean format for what is typed, steps for undo, and the signs that begin a list."""

import time
from dataclasses import replace

from PySide6.QtGui import QTextCharFormat, QTextCursor

from composer.assemble.runs import PLAIN
from composer.gui.editor.document_reader import line_shape, table_at
from composer.gui.editor.formats import FormatProperty
from composer.gui.editor.formatting import Formatting
from composer.gui.editor.page import Page
from composer.gui.editor.removal import Removal, why_not

PAUSE = 5.0
"""Seconds of rest after which typing is a step of its own for undo."""
LISTS = {"-": False, "*": False, "\u2022": False, "1.": True, "1)": True}
"""What begins a list when a space follows it at the start of a paragraph, and whether its items are numbered."""
FIXED_SPACE = "\u00a0"


class Typist:
    def __init__(self, page: Page, formatting: Formatting, removal: Removal) -> None:
        self.page = page
        self.writing = page.writing
        self.formatting = formatting
        self.removal = removal
        self._next = (-1, 0.0)
        """Where and when typing would go on with what was typed last."""

    def takes(self, text: str) -> bool:
        """Whether what a key writes is the page's to insert; a sign that begins a list is dealt with here."""
        if not self.may_type():
            return False
        if text == " " and (ordered := self._begins_list()) is not None:
            self._make_list(ordered=ordered)
            return False
        return True

    def may_type(self) -> bool:
        """Makes room and a clean format for what is typed; False, and the reason told, where nothing can be."""
        marks = self._make_room()
        cursor = self.page.textCursor()
        reason = why_not(self.writing.part_at(cursor.block()))
        if reason is not None or cursor.hasSelection():
            self.writing.hindered.emit(reason or "")
            return False
        now = time.monotonic()
        if cursor.position() != self._next[0] or now > self._next[1]:
            self.writing.new_run()
        self._next = (cursor.position() + 1, now + PAUSE)
        self._clean(cursor, marks)
        return True

    def _make_room(self) -> QTextCharFormat | None:
        """Deletes what is selected and gives the format of its first word; None when nothing was."""
        cursor = self.page.textCursor()
        if not cursor.hasSelection():
            return None
        first = QTextCursor(cursor.document())
        first.setPosition(cursor.selectionStart() + 1)
        marks = first.charFormat()
        self.writing.new_run()
        self.removal.selection(typing=True)
        return marks

    def _clean(self, cursor: QTextCursor, marks: QTextCharFormat | None) -> None:
        """What is typed beside a value or behind a link is ordinary text; what is typed over words has their marks."""
        chars = self.page.currentCharFormat()
        wanted = marks or chars
        same = all(
            wanted.boolProperty(memo) == chars.boolProperty(memo)
            for memo in (FormatProperty.BOLD, FormatProperty.ITALIC)
        )
        if same and not chars.hasProperty(FormatProperty.ATOM) and not _leaves_link(cursor, chars):
            return
        part, shape = self.writing.part_at(cursor.block()), line_shape(cursor.blockFormat())
        assert part is not None
        run = replace(
            PLAIN, bold=wanted.boolProperty(FormatProperty.BOLD), italic=wanted.boolProperty(FormatProperty.ITALIC)
        )
        made = self.writing.typesetter.look.chars(run, part, shape)
        if not run.bold and not chars.boolProperty(FormatProperty.BOLD):
            made.setFontWeight(chars.fontWeight())
        self.page.setCurrentCharFormat(made)

    def _begins_list(self) -> bool | None:
        """Whether a space here begins a numbered list; None when it begins no list."""
        cursor = self.page.textCursor()
        block = cursor.block()
        plain = line_shape(cursor.blockFormat()).kind == "alinea" and table_at(block) is None
        before = block.text()[: cursor.positionInBlock()] if plain and cursor.positionInBlock() <= 2 else ""
        return LISTS.get(before)

    def _make_list(self, *, ordered: bool) -> None:
        """First the space, then the list as a step of its own: undoing it gives the sign back."""
        self.page.insertPlainText(" ")
        self.writing.flush()
        cursor = self.page.textCursor()
        cursor.setPosition(cursor.block().position(), QTextCursor.MoveMode.KeepAnchor)
        with self.writing.busy():
            cursor.removeSelectedText()
        self.formatting.toggle_list(ordered=ordered)

    def fixed_space(self) -> None:
        """A space at which no line ends."""
        if self.may_type():
            self.page.insertPlainText(FIXED_SPACE)
            self.writing.flush()


def _leaves_link(cursor: QTextCursor, chars: QTextCharFormat) -> bool:
    """Whether a cursor stands at the end of a link."""
    if not chars.anchorHref():
        return False
    ahead = QTextCursor(cursor)
    if not ahead.movePosition(QTextCursor.MoveOperation.NextCharacter) or ahead.blockNumber() != cursor.blockNumber():
        return True
    return ahead.charFormat().anchorHref() != chars.anchorHref()
