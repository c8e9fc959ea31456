"""A change as running text: what was struck and what was added in its place, with the remarks at their words."""

from collections.abc import Iterable
from dataclasses import dataclass

from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QFont, QHelpEvent, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QTextEdit, QToolTip

from composer.gui.theme import Theme
from composer.work.editorial.remarks import Placed
from composer.work.editorial.wording import Passage, Word
from composer.work.writing.diff import ChangeKind


@dataclass(frozen=True, slots=True)
class Shown:
    """A word where it stands in the view, and where in its own text; struck words are of the old one."""

    at: int
    kept: ChangeKind
    word: Word

    @property
    def end(self) -> int:
        return self.at + len(self.word.shown)


class ChangeView(QTextEdit):
    """Only to read and to select in; `words_selected` gives the offsets of what is selected in the new text."""

    words_selected = Signal(int, int)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._shown: tuple[Shown, ...] = ()
        self._passages: tuple[Passage, ...] = ()
        self._remarks: tuple[Placed, ...] = ()
        self.setReadOnly(True)
        self.setTabChangesFocus(True)
        self.setProperty("look", "paper")
        self.setAccessibleName("De wijziging in lopende tekst")
        self.selectionChanged.connect(self._tell)

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
        self.show_change(self._passages, self._remarks)

    def show_change(self, passages: Iterable[Passage], remarks: Iterable[Placed] = ()) -> None:
        self._passages, self._remarks = tuple(passages), tuple(remarks)
        self.clear()
        cursor = self.textCursor()
        shown: list[Shown] = []
        for passage in self._passages:
            for word in passage.words:
                shown.append(Shown(cursor.position(), passage.kept, word))
                cursor.insertText(word.shown, self._form(passage.kept, word))
        self._shown = tuple(shown)
        self.moveCursor(QTextCursor.MoveOperation.Start)
        self._mark_remarks()
        told = [f"{_KEPT[p.kept]}: {p.shown.strip()}" for p in self._passages if p.kept in _KEPT and p.shown.strip()]
        self.setAccessibleDescription("; ".join(told) or "Er is niets gewijzigd")

    def _form(self, kept: ChangeKind, word: Word) -> QTextCharFormat:
        """Struck words have a line through them, new ones a line below: never by colour alone."""
        form = QTextCharFormat()
        form.setForeground(self._theme.colour("ink"))
        if kept == "weg":
            form.setFontStrikeOut(True)
            form.setForeground(self._theme.colour("wrong"))
            form.setBackground(self._theme.colour("wrong-soft"))
        elif kept == "nieuw":
            form.setFontUnderline(True)
            form.setForeground(self._theme.colour("good"))
            form.setBackground(self._theme.colour("good-soft"))
        elif word.sort in ("waarde", "voorwaarde", "bron"):
            form.setForeground(self._theme.colour("accent" if word.sort == "waarde" else "own"))
        if word.sort == "voorwaarde":
            form.setFontItalic(True)
            form.setFontWeight(QFont.Weight.Medium)
        return form

    def _mark_remarks(self) -> None:
        made: list[QTextEdit.ExtraSelection] = []
        for placed in self._remarks:
            if placed.start is None or placed.end is None or placed.done:
                continue
            selection = QTextEdit.ExtraSelection()
            form = QTextCharFormat()
            form.setBackground(self._theme.colour("notice-soft"))
            form.setUnderlineStyle(QTextCharFormat.UnderlineStyle.DotLine)
            selection.format, selection.cursor = form, self._cursor(placed.start, placed.end)  # pyright: ignore[reportAttributeAccessIssue]
            made.append(selection)
        self.setExtraSelections(made)

    def _cursor(self, start: int, end: int) -> QTextCursor:
        """Over the words of the new text from `start` to `end`."""
        within = [s for s in self._shown if s.kept != "weg" and s.word.start < end and s.word.end > start]
        cursor = QTextCursor(self.document())
        if within:
            cursor.setPosition(within[0].at)
            cursor.setPosition(within[-1].end, QTextCursor.MoveMode.KeepAnchor)
        return cursor

    def go_to(self, placed: Placed) -> None:
        """Selects the words of a remark."""
        if placed.start is not None and placed.end is not None:
            self.setTextCursor(self._cursor(placed.start, placed.end))
            self.ensureCursorVisible()

    def selection(self) -> tuple[int, int] | None:
        """What is selected, as offsets in the new text; None when that is nothing of it."""
        cursor = self.textCursor()
        first, last = cursor.selectionStart(), cursor.selectionEnd()
        within = [s for s in self._shown if s.kept != "weg" and s.at < last and s.end > first]
        within = [s for s in within if s.word.sort != "wit"] or within
        return (within[0].word.start, within[-1].word.end) if within and first < last else None

    def _tell(self) -> None:
        if (found := self.selection()) is not None:
            self.words_selected.emit(*found)

    def viewportEvent(self, event: QEvent) -> bool:
        """What a name or a mark stands for, and what is remarked on the words under the mouse."""
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            at = self.cursorForPosition(event.pos()).position()
            found = next((s for s in self._shown if s.at <= at < max(s.end, s.at + 1)), None)
            QToolTip.showText(event.globalPos(), self._about(found), self)
            return True
        return super().viewportEvent(event)

    def _about(self, found: Shown | None) -> str:
        if found is None:
            return ""
        start = found.word.start
        told = [
            p.remark.words
            for p in self._remarks
            if p.start is not None and p.end is not None and p.start <= start < p.end
        ]
        return "\n".join([found.word.more, *told]).strip()


_KEPT: dict[ChangeKind, str] = {"weg": "geschrapt", "nieuw": "nieuw"}
