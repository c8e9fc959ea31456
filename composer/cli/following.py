"""Commands for the accountability sheet, the next letter and the register of promises."""

from datetime import date
from pathlib import Path
from typing import Any

from composer.cli import arguments
from composer.cli.command import MADE, Show, add_letter, command, print_json, warn
from composer.cli.reviewed import reviewed, reviewed_for_document
from composer.work import letters
from composer.work.documents import making
from composer.work.following import follow_up
from composer.work.following.accountability import make_sheet
from composer.work.following.questions import in_lines, open_line, question_record, questions
from composer.work.libraries import open_library
from composer.work.writing.availability import PassageAvailability


def add_following(commands: Any) -> None:
    _add_sheet(commands)
    _add_follow_up(commands)
    _add_promises(commands)
    _add_questions(commands)


def _add_sheet(commands: Any) -> None:
    made = command(
        commands, "verantwoording", "maak het verantwoordingsblad van een brief, voor intern gebruik", _sheet
    )
    add_letter(made)
    made.add_argument(
        "-o", dest="target", metavar="UIT", type=Path, required=True, help="naam.docx, .pdf, .html of .txt"
    )


def _sheet(options: Any, _show: Show) -> int:
    letter, _, rendering = reviewed_for_document(options)
    making.check_suffix(options.target)
    make_sheet(letter, rendering, options.target, date.today())
    print(f"{options.target} is gemaakt. Dit blad is niet voor de raad.")
    return MADE


def _add_follow_up(commands: Any) -> None:
    made = command(commands, "vervolg", "maak een vervolgbrief die begint met wat er veranderd is", _follow_up)
    add_letter(made, "de eerdere brief")
    made.add_argument("--peildatum", metavar="DATUM", type=arguments.day, required=True, help="dag van de nieuwe brief")
    made.add_argument("--sjabloon", metavar="ID", default="vervolgbrief", help="anders vervolgbrief")
    made.add_argument("-o", dest="target", metavar="BRIEF", type=Path, required=True, help="het nieuwe bestand")


def _follow_up(options: Any, _show: Show) -> int:
    library = open_library(options.bibliotheek)
    warn(library)
    earlier, _ = letters.open_letter(options.letter, library)
    letter = follow_up.follow_up(earlier, library, options.peildatum, options.sjabloon)
    letters.save_letter(letter, library, options.target, replace=False)
    print(f"{options.target} is gemaakt.")
    return MADE


def _add_promises(commands: Any) -> None:
    made = command(commands, "toezeggingen", "toon wat de brieven in een map de raad beloven", _promises, machine=True)
    made.add_argument("folder", metavar="MAP", type=Path, help="map met .raadsbrief-bestanden")


def _promises(options: Any, _show: Show) -> int:
    found = follow_up.register(options.folder, date.today())
    if options.json:
        print_json({"toezeggingen": [follow_up.promise_record(promised) for promised in found]})
    else:
        for promised in found:
            print(follow_up.promise_line(promised))
        print(follow_up.register_line(found))
    return MADE


def _add_questions(commands: Any) -> None:
    made = command(
        commands, "vragen", "toon wat raadsleden kunnen vragen, en of de brief het zegt", _questions, machine=True
    )
    add_letter(made)


def _questions(options: Any, _show: Show) -> int:
    letter, library, rendering = reviewed(options)
    asked = questions(letter, PassageAvailability(letter.letter, rendering, library))
    if options.json:
        print_json({"vragen": [question_record(question) for question in asked]})
    elif asked:
        print(f"{in_lines(asked)}\n\n{open_line(asked)}")
    else:
        print("Bij deze soort brief horen geen vragen.")
    return MADE
