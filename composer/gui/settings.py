"""The user's settings: one table, stored in an ini file."""

import math
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType
from typing import Generic, TypeVar, cast

import platformdirs
from PySide6.QtCore import QByteArray, QSettings

from composer import paths

T = TypeVar("T", str, bool, float, bytes, tuple[str, ...])

MOST_RECENT = 12
LARGEST = 1_000_000
"""Bytes; a file of settings is some thousands."""
DAMAGED = ".beschadigd"


@dataclass(frozen=True, slots=True)
class Setting(Generic[T]):
    """A setting: its key in the file and its default, which also gives its type."""

    key: str
    default: T


NAME = Setting("wie/naam", "")
MUNICIPALITY = Setting("wie/gemeente", "")
WELCOMED = Setting("wie/welkom", False)
ASSOCIATION_OFFERED = Setting("wie/koppeling_aangeboden", False)
TEMPLATE = Setting("brieven/soort", "raadsinformatiebrief")
THEME = Setting("beeld/thema", "systeem")
PAGE_ZOOM = Setting("beeld/pagina", 0.0)
GEOMETRY = Setting("venster/plaats", b"")
PANELS = Setting("venster/panelen", b"")
TIMELINE = Setting("venster/tijdlijn", b"")
LEFT_SHOWN = Setting("venster/tekstblokken", True)
RIGHT_SHOWN = Setting("venster/pagina", True)
TIMELINE_SHOWN = Setting("venster/tijdlijn_open", True)
RECENT: Setting[tuple[str, ...]] = Setting("brieven/recent", ())
FOLDER = Setting("brieven/map", "")
LIBRARIES: Setting[tuple[str, ...]] = Setting("bibliotheek/mappen", ())


class Settings:
    """Reads and writes settings; a value that the user has not chosen is the organisation's, else the default."""

    def __init__(self, path: Path, presets: Mapping[str, str] = MappingProxyType({})) -> None:
        """`presets` are what the organisation has set, by the same keys."""
        self.path = path
        self._presets = presets
        if not _sound(path):
            with suppress(OSError):  # what cannot be set aside is written over by the first choice of the user
                path.replace(path.with_name(path.name + DAMAGED))
        self._store = QSettings(str(path), QSettings.Format.IniFormat)

    def get(self, setting: Setting[T]) -> T:
        value: object = self._store.value(setting.key, self._presets.get(setting.key))
        return setting.default if value is None else _read(value, setting.default)

    def put(self, setting: Setting[T], value: T) -> None:
        self._store.setValue(setting.key, _written(value))

    def sync(self) -> None:
        """Writes the file now."""
        self._store.sync()

    def letters_folder(self) -> Path:
        """Where a new letter is saved when the user says nothing else."""
        chosen = self.get(FOLDER)
        folders = (*((Path(chosen),) if chosen else ()), platformdirs.user_documents_path())
        return next((folder for folder in folders if _is_folder(folder)), Path.home())

    def remember(self, path: Path) -> None:
        """Puts a letter at the head of the recent ones."""
        others = [name for name in self.get(RECENT) if name != str(path)]
        self.put(RECENT, (str(path), *others)[:MOST_RECENT])
        self.put(FOLDER, str(path.parent))

    def forget(self, path: Path) -> None:
        self.put(RECENT, tuple(name for name in self.get(RECENT) if name != str(path)))


def _read(value: object, default: T) -> T:
    match default:
        case bool():
            return cast(T, str(value).lower() == "true")
        case float():
            return cast(T, _number(value, default))
        case bytes():
            return cast(T, value.data() if isinstance(value, QByteArray) else default)
        case tuple():
            return cast(T, tuple(part for part in str(value).split("\n") if part))
        case _:
            return cast(T, str(value))


def _is_folder(path: Path) -> bool:
    """Whether a path is a folder; False also for an unreachable network drive."""
    try:
        return path.is_dir()
    except OSError:
        return False


def _sound(path: Path) -> bool:
    """Whether the file is a readable ini file or does not exist; a disk failure may leave zeros or half a file."""
    try:
        if path.stat().st_size > LARGEST:
            return False
        text = path.read_bytes().decode()
    except FileNotFoundError:
        return True
    except (OSError, UnicodeDecodeError):
        return False
    lines = [line.strip() for line in text.splitlines()]
    return "\0" not in text and all(not line or line[0] in "[;#" or "=" in line for line in lines)


def _number(value: object, default: float) -> float:
    try:
        number = float(str(value))
    except ValueError:
        return default
    return number if math.isfinite(number) else default


def _written(value: str | bool | float | bytes | tuple[str, ...]) -> object:
    match value:
        case bytes():
            return QByteArray(value)
        case tuple():
            return "\n".join(value)
        case _:
            return value


def settings_path(chosen: str | None) -> Path:
    """The file that is named on the command line, else the one in the user's own folder."""
    return Path(chosen) if chosen else paths.user_data() / "instellingen.ini"
