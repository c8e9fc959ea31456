"""Library, letter and page beside each other: a side folds before the letter gets too narrow."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSplitter, QWidget

from composer.gui.desk.side import RAIL, SidePanel

LETTER = 560
"""Pixels that the letter keeps before a side folds."""
LEFT, RIGHT = (300, 380, 0.1), (400, 640, 0.3)
"""Pixels of a side that nobody dragged: at least, at most, and the share it gets of what a window is wider than `USUAL`."""
USUAL = 1440
NARROWEST = 260
WIDEST = 100_000


class Columns(QSplitter):
    """`wanted` are the sides that the user wants to see; in a narrow window the one asked for last stays open."""

    folding_changed = Signal()

    def __init__(self, left: SidePanel, letter: QWidget, right: SidePanel) -> None:
        super().__init__(Qt.Orientation.Horizontal)
        self.left, self.letter, self.right = left, letter, right
        self.wanted = {left: True, right: True}
        self._last = left
        self._dragged = False
        self._widths = {left: LEFT[0], right: RIGHT[0]}
        for part in (left, letter, right):
            self.addWidget(part)
        self.setChildrenCollapsible(False)
        self.setHandleWidth(1)
        for number, share in enumerate((0, 1, 0)):
            self.setStretchFactor(number, share)
        letter.setMinimumWidth(360)
        for side in (left, right):
            side.fold_requested.connect(lambda side=side: self.want(side, False))
            side.unfold_requested.connect(lambda side=side: self.want(side, True))
        self.splitterMoved.connect(self._keep_widths)

    def want(self, side: SidePanel, wanted: bool) -> None:
        """Shows a side, if need be in the place of the other one; or folds it."""
        self.wanted[side] = wanted
        if wanted:
            self._last = side
        self.arrange()

    def arrange(self) -> None:
        """Folds and unfolds the sides for the width there is."""
        if not self._dragged:
            self._widths = {self.left: _usual(self.width(), *LEFT), self.right: _usual(self.width(), *RIGHT)}
        before = (self.left.folded, self.right.folded)
        opened = self._opened()
        for side in (self.left, self.right):
            self._fold(side, folded=side not in opened)
        self._distribute()
        if before != (self.left.folded, self.right.folded):
            self.folding_changed.emit()

    def _opened(self) -> set[SidePanel]:
        wanted = {side for side, shown in self.wanted.items() if shown}
        if self.width() - sum(self._width(side, wanted) for side in (self.left, self.right)) >= LETTER:
            return wanted
        return wanted & {self._last}

    def _width(self, side: SidePanel, opened: set[SidePanel]) -> int:
        return self._widths[side] if side in opened else RAIL

    def _fold(self, side: SidePanel, *, folded: bool) -> None:
        side.set_folded(folded)
        side.setMinimumWidth(RAIL if folded else NARROWEST)
        side.setMaximumWidth(RAIL if folded else WIDEST)

    def _distribute(self) -> None:
        left, right = (RAIL if side.folded else self._widths[side] for side in (self.left, self.right))
        self.setSizes([left, max(self.width() - left - right - 2, 0), right])

    def _keep_widths(self) -> None:
        self._dragged = True
        sizes = self.sizes()
        for side, width in ((self.left, sizes[0]), (self.right, sizes[2])):
            if not side.folded:
                self._widths[side] = width

    def widths(self) -> bytes:
        """The widths as bytes for the settings; empty while the user dragged none."""
        if not self._dragged:
            return b""
        return f"{self._widths[self.left]} {self._widths[self.right]}".encode()

    def set_widths(self, kept: bytes) -> None:
        """Restores widths from the settings; invalid ones are ignored."""
        numbers = [int(part) for part in kept.decode(errors="replace").split() if part.isdigit()]
        if len(numbers) == 2:
            self._dragged = True
            self._widths = {self.left: max(numbers[0], NARROWEST), self.right: max(numbers[1], NARROWEST)}
        self.arrange()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.oldSize().width() != event.size().width():
            self.arrange()


def _usual(window: int, least: int, most: int, share: float) -> int:
    return max(least, min(most, least + round((window - USUAL) * share)))
