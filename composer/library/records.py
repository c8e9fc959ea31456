"""Files with a list of records; profiles of a later layer complete those of an earlier one."""

from pathlib import Path
from typing import Any

from composer.domain.dossier import Lane, Subject, Term
from composer.domain.fact import Fact, FactSeries
from composer.domain.model import Model
from composer.domain.municipality import Municipality, ProfileField, Region
from composer.library.builder import LibraryBuilder
from composer.library.library import Place
from composer.library.profiles import completed, record_of
from composer.library.reading import read_model, read_text
from composer.library.yaml import Marked, is_list, is_record, read_yaml

_PROFILES = (Municipality, Region)


def read_list(path: Path, kind: type[Model], builder: LibraryBuilder) -> None:
    marked = read_yaml(read_text(path), path)
    if marked.data is None:
        return
    marked = marked if is_list(marked.data) else _as_list(marked)
    for index, record in enumerate(marked.data):
        is_series = kind is Fact and is_record(record) and "reeks" in record
        _add_record(FactSeries if is_series else kind, marked, index, path, builder)


def _as_list(marked: Marked) -> Marked:
    """A file with one record may leave the list out."""
    return Marked([marked.data], {(0, *location): line for location, line in marked.lines.items()})


def _add_record(kind: type[Model], marked: Marked, index: int, path: Path, builder: LibraryBuilder) -> None:
    place = Place(path, marked.lines.get((index,), 1))
    if kind in _PROFILES and not _merge_profile(kind, marked, index, place, builder):
        return
    record = read_model(kind, marked, (index,), path, builder.problems)
    if record is None:
        return
    key = _key(record)
    if (earlier := builder.of(kind).get(key)) is not None and kind not in _PROFILES:
        _clash(kind, key, earlier, record, place, builder)
        return
    builder.of(kind)[key] = record
    builder.places[kind.__name__, key] = place


def _clash(kind: type[Model], key: str, earlier: Model, record: Model, place: Place, builder: LibraryBuilder) -> None:
    first = builder.places[kind.__name__, key]
    if isinstance(record, Subject | Term | ProfileField):
        builder.of(kind)[key] = record
    elif earlier != record:
        builder.add_problem(_lane_stays(key, first) if kind is Lane else taken(key, first), place)


def _lane_stays(key: str, first: Place) -> str:
    where = f"{first.path.name}:{first.line}"
    return f"id: spoor “{key}” bestaat al ({where}) en blijft zoals het daar staat; kies een ander id of haal dit spoor weg"


def taken(key: str, first: Place) -> str:
    """The Dutch message at the second of two records with the same id."""
    return f"id: “{key}” bestaat al ({first.path.name}:{first.line}); kies een ander id, of verbeter met “vervangt”"


def _merge_profile(kind: type[Model], marked: Marked, index: int, place: Place, builder: LibraryBuilder) -> bool:
    """A profile of a later layer completes the earlier one key by key; False when the same layer had it already."""
    record, name = marked.data[index], "cbs" if kind is Municipality else "id"
    key = str(record.get(name)) if is_record(record) else ""
    earlier = builder.of(kind).get(key)
    if earlier is None:
        return True
    first = builder.places[kind.__name__, key]
    if first.path.parent == place.path.parent:
        message = (
            f"{name}: “{key}” staat al in deze laag ({first.path.name}:{first.line}); voeg ze samen of verbeter de code"
        )
        builder.add_problem(message, place)
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
