"""The facts that a letter cites, each with its note, source, place and validity."""

from collections import defaultdict
from dataclasses import dataclass, replace
from datetime import date

from composer.assemble.references import Reference, dated
from composer.domain.fact import Fact
from composer.domain.source import Source
from composer.domain.time import Standing
from composer.library.library import Library
from composer.work.documents.making import Reviewed
from composer.work.writing.availability import in_force


@dataclass(frozen=True, slots=True)
class Cited:
    """A fact cited in the letter; `note` None is the sender's own, `source` None is described by `description`."""

    fact: Fact
    note: int | None
    source: Source | None
    place: str
    description: str
    standing: Standing
    pieces: tuple[str, ...]
    leads: bool = True
    """Whether it is the first of its note, or of those without one."""

    @property
    def title(self) -> str:
        """The source or description, in one line."""
        if self.source:
            return self.source.title
        return self.description or ("eigen gegeven van de afzender" if self.note is None else "nog geen bron te noemen")

    @property
    def origin(self) -> str:
        """The date and publisher of the source."""
        return f"{dated(self.source.date)} · {self.source.publisher}" if self.source else ""

    @property
    def verdict(self) -> str:
        """The validity on the reference date, in Dutch."""
        return in_force(self.standing) if self.standing.usable else self.standing.reason


def cited(reviewed: Reviewed, library: Library) -> tuple[Cited, ...]:
    """The facts in the order of their notes; those without a note last."""
    pieces = _pieces(reviewed)
    notes = {name: note.number for note in reversed(reviewed.assembly.document.notes) for name in note.facts}
    records = [_cited(name, notes.get(name), tuple(ids), reviewed, library) for name, ids in pieces.items()]
    found = sorted((record for record in records if record), key=lambda item: item.note or len(notes) + 1)
    return tuple(replace(item, leads=_leads(item, before)) for item, before in zip(found, [None, *found], strict=False))


def _leads(item: Cited, before: Cited | None) -> bool:
    return before is None or (item.note, item.source) != (before.note, before.source)


def _pieces(reviewed: Reviewed) -> dict[str, list[str]]:
    """The pieces that cite each name, in the order of the letter."""
    found: defaultdict[str, list[str]] = defaultdict(list)
    for piece in reviewed.assembly.pieces:
        for name in piece.cited() if piece.printed else ():
            found[name].append(piece.piece.id)
    return found


def _cited(name: str, note: int | None, pieces: tuple[str, ...], reviewed: Reviewed, library: Library) -> Cited | None:
    fact = library.fact_for(name, reviewed.assembly.addressee.scopes)
    if fact is None:
        return None
    reference = reviewed.assembly.references.get(name) or Reference(name)
    source = library.sources.get(reference.source or "")
    retrospect = any(_looks_back(piece, name, reviewed, library) for piece in pieces)
    held = library.chronology.standing(fact, reviewed.letter.reference_date, retrospect)
    return Cited(fact, note, source, reference.place.written(), reference.description or "", held, pieces)


def _looks_back(piece_id: str, name: str, reviewed: Reviewed, library: Library) -> bool:
    """Whether the passage cites the fact as history."""
    piece = reviewed.letter.piece(piece_id)
    snippet = library.snippets.get(piece.snippet or "") if piece else None
    return snippet is not None and name in snippet.retrospect


def described(fact: Fact, library: Library, day: date) -> Cited:
    """A fact by itself, with the first source of its evidence."""
    evidence = next((item for item in fact.evidence if item.source in library.sources), None)
    source = library.sources[evidence.source] if evidence else None
    place = evidence.place.written() if evidence else ""
    return Cited(fact, None, source, place, "", library.chronology.standing(fact, day), ())
