"""The small parts that every panel is made of: texts, buttons, chips, lines."""

from collections.abc import Callable
from typing import TypeVar

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import (
    QBoxLayout,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from composer.gui.icons import icon

L = TypeVar("L", bound=QBoxLayout)
HEIGHTS = {"chip": 22, "count": 18}
"""Labels on a ground of their own keep their height."""


def text(words: str, role: str = "", *, wrap: bool = False, name: str = "") -> QLabel:
    """A label in one of the roles of the style sheet."""
    label = WrappedLabel(words) if wrap else QLabel(words)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setProperty("text-role", role)
    if name:
        label.setAccessibleName(name)
    if role in HEIGHTS:
        label.setFixedHeight(HEIGHTS[role])
        label.setAlignment(Qt.AlignmentFlag.AlignCenter)
    return label


class WrappedLabel(QLabel):
    """As many lines as its words need in the width that it gets, and never more."""

    def __init__(self, words: str = "") -> None:
        super().__init__(words)
        self.setWordWrap(True)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def minimumSizeHint(self) -> QSize:
        return QSize(40, self.fontMetrics().height())


def sign_mark(sign: str, kind: str, meaning: str) -> QLabel:
    """A sign on a ground in the colour of its kind; `meaning` is for who does not see that."""
    mark = text(sign, "sign", name=meaning)
    set_kind(mark, kind)
    mark.setAlignment(Qt.AlignmentFlag.AlignCenter)
    mark.setFixedSize(QSize(20, 20))
    mark.setToolTip(meaning)
    return mark


def set_kind(widget: QWidget, kind: str, name: str = "kind") -> None:
    """Another look from the style sheet for a widget that is there already."""
    if widget.property(name) != kind:
        widget.setProperty(name, kind)
        widget.style().unpolish(widget)
        widget.style().polish(widget)


class ElidedLabel(QLabel):
    """One line that ends in … when there is no room; the whole of it is its tooltip."""

    def __init__(self, words: str = "", role: str = "") -> None:
        super().__init__()
        self._whole = ""
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setProperty("text-role", role)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.set_words(words)

    def set_words(self, words: str) -> None:
        self._whole = words
        self.setAccessibleName(words)
        self._fit()

    def words(self) -> str:
        """The whole of it."""
        return self._whole

    def _fit(self) -> None:
        shown = self.fontMetrics().elidedText(self._whole, Qt.TextElideMode.ElideRight, max(self.width(), 24))
        self.setText(shown)
        self.setToolTip(self._whole if shown != self._whole else "")

    def sizeHint(self) -> QSize:
        return QSize(self.fontMetrics().horizontalAdvance(self._whole) + 2, super().sizeHint().height())

    def resizeEvent(self, event: object) -> None:
        self._fit()


class Button(QPushButton):
    """A button in one of the looks of the style sheet; its icon follows the theme."""

    def __init__(self, words: str, look: str = "", run: Callable[[], object] | None = None, *, sign: str = "") -> None:
        super().__init__(words)
        self._sign = sign
        self.setProperty("look", look)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAutoDefault(False)
        if run is not None:
            self.clicked.connect(lambda: run())
        self._draw()

    def set_sign(self, sign: str) -> None:
        self._sign = sign
        self._draw()

    def _draw(self) -> None:
        self.setIcon(icon(self._sign, self.palette().windowText().color()) if self._sign else QIcon())

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._draw()


def sign_button(sign: str, name: str, run: Callable[[], object] | None = None, look: str = "quiet") -> Button:
    """A button with only an icon; its name is what a screen reader says and what the mouse shows."""
    button = Button("", look, run, sign=sign)
    button.setAccessibleName(name)
    button.setToolTip(name)
    return button


def chip(words: str, name: str = "") -> Button:
    """A filter that is on or off."""
    button = Button(words, "chip")
    button.setCheckable(True)
    button.setAccessibleName(name or words)
    return button


def line(*, upright: bool = False) -> QFrame:
    """A thin line between two parts."""
    frame = QFrame()
    frame.setProperty("surface", "line")
    if upright:
        frame.setFixedWidth(1)
    else:
        frame.setFixedHeight(1)
    return frame


def surface(kind: str) -> QFrame:
    """A ground from the style sheet: panel, background, card, soft, calm."""
    frame = QFrame()
    ground(frame, kind)
    return frame


def ground(widget: QWidget, kind: str) -> None:
    """Gives any widget a ground from the style sheet."""
    widget.setProperty("surface", kind)
    widget.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)


def column(
    parent: QWidget | None = None, *, margins: tuple[int, int, int, int] = (0, 0, 0, 0), gap: int = 8
) -> QVBoxLayout:
    """Parts below each other, with the margins left, above, right and below."""
    return _set(QVBoxLayout(parent) if parent else QVBoxLayout(), margins, gap)


def row(
    parent: QWidget | None = None, *, margins: tuple[int, int, int, int] = (0, 0, 0, 0), gap: int = 8
) -> QHBoxLayout:
    """Parts beside each other."""
    return _set(QHBoxLayout(parent) if parent else QHBoxLayout(), margins, gap)


def _set(layout: L, margins: tuple[int, int, int, int], gap: int) -> L:
    layout.setContentsMargins(*margins)
    layout.setSpacing(gap)
    return layout


def scrolled(inside: QWidget, name: str, *, across: bool = True) -> QScrollArea:
    """A part that scrolls where it does not fit; without `across` only down, and it is as wide as its room."""
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setWidget(inside)
    area.setAccessibleName(name)
    if not across:
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    return area


def clear(layout: QBoxLayout) -> None:
    """Takes everything out of a layout."""
    while (item := layout.takeAt(0)) is not None:
        if widget := item.widget():
            widget.hide()
            widget.deleteLater()


def show_parts(layout: QBoxLayout) -> None:
    """Shows what was put in a layout at once, so that it is never painted before it has its size."""
    for item in (layout.itemAt(at) for at in range(layout.count())):
        if item is not None and (widget := item.widget()):
            widget.show()
    layout.activate()


def height_for(widget: QWidget, width: int) -> int:
    """What a part needs at a width, its texts wrapped."""
    widget.ensurePolished()
    for label in widget.findChildren(QLabel):
        label.ensurePolished()
    layout = widget.layout()
    if layout is None:
        return 0
    layout.activate()
    return layout.totalHeightForWidth(width) if layout.hasHeightForWidth() else layout.totalSizeHint().height()


class Hint(QWidget):
    """What stands where there is nothing to show: a sentence, and the first step as a link."""

    followed = Signal()

    def __init__(self, words: str = "", step: str = "") -> None:
        super().__init__()
        self._words = text("", "secondary", wrap=True)
        self._step = Button("", "link", self.followed.emit)
        layout = column(self, margins=(0, 8, 0, 8), gap=6)
        layout.addWidget(self._words)
        layout.addWidget(self._step, 0, Qt.AlignmentFlag.AlignLeft)
        self.tell(words, step)

    def tell(self, words: str, step: str = "") -> None:
        self._words.setText(words)
        self._step.setText(step)
        self._step.setVisible(bool(step))

    def words(self) -> str:
        return self._words.text()
