"""Where the shipped content is, and where a user's own things are kept."""

import os
import sys
from pathlib import Path

from platformdirs import PlatformDirs

_PACKAGE = Path(__file__).parent
_USER = PlatformDirs("Raadsbrief", appauthor=False)
PORTABLE = "draagbaar.txt"
"""A file of this name beside the program keeps everything beside the program."""
PRESETS = "instellingen.ini"
"""A file of this name beside the program holds what an organisation sets for all its users."""


def program() -> Path:
    """The folder in which the program itself stands."""
    return Path(sys.executable).parent


def presets() -> Path:
    """What the organisation has set; the program reads it and never writes it."""
    return program() / PRESETS


def licences() -> Path:
    """The licences of all parts, in the folder for laptops; elsewhere it is not there."""
    return program() / "licenties"


def content() -> Path:
    """The folder that holds templates/, snippets/ and resources/: inside an installed package, else the checkout."""
    installed = _PACKAGE / "inhoud"
    return installed if installed.is_dir() else _PACKAGE.parent


def resources() -> Path:
    return content() / "resources"


def portable() -> bool:
    """Whether everything is kept beside the program, as on a stick."""
    return (program() / PORTABLE).is_file()


def user_data() -> Path:
    """The user's own folder: settings, journal, versions and personal layer; RAADSBRIEF_MAP names another."""
    if named := os.environ.get("RAADSBRIEF_MAP"):
        return Path(named)
    if portable():
        return program() / "gegevens"
    return Path(_USER.user_data_dir)


def personal_layer() -> Path:
    """The layer in which the window keeps profiles, facts and texts of the user's own."""
    return user_data() / "bibliotheek"


def catalogue() -> Path:
    """The library as it was read last."""
    return user_data() / "catalogus"


def journal() -> Path:
    return user_data() / "journaal"


def versions() -> Path:
    return user_data() / "versies"


def reports() -> Path:
    """What went wrong unforeseen, without a word of any letter."""
    return user_data() / "meldingen"
