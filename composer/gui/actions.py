"""Everything that can be done in the window, as one table: menus, the palette, the shortcut sheet and tests read it."""

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
    """Does it, unless something stands in the way."""
    if spec.hindrance() is None:
        spec.run()


def refresh(specs: tuple[ActionSpec, ...], actions: dict[str, QAction]) -> None:
    """Each action on or off as things are now, with the reason as its hint."""
    for spec in specs:
        action, hindrance = actions[spec.id], spec.hindrance()
        action.setEnabled(hindrance is None)
        action.setText(spec.words() if spec.words else spec.text)
        action.setToolTip(hindrance or spec.text)
        if spec.checked is not None:
            action.setChecked(spec.checked())
