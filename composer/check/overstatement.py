"""What is often said of a fact and is more than it says."""

from collections.abc import Iterator

from composer.assemble.pieces import AssembledPiece
from composer.check.rephrasing import HEDGED, CitedSentence, cited_sentences
from composer.check.subject import Subject
from composer.domain.fact import Fact
from composer.domain.finding import Action, Finding
from composer.domain.polarity import HEDGES


def overstatements(piece: AssembledPiece, subject: Subject) -> Iterator[Finding]:
    """`sterker-dan-feit`: own words that the library knows to be too firm, in a sentence without a hedge."""
    if piece.piece.snippet and piece.piece.adapted is None:
        return
    told: set[str] = set()
    for sentence in cited_sentences(piece, subject):
        for fact in _said_too_firmly(sentence, subject):
            if fact.id not in told:
                told.add(fact.id)
                yield _too_firm(sentence, fact, piece)


def _said_too_firmly(sentence: CitedSentence, subject: Subject) -> Iterator[Fact]:
    """A hedged fact that the sentence cites is held against it already."""
    if HEDGES.search(sentence.text):
        return
    chronology, day = subject.library.chronology, subject.letter.reference_date
    for pattern, fact in subject.vocabulary.overstated:
        held_already = fact.strength in HEDGED and fact in sentence.facts
        if not held_already and pattern.search(sentence.text) and chronology.standing(fact, day).usable:
            yield fact


def _too_firm(sentence: CitedSentence, fact: Fact, piece: AssembledPiece) -> Finding:
    return Finding(
        code="sterker-dan-feit",
        severity="waarschuwing",
        title="Stelliger dan de bron",
        message=f"“{sentence.text}” is stelliger dan wat bekend is: {fact.statement}",
        words=sentence.text,
        piece=piece.piece.id,
        facts=(fact.id,),
        advice="Schrijf wat het feit zegt, en haal het aan.",
        action=Action("bron", fact.id, "Toon het feit"),
    )
