"""Whether a reader can find the way: headings often enough, and the message up front short."""

from collections.abc import Iterator

from composer.check.reader import Reading, runs_of
from composer.check.subject import Subject
from composer.domain.document import Block, Heading
from composer.domain.finding import Finding

WITHOUT_HEADING = 250
"""Words in a row."""
MESSAGE_SENTENCES = 3
MESSAGE = "kernboodschap"
"""The section that says it all in a few sentences."""


def missing_headings(subject: Subject) -> Iterator[Finding]:
    """`kop-ontbreekt`: more than 250 words in a row without a heading."""
    counted, section = 0, ""
    for (piece, block, _), length in zip(subject.neighbours, subject.of_neighbours(_words), strict=True):
        if piece.section != section:
            section = piece.section
            counted = 0 if _has_heading(section, subject) else counted
        before, counted = counted, 0 if isinstance(block, Heading) else counted + length
        if before <= WITHOUT_HEADING < counted:
            yield _missing(block, piece.piece.id)


def _has_heading(section: str, subject: Subject) -> bool:
    described = subject.assembly.template.section(section)
    return bool(described and described.heading)


def _words(block: Reading) -> int:
    return sum([len(run.text.split()) for run in block.runs if run.kind != "field"])


def _missing(block: Block, piece: str) -> Finding:
    words = " ".join(next(iter(runs_of((block,)))).text.split()[:8])
    return Finding(
        code="kop-ontbreekt",
        severity="waarschuwing",
        title="Lang zonder kop",
        message=f"Vóór “{words} …” staan meer dan {WITHOUT_HEADING} woorden zonder tussenkop.",
        words=words,
        piece=piece,
        advice="Zet er een kop boven die zegt waar de alinea over gaat.",
    )


def long_message(subject: Subject) -> Iterator[Finding]:
    """`kernboodschap-lang`: more than three sentences in the section that gives the message."""
    pieces = [piece for piece in subject.pieces if piece.section == MESSAGE]
    prose = (run for piece in pieces for run in subject.reading(piece).prose)
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
