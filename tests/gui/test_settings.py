"""A file of settings that is damaged is set aside, and whatever it says the window opens."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QByteArray, QSettings

from composer.gui import settings as table
from composer.gui.settings import DAMAGED, MUNICIPALITY, NAME, PAGE_ZOOM, RECENT, THEME, Setting, Settings
from composer.gui.window import Window
from composer.library.library import Library
from tests.gui.conftest import MakeWindow

FILE = "instellingen.ini"
SPOILED: dict[str, Callable[[bytes], bytes]] = {
    "zeros after a power cut": lambda good: bytes(len(good)),
    "zeros at the end": lambda good: good[: len(good) // 2] + bytes(len(good) // 2),
    "another kind of file": lambda good: b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 4,
    "no text": lambda good: bytes(range(128, 256)) * 10,
    "something without a sign": lambda good: good + b"\nhalf een re",
    "far too large": lambda good: good + b"a=" + b"x" * 2_000_000,
}


def written(path: Path) -> bytes:
    """A good file."""
    made = Settings(path)
    made.put(NAME, "Anna de Vries; hoofd = é “x” \n met een regel")
    made.put(MUNICIPALITY, "GM1721")
    made.put(RECENT, ("a.raadsbrief", "map met spaties/b, c.raadsbrief"))
    made.put(table.GEOMETRY, bytes(range(256)))
    made.sync()
    return path.read_bytes()


def test_a_good_file_stays(tmp_path: Path) -> None:
    good = written(tmp_path / FILE)
    assert Settings(tmp_path / FILE).get(NAME).startswith("Anna de Vries")
    assert (tmp_path / FILE).read_bytes() == good
    assert [path.name for path in tmp_path.iterdir()] == [FILE]


@pytest.mark.parametrize("kind", SPOILED)
def test_a_damaged_file_is_set_aside_and_begun_anew(kind: str, tmp_path: Path) -> None:
    path, other = tmp_path / FILE, tmp_path / "goed.ini"
    spoiled = SPOILED[kind](written(other))
    path.write_bytes(spoiled)
    settings = Settings(path)
    assert (tmp_path / f"{FILE}{DAMAGED}").read_bytes() == spoiled
    assert settings.get(NAME) == ""
    settings.put(NAME, "Anna")
    settings.sync()
    assert Settings(path).get(NAME) == "Anna"


KEYS = [str(each.key) for each in vars(table).values() if isinstance(each, Setting)]
VALUES: dict[str, object] = {
    "empty": "",
    "far": 1e300,
    "no number": "nan",
    "below": -5,
    "long": "x" * 10_000,
    "zero": "a\0b",
    "bytes": QByteArray(b"\x01\xd9\xd0\xcb\xff\xff\xff\xff" * 40),
    "list": ["a", "b"],
    "lines": "a\nb\n\n/dev/null\n\\\\server\\map\n../..",
    "markup": "<b>{{ x }}</b>",
}


@pytest.mark.parametrize("kind", VALUES)
def test_the_window_opens_whatever_the_settings_say(
    kind: str, make_window: MakeWindow, content: Library, tmp_path: Path
) -> None:
    path = tmp_path / FILE
    raw = QSettings(str(path), QSettings.Format.IniFormat)
    for key in KEYS:
        raw.setValue(key, VALUES[kind])
    raw.sync()
    window: Window = make_window(Settings(path), content)
    window.reception.show()
    assert window.isVisible()
    assert window.settings.letters_folder().is_dir()
    assert window.settings.get(THEME) is not None
    assert abs(window.settings.get(PAGE_ZOOM)) <= 1e300
