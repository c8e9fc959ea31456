"""A window that paints first and completes its construction in steps while the event loop is idle."""

from collections.abc import Callable, Generator
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QPaintEvent
from PySide6.QtWidgets import QMainWindow

from composer.gui.timing import single_shot

AFTER_PAINT = 20
"""Milliseconds between the first picture and what comes in after it."""
MODIFIERS = (Qt.Key.Key_Control, Qt.Key.Key_Shift, Qt.Key.Key_Alt, Qt.Key.Key_AltGr, Qt.Key.Key_Meta)
STRONG = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier


class StagedWindow(QMainWindow):
    """Takes a step whenever the event loop is idle, and all remaining ones when an attribute that they set is read.

    Those are the attributes that the class declares without setting them.
    """

    ready = Signal()
    """Everything has come in."""

    def __init__(self) -> None:
        super().__init__()
        self.complete = False
        self._steps = self._whole()
        self._pictured = single_shot(self, 0, lambda: self._coming.start(AFTER_PAINT))
        self._coming = single_shot(self, 0, self._take_a_step)

    def steps(self) -> Generator[None]:
        """The steps of construction, each short enough not to delay a key; the last one sets all declared attributes."""
        raise NotImplementedError

    def _whole(self) -> Generator[None]:
        yield from self.steps()
        self.complete = True
        self.ready.emit()

    def _take_a_step(self) -> None:
        if next(self._steps, self) is not self:
            self._coming.start(0)

    def finish_loading(self) -> None:
        """Takes all remaining steps now."""
        self.stop_loading()
        for _ in self._steps:
            pass

    def stop_loading(self) -> None:
        """Stops the steps that run by themselves; `finish_loading` still completes the window."""
        self._pictured.stop()
        self._coming.stop()

    if not TYPE_CHECKING:

        def __getattr__(self, name: str) -> object:
            """Completes the window when a declared attribute is not set yet."""
            if name not in type(self).__annotations__ or self.complete or self._steps.gi_running:
                raise AttributeError(name)
            self.finish_loading()
            return getattr(self, name)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self.complete and not self._coming.isActive():
            self._pictured.start()  # when all of it is painted

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Completes the window for a shortcut whose action does not exist yet."""
        super().keyPressEvent(event)
        if self.complete or not _is_shortcut(event):
            return
        self.finish_loading()
        keys = QKeySequence(event.keyCombination())
        for action in self.actions():
            if action.shortcut() == keys:
                action.trigger()


def _is_shortcut(event: QKeyEvent) -> bool:
    if event.key() in MODIFIERS:
        return False
    return bool(event.modifiers() & STRONG) or Qt.Key.Key_F1 <= event.key() <= Qt.Key.Key_F12


def deferred(found: Callable[[], Callable[..., object]]) -> Callable[..., None]:
    """A slot that looks up its target when the signal fires, completing the window first if needed."""

    def ask(*given: object) -> None:
        found()(*given)

    return ask
