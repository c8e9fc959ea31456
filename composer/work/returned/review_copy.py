"""The review copy: a Word document with a comment on the origin of each piece."""

from collections.abc import Iterator, Mapping
from pathlib import Path

from composer.assemble.pieces import AssembledPiece
from composer.assemble.references import dated
from composer.domain.errors import ComposerError
from composer.domain.fact import Fact
from composer.export.house_style import HouseStyle
from composer.export.to_review_copy import to_review_copy
from composer.intake.returned_word import View, read_returned, returned_word
from composer.library.library import Library
from composer.work.documents.making import Reviewed
from composer.work.returned.letter import house_style_texts, read_back
from composer.work.returned.result import Returned
from composer.work.writing.availability import in_force

STATES = {
    "concept": "nog niet nagelezen",
    "ter-beoordeling": "wacht op een oordeel",
    "vastgesteld": "vastgesteld",
    "ingetrokken": "ingetrokken",
}


def review_copy(reviewed: Reviewed, library: Library, style: HouseStyle) -> bytes:
    """The bytes of the file, with a comment for each piece and change tracking on."""
    return to_review_copy(reviewed.assembly.document, style, remarks(reviewed, library))


def came_back(reviewed: Reviewed, library: Library, style: HouseStyle, path: Path, view: View = "aanvaard") -> Returned:
    """The changes in a returned review copy, compared with the present letter.

    Raises ComposerError for an unreadable file, and for one in which nothing of this letter is recognised.
    """
    word = read_returned(path)
    if word.letter not in (None, reviewed.letter.id):
        raise ComposerError("dit Word-bestand hoort bij een andere brief; open die brief en lees het daar terug", path)
    sent = returned_word(review_copy(reviewed, library, style))
    returned = read_back(reviewed.assembly, word, view, house_style_texts(sent))
    if word.letter is None and all(back.outcome in ("verwijderd", "toegevoegd") for back in returned.pieces):
        raise ComposerError("hierin is niets van deze brief te herkennen; kies het Word-bestand dat rondging", path)
    return returned


def remarks(reviewed: Reviewed, library: Library) -> Mapping[str, str]:
    """The comment of each piece: its origin, its status, and each fact with its source."""
    printed = (piece for piece in reviewed.assembly.pieces if piece.printed and piece.blocks)
    return {piece.piece.id: "\n".join(_lines(piece, reviewed, library)) for piece in printed}


def _lines(piece: AssembledPiece, reviewed: Reviewed, library: Library) -> Iterator[str]:
    yield _origin(piece, library)
    for name in piece.cited():
        fact = library.fact_for(name, reviewed.assembly.addressee.scopes)
        if fact:
            yield _fact(name, fact, reviewed, library)


def _origin(piece: AssembledPiece, library: Library) -> str:
    held = piece.piece
    if held.snippet is None:
        return "Eigen tekst van de schrijver."
    snippet = library.snippets.get(held.snippet)
    title = snippet.title if snippet else held.snippet
    if held.adapted is not None:
        return f"Naar tekstblok “{title}”, in deze brief aangepast."
    return f"Tekstblok “{title}” ({STATES[snippet.status] if snippet else 'niet meer in de bibliotheek'})."


def _fact(name: str, fact: Fact, reviewed: Reviewed, library: Library) -> str:
    held = library.chronology.standing(fact, reviewed.letter.reference_date)
    told = in_force(held) if held.usable else held.reason
    return f"• {fact.statement} Bron: {_source(name, fact, reviewed, library)}; {told}."


def _source(name: str, fact: Fact, reviewed: Reviewed, library: Library) -> str:
    reference = reviewed.assembly.references.get(name)
    source = library.sources.get(reference.source or "") if reference else None
    if source:
        parts = (source.publisher, source.title, dated(source.date), reference.place.written() if reference else "")
        return ", ".join(part for part in parts if part)
    if reference and reference.description:
        return reference.description
    return "eigen gegeven van de afzender" if reference is None else "nog te noemen"
