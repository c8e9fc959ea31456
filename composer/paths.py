"""Where the shipped content is."""

from pathlib import Path

_PACKAGE = Path(__file__).parent


def content() -> Path:
    """The folder that holds templates/, snippets/ and resources/: inside an installed package, else the checkout."""
    installed = _PACKAGE / "inhoud"
    return installed if installed.is_dir() else _PACKAGE.parent


def resources() -> Path:
    return content() / "resources"
