"""The paper: the letter's words as one rich text, with its header above and the marks of its pieces in the margin."""

from collections.abc import Callable
from typing import cast

from PySide6.QtCore import QEvent, QMimeData, QPoint, QRect, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QDragEnterEvent,
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
    QHelpEvent,
    QInputMethodEvent,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QFrame, QTextEdit, QToolTip, QWidget

from composer.gui.editor import painting
from composer.gui.editor.atoms import snap
from composer.gui.editor.document_sync import DocumentSync
from composer.gui.editor.drops import Drops
from composer.gui.editor.formats import TextFormats
from composer.gui.editor.margin import Margin
from composer.gui.editor.pointer import Pointer
from composer.gui.passages.model import MIME
from composer.gui.session import Session
from composer.gui.theme import Theme

HEADER_GAP, FOOT = 16, 56


class Page(QTextEdit):
    """Shows the document of `writing`; what a key means is asked of `on_key`, what is pasted of `on_paste`."""

    piece_selected = Signal(str)
    fact_hovered = Signal(str, QPoint)
    """A fact under the mouse, and where; "" when the mouse has left it."""
    gap_chosen = Signal(str)
    """The path of a gap that was clicked."""
    snippet_dropped = Signal(str)
    arranged = Signal()
    """The paper has another place or width."""

    def __init__(self, session: Session, theme: Theme, header: QWidget) -> None:
        super().__init__()
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setUndoRedoEnabled(False)
        self.setAccessibleName("Tekst van de brief")
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.viewport().setAutoFillBackground(False)
        self.viewport().setMouseTracking(True)
        self.document().setDocumentMargin(0)
        self.document().setIndentWidth(22)
        self.theme = theme
        self.writing = DocumentSync(session, TextFormats(theme), self)
        self.margin = Margin(self, self.writing)
        self.pointer = Pointer(self, self.writing, self.margin)
        self.pointer.fact_hovered.connect(self.fact_hovered)
        self.on_key: Callable[[QKeyEvent], bool] = lambda event: False
        self.on_input: Callable[[], bool] = lambda: True
        self.on_paste: Callable[[QMimeData], None] = lambda data: None
        self.on_copy: Callable[[], QMimeData] = QMimeData
        self.on_menu: Callable[[QPoint], None] = lambda point: None
        self._drops = Drops(self, self.margin)
        self._header = header
        header.setParent(self.viewport())
        self.touched = False
        """Whether the writer has been here since the letter was opened, so that its cursor means something."""
        self._before = 0
        self._piece = ""
        self.cursorPositionChanged.connect(self._moved)
        self.writing.laid_out.connect(self.viewport().update)

    def set_look(self, theme: Theme) -> None:
        """The same letter in another theme."""
        self.theme = theme
        self.writing.typesetter.look = TextFormats(theme)
        self.writing.rebuild()
        self.arrange()

    def arrange(self) -> None:
        """Paper and words in the middle, below the header; called when the width or the header changes."""
        left = painting.paper_left(self)
        side = left + painting.PADDING
        width = max(painting.paper_width(self) - 2 * painting.PADDING, 100)
        height = self._header.heightForWidth(width)
        memo = self.document().rootFrame().frameFormat()
        wanted = (side, self.viewport().width() - side - width, height + HEADER_GAP, FOOT)
        if wanted != (memo.leftMargin(), memo.rightMargin(), memo.topMargin(), memo.bottomMargin()):
            memo.setLeftMargin(wanted[0])
            memo.setRightMargin(wanted[1])
            memo.setTopMargin(wanted[2])
            memo.setBottomMargin(wanted[3])
            with self.writing.busy():
                self.document().rootFrame().setFrameFormat(memo)
        self.arranged.emit()
        self._header.setGeometry(QRect(side, -self.verticalScrollBar().value(), width, height))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.arrange()

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        super().scrollContentsBy(dx, dy)
        self._header.move(self._header.x(), -self.verticalScrollBar().value())
        self.viewport().update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        height = max(round(self.document().size().height()), self.viewport().height() - 24)
        painting.paint_paper(painter, self, self.theme, height)
        painting.paint_bars(painter, self, self.writing, self.theme, self.pointer.hovered)
        painting.paint_touched(painter, self, self.pointer.touched, self.theme)
        painting.paint_gaps(painter, self, self.writing, self.theme)
        painting.paint_bullets(painter, self, self.theme)
        painting.paint_hints(painter, self, self.writing, self.theme)
        painter.end()
        super().paintEvent(event)
        self.margin.paint()

    def event(self, event: QEvent) -> bool:
        """Keys that the window has a use for are the window's first: Ctrl and K would delete the rest of a line."""
        overrides = event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent)
        if overrides and cast(QKeyEvent, event).matches(QKeySequence.StandardKey.DeleteEndOfLine):
            event.ignore()
            return False
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        self.touched = True
        if event.key() == Qt.Key.Key_Escape and self.margin.dragging:
            self.margin.let_go()
        elif not self.on_key(event):
            super().keyPressEvent(event)
            self.writing.flush()
        event.accept()

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        """Accents and other composed letters, as typing."""
        if self.on_input():
            super().inputMethodEvent(event)
            self.writing.flush()

    def insertFromMimeData(self, source: QMimeData) -> None:
        self.on_paste(source)

    def createMimeDataFromSelection(self) -> QMimeData:
        return self.on_copy()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """The size of the words is the window's; Ctrl and the wheel leave it alone."""
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            event.ignore()
        else:
            super().wheelEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        self.on_menu(event.globalPos())

    def _moved(self) -> None:
        """Keeps the cursor out of values and note marks, and tells which piece it came to."""
        if self.writing.working:
            return
        cursor = self.textCursor()
        if snap(cursor, self.writing.atoms, self._before):
            self._before = cursor.position()
            self.setTextCursor(cursor)
        self._before = self.textCursor().position()
        self.tell_piece()

    def tell_piece(self) -> None:
        part = self.writing.part_at(self.textCursor().block())
        piece = part.piece if part else ""
        if part is not None:
            self.setAccessibleDescription(part.words or part.hint)
        if piece != self._piece:
            self._piece = piece
            self.piece_selected.emit(piece)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.touched = True
        if event.button() == Qt.MouseButton.LeftButton and self.margin.press(event.position().toPoint()):
            return
        super().mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        point = event.position().toPoint()
        if self.margin.move(point):
            return
        super().mouseMoveEvent(event)
        if not event.buttons():
            self.pointer.hover(point)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self.margin.release(event.position().toPoint()):
            return
        super().mouseReleaseEvent(event)
        atom = self.pointer.atom(event.position().toPoint())
        clicked = event.button() == Qt.MouseButton.LeftButton and not self.textCursor().hasSelection()
        if clicked and atom is not None and atom.gap is not None:
            self.gap_chosen.emit(atom.gap.path)

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self.pointer.hover(QPoint(-1, -1))

    def viewportEvent(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            QToolTip.showText(event.globalPos(), self.pointer.hint(event.pos()), self.viewport())
            return True
        return super().viewportEvent(event)

    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        return source.hasHtml() or source.hasText() or source.hasFormat(MIME)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        super().dragEnterEvent(event)
        self._drops.enter(event)

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        """Of words the place is shown by a cursor, of a passage by a line."""
        if self._drops.brings_words(event):
            super().dragMoveEvent(event)
        self._drops.over(event)

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        super().dragLeaveEvent(event)
        self.margin.let_go()

    def dropEvent(self, event: QDropEvent) -> None:
        """Words are pasted where they are let go, a passage comes below the line that was shown."""
        self.touched = True
        super().dragLeaveEvent(QDragLeaveEvent())
        if self._drops.brings_words(event):
            self._drops.go_there(event)
            self.on_paste(event.mimeData())
        elif self._drops.enter(event):
            self.snippet_dropped.emit(self._drops.taken(event))
