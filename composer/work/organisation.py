"""An organisation's presets for all its users, and its shared layers."""

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
    """Reads the layers, with broken references and unlikely values among the `problems`."""
    library = load(paths.content(), layers)
    return replace(library, problems=(*library.problems, *broken_references(library), *unlikely_records(library)))


def completed(library: Library, presets: Presets, missing: Iterable[Problem]) -> Library:
    """The library with the organisation's presets, their problems, and those of unreachable folders."""
    problems = (*presets.problems, *missing, *library.problems, *_of_presets(presets, library))
    return replace(library, problems=problems, default_house_style=_default_style(presets, library))


def organisation() -> Presets:
    """The organisation's presets; for an unreadable file, empty ones with a problem."""
    try:
        return read_presets(paths.presets())
    except ComposerError as error:
        return Presets(problems=(Problem(error.message, error.path, error.line),))


def within_reach(folders: Iterable[Path]) -> tuple[list[Path], list[Problem]]:
    """The folders, or their mirrors while the network is down; with a problem for each that the user should know of."""
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
    """Problems for preset values that do not exist in the library."""
    if presets.house_style and presets.house_style not in library.house_styles:
        known = ", ".join(sorted(library.house_styles))
        yield Problem(f"[huisstijl] naam: “{presets.house_style}” bestaat niet; kies uit {known}", paths.presets())
    code = presets.values.get(MUNICIPALITY)
    if code and code not in library.municipalities:
        message = f"[wie] gemeente: “{code}” is geen cbs-code die we kennen; schrijf bijvoorbeeld GM1721"
        yield Problem(message, paths.presets())
