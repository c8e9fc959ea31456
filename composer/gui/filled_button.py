"""A button with parts of its own in it."""

from collections.abc import Callable

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QWidget

from composer.gui.elements import Button, row


class FilledButton(Button):
    """As large as the parts beside each other in it, which leave the mouse to it; margins left, above, right and below."""

    def __init__(
        self, look: str, run: Callable[[], object], *parts: QWidget, margins: tuple[int, int, int, int], gap: int
    ) -> None:
        super().__init__("", look, run)
        layout = row(self, margins=margins, gap=gap)
        for part in parts:
            part.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
            layout.addWidget(part)

    def sizeHint(self) -> QSize:
        layout = self.layout()
        return layout.sizeHint() if layout and not layout.isEmpty() else super().sizeHint()

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()
