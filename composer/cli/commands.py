"""The commands with their options; exit codes: 0 made, 1 refused or remarks, 2 cannot be read."""

import argparse
import json
import os
import sys
from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path
from typing import Any

from composer import __version__
from composer.cli import arguments
from composer.cli.packing import add_packing
from composer.domain.errors import ComposerError
from composer.domain.finding import Finding, Problem
from composer.library.letters import LetterError
from composer.library.library import Library
from composer.work import examples, letters, making, reporting, series, verification
from composer.work.association import associate, dissociate
from composer.work.libraries import open_library, text_problems
from composer.work.reporting_errors import report, sentence

COMMANDS = ("nieuw", "maak", "controleer", "bibliotheek", "bronnen", "reeks", "voorbeeld")
ALONE = ("-h", "--help", "--versie", "--koppel", "--ontkoppel")
"""What can be given without a command."""
MADE, REFUSED, UNREADABLE = 0, 1, 2
STOPPED = 130
"""Ended by the user, as shells have it."""

Show = Callable[[list[str]], int]


def run(given: Sequence[str], show: Show) -> int:
    """Carries out a command and returns its exit code; `show` opens the window with a letter."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure:
            reconfigure(encoding="utf-8", errors="replace")
    try:
        options = parser().parse_args(list(given))
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


def parser() -> argparse.ArgumentParser:
    """The commands with their options, in Dutch."""
    top = arguments.DutchParser(
        prog="raadsbrief", description="Raadsinformatiebrieven uit tekstblokken met bronnen.", epilog=_EXAMPLES
    )
    top.add_argument("--versie", action="version", version=f"raadsbrief {__version__}", help="toon de versie")
    top.add_argument("--koppel", action=_Task, const=associate, help="open brieven voortaan met dit programma")
    top.add_argument("--ontkoppel", action=_Task, const=dissociate, help="neem die koppeling terug")
    commands = top.add_subparsers(
        title="opdrachten", metavar="OPDRACHT", required=True, parser_class=arguments.DutchParser
    )
    _add_new(commands)
    _add_make(commands)
    _add_check(commands)
    _add_library(commands)
    _add_sources(commands)
    _add_series(commands)
    _add_example(commands)
    return top


class _Task(argparse.Action):
    """An option that is a task of its own: its `const` is done, what that says is printed, and that is all."""

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


def _command(commands: Any, name: str, text: str, command: Callable[[Any, Show], int], *, machine: bool = False) -> Any:
    made = commands.add_parser(name, help=text, description=text[:1].upper() + text[1:] + ".")
    made.set_defaults(command=command)
    made.add_argument(
        "--bibliotheek", metavar="MAP", type=Path, action="append", default=[], help="eigen laag; mag vaker"
    )
    if machine:
        made.add_argument("--json", action="store_true", help="uitvoer voor andere programma's")
    return made


def _add_new(commands: Any) -> None:
    made = _command(commands, "nieuw", "maak een nieuwe brief", _new)
    made.add_argument("--sjabloon", metavar="ID", required=True, help="soort brief, zoals raadsinformatiebrief")
    made.add_argument("--gemeente", metavar="NAAM", required=True, help="naam of cbs-code (GM1721)")
    made.add_argument(
        "--peildatum", metavar="DATUM", type=arguments.day, required=True, help="dag waarop de feiten kloppen"
    )
    made.add_argument("--datum", metavar="DATUM", type=arguments.day, help="datum van de brief; anders de peildatum")
    made.add_argument(
        "--veld", metavar="NAAM=WAARDE", type=arguments.field, action="append", default=[], help="mag vaker"
    )
    made.add_argument("-o", dest="target", metavar="BRIEF", type=Path, required=True, help="het nieuwe bestand")


def _new(options: Any, _show: Show) -> int:
    library = open_library(options.bibliotheek)
    letter = letters.new_letter(
        library, options.sjabloon, options.gemeente, options.peildatum, day=options.datum, fields=dict(options.veld)
    )
    letters.save_letter(letter, library, options.target, replace=False)
    print(f"{options.target} is gemaakt.")
    return MADE


def _add_make(commands: Any) -> None:
    made = _command(commands, "maak", "maak van een brief een Word-document, pdf, webpagina of tekst", _make)
    made.add_argument("letter", metavar="BRIEF", type=Path, help="het .raadsbrief-bestand")
    made.add_argument(
        "-o", dest="target", metavar="UIT", type=Path, required=True, help="naam.docx, .pdf, .html of .txt"
    )
    made.add_argument("--definitief", action="store_true", help="zonder CONCEPT; alleen als niets in de weg staat")


def _make(options: Any, _show: Show) -> int:
    reviewed, _, rendering = _reviewed(options)
    making.check_suffix(options.target)
    if not making.make(reviewed, rendering, options.target, final=options.definitief):
        _print_findings([finding for finding in reviewed.findings if finding.severity == "blokkerend"], sys.stderr)
        print("De brief is niet definitief gemaakt; los eerst het bovenstaande op.", file=sys.stderr)
        return REFUSED
    print(f"{options.target} is gemaakt.")
    return MADE


def _add_check(commands: Any) -> None:
    made = _command(commands, "controleer", "lees een brief na", _check, machine=True)
    made.add_argument("letter", metavar="BRIEF", type=Path, help="het .raadsbrief-bestand")


def _check(options: Any, _show: Show) -> int:
    reviewed, library, _ = _reviewed(options)
    if options.json:
        _print_json(reporting.review_record(reviewed, library))
    else:
        _print_findings(reviewed.findings, sys.stdout)
        print(reporting.summary(reviewed, library))
    return MADE if reviewed.ready else REFUSED


def _reviewed(options: Any) -> tuple[making.Reviewed, Library, Library]:
    library = open_library(options.bibliotheek)
    _warn(library)
    letter, rendering = letters.open_letter(options.letter, library)
    return making.review(letter, rendering, library, date.today()), library, rendering


def _warn(library: Library) -> None:
    """Mistakes in the library are told, and do not stop a letter."""
    for problem in library.problems:
        print(problem, file=sys.stderr)


def _print_findings(findings: Sequence[Finding], stream: Any) -> None:
    for finding in findings:
        place = f" [{finding.piece}]" if finding.piece else ""
        print(f"{finding.severity}: {finding.message}{place} ({finding.code})", file=stream)


def _print_json(record: Any) -> None:
    print(json.dumps(record, ensure_ascii=False, indent=2))


def _add_library(commands: Any) -> None:
    parts = commands.add_parser("bibliotheek", help="bekijk of controleer de bibliotheek").add_subparsers(
        metavar="WAT", required=True, parser_class=arguments.DutchParser, title="wat"
    )
    checked = _command(parts, "controleer", "zoek fouten in de bibliotheek", _check_library, machine=True)
    shown = _command(parts, "toon", "toon tekstblokken, feiten en bronnen", _show_library, machine=True)
    shown.add_argument("--onderwerp", metavar="O", help="alleen dit onderwerp, zoals spuk-iza")
    add_packing(parts, _command)
    for part in (checked, shown):
        part.add_argument("--peildatum", metavar="DATUM", type=arguments.day, default=None, help="anders vandaag")


def _check_library(options: Any, _show: Show) -> int:
    library = open_library(options.bibliotheek)
    day = options.peildatum or date.today()
    problems = [*library.problems, *text_problems(library), *reporting.library_remarks(library, day)]
    if options.json:
        _print_json({"opmerkingen": [reporting.problem_record(problem) for problem in problems]})
    else:
        for problem in problems:
            print(problem)
        print(reporting.library_line(library, len(problems)))
    return REFUSED if problems else MADE


def _show_library(options: Any, _show: Show) -> int:
    library = open_library(options.bibliotheek)
    _warn(library)
    record = reporting.library_record(library, options.peildatum or date.today(), options.onderwerp)
    if options.json:
        _print_json(record)
    else:
        for line in reporting.library_lines(record):
            print(line)
    return MADE


def _add_sources(commands: Any) -> None:
    parts = commands.add_parser("bronnen", help="zoek feiten op in hun bronnen").add_subparsers(
        metavar="WAT", required=True, parser_class=arguments.DutchParser, title="wat"
    )
    made = _command(
        parts, "controleer", "zoek de waarden van feiten op in de tekst van hun bronnen", _check_sources, machine=True
    )
    made.add_argument("--map", dest="folder", metavar="MAP", type=Path, required=True, help="map met de bronbestanden")


def _check_sources(options: Any, _show: Show) -> int:
    library = open_library(options.bibliotheek)
    _warn(library)
    record, problems = verification.verify(library, options.folder)
    for problem in problems:
        print(problem, file=sys.stderr)
    if options.json:
        _print_json(record)
    else:
        for line in verification.lines(record):
            print(line)
    return REFUSED if problems or verification.missing(record) else MADE


def _add_series(commands: Any) -> None:
    made = _command(commands, "reeks", "maak dezelfde brief voor meer gemeenten", _series)
    made.add_argument("letter", metavar="BRIEF", type=Path, help="het .raadsbrief-bestand dat als voorbeeld dient")
    made.add_argument(
        "--gemeenten", metavar="WELKE", required=True, help="alle, regio:ID, of namen met komma's ertussen"
    )
    made.add_argument("-o", dest="folder", metavar="MAP", type=Path, required=True, help="nieuwe of lege map")


def _series(options: Any, _show: Show) -> int:
    library = open_library(options.bibliotheek)
    _warn(library)
    letter, _ = letters.open_letter(options.letter, library)
    made = series.make_series(letter, library, options.gemeenten, options.folder)
    print(f"{len(made)} brieven staan in {options.folder}.")
    return MADE


def _add_example(commands: Any) -> None:
    made = _command(
        commands, "voorbeeld", "maak de voorbeeldbrieven en open het venster als er een scherm is", _example
    )
    made.add_argument(
        "folder", metavar="MAP", type=Path, nargs="?", default=Path("voorbeeldbrieven"), help="waar ze komen"
    )
    made.add_argument("--zonder-venster", action="store_true", help="open het venster niet")


def _example(options: Any, show: Show) -> int:
    library = open_library(options.bibliotheek)
    made = examples.make_examples(library, options.folder)
    for path in made:
        print(f"{path} is gemaakt.")
    first = next((path for path in made if path.name == examples.FIRST), None)
    if first is None or options.zonder_venster or not examples.has_screen():
        return MADE
    return show([str(first)])
