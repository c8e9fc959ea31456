"""The real window, with a real session and the real library, in a folder of its own."""

import os
import time
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from composer.domain.letter import Letter
from composer.gui.application import make_application
from composer.gui.background_task import BackgroundTask
from composer.gui.dialogs import Conflict, Dialogs, Leaving
from composer.gui.session import Session
from composer.gui.settings import MUNICIPALITY, NAME, WELCOMED, Settings
from composer.gui.window import Window
from composer.gui.window_setup import set_up_window
from composer.library.journal import Journal
from composer.library.library import Library
from composer.library.versions import Versions
from composer.work.letters import new_letter, open_letter
from composer.work.libraries import open_library
from composer.work.overview import front_of
from composer.work.program.autosave import Autosave

DAY = date(2024, 12, 10)
BERNHEZE = Path(__file__).parents[2] / "resources" / "voorbeelden" / "bernheze.raadsbrief"


@pytest.fixture(scope="session")
def content() -> Library:
    """The library that the program comes with."""
    return open_library()


@pytest.fixture(autouse=True)
def application(qapp: QApplication) -> QApplication:
    """In Dutch, with our own style."""
    return make_application([])


@pytest.fixture(scope="session", autouse=True)
def clipboard(qapp: QApplication) -> Iterator[None]:
    """Emptied at the end: without a screen it outlives Python, and what Python put on it would end the process."""
    yield
    QApplication.clipboard().clear()


@pytest.fixture(autouse=True)
def patient(monkeypatch: pytest.MonkeyPatch) -> None:
    """A search is finished before a test looks at it."""
    monkeypatch.setattr("composer.gui.passages.panel.FIRST_MOMENT", 60.0)


class Answers(Dialogs):
    """Questions answered beforehand."""

    path: Path | None = None
    leaving: Leaving = "niet bewaren"
    conflict: Conflict = "annuleren"
    asked: int = 0

    def _answer(self) -> Path | None:
        self.asked += 1
        return self.path

    def letter_to_open(self, folder: Path) -> Path | None:
        return self._answer()

    def name_for_letter(self, proposed: Path) -> Path | None:
        return self._answer()

    def name_for_document(self, proposed: Path, kind: str) -> Path | None:
        return self._answer()

    def file_to_open(self, title: str, kinds: str, folder: Path) -> Path | None:
        return self._answer()

    def folder_to_use(self, title: str, folder: Path) -> Path | None:
        return self._answer()

    def source_file(self, folder: Path) -> Path | None:
        return self._answer()

    def folder_of_letters(self, folder: Path) -> Path | None:
        return self._answer()

    def before_leaving(self, title: str) -> Leaving:
        self.asked += 1
        return self.leaving

    def about_conflict(self, name: str) -> Conflict:
        self.asked += 1
        return self.conflict


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    """Of a user who has been welcomed."""
    made = Settings(tmp_path / "instellingen.ini")
    made.put(NAME, "Anna de Vries")
    made.put(MUNICIPALITY, "GM1721")
    made.put(WELCOMED, True)
    return made


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """What a screen without windows cannot do is no fault of ours."""
    for item in items:
        if Path(__file__).parent in item.path.parents:
            item.add_marker(pytest.mark.qt_log_ignore("This plugin does not support", extend=True))


MakeWindow = Callable[[Settings, Library], Window]


@pytest.fixture
def make_window(qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[MakeWindow]:
    """Windows that are closed after the test, whatever is in them."""
    monkeypatch.setattr("composer.gui.window_setup.Dialogs", Answers)
    for name in ("associate", "dissociate"):
        monkeypatch.setattr(
            f"composer.gui.file_association.{name}", lambda: "Dit gaat over de computer van wie de tests draait."
        )
    made: list[Window] = []
    layer = tmp_path / "bibliotheek"

    def make(settings: Settings, library: Library) -> Window:
        autosave = Autosave(Journal(tmp_path / "journaal"), Versions(tmp_path / "versies"))
        session = Session(library, autosave=autosave)

        def furnishing(window: Window) -> Iterator[None]:
            return set_up_window(window, session, lambda: open_library([layer] if layer.is_dir() else []), layer)

        window = Window(front_of(library), settings, furnishing, session.today)
        window.resize(1440, 900)
        window.show()
        window.activateWindow()
        qtbot.waitUntil(window.isActiveWindow)
        made.append(window)
        return window

    yield make
    for window in made:
        answers(window).leaving = "niet bewaren"
        window.close()
        window.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)  # pyright: ignore[reportArgumentType]


@pytest.fixture
def window(make_window: MakeWindow, settings: Settings, content: Library) -> Window:
    """At the home page."""
    return make_window(settings, content)


@pytest.fixture
def letter(content: Library) -> Letter:
    """The example of Bernheze, or a draft as the program proposes it."""
    if BERNHEZE.exists():
        return open_letter(BERNHEZE, content)[0].with_changes(captured=None)
    return new_letter(content, "raadsinformatiebrief", "Bernheze", DAY)


@pytest.fixture
def desk(window: Window, letter: Letter) -> Window:
    """With the letter of Bernheze on the desk."""
    window.files.start(letter)
    return window


def answers(window: Window) -> Answers:
    """What the window will be answered."""
    assert isinstance(window.dialogs, Answers)
    return window.dialogs


def finished(work: BackgroundTask, seconds: float = 30) -> None:
    """Waits until what is being made beside the window is there."""
    end = time.monotonic() + seconds
    while work.busy and time.monotonic() < end:
        QTest.qWait(5)
    assert not work.busy


def equal(wanted: str) -> Callable[[str], bool]:
    """Whether a signal tells just this."""

    def check(told: str) -> bool:
        return told == wanted

    return check
