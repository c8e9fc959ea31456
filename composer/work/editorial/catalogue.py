"""Everything in the library as one list: what it is, in which folder it stands, and whether it can be changed there."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Literal

from composer import paths
from composer.domain.revision import Item
from composer.library.layers import Layer
from composer.library.library import Library, fold
from composer.work.editorial.wording import words_of
from composer.work.libraries import standing

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
class Shelf:
    """A folder of content by the name that users know it by; what was shipped is not written in."""

    name: str
    folder: Path
    writable: bool = True

    @property
    def layer(self) -> Layer:
        return Layer(self.folder, shipped=not self.writable)


@dataclass(frozen=True, slots=True)
class Entry:
    """One thing on a shelf; `words` are folded, to be searched; `standing` is a passage's today, "" for the rest."""

    kind: Shelved
    id: str
    title: str
    subject: str
    status: str
    shelf: Shelf
    about: str
    words: str
    standing: str = ""

    @property
    def item(self) -> Item | None:
        """As the history knows it; None for profiles, which have none."""
        return None if self.kind in ("gemeenten", "regios") else Item(self.kind, self.id)


def shelves(own: Path, shared: Iterable[Path] = ()) -> tuple[Shelf, ...]:
    """What was shipped, the folders of the organisation, and the user's own, in the order in which they are read."""
    others = (Shelf(folder.name, folder) for folder in shared if folder != own)
    return Shelf(SHIPPED, paths.content(), writable=False), *others, Shelf(OWN, own)


def entries(library: Library, held: tuple[Shelf, ...], today: date) -> tuple[Entry, ...]:
    """Everything in the library by kind, each kind by title."""
    return tuple(_Catalogue(library, held, today).all())


def found(listed: Iterable[Entry], query: str, kind: Shelved | None = None, shelf: str = "") -> tuple[Entry, ...]:
    """The entries with all words of the query, of a kind and on a shelf where those are named."""
    wanted = fold(query).split()
    return tuple(
        entry
        for entry in listed
        if kind in (None, entry.kind)
        and shelf in ("", entry.shelf.name)
        and all(word in entry.words for word in wanted)
    )


@dataclass(frozen=True)
class _Catalogue:
    library: Library
    held: tuple[Shelf, ...]
    today: date

    def all(self) -> Iterator[Entry]:
        for made in (self.snippets, self.facts, self.sources, self.templates, self.profiles, self.styles):
            yield from sorted(made(), key=lambda entry: (list(KINDS).index(entry.kind), fold(entry.title)))

    def entry(
        self,
        kind: Shelved,
        key: str,
        title: str,
        about: str,
        *more: str,
        subject: str = "",
        status: str = "",
        **rest: str,
    ) -> Entry:
        places = (self.library.places.get((name, key)) for name in _MODELS.get(kind, ()))
        place = next((held for held in places if held), None)
        path = place.path if place else self.library.house_styles.get(key, self.held[0].folder)
        known = self.library.subjects.get(subject)
        named = known.title if known else subject.replace("-", " ")
        words = fold(" ".join((title, about, key, named, *more)))
        return Entry(kind, key, title, named, status, _shelf(path, self.held), about, words, **rest)

    def snippets(self) -> Iterator[Entry]:
        for snippet in self.library.snippets.values():
            shown = "".join(word.shown for word in words_of(snippet.text, self.library))
            yield self.entry(
                "tekstblokken", snippet.id, snippet.title, " ".join(shown.split()), snippet.owner or "",
                subject=snippet.subject, status=snippet.status,
                standing=standing(snippet, self.library, self.today).verdict,
            )  # fmt: skip

    def facts(self) -> Iterator[Entry]:
        """Those that someone wrote; the facts of a series are one, under its name."""
        rows = {series.fact_id(key) for series in self.library.series.values() for key in series.rows}
        for fact in self.library.facts.values():
            if fact.id not in rows:
                about = ", ".join(part for part in (fact.who or "", fact.strength, fact.scope) if part)
                sources = " ".join(place.source for place in fact.evidence)
                yield self.entry("feiten", fact.id, fact.statement, about, sources, subject=fact.subject)
        for series in self.library.series.values():
            about = (
                f"{series.strength}, voor {len(series.rows)} {'gemeenten' if series.per == 'gemeente' else 'regio’s'}"
            )
            yield self.entry("feiten", series.series, series.statement, about, subject=series.subject)

    def sources(self) -> Iterator[Entry]:
        for source in self.library.sources.values():
            about = f"{source.publisher}, {source.kind}, {source.date.notation() or source.date.latest.year}"
            yield self.entry("bronnen", source.id, source.title, about)

    def templates(self) -> Iterator[Entry]:
        for template in self.library.templates.values():
            yield self.entry(
                "sjablonen", template.id, template.title, template.description or "", status=template.status
            )

    def profiles(self) -> Iterator[Entry]:
        for municipality in self.library.municipalities.values():
            about = f"{municipality.cbs}, {municipality.province}"
            yield self.entry("gemeenten", municipality.cbs, municipality.name, about, *municipality.other_names)
        for region in self.library.regions.values():
            about = f"{region.kind}, {len(region.members)} gemeenten"
            yield self.entry("regios", region.id, region.name, about, *region.other_names)

    def styles(self) -> Iterator[Entry]:
        for name in self.library.house_styles:
            yield self.entry("huisstijlen", name, name.replace("-", " ").capitalize(), "")


def _shelf(path: Path, held: tuple[Shelf, ...]) -> Shelf:
    """The shelf that a file stands on: the deepest folder that it is in."""
    within = [shelf for shelf in held if path.is_relative_to(shelf.folder)]
    return max(within, key=lambda shelf: len(shelf.folder.parts), default=held[0])
