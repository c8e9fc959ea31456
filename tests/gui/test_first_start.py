"""The first start without anything: an example to try, a neutral house style, and no question that can wait."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from composer.gui import program
from composer.gui.home.letters import ExampleRow
from composer.gui.settings import Settings, settings_path
from composer.gui.window import Window
from tests.gui.conftest import Answers, answers


@pytest.fixture
def own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The user's own folder, which does not exist yet."""
    monkeypatch.setenv("RAADSBRIEF_MAP", str(tmp_path / "eigen"))
    return tmp_path / "eigen"


@pytest.fixture
def first(own: Path, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot) -> Iterator[Window]:
    """The window as the program makes it."""
    monkeypatch.setattr("composer.gui.window_setup.Dialogs", Answers)
    window = program.make_window(Settings(settings_path(None)))
    window.show()
    yield window
    window.close()
    window.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)  # pyright: ignore[reportArgumentType]


def test_from_nothing_to_a_document_in_the_neutral_house_style_without_a_question(
    first: Window, tmp_path: Path
) -> None:
    home = first.reception.home
    assert first.stack.currentWidget() is home
    assert home.welcome.isVisible()
    examples = home.findChildren(ExampleRow)
    assert examples
    QTest.mouseClick(examples[0], Qt.MouseButton.LeftButton)
    assert first.stack.currentWidget() is first.desk
    assert first.session.library.default_house_style == "neutraal"
    assert first.session.export(tmp_path / "brief.docx")
    assert (tmp_path / "brief.docx").read_bytes().startswith(b"PK")
    assert answers(first).asked == 0


def test_looking_around_leaves_no_letter_behind(first: Window, own: Path) -> None:
    QTest.mouseClick(first.reception.home.findChildren(ExampleRow)[0], Qt.MouseButton.LeftButton)
    first.close()
    first.settings.sync()
    assert {path.name for path in own.iterdir()} <= {"instellingen.ini", "catalogus"}
