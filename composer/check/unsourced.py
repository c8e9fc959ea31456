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
from composer.check.segments import EVERYWHERE, Segment
from composer.check.vocabulary import Vocabulary
from composer.domain.figures import Figure, figures
from composer.domain.finding import Action, Finding
from composer.domain.snippet import Voice

ACTOR = re.compile(
    r"\b(?:VNG|ALV|ledenvergadering|kabinet|minister(?:ie)?|staatssecretaris|VWS|BZK|Tweede Kamer|Rijk|ZN"
    r"|zorgverzekeraars?|Zorgverzekeraars Nederland|Hilversum)\b"
)
"""Who decides nationally."""
UNNAMED = "unnamed"
"""Who decided, where a sentence in the passive does not say."""
OWN: Mapping[Voice, frozenset[str]] = {"vereniging": frozenset({"VNG", "ALV", "ledenvergadering", UNNAMED})}
"""Of those the sender itself, whose own decisions need no source."""
DECIDED = re.compile(
    r"\b(?:besloot|besloten|bepaalde|aangenomen|verworpen|verwierp(?:en)?|ingestemd|stemden?|bekrachtigden?|bekrachtigd"
    r"|toegezegd|zegde|afgesproken|(?:onder|ge)teken(?:d|de|en)|tekenden?|hervat|hervatten?|stopt met|stopte"
    r"|stopten|gestopt|opgeschort|schortten?|ingetrokken|trok|geschrapt|schrapte)\b".replace(" ", r"\s+"),
    re.IGNORECASE,
)
PASSIVE = re.compile(
    r"\b(?:resoluties?|moties?|amendement(?:en)?|\w*akkoord(?:en)?|IZA|AZWA|deelname|gesprekken)\b.*"
    r"\b(?:is|zijn|werd|werden)\b.*"
    r"\b(?:aangenomen|verworpen|bekrachtigd|(?:onder|ge)tekend|hervat|gestopt|opgeschort|ingetrokken)\b",
    re.IGNORECASE,
)
"""What was decided nationally, by whom is not said."""
LOCAL = re.compile(r"\b(?:wij|we|ons|onze|uw|raad|raads\w+|gemeenteraad|college|regio\w*)\b", re.IGNORECASE)
"""Who may have decided the same here."""
NOT_YET = re.compile(r"\b(?:zodra|totdat|indien|wanneer|mits|(?:tot|als|of)\s+(?:de|het|er))\b[^,;:]*$", re.IGNORECASE)
"""Before a decision that has yet to be taken."""
MAJORITY = re.compile(
    r"\b(?:de|het|een) (?:\w+ )?(?:meerderheid|minderheid|merendeel) van (?:de|het|alle)\b|\bde meeste (?:gemeenten|leden)\b"
    r"|\b(?:bijna|vrijwel|nagenoeg) (?:alle (?:gemeenten|leden|stemmen)|unaniem)\b|\bunaniem\b".replace(" ", r"\s+"),
    re.IGNORECASE,
)
"""A share of a vote without a figure."""
MAJORITY_SIGN = re.compile(r"erheid van|merendeel|de meeste|unaniem| alle ", re.IGNORECASE)
"""Every one of those has one."""
CLOCK = re.compile(r"\b\d{1,2}:\d{2}\b|\b\d{1,2}\.\d{2}\s+uur\b|\bom\s+\d{1,2}\s+uur\b", re.IGNORECASE)
TERMS = frozenset({"dag", "maand", "jaar"})
"""Kinds of figures that say when."""


def unsourced_claims(piece: AssembledPiece, context: CheckContext) -> Iterator[Finding]:
    """`cijfer-zonder-feit`, `besluit-zonder-feit`: own words without a fact that state a figure, a day or a decision."""
    if piece.piece.snippet and piece.piece.adapted is None:
        return
    for sentence, cited, claims in context.matches(CLAIMS, piece):
        if not any(map(context.fact, cited)):
            unborne = _unborne(claims, context)
            yield from (_unsourced(words, piece) for words in unborne)
            if not unborne and _decided_elsewhere(claims, context):
                yield _decision(sentence, piece)


def needs_source(typed: str, context: CheckContext) -> bool:
    """Whether words that were typed, when they cite no fact, claim what only a fact can bear out."""
    claims = _claims(typed)
    return claims is not None and bool(_unborne(claims, context) or _decided_elsewhere(claims, context))


class Claims(NamedTuple):
    """What typed words claim: figures, shares in words, and who in them may have decided something."""

    figures: tuple[Figure, ...]
    shares: tuple[str, ...]
    deciding: frozenset[str]


@lru_cache(maxsize=1_000)
def _claims(typed: str) -> Claims | None:
    found = Claims(_figures(typed), _majorities(typed), _deciding(typed))
    return found if any(found) else None


def _majorities(typed: str) -> tuple[str, ...]:
    return tuple(match.group() for match in MAJORITY.finditer(typed)) if MAJORITY_SIGN.search(typed) else ()


def _deciding(typed: str) -> frozenset[str]:
    """Who in words that were typed decided something, `UNNAMED` where they only say that it was decided."""
    if not any(not NOT_YET.search(typed, 0, match.start()) for match in DECIDED.finditer(typed)):
        return frozenset()
    actors = frozenset(ACTOR.findall(typed))
    unnamed = not actors and PASSIVE.search(typed) and not LOCAL.search(typed)
    return frozenset({UNNAMED}) if unnamed else actors


def _claimed(run: Segment, _: Vocabulary) -> tuple[tuple[str, tuple[str, ...], Claims], ...]:
    """The sentences that claim something, with the ids that they cite."""
    return tuple([(text, cited, claims) for text, typed, cited in typed_sentences(run) if (claims := _claims(typed))])


CLAIMS = SegmentExtractor(_claimed, EVERYWHERE - {"heading"})


def _unborne(claims: Claims, context: CheckContext) -> list[str]:
    """The words of what nothing of the letter bears out."""
    known = known_days(context)
    return [*(figure.words for figure in claims.figures if not _borne_out(figure, known)), *claims.shares]


def _decided_elsewhere(claims: Claims, context: CheckContext) -> bool:
    return not claims.deciding <= OWN.get(context.assembly.template.voice, frozenset())


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


def _unsourced(words: str, piece: AssembledPiece) -> Finding:
    return Finding(
        code="cijfer-zonder-feit",
        severity="waarschuwing",
        title="Cijfer zonder bron",
        message=f"“{words}” steunt op geen feit. Waar komt dit vandaan?",
        words=words,
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
