"""The share of sentences that need a source and have one."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial
from itertools import pairwise

from composer.assemble.pieces import AssembledPiece
from composer.check.analyser import segments_of
from composer.check.context import CheckContext
from composer.check.segments import Content, Segment, marks
from composer.check.unsourced import known_days, needs_source
from composer.domain.document import Cell, Citation, Heading, Paragraph, Table, Text, Value
from composer.domain.dutch import plural

CLAIM = re.compile(
    r"\d|€|procent|\b(stemde|stemden|aangenomen|verworpen|besloot|besloten|besluit|bekrachtigd|toegezegd|afgesproken|ondertekend|ondertekende)\b",
    re.IGNORECASE,
)
"""What makes a sentence with a citation a claim: a figure, a date, money, or a word of deciding."""


@dataclass(frozen=True, slots=True)
class Coverage:
    """`sentences` is how many claim something, `sourced` how many of those rest on a fact or on the profile."""

    sentences: int
    sourced: int

    @property
    def percentage(self) -> int:
        """From 0 to 100, rounded down, so that 100 means all."""
        return 100 * self.sourced // self.sentences if self.sentences else 100

    @property
    def in_words(self) -> str:
        """3 van 4 zinnen met een cijfer of besluit hebben een bron"""
        sentences = f"{self.sentences} {plural(self.sentences, 'zin', 'zinnen')} met een cijfer of besluit"
        return f"{self.sourced} van {sentences} {'heeft' if 1 in (self.sourced, self.sentences) else 'hebben'} een bron"


def coverage(context: CheckContext) -> Coverage:
    """Over all pieces on the page; a row of a table counts as one sentence."""
    about = ("dekking", context.assembly.template.voice, known_days(context))
    found = [
        context.analyser.cached(piece.blocks, about, partial(_counted, piece, context)) for piece in context.pieces
    ]
    return Coverage(sum(share.sentences for share in found), sum(share.sourced for share in found))


def _counted(piece: AssembledPiece, context: CheckContext) -> Coverage:
    sourced = [cited for _, cited in claims(piece, context)]
    return Coverage(len(sourced), sum(sourced))


def claims(piece: AssembledPiece, context: CheckContext) -> Iterator[tuple[str, bool]]:
    """The sentences that claim something, and whether each has a citation; without one as a finding counts it."""
    for segment in _segments(piece, context):
        marked = list(marks(segment.inlines))
        for sentence, (start, end) in zip(segment.sentences, pairwise((0, *segment.ends)), strict=True):
            within = [inline for offset, inline in marked if start < offset <= end]
            words = sentence.text
            for value in within:
                if isinstance(value, Value) and value.text and not value.fact:
                    words = words.replace(value.text, "")
            cited = any(isinstance(inline, Citation) for inline in within)
            if CLAIM.search(words) if cited else needs_source(words, context):
                yield sentence.text, cited


def _segments(piece: AssembledPiece, context: CheckContext) -> Iterator[Segment]:
    """Those of a piece, the cells of a row of a table as one; a heading claims nothing."""
    for block, analysis in zip(piece.blocks, context.analysis(piece).blocks, strict=True):
        match block:
            case Heading():
                pass
            case Table():
                yield from segments_of(Paragraph(_row(row), block.origin) for row in block.rows)
            case _:
                yield from analysis.segments


def _row(row: tuple[Cell, ...]) -> Content:
    return tuple(inline for cell in row for inline in (*cell.content, Text(" ")))
