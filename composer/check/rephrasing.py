"""Sentences in the writer's own words, held against the facts that they cite and the passage that they were."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from composer.assemble.pieces import AssembledPiece
from composer.check.subject import Content, Subject, runs, sentences_of
from composer.domain.document import Citation, Value, flatten, plain
from composer.domain.fact import Fact
from composer.domain.figures import Figure, borne_out, counted, figures
from composer.domain.finding import Action, Finding
from composer.domain.polarity import negation_lost, opposed, polarity, strengthened
from composer.domain.values import CountValue

HEDGED = frozenset({"voorstel", "voornemen", "verwachting", "eis", "standpunt", "risico"})
"""Strengths of facts that a letter may not tell as settled."""


@dataclass(frozen=True, slots=True)
class CitedSentence:
    """A sentence with the facts it cites and the words in it that were typed, values of facts and profile left out."""

    text: str
    typed: str
    facts: tuple[Fact, ...]


def deviations(piece: AssembledPiece, subject: Subject) -> Iterator[Finding]:
    """`wijkt-af-van-feit`, `sterker-dan-feit`: own or adapted words that say something else than their facts."""
    if piece.piece.snippet and piece.piece.adapted is None:
        return
    for sentence in cited_sentences(piece, subject):
        if not sentence.facts:
            continue
        yield from _figures(sentence, piece)
        yield from _counts(sentence, piece)
        yield from _wording(sentence, piece, subject)


def cited_sentences(piece: AssembledPiece, subject: Subject) -> Iterator[CitedSentence]:
    """The sentences of a piece, each with the facts cited in it."""
    for content in runs(piece.blocks):
        for sentence in sentences_of(content):
            marks = list(_marks(content, sentence.start, sentence.end))
            names = dict.fromkeys(name for mark in marks if isinstance(mark, Citation) for name in mark.facts)
            facts = (subject.library.fact_for(name, subject.assembly.addressee.scopes) for name in names)
            typed = sentence.text
            for mark in marks:
                if isinstance(mark, Value) and mark.text:
                    typed = typed.replace(mark.text, "·", 1)
            yield CitedSentence(sentence.text, typed, tuple(fact for fact in facts if fact))


def _marks(content: Content, start: int, end: int) -> Iterator[Citation | Value]:
    """The citations and values of a sentence; a mark after its full stop belongs to it."""
    offset = 0
    for inline in flatten(content):
        if not hasattr(inline, "content"):
            offset += len(plain((inline,)))
        if isinstance(inline, Citation | Value) and start < offset <= end:
            yield inline


def _figures(sentence: CitedSentence, piece: AssembledPiece) -> Iterator[Finding]:
    values = [value for fact in sentence.facts for value in fact.values.values()]
    for figure in figures(sentence.typed):
        if not borne_out(figure, values) and not _printed(figure, sentence.facts):
            message = f"“{figure.words}” staat niet in wat u aanhaalt: {_statements(sentence.facts)}"
            yield _deviation(message, figure.words, piece, sentence.facts)


def _printed(figure: Figure, facts: Iterable[Fact]) -> bool:
    """Whether a statement has the same figure, said as exactly."""
    said = {(told.kind, told.value, told.approximation) for fact in facts for told in figures(fact.statement)}
    return (figure.kind, figure.value, figure.approximation) in said


def _counts(sentence: CitedSentence, piece: AssembledPiece) -> Iterator[Finding]:
    """Numbers in words, where a fact counts the same things."""
    known = {
        value.unit.lower(): value.value
        for fact in sentence.facts
        for value in fact.values.values()
        if isinstance(value, CountValue) and value.unit
    }
    for number, words, noun in counted(sentence.typed):
        if noun in known and known[noun] != number:
            message = f"“{words}” klopt niet met wat u aanhaalt: {_statements(sentence.facts)}"
            yield _deviation(message, words, piece, sentence.facts)


def _wording(sentence: CitedSentence, piece: AssembledPiece, subject: Subject) -> Iterator[Finding]:
    told = polarity(sentence.text)
    before = _sentence_before(sentence, piece, subject)
    for source in [before] if before else [fact.statement for fact in sentence.facts]:
        was = polarity(source)
        if opposed(was, told) or (len(sentence.facts) == 1 and negation_lost(was, told)):
            message = f"“{sentence.text}” zegt het tegendeel van wat u aanhaalt: {source}"
            yield _deviation(message, sentence.text, piece, sentence.facts)
            return
        if strengthened(was, told) and (before or any(fact.strength in HEDGED for fact in sentence.facts)):
            yield _stronger(sentence, source, piece)
            return


def _sentence_before(sentence: CitedSentence, piece: AssembledPiece, subject: Subject) -> str | None:
    """The sentence of the library's passage that cites the same facts; None when it has none, or it is the same."""
    if piece.piece.adapted is None:
        return None
    wanted = {fact.id for fact in sentence.facts}
    original = subject.original(piece)
    same = (
        (held for held in cited_sentences(original, subject) if {fact.id for fact in held.facts} == wanted)
        if original
        else ()
    )
    return next((held.text for held in same), None)


def _statements(facts: Iterable[Fact]) -> str:
    return " ".join(fact.statement for fact in facts)


def _deviation(message: str, words: str, piece: AssembledPiece, facts: tuple[Fact, ...]) -> Finding:
    return Finding(
        code="wijkt-af-van-feit",
        severity="blokkerend",
        title="Anders dan de bron",
        message=message,
        words=words,
        piece=piece.piece.id,
        facts=tuple(fact.id for fact in facts),
        advice="Neem over wat het feit zegt, of haal een ander feit aan.",
        action=Action("stuk", piece.piece.id, "Ga naar de zin"),
    )


def _stronger(sentence: CitedSentence, source: str, piece: AssembledPiece) -> Finding:
    return Finding(
        code="sterker-dan-feit",
        severity="waarschuwing",
        title="Stelliger dan de bron",
        message=f"“{sentence.text}” is stelliger dan wat u aanhaalt: {source}",
        words=sentence.text,
        piece=piece.piece.id,
        facts=tuple(fact.id for fact in sentence.facts),
        advice="Schrijf wie het zegt, of dat het nog niet zeker is.",
        action=Action("stuk", piece.piece.id, "Ga naar de zin"),
    )
