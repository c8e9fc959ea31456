"""The user's own part of Windows' registry, below Software\\Classes; no administrator rights needed."""

import sys
from collections.abc import Iterable

from composer.domain.errors import ComposerError

AVAILABLE = sys.platform == "win32"
CLASSES = r"Software\Classes"
DEFAULT = ""
"""The name of a key's own value."""

if sys.platform == "win32":
    import ctypes
    import winreg

    def write(values: Iterable[tuple[str, str]]) -> None:
        """Sets each key's own value; raises ComposerError when the organisation does not allow it."""
        try:
            for key, text in values:
                with winreg.CreateKey(winreg.HKEY_CURRENT_USER, rf"{CLASSES}\{key}") as opened:
                    winreg.SetValueEx(opened, DEFAULT, 0, winreg.REG_SZ, text)
        except OSError as error:
            raise ComposerError("koppelen mag niet op deze computer; vraag uw beheerder") from error
        _tell()

    def read(key: str) -> str | None:
        """A key's own value; None when there is none."""
        try:
            return winreg.QueryValue(winreg.HKEY_CURRENT_USER, rf"{CLASSES}\{key}")
        except OSError:
            return None

    def remove(suffix: str, kind: str) -> None:
        """Removes the file type, and the suffix when it still refers to that type."""
        if read(suffix) == kind:
            _remove(suffix)
        _remove(kind)
        _tell()

    def _remove(key: str) -> None:
        """Deletes a key after all keys below it."""
        try:
            with winreg.OpenKey(winreg.HKEY_CURRENT_USER, rf"{CLASSES}\{key}") as opened:
                count, _, _ = winreg.QueryInfoKey(opened)
                below = [winreg.EnumKey(opened, index) for index in range(count)]
            for name in below:
                _remove(rf"{key}\{name}")
            winreg.DeleteKey(winreg.HKEY_CURRENT_USER, rf"{CLASSES}\{key}")
        except FileNotFoundError:
            return

    def _tell() -> None:
        """Notifies Explorer of the change (SHCNE_ASSOCCHANGED)."""
        ctypes.windll.shell32.SHChangeNotify(0x08000000, 0, None, None)

else:

    def write(values: Iterable[tuple[str, str]]) -> None:
        raise NotImplementedError

    def read(key: str) -> str | None:
        raise NotImplementedError

    def remove(suffix: str, kind: str) -> None:
        raise NotImplementedError
