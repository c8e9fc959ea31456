"""The tools above the letter: what they do, and whether they hold at the cursor."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from composer.gui.actions import ActionSpec, perform
from composer.gui.elements import Button, row, set_kind
from composer.gui.palette import keys_in_words
from composer.gui.theme import SECONDARY, Theme

HEIGHT = 44
ROOMY, TIGHT = 9, 4
"""Pixels beside the words on a button."""
LABELS = {
    "vet": "B",
    "cursief": "I",
    "lijst": "• Lijst",
    "genummerd": "1. Lijst",
    "kop": "Kop",
    "tabel": "Tabel",
    "link": "Link",
    "bron-aanhalen": "Bron aanhalen",
}
"""What stands on each button, by the id of its action."""


class Bar(QWidget):
    """The top of the paper: stays in sight while the letter scrolls below it."""

    def __init__(self, specs: tuple[ActionSpec, ...], theme: Theme) -> None:
        super().__init__()
        self.theme = theme
        self.scrolled = False
        self.specs = {spec.id: spec for spec in specs if spec.id in LABELS}
        self.buttons: dict[str, Button] = {}
        self.setAccessibleName("Opmaak")
        self._tight, self._wide = False, 0
        self._row = layout = row(self, margins=(34, 10, 24, 4), gap=2)
        for name, label in LABELS.items():
            self.buttons[name] = self._button(self.specs[name], label)
            layout.addWidget(self.buttons[name])
        layout.addStretch(1)

    def _button(self, spec: ActionSpec, label: str) -> Button:
        button = Button(label, "tool", lambda: perform(spec))
        font = button.font()
        font.setPixelSize(SECONDARY)
        font.setBold(spec.id == "vet")
        font.setItalic(spec.id == "cursief")
        button.setFont(font)
        button.setObjectName(f"knop-{spec.id}")
        button.setAccessibleName(spec.text)
        button.setCheckable(spec.checked is not None)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        return button

    def refresh(self) -> None:
        """Each button on or off as it is at the cursor, with the reason as its hint."""
        for name, spec in self.specs.items():
            button, hindrance = self.buttons[name], spec.hindrance()
            button.setEnabled(hindrance is None)
            keys = f" ({keys_in_words(spec.shortcut)})" if spec.shortcut else ""
            button.setToolTip(hindrance or f"{spec.text}{keys}")
            if spec.checked is not None:
                button.setChecked(spec.checked())
                set_kind(button, "on" if spec.checked() else "off")

    def set_theme(self, theme: Theme) -> None:
        self.theme = theme
        self.setStyleSheet(_sheet(theme, ROOMY))
        self._wide = self._row.sizeHint().width()
        self._fit()

    def _fit(self) -> None:
        """Less room around the words on the buttons when there is not enough for all."""
        self._tight = self.width() < self._wide
        self.setStyleSheet(_sheet(self.theme, TIGHT if self._tight else ROOMY))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._tight != (self.width() < self._wide):
            self._fit()

    def set_offset(self, offset: int) -> None:
        """A line below the tools while words have gone under them."""
        scrolled = offset > 0
        if scrolled != self.scrolled:
            self.scrolled = scrolled
            self.update()

    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), HEIGHT)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(self.theme.paper_edge())
        painter.setBrush(self.theme.colour("paper"))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0, 0.5, 0, 6), 3, 3)
        if self.scrolled:
            painter.fillRect(0, self.height() - 1, self.width(), 1, self.theme.colour("line"))
        painter.end()


def _sheet(theme: Theme, beside: int) -> str:
    c = theme.colours
    return (
        f'QPushButton[look="tool"] {{ border: 1px solid transparent; background: transparent; color: {c["muted"]};'
        f" padding: 4px {beside}px; border-radius: 6px; font-size: {SECONDARY}px; }}"
        f'QPushButton[look="tool"]:hover {{ background: {c["hover"]}; color: {c["ink"]}; }}'
        f'QPushButton[look="tool"]:checked {{ background: {c["accent-soft"]}; color: {c["accent"]}; }}'
        f'QPushButton[look="tool"]:focus {{ border: 2px solid {c["accent"]}; padding: 3px {beside - 1}px; }}'
        f'QPushButton[look="tool"]:disabled {{ color: {c["edge"]}; }}'
        f"QPushButton#knop-bron-aanhalen {{ background: {c['accent-soft']}; color: {c['accent']}; }}"
    )
