"""Sentences in which wij is another organisation than the sender."""

import re
from collections.abc import Iterator
from itertools import islice
from typing import NamedTuple

from composer.assemble.pieces import AssembledPiece
from composer.check.context import CheckContext
from composer.check.extractors import SegmentExtractor, SentenceExtractor
from composer.check.segments import EVERYWHERE, Segment, Sentence
from composer.check.speakers import SPEAKERS, Speaker
from composer.check.vocabulary import Vocabulary
from composer.domain.finding import Action, Finding
from composer.domain.snippet import Voice

CLAUSE = re.compile(r"[^,;:()–—]+")
SIGNS = frozenset({"wij", "we", "ons", "onze", "ik", "mij", "mijn", "ledenbrief"})
"""Without one of these words no one speaks."""
SIGN = re.compile(rf"\b(?:{'|'.join(sorted(SIGNS))})\b", re.IGNORECASE)
BEFORE, AFTER = 2, 1
"""How many sentences around one tell what it is about."""


def foreign_voice(piece: AssembledPiece, context: CheckContext) -> Iterator[Finding]:
    """`stem-ander`: wij, ons, onze or ik of someone else than who sends the letter."""
    voice = context.assembly.template.voice
    for heard in context.matches(FOREIGN_SPEAKERS, piece):
        strange = (spoken for spoken in heard if voice not in spoken.speaker.voices)
        yield from (_leaked(spoken.words, spoken.speaker, voice, piece) for spoken in islice(strange, 1))


class Spoken(NamedTuple):
    """Words of a speaker; `anywhere` False where they are his only when the sentences around are about his subject."""

    words: str
    speaker: Speaker
    anywhere: bool


def _heard(run: Segment, _: Vocabulary) -> tuple[tuple[Spoken, ...], ...]:
    """For each sentence in which only another speaker can be wij, that speaker with the words."""
    told = ((place, sentence.matches.get(SPOKEN, ())) for place, sentence in enumerate(run.sentences))
    heard = (tuple(spoken for spoken in there if _fits(spoken, place, run)) for place, there in told if there)
    return tuple(there for there in heard if there)


def _fits(spoken: Spoken, place: int, run: Segment) -> bool:
    near = run.sentences[max(0, place - BEFORE) : place + AFTER + 1]
    return spoken.anywhere or bool(spoken.speaker.subject.search(" ".join(sentence.unquoted for sentence in near)))


def _spoken(sentence: Sentence, _: Vocabulary) -> tuple[Spoken, ...]:
    """The words of a sentence that only one speaker would say."""
    if SIGNS.isdisjoint(sentence.parts) or not SIGN.search(sentence.unquoted):
        return ()
    return tuple([spoken for speaker in SPEAKERS for spoken in _by(speaker, sentence.unquoted)])


SPOKEN = SentenceExtractor(_spoken)
FOREIGN_SPEAKERS = SegmentExtractor(_heard, EVERYWHERE, SPOKEN)


def _by(speaker: Speaker, own: str) -> Iterator[Spoken]:
    if found := speaker.names.search(own):
        yield Spoken(found.group().strip(), speaker, True)
        return
    if found := speaker.matters.search(own):
        yield Spoken(found.group().strip(), speaker, False)
    said = (clause.strip() for clause in CLAUSE.findall(own) if speaker.says(clause))
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
