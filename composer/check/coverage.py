"""The share of sentences that need a source and have one."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import partial

from composer.assemble.cache import GenerationCache
from composer.check.context import CheckContext, Content, Sentence, runs, sentences_of
from composer.check.segments import marks
from composer.domain.document import Block, Cell, Citation, Heading, Table, Text, Value, flatten

CLAIM = re.compile(
    r"\d|€|procent|\b(stemde|stemden|aangenomen|verworpen|besloot|besloten|besluit|bekrachtigd|toegezegd|afgesproken|ondertekend|ondertekende)\b",
    re.IGNORECASE,
)
"""What makes a sentence a claim: a figure, a date, money, or a word of deciding."""


@dataclass(frozen=True, slots=True)
class Coverage:
    """`sentences` is how many claim something, `sourced` how many of those rest on a fact or on the profile."""

    sentences: int
    sourced: int

    @property
    def percentage(self) -> int:
        """From 0 to 100, rounded down, so that 100 means all."""
        return 100 * self.sourced // self.sentences if self.sentences else 100


def coverage(context: CheckContext, kept: GenerationCache | None = None) -> Coverage:
    """Over all pieces on the page; a row of a table counts as one sentence.

    Whoever asks again and again keeps what was counted, so that only pieces that changed are read again.
    """
    kept = kept or GenerationCache()
    kept.next_generation()
    found = [kept.get_or_make_for(piece.blocks, "dekking", partial(_counted, piece.blocks)) for piece in context.pieces]
    return Coverage(sum(share.sentences for share in found), sum(share.sourced for share in found))


def _counted(blocks: tuple[Block, ...]) -> Coverage:
    sourced = [sourced for content in passages(blocks) for _, sourced in claims(content)]
    return Coverage(len(sourced), sum(sourced))


def passages(blocks: Iterable[Block]) -> Iterable[Content]:
    """The runs of inlines of blocks, those of a row of a table as one; a heading claims nothing."""
    for block in blocks:
        match block:
            case Heading():
                pass
            case Table():
                yield from (_row(row) for row in block.rows)
            case _:
                yield from runs((block,))


def _row(row: tuple[Cell, ...]) -> Content:
    return tuple(inline for cell in row for inline in (*cell.content, Text(" ")))


def claims(content: Content) -> Iterable[tuple[Sentence, bool]]:
    """The sentences of a run that claim something, and whether each has a citation or only values of the profile."""
    marked = list(marks(flatten(content)))
    for sentence in sentences_of(content):
        within = [inline for offset, inline in marked if sentence.start < offset <= sentence.end]
        words = sentence.text
        for value in within:
            if isinstance(value, Value) and value.text and not value.fact:
                words = words.replace(value.text, "")
        if CLAIM.search(words):
            yield sentence, any(isinstance(inline, Citation) for inline in within)
