"""Wiring: a program with its library, its window and its letter."""

import sys
from pathlib import Path

import PySide6

from composer.domain.errors import ComposerError

UNSUPPORTED = ((3, 12), (6, 12))
"""On Python before 3.12, PySide6 from 6.12 drops a reference to None at every call and ends the process."""


def unsupported_versions(
    python: tuple[int, ...] = sys.version_info[:2], qt: tuple[int, ...] | None = None
) -> str | None:
    """Why these versions cannot be used together; None when they can."""
    version = qt or tuple(int(part) for part in PySide6.__version__.split(".")[:2])
    if python < UNSUPPORTED[0] and version >= UNSUPPORTED[1]:
        return (
            f"PySide6 {PySide6.__version__} en Python {python[0]}.{python[1]} gaan niet samen; "
            "installeer PySide6-Essentials lager dan 6.12, of Python 3.12 of nieuwer"
        )
    return None


def _uses_nothing(_module: object) -> bool:
    return False


def disable_feature_scan() -> None:
    """PySide reads the source of each module that is imported after it, for a feature that nothing here uses.

    That takes as long as importing them; where PySide keeps it under another name, nothing changes.
    """
    feature = sys.modules.get("shibokensupport.feature")
    if hasattr(feature, "_mod_uses_pyside"):
        setattr(feature, "_mod_uses_pyside", _uses_nothing)  # noqa: B010


def start(arguments: list[str]) -> int:
    """Opens the window, with a letter when one is named; returns the exit code."""
    if reason := unsupported_versions():
        print(f"raadsbrief: {reason}", file=sys.stderr)
        return 2
    disable_feature_scan()
    from composer.gui.program import run  # deferred: nothing of Qt is used before the versions are known to work

    try:
        return run([Path(argument) for argument in arguments if not argument.startswith("-")], arguments)
    except ComposerError as error:
        print(error, file=sys.stderr)
        return 2
