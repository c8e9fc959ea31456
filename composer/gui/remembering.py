"""The window as it was left: its place, its panels and their widths."""

from PySide6.QtCore import QByteArray
from PySide6.QtWidgets import QMainWindow

from composer.gui.desk.desk import Desk
from composer.gui.settings import GEOMETRY, LEFT_SHOWN, PANELS, RIGHT_SHOWN, TIMELINE, TIMELINE_SHOWN, Settings


def restore(window: QMainWindow, desk: Desk, settings: Settings) -> None:
    """What was never remembered stays as it is."""
    window.restoreGeometry(QByteArray(settings.get(GEOMETRY)))
    desk.columns.wanted = {desk.left: settings.get(LEFT_SHOWN), desk.right: settings.get(RIGHT_SHOWN)}
    desk.columns.set_widths(settings.get(PANELS))
    desk.rows.restoreState(QByteArray(settings.get(TIMELINE)))
    desk.show_timeline(settings.get(TIMELINE_SHOWN))


def remember(window: QMainWindow, desk: Desk, settings: Settings) -> None:
    settings.put(GEOMETRY, bytes(window.saveGeometry().data()))
    settings.put(PANELS, desk.columns.widths())
    settings.put(TIMELINE, bytes(desk.rows.saveState().data()))
    settings.put(LEFT_SHOWN, desk.columns.wanted[desk.left])
    settings.put(RIGHT_SHOWN, desk.columns.wanted[desk.right])
    settings.put(TIMELINE_SHOWN, not desk.timeline.isHidden())
