"""Claims in the letter without a fact."""

import re
from collections.abc import Iterator, Mapping
from datetime import date
from functools import lru_cache
from typing import Any, NamedTuple

from composer.assemble.pieces import AssembledPiece
from composer.check.context import CheckContext
from composer.check.extractors import SegmentExtractor
from composer.check.personal import details
from composer.check.promises import promises
from composer.check.rephrasing import typed_sentences
from composer.check.segments import Segment
from composer.check.vocabulary import Vocabulary
from composer.domain.figures import Figure, figures
from composer.domain.finding import Action, Finding
from composer.domain.snippet import Voice

ACTOR = re.compile(
    r"\b(?:VNG|ALV|ledenvergadering|kabinet|minister(?:ie)?|staatssecretaris|VWS|BZK|Tweede Kamer|Rijk|ZN"
    r"|zorgverzekeraars?|Zorgverzekeraars Nederland|Hilversum)\b"
)
"""Who decides nationally."""
OWN: Mapping[Voice, frozenset[str]] = {"vereniging": frozenset({"VNG", "ALV", "ledenvergadering"})}
"""Of those the sender itself, whose own decisions need no source."""
DECIDED = re.compile(
    r"\b(?:besloot|besloten|bepaalde|aangenomen|verworpen|verwierp(?:en)?|ingestemd|stemden?|bekrachtigden?|bekrachtigd"
    r"|toegezegd|zegde|afgesproken|ondertekend(?:e|en)?|hervat|hervatten?|stopte|stopten|gestopt|opgeschort|schortten?"
    r"|ingetrokken|trok|geschrapt|schrapte)\b",
    re.IGNORECASE,
)

CLOCK = re.compile(r"\b\d{1,2}:\d{2}\b|\b\d{1,2}\.\d{2}\s+uur\b|\bom\s+\d{1,2}\s+uur\b", re.IGNORECASE)
TERMS = frozenset({"dag", "maand", "jaar"})
"""Kinds of figures that say when."""


def unsourced_claims(piece: AssembledPiece, context: CheckContext) -> Iterator[Finding]:
    """`cijfer-zonder-feit`, `besluit-zonder-feit`: own words without a fact that state a figure, a day or a decision."""
    if piece.piece.snippet and piece.piece.adapted is None:
        return
    for sentence, cited, claims in context.matches(CLAIMS, piece):
        if not any(map(context.fact, cited)):
            yield from _unborne(claims, piece, context) or _undecided(claims, sentence, piece, context)


class Claims(NamedTuple):
    """What typed words claim: their figures, and who in them may have decided something."""

    figures: tuple[Figure, ...]
    deciding: frozenset[str]


@lru_cache(maxsize=1_000)
def _claims(typed: str) -> Claims | None:
    deciding = frozenset(ACTOR.findall(typed)) if DECIDED.search(typed) else frozenset[str]()
    told = Claims(_figures(typed), deciding)
    return told if any(told) else None


def _claimed(run: Segment, _: Vocabulary) -> tuple[tuple[str, tuple[str, ...], Claims], ...]:
    """The sentences that claim something, with the ids that they cite."""
    return tuple([(text, cited, claims) for text, typed, cited in typed_sentences(run) if (claims := _claims(typed))])


CLAIMS = SegmentExtractor(_claimed)


def _unborne(claims: Claims, piece: AssembledPiece, context: CheckContext) -> list[Finding]:
    """Findings for the claims that no fact or value in the letter bears out."""
    known = known_days(context)
    return [_unsourced(figure, piece) for figure in claims.figures if not _borne_out(figure, known)]


def _figures(typed: str) -> tuple[Figure, ...]:
    """The figures in typed words, without telephone numbers, times of day and terms of promises."""
    found = figures(typed)
    if not found:
        return ()
    private = [detail.words for detail in details(typed)]
    clock = {place for match in CLOCK.finditer(typed) for place in range(*match.span())}
    terms = TERMS if promises(typed) else frozenset[str]()
    return tuple(
        figure
        for figure in found
        if figure.kind not in terms
        and figure.start not in clock
        and not any(figure.words in words for words in private)
    )


def _undecided(claims: Claims, sentence: str, piece: AssembledPiece, context: CheckContext) -> list[Finding]:
    others = claims.deciding - OWN.get(context.assembly.template.voice, frozenset())
    return [_decision(sentence, piece)] if others else []


def known_days(context: CheckContext) -> frozenset[date]:
    """The days that the letter itself has: its date, its reference date and those of its fields."""
    return frozenset(
        {context.letter.date, context.letter.reference_date, *_days(context.assembly.names["veld"].values())}
    )


def _days(values: Any) -> Iterator[date]:
    return (value for value in values if isinstance(value, date))


def _borne_out(figure: Figure, known: frozenset[date]) -> bool:
    match figure.value:
        case date() as day:
            return figure.kind == "dag" and any((held.day, held.month) == (day.day, day.month) for held in known)
        case number:
            return figure.kind == "jaar" and any(held.year == number for held in known)


def _unsourced(figure: Figure, piece: AssembledPiece) -> Finding:
    return Finding(
        code="cijfer-zonder-feit",
        severity="waarschuwing",
        title="Cijfer zonder bron",
        message=f"“{figure.words}” steunt op geen feit. Waar komt dit vandaan?",
        words=figure.words,
        piece=piece.piece.id,
        advice="Haal een feit aan dat dit zegt, of zie af met de reden erbij.",
        action=Action("stuk", piece.piece.id, "Ga naar de zin"),
    )


def _decision(sentence: str, piece: AssembledPiece) -> Finding:
    return Finding(
        code="besluit-zonder-feit",
        severity="waarschuwing",
        title="Besluit zonder bron",
        message=f"“{sentence}” zegt wat een ander besloot, maar steunt op geen feit.",
        words=sentence,
        piece=piece.piece.id,
        advice="Haal een feit aan dat dit zegt, of zie af met de reden erbij.",
        action=Action("stuk", piece.piece.id, "Ga naar de zin"),
    )
