"""Where the shipped content is, and where a user's own things are kept."""

import os
import sys
from pathlib import Path

from platformdirs import PlatformDirs

_PACKAGE = Path(__file__).parent
_USER = PlatformDirs("Raadsbrief", appauthor=False)
PORTABLE = "draagbaar.txt"
"""A file of this name beside the program keeps everything beside the program."""


def content() -> Path:
    """The folder that holds templates/, snippets/ and resources/: inside an installed package, else the checkout."""
    installed = _PACKAGE / "inhoud"
    return installed if installed.is_dir() else _PACKAGE.parent


def resources() -> Path:
    return content() / "resources"


def user_data() -> Path:
    """The user's own folder: settings, journal, versions and personal layer; RAADSBRIEF_MAP names another."""
    if named := os.environ.get("RAADSBRIEF_MAP"):
        return Path(named)
    beside = Path(sys.executable).parent
    if (beside / PORTABLE).is_file():
        return beside / "gegevens"
    return Path(_USER.user_data_dir)


def personal_layer() -> Path:
    """The layer in which the window keeps profiles, facts and texts of the user's own."""
    return user_data() / "bibliotheek"


def journal() -> Path:
    return user_data() / "journaal"


def versions() -> Path:
    return user_data() / "versies"
