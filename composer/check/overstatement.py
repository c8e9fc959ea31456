"""Words that are often used of a fact and say more than it does."""

from collections.abc import Iterator

from composer.assemble.pieces import AssembledPiece
from composer.check.context import CheckContext
from composer.check.extractors import SentenceExtractor
from composer.check.rephrasing import HEDGED, CitedSentence, cited_sentences
from composer.check.segments import Sentence
from composer.check.vocabulary import Vocabulary
from composer.domain.fact import Fact
from composer.domain.finding import Action, Finding
from composer.domain.polarity import HEDGES


def overstatements(piece: AssembledPiece, context: CheckContext) -> Iterator[Finding]:
    """`sterker-dan-feit`: own words that the library knows to be too firm, in a sentence without a hedge."""
    if piece.piece.snippet and piece.piece.adapted is None:
        return
    firm = dict(context.matches(FIRM_CLAIMS, piece))
    told: set[str] = set()
    for sentence in cited_sentences(piece, context) if firm else ():
        for fact in firm.get(sentence.text, ()):
            if fact.id not in told and _is_too_firm(fact, sentence, context):
                told.add(fact.id)
                yield _too_firm(sentence, fact, piece)


def _said_firmly(sentence: Sentence, vocabulary: Vocabulary) -> tuple[tuple[str, tuple[Fact, ...]], ...]:
    """A sentence that says more than facts do, without a hedge, with those facts."""
    words, text = sentence.parts, sentence.text
    signs = vocabulary.memoised(_signs)
    if signs is not None and signs.isdisjoint(words):
        return ()
    found = tuple(each.fact for each in vocabulary.overstated if each.words <= words and each.pattern.search(text))
    return ((text, found),) if found and not HEDGES.search(text) else ()


def _signs(vocabulary: Vocabulary) -> frozenset[str] | None:
    """The longest word that each overstatement needs; None when one of them needs none."""
    needed = [each.words for each in vocabulary.overstated]
    return frozenset([max(words, key=len) for words in needed]) if all(needed) else None


FIRM_CLAIMS = SentenceExtractor(_said_firmly)


def _is_too_firm(fact: Fact, sentence: CitedSentence, context: CheckContext) -> bool:
    """Whether the overstatement is reported here: not for a hedged fact that the sentence cites, which another check reports."""
    chronology, day = context.library.chronology, context.letter.reference_date
    held_already = fact.strength in HEDGED and fact in sentence.facts
    return not held_already and chronology.standing(fact, day).usable


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
