"""A panel at a side of the desk, which folds to a narrow rail with its tabs."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QStackedWidget, QTabBar, QVBoxLayout, QWidget

from composer.gui.elements import Button, column, ground, line, row, sign_button, text
from composer.gui.tab_count import set_tab_count

RAIL = 52


@dataclass(frozen=True, slots=True)
class Tab:
    """A tab with its sign for the rail."""

    id: str
    name: str
    sign: str
    panel: QWidget
    in_full: str = ""
    """What it is called where there is room; empty when that is its name."""

    @property
    def title(self) -> str:
        return self.in_full or self.name


class Rail(QWidget):
    """The tabs of a folded panel as signs below each other."""

    asked = Signal(str)

    def __init__(self, tabs: Sequence[Tab]) -> None:
        super().__init__()
        ground(self, "panel")
        self.setFixedWidth(RAIL)
        self.buttons: dict[str, Button] = {}
        self._badges: dict[str, QLabel] = {}
        layout = column(self, margins=(6, 8, 6, 8), gap=2)
        for tab in tabs:
            button = sign_button(tab.sign, f"Toon {tab.title.lower()}", lambda tab=tab: self.asked.emit(tab.id))
            button.setFixedSize(40, 46)
            self.buttons[tab.id] = button
            badge = self._badges[tab.id] = text("", "count")
            badge.setParent(button)
            badge.hide()
            layout.addWidget(button)
        layout.addStretch(1)

    def set_count(self, tab: str, count: int) -> None:
        """A number at the corner of the sign."""
        badge = self._badges[tab]
        badge.setText(str(count))
        badge.setVisible(count > 0)
        badge.adjustSize()
        badge.move(40 - badge.width(), 0)


class SidePanel(QWidget):
    """One tab or more; `folded` leaves only the rail."""

    fold_requested = Signal()
    unfold_requested = Signal()
    tab_changed = Signal(str)

    def __init__(self, name: str, tabs: Sequence[Tab], *, at_right: bool) -> None:
        super().__init__()
        self.tabs = tuple(tabs)
        self.name = name
        self.folded = False
        self.rail = Rail(tabs)
        self.stack = QStackedWidget()
        self.bar = QTabBar(self)
        self.bar.setVisible(len(tabs) > 1)
        self._body = QWidget()
        ground(self._body, "panel")
        for tab in tabs:
            self.stack.addWidget(tab.panel)
        inside = column(self._body, gap=0)
        if len(tabs) > 1:
            self._add_bar(inside)
        inside.addWidget(self.stack, 1)
        layout = row(self, gap=0)
        for part in (self._body, self.rail) if at_right else (self.rail, self._body):
            layout.addWidget(part)
        self.rail.hide()
        self.rail.asked.connect(self._unfold)

    def _add_bar(self, inside: QVBoxLayout) -> None:
        self.bar.setExpanding(False)
        self.bar.setDrawBase(False)
        self.bar.setUsesScrollButtons(False)
        self.bar.setAccessibleName(self.name)
        for tab in self.tabs:
            at = self.bar.addTab(tab.name)
            self.bar.setAccessibleTabName(at, tab.title)
            self.bar.setTabToolTip(at, tab.in_full)
        head = row(margins=(6, 0, 6, 0), gap=0)
        head.addWidget(self.bar, 1)
        head.addWidget(sign_button("right", f"Vouw {self.name.lower()} dicht", self.fold_requested.emit))
        inside.addLayout(head)
        inside.addWidget(line())
        self.bar.currentChanged.connect(self._change)

    def _change(self, at: int) -> None:
        self.stack.setCurrentIndex(at)
        self.tab_changed.emit(self.tabs[at].id)

    def show_tab(self, tab_id: str) -> None:
        """Brings a tab forward, unfolded."""
        at = next(number for number, tab in enumerate(self.tabs) if tab.id == tab_id)
        if len(self.tabs) > 1:
            self.bar.setCurrentIndex(at)
        self.stack.setCurrentIndex(at)
        if self.folded:
            self.unfold_requested.emit()

    def current(self) -> str:
        return self.tabs[self.stack.currentIndex()].id

    def set_count(self, tab_id: str, count: int) -> None:
        """A number beside the name of a tab; none when it is 0."""
        self.rail.set_count(tab_id, count)
        at = next(number for number, tab in enumerate(self.tabs) if tab.id == tab_id)
        set_tab_count(self.bar, at, self.tabs[at].title, count)

    def set_folded(self, folded: bool) -> None:
        self.folded = folded
        self._body.setVisible(not folded)
        self.rail.setVisible(folded)

    def _unfold(self, tab_id: str) -> None:
        self.show_tab(tab_id)
        self.focus()

    def focus(self) -> None:
        """The keyboard goes to the tab in front, or to the rail when it is folded."""
        if self.folded:
            next(iter(self.rail.buttons.values())).setFocus(Qt.FocusReason.ShortcutFocusReason)
            return
        panel = self.tabs[self.stack.currentIndex()].panel
        first = panel.focusProxy() or _first(panel)
        (first or self.bar).setFocus(Qt.FocusReason.ShortcutFocusReason)


def _first(panel: QWidget) -> QWidget | None:
    """The first part of a panel that takes the keyboard."""
    widgets = (found for found in panel.findChildren(QWidget) if found.isVisibleTo(panel) and found.isEnabled())
    return next((w for w in widgets if w.focusPolicy().value & Qt.FocusPolicy.TabFocus.value), None)
