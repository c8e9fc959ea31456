"""One way to write each term of the dossier."""

from collections.abc import Iterable, Iterator

from composer.assemble.pieces import AssembledPiece
from composer.check.context import CheckContext
from composer.check.extractors import SegmentExtractor, SentenceExtractor
from composer.check.segments import PROSE, Segment, Sentence
from composer.check.vocabulary import Spelling, Vocabulary
from composer.domain.dossier import Term
from composer.domain.finding import Action, Finding


def other_spellings(piece: AssembledPiece, context: CheckContext) -> Iterator[Finding]:
    """`spelling-begrip`: a way to write a term that its dossier does not prefer."""
    for words, spelling in context.matches(OTHER_SPELLINGS, piece):
        if not spelling.right:
            yield _other(words, spelling.term, piece.piece.id)


def _found(sentence: Sentence, vocabulary: Vocabulary) -> tuple[tuple[str, Spelling], ...]:
    """The spellings of terms in a sentence, quotations left out, each with the words as written."""
    if not vocabulary.terms.may_stand(sentence.lower):
        return ()
    found = vocabulary.terms.find(sentence.words, sentence.unquoted)
    ways = ((sentence.text[start:end], spelling) for start, end, spelling in found)
    return tuple(
        (words, spelling._replace(right=spelling.right and _has_capitals(words, spelling))) for words, spelling in ways
    )


def _has_capitals(words: str, spelling: Spelling) -> bool:
    """Whether words have the capitals of a term, where its other spellings name one without; the first letter is free."""
    return all(words[1:] != wrong[1:] for wrong in spelling.term.wrong)


def _ways(run: Segment, _: Vocabulary) -> tuple[tuple[str, str], ...]:
    """The ids of the terms that are spelled well, each with how it is written."""
    told = (each for sentence in run.sentences for each in sentence.matches.get(OTHER_SPELLINGS, ()))
    return tuple((spelling.term.id, words) for words, spelling in told if spelling.right)


OTHER_SPELLINGS = SentenceExtractor(_found)
SPELLINGS = SegmentExtractor(_ways, PROSE, OTHER_SPELLINGS)


def _other(words: str, term: Term, piece: str) -> Finding:
    return Finding(
        code="spelling-begrip",
        severity="waarschuwing",
        title="Ander woord voor een begrip",
        message=f"“{words}” schrijven we als “{term.preferred}”.",
        words=words,
        piece=piece,
        advice=f"Schrijf “{term.preferred}”.",
        action=Action("woorden", term.preferred, "Neem over"),
    )


def mixed_spellings(context: CheckContext) -> Iterator[Finding]:
    """`spelling-begrip`, once a letter: a term of which words begin with a capital here and not there."""
    found: dict[str, dict[str, str]] = {}
    for (name, words), piece in context.letter_matches(SPELLINGS):
        found.setdefault(name, {}).setdefault(words, piece.piece.id)
    for name, ways in found.items():
        term = context.library.terms[name]
        if _differ(ways, term):
            yield _mixed(ways, term)


def _differ(ways: Iterable[str], term: Term) -> bool:
    """Whether a reader sees several spellings; a capital at the start of a sentence, or an abbreviation, is no other one."""
    written = {way[:1].lower() + way[1:] for way in ways if way != term.abbreviation}
    return len(written) > 1


def _mixed(ways: dict[str, str], term: Term) -> Finding:
    listed = ", ".join(f"“{way}”" for way in ways if way != term.abbreviation)
    odd = next(way for way in ways if way not in (term.preferred, term.abbreviation))
    return Finding(
        code="spelling-begrip",
        severity="tip",
        title="Verschillend geschreven",
        message=f"In deze brief staan {listed} door elkaar.",
        words=odd,
        piece=ways[odd],
        advice=f"Schrijf overal “{term.preferred}”.",
    )
