"""A user at the window: what is typed, pressed and clicked goes where it would go, and is counted."""

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from composer.gui.window import Window

LEFT = Qt.MouseButton.LeftButton
Key = Qt.Key
Held = Qt.KeyboardModifier


class Hand:
    """Each call is one action: a stretch of typing, a key with what is held, a click."""

    def __init__(self, window: Window) -> None:
        self.window = window
        self.actions: list[str] = []

    @property
    def at(self) -> QWidget:
        """What has the keyboard."""
        return QApplication.focusWidget() or self.window

    def types(self, words: str) -> None:
        self.actions.append(f"typt “{words}”")
        QTest.keyClicks(self.at, words)
        self._rest()

    def presses(self, key: Key, held: Held = Held.NoModifier) -> None:
        self.actions.append(f"{held.name or ''} {key.name}")
        QTest.keyClick(self.at, key, held)
        self._rest()

    def clicks(self, widget: QWidget, point: QPoint | None = None) -> None:
        self.actions.append(f"klikt op {widget.accessibleName() or type(widget).__name__}")
        assert widget.isVisible(), widget
        QTest.mouseClick(widget, LEFT, pos=point or widget.rect().center())
        self._rest()

    def _rest(self) -> None:
        """The page follows before the next action, as it does for a person."""
        QApplication.processEvents()
        self.window.session.review_now()
        QApplication.processEvents()
