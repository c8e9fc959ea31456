"""The share of sentences that need a source and have one."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import partial

from composer.assemble.cache import GenerationCache
from composer.check.context import CheckContext, Content, Sentence, runs, sentences_of
from composer.check.segments import marks
from composer.check.unsourced import known_days, needs_source
from composer.domain.document import Block, Cell, Citation, Heading, Table, Text, Value, flatten
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


def coverage(context: CheckContext, kept: GenerationCache | None = None) -> Coverage:
    """Over all pieces on the page; a row of a table counts as one sentence.

    Whoever asks again and again keeps what was counted, so that only pieces that changed are read again.
    """
    kept = kept or GenerationCache()
    kept.next_generation()
    about = ("dekking", context.assembly.template.voice, known_days(context))
    found = [kept.get_or_make_for(p.blocks, about, partial(_counted, p.blocks, context)) for p in context.pieces]
    return Coverage(sum(share.sentences for share in found), sum(share.sourced for share in found))


def _counted(blocks: tuple[Block, ...], context: CheckContext) -> Coverage:
    sourced = [sourced for content in passages(blocks) for _, sourced in claims(content, context)]
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


def claims(content: Content, context: CheckContext) -> Iterable[tuple[Sentence, bool]]:
    """The sentences of a run that claim something, and whether each has a citation; without one as a finding counts it."""
    marked = list(marks(flatten(content)))
    for sentence in sentences_of(content):
        within = [inline for offset, inline in marked if sentence.start < offset <= sentence.end]
        words = sentence.text
        for value in within:
            if isinstance(value, Value) and value.text and not value.fact:
                words = words.replace(value.text, "")
        cited = any(isinstance(inline, Citation) for inline in within)
        if CLAIM.search(words) if cited else needs_source(words, context):
            yield sentence, cited
