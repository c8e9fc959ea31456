"""The window that tells what the program is, which version, and under which licences its parts are."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QLabel, QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot

from composer import __version__, paths
from composer.gui.about import About
from composer.gui.elements import Button
from composer.work.program.licences import LIST, parts

RECORDS = """[
 {"naam": "lxml", "versie": "6.1.3", "doel": "Word", "licentie": "BSD-3-Clause", "teksten": ["lxml/a.txt", "lxml/b.txt"]},
 {"naam": "OpenTaal", "versie": "", "doel": "spelling", "licentie": "BSD-3-Clause", "teksten": []}
]"""


@pytest.fixture
def shipped(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The licences as they stand beside the program."""
    folder = tmp_path / "licenties"
    (folder / "lxml").mkdir(parents=True)
    (folder / "lxml" / "a.txt").write_bytes("Copyright é\r\nAlles mag.".encode("latin-1"))
    (folder / LIST).write_text(RECORDS, encoding="utf-8")
    monkeypatch.setattr(paths, "licences", lambda: folder)
    return folder


def page(about: About) -> QWidget:
    """What is to be seen now."""
    shown = about.currentWidget()
    assert shown is not None
    return shown


def words(about: About) -> list[str]:
    return [label.text() for label in page(about).findChildren(QLabel)]


def test_it_tells_the_version_and_every_part(qtbot: QtBot) -> None:
    about = About()
    qtbot.addWidget(about)
    assert f"Raadsbrief {__version__}" in words(about)
    assert all(f"{part.name} {part.version}" in words(about) for part in parts())


@pytest.mark.usefixtures("shipped")
def test_a_licence_is_read_in_full_and_left_again(qtbot: QtBot) -> None:
    about = About()
    qtbot.addWidget(about)
    overview = page(about)
    (button,) = overview.findChildren(Button)
    assert button.accessibleName() == "Licentie van lxml: BSD-3-Clause"
    button.click()
    shown = page(about).findChildren(QPlainTextEdit)[0].toPlainText()
    assert "Alles mag." in shown
    assert "niet te lezen" in shown, "the second file is missing, and that is said"
    page(about).findChildren(Button)[0].click()
    assert page(about) is overview


def test_a_list_that_is_damaged_gives_way_to_what_is_installed(shipped: Path) -> None:
    (shipped / LIST).write_text("{", encoding="utf-8")
    assert "PySide6-Essentials" in {part.name for part in parts()}
