"""Commands for documents: check a Word file, prepare a letter for publication, import a house style."""

import sys
from pathlib import Path
from typing import Any, get_args

from composer.cli import arguments
from composer.cli.command import MADE, REFUSED, Show, add_letter, command, group, print_json
from composer.cli.reviewed import reviewed_for_document
from composer.domain import woo
from composer.domain.dutch import capitalised, counted
from composer.export.house_style import Contents, NoteStyle
from composer.export.house_styles.inspection import Choices, Inspection, proposed
from composer.library.store import save
from composer.work.documents import house_style_report, house_styles, judging, publishing
from composer.work.libraries import open_library


def add_documents(commands: Any) -> None:
    _add_judge(commands)
    _add_publish(commands)
    parts = group(commands, "huisstijl", "maak van een Word-document een huisstijl")
    _add_look(parts)
    _add_adopt(parts)


def _add_judge(commands: Any) -> None:
    made = command(commands, "keur", "kijk of een Word-bestand heel en voor iedereen leesbaar is", _judge, machine=True)
    made.add_argument("file", metavar="BESTAND", type=Path, help="een .docx, van wie dan ook")


def _judge(options: Any, _show: Show) -> int:
    remarks = judging.judge(options.file)
    if options.json:
        print_json(judging.record(options.file, remarks))
    else:
        print("\n".join(judging.lines(remarks)))
    return REFUSED if remarks else MADE


def _add_publish(commands: Any) -> None:
    made = command(commands, "publiceer", "zet alles klaar wat met een brief openbaar wordt", _publish, machine=True)
    add_letter(made)
    made.add_argument("-o", dest="folder", metavar="MAP", type=Path, required=True, help="nieuwe of lege map")
    made.add_argument(
        "--woo",
        metavar="CATEGORIE",
        default=woo.USUAL,
        help="andere categorie van artikel 3.3 Woo, zoals 2a; anders 2c",
    )


def _publish(options: Any, _show: Show) -> int:
    letter, _, rendering = reviewed_for_document(options)
    kit = publishing.publish(letter, rendering, options.letter, options.folder, options.woo)
    if options.json:
        print_json(publishing.record(kit))
        return MADE if kit.made else REFUSED
    for line in publishing.lines(kit):
        print(line, file=sys.stderr)
    if not kit.made:
        print("Er is niets klaargezet; los eerst het bovenstaande op.", file=sys.stderr)
        return REFUSED
    files = capitalised(counted(len(kit.files), "bestand staat", "bestanden staan"))
    print(f"{files} in {options.folder}.")
    return MADE


def _add_look(parts: Any) -> None:
    made = command(parts, "bekijk", "toon wat in een Word-document herkend wordt", _look, machine=True)
    _add_source(made)
    _add_choices(made)
    made.add_argument("--proef", metavar="UIT", type=Path, help="een voorbeeldbrief erin, als .pdf of .docx")


def _look(options: Any, _show: Show) -> int:
    inspection = house_styles.inspect(options.file)
    if options.json:
        print_json(house_style_report.record(inspection))
    else:
        print("\n".join(house_style_report.lines(inspection)))
    if options.proef:
        choices, library = _choices(options, inspection), open_library(options.bibliotheek)
        save(options.proef, house_styles.preview(inspection, choices, library, options.proef.suffix))
    return MADE


def _add_adopt(parts: Any) -> None:
    made = command(parts, "importeer", "neem een Word-document over als huisstijl", _adopt)
    _add_source(made)
    made.add_argument("--id", metavar="ID", required=True, help="waaronder de huisstijl gekozen wordt, zoals ons-huis")
    made.add_argument("-o", dest="layer", metavar="LAAG", type=Path, required=True, help="map van uw eigen bibliotheek")
    _add_choices(made)


def _adopt(options: Any, _show: Show) -> int:
    inspection = house_styles.inspect(options.file)
    folder = house_styles.adopt(inspection, _choices(options, inspection), options.layer, options.id)
    print("\n".join(house_style_report.lines(inspection)))
    print(f"De huisstijl staat in {folder}. Kies haar in een brief of gemeente met “huisstijl: {options.id}”.")
    return MADE


def _add_source(made: Any) -> None:
    made.add_argument("file", metavar="BESTAND", type=Path, help="een .docx of .dotx van uw organisatie")


def _add_choices(made: Any) -> None:
    pair, yes = arguments.field, "store_true"
    made.add_argument("--naam", metavar="NAAM", default="", help="hoe de huisstijl heet; anders als het bestand")
    made.add_argument("--houd-tekst", action=yes, help="houd de tekst die in het document staat, om de brief heen")
    made.add_argument("--logotekst", metavar="WOORDEN", default="", help="wat het beeldmerk laat zien, in woorden")
    made.add_argument(
        "--stijl", metavar="SOORT=NAAM", type=pair, action="append", default=[], help="andere stijl; mag vaker"
    )
    made.add_argument(
        "--plaats",
        metavar="SLEUTEL=WAT",
        type=pair,
        action="append",
        default=[],
        help="wat daar ingevuld wordt; mag vaker",
    )
    made.add_argument("--noten", choices=get_args(NoteStyle), default="voetnoten", help="waar de bronnen komen")
    made.add_argument("--inhoudsopgave", metavar="KOPPEN", type=int, help="vanaf zoveel koppen een inhoudsopgave")
    made.add_argument("--bronnenpagina", action=yes, help="sluit af met een bladzijde met bronnen en peildatum")
    made.add_argument("--zonder-bladnummers", action=yes, help="voeg geen bladnummers toe als die er niet zijn")
    made.add_argument("--pdf-lettertype", metavar="NAAM", default="", help="lettertype van de pdf")


def _choices(options: Any, inspection: Inspection) -> Choices:
    plain = proposed(inspection)
    return Choices(
        name=options.naam or plain.name,
        keep_text=options.houd_tekst,
        styles=dict(options.stijl),
        places=dict(options.plaats),
        logo_alternative=options.logotekst or plain.logo_alternative,
        page_numbers=not options.zonder_bladnummers,
        notes=options.noten,
        contents=Contents(from_headings=options.inhoudsopgave) if options.inhoudsopgave else None,
        sources_page=options.bronnenpagina,
        pdf_font=options.pdf_lettertype,
    )
