"""Doing something a little later, once."""

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer


def single_shot(parent: QObject, delay: int, run: Callable[[], object]) -> QTimer:
    """A timer that runs once, `delay` milliseconds after its last start."""
    timer = QTimer(parent)
    timer.setSingleShot(True)
    timer.setInterval(delay)
    timer.timeout.connect(lambda: run())
    return timer
