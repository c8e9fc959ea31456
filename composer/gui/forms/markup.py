"""The text of a passage or template: names are offered while typing, and mistakes stand under the words they concern."""

import re
from collections.abc import Callable

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QFont,
    QHelpEvent,
    QHideEvent,
    QInputMethodEvent,
    QKeyEvent,
    QSyntaxHighlighter,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
)
from PySide6.QtWidgets import QPlainTextEdit, QTextEdit, QToolTip

from composer.gui.forms.completion_list import CompletionList
from composer.gui.theme import Theme
from composer.work.editorial.drafting import Completion, TextProblem

_PATTERNS: tuple[tuple[re.Pattern[str], str, bool], ...] = (
    (re.compile(r"\{\{.*?\}\}"), "accent", False),
    (re.compile(r"\{%.*?%\}|\{#.*?#\}"), "own", False),
    (re.compile(r"\[\^[^\]\s]+\]"), "muted", False),
    (re.compile(r"^#{1,4} .*$"), "ink", True),
    (re.compile(r"\*\*[^*]+\*\*"), "ink", True),
)
"""What is shown in another colour, and what is bold."""
_TRIGGER = re.compile(r"(?:@|\{\{\s*|\[\^)([^@{}\[\]\n]{0,40})$")
"""What makes names being offered, with what was typed of one."""


class Colouring(QSyntaxHighlighter):
    """Names and citations look different from words."""

    def __init__(self, document: QTextDocument, theme: Theme) -> None:
        super().__init__(document)
        self.theme = theme

    def highlightBlock(self, text: str) -> None:
        for pattern, role, bold in _PATTERNS:
            form = QTextCharFormat()
            form.setForeground(self.theme.colour(role))
            if bold:
                form.setFontWeight(QFont.Weight.DemiBold)
            for match in pattern.finditer(text):
                self.setFormat(match.start(), len(match.group()), form)


class MarkupEdit(QPlainTextEdit):
    """Offers what can be inserted after @, {{ or [^, and on Ctrl+Space."""

    finished = Signal()
    """Ctrl+Enter."""

    def __init__(self, name: str, theme: Theme) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setTabChangesFocus(True)
        self._colouring = Colouring(self.document(), theme)
        self._slips: tuple[TextProblem, ...] = ()
        self.offering = CompletionList(self)
        self.offering.chosen.connect(self._take)
        self.cursorPositionChanged.connect(self._put_away)

    def set_theme(self, theme: Theme) -> None:
        self._colouring.theme = theme
        self._colouring.rehighlight()
        self.show_slips(self._slips)

    def set_source(self, source: Callable[[str], tuple[Completion, ...]]) -> None:
        """Where what fits is looked for."""
        self.offering.source = source

    def show_slips(self, slips: tuple[TextProblem, ...]) -> None:
        """Waves under the words of mistakes."""
        self._slips = slips
        self.setExtraSelections([self._waved(slip) for slip in slips])
        told = "; ".join(slip.message for slip in slips)
        self.setAccessibleDescription(f"Let op: {told}" if told else "")

    def _waved(self, slip: TextProblem) -> QTextEdit.ExtraSelection:
        made = QTextEdit.ExtraSelection()
        form = QTextCharFormat()
        form.setUnderlineStyle(QTextCharFormat.UnderlineStyle.WaveUnderline)
        form.setUnderlineColor(QColor(self._colouring.theme.colour("wrong")))
        made.format, made.cursor = form, self._cursor(slip.start, slip.end)  # pyright: ignore[reportAttributeAccessIssue]
        return made

    def _cursor(self, start: int, end: int) -> QTextCursor:
        last = max(self.document().characterCount() - 1, 0)
        cursor = QTextCursor(self.document())
        cursor.setPosition(min(start, last))
        cursor.setPosition(min(end, last), QTextCursor.MoveMode.KeepAnchor)
        return cursor

    def go_to(self, slip: TextProblem) -> None:
        """The keyboard to the words of a mistake, which are selected."""
        self.setTextCursor(self._cursor(slip.start, slip.end))
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def insert(self, text: str) -> None:
        """At the cursor, in the place of what is selected."""
        self.setFocus(Qt.FocusReason.OtherFocusReason)
        self.textCursor().insertText(text)
        self._look()

    def _typed(self) -> re.Match[str] | None:
        cursor = self.textCursor()
        return _TRIGGER.search(cursor.block().text()[: cursor.positionInBlock()])

    def _look(self) -> None:
        """Offers what fits what was just typed."""
        match = self._typed()
        self.offering.offer(match.group(1)) if match else self.offering.hide()

    def _put_away(self) -> None:
        if self._typed() is None and not self.offering.asked:
            self.offering.hide()

    def _take(self, text: str) -> None:
        """In the place of what was typed to find it."""
        match, cursor = self._typed(), self.textCursor()
        self.offering.hide()
        if match:
            cursor.movePosition(QTextCursor.MoveOperation.Left, QTextCursor.MoveMode.KeepAnchor, len(match.group()))
        cursor.insertText(text)
        self.setTextCursor(cursor)

    def focusNextPrevChild(self, next: bool) -> bool:
        """Tab chooses while names are offered."""
        return False if self.offering.isVisible() else super().focusNextPrevChild(next)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.offering.hide()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.offering.hide()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        control = event.modifiers() == Qt.KeyboardModifier.ControlModifier
        if self.offering.isVisible() and self.offering.handle(event.key()):
            return
        if control and event.key() == Qt.Key.Key_Space:
            match = self._typed()
            self.offering.offer(match.group(1) if match else "", asked=True)
        elif control and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.finished.emit()
        else:
            super().keyPressEvent(event)
            self._look() if event.text() else None

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        super().inputMethodEvent(event)
        self._look()

    def viewportEvent(self, event: QEvent) -> bool:
        """What is wrong with the words under the mouse."""
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            at = self.cursorForPosition(event.pos()).position()
            told = next((slip.message for slip in self._slips if slip.start <= at <= slip.end), "")
            QToolTip.showText(event.globalPos(), told, self)
            return True
        return super().viewportEvent(event)
