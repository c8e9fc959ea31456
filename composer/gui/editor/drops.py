"""A passage that is dragged here from the library, and where it would come."""

from PySide6.QtCore import QMimeData
from PySide6.QtGui import QDropEvent, QTextCursor
from PySide6.QtWidgets import QTextEdit

from composer.gui.editor.margin import Margin
from composer.gui.editor.reading import extents
from composer.gui.passages.model import MIME


def snippet(data: QMimeData) -> str:
    """The id of the passage that data carries; "" when it carries none."""
    return bytes(data.data(MIME).data()).decode()


class Drops:
    """Words are cut and pasted, not dragged; passages may be dropped."""

    def __init__(self, view: QTextEdit, margin: Margin) -> None:
        self.view = view
        self.margin = margin

    def enter(self, event: QDropEvent) -> bool:
        """Whether it may be dropped here."""
        known = event.mimeData().hasFormat(MIME)
        event.acceptProposedAction() if known else event.ignore()
        return known

    def over(self, event: QDropEvent) -> None:
        """Shows where it would come."""
        if self.enter(event):
            self.margin.aim(event.position().toPoint().y())

    def taken(self, event: QDropEvent) -> str:
        """The id of what is dropped; the cursor is in the piece or heading below which the line was shown."""
        self.over(event)
        below = self.margin.let_go()
        if below is not None:
            last = extents(self.view.document())[below.key].last
            self.view.setTextCursor(QTextCursor(self.view.document().findBlockByNumber(last)))
        return snippet(event.mimeData())
