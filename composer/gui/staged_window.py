"""A window that is there at once; what it can do besides comes in after its first picture."""

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
    """Takes a step whenever nothing else is to be done; all that are left when anybody asks for what they bring.

    What they bring are the attributes that the class declares and does not set.
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
        """Each for so long that a key can wait for it; what is declared is set by the last one, all of it."""
        raise NotImplementedError

    def _whole(self) -> Generator[None]:
        yield from self.steps()
        self.complete = True
        self.ready.emit()

    def _take_a_step(self) -> None:
        if next(self._steps, self) is not self:
            self._coming.start(0)

    def finish_loading(self) -> None:
        """All of it now."""
        self.stop_loading()
        for _ in self._steps:
            pass

    def stop_loading(self) -> None:
        """Nothing more by itself."""
        self._pictured.stop()
        self._coming.stop()

    if not TYPE_CHECKING:

        def __getattr__(self, name: str) -> object:
            """What has not come in yet, and is asked for."""
            if name not in type(self).__annotations__ or self.complete or self._steps.gi_running:
                raise AttributeError(name)
            self.finish_loading()
            return getattr(self, name)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self.complete and not self._coming.isActive():
            self._pictured.start()  # when all of it is painted

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """A shortcut that comes before its action."""
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
    """For a signal: has it done by what may still have to come in."""

    def ask(*given: object) -> None:
        found()(*given)

    return ask
