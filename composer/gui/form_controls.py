"""Boxes and rounds to tick, drawn so that they are seen in either theme."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPalette, QPen
from PySide6.QtWidgets import (
    QAbstractButton,
    QCheckBox,
    QComboBox,
    QRadioButton,
    QStyle,
    QStyleOptionComboBox,
    QStylePainter,
)

from composer.gui.icons import draw

SIDE, GAP, EDGE = 16, 8, 4


class CheckBox(QCheckBox):
    def paintEvent(self, event: QPaintEvent) -> None:
        _paint(self, round_mark=False)

    def sizeHint(self) -> QSize:
        return _size(self)

    def minimumSizeHint(self) -> QSize:
        return _size(self)


class RadioButton(QRadioButton):
    def paintEvent(self, event: QPaintEvent) -> None:
        _paint(self, round_mark=True)

    def sizeHint(self) -> QSize:
        return _size(self)

    def minimumSizeHint(self) -> QSize:
        return _size(self)


class ComboBox(QComboBox):
    """A list to choose from, with a mark that shows that it opens."""

    def paintEvent(self, event: QPaintEvent) -> None:
        """Words that do not fit end in …"""
        painter = QStylePainter(self)
        option = QStyleOptionComboBox()
        self.initStyleOption(option)
        part = QStyle.SubControl.SC_ComboBoxEditField
        room = self.style().subControlRect(QStyle.ComplexControl.CC_ComboBox, option, part, self).width()
        option.currentText = self.fontMetrics().elidedText(option.currentText, Qt.TextElideMode.ElideRight, room)
        painter.drawComplexControl(QStyle.ComplexControl.CC_ComboBox, option)
        painter.drawControl(QStyle.ControlElement.CE_ComboBoxLabel, option)
        place = QRectF(self.width() - 24, (self.height() - 14) / 2, 14, 14)
        colour = self.palette().color(QPalette.ColorRole.PlaceholderText)
        draw(painter, "down", place, colour)
        painter.end()


def _size(button: QAbstractButton) -> QSize:
    width = button.fontMetrics().horizontalAdvance(button.text())
    return QSize(SIDE + GAP + width + 2 * EDGE + 2, max(SIDE, button.fontMetrics().height()) + 2 * EDGE)


def _paint(button: QAbstractButton, *, round_mark: bool) -> None:
    painter = QPainter(button)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    palette = button.palette()
    place = QRectF(EDGE, (button.height() - SIDE) / 2, SIDE, SIDE)
    _mark(painter, button, place, round_mark=round_mark)
    words = QRectF(button.rect()).adjusted(EDGE + SIDE + GAP, 0, -EDGE, 0)
    painter.setPen(
        palette.color(QPalette.ColorRole.WindowText if button.isEnabled() else QPalette.ColorRole.PlaceholderText)
    )
    painter.drawText(words, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, button.text())
    if button.hasFocus():
        painter.setPen(QPen(palette.accent().color(), 2))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(QRectF(button.rect()).adjusted(1, 1, -1, -1), 4, 4)
    painter.end()


def _mark(painter: QPainter, button: QAbstractButton, place: QRectF, *, round_mark: bool) -> None:
    palette, ticked = button.palette(), button.isChecked()
    corner = SIDE / 2 if round_mark else 4
    ground: QColor = palette.accent().color() if ticked else palette.base().color()
    edge = palette.accent().color() if ticked else palette.dark().color()
    if not button.isEnabled():
        edge = palette.mid().color()
        ground = edge if ticked else ground
    painter.setPen(QPen(edge, 1))
    painter.setBrush(ground)
    painter.drawRoundedRect(place.adjusted(0.5, 0.5, -0.5, -0.5), corner, corner)
    if ticked and round_mark:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(palette.highlightedText())
        painter.drawEllipse(place.center(), 3, 3)
    elif ticked:
        draw(painter, "check", place.adjusted(2, 2, -2, -2), palette.highlightedText().color())
