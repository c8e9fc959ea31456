"""Starts Raadsbrief: a window without a command, else the command line."""

import gc
import os
import sys
from pathlib import Path

from composer.cli.command_names import ALONE, COMMANDS
from composer.intake.subprocess_option import READ_PDF

SELDOM, USUAL = (100_000, 10, 10), gc.get_threshold()
"""How many things a command and a window may make before they are looked through for rubbish."""


def main() -> int:
    """The exit code; the window's libraries are imported only for the window."""
    _have_streams()
    _forget_own_libraries()
    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "1")  # to look for any takes longer than to read a letter
    arguments = sys.argv[1:]
    if arguments[:1] == [READ_PDF]:
        from composer.intake.pdf import read_and_end  # deferred: only the other process reads

        return read_and_end(*arguments[1:3])
    if any(argument in COMMANDS for argument in arguments) or not set(ALONE).isdisjoint(arguments):
        return _command(arguments)
    return _window(arguments)


def _command(arguments: list[str]) -> int:
    """A command makes hardly any rubbish: none of what is imported is, and what there is goes with the process."""
    gc.disable()
    gc.set_threshold(*SELDOM)
    from composer.cli.commands import run  # deferred: the window has no use for it

    gc.freeze()
    gc.enable()
    try:
        return run(arguments, _show)
    finally:
        gc.freeze()


def _show(arguments: list[str]) -> int:
    gc.set_threshold(*USUAL)
    return _window(arguments)


def _window(arguments: list[str]) -> int:
    gc.disable()  # until the window is complete: what is made while a program starts is all to stay
    from composer.app import start  # deferred: Qt takes longer to import than a command takes to run

    return start(arguments)


def _have_streams() -> None:
    """On Windows a program with a window has no console, and what it says there is lost; reports are kept elsewhere."""
    for name in ("stdout", "stderr"):
        if getattr(sys, name, None) is None:
            setattr(sys, name, Path(os.devnull).open("w", encoding="utf-8"))  # noqa: SIM115


def _forget_own_libraries() -> None:
    """On Linux the folder for laptops brings libraries along, which programs that are opened from here must not use."""
    if hasattr(sys, "frozen") and "LD_LIBRARY_PATH" in os.environ:
        del os.environ["LD_LIBRARY_PATH"]
        if before := os.environ.get("LD_LIBRARY_PATH_ORIG"):
            os.environ["LD_LIBRARY_PATH"] = before


if __name__ == "__main__":
    sys.exit(main())
