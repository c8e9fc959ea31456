"""Sentences in which wij is another organisation than the sender."""

import re
from collections.abc import Iterator, Sequence
from itertools import islice
from typing import NamedTuple

from composer.assemble.body import Pieces
from composer.assemble.pieces import AssembledPiece
from composer.check.context import CheckContext
from composer.check.extractors import SentenceExtractor
from composer.check.segments import Sentence
from composer.check.speakers import SPEAKERS, WE, Speaker
from composer.check.vocabulary import Vocabulary
from composer.domain.finding import Action, Finding
from composer.domain.snippet import Voice

CLAUSE = re.compile(r"[^,;:()–—]+")
SIGNS = frozenset({"wij", "we", "ons", "onze", "ik", "mij", "mijn", "ledenbrief"})
"""Without one of these words no one speaks."""
SIGN = re.compile(rf"\b(?:{'|'.join(sorted(SIGNS))})\b", re.IGNORECASE)
WIJ = re.compile(WE, re.IGNORECASE)


def foreign_voices(context: CheckContext) -> Iterator[Finding]:
    """`stem-ander`: wij, ons, onze or ik of someone else than who sends the letter."""
    voice = context.assembly.template.voice
    return context.by_section("voices", lambda pieces: _in_section(pieces, voice, context), voice)


class Spoken(NamedTuple):
    """Words of a speaker; `anywhere` False where they are his only in a section about his subject."""

    words: str
    speaker: Speaker
    anywhere: bool


def _in_section(pieces: Pieces, voice: Voice, context: CheckContext) -> Iterator[Finding]:
    """Of each sentence the first words that only another speaker than `voice` would say."""
    for piece in pieces:
        for spoken in context.matches(FOREIGN_SPEAKERS, piece):
            strange = (each for each in spoken if voice not in each.speaker.voices)
            leaked = (each for each in strange if each.anywhere or _is_about(each.speaker, pieces, context))
            yield from (_leaked(each.words, each.speaker, voice, piece) for each in islice(leaked, 1))


def _is_about(speaker: Speaker, pieces: Pieces, context: CheckContext) -> bool:
    """Whether a section tells of the subject of a speaker, outside quotations."""
    segments = (segment for piece in pieces for segment in context.analysis(piece).segments)
    return any(speaker.subject.search(segment.unquoted) for segment in segments)


def _spoken(sentence: Sentence, _: Vocabulary) -> tuple[tuple[Spoken, ...], ...]:
    """The words of a sentence that only one speaker would say, together."""
    if SIGNS.isdisjoint(sentence.parts) or not SIGN.search(sentence.unquoted):
        return ()
    clauses = [clause.strip() for clause in CLAUSE.findall(sentence.unquoted) if WIJ.search(clause)]
    spoken = tuple([each for speaker in SPEAKERS for each in _by(speaker, sentence.unquoted, clauses)])
    return (spoken,) if spoken else ()


FOREIGN_SPEAKERS = SentenceExtractor(_spoken)


def _by(speaker: Speaker, own: str, clauses: Sequence[str]) -> Iterator[Spoken]:
    """The first words in each way; `clauses` are those with wij."""
    if found := speaker.names.search(own):
        yield Spoken(found.group().strip(), speaker, True)
        return
    if found := speaker.matters.search(own):
        yield Spoken(found.group().strip(), speaker, False)
    said = (clause for clause in clauses if speaker.says(clause))
    yield from (Spoken(clause, speaker, True) for clause in islice(said, 1))


def _leaked(words: str, speaker: Speaker, voice: Voice, piece: AssembledPiece) -> Finding:
    return Finding(
        code="stem-ander",
        severity="waarschuwing",
        title="Hier spreekt een ander",
        message=f"“{words}” zegt {speaker.who}, maar deze brief komt van {SENDERS[voice]}.",
        words=words,
        piece=piece.piece.id,
        advice=speaker.instead,
    )


def borrowed_passage(piece: AssembledPiece, context: CheckContext) -> Iterator[Finding]:
    """`stem-ander`: a passage that was written for another sender, used as it is."""
    voice = context.assembly.template.voice
    snippet = context.library.snippets.get(piece.piece.snippet or "")
    if snippet and snippet.voice != voice and piece.piece.adapted is None:
        yield Finding(
            code="stem-ander",
            severity="blokkerend",
            title="Tekstblok van een ander",
            message=f"“{snippet.title}” is geschreven voor {SENDERS[snippet.voice]}, niet voor {SENDERS[voice]}.",
            words=snippet.title,
            piece=piece.piece.id,
            advice="Kies een tekstblok dat voor deze afzender is geschreven.",
            action=Action("vervang", piece.piece.id, "Kies een andere tekst"),
        )


SENDERS: dict[Voice, str] = {
    "college": "het college",
    "vereniging": "de VNG",
    "wethouder": "de wethouder",
    "regio": "de regio",
}
