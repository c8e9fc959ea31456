"""Shared parts of commands: options, exit codes, and the output of findings."""

import argparse
import json
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from composer.cli import arguments
from composer.domain.dutch import as_sentence
from composer.domain.finding import Finding
from composer.library.library import Library

MADE, REFUSED, UNREADABLE = 0, 1, 2
"""Made or nothing wrong; refused or remarks; cannot be read."""

Show = Callable[[list[str]], int]
"""Opens the window with what is on the command line, and returns its exit code."""


def command(
    commands: Any, name: str, text: str, carry_out: Callable[[Any, Show], int], *, machine: bool = False
) -> Any:
    """A command with its layers of content; `machine` gives it --json."""
    made = commands.add_parser(name, help=text, description=as_sentence(text))
    made.set_defaults(command=carry_out)
    made.add_argument(
        "--bibliotheek", metavar="MAP", type=Path, action="append", default=[], help="eigen laag; mag vaker"
    )
    if machine:
        made.add_argument("--json", action="store_true", help="uitvoer voor andere programma's")
    return made


def group(commands: Any, name: str, text: str) -> Any:
    """A command that only has commands below it."""
    return commands.add_parser(name, help=text).add_subparsers(
        metavar="WAT", required=True, parser_class=arguments.DutchParser, title="wat"
    )


def add_letter(made: argparse.ArgumentParser, text: str = "het .raadsbrief-bestand") -> None:
    made.add_argument("letter", metavar="BRIEF", type=Path, help=text)


def warn(library: Library) -> None:
    """Prints the problems of a library to standard error."""
    for problem in library.problems:
        print(problem, file=sys.stderr)


def print_findings(findings: Sequence[Finding], stream: Any) -> None:
    for finding in findings:
        place = f" [{finding.piece}]" if finding.piece else ""
        print(f"{finding.severity}: {finding.message}{place} ({finding.code})", file=stream)


def print_json(record: Any) -> None:
    print(json.dumps(record, ensure_ascii=False, indent=2))
