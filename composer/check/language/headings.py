"""Whether a reader can find the way: headings often enough, and the message up front short."""

from collections.abc import Iterator
from itertools import chain

from composer.assemble.body import Pieces
from composer.check.analyser import Analysis
from composer.check.context import CheckContext
from composer.domain.document import Heading
from composer.domain.finding import Finding

WITHOUT_HEADING = 250
"""Words in a row."""
MESSAGE_SENTENCES = 3
MESSAGE = "kernboodschap"
"""The section that says it all in a few sentences."""


def missing_headings(context: CheckContext) -> Iterator[Finding]:
    """`kop-ontbreekt`: more than 250 words in a row without a heading."""
    cache, template = context.analyser.cache, context.assembly.template
    found = cache.scan_incrementally(
        context.sections, "headings", 0, lambda words, pieces: _missing_in(pieces, words, context), template
    )
    return chain.from_iterable(found)


def _missing_in(pieces: Pieces, counted: int, context: CheckContext) -> tuple[int, list[Finding]]:
    """The number of words since the last heading at the end of a section, and the findings in it."""
    found = list[Finding]()
    blocks = [
        (piece, *each) for piece in pieces for each in zip(piece.blocks, context.analysis(piece).blocks, strict=True)
    ]
    counted = 0 if blocks and _has_heading(pieces[0].section, context) else counted
    for piece, block, analysis in blocks:
        before, counted = counted, 0 if isinstance(block, Heading) else counted + analysis.length
        if before <= WITHOUT_HEADING < counted:
            found.append(_missing(analysis, piece.piece.id))
    return counted, found


def _has_heading(section: str, context: CheckContext) -> bool:
    described = context.assembly.template.section(section)
    return bool(described and described.heading)


def _missing(block: Analysis, piece: str) -> Finding:
    words = " ".join(block.segments[0].text.split()[:8])
    return Finding(
        code="kop-ontbreekt",
        severity="waarschuwing",
        title="Lang zonder kop",
        message=f"Vóór “{words} …” staan meer dan {WITHOUT_HEADING} woorden zonder tussenkop.",
        words=words,
        piece=piece,
        advice="Zet er een kop boven die zegt waar de alinea over gaat.",
    )


def long_message(context: CheckContext) -> Iterator[Finding]:
    """`kernboodschap-lang`: more than three sentences in the section that gives the message."""
    pieces = [piece for held in context.sections if held and held[0].section == MESSAGE for piece in held]
    prose = (run for piece in pieces for run in context.analysis(piece).prose)
    sentences = [sentence for run in prose for sentence in run.sentences]
    if len(sentences) > MESSAGE_SENTENCES:
        yield Finding(
            code="kernboodschap-lang",
            severity="waarschuwing",
            title="Kernboodschap is lang",
            message=f"De kernboodschap telt {len(sentences)} zinnen; na {MESSAGE_SENTENCES} haakt de lezer af.",
            words=sentences[MESSAGE_SENTENCES].text,
            piece=pieces[-1].piece.id,
            advice="Houd wat er gebeurd is en wat het voor de raad betekent; de rest hoort verderop.",
        )
