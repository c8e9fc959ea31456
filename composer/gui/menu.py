"""The menu behind the first button of the top bar, made from the table of actions."""

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from composer.gui.actions import ActionSpec


def make_menu(specs: tuple[ActionSpec, ...], actions: dict[str, QAction], parent: QWidget) -> QMenu:
    """A submenu for each group, in the order in which groups first appear."""
    menu = QMenu(parent)
    menu.setAccessibleName("Menu")
    groups: dict[str, QMenu] = {}
    for spec in specs:
        if spec.group not in groups:
            groups[spec.group] = menu.addMenu(spec.group)
        groups[spec.group].addAction(actions[spec.id])
    return menu
