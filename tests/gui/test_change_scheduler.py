"""What follows a change: in turns of their own, so that a key can come in between, and never the one before the other."""

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from composer.gui.change_scheduler import ChangeScheduler


@pytest.fixture
def pace(qapp: QApplication) -> Iterator[ChangeScheduler]:
    parent = QObject()
    yield ChangeScheduler(parent)
    parent.deleteLater()


def heard(pace: ChangeScheduler) -> list[str]:
    told: list[str] = []

    def hear(name: str) -> Callable[[], None]:
        return lambda: told.append(name)

    pace.review_due.connect(hear("review"))
    pace.reviewed.connect(hear("told"))
    pace.idle.connect(hear("rested"))
    pace.autosave_due.connect(hear("kept"))
    return told


def test_after_a_change_comes_the_review_then_who_shows_it_then_who_counts(pace: ChangeScheduler, qtbot: QtBot) -> None:
    told = heard(pace)
    pace.changed()
    assert told == []
    with qtbot.waitSignal(pace.review_due):
        pass
    assert told == ["review"]
    with qtbot.waitSignal(pace.reviewed):
        pass
    assert told == ["review", "told"]
    with qtbot.waitSignal(pace.idle):
        pass
    assert told == ["review", "told", "rested"]


def test_who_counts_waits_while_somebody_writes(pace: ChangeScheduler, qtbot: QtBot) -> None:
    told = heard(pace)
    for _ in range(3):
        pace.changed()
        with qtbot.waitSignal(pace.reviewed):
            pass
    assert told == 3 * ["review", "told"]


def test_all_of_it_can_be_had_at_once(pace: ChangeScheduler, qtbot: QtBot) -> None:
    told = heard(pace)
    pace.changed()
    pace.flush()
    assert told == ["review", "told", "rested"]
    qtbot.wait(300)
    assert told == ["review", "told", "rested"]


def test_the_journal_comes_between_reviews(
    pace: ChangeScheduler, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("composer.gui.change_scheduler.AUTOSAVE_DELAY", 100)
    told = heard(pace)
    for _ in range(12):
        pace.changed()
        qtbot.wait(80)
    qtbot.waitUntil(lambda: "kept" in told)
    assert told.index("kept") > told.index("review")


def test_a_key_that_is_held_down_does_not_keep_the_journal_waiting(
    pace: ChangeScheduler, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("composer.gui.change_scheduler.AUTOSAVE_DELAY", 100)
    monkeypatch.setattr("composer.gui.change_scheduler.AUTOSAVE_AT_LATEST", 400)
    told = heard(pace)
    for _ in range(40):
        pace.changed()
        qtbot.wait(20)
    assert "review" not in told
    assert "kept" in told


def test_nothing_follows_once_it_is_stopped(pace: ChangeScheduler, qtbot: QtBot) -> None:
    told = heard(pace)
    pace.changed()
    pace.stop()
    qtbot.wait(150)
    assert told == []
