"""Actions of the window, as one table for menus, the palette, the shortcut sheet and tests."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QWidget


def always() -> str | None:
    """The `hindrance` of an action that is always enabled."""
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
    words: Callable[[], str] | None = None
    """What it is called at this moment, such as "Maak ongedaan: tekst wijzigen"; None when that is always `text`."""


def make_actions(specs: tuple[ActionSpec, ...], parent: QWidget) -> dict[str, QAction]:
    """A QAction for each entry, by id, added to `parent` so that its shortcut works."""
    return {spec.id: _action(spec, parent) for spec in specs}


def _action(spec: ActionSpec, parent: QWidget) -> QAction:
    action = QAction(spec.text, parent)
    action.setObjectName(spec.id)
    action.setCheckable(spec.checked is not None)
    if spec.shortcut:
        action.setShortcut(QKeySequence(spec.shortcut))
    action.triggered.connect(lambda: perform(spec))
    parent.addAction(action)
    return action


def perform(spec: ActionSpec) -> None:
    """Runs the action, unless there is a hindrance."""
    if spec.hindrance() is None:
        spec.run()


def refresh(specs: tuple[ActionSpec, ...], actions: dict[str, QAction]) -> None:
    """Enables or disables each action, with the hindrance as its tooltip."""
    for spec in specs:
        action, hindrance = actions[spec.id], spec.hindrance()
        action.setEnabled(hindrance is None)
        action.setText(spec.words() if spec.words else spec.text)
        action.setToolTip(hindrance or spec.text)
        if spec.checked is not None:
            action.setChecked(spec.checked())
