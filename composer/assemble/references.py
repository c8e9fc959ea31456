"""Which document a letter may cite for a fact, and how a note names it."""

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from composer.assemble.cache import GenerationCache
from composer.domain.document import Emphasis, Inline, Link, Text
from composer.domain.dutch import capitalised, day_in_words, month_in_words
from composer.domain.fact import Fact
from composer.domain.source import Locator, Source, SourceKind
from composer.domain.uncertain_date import UncertainDate
from composer.library.library import Library, fold

NOWHERE = Locator()
RETELLING: frozenset[SourceKind] = frozenset({"raadsinformatiebrief", "notitie"})
"""Kinds in which a municipality tells its council what others decided; a letter rather cites those others."""


@dataclass(frozen=True, slots=True)
class Reference:
    """What a note says of a fact: a source and the place in it, or a description; neither is a source still to be named."""

    fact: str
    source: str | None = None
    place: Locator = NOWHERE
    description: str | None = None

    @property
    def known(self) -> bool:
        return self.source is not None or self.description is not None


@dataclass(frozen=True, slots=True)
class Sender:
    """Who sends the letter, under which names its own documents appear, and the scopes of what it knows itself."""

    name: str
    aliases: frozenset[str]
    scopes: frozenset[str] = frozenset()

    def own(self, library: Library, cache: GenerationCache) -> frozenset[str]:
        """The sources that are the sender's own documents."""
        published = cache.get_or_make_for(library.sources, "published", lambda: _published(library.sources.values()))
        return frozenset[str]().union(*(published.get(name, ()) for name in self.aliases))


def _published(sources: Iterable[Source]) -> Mapping[str, set[str]]:
    """The sources of each publisher by its folded name, with and without what follows it in brackets."""
    found: dict[str, set[str]] = {}
    for source in sources:
        publisher = fold(source.publisher)
        ends = [match.start() for match in re.finditer(r" \(", publisher)]
        for name in (publisher, *(publisher[:end] for end in ends)):
            found.setdefault(name, set()).add(source.id)
    return found


def references(
    facts: Mapping[str, Fact], library: Library, sender: Sender, day: date, cache: GenerationCache
) -> Mapping[str, Reference | None]:
    """As `reference` for each fact; cached: the same mapping for senders with the same own sources."""
    own = sender.own(library, cache)
    concerned = [fact.scope in sender.scopes for fact in facts.values()]
    key = ("references", own, day, *concerned, *facts, *map(id, facts.values()))

    def make() -> tuple[object, Mapping[str, Reference | None]]:
        return facts, {name: _kept(fact, library, sender, own, day, cache) for name, fact in facts.items()}

    return cache.get_or_make(key, make)[1]


def reference(fact: Fact, library: Library, sender: Sender, day: date) -> Reference | None:
    """The reference of a letter of `day` for a fact; None for what the sender itself decided or knows."""
    return references({fact.id: fact}, library, sender, day, GenerationCache())[fact.id]


def _kept(
    fact: Fact, library: Library, sender: Sender, own: frozenset[str], day: date, cache: GenerationCache
) -> Reference | None:
    about = (own.intersection(item.source for item in fact.evidence), fact.scope in sender.scopes, day)
    return cache.get_or_make_for(fact, about, lambda: _reference(fact, library, *about))


def _reference(fact: Fact, library: Library, own: frozenset[str], concerned: bool, day: date) -> Reference | None:
    """`own` are the sender's own sources, `concerned` says that the fact is about the sender."""
    evidence = [(item, library.sources[item.source]) for item in fact.evidence if item.source in library.sources]
    if concerned and own:
        return None
    others = [(item, source) for item, source in evidence if source.id not in own]
    public = [(item, source) for item, source in others if source.date.has_come(day)]
    firsthand = [item for item, source in public if source.kind not in RETELLING]
    if firsthand:
        return Reference(fact.id, firsthand[0].source, firsthand[0].place)
    if fact.via and (fact.via.description or _has_come(fact.via.source, library, day)):
        return Reference(fact.id, fact.via.source, fact.via.place, fact.via.description)
    retold = [item for item, _ in public] + [item for item, source in others if source.date.has_come(day) is None]
    if retold:
        return Reference(fact.id, retold[0].source, retold[0].place)
    return None if own else Reference(fact.id)


def _has_come(source: str | None, library: Library, day: date) -> bool:
    return source in library.sources and library.sources[source].date.has_come(day) is not False if source else False


def short_names(sources: Iterable[str], library: Library) -> Mapping[str, str]:
    """How a source is called after its first mention: VNG 2025; with kind and date where two would be the same."""
    cited = [library.sources[name] for name in dict.fromkeys(sources)]
    names = {source.id: f"{_publisher(source, library)} {source.date.latest.year}" for source in cited}
    for source in _namesakes(cited, names):
        names[source.id] = f"{_publisher(source, library)}, {source.kind} {dated(source.date)}"
    taken: Counter[str] = Counter()
    for source in _namesakes(cited, names):
        name = names[source.id]
        names[source.id] = f"{name}{_letters(taken[name])}"
        taken[name] += 1
    return names


def _letters(number: int) -> str:
    """a, b … z, aa, ab …"""
    before, last = divmod(number, 26)
    return (_letters(before - 1) if before else "") + chr(ord("a") + last)


def _namesakes(cited: list[Source], names: dict[str, str]) -> list[Source]:
    counts = Counter(names.values())
    return [source for source in cited if counts[names[source.id]] > 1]


def _publisher(source: Source, library: Library) -> str:
    match = re.fullmatch(r".*\(([A-Z]{2,6})\)", source.publisher)
    if match:
        return match.group(1)
    terms = (term for term in library.terms.values() if term.preferred == source.publisher and term.abbreviation)
    return next((term.abbreviation or "" for term in terms), source.publisher)


def full_mention(source: Source, later: str | None) -> tuple[Inline, ...]:
    """Publisher, title (linked to its address) and date; `later` is what it is called from now on."""
    title = (Text(source.title),)
    named = Link(source.address, title) if source.address else Emphasis(title)
    called = f" (hierna: {later})" if later else ""
    publisher = capitalised(source.publisher)
    return (Text(f"{publisher}, "), named, Text(f", {dated(source.date)}{called}"))


def places(locators: Iterable[Locator]) -> str:
    """The places in one source, each once."""
    written = dict.fromkeys(text for locator in locators if (text := locator.written()))
    return "; ".join(written)


def dated(moment: UncertainDate) -> str:
    """A date as exact as it is known: 29 november 2024, september 2022, 2024, or from month to month."""
    first, last = moment.earliest, moment.latest
    if moment.certain:
        return day_in_words(first)
    if (first.year, first.month) == (last.year, last.month):
        return month_in_words(first)
    if first.year == last.year:
        return str(first.year)
    return f"{month_in_words(first)} – {month_in_words(last)}"
