"""Everything that can be done in the window, as one table: menus, toolbars, the palette, the shortcut sheet and tests read it."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QWidget


def always() -> str | None:
    """An action that can always be done."""
    return None


@dataclass(frozen=True, slots=True)
class ActionSpec:
    """Something the user can do: `text` is a Dutch verb phrase, `hindrance` says why it cannot be done now, or None."""

    id: str
    text: str
    run: Callable[[], object]
    shortcut: str = ""
    group: str = "Brief"
    hindrance: Callable[[], str | None] = always
    checked: Callable[[], bool] | None = None


def make_actions(specs: tuple[ActionSpec, ...], parent: QWidget) -> dict[str, QAction]:
    """A QAction for each entry, by id, added to `parent` so that its shortcut works."""
    return {spec.id: _action(spec, parent) for spec in specs}


def _action(spec: ActionSpec, parent: QWidget) -> QAction:
    action = QAction(spec.text, parent, objectName=spec.id, checkable=spec.checked is not None)
    if spec.shortcut:
        action.setShortcut(QKeySequence(spec.shortcut))
    action.triggered.connect(lambda: spec.run() if spec.hindrance() is None else None)
    parent.addAction(action)
    return action


def refresh(specs: tuple[ActionSpec, ...], actions: dict[str, QAction]) -> None:
    """Each action on or off as things are now, with the reason as its hint."""
    for spec in specs:
        action, hindrance = actions[spec.id], spec.hindrance()
        action.setEnabled(hindrance is None)
        action.setToolTip(hindrance or spec.text)
        if spec.checked is not None:
            action.setChecked(spec.checked())
