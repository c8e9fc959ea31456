"""The table of actions: each done once, each with keys of its own."""

import sys
from collections import Counter

import pytest
from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeySequence
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from composer.gui.actions import refresh
from composer.gui.palette import Palette, keys_in_words
from composer.gui.window import Window

CALLS = 10_000


def test_ids_and_keys_are_unique(window: Window) -> None:
    ids = Counter(spec.id for spec in window.specs)
    keys = Counter(QKeySequence(spec.shortcut).toString() for spec in window.specs if spec.shortcut)
    assert [name for name, count in (ids + keys).items() if count > 1] == []


def test_words_begin_with_a_capital_and_end_without_a_stop(window: Window) -> None:
    assert all(
        (spec.text[0].isupper() and not spec.text.endswith((".", "!"))) or spec.text.endswith("…")
        for spec in window.specs
    )


def test_without_a_letter_most_says_why_not(window: Window) -> None:
    hindered = {spec.id: spec.hindrance() for spec in window.specs}
    assert hindered["bewaar"] == "Open eerst een brief, of begin een nieuwe"
    assert hindered["nieuw"] is None
    assert not window.actions_by_id["bewaar"].isEnabled()
    assert window.actions_by_id["bewaar"].toolTip() == hindered["bewaar"]


def test_every_action_is_triggered_once(desk: Window, qtbot: QtBot) -> None:
    QGuiApplication.clipboard().setText("Geplakte tekst.")
    last = ("sluit", "stop")
    order = sorted(desk.specs, key=lambda spec: last.index(spec.id) + 1 if spec.id in last else 0)
    for spec in order:
        refresh(desk.specs, desk.actions_by_id)
        desk.actions_by_id[spec.id].trigger()
        qtbot.wait(1)
        desk.over.close_card()
        desk.menu.close()
        if desk.session.letter is not None:
            desk.reception.left.emit()
    assert desk.session.letter is None


def test_undo_says_what_it_takes_back(desk: Window) -> None:
    letter = desk.session.letter
    assert letter is not None
    desk.session.change(letter.with_field("kenmerk", "Z-1"), "kenmerk invullen")
    desk.refresh_actions()
    assert desk.actions_by_id["ongedaan"].text() == "Maak ongedaan: kenmerk invullen"
    desk.actions_by_id["ongedaan"].trigger()
    assert desk.session.letter == letter
    desk.refresh_actions()
    assert desk.actions_by_id["opnieuw"].text() == "Doe opnieuw: kenmerk invullen"


def test_the_palette_finds_and_does(window: Window, qtbot: QtBot) -> None:
    window.over.open_palette()
    assert window.over.card is not None
    palette = window.over.card.content
    assert isinstance(palette, Palette)
    QTest.keyClicks(palette.search, "donker")
    QTest.keyClick(palette.search, Qt.Key.Key_Return)
    assert window.theme.dark
    assert window.over.card is None
    window.choose_theme("licht")


def test_what_cannot_be_done_is_not_done_from_the_palette(window: Window, qtbot: QtBot) -> None:
    palette = Palette(window.specs)
    qtbot.addWidget(palette)
    QTest.keyClicks(palette.search, "bewaar de brief")
    with qtbot.assertNotEmitted(palette.chosen):
        QTest.keyClick(palette.search, Qt.Key.Key_Return)


@pytest.mark.parametrize(("keys", "words"), [("Ctrl+Return", "Ctrl+Enter"), ("Alt+Up", "Alt+↑"), ("F6", "F6")])
def test_keys_are_written_as_they_stand_on_the_keyboard(keys: str, words: str) -> None:
    assert keys_in_words(keys) == words


class Speaker(QObject):
    said = Signal()


def test_none_is_not_lost_in_calls_that_return_nothing(qtbot: QtBot) -> None:
    speaker = Speaker()
    heard: list[int] = []
    speaker.said.connect(lambda: heard.append(1))
    before = sys.getrefcount(None)
    for _ in range(CALLS):
        speaker.said.emit()
        speaker.setObjectName("")
    assert len(heard) == CALLS
    assert sys.getrefcount(None) > before - CALLS // 10
