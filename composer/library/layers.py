"""Folders of content, read one after another into a library; a later layer adds, replaces texts and completes profiles."""

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from composer.domain.dossier import Lane, Subject, Term
from composer.domain.errors import ComposerError, did_you_mean
from composer.domain.fact import Fact, FactSeries
from composer.domain.finding import Problem
from composer.domain.model import Model
from composer.domain.municipality import Municipality, ProfileField, Region
from composer.domain.snippet import Snippet
from composer.domain.source import Source
from composer.domain.template import Template
from composer.library.folders import HOUSE_STYLES, LISTS, TEXTS, Layer, layers_of, undisturbed
from composer.library.gathered import Gathered
from composer.library.library import Library
from composer.library.passages import read_passage
from composer.library.records import read_list, taken


def load(shipped: Path | None, folders: Iterable[Path] = ()) -> Library:
    """The library of the shipped content and the layers in `folders`, in that order; mistakes are in its `problems`."""
    gathered = Gathered()
    with undisturbed():
        for layer in layers_of(shipped, folders):
            _read_layer(layer, gathered)
        return _library(gathered)


def _read_layer(layer: Layer, gathered: Gathered) -> None:
    if not layer.folder.is_dir():
        gathered.problems.append(Problem("deze map bestaat niet; kies de map van de bibliotheek", layer.folder))
        return
    for pattern, kind in _LISTS:
        for path in layer.files(pattern):
            _guarded(gathered, read_list, path, kind, gathered)
    for pattern, kind in _TEXTS:
        for path in layer.texts(pattern):
            _guarded(gathered, read_passage, path, kind, gathered)
    for folder in layer.files(HOUSE_STYLES):
        if folder.is_dir():
            gathered.house_styles[folder.name] = folder


_LISTS: tuple[tuple[str, type[Model]], ...] = tuple(
    zip(LISTS, (Subject, Lane, Term, ProfileField, Source, Fact, Municipality, Region), strict=True)
)
_TEXTS: tuple[tuple[str, type[Snippet | Template]], ...] = tuple(zip(TEXTS, (Snippet, Template), strict=True))


def _guarded(gathered: Gathered, read: Any, path: Path, *arguments: Any) -> None:
    """One bad file never takes the rest down."""
    try:
        read(path, *arguments)
    except ComposerError as error:
        gathered.problems.append(Problem(error.message, error.path or path, error.line))


def _library(gathered: Gathered) -> Library:
    names = {item.cbs: item.name for item in gathered.of(Municipality).values()}
    names |= {item.id: item.name for item in gathered.of(Region).values()}
    facts = dict(gathered.of(Fact))
    for series in gathered.of(FactSeries).values():
        place = gathered.places["FactSeries", series.series]
        for fact in _series_facts(series, names, gathered):
            if fact.id in gathered.of(Fact):
                gathered.tell(taken(fact.id, place), gathered.places["Fact", fact.id])
                continue
            facts[fact.id] = fact
            gathered.places["Fact", fact.id] = place
    return Library(
        sources=gathered.of(Source),
        facts=facts,
        series=gathered.of(FactSeries),
        snippets=gathered.of(Snippet),
        templates=gathered.of(Template),
        municipalities=gathered.of(Municipality),
        regions=gathered.of(Region),
        subjects=gathered.of(Subject),
        lanes=gathered.of(Lane),
        terms=gathered.of(Term),
        profile_fields=gathered.of(ProfileField),
        house_styles=gathered.house_styles,
        places=gathered.places,
        problems=tuple(gathered.problems),
    )


def _series_facts(series: FactSeries, names: dict[str, str], gathered: Gathered) -> Iterator[Fact]:
    for key in series.rows:
        if key in names:
            yield series.fact(key, names[key])
            continue
        place = gathered.places["FactSeries", series.series]
        message = (
            f"rijen: “{key}” is geen bekende {series.per}.{did_you_mean(key, names)} Verbeter de code of voeg hem toe"
        )
        gathered.tell(message, place)
