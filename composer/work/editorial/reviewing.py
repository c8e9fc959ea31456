"""The review queue: texts that were submitted, changed outside the program or edited concurrently, and reviews that are due."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import Literal, get_args

from composer.domain.errors import ComposerError
from composer.domain.finding import Problem
from composer.domain.revision import Item, Kind, Revision
from composer.domain.snippet import Snippet
from composer.domain.template import Template
from composer.library.file_names import why_invalid
from composer.library.front_matter import parsed_passage
from composer.library.history import History, HistoryEntry, history, items, remarks
from composer.library.items import StoredItem, stored_item
from composer.library.layers import Layer
from composer.library.library import Library
from composer.library.writing import changed_outside, status_now

Reason = Literal["ter-beoordeling", "buiten-het-programma", "naast-elkaar"]
REASONS: dict[Reason, str] = {
    "ter-beoordeling": "wacht op uw oordeel",
    "buiten-het-programma": "is na het vaststellen buiten het programma gewijzigd",
    "naast-elkaar": "er zijn twee versies naast elkaar; kies, of voeg ze samen",
}


@dataclass(frozen=True, slots=True)
class Waiting:
    """An item in the queue; `version` is its present version, `last` its last event, `beside` unmerged versions."""

    item: Item
    title: str
    reason: Reason
    version: str
    last: Revision | None = None
    beside: tuple[HistoryEntry, ...] = ()

    @property
    def since(self) -> datetime | None:
        return self.last.when if self.last else None


@dataclass(frozen=True, slots=True)
class Queue:
    """The waiting items, the longest waiting first, and the problems with their files."""

    waiting: tuple[Waiting, ...]
    problems: tuple[Problem, ...] = ()


def queue(library: Library, layer: Layer) -> Queue:
    """The queue of a layer."""
    problems: list[Problem] = []
    found = [entry for item in _known(library, layer) for entry in _waiting(item, library, layer, problems)]
    return Queue(
        tuple(sorted(found, key=lambda entry: entry.since.isoformat() if entry.since else "")), tuple(problems)
    )


def waiting(library: Library, folders: Iterable[Path]) -> Queue:
    """The queue of several layers."""
    queues = [queue(library, Layer(folder)) for folder in folders]
    return Queue(tuple(e for each in queues for e in each.waiting), tuple(p for each in queues for p in each.problems))


def named(layer: Layer, name: str, kind: Kind | None = None) -> Item:
    """The item with this id in a layer, now or in its history; raises ComposerError for none, or when two kinds have it."""
    if why_invalid(name) or "/" in name:
        raise ComposerError(
            f"“{name[:80]}” is geen id; schrijf het id van een tekstblok, sjabloon, feit, bron of huisstijl"
        )
    found = [
        each for each in (Item(held, name) for held in ((kind,) if kind else get_args(Kind))) if _is_here(layer, each)
    ]
    if not found:
        raise ComposerError(f"“{name}” staat niet in deze map; kijk of het id klopt", layer.folder)
    if len(found) > 1:
        choice = ", ".join(each.kind for each in found)
        raise ComposerError(f"“{name}” is er in meer soorten; kies er één met --soort: {choice}", layer.folder)
    return found[0]


def _is_here(layer: Layer, item: Item) -> bool:
    return bool(stored_item(layer, item) or history(layer.folder, item).entries)


def damaged(layer: Layer) -> Iterator[Problem]:
    """Every file of histories and remarks in a layer that can no longer be read."""
    for item in items(layer.folder):
        yield from history(layer.folder, item).problems
        yield from remarks(layer.folder, item)[1]


def _known(library: Library, layer: Layer) -> tuple[Item, ...]:
    """The items with a history in this layer, and its texts whose front matter says that they were submitted."""
    offered = [
        Item("tekstblokken", s.id) for s in library.snippets.values() if _offered_here(s, "Snippet", library, layer)
    ]
    offered += [
        Item("sjablonen", t.id) for t in library.templates.values() if _offered_here(t, "Template", library, layer)
    ]
    return tuple(dict.fromkeys((*items(layer.folder), *offered)))


def _offered_here(text: Snippet | Template, kind: str, library: Library, layer: Layer) -> bool:
    place = library.places.get((kind, text.id))
    return text.status == "ter-beoordeling" and place is not None and place.path.is_relative_to(layer.folder)


def _waiting(item: Item, library: Library, layer: Layer, problems: list[Problem]) -> Iterator[Waiting]:
    past = history(layer.folder, item)
    problems += past.problems
    try:
        now = stored_item(layer, item)
    except ComposerError as error:
        problems.append(Problem(error.message, error.path, error.line))
        return
    if now is None:
        return
    beside = past.unmerged_heads(now.version)
    for reason in _reasons(item, now, past, beside):
        yield Waiting(item, title_of(item, now.text, library), reason, now.version, past.latest, beside)


def _reasons(item: Item, now: StoredItem, past: History, beside: tuple[HistoryEntry, ...]) -> Iterator[Reason]:
    if beside:
        yield "naast-elkaar"
    if status_now(item, now.text, past) == "ter-beoordeling":
        yield "ter-beoordeling"
    elif changed_outside(item, now, past):
        yield "buiten-het-programma"


def title_of(item: Item, text: str, library: Library) -> str:
    """The title of an item."""
    match item.kind:
        case "tekstblokken" | "sjablonen":
            kind = Snippet if item.kind == "tekstblokken" else Template
            try:
                return parsed_passage(kind, text).title
            except ComposerError:
                return item.id
        case "feiten":
            held = library.facts.get(item.id) or library.series.get(item.id)
            return held.statement if held else item.id
        case "bronnen":
            return library.sources[item.id].title if item.id in library.sources else item.id
        case "huisstijlen":
            return item.id


@dataclass(frozen=True, slots=True)
class Due:
    """A text with a review date; `overdue` when that has passed."""

    item: Item
    title: str
    day: date
    owner: str
    overdue: bool


def due(library: Library, today: date, until: date | None = None) -> tuple[Due, ...]:
    """The approved passages and templates with a review date, the first first, up to and including `until`."""
    texts = [(Item("tekstblokken", snippet.id), snippet) for snippet in library.snippets.values()]
    texts += [(Item("sjablonen", template.id), template) for template in library.templates.values()]
    entries = (
        Due(item, text.title, text.review_before, text.owner or "", text.review_before <= today)
        for item, text in texts
        if text.review_before and text.status == "vastgesteld" and (until is None or text.review_before <= until)
    )
    return tuple(sorted(entries, key=lambda entry: (entry.day, entry.title)))
