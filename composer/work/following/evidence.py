"""The place in a source that a fact rests on, shown with its words marked."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from composer.domain.errors import ComposerError
from composer.domain.fact import Evidence, Fact, Quotation
from composer.domain.source import Locator, Source
from composer.intake.source_text import SUFFIXES, SourceText, read_source_text
from composer.intake.verification import Verification, place, search_terms, verify
from composer.library.library import Library
from composer.library.store import make_folder, save


@dataclass(frozen=True, slots=True)
class Shown:
    """One piece of evidence: its source and place in Dutch, the result of verification, and the text found there.

    `marked` are the offsets in `text`, start and end, of the values and key words; `path` None means that the source's
    file is not available.
    """

    source: Source
    place: str
    verified: Verification
    path: Path | None = None
    text: str = ""
    marked: tuple[tuple[int, int], ...] = ()


def shown(fact: Fact, library: Library, folders: Iterable[Path]) -> tuple[Shown, ...]:
    """The evidence of a fact, in its own order; `folders` are looked through for the files of sources."""
    where = tuple(folders)
    return tuple(
        _shown(fact, item, library.sources[item.source], where)
        for item in fact.evidence
        if item.source in library.sources
    )


def _shown(fact: Fact, item: Evidence, source: Source, folders: tuple[Path, ...]) -> Shown:
    path = source_file(source, folders)
    if path is None:
        return Shown(source, item.place.written(), Verification("niet-onderzocht", (), "het stuk zelf is hier niet"))
    try:
        text = read_source_text(path)
    except ComposerError as error:
        return Shown(source, item.place.written(), Verification("niet-onderzocht", (), error.message), path)
    return _found(fact, item, source, path, text)


def _found(fact: Fact, item: Evidence, source: Source, path: Path, text: SourceText) -> Shown:
    region = place(item, text) or ""
    verified = verify(fact, item, text)
    return Shown(source, item.place.written(), verified, path, region, tuple(sorted(_marks(fact, item, region))))


def _marks(fact: Fact, item: Evidence, region: str) -> Iterator[tuple[int, int]]:
    """The first form of each thing that stands there, white space of any kind allowed between its words."""
    for wanted in search_terms(fact, item):
        found = (match.span("words") for each in wanted.patterns(loose=True) if (match := each.search(region)))
        yield from list(found)[:1]


@dataclass(frozen=True, slots=True)
class Opened:
    """A source's whole text, with the offsets of the words that were looked for and of the first line of each page."""

    source: Source
    text: str
    marked: tuple[tuple[int, int], ...]
    pages: tuple[int, ...]

    def evidence(self, start: int, end: int) -> Evidence:
        """Words of the text as evidence: quoted, with their context and their place."""
        exact = self.text[start:end].strip()
        before, after = self.text[:start].split()[-AROUND:], self.text[end:].split()[:AROUND]
        quotation = Quotation(exact=exact, before=" ".join(before), after=" ".join(after))
        return Evidence(source=self.source.id, place=self._place(start, end), quotation=quotation)

    def _place(self, start: int, end: int) -> Locator:
        if len(self.pages) > 1:
            return Locator(page=bisect_right(self.pages, start))
        return Locator(lines=(self.text.count("\n", 0, start) + 1, self.text.count("\n", 0, end) + 1))


AROUND = 4
"""Words that are quoted before and after."""


def open_source(item: Shown) -> Opened:
    """The full text of the source shown; raises ComposerError when its file cannot be read any more."""
    assert item.path is not None
    source = read_source_text(item.path)
    text = "\n".join(source.lines)
    at = max(text.find(item.text), 0)
    marked = tuple((at + start, at + end) for start, end in item.marked)
    return Opened(item.source, text, marked or ((at, at),), tuple(_page_starts(source)))


def _page_starts(source: SourceText) -> Iterator[int]:
    at = 0
    for page in source.pages:
        yield at
        at += sum(len(line) + 1 for line in page)


def source_file(source: Source, folders: Iterable[Path]) -> Path | None:
    """The file of a source by the name that its record gives, else by the source's own id."""
    names = [source.file.name] if source.file else []
    names += [source.id + suffix for suffix in SUFFIXES]
    candidates = (folder / name for folder in folders for name in names)
    return next((path for path in candidates if path.is_file()), None)


def attach(source: Source, file: Path, layer: Path) -> Path:
    """Copies a source's file into a layer's bronnen/, under the name by which `source_file` finds it."""
    if file.suffix.lower() not in SUFFIXES:
        raise ComposerError(f"kies een bestand dat eindigt op {', '.join(SUFFIXES)}", file)
    read_source_text(file)
    name = (
        source.file.name
        if source.file and Path(source.file.name).suffix == file.suffix
        else source.id + file.suffix.lower()
    )
    target = layer / "bronnen" / name
    make_folder(target.parent)
    save(target, file.read_bytes())
    return target
