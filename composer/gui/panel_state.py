"""Restores the panels of the desk from the settings."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray

from composer.gui.settings import LEFT_SHOWN, PANELS, RIGHT_SHOWN, TIMELINE, TIMELINE_SHOWN, Settings

if TYPE_CHECKING:
    from composer.gui.desk.desk import Desk


def restore(desk: "Desk", settings: Settings) -> None:
    """Restores the stored state of panels; others keep their default."""
    desk.columns.wanted = {desk.left: settings.get(LEFT_SHOWN), desk.right: settings.get(RIGHT_SHOWN)}
    desk.columns.set_widths(settings.get(PANELS))
    desk.rows.restoreState(QByteArray(settings.get(TIMELINE)))
    desk.show_timeline(settings.get(TIMELINE_SHOWN))


def remember(desk: "Desk", settings: Settings) -> None:
    settings.put(PANELS, desk.columns.widths())
    settings.put(TIMELINE, bytes(desk.rows.saveState().data()))
    settings.put(LEFT_SHOWN, desk.columns.wanted[desk.left])
    settings.put(RIGHT_SHOWN, desk.columns.wanted[desk.right])
    settings.put(TIMELINE_SHOWN, not desk.timeline.isHidden())
