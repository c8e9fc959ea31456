"""The command line: runs a command, and prints any error as one Dutch sentence."""

import argparse
import os
import sys
from collections.abc import Sequence
from typing import Any

from composer import __version__
from composer.cli import arguments
from composer.cli.command import MADE, UNREADABLE, Show
from composer.cli.command_names import COMMANDS, EVERYDAY, SERIES
from composer.domain.errors import ComposerError
from composer.domain.finding import Problem
from composer.library.letters import LetterError
from composer.work.libraries import require_folders
from composer.work.program.reporting_errors import report, sentence

STOPPED = 130
"""Ended by the user, as shells have it."""


def run(given: Sequence[str], show: Show) -> int:
    """Carries out a command and returns its exit code; `show` opens the window with a letter."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure:
            reconfigure(encoding="utf-8", errors="replace")
    try:
        options = parser(given).parse_args(list(given))
        require_folders(options.bibliotheek)
        code = options.command(options, show)
        sys.stdout.flush()
        return code
    except BrokenPipeError:  # whoever was reading has read enough, as head has
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return MADE
    except LetterError as error:
        return _fail(*error.problems)
    except ComposerError as error:
        return _fail(Problem(error.message, error.path, error.line))
    except Exception as error:  # what nobody foresaw: one sentence, and a report without a word of the letter
        command = next((argument for argument in given if argument in COMMANDS), "")
        return _fail(Problem(sentence(error, report(error, command))))
    except KeyboardInterrupt:
        return STOPPED


def _fail(*problems: Problem) -> int:
    for problem in problems:
        print(problem, file=sys.stderr)
    return UNREADABLE


def parser(given: Sequence[str] = ()) -> argparse.ArgumentParser:
    """The parser of all commands; with an everyday command as first argument, of that group alone."""
    top = arguments.DutchParser(
        prog="raadsbrief", description="Raadsinformatiebrieven uit tekstblokken met bronnen.", epilog=_EXAMPLES
    )
    top.add_argument("--versie", action="version", version=f"raadsbrief {__version__}", help="toon de versie")
    top.add_argument("--koppel", action=_Task, const=_associate, help="open brieven voortaan met dit programma")
    top.add_argument("--ontkoppel", action=_Task, const=_dissociate, help="neem die koppeling terug")
    commands = top.add_subparsers(
        title="opdrachten", metavar="OPDRACHT", required=True, parser_class=arguments.DutchParser
    )
    _add_commands(commands, given[0] if given else "")
    return top


def _add_commands(commands: Any, first: str) -> None:
    """Adds the commands that `first` may name; the others are not imported, since that takes longer than making a letter."""
    from composer.cli.series import add_series  # deferred, all of these

    if first == SERIES:
        add_series(commands)
        return
    from composer.cli.letters import add_example, add_letters

    for add in (add_letters, add_series, add_example):
        add(commands)
    if first not in EVERYDAY:
        _add_others(commands)


def _add_others(commands: Any) -> None:
    from composer.cli.content import add_content  # deferred, as above
    from composer.cli.documents import add_documents
    from composer.cli.editorial import add_editorial
    from composer.cli.following import add_following
    from composer.cli.returning import add_returning

    for add in (add_documents, add_following, add_content, add_returning, add_editorial):
        add(commands)


def _associate() -> str:
    from composer.work.program.association import associate  # deferred, as above

    return associate()


def _dissociate() -> str:
    from composer.work.program.association import dissociate  # deferred, as above

    return dissociate()


class _Task(argparse.Action):
    """An option that is a task of its own: calls its `const`, prints the result and exits."""

    def __init__(self, **options: Any) -> None:
        super().__init__(nargs=0, **options)

    def __call__(self, parser: argparse.ArgumentParser, *_: object) -> None:
        print(self.const())
        parser.exit(MADE)


_EXAMPLES = """voorbeelden:
  raadsbrief                                        open het venster
  raadsbrief brief.raadsbrief                       open het venster met deze brief
  raadsbrief nieuw --sjabloon raadsinformatiebrief --gemeente Bernheze --peildatum 2024-12-10 -o brief.raadsbrief
  raadsbrief maak brief.raadsbrief -o brief.docx
  raadsbrief controleer brief.raadsbrief
  raadsbrief bibliotheek toon --onderwerp spuk-iza --peildatum 2024-12-20
"""
