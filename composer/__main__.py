"""Starts Raadsbrief: a window without a command, else the command line."""

import sys

from composer.cli.commands import COMMANDS, run


def main() -> int:
    """The exit code; the window's libraries are imported only for the window."""
    arguments = sys.argv[1:]
    if any(argument in COMMANDS for argument in arguments) or {"-h", "--help", "--versie"} & set(arguments):
        return run(arguments, _show)
    return _window(arguments)


def _show(arguments: list[str]) -> int:
    return _window(arguments)


def _window(arguments: list[str]) -> int:
    from composer.app import start  # deferred: Qt takes longer to import than a command takes to run

    return start(arguments)


if __name__ == "__main__":
    sys.exit(main())
