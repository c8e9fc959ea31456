"""Where Qt's system libraries are missing: tests of the window are skipped with the reason, and with CI=true they fail.

pytest-qt imports PySide6 before anything is collected and would take the other tests down with it, so it goes.
"""

import os
import re
from collections.abc import Iterable
from importlib import import_module
from pathlib import Path

import pytest

PLUGIN = "pytest-qt"
FOLDER = "gui"
WINDOW = re.compile(r"^(from|import) (PySide6|pytestqt|composer\.gui|tests\.gui)\b", re.MULTILINE)
"""What a module of tests imports when it needs a window."""


def missing() -> str | None:
    """Why no window can be made here; None when one can."""
    try:
        import_module("PySide6.QtWidgets")
    except ImportError as error:
        return f"een bibliotheek voor het venster ontbreekt: {error}"
    return None


MISSING = missing()


class NoWindow(pytest.File):
    """A folder or module that is not even imported."""

    def collect(self) -> Iterable[pytest.Item]:
        assert MISSING
        if os.environ.get("CI"):
            pytest.fail(MISSING, pytrace=False)
        pytest.skip(MISSING, allow_module_level=True)


def without_window(path: Path, parent: pytest.Collector) -> pytest.Collector | None:
    """What stands in for a folder or module that needs a window; None where it can be collected."""
    if MISSING and (path.name == FOLDER or (path.is_file() and WINDOW.search(path.read_text("utf-8")))):
        return NoWindow.from_parent(parent, path=path)  # pyright: ignore[reportUnknownMemberType]
    return None


def without_plugin(name: str | None, plugin: object, manager: pytest.PytestPluginManager) -> None:
    """Takes pytest-qt away before it begins; the options that it knows stay known."""
    if MISSING and name == PLUGIN:
        manager.unregister(plugin)
