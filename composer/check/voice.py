"""Who is speaking: the wij of another organisation has no place in this letter."""

import re
from collections.abc import Iterator
from itertools import islice

from composer.assemble.pieces import AssembledPiece
from composer.check.reader import Run, Span
from composer.check.speakers import SPEAKERS, Speaker
from composer.check.subject import Subject
from composer.domain.finding import Action, Finding
from composer.domain.snippet import Voice

CLAUSE = re.compile(r"[^,;:()–—]+")
SIGNS = frozenset({"wij", "we", "ons", "onze", "ik", "mij", "mijn", "ledenbrief"})
"""Without one of these words no one speaks."""
SIGN = re.compile(rf"\b(?:{'|'.join(sorted(SIGNS))})\b", re.IGNORECASE)
BEFORE, AFTER = 2, 1
"""How many sentences around one tell what it is about."""


def foreign_voice(piece: AssembledPiece, subject: Subject) -> Iterator[Finding]:
    """`stem-ander`: wij, ons, onze or ik of someone else than who sends the letter."""
    voice = subject.assembly.template.voice
    yield from _borrowed(piece, voice, subject)
    speakers = [speaker for speaker in SPEAKERS if voice not in speaker.voices]
    for run in subject.reading(piece).having(SIGNS):
        for words, speaker in run.kept(("voice", voice), lambda run=run: tuple(_heard(run, speakers))):
            yield _leaked(words, speaker, voice, piece)


def _heard(run: Run, speakers: list[Speaker]) -> Iterator[tuple[str, Speaker]]:
    """In each sentence the first speaker who gives himself away, with the words that do it."""
    for position, sentence in enumerate(run.sentences):
        if not SIGN.search(run.own_words(sentence)):
            continue
        near = run.sentences[max(0, position - BEFORE) : position + AFTER + 1]
        about = " ".join(run.own_words(span) for span in near)
        told = ((words, speaker) for speaker in speakers if (words := _spoken(speaker, run, sentence, about)))
        yield from islice(told, 1)


def _spoken(speaker: Speaker, run: Run, sentence: Span, about: str) -> str | None:
    """The words of a sentence that only this speaker would say."""
    own = run.own_words(sentence)
    if found := speaker.names.search(own):
        return found.group().strip()
    if (found := speaker.matters.search(own)) and speaker.subject.search(about):
        return found.group().strip()
    return next((clause.strip() for clause in CLAUSE.findall(own) if speaker.says(clause)), None)


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


def _borrowed(piece: AssembledPiece, voice: Voice, subject: Subject) -> Iterator[Finding]:
    """A passage that was written for another sender, used as it is."""
    snippet = subject.library.snippets.get(piece.piece.snippet or "")
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
