"""The program as it is started."""

import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from composer.domain.letter import Letter
from composer.gui import program
from composer.gui.application import watch_over
from composer.gui.settings import (
    LIBRARIES,
    MUNICIPALITY,
    PAGE_ZOOM,
    RECENT,
    THEME,
    WELCOMED,
    Setting,
    Settings,
    settings_path,
)
from composer.gui.window import Window
from composer.library.letters import write_letter


@pytest.fixture
def alone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder for everything that the program keeps."""
    monkeypatch.setenv("RAADSBRIEF_MAP", str(tmp_path / "map"))
    return tmp_path


def test_the_short_run_makes_a_document_and_ends_well(alone: Path, qapp: QApplication) -> None:
    assert program.run([], ["--smoke", "--instellingen", str(alone / "i.ini")]) == 0
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)  # pyright: ignore[reportArgumentType]


def test_a_letter_that_is_named_is_opened(alone: Path, monkeypatch: pytest.MonkeyPatch, letter: Letter) -> None:
    opened: list[Window] = []
    make = program.make_window

    def made(settings: Settings, layers: tuple[Path, ...] = ()) -> Window:
        opened.append(make(settings, layers))
        return opened[0]

    def at_once(_: QApplication) -> int:
        return 0

    monkeypatch.setattr(program, "make_window", made)
    monkeypatch.setattr(QApplication, "exec", at_once)
    path, layer = alone / "brief.raadsbrief", alone / "laag"
    layer.mkdir()
    write_letter(letter, path)
    assert program.run([layer, path], ["--bibliotheek", str(layer), str(path)]) == 0
    (window,) = opened
    assert window.session.path == path
    window.close()
    window.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)  # pyright: ignore[reportArgumentType]


def test_what_goes_wrong_is_kept_and_said_in_one_sentence(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    told: list[str] = []
    kept: list[bool] = []
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    watch_over(told.append, lambda: kept.append(True))
    error = ValueError("stuk")
    sys.excepthook(ValueError, error, None)
    assert kept == [True]
    assert told == [
        "Er ging iets mis in het programma. Uw werk is bewaard; sla de brief op en start opnieuw als het blijft haperen."
    ]
    assert "ValueError" in capsys.readouterr().err


def test_settings_come_back_as_they_were(tmp_path: Path) -> None:
    path = tmp_path / "instellingen.ini"
    first = Settings(path)
    first.put(WELCOMED, True)
    first.put(PAGE_ZOOM, 1.25)
    first.put(RECENT, ("a.raadsbrief", "b.raadsbrief"))
    first.put(Setting("proef/bytes", b""), b"\x00\x01")
    first.sync()
    second = Settings(path)
    assert second.get(WELCOMED) is True
    assert second.get(PAGE_ZOOM) == 1.25
    assert second.get(RECENT) == ("a.raadsbrief", "b.raadsbrief")
    assert second.get(Setting("proef/bytes", b"")) == b"\x00\x01"
    assert second.get(LIBRARIES) == ()


def test_a_setting_that_cannot_be_read_is_as_it_was_at_first(tmp_path: Path) -> None:
    path = tmp_path / "instellingen.ini"
    path.write_text("[beeld]\npagina=groot\n", encoding="utf-8")
    assert Settings(path).get(PAGE_ZOOM) == 0.0


def test_what_the_organisation_has_set_holds_until_the_user_chooses(tmp_path: Path) -> None:
    settings = Settings(tmp_path / "i.ini", {MUNICIPALITY.key: "GM1721", THEME.key: "donker"})
    assert (settings.get(MUNICIPALITY), settings.get(THEME)) == ("GM1721", "donker")
    settings.put(MUNICIPALITY, "GM0518")
    settings.sync()
    assert "GM1721" not in settings.path.read_text(encoding="utf-8")
    assert (settings.get(MUNICIPALITY), settings.get(THEME)) == ("GM0518", "donker")


def test_settings_stand_in_the_users_own_folder(alone: Path) -> None:
    assert settings_path(None) == alone / "map" / "instellingen.ini"
    assert settings_path("elders.ini") == Path("elders.ini")


def test_letters_go_to_the_folder_used_last(tmp_path: Path) -> None:
    settings = Settings(tmp_path / "i.ini")
    settings.remember(tmp_path / "brieven" / "a.raadsbrief")
    assert settings.letters_folder().is_dir()
    (tmp_path / "brieven").mkdir()
    assert settings.letters_folder() == tmp_path / "brieven"
