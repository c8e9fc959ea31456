"""A field to search in, with a way to empty it."""

from PySide6.QtCore import QEvent
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QLineEdit

from composer.gui.icons import icon


class SearchField(QLineEdit):
    def __init__(self, name: str, placeholder: str) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setPlaceholderText(placeholder)
        self._clear = QAction("Maak leeg", self)
        self._clear.triggered.connect(self.clear)
        self._clear.setVisible(False)
        self.addAction(self._clear, QLineEdit.ActionPosition.TrailingPosition)
        self.textChanged.connect(self._follow)
        self._draw()

    def _follow(self, words: str) -> None:
        self._clear.setVisible(bool(words))

    def _draw(self) -> None:
        self._clear.setIcon(icon("close", self.palette().placeholderText().color()))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and hasattr(self, "_clear"):
            self._draw()
