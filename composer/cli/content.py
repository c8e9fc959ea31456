"""Commands for the library: its content, its problems, and the verification of facts in their sources."""

import sys
from datetime import date
from pathlib import Path
from typing import Any

from composer.cli import arguments
from composer.cli.command import MADE, REFUSED, Show, command, group, print_json, warn
from composer.cli.packing import add_packing
from composer.library.layers import Layer
from composer.work import reporting, verification
from composer.work.documents.house_styles import unusable
from composer.work.editorial.health import health, health_lines, health_record
from composer.work.editorial.reviewing import damaged, waiting
from composer.work.editorial.usage import letters_in
from composer.work.libraries import open_library
from composer.work.organisation import organisation
from composer.work.text_mistakes import text_problems


def add_content(commands: Any) -> None:
    _add_library(commands)
    _add_sources(commands)


def _add_library(commands: Any) -> None:
    parts = group(commands, "bibliotheek", "bekijk of controleer de bibliotheek")
    checked = command(parts, "controleer", "zoek fouten in de bibliotheek", _check_library, machine=True)
    shown = command(parts, "toon", "toon tekstblokken, feiten en bronnen", _show_library, machine=True)
    shown.add_argument("--onderwerp", metavar="O", help="alleen dit onderwerp, zoals spuk-iza")
    state = command(parts, "stand", "toon waar de bibliotheek aandacht vraagt", _health, machine=True)
    state.add_argument(
        "--brieven", metavar="MAP", type=Path, action="append", default=[], help="map met brieven; mag vaker"
    )
    add_packing(parts)
    for part in (checked, shown, state):
        part.add_argument("--peildatum", metavar="DATUM", type=arguments.day, default=None, help="anders vandaag")


def _check_library(options: Any, _show: Show) -> int:
    library = open_library(options.bibliotheek)
    day = options.peildatum or date.today()
    problems = [
        *library.problems,
        *text_problems(library),
        *unusable(library),
        *reporting.library_remarks(library, day),
    ]
    problems += [
        problem for folder in (*organisation().folders, *options.bibliotheek) for problem in damaged(Layer(folder))
    ]
    if options.json:
        print_json({"opmerkingen": [reporting.problem_record(problem) for problem in problems]})
    else:
        for problem in problems:
            print(problem)
        print(reporting.library_line(library, len(problems)))
    return REFUSED if problems else MADE


def _show_library(options: Any, _show: Show) -> int:
    library = open_library(options.bibliotheek)
    warn(library)
    record = reporting.library_record(library, options.peildatum or date.today(), options.onderwerp)
    if options.json:
        print_json(record)
    else:
        for line in reporting.library_lines(record):
            print(line)
    return MADE


def _health(options: Any, _show: Show) -> int:
    library = open_library(options.bibliotheek)
    letters = letters_in(options.brieven)
    state = health(library, letters, options.peildatum or date.today(), waiting(library, options.bibliotheek))
    for problem in state.problems:
        print(problem, file=sys.stderr)
    if options.json:
        print_json(health_record(state))
    else:
        for line in health_lines(state):
            print(line)
    return MADE


def _add_sources(commands: Any) -> None:
    parts = group(commands, "bronnen", "zoek feiten op in hun bronnen")
    made = command(
        parts, "controleer", "zoek de waarden van feiten op in de tekst van hun bronnen", _check_sources, machine=True
    )
    made.add_argument("--map", dest="folder", metavar="MAP", type=Path, required=True, help="map met de bronbestanden")


def _check_sources(options: Any, _show: Show) -> int:
    library = open_library(options.bibliotheek)
    warn(library)
    record, problems = verification.verify(library, options.folder)
    for problem in problems:
        print(problem, file=sys.stderr)
    if options.json:
        print_json(record)
    else:
        for line in verification.lines(record):
            print(line)
    return REFUSED if problems or verification.missing(record) else MADE
