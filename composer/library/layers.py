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
from composer.library.builder import LibraryBuilder
from composer.library.folders import HOUSE_STYLES, LISTS, TEXTS, Layer, gc_paused, layers_of
from composer.library.library import Library
from composer.library.passages import read_passage
from composer.library.records import read_list, taken


def load(shipped: Path | None, folders: Iterable[Path] = ()) -> Library:
    """The library of the shipped content and the layers in `folders`, in that order; mistakes are in its `problems`."""
    builder = LibraryBuilder()
    with gc_paused():
        for layer in layers_of(shipped, folders):
            _read_layer(layer, builder)
        return _library(builder)


def _read_layer(layer: Layer, builder: LibraryBuilder) -> None:
    if not layer.folder.is_dir():
        builder.problems.append(Problem("deze map bestaat niet; kies de map van de bibliotheek", layer.folder))
        return
    for pattern, kind in _LISTS:
        for path in layer.files(pattern):
            _guarded(builder, read_list, path, kind, builder)
    for pattern, kind in _TEXTS:
        for path in layer.texts(pattern):
            _guarded(builder, read_passage, path, kind, builder)
    for folder in layer.files(HOUSE_STYLES):
        if folder.is_dir():
            builder.house_styles[folder.name] = folder


_LISTS: tuple[tuple[str, type[Model]], ...] = tuple(
    zip(LISTS, (Subject, Lane, Term, ProfileField, Source, Fact, Municipality, Region), strict=True)
)
_TEXTS: tuple[tuple[str, type[Snippet | Template]], ...] = tuple(zip(TEXTS, (Snippet, Template), strict=True))


def _guarded(builder: LibraryBuilder, read: Any, path: Path, *arguments: Any) -> None:
    """Calls `read`, and turns an error into a problem, so that other files are still read."""
    try:
        read(path, *arguments)
    except ComposerError as error:
        builder.problems.append(Problem(error.message, error.path or path, error.line))


def _library(builder: LibraryBuilder) -> Library:
    names = {item.cbs: item.name for item in builder.of(Municipality).values()}
    names |= {item.id: item.name for item in builder.of(Region).values()}
    facts = dict(builder.of(Fact))
    for series in builder.of(FactSeries).values():
        place = builder.places["FactSeries", series.series]
        for fact in _series_facts(series, names, builder):
            if fact.id in builder.of(Fact):
                builder.add_problem(taken(fact.id, place), builder.places["Fact", fact.id])
                continue
            facts[fact.id] = fact
            builder.places["Fact", fact.id] = place
    return Library(
        sources=builder.of(Source),
        facts=facts,
        series=builder.of(FactSeries),
        snippets=builder.of(Snippet),
        templates=builder.of(Template),
        municipalities=builder.of(Municipality),
        regions=builder.of(Region),
        subjects=builder.of(Subject),
        lanes=builder.of(Lane),
        terms=builder.of(Term),
        profile_fields=builder.of(ProfileField),
        house_styles=builder.house_styles,
        places=builder.places,
        problems=tuple(builder.problems),
    )


def _series_facts(series: FactSeries, names: dict[str, str], builder: LibraryBuilder) -> Iterator[Fact]:
    for key in series.rows:
        if key in names:
            yield series.fact(key, names[key])
            continue
        place = builder.places["FactSeries", series.series]
        message = (
            f"rijen: “{key}” is geen bekende {series.per}.{did_you_mean(key, names)} Verbeter de code of voeg hem toe"
        )
        builder.add_problem(message, place)
