"""Fields that look like words on the paper until they are written in."""

from PySide6.QtCore import QMimeData, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QKeyEvent,
    QKeySequence,
    QPainter,
    QPaintEvent,
    QPalette,
    QPen,
    QTextCursor,
    QWheelEvent,
)
from PySide6.QtWidgets import QComboBox, QFrame, QTextEdit

from composer.gui.theme import BODY, Theme

PAD = 2
TO_FILL = "nog invullen"


class InlineField(QTextEdit):
    """Words in one paragraph that go on below when they are long; a gap is dashed, a default is muted."""

    edited = Signal(str)
    committed = Signal(str)
    """The field was left, or Enter was pressed in it."""
    resized = Signal()
    turned_back = Signal(bool)
    """Undo (True) or redo was asked for: the letter's, not the field's."""

    def __init__(self, theme: Theme, name: str) -> None:
        super().__init__()
        self.theme = theme
        self.gap = False
        self.muted = False
        self.wrong = False
        self.setAccessibleName(name)
        self.setAcceptRichText(False)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setUndoRedoEnabled(False)
        self.setTabChangesFocus(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.viewport().setAutoFillBackground(False)
        self.document().setDocumentMargin(PAD)
        font = self.font()
        font.setPixelSize(BODY)
        self.setFont(font)
        self.document().setDefaultFont(font)
        self._telling = True
        self.textChanged.connect(self._tell)
        self.document().documentLayout().documentSizeChanged.connect(lambda: self.resized.emit())

    def show_words(self, text: str, *, muted: bool, gap: bool) -> None:
        """Other words, without telling so; a field that is being written in keeps its own."""
        self.muted, self.gap = muted, gap
        if text != self.toPlainText() and not self.hasFocus():
            self._telling = False
            self.setPlainText(text)
            self._telling = True
        self.paint_in(self.theme)

    def replace_words(self, text: str) -> None:
        """Other words even while the field has the focus, as undo asks."""
        if text != self.toPlainText():
            self._telling = False
            self.setPlainText(text)
            self.moveCursor(QTextCursor.MoveOperation.End)
            self._telling = True

    def paint_in(self, theme: Theme) -> None:
        self.theme = theme
        palette = self.palette()
        palette.setColor(QPalette.ColorRole.Base, Qt.GlobalColor.transparent)
        role = "wrong" if self.wrong else "muted" if self.muted else "ink"
        palette.setColor(QPalette.ColorRole.Text, theme.colour(role))
        self.setPalette(palette)
        self.viewport().update()

    def set_locked(self, locked: bool) -> None:
        """A sent letter can only be read."""
        self.setReadOnly(locked)

    def _tell(self) -> None:
        if self._telling:
            self.wrong = self.muted = False
            self.paint_in(self.theme)
            self.edited.emit(self.toPlainText())

    def height_for(self, width: int) -> int:
        """How high it is at a width."""
        self.document().setTextWidth(width)
        return max(round(self.document().size().height()), BODY + 2 * PAD + 5)

    def sizeHint(self) -> QSize:
        return QSize(200, self.height_for(max(self.width(), 200)))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.committed.emit(self.toPlainText())
            self.focusNextPrevChild(True)
        elif event.matches(QKeySequence.StandardKey.Undo) or event.matches(QKeySequence.StandardKey.Redo):
            self.turned_back.emit(event.matches(QKeySequence.StandardKey.Undo))
        else:
            super().keyPressEvent(event)

    def insertPlainText(self, text: str) -> None:
        super().insertPlainText(" ".join(text.split()))

    def insertFromMimeData(self, source: QMimeData) -> None:
        self.insertPlainText(source.text())

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if event.reason() in (
            Qt.FocusReason.TabFocusReason,
            Qt.FocusReason.BacktabFocusReason,
            Qt.FocusReason.OtherFocusReason,
        ):
            self.selectAll()
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() != Qt.FocusReason.PopupFocusReason:
            self.committed.emit(self.toPlainText())
        self.viewport().update()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Goes to the page."""
        event.ignore()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        frame = QRectF(self.viewport().rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        if self.hasFocus():
            painter.setPen(QPen(self.theme.colour("accent"), 1.6))
            painter.drawRoundedRect(frame.adjusted(0.5, 0.5, -0.5, -0.5), 5, 5)
        elif self.gap:
            self._paint_gap(painter, frame)
        elif self.wrong:
            painter.setPen(QPen(self.theme.colour("wrong"), 1))
            painter.drawRoundedRect(frame, 5, 5)
        painter.end()
        super().paintEvent(event)

    def _paint_gap(self, painter: QPainter, frame: QRectF) -> None:
        width = self.fontMetrics().horizontalAdvance(TO_FILL)
        chip = QRectF(frame.left(), frame.top(), width + 16, min(BODY + 8, frame.height()))
        painter.setPen(QPen(self.theme.colour("notice"), 1, Qt.PenStyle.DashLine))
        painter.setBrush(self.theme.colour("gap"))
        painter.drawRoundedRect(chip, 4, 4)
        painter.setPen(self.theme.colour("ink"))
        painter.drawText(chip, Qt.AlignmentFlag.AlignCenter, TO_FILL)


class InlineChoice(QComboBox):
    """One of a few words."""

    edited = Signal(str)

    def __init__(self, theme: Theme, name: str, choices: tuple[str, ...]) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.addItem(TO_FILL, "")
        for choice in choices:
            self.addItem(choice, choice)
        self.gap = False
        self.paint_in(theme)
        self.activated.connect(lambda: self.edited.emit(str(self.currentData())))

    def show_words(self, text: str, *, muted: bool, gap: bool) -> None:
        self.gap = gap
        self.setItemText(0, TO_FILL if gap else "maak een keuze")
        self.setCurrentIndex(max(self.findData(text), 0))
        self.paint_in(self.theme)

    def set_locked(self, locked: bool) -> None:
        self.setEnabled(not locked)

    def replace_words(self, text: str) -> None:
        self.setCurrentIndex(max(self.findData(text), 0))

    def paint_in(self, theme: Theme) -> None:
        self.theme = theme
        edge = f"1px dashed {theme.colours['notice']}" if self.gap else f"1px solid {theme.colours['line']}"
        ground = theme.colours["gap"] if self.gap else "transparent"
        self.setStyleSheet(
            f"QComboBox {{ border: {edge}; background: {ground}; border-radius: 4px; padding: 1px 8px; }}"
            f"QComboBox:focus {{ border: 2px solid {theme.colours['accent']}; padding: 0 7px; }}"
        )

    def height_for(self, width: int) -> int:
        return BODY + 12

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()


Inline = InlineField | InlineChoice
