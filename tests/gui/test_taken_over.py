"""What an earlier version of the program kept in the user's folder is taken over by this one, untouched.

kept/ has a folder for each version that was released, as that version left it. A folder is never changed; one is added for
each release.
"""

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from pytestqt.qtbot import QtBot

from composer.domain.finding import Problem
from composer.gui import program
from composer.gui.home.letters import LetterRow
from composer.gui.settings import MUNICIPALITY, NAME, PAGE_ZOOM, THEME, WELCOMED, Settings, settings_path
from composer.gui.window import Window
from composer.library.history import Item, history
from tests.gui.conftest import Answers

KEPT = Path(__file__).parent / "kept"
VERSIONS = sorted(path.name for path in KEPT.iterdir())
OF_LATER = "\n[later]\nonbekend=zeven\n"


def contents(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


@pytest.fixture(params=VERSIONS)
def own(request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The user's folder as a version left it, with something of a version still to come."""
    folder = tmp_path / "eigen"
    shutil.copytree(KEPT / request.param, folder)
    with (folder / "instellingen.ini").open("a", encoding="utf-8") as settings:
        settings.write(OF_LATER)
    entry = next((folder / "journaal").glob("*.json"))
    later = entry.read_text(encoding="utf-8").replace("formaat: 1", "formaat: 99")
    (folder / "journaal" / "later.json").write_text(later, encoding="utf-8")
    monkeypatch.setenv("RAADSBRIEF_MAP", str(folder))
    return folder


@pytest.fixture
def start(own: Path, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot) -> Iterator[Callable[[], Window]]:
    """Starts the program over that folder."""
    monkeypatch.setattr("composer.gui.window_setup.Dialogs", Answers)
    made: list[Window] = []

    def window() -> Window:
        made.append(program.make_window(Settings(settings_path(None))))
        made[0].show()
        return made[0]

    yield window
    for each in made:
        each.close()
        each.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)  # pyright: ignore[reportArgumentType]


def test_settings_are_as_they_were(start: Callable[[], Window]) -> None:
    settings = start().settings
    told = [settings.get(setting) for setting in (NAME, MUNICIPALITY, THEME)]
    assert told == ["Anna de Vries", "GM1721", "donker"]
    assert (settings.get(WELCOMED), settings.get(PAGE_ZOOM)) == (True, 1.25)


def test_unsaved_work_is_offered(start: Callable[[], Window]) -> None:
    """That of a later version is neither offered nor set aside."""
    rows = start().reception.home.findChildren(LetterRow)
    (title,) = (row.letter.title for row in rows)
    assert title.startswith("Nog niet bewaard in")


def test_texts_and_profiles_of_ones_own_are_in_the_library(start: Callable[[], Window], own: Path) -> None:
    library = start().session.library
    assert library.problems == ()
    assert library.snippets["eigen-vervolg"].owner == "Anna de Vries"
    assert library.municipalities["GM1721"].executive.mayor == "A. de Proef"
    past = history(own / "bibliotheek", Item("tekstblokken", "eigen-vervolg"))
    assert [entry.revision.who for entry in past.entries] == ["Anna de Vries"]


def test_a_letter_opens_with_its_versions(start: Callable[[], Window], own: Path) -> None:
    window = start()
    window.files.open_path(own / "brief.raadsbrief")
    letter = window.session.letter
    assert letter is not None
    assert [piece.id for piece in letter.pieces()] == ["a1", "a2"]
    assert window.session.autosave is not None
    assert [version.letter().id for version in window.session.autosave.earlier(letter)] == [letter.id]
    assert not window.session.unsaved


def test_a_letter_of_a_later_version_is_refused_in_one_sentence(start: Callable[[], Window], own: Path) -> None:
    later = own / "later.raadsbrief"
    later.write_text(
        (own / "brief.raadsbrief").read_text("utf-8").replace("formaat: 1", "formaat: 2"), encoding="utf-8"
    )
    before, window = later.read_bytes(), start()
    told: list[str] = []

    def keep(problems: tuple[Problem, ...]) -> None:
        told.extend(problem.message for problem in problems)

    window.files.unreadable.connect(keep)
    window.files.open_path(later)
    assert told == ["deze brief is met een nieuwere versie van Raadsbrief gemaakt; werk het programma bij"]
    assert window.session.letter is None
    assert later.read_bytes() == before


def test_nothing_is_changed_by_starting_and_stopping(start: Callable[[], Window], own: Path) -> None:
    before = contents(own)
    window = start()
    window.files.open_path(own / "brief.raadsbrief")
    window.close()
    window.settings.sync()
    after = contents(own)
    assert {name: data for name, data in after.items() if name in before and name != "instellingen.ini"} == {
        name: data for name, data in before.items() if name != "instellingen.ini"
    }
    assert b"onbekend=zeven" in after["instellingen.ini"]
