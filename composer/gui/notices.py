"""Short messages at the foot of the desk: what happened, and what can be done about it. Nothing waits for them."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QPoint, QRect, QSize
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QWidget

from composer.gui.elements import Button, clear, row, sign_button, text
from composer.gui.popover import Popover
from composer.gui.timing import single_shot

STAYS = 6000
"""Milliseconds that a message stays when it asks nothing; one with something to do, or about what went wrong, stays."""
WIDEST, ABOVE = 620, 56


@dataclass(frozen=True, slots=True)
class NoticeAction:
    """Something to do about a message."""

    label: str
    run: Callable[[], object]


class Notices:
    """Shows one message at a time over the window, and says it to screen readers."""

    def __init__(self, host: QWidget) -> None:
        self.host = host
        self._content = QWidget()
        self._content.setMaximumWidth(WIDEST)
        self._layout = row(self._content, margins=(16, 8, 8, 8), gap=6)
        self.card = Popover(host, self._content, "Bericht", takes_focus=False, stays=True)
        self._timer = single_shot(host, STAYS, self.card.close_card)
        self.words = ""

    def tell(self, words: str, *steps: NoticeAction, stays: bool = False) -> None:
        """`stays` for what must not be missed."""
        self.words = words
        clear(self._layout)
        wrapped = len(words) > 70
        label = text(words, wrap=wrapped)
        if wrapped:
            label.setMinimumWidth(max(min(420, self.host.width() - 260), 200))
        self._layout.addWidget(label, 1)
        for step in steps:
            self._layout.addWidget(Button(step.label, "link", lambda step=step: self._follow(step)))
        self._layout.addWidget(sign_button("close", "Bericht weghalen", self.card.close_card))
        self._show_parts()
        self.card.open(self._place)
        self._timer.stop() if steps or stays else self._timer.start()
        announce(self.host, words)

    def _show_parts(self) -> None:
        """At once: a card that is in sight already takes its size from what it shows."""
        places = (self._layout.itemAt(at) for at in range(self._layout.count()))
        for part in (place.widget() for place in places if place):
            part.show() if part else None

    def buttons(self) -> list[Button]:
        """What can be done about the message."""
        return [found for found in self._content.findChildren(Button) if found.isVisibleTo(self._content)]

    def _follow(self, step: NoticeAction) -> None:
        self.card.close_card()
        step.run()

    def _place(self, size: QSize, whole: QSize) -> QRect:
        left = (whole.width() - size.width()) // 2
        return QRect(QPoint(left, whole.height() - size.height() - ABOVE), size)


def announce(widget: QWidget, words: str) -> None:
    """Says it to who cannot see it."""
    if QAccessible.isActive():
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(widget, words))
