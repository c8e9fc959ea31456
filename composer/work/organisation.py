"""What an organisation sets for all its users, and the layers that it shares with them."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

from composer import paths
from composer.domain.errors import ComposerError
from composer.domain.finding import Problem
from composer.library.layers import load
from composer.library.library import Library
from composer.library.plausibility import unlikely_records
from composer.library.presets import MUNICIPALITY, Presets, read_presets
from composer.library.references import broken_references
from composer.work.editorial.sharing import at_hand


def read_layers(layers: Iterable[Path]) -> Library:
    """All of them anew, with what is broken between them and what can hardly be meant."""
    library = load(paths.content(), layers)
    return replace(library, problems=(*library.problems, *broken_references(library), *unlikely_records(library)))


def completed(library: Library, presets: Presets, missing: Iterable[Problem]) -> Library:
    """With what the organisation has set, and what is wrong with that or could not be reached."""
    problems = (*presets.problems, *missing, *library.problems, *_of_presets(presets, library))
    return replace(library, problems=problems, default_house_style=_default_style(presets, library))


def organisation() -> Presets:
    """What the organisation has set beside the program; a file that cannot be read is a problem and sets nothing."""
    try:
        return read_presets(paths.presets())
    except ComposerError as error:
        return Presets(problems=(Problem(error.message, error.path, error.line),))


def within_reach(folders: Iterable[Path]) -> tuple[list[Path], list[Problem]]:
    """The folders, or one's own copies of them while the network is gone; with what the user should know of each."""
    shared: list[Path] = []
    missing: list[Problem] = []
    for folder in folders:
        try:
            place, told = at_hand(folder, datetime.now(UTC))
        except ComposerError as error:
            missing.append(Problem(error.message, error.path, severity="waarschuwing"))
            continue
        shared.append(place)
        missing += [Problem(told, folder, severity="waarschuwing")] if told else []
    return shared, missing


def _default_style(presets: Presets, library: Library) -> str:
    known = presets.house_style in library.house_styles
    return presets.house_style if presets.house_style and known else library.default_house_style


def _of_presets(presets: Presets, library: Library) -> Iterator[Problem]:
    """What is set and does not exist."""
    if presets.house_style and presets.house_style not in library.house_styles:
        known = ", ".join(sorted(library.house_styles))
        yield Problem(f"[huisstijl] naam: “{presets.house_style}” bestaat niet; kies uit {known}", paths.presets())
    code = presets.values.get(MUNICIPALITY)
    if code and code not in library.municipalities:
        message = f"[wie] gemeente: “{code}” is geen cbs-code die we kennen; schrijf bijvoorbeeld GM1721"
        yield Problem(message, paths.presets())
