"""The window as the program starts it: at home at once, the rest after its first picture or when it is asked for."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from composer.domain.letter import Letter
from composer.gui import program
from composer.gui.settings import GEOMETRY, RECENT, WELCOMED, Settings, settings_path
from composer.gui.window import Window
from composer.library.letters import write_letter
from composer.work.program.autosave import user_autosave
from tests.gui.conftest import Answers


@pytest.fixture
def settings(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Settings:
    """In a folder of the user's own."""
    monkeypatch.setenv("RAADSBRIEF_MAP", str(tmp_path / "eigen"))
    monkeypatch.setattr("composer.gui.window_setup.Dialogs", Answers)
    made = Settings(settings_path(None))
    made.put(WELCOMED, True)
    return made


@pytest.fixture
def started(settings: Settings) -> Iterator[Window]:
    """Not shown yet."""
    window = program.make_window(settings)
    yield window
    window.close()
    window.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)  # pyright: ignore[reportArgumentType]


def test_nothing_of_a_letter_is_there_until_it_is_asked_for(started: Window) -> None:
    assert not started.complete
    assert "desk" not in vars(started) and "session" not in vars(started)
    assert started.session.library.snippets
    assert started.complete and "desk" in vars(started)
    assert not hasattr(started, "unknown")


def test_it_is_put_in_place_all_at_once(settings: Settings) -> None:
    """Half of it would take a letter and not show it."""
    window = program.make_window(settings)
    there = [len(vars(window).keys() & Window.__annotations__.keys()) for _ in window.steps()]
    assert len(there) > 20
    assert not any(there)
    assert vars(window).keys() >= Window.__annotations__.keys()
    window.desk.close_down()
    window.deleteLater()


def test_it_comes_in_by_itself_while_somebody_types(started: Window, qtbot: QtBot) -> None:
    started.show()
    qtbot.waitExposed(started)
    field = started.home.new.municipality
    assert started.focusWidget() is field
    for letter in "Bern":
        QTest.keyClicks(field, letter)
        QApplication.processEvents()
    qtbot.waitUntil(lambda: started.complete, timeout=20_000)
    QTest.keyClicks(field, "heze")
    assert started.focusWidget() is field
    assert (field.text(), field.cbs()) == ("Bernheze", "GM1721")
    assert started.stack.currentWidget() is started.home


def test_a_letter_can_be_begun_before_anything_has_come_in(started: Window) -> None:
    started.show()
    started.home.new.municipality.setText("Bernheze")
    assert not started.complete
    QTest.mouseClick(started.home.new.begin, Qt.MouseButton.LeftButton)
    assert started.session.letter is not None
    assert started.stack.currentWidget() is started.desk


def test_a_shortcut_waits_for_its_action(started: Window) -> None:
    started.show()
    assert not started.complete
    QTest.keyClick(started, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    assert started.complete
    assert started.over.card is not None and started.over.card.isVisible()


def test_a_capital_brings_nothing_in(started: Window) -> None:
    started.show()
    QTest.keyClick(started, Qt.Key.Key_Shift, Qt.KeyboardModifier.ShiftModifier)
    assert not started.complete


def test_it_can_be_closed_before_anything_has_come_in(started: Window) -> None:
    started.show()
    started.resize(1000, 700)
    assert started.close()
    assert not started.complete
    assert started.settings.get(GEOMETRY)


def test_recent_letters_have_their_names_at_once_when_they_were_seen_before(
    settings: Settings, letter: Letter, tmp_path: Path
) -> None:
    path = tmp_path / "brief.raadsbrief"
    write_letter(letter.with_changes(fields={**letter.fields, "onderwerp": "De stand"}), path)
    settings.put(RECENT, (str(path),))
    told: list[str] = []
    for _ in range(2):
        window = program.make_window(settings)
        told.append(window.home.recent_rows()[0].letter.title)
        window.finish_loading()
        told.append(window.home.recent_rows()[0].letter.title)
        window.close()
        window.deleteLater()
    assert told == ["brief", "De stand", "De stand", "De stand"]


def test_work_that_was_left_unsaved_is_offered_when_the_letter_can_be_read(
    settings: Settings, letter: Letter, qtbot: QtBot
) -> None:
    user_autosave().unsaved(letter, None, None)
    window = program.make_window(settings)
    window.show()
    qtbot.waitUntil(lambda: window.complete, timeout=20_000)
    assert window.home.pending_rows()
    window.close()
    window.deleteLater()
