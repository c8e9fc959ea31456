"""Opening letters with a double click is offered once, after the first letter is saved, and can be taken back."""

import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication
from pytestqt.qtbot import QtBot

from composer import paths
from composer.gui.file_association import OFFER
from composer.gui.window import Window
from composer.work.program import association
from tests.gui.conftest import answers


@pytest.fixture
def frozen(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """The program as it is built, with the user's own folder of programs."""
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "programmas"))
    return tmp_path / "programmas"


def save(window: Window, path: Path) -> None:
    """And all that comes of it."""
    answers(window).path = path
    window.files.save_as()
    QCoreApplication.processEvents()


def test_it_is_offered_once(frozen: Path, desk: Window, tmp_path: Path, qtbot: QtBot) -> None:
    save(desk, tmp_path / "een.raadsbrief")
    qtbot.waitUntil(lambda: desk.notices.words == OFFER)
    save(desk, tmp_path / "twee.raadsbrief")
    assert desk.notices.words != OFFER


@pytest.mark.usefixtures("frozen")
def test_on_a_stick_it_is_not_offered(desk: Window, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(paths, "portable", lambda: True)
    save(desk, tmp_path / "een.raadsbrief")
    assert desk.notices.words != OFFER


def test_from_source_it_is_not_offered(desk: Window, tmp_path: Path) -> None:
    save(desk, tmp_path / "een.raadsbrief")
    assert desk.notices.words != OFFER


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="een bureaublad van Linux")
def test_who_accepts_has_it_and_can_take_it_back(
    frozen: Path, desk: Window, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    for name in ("associate", "dissociate"):
        monkeypatch.setattr(f"composer.gui.file_association.{name}", getattr(association, name))
    action = desk.actions_by_id["koppel"]
    save(desk, tmp_path / "een.raadsbrief")
    qtbot.waitUntil(lambda: desk.notices.words == OFFER)
    qtbot.waitUntil(lambda: bool(desk.notices.buttons()))
    desk.notices.buttons()[0].click()
    assert list(frozen.rglob("raadsbrief.desktop"))
    qtbot.waitUntil(action.isChecked)
    action.trigger()
    assert not list(frozen.rglob("raadsbrief.desktop"))
    qtbot.waitUntil(lambda: not action.isChecked())
