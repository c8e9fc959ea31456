"""Compares sentences in the writer's own words with the facts that they cite and with the passage that they were made from."""

from bisect import bisect_left
from collections.abc import Iterable, Iterator
from difflib import get_close_matches
from functools import lru_cache
from typing import NamedTuple

from composer.assemble.pieces import AssembledPiece
from composer.check.analyser import segments_of
from composer.check.context import CheckContext
from composer.check.segments import Segment, marks
from composer.domain.document import Citation, Value
from composer.domain.fact import Fact
from composer.domain.figures import Figure, borne_out, counted, figures
from composer.domain.finding import Action, Finding
from composer.domain.polarity import negation_lost, opposed, polarity, strengthened
from composer.domain.values import CountValue

HEDGED = frozenset({"voorstel", "voornemen", "verwachting", "eis", "standpunt", "risico"})
"""Strengths of facts that a letter may not tell as settled."""


_polarity = lru_cache(maxsize=1_000)(polarity)


class CitedSentence(NamedTuple):
    """A sentence with the facts it cites and the words in it that were typed, values of facts and profile left out."""

    text: str
    typed: str
    facts: tuple[Fact, ...]


def deviations(piece: AssembledPiece, context: CheckContext) -> Iterator[Finding]:
    """`wijkt-af-van-feit`, `sterker-dan-feit`: own or adapted words that say something else than their facts."""
    if piece.piece.snippet and piece.piece.adapted is None:
        return
    before = _sentences_before(piece, context)
    if not before and not context.facts(piece):
        return
    for sentence in cited_sentences(piece, context):
        yield from _wording(sentence, _alike(sentence, before), piece)
        if sentence.facts:
            yield from _figures(sentence, piece)
            yield from _counts(sentence, piece)


def cited_sentences(piece: AssembledPiece, context: CheckContext) -> tuple[CitedSentence, ...]:
    """The sentences of a piece, each with the facts cited in it."""
    scopes = context.assembly.addressee.scopes
    return context.analyser.cached(
        piece.blocks, ("sentences", scopes), lambda: _cited(context.analysis(piece).segments, context)
    )


def _cited(runs: Iterable[Segment], context: CheckContext) -> tuple[CitedSentence, ...]:
    return tuple(
        CitedSentence(text, typed, tuple(fact for name in names if (fact := context.fact(name))))
        for run in runs
        for text, typed, names in run.memoised(typed_sentences)
    )


def typed_sentences(run: Segment) -> tuple[tuple[str, str, tuple[str, ...]], ...]:
    """The words of each sentence, those that were typed, and the ids it cites."""
    told: list[tuple[str, str, tuple[str, ...]]] = [(sentence.text, sentence.text, ()) for sentence in run.sentences]
    marked, last = dict[int, list[Citation | Value]](), max(run.ends, default=0)
    for offset, mark in marks(run.inlines):
        if 0 < offset <= last:
            marked.setdefault(bisect_left(run.ends, offset), []).append(mark)
    for place, there in marked.items():
        told[place] = _typed(told[place][0], there)
    return tuple(told)


def _typed(text: str, marks: list[Citation | Value]) -> tuple[str, str, tuple[str, ...]]:
    names = dict.fromkeys(name for mark in marks if isinstance(mark, Citation) for name in mark.facts)
    typed = text
    for mark in marks:
        if isinstance(mark, Value) and mark.text:
            typed = typed.replace(mark.text, "·", 1)
    return text, typed, tuple(names)


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
    """Findings for numbers in words that differ from a fact that counts the same things."""
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


def _wording(sentence: CitedSentence, before: CitedSentence | None, piece: AssembledPiece) -> Iterator[Finding]:
    if not before and not sentence.facts:
        return
    told = _polarity(sentence.text)
    for claim, same in _claims(sentence, before):
        was = _polarity(claim)
        if opposed(was, told) or (same and negation_lost(was, told)):
            message = f"“{sentence.text}” zegt het tegendeel van wat u aanhaalt: {claim}"
            yield _deviation(message, sentence.text, piece, sentence.facts)
            return
    hedged = before or any(fact.strength in HEDGED for fact in sentence.facts)
    for claim in [before.text] if before else [fact.statement for fact in sentence.facts]:
        if hedged and strengthened(_polarity(claim), told):
            yield _stronger(sentence, claim, piece)
            return


def _claims(sentence: CitedSentence, before: CitedSentence | None) -> Iterator[tuple[str, bool]]:
    """The claims that a sentence may not reverse, and whether each is the same claim, so that a lost negation counts too.

    That is the passage's own sentence, and each fact's statement that this sentence did not itself seem to turn round.
    """
    if before:
        yield before.text, True
    for fact in sentence.facts:
        if not before or not opposed(_polarity(before.text), _polarity(fact.statement)):
            yield fact.statement, before is None and len(sentence.facts) == 1


def _sentences_before(piece: AssembledPiece, context: CheckContext) -> tuple[CitedSentence, ...]:
    """The sentences of the library's passage that a piece was made from; none for what was never a passage."""
    original = context.original(piece) if piece.piece.adapted is not None else None
    if original is None:
        return ()
    scopes = context.assembly.addressee.scopes
    return context.analyser.cached(original.blocks, scopes, lambda: _cited(segments_of(original.blocks), context))


ALIKE = 0.6
"""The share of two sentences that must be the same before one is taken for the other."""


def _alike(sentence: CitedSentence, before: tuple[CitedSentence, ...]) -> CitedSentence | None:
    """The sentence from before that is most alike, first among those that cite the same facts; None when none is like it."""
    if not before:
        return None
    same = [held for held in before if sentence.facts and held.facts == sentence.facts]
    texts = {held.text: held for held in same or before}
    nearest = _nearest(sentence.text, tuple(texts), 0 if same else ALIKE)
    return None if nearest is None else texts[nearest]


@lru_cache(maxsize=1_000)
def _nearest(text: str, texts: tuple[str, ...], cutoff: float) -> str | None:
    return next(iter(get_close_matches(text, texts, n=1, cutoff=cutoff)), None)


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
