"""A card over the window: for a choice, a search, a short form. Esc or a click elsewhere puts it away."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPainterPath, QPaintEvent, QRegion
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget
from shiboken6 import isValid

from composer.gui.theme import CORNER_CARD

SHADOW = 14
"""Pixels around the card for its shadow."""
ON_LIGHT, ON_DARK = 0.018, 0.06
"""How much each of its layers darkens; a shadow is black on a dark ground, and needs more to be seen."""
GAP = 4

Place = Callable[[QSize, QSize], QRect]
"""Where the card comes: its own size and the window's, to a rectangle in the window."""


class Popover(QWidget):
    """Lies over `window` with a rounded edge and the one shadow; gives the focus back when it closes."""

    closed = Signal()

    def __init__(
        self, window: QWidget, content: QWidget, name: str, *, takes_focus: bool = True, stays: bool = False
    ) -> None:
        """`stays` leaves the card where it is when the user clicks elsewhere."""
        super().__init__(window)
        self._window = window
        self.content = content
        self._place: Place = lambda size, whole: QRect(QPoint(0, 0), size)
        self._before: QWidget | None = None
        self._takes_focus = takes_focus
        self._stays = stays
        self.hide()
        self.setAccessibleName(name)
        layout = QVBoxLayout(self)
        edge = SHADOW + 1
        layout.setContentsMargins(edge, edge, edge, edge)
        layout.addWidget(content)

    def open_below(self, anchor: QWidget, *, right: bool = False) -> None:
        """Under a control, its left or right side in line with the control's."""

        def place(size: QSize, whole: QSize) -> QRect:
            corner = anchor.mapTo(self._window, QPoint(0, anchor.height() + GAP))
            left = corner.x() + (anchor.width() - size.width() if right else 0)
            return QRect(QPoint(left, corner.y()), size)

        self.open(place)

    def open_at(self, point: QPoint) -> None:
        """Near a point of the window, as under the mouse."""
        self.open(lambda size, whole: QRect(point + QPoint(GAP, GAP), size))

    def open_above_middle(self) -> None:
        """In the middle, a sixth from the top."""
        self.open(lambda size, whole: QRect(QPoint((whole.width() - size.width()) // 2, whole.height() // 7), size))

    def open(self, place: Place) -> None:
        self._place = place
        if self._takes_focus:
            self._put_others_away()
        if not self.isVisible():
            self._before = self._window.focusWidget()
            self._watched().installEventFilter(self)
        self.arrange()  # before it is shown, so that it is never under the mouse in the window's corner
        self.show()
        self.arrange()
        self.raise_()
        if self._takes_focus:
            self._focus_first()

    def _put_others_away(self) -> None:
        """One card has the keyboard at a time."""
        for other in self._window.findChildren(Popover):
            if other is not self and other._takes_focus and not other._stays:
                other.close_card()

    def _focus_first(self) -> None:
        proxy = self.content.focusProxy()
        if proxy is not None:
            proxy.setFocus(Qt.FocusReason.PopupFocusReason)
        else:
            self.focusNextPrevChild(True)

    def arrange(self) -> None:
        """Puts the card in its place, never outside the window."""
        whole = self._window.size()
        wanted = self.content.sizeHint().expandedTo(self.content.minimumSize()).boundedTo(self.content.maximumSize())
        size = wanted.boundedTo(whole - QSize(2 * GAP, 2 * GAP))
        placed = self._place(size, whole)
        room = QRect(QPoint(0, 0), whole).adjusted(GAP, GAP, -GAP, -GAP)
        placed.moveLeft(max(min(placed.left(), room.right() - placed.width()), room.left()))
        placed.moveTop(max(min(placed.top(), room.bottom() - placed.height()), room.top()))
        self.setGeometry(placed.adjusted(-SHADOW - 1, -SHADOW - 1, SHADOW + 1, SHADOW + 1))

    def close_card(self) -> None:
        """Puts the card away and the focus back where it was."""
        if not self.isVisible():
            return
        focused = self._window.focusWidget()
        inside = focused is None or self.isAncestorOf(focused)  # pyright: ignore[reportUnnecessaryComparison]
        self._let_go()
        self.hide()
        before = self._before if self._before is not None and isValid(self._before) else None
        if inside and before is not None and before.isVisible():
            before.setFocus(Qt.FocusReason.PopupFocusReason)
        self.closed.emit()

    def _let_go(self) -> None:
        self._watched().removeEventFilter(self)

    def _watched(self) -> QObject:
        """Everything, to see clicks elsewhere; only the window when those do not matter."""
        return self._window if self._stays else QApplication.instance() or self._window

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """A click elsewhere closes the card, a window of another size moves it."""
        if event.type() == QEvent.Type.Resize and watched is self._window:
            self.arrange()
        pressed = isinstance(event, QMouseEvent) and event.type() == QEvent.Type.MouseButtonPress
        if pressed and not self._stays and self._outside(watched):
            self.close_card()
        return False

    def _outside(self, watched: QObject) -> bool:
        """Menus and lists that belong to the card are windows of their own and do not count as elsewhere."""
        if not isinstance(watched, QWidget) or watched.window() is not self.window():
            return False
        return watched is not self and not self.isAncestorOf(watched)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.close_card()
        else:
            super().keyPressEvent(event)

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Tab goes round within the card."""
        chain = self._chain()
        focused = self._window.focusWidget()
        at = chain.index(focused) if focused in chain else -1
        if chain:
            reason = Qt.FocusReason.TabFocusReason if forward else Qt.FocusReason.BacktabFocusReason
            chain[(at + (1 if forward else -1)) % len(chain)].setFocus(reason)
        return bool(chain)

    def _chain(self) -> list[QWidget]:
        """What takes the keyboard, in the order in which it was made.

        Not by nextInFocusChain: that makes each part the owner of the next one, and takes them down together.
        """
        return [found for found in self.content.findChildren(QWidget) if self._takes_tab(found)]

    def _takes_tab(self, widget: QWidget) -> bool:
        policy = widget.focusPolicy().value & Qt.FocusPolicy.TabFocus.value
        return bool(policy) and widget.isVisibleTo(self) and widget.isEnabled() and widget.focusProxy() is None

    def hideEvent(self, event: object) -> None:
        self._let_go()

    def resizeEvent(self, event: object) -> None:
        """What lies on the card keeps within its rounded edge."""
        shape = QPainterPath()
        shape.addRoundedRect(QRectF(self.content.rect()), CORNER_CARD - 1, CORNER_CARD - 1)
        self.content.setMask(QRegion(shape.toFillPolygon().toPolygon()))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        card = QRectF(self.rect()).adjusted(SHADOW, SHADOW, -SHADOW, -SHADOW)
        paint_shadow(painter, card, self.palette().shadow().color(), SHADOW)
        shape = QPainterPath()
        shape.addRoundedRect(card.adjusted(0.5, 0.5, -0.5, -0.5), CORNER_CARD, CORNER_CARD)
        painter.fillPath(shape, self.palette().base())
        painter.setPen(self.palette().mid().color())
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPath(shape)
        painter.end()


def paint_shadow(painter: QPainter, card: QRectF, colour: QColor, reach: int) -> None:
    """The one shadow of the window: soft, a little lower than what casts it."""
    tint = QColor(colour)
    painter.setPen(Qt.PenStyle.NoPen)
    for step in range(reach, 0, -2):
        tint.setAlphaF(ON_LIGHT if colour.lightness() else ON_DARK)
        painter.setBrush(tint)
        grown = card.adjusted(-step, -step + 3, step, step * 0.8 + 2)
        painter.drawRoundedRect(grown, CORNER_CARD + step, CORNER_CARD + step)
