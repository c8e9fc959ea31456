"""The command for a series: one letter for many municipalities."""

import sys
from pathlib import Path
from typing import Any

from composer.cli.command import MADE, Show, add_letter, command, warn
from composer.cli.reviewed import check_house_style
from composer.domain.dutch import capitalised, counted, plural
from composer.work import letters
from composer.work.documents import series
from composer.work.libraries import open_library


def add_series(commands: Any) -> None:
    made = command(commands, "reeks", "maak dezelfde brief voor meer gemeenten", _series)
    add_letter(made, "het .raadsbrief-bestand dat als voorbeeld dient")
    made.add_argument(
        "--gemeenten", metavar="WELKE", required=True, help="alle, regio:ID, of namen met komma's ertussen"
    )
    made.add_argument("-o", dest="folder", metavar="MAP", type=Path, required=True, help="nieuwe of lege map")


def _series(options: Any, _show: Show) -> int:
    library = open_library(options.bibliotheek)
    warn(library)
    letter, _ = letters.open_letter(options.letter, library)
    check_house_style(letter, library, options.letter)
    made = series.make_series(letter, library, options.gemeenten, options.folder, _progress)
    print(f"{capitalised(counted(len(made), 'brief staat', 'brieven staan'))} in {options.folder}.")
    return MADE


def _progress(made: int, wanted: int) -> None:
    """Prints the progress of a series, only when the output is a terminal."""
    if sys.stderr.isatty():
        end = "\n" if made == wanted else ""
        print(f"\r{made} van {wanted} {plural(wanted, 'brief', 'brieven')}", end=end, file=sys.stderr, flush=True)
