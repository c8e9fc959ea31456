"""The note numbers shown at the citations of a piece in the editor."""

from collections import Counter, defaultdict
from collections.abc import Iterable

from composer.assemble.runs import runs
from composer.domain.document import Block, Citation, Inline, Note, NoteReference
from composer.domain.traversal import flatten, inline_runs

UNNUMBERED = "°"
"""Stands at a citation that has no note: the sender's own fact, or one that does not exist."""


Marks = tuple[tuple[tuple[int, tuple[str, ...]], ...], ...]
"""For each run of inlines the notes that it refers to: number and facts."""


def note_marks(blocks: Iterable[Block], notes: tuple[Note, ...]) -> Marks:
    """The notes that blocks of the page refer to, run by run."""
    return tuple(_marks(content, notes) for block in blocks for content in inline_runs(block))


def _marks(content: tuple[Inline, ...], notes: tuple[Note, ...]) -> tuple[tuple[int, tuple[str, ...]], ...]:
    numbers = (inline.number for inline in flatten(content) if isinstance(inline, NoteReference))
    return tuple((number, notes[number - 1].facts) for number in numbers)


Cited = tuple[tuple[Citation, ...], ...]
"""For each run of inlines what it cites."""


def cited_in(block: Block) -> Cited:
    """The citations of a piece's block, run by run, before notes are numbered."""
    return tuple(_citations(content) for content in inline_runs(block))


def note_numbers(places: Cited, marks: Marks) -> tuple[str, ...]:
    """The number to show at each citation of a piece, in reading order; one that shares a later mark shows that one's."""
    if len(marks) != len(places):
        return (UNNUMBERED,) * sum(len(citations) for citations in places)
    return tuple(number for cited, noted in zip(places, marks, strict=True) for number in _numbers(cited, noted))


def _citations(content: tuple[Inline, ...]) -> tuple[Citation, ...]:
    return tuple(run.atom for run in runs(content) if isinstance(run.atom, Citation))


def _numbers(cited: tuple[Citation, ...], noted: tuple[tuple[int, tuple[str, ...]], ...]) -> list[str]:
    """Each citation takes the first note of its fact that no earlier citation of that fact took, or shares the last."""
    notes: defaultdict[str, list[int]] = defaultdict(list)
    for number, facts in noted:
        for fact in facts:
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
