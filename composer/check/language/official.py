"""Official words for which there is a plain one."""

from collections.abc import Iterator

from composer.assemble.pieces import AssembledPiece
from composer.check.context import CheckContext
from composer.check.extractors import SentenceExtractor
from composer.check.segments import PROSE, Sentence
from composer.check.vocabulary import Vocabulary
from composer.domain.finding import Finding
from composer.library.language import OfficialWord


def official_words(piece: AssembledPiece, context: CheckContext) -> Iterator[Finding]:
    """`ambtelijk`: once a piece for each word; within a term of the dossier it is a name."""
    seen: set[str] = set()
    for words, official in context.matches(OFFICIAL_WORDS, piece):
        if words.lower() not in seen:
            seen.add(words.lower())
            yield _official(words, official, piece.piece.id)


def _found(sentence: Sentence, vocabulary: Vocabulary) -> tuple[tuple[str, OfficialWord], ...]:
    if not vocabulary.official.may_stand(sentence.lower):
        return ()
    found = list(vocabulary.official.find(sentence.words, sentence.unquoted))
    terms = list(vocabulary.terms.find(sentence.words, sentence.unquoted)) if found else []
    return tuple(
        (sentence.text[start:end], official)
        for start, end, official in found
        if not any(term.start <= start and end <= term.end for term in terms)
    )


OFFICIAL_WORDS = SentenceExtractor(_found, PROSE)


def _official(words: str, official: OfficialWord, piece: str) -> Finding:
    plain = " of ".join(f"“{choice}”" for choice in official.plain[:3])
    return Finding(
        code="ambtelijk",
        severity="tip",
        title="Ambtelijk woord",
        message=f"“{words}” kan gewoner. {official.explanation}",
        words=words,
        piece=piece,
        advice=f"Schrijf liever {plain}.",
    )
