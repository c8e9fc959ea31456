"""Collects the texts, facts and sources that a letter rests on, from its pieces and notes."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from composer.assemble.pieces import AssembledPiece
from composer.assemble.references import dated
from composer.domain.document import Note
from composer.domain.model import Model
from composer.domain.provenance import CitedFact, CitedSource, Provenance, UsedText
from composer.domain.source import Source
from composer.domain.template import Template
from composer.library.captured import record_hash
from composer.library.library import Library


@dataclass(frozen=True, slots=True)
class Digests:
    """The hashes of records of one library, each computed once."""

    _kept: dict[int, tuple[Model, str]] = field(default_factory=dict[int, tuple[Model, str]])

    def of(self, record: Model) -> str:
        held = self._kept.get(id(record))
        if held is None or held[0] is not record:
            held = self._kept[id(record)] = (record, record_hash(record))
        return held[1]


def provenance(
    template: Template,
    pieces: Iterable[AssembledPiece],
    notes: tuple[Note, ...],
    scopes: frozenset[str],
    library: Library,
    digests: Digests,
) -> Provenance:
    """Texts in reading order; facts and sources in the order in which notes first name them."""
    return Provenance(
        template=UsedText(template.id, digests.of(template)),
        texts=tuple(dict.fromkeys(_texts(pieces, library, digests))),
        facts=tuple(_facts(notes, scopes, library, digests)),
        sources=tuple(_sources(notes, library, digests)),
    )


def _texts(pieces: Iterable[AssembledPiece], library: Library, digests: Digests) -> Iterable[UsedText]:
    for piece in pieces:
        snippet = library.snippets.get(piece.piece.snippet or "")
        if snippet and piece.printed:
            yield UsedText(snippet.id, digests.of(snippet), piece.piece.adapted is not None)


def _facts(notes: tuple[Note, ...], scopes: frozenset[str], library: Library, digests: Digests) -> Iterable[CitedFact]:
    named = dict.fromkeys(name for note in notes for name in note.facts)
    for name in named:
        fact = library.fact_for(name, scopes)
        if fact:
            yield CitedFact(fact.id, digests.of(fact), tuple(note.number for note in notes if name in note.facts))


def _sources(notes: tuple[Note, ...], library: Library, digests: Digests) -> Iterable[CitedSource]:
    named = dict.fromkeys(name for note in notes for name in note.sources)
    for name in named:
        if source := library.sources.get(name):
            yield _source(source, tuple(note.number for note in notes if name in note.sources), digests)


def _source(source: Source, notes: tuple[int, ...], digests: Digests) -> CitedSource:
    return CitedSource(
        id=source.id,
        title=source.title,
        publisher=source.publisher,
        date=dated(source.date),
        sha256=digests.of(source),
        notes=notes,
        address=source.address,
        file=source.file.sha256 if source.file else None,
    )
