"""The handling of keys in the page."""

from collections.abc import Callable
from functools import cached_property

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QTextCursor

from composer.gui.actions import ActionSpec, perform
from composer.gui.editor.boundaries import Boundaries
from composer.gui.editor.document_reader import line_shape, table_at
from composer.gui.editor.formatting import Formatting
from composer.gui.editor.page import Page
from composer.gui.editor.removal import Removal, why_not
from composer.gui.editor.tables import Tables
from composer.gui.editor.turning_back import TurningBack
from composer.gui.editor.typist import Typist

KEYS = Qt.Key
_MOVES = QTextCursor.MoveOperation


class Keys:
    """Answers the key presses of a page; those that only move the cursor are left to it."""

    def __init__(
        self, page: Page, formatting: Formatting, tables: Tables, specs: Callable[[], tuple[ActionSpec, ...]]
    ) -> None:
        self.page = page
        self.writing = page.writing
        self.formatting = formatting
        self.tables = tables
        self.removal = Removal(self.writing, page)
        self.boundaries = Boundaries(self.writing, page)
        self.typist = Typist(page, formatting, self.removal)
        self.next_gap: Callable[[bool], object] = lambda forward: None
        self.choose_gap: Callable[[str], object] = lambda path: None
        self._specs = specs
        self._table: dict[Qt.Key, Callable[[], object]] = {
            KEYS.Key_Return: self.enter,
            KEYS.Key_Enter: self.enter,
            KEYS.Key_Backspace: self.backspace,
            KEYS.Key_Delete: self.delete,
            KEYS.Key_Tab: lambda: self.tab(forward=True),
            KEYS.Key_Backtab: lambda: self.tab(forward=False),
        }
        self._standards = self._known_everywhere()

    def _known_everywhere(self) -> dict[QKeySequence.StandardKey, Callable[[], object]]:
        """The commands for Qt's standard keys: undo, redo, cut, and deleting words and lines."""
        turning = TurningBack(self.page)
        return {
            QKeySequence.StandardKey.Undo: turning.undo,
            QKeySequence.StandardKey.Redo: turning.redo,
            QKeySequence.StandardKey.Cut: self.cut,
            QKeySequence.StandardKey.DeleteStartOfWord: lambda: self.delete_to(_MOVES.PreviousWord),
            QKeySequence.StandardKey.DeleteEndOfWord: lambda: self.delete_to(_MOVES.NextWord),
            QKeySequence.StandardKey.DeleteEndOfLine: lambda: self.delete_to(_MOVES.EndOfLine),
            QKeySequence.StandardKey.DeleteCompleteLine: lambda: None,
        }

    @cached_property
    def _shortcuts(self) -> dict[str, ActionSpec]:
        """The actions by their own keys, for when no menu or window has them."""
        return {QKeySequence(spec.shortcut).toString(): spec for spec in self._specs() if spec.shortcut}

    def press(self, event: QKeyEvent) -> bool:
        """Handles a key and returns whether it did; typing is tested first, since most keys do."""
        if self._types(event):
            return not self.typist.takes(event.text())
        if self._standard(event) or self._shortcut(event):
            return True
        modifiers = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        plain = modifiers in (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ShiftModifier)
        key = Qt.Key(event.key())
        if key in (KEYS.Key_Return, KEYS.Key_Enter) and modifiers == Qt.KeyboardModifier.ShiftModifier:
            return self.line_break()
        if plain and key in self._table:
            self._table[key]()
            self.writing.flush()
            return True
        return False

    def _standard(self, event: QKeyEvent) -> bool:
        found = next((run for key, run in self._standards.items() if event.matches(key)), None)
        if found is None:
            return False
        found()
        return True

    def _shortcut(self, event: QKeyEvent) -> bool:
        spec = self._shortcuts.get(QKeySequence(event.keyCombination()).toString())
        if spec is None:
            return False
        perform(spec)
        return True

    def _types(self, event: QKeyEvent) -> bool:
        """Whether a key writes something: Ctrl does only with Alt, as AltGr."""
        text, held = event.text(), event.modifiers()
        command = held & Qt.KeyboardModifier.ControlModifier and not held & Qt.KeyboardModifier.AltModifier
        return bool(text) and text.isprintable() and not command

    def cut(self) -> None:
        if self.page.textCursor().hasSelection():
            self.page.copy()
            self.writing.new_run()
            self.removal.selection()
            self.writing.flush("knippen")

    def enter(self) -> None:
        cursor = self.page.textCursor()
        atom = self.writing.atoms.selected(cursor)
        if atom is not None and atom.gap is not None:
            self.choose_gap(atom.gap.path)
            return
        if cursor.hasSelection():
            self.removal.selection(typing=True)
        if self.page.textCursor().hasSelection():
            return
        if table_at(self.page.textCursor().block()) is not None:
            self.tables.next_row()
        else:
            self.boundaries.enter()

    def line_break(self) -> bool:
        """Shift and Enter; not in headings and tables, which have one line."""
        cursor = self.page.textCursor()
        one_line = table_at(cursor.block()) is not None or line_shape(cursor.blockFormat()).kind == "kop"
        return one_line or not self.typist.may_type()

    def backspace(self) -> None:
        cursor = self.page.textCursor()
        if cursor.hasSelection():
            self.writing.new_run()
            self.removal.selection()
        elif self.removable() and not self.boundaries.backspace():
            self._delete_one(cursor, before=True)

    def delete(self) -> None:
        cursor = self.page.textCursor()
        if cursor.hasSelection():
            self.writing.new_run()
            self.removal.selection()
        elif self.removable() and not self.boundaries.delete():
            self._delete_one(cursor, before=False)

    def _delete_one(self, cursor: QTextCursor, *, before: bool) -> None:
        """A character, or the value or note mark that stands there."""
        if not self.removal.atom(cursor.position(), before=before):
            cursor.deletePreviousChar() if before else cursor.deleteChar()

    def removable(self) -> bool:
        """Whether something can be deleted at the cursor; the reason is told when it cannot."""
        reason = why_not(self.writing.part_at(self.page.textCursor().block()))
        if reason is not None:
            self.writing.hindered.emit(reason)
        return reason is None

    def delete_to(self, move: QTextCursor.MoveOperation) -> None:
        """As far as a move goes within the line; at its end the same as one character."""
        cursor = self.page.textCursor()
        back = move == _MOVES.PreviousWord
        if cursor.hasSelection() or (cursor.atBlockStart() if back else cursor.atBlockEnd()):
            self.backspace() if back else self.delete()
        elif self.removable():
            block = cursor.block()
            cursor.movePosition(move, QTextCursor.MoveMode.KeepAnchor)
            limit = max(block.position(), min(cursor.position(), block.position() + block.length() - 1))
            inside = self.writing.atoms.around(self.writing.document, limit)
            if inside is not None:
                limit = inside.start if back else inside.end
            cursor.setPosition(limit, QTextCursor.MoveMode.KeepAnchor)
            cursor.removeSelectedText()
            self.page.setTextCursor(cursor)
        self.writing.flush()

    def tab(self, *, forward: bool) -> None:
        """Deeper or less deep in a list, from cell to cell in a table, else from gap to gap."""
        cursor = self.page.textCursor()
        if table_at(cursor.block()) is not None:
            self.tables.next_cell(forward=forward)
        elif line_shape(cursor.blockFormat()).listed and self.writing.atoms.selected(cursor) is None:
            self.formatting.indent(deeper=forward)
        else:
            self.next_gap(forward)
