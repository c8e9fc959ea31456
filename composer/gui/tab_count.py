"""A number beside the name of a tab."""

from PySide6.QtWidgets import QTabBar

from composer.gui.elements import set_kind, text

NARROWEST, AFTER = 20, 6
"""Pixels of the number, and between it and the next tab, as the style sheet has them."""


def set_tab_count(bar: QTabBar, at: int, name: str, count: int) -> None:
    """How many things wait behind the tab; no number when it is 0."""
    label = text(str(count), "count") if count else None
    if label is not None:
        label.setParent(bar)
        label.ensurePolished()
        set_kind(label, "tab")
        label.setFixedWidth(max(label.sizeHint().width(), NARROWEST + AFTER))
    bar.setTabButton(at, QTabBar.ButtonPosition.RightSide, label)  # pyright: ignore[reportArgumentType]
    bar.setAccessibleTabName(at, f"{name}, {count}" if count else name)
