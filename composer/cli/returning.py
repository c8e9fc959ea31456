"""Commands for review in Word: send out a review copy, and apply what comes back."""

import sys
from datetime import date, datetime
from pathlib import Path
from typing import Any

from composer.cli.command import MADE, REFUSED, Show, add_letter, command, print_findings, print_json
from composer.cli.reviewed import reviewed_for_document
from composer.domain.errors import ComposerError
from composer.domain.letter import Letter
from composer.library.library import Library
from composer.library.store import file_hash, save
from composer.work import letters
from composer.work.documents import making
from composer.work.documents.files import house_style
from composer.work.program.autosave import user_autosave
from composer.work.returned import report as returned_report
from composer.work.returned.applying import apply_changes, apply_field, new_findings
from composer.work.returned.result import Returned
from composer.work.returned.review_copy import came_back, review_copy


def add_returning(commands: Any) -> None:
    made = command(commands, "leeskopie", "maak een Word-bestand waarin anderen een brief nakijken", _send)
    add_letter(made)
    made.add_argument("-o", dest="target", metavar="UIT", type=Path, required=True, help="naam.docx; een nieuw bestand")
    made = command(
        commands,
        "lees-terug",
        "toon wat anderen in Word aan een brief veranderden, en neem het over",
        _back,
        machine=True,
    )
    add_letter(made)
    made.add_argument("file", metavar="WORD", type=Path, help="het .docx-bestand dat terugkwam")
    made.add_argument("--neem-over", metavar="WELKE", default="", help="alles, of namen van stukken met komma's")
    made.add_argument("--zonder-wijzigingen", action="store_true", help="lees het alsof niemand iets bijhield")


def _send(options: Any, _show: Show) -> int:
    letter, library, rendering = reviewed_for_document(options)
    if options.target.suffix.lower() != ".docx":
        raise ComposerError("een leeskopie is een Word-bestand; kies een naam op .docx", options.target)
    style = house_style(rendering, letter.assembly.document.house_style)
    save(options.target, review_copy(letter, library, style), replace=False)
    print(f"{options.target} is gemaakt. Wie het nakijkt, laat “wijzigingen bijhouden” aan staan.")
    return MADE


def _back(options: Any, _show: Show) -> int:
    digest = file_hash(options.letter)
    before, library, rendering = reviewed_for_document(options)
    style = house_style(rendering, before.assembly.document.house_style)
    view = "oorspronkelijk" if options.zonder_wijzigingen else "aanvaard"
    returned = came_back(before, library, style, options.file, view)
    if options.json:
        print_json(returned_report.record(returned))
    else:
        print("\n".join(returned_report.lines(returned, before.assembly)) or "Er is niets veranderd.")
    chosen = returned_report.asked_for(returned, options.neem_over)
    letter = _taken(before, returned, chosen, everything=options.neem_over == returned_report.EVERYTHING)
    if letter != before.letter:
        user_autosave().versions.keep(before.letter, datetime.now())
        letters.save_letter(letter, rendering, options.letter, digest)
        _tell(before, letter, library, rendering, options.letter)
    return REFUSED if returned_report.remaining(returned, letter, chosen) else MADE


def _taken(before: making.Reviewed, returned: Returned, chosen: frozenset[str], *, everything: bool) -> Letter:
    """The letter with the chosen changes; `everything` includes the fields that were filled in."""
    taken = apply_changes(before.letter, returned, before.assembly, chosen)
    for key, reason in taken.refused:
        print(f"{key} is niet overgenomen: {reason}", file=sys.stderr)
    letter = taken.letter
    for outside in returned.outside if everything else ():
        letter = apply_field(letter, outside)
    return letter


def _tell(before: making.Reviewed, letter: Letter, library: Library, rendering: Library, path: Path) -> None:
    """Prints the findings about the new words: facts that differ, figures without a source."""
    after = making.review(letter, rendering, library, date.today())
    print_findings(tuple(new_findings(before, after)), sys.stderr)
    print(f"{path} is bijgewerkt.", file=sys.stderr)
