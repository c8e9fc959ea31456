"""A card over the window gives the focus back, if there is still someone to give it to."""

import pytest
import shiboken6
from PySide6.QtWidgets import QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from composer.gui.popover import Popover


@pytest.fixture
def host(qtbot: QtBot) -> QWidget:
    made = QWidget()
    layout = QVBoxLayout(made)
    layout.addWidget(QLineEdit(made))
    layout.addWidget(QPushButton("Kies", made))
    qtbot.addWidget(made)
    made.resize(400, 300)
    made.show()
    qtbot.waitExposed(made)
    return made


def opened(host: QWidget) -> tuple[Popover, QLineEdit]:
    field = host.findChild(QLineEdit)
    assert isinstance(field, QLineEdit)
    field.setFocus()
    card = Popover(host, QLabel("Een kaart"), "Kaart")
    card.open_above_middle()
    return card, field


def test_the_focus_returns(host: QWidget) -> None:
    card, field = opened(host)
    card.close_card()
    assert host.focusWidget() is field


def test_what_is_gone_by_then_gets_nothing(host: QWidget) -> None:
    card, field = opened(host)
    shiboken6.delete(field)
    card.close_card()
    assert not card.isVisible()
