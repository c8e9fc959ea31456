"""What was offered, as a reviewer sees it: the change since the last approval, with its facts and sources beside it."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from composer.domain.errors import ComposerError
from composer.domain.fact import Fact
from composer.domain.revision import Item, Revision
from composer.domain.snippet import cited, printed_facts
from composer.library.history import history
from composer.library.items import held
from composer.library.layers import Layer
from composer.library.library import Library
from composer.library.reading import read_front_matter
from composer.library.texts import body_of
from composer.library.writing import TEXTS, status_now
from composer.library.yaml import is_record, write_yaml
from composer.work.editorial.wording import Passage, difference
from composer.work.writing.cited import Cited, described
from composer.work.writing.differences import Kept, Stretch, words_changed


@dataclass(frozen=True, slots=True)
class HeadChange:
    """A line of a text's head, or of a fact, that changed; "" where it was not there."""

    name: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class Resting:
    """A fact that the text rests on: in both versions, or in one of them."""

    kept: Kept
    cited: Cited


@dataclass(frozen=True, slots=True)
class Proposal:
    """A version with what it changes; `before` None is a new item, whose whole text is new."""

    item: Item
    version: str
    status: str
    before: Revision | None
    offered: Revision | None
    text: tuple[Passage, ...]
    head: tuple[HeadChange, ...]
    facts: tuple[Resting, ...]
    record: tuple[Stretch, ...] = ()
    """For a fact, source or house style: its lines, word by word."""


def proposal(item: Item, layer: Layer, library: Library, today: date) -> Proposal:
    """What stands there now against what was approved last; raises ComposerError when there is nothing."""
    now = held(layer, item)
    if now is None:
        raise ComposerError(f"“{item.id}” staat niet (meer) in deze map; kies een ander")
    past = history(layer.folder, item)
    before, offered = past.approved or _first_found(item, layer), past.latest
    status = status_now(item, now.text, past)
    old = before.text if before else ""
    if item.kind not in TEXTS:
        lines = words_changed(old, now.text)
        return Proposal(
            item, now.version, status, before, offered, (), (), tuple(_facts_of(item, library, today)), lines
        )
    words = difference(body_of(old) if old else "", body_of(now.text), library)
    facts = tuple(_facts(old, now.text, library, today))
    return Proposal(item, now.version, status, before, offered, words, tuple(_head(old, now.text)), facts)


def _first_found(item: Item, layer: Layer) -> Revision | None:
    """Without an approval: what stood there before anyone wrote."""
    entries = history(layer.folder, item).entries
    first = entries[0].revision if entries else None
    return first if first and first.act == "aangetroffen" and first.status == "vastgesteld" else None


def _head(before: str, after: str) -> Iterator[HeadChange]:
    old, new = (_values(text) if text else {} for text in (before, after))
    for name in dict.fromkeys((*old, *new)):
        if old.get(name) != new.get(name) and name != "status":
            yield HeadChange(name, old.get(name, ""), new.get(name, ""))


def _values(text: str) -> dict[str, str]:
    """Each key of the head with its value as it is written."""
    data = read_front_matter(text)[0].data
    if not is_record(data):
        return {}
    return {key: value if isinstance(value, str) else write_yaml(value).strip() for key, value in data.items()}


def _facts(before: str, after: str, library: Library, today: date) -> Iterator[Resting]:
    old, new = (tuple(dict.fromkeys((*cited(text), *printed_facts(text)))) for text in (before, after))
    for name in dict.fromkeys((*new, *old)):
        if fact := _any_fact(name, library):
            kept: Kept = "weg" if name not in new else "gelijk" if name in old else "nieuw"
            yield Resting(kept, described(fact, library, today))


def _any_fact(name: str, library: Library) -> Fact | None:
    """The fact of an id; of a series, one of its own."""
    series = library.series.get(name)
    return library.facts.get(f"{name}-{next(iter(series.rows)).lower()}" if series else name)


def _facts_of(item: Item, library: Library, today: date) -> Iterator[Resting]:
    if item.kind == "feiten" and item.id in library.facts:
        yield Resting("nieuw", described(library.facts[item.id], library, today))
    for fact in library.facts.values():
        if item.kind == "bronnen" and any(item.id == evidence.source for evidence in fact.evidence):
            yield Resting("gelijk", described(fact, library, today))
