"""Which note each citation of a piece belongs to, as its mark in the editor shows."""

from collections import Counter, defaultdict

from composer.assemble.pieces import AssembledPiece
from composer.assemble.runs import runs
from composer.domain.document import Citation, Document, Inline, NoteReference, contents, flatten

UNNUMBERED = "°"
"""Stands at a citation that has no note: the sender's own fact, or one that does not exist."""


def note_numbers(piece: AssembledPiece, document: Document) -> tuple[str, ...]:
    """The number to show at each citation of a piece, in reading order; one that shares a later mark shows that one's."""
    blocks = (block for block in document.blocks if block.origin.piece == piece.piece.id)
    marks = [_marks(content) for block in blocks for content in contents(block)]
    places = [_citations(content) for block in piece.blocks for content in contents(block)]
    if len(marks) != len(places):
        return (UNNUMBERED,) * sum(len(citations) for citations in places)
    return tuple(
        number for cited, noted in zip(places, marks, strict=True) for number in _numbers(cited, noted, document)
    )


def _marks(content: tuple[Inline, ...]) -> list[int]:
    return [inline.number for inline in flatten(content) if isinstance(inline, NoteReference)]


def _citations(content: tuple[Inline, ...]) -> list[Citation]:
    return [run.atom for run in runs(content) if isinstance(run.atom, Citation)]


def _numbers(cited: list[Citation], noted: list[int], document: Document) -> list[str]:
    """Each citation takes the first note of its fact that no earlier citation of that fact took, or shares the last."""
    notes: defaultdict[str, list[int]] = defaultdict(list)
    for number in noted:
        for fact in document.notes[number - 1].facts:
            notes[fact].append(number)
    taken: Counter[str] = Counter()
    shown: list[str] = []
    for citation in cited:
        numbers: list[int] = []
        for fact in citation.facts:
            if found := notes[fact]:
                numbers.append(found[min(taken[fact], len(found) - 1)])
                taken[fact] += 1
        shown.append(",".join(dict.fromkeys(map(str, sorted(numbers)))) or UNNUMBERED)
    return shown
