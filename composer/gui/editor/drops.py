"""What is dragged here: a passage of the library, or words out of another program, and where they would come."""

from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QDropEvent, QTextCursor
from PySide6.QtWidgets import QTextEdit

from composer.gui.editor.document_reader import extents
from composer.gui.editor.margin import Margin
from composer.gui.passages.model import MIME


def snippet(data: QMimeData) -> str:
    """The id of the passage that data carries; "" when it carries none."""
    return bytes(data.data(MIME).data()).decode()


class Drops:
    """Words of the letter itself are cut and pasted, not dragged; those of others, and passages, may be dropped."""

    def __init__(self, view: QTextEdit, margin: Margin) -> None:
        self.view = view
        self.margin = margin

    def brings_words(self, event: QDropEvent) -> bool:
        """Whether words from elsewhere are dragged; a file brings none."""
        data = event.mimeData()
        files = any(address.isLocalFile() for address in data.urls())
        own = event.source() in (self.view, self.view.viewport())
        return not data.hasFormat(MIME) and not files and not own and (data.hasText() or data.hasHtml())

    def enter(self, event: QDropEvent) -> bool:
        """Whether it may be dropped here; words stay where they come from."""
        if self.brings_words(event):
            event.setDropAction(Qt.DropAction.CopyAction)
            event.accept()
            return True
        known = event.mimeData().hasFormat(MIME)
        event.acceptProposedAction() if known else event.ignore()
        return known

    def over(self, event: QDropEvent) -> None:
        """Shows where a passage would come."""
        if self.enter(event) and not self.brings_words(event):
            self.margin.aim(event.position().toPoint().y())

    def go_there(self, event: QDropEvent) -> None:
        """The cursor, and the keyboard, to where words are dropped."""
        self.enter(event)
        self.view.setFocus(Qt.FocusReason.MouseFocusReason)
        self.view.setTextCursor(self.view.cursorForPosition(event.position().toPoint()))

    def taken(self, event: QDropEvent) -> str:
        """The id of what is dropped; the cursor is in the piece or heading below which the line was shown."""
        self.over(event)
        below = self.margin.let_go()
        if below is not None:
            last = extents(self.view.document())[below.key].last
            self.view.setTextCursor(QTextCursor(self.view.document().findBlockByNumber(last)))
        return snippet(event.mimeData())
