"""Folders of content, read one after another into a library; a later layer adds, replaces texts and completes profiles."""

import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, TypeVar

from composer.domain.dossier import Lane, Subject, Term
from composer.domain.errors import ComposerError, did_you_mean
from composer.domain.fact import Fact, FactSeries
from composer.domain.finding import Problem
from composer.domain.model import Model
from composer.domain.municipality import Municipality, ProfileField, Region
from composer.domain.snippet import Snippet
from composer.domain.source import Source
from composer.domain.template import Template
from composer.library.library import Library, Place
from composer.library.profiles import completed, record_of
from composer.library.reading import read_front_matter, read_model, read_text
from composer.library.yaml import Marked, is_list, is_record, read_yaml

M = TypeVar("M", bound=Model)
MAX_FILES = 20_000


@dataclass(frozen=True, slots=True)
class Layer:
    """A folder of content; in the shipped one the records stand under resources/."""

    folder: Path
    shipped: bool = False

    @property
    def records(self) -> Path:
        return self.folder / "resources" if self.shipped else self.folder

    def files(self, pattern: str) -> list[Path]:
        """The records that match, in the order of their names; hidden ones left out."""
        return _matching(self.records, pattern)

    def texts(self, pattern: str) -> list[Path]:
        return _matching(self.folder, pattern)


def _matching(folder: Path, pattern: str) -> list[Path]:
    found = [path for path in folder.glob(pattern) if not path.name.startswith((".", "~"))]
    return sorted(found)[:MAX_FILES]


@dataclass
class _Gathered:
    """What has been read so far; records of one kind by their key."""

    records: dict[type[Model], dict[str, Any]] = field(default_factory=dict[type[Model], dict[str, Any]])
    places: dict[tuple[str, str], Place] = field(default_factory=dict[tuple[str, str], Place])
    problems: list[Problem] = field(default_factory=list[Problem])
    house_styles: dict[str, Path] = field(default_factory=dict[str, Path])

    def of(self, kind: type[M]) -> dict[str, M]:
        return self.records.setdefault(kind, {})


def load(shipped: Path | None, folders: Iterable[Path] = ()) -> Library:
    """The library of the shipped content and the layers in `folders`, in that order; mistakes are in its `problems`."""
    gathered = _Gathered()
    layers = [Layer(shipped, shipped=True)] if shipped else []
    for layer in (*layers, *(Layer(folder) for folder in folders)):
        _read_layer(layer, gathered)
    return _library(gathered)


def _read_layer(layer: Layer, gathered: _Gathered) -> None:
    if not layer.folder.is_dir():
        gathered.problems.append(Problem("deze map bestaat niet; kies de map van de bibliotheek", layer.folder))
        return
    for pattern, kind in _LISTS:
        for path in layer.files(pattern):
            _guarded(gathered, _read_list, path, kind, gathered)
    for pattern, kind in _TEXTS:
        for path in layer.texts(pattern):
            _guarded(gathered, _read_passage, path, kind, gathered, layer)
    for folder in layer.files("huisstijlen/*"):
        if folder.is_dir():
            gathered.house_styles[folder.name] = folder


_LISTS: tuple[tuple[str, type[Model]], ...] = (
    ("onderwerpen.yaml", Subject),
    ("sporen.yaml", Lane),
    ("begrippen.yaml", Term),
    ("profielvelden.yaml", ProfileField),
    ("bronnen/*.yaml", Source),
    ("feiten/*.yaml", Fact),
    ("gemeenten/*.yaml", Municipality),
    ("regios/*.yaml", Region),
)
_TEXTS: tuple[tuple[str, type[Snippet | Template]], ...] = (("snippets/*/*.md", Snippet), ("templates/*.md", Template))
_PROFILES = (Municipality, Region)


def _guarded(gathered: _Gathered, read: Any, path: Path, *arguments: Any) -> None:
    """One bad file never takes the rest down."""
    try:
        read(path, *arguments)
    except ComposerError as error:
        gathered.problems.append(Problem(error.message, error.path or path, error.line))


def _read_list(path: Path, kind: type[Model], gathered: _Gathered) -> None:
    marked = read_yaml(read_text(path), path)
    if marked.data is None:
        return
    marked = marked if is_list(marked.data) else _as_list(marked)
    for index, record in enumerate(marked.data):
        is_series = kind is Fact and is_record(record) and "reeks" in record
        _add_record(FactSeries if is_series else kind, marked, index, path, gathered)


def _as_list(marked: Marked) -> Marked:
    """A file with one record may leave the list out."""
    return Marked([marked.data], {(0, *location): line for location, line in marked.lines.items()})


def _add_record(kind: type[Model], marked: Marked, index: int, path: Path, gathered: _Gathered) -> None:
    place = Place(path, marked.lines.get((index,), 1))
    if kind in _PROFILES and not _merge_profile(kind, marked, index, place, gathered):
        return
    record = read_model(kind, marked, (index,), path, gathered.problems)
    if record is None:
        return
    key = _key(record)
    if (earlier := gathered.of(kind).get(key)) is not None and kind not in _PROFILES:
        _clash(kind, key, earlier, record, place, gathered)
        return
    gathered.of(kind)[key] = record
    gathered.places[kind.__name__, key] = place


def _clash(kind: type[Model], key: str, earlier: Model, record: Model, place: Place, gathered: _Gathered) -> None:
    if isinstance(record, Subject | Lane | Term | ProfileField):
        gathered.of(kind)[key] = record
    elif earlier != record:
        gathered.problems.append(_taken(key, gathered.places[kind.__name__, key], place))


def _taken(key: str, first: Place, place: Place) -> Problem:
    message = f"id: “{key}” bestaat al ({first.path.name}:{first.line}); kies een ander id, of verbeter met “vervangt”"
    return Problem(message, place.path, place.line)


def _merge_profile(kind: type[Model], marked: Marked, index: int, place: Place, gathered: _Gathered) -> bool:
    """A profile of a later layer completes the earlier one key by key; False when the same layer had it already."""
    record, name = marked.data[index], "cbs" if kind is Municipality else "id"
    key = str(record.get(name)) if is_record(record) else ""
    earlier = gathered.of(kind).get(key)
    if earlier is None:
        return True
    first = gathered.places[kind.__name__, key]
    if first.path.parent == place.path.parent:
        message = (
            f"{name}: “{key}” staat al in deze laag ({first.path.name}:{first.line}); voeg ze samen of verbeter de code"
        )
        gathered.problems.append(Problem(message, place.path, place.line))
        return False
    marked.data[index] = completed(record_of(earlier), record)
    return True


def _key(record: Any) -> str:
    match record:
        case Municipality():
            return record.cbs
        case FactSeries():
            return record.series
        case _:
            return record.id


_OF_THE_TEXT = {"tekst", "regel"}
"""Keys that hold what stands below the head."""


def _read_passage(path: Path, kind: type[Snippet | Template], gathered: _Gathered, layer: Layer) -> None:
    marked, text, line = read_front_matter(read_text(path), path)
    if not is_record(marked.data):
        raise ComposerError("het kopje is leeg; vul ten minste id en titel in", path, 1)
    for key in _OF_THE_TEXT & marked.data.keys():
        message = f"{key}: dit hoort niet in het kopje; haal het weg"
        gathered.problems.append(Problem(message, path, marked.line((key,))))
    body = text.strip("\n")
    leading = len(text) - len(text.lstrip("\n"))
    marked.data |= {"tekst": body, "regel": str(line + leading)}
    marked.lines[("tekst",)] = line
    record = read_model(kind, marked, (), path, gathered.problems)
    if record is None:
        return
    if record.id != path.stem:
        gathered.problems.append(
            Problem(f"id: “{record.id}” is anders dan de bestandsnaam; maak ze gelijk", path, marked.line(("id",)))
        )
    _place_text(record, Place(path, marked.line(("id",)) or 1), gathered)


def _place_text(record: Snippet | Template, place: Place, gathered: _Gathered) -> None:
    """A text with the id of an earlier layer's replaces it, and says on which text it is based."""
    kind = type(record)
    earlier = gathered.of(kind).get(record.id)
    if earlier is not None and record.based_on != text_hash(earlier.text):
        told = "is intussen veranderd" if record.based_on else "staat ook in een eerdere laag"
        message = f"gebaseerd_op: “{record.id}” {told}; vergelijk de teksten en schrijf gebaseerd_op: {text_hash(earlier.text)}"
        gathered.problems.append(Problem(message, place.path, place.line, "waarschuwing"))
    gathered.of(kind)[record.id] = record
    gathered.places[kind.__name__, record.id] = place


def text_hash(text: str) -> str:
    """The sha256, in hexadecimal, of a passage's or template's text."""
    return hashlib.sha256(text.encode()).hexdigest()


def _library(gathered: _Gathered) -> Library:
    names = {item.cbs: item.name for item in gathered.of(Municipality).values()}
    names |= {item.id: item.name for item in gathered.of(Region).values()}
    facts = dict(gathered.of(Fact))
    for series in gathered.of(FactSeries).values():
        place = gathered.places["FactSeries", series.series]
        for fact in _series_facts(series, names, gathered):
            if fact.id in gathered.of(Fact):
                gathered.problems.append(_taken(fact.id, place, gathered.places["Fact", fact.id]))
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


def _series_facts(series: FactSeries, names: dict[str, str], gathered: _Gathered) -> Iterator[Fact]:
    for key in series.rows:
        if key in names:
            yield series.fact(key, names[key])
            continue
        place = gathered.places["FactSeries", series.series]
        message = (
            f"rijen: “{key}” is geen bekende {series.per}.{did_you_mean(key, names)} Verbeter de code of voeg hem toe"
        )
        gathered.problems.append(Problem(message, place.path, place.line))
