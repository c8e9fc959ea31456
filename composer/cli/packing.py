"""Commands for exchanging a library: `bibliotheek pak in` and `pak uit` as one file, `bijwerken` with a shared folder."""

from pathlib import Path
from typing import Any

from composer.cli import arguments
from composer.cli.command import MADE, REFUSED, command
from composer.domain.dutch import counted
from composer.work.editorial.sharing import put_in, share, taken_out, used_folder
from composer.work.organisation import organisation


def add_packing(parts: Any) -> None:
    """Adds the commands below `bibliotheek`."""
    ways = parts.add_parser("pak", help="maak van een bibliotheek één bestand, of pak zo'n bestand uit").add_subparsers(
        metavar="RICHTING", required=True, parser_class=arguments.DutchParser, title="richting"
    )
    made = command(ways, "in", "maak van een map met een bibliotheek één bestand", _pack)
    made.add_argument("folder", metavar="MAP", type=Path, help="de map van de bibliotheek")
    made.add_argument("-o", dest="target", metavar="BESTAND", type=Path, required=True, help="naam.raadsbibliotheek")
    made = command(
        ways,
        "uit",
        "zet een bibliotheek in een map; wat verschilt blijft staan en wordt getoond",
        _unpack,
    )
    made.add_argument("file", metavar="BESTAND", type=Path, help="het .raadsbibliotheek-bestand")
    made.add_argument(
        "-o", dest="folder", metavar="MAP", type=Path, required=True, help="nieuwe map, of die van een bibliotheek"
    )
    made.add_argument(
        "--neem-over", action="store_true", help="neem wat verschilt over; het oude blijft in de geschiedenis"
    )
    made.add_argument("--naam", metavar="NAAM", default="", help="wie dit doet, voor de geschiedenis")

    made = command(parts, "bijwerken", "breng uw kopie en de gedeelde map van uw organisatie weer gelijk", _update)
    made.add_argument("--naam", metavar="NAAM", default="", help="wie dit doet")


def _update(options: Any, _show: object) -> int:
    folders = organisation().folders
    told = [line for folder in folders if (line := used_folder(share(folder), options.naam)[1])]
    print("\n".join(told) or ("Alles is gelijk." if folders else "Er is geen gedeelde map ingesteld."))
    return REFUSED if any(share(folder).unsent_files() for folder in folders) else MADE


def _pack(options: Any, _show: object) -> int:
    count = put_in(options.folder, options.target)
    print(f"{options.target} is gemaakt, met {counted(count, 'bestand', 'bestanden')}.")
    return MADE


def _unpack(options: Any, _show: object) -> int:
    taken = taken_out(options.file, options.folder, options.naam, take=options.neem_over)
    for line in taken.lines:
        print(line)
    return REFUSED if taken.left else MADE
