"""Commands for letters: create, render, check, and the examples."""

import sys
from pathlib import Path
from typing import Any

from composer.cli import arguments
from composer.cli.command import MADE, REFUSED, Show, add_letter, command, print_findings, print_json
from composer.cli.reviewed import reviewed, reviewed_for_document
from composer.work import examples, letters, reporting
from composer.work.documents import making
from composer.work.libraries import open_library


def add_letters(commands: Any) -> None:
    _add_new(commands)
    _add_make(commands)
    _add_check(commands)


def _add_new(commands: Any) -> None:
    made = command(commands, "nieuw", "maak een nieuwe brief", _new)
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
    municipality = library.find_municipality(options.gemeente).cbs
    letter = letters.new_letter(
        library, options.sjabloon, municipality, options.peildatum, day=options.datum, fields=dict(options.veld)
    )
    letters.save_letter(letter, library, options.target, replace=False)
    print(f"{options.target} is gemaakt.")
    return MADE


def _add_make(commands: Any) -> None:
    made = command(commands, "maak", "maak van een brief een Word-document, pdf, webpagina of tekst", _make)
    add_letter(made)
    made.add_argument(
        "-o", dest="target", metavar="UIT", type=Path, required=True, help="naam.docx, .pdf, .html of .txt"
    )
    made.add_argument("--definitief", action="store_true", help="zonder CONCEPT; alleen als niets in de weg staat")


def _make(options: Any, _show: Show) -> int:
    letter, _, rendering = reviewed_for_document(options)
    making.check_suffix(options.target)
    if not making.make(letter, rendering, options.target, final=options.definitief):
        print_findings([finding for finding in letter.findings if finding.severity == "blokkerend"], sys.stderr)
        print("De brief is niet definitief gemaakt; los eerst het bovenstaande op.", file=sys.stderr)
        return REFUSED
    print(f"{options.target} is gemaakt.")
    return MADE


def _add_check(commands: Any) -> None:
    made = command(commands, "controleer", "lees een brief na", _check, machine=True)
    add_letter(made)


def _check(options: Any, _show: Show) -> int:
    letter, library, _ = reviewed(options)
    if options.json:
        print_json(reporting.review_record(letter, library))
    else:
        print_findings(letter.findings, sys.stdout)
        print(reporting.summary(letter, library))
    return MADE if letter.ready else REFUSED


def add_example(commands: Any) -> None:
    made = command(commands, "voorbeeld", "maak de voorbeeldbrieven en open het venster als er een scherm is", _example)
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
