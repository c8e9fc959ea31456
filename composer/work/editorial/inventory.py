"""The inventory of a library as one list: each item with its kind, its layer, and whether it can be changed there."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from functools import cached_property, partial
from pathlib import Path
from typing import Literal

from composer import paths
from composer.domain.dutch import counted
from composer.domain.fact import Fact, FactSeries
from composer.domain.municipality import Municipality, Region
from composer.domain.revision import Item
from composer.domain.snippet import Snippet
from composer.domain.source import Source
from composer.library.layers import Layer
from composer.library.library import Library, fold
from composer.work.editorial.wording import shown_text

Shelved = Literal["tekstblokken", "feiten", "bronnen", "sjablonen", "gemeenten", "regios", "huisstijlen"]
Made = Shelved | Literal["reeksen"]
"""As what something is made: a series of facts stands among the facts."""
KINDS: dict[Shelved, tuple[str, str]] = {
    "tekstblokken": ("tekstblok", "Tekstblokken"),
    "feiten": ("feit", "Feiten"),
    "bronnen": ("bron", "Bronnen"),
    "sjablonen": ("sjabloon", "Sjablonen"),
    "gemeenten": ("gemeente", "Gemeenten"),
    "regios": ("regio", "Regio’s"),
    "huisstijlen": ("huisstijl", "Huisstijlen"),
}
"""What one of each kind is called, and all of them."""
_ORDER = {kind: number for number, kind in enumerate(KINDS)}
SHIPPED = "Meegeleverd"
OWN = "Van uzelf"
_MODELS: dict[Shelved, tuple[str, ...]] = {
    "tekstblokken": ("Snippet",),
    "feiten": ("Fact", "FactSeries"),
    "bronnen": ("Source",),
    "sjablonen": ("Template",),
    "gemeenten": ("Municipality",),
    "regios": ("Region",),
}


@dataclass(frozen=True, slots=True)
class NamedLayer:
    """A layer with the name that users know it by; the shipped one is read-only."""

    name: str
    folder: Path
    writable: bool = True

    @property
    def layer(self) -> Layer:
        return Layer(self.folder, shipped=not self.writable)


@dataclass(frozen=True, eq=False)
class Entry:
    """An item in the list of the library; its description is computed at first use, since there may be ten thousand items.

    `tells` returns its description, and more words by which it can be found.
    """

    kind: Shelved
    id: str
    title: str
    subject: str
    status: str
    layer: NamedLayer
    tells: Callable[[], tuple[str, ...]]

    @cached_property
    def _told(self) -> tuple[str, ...]:
        return self.tells()

    @property
    def about(self) -> str:
        return self._told[0]

    @cached_property
    def words(self) -> str:
        """The folded words for searching."""
        return fold(" ".join((self.title, self.id, self.subject, *self._told)))

    def make_ready(self) -> None:
        """Computes the words ahead of a search."""
        _ = self.words

    @property
    def item(self) -> Item | None:
        """The item of the history; None for profiles, which have no history."""
        return None if self.kind in ("gemeenten", "regios") else Item(self.kind, self.id)


def named_layers(own: Path, shared: Iterable[Path] = ()) -> tuple[NamedLayer, ...]:
    """The shipped layer, those of the organisation, and the user's own, in reading order."""
    others = (NamedLayer(folder.name, folder) for folder in shared if folder != own)
    return NamedLayer(SHIPPED, paths.content(), writable=False), *others, NamedLayer(OWN, own)


def entries(library: Library, held: tuple[NamedLayer, ...]) -> tuple[Entry, ...]:
    """Everything in the library by kind, each kind by title."""
    return tuple(_Inventory(library, held).all())


def found(listed: Iterable[Entry], query: str, kind: Shelved | None = None, layer: str = "") -> tuple[Entry, ...]:
    """The entries with all words of the query, of one kind and in one layer when those are given."""
    wanted = fold(query).split()
    return tuple(
        entry
        for entry in listed
        if kind in (None, entry.kind)
        and layer in ("", entry.layer.name)
        and all(word in entry.words for word in wanted)
    )


@dataclass(frozen=True)
class _Inventory:
    library: Library
    held: tuple[NamedLayer, ...]
    folders: dict[Path, NamedLayer] = field(default_factory=dict[Path, NamedLayer])

    def all(self) -> Iterator[Entry]:
        for made in (self.snippets, self.facts, self.sources, self.templates, self.profiles, self.styles):
            yield from sorted(made(), key=lambda entry: (_ORDER[entry.kind], fold(entry.title)))

    def layer_of(self, folder: Path) -> NamedLayer:
        """The layer of a folder: the deepest that contains it."""
        if folder not in self.folders:
            within = [layer for layer in self.held if folder.is_relative_to(layer.folder)]
            self.folders[folder] = max(within, key=lambda layer: len(layer.folder.parts), default=self.held[0])
        return self.folders[folder]

    def entry(
        self,
        kind: Shelved,
        key: str,
        title: str,
        tells: Callable[[], tuple[str, ...]],
        subject: str = "",
        status: str = "",
    ) -> Entry:
        places = (self.library.places.get((name, key)) for name in _MODELS.get(kind, ()))
        place = next((held for held in places if held), None)
        folder = place.path.parent if place else self.library.house_styles.get(key, self.held[0].folder)
        known = self.library.subjects.get(subject)
        named = known.title if known else subject.replace("-", " ")
        return Entry(kind, key, title, named, status, self.layer_of(folder), tells)

    def snippets(self) -> Iterator[Entry]:
        for snippet in self.library.snippets.values():
            tells = partial(_of_snippet, snippet, self.library)
            yield self.entry("tekstblokken", snippet.id, snippet.title, tells, snippet.subject, snippet.status)

    def facts(self) -> Iterator[Entry]:
        """The facts; those of a series are one entry, under its name."""
        rows = {series.fact_id(key) for series in self.library.series.values() for key in series.rows}
        for fact in self.library.facts.values():
            if fact.id not in rows:
                yield self.entry("feiten", fact.id, fact.statement, partial(_of_fact, fact), fact.subject)
        for series in self.library.series.values():
            tells = partial(_of_series, series)
            yield self.entry("feiten", series.series, series.statement, tells, series.subject)

    def sources(self) -> Iterator[Entry]:
        for source in self.library.sources.values():
            yield self.entry("bronnen", source.id, source.title, partial(_of_source, source))

    def templates(self) -> Iterator[Entry]:
        for template in self.library.templates.values():
            tells = partial(_just, template.description or "")
            yield self.entry("sjablonen", template.id, template.title, tells, status=template.status)

    def profiles(self) -> Iterator[Entry]:
        for municipality in self.library.municipalities.values():
            yield self.entry("gemeenten", municipality.cbs, municipality.name, partial(_of_municipality, municipality))
        for region in self.library.regions.values():
            yield self.entry("regios", region.id, region.name, partial(_of_region, region))

    def styles(self) -> Iterator[Entry]:
        for name in self.library.house_styles:
            yield self.entry("huisstijlen", name, name.replace("-", " ").capitalize(), partial(_just, ""))


def _just(*words: str) -> tuple[str, ...]:
    return words


def _of_snippet(snippet: Snippet, library: Library) -> tuple[str, ...]:
    return shown_text(snippet.text, library), snippet.owner or ""


def _of_fact(fact: Fact) -> tuple[str, ...]:
    about = ", ".join(part for part in (fact.who or "", fact.strength, fact.scope) if part)
    return about, *(place.source for place in fact.evidence)


_PER = {"gemeente": ("gemeente", "gemeenten"), "regio": ("regio", "regio’s")}


def _of_series(series: FactSeries) -> tuple[str, ...]:
    return (f"{series.strength}, voor {counted(len(series.rows), *_PER[series.per])}",)


def _of_source(source: Source) -> tuple[str, ...]:
    return (f"{source.publisher}, {source.kind}, {source.date.notation() or source.date.latest.year}",)


def _of_municipality(municipality: Municipality) -> tuple[str, ...]:
    return f"{municipality.cbs}, {municipality.province}", *municipality.other_names


def _of_region(region: Region) -> tuple[str, ...]:
    return f"{region.kind}, {counted(len(region.members), 'gemeente', 'gemeenten')}", *region.other_names
