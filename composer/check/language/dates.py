"""Relative dates (morgen, vorige week), which a reader of next year cannot place."""

import re
from collections.abc import Iterator

from composer.assemble.pieces import AssembledPiece
from composer.check.context import CheckContext
from composer.check.extractors import SentenceExtractor
from composer.check.segments import Sentence
from composer.check.vocabulary import Vocabulary
from composer.domain.dutch import MONTHS
from composer.domain.finding import Finding, Severity

_DAY = "maandag|dinsdag|woensdag|donderdag|vrijdag|zaterdag|zondag"
_MONTH = "|".join(MONTHS)
_PERIOD = "dag|week|weekend|maand|kwartaal|jaar|najaar|voorjaar|zomer|winter|herfst|lente|raadsvergadering|vergadering"
_STRETCH = "dagen|weken|maanden|jaren|periode|tijd|kwartalen"

CLEAR = re.compile(
    rf"\b(?:vorige?|volgende?|komende?|afgelopen|aanstaande|aankomende?)\s+(?:{_PERIOD}|{_DAY}|{_MONTH})\b"
    rf"|\b(?:{_DAY}|{_MONTH}|\d{{1,2}}\s+(?:{_MONTH}))\s+(?:jl\b\.?|j\.l\.|a\.s\.|aanstaande|jongstleden|dezer)"
    r"|\b(?:gisteren|eergisteren|overmorgen|vandaag|vanmiddag|vanavond|vanochtend)\b|\bmorgen(?:middag|avond|ochtend)\b"
    r"|(?<!\w)(?:jl|j\.l|a\.s)\.(?!\w)|\bjongstleden\b|\baanstaande\b"
    r"|\b(?:binnenkort|onlangs|recentelijk|eerdaags|weldra|(?:zeer )?spoedig|zo spoedig mogelijk|kort geleden|een tijd geleden)\b"
    r"|\bte zijner tijd\b|\b(?:op|binnen) (?:korte|afzienbare) (?:termijn|tijd)\b",
    re.IGNORECASE,
)
"""A day or period counted from today, or a moment that no calendar has."""

VAGUE = re.compile(
    rf"\b(?:komende|afgelopen|voorbije|aankomende)\s+(?:(?:\w+\s+)?(?:{_STRETCH})|\w+\s+jaar)\b|\brecente?\b"
    r"|\b\w+\s+(?:dagen|weken|maanden|jaar|jaren)\s+geleden\b"
    r"|\b(?:deze (?:week|maand)|dit (?:jaar|kwartaal|najaar|voorjaar))\b",
    re.IGNORECASE,
)
"""A stretch of time whose beginning or end the reader has to guess."""

_SIGNS = """
vorig vorige volgend volgende komend komende afgelopen aanstaande aankomend aankomende voorbije jl j.l a.s dezer
jongstleden gisteren eergisteren overmorgen vandaag vanmiddag vanavond vanochtend morgenmiddag morgenavond
morgenochtend binnenkort onlangs recentelijk recent recente eerdaags weldra spoedig geleden tijd tijde termijn week maand
jaar kwartaal najaar voorjaar
"""
SIGNS = frozenset(_SIGNS.split())
"""Without one of these words there is nothing to look for."""

CHECKS: tuple[tuple[re.Pattern[str], Severity], ...] = ((CLEAR, "waarschuwing"), (VAGUE, "tip"))


def relative_dates(piece: AssembledPiece, context: CheckContext) -> Iterator[Finding]:
    """`datum-relatief`: a time counted from the day of writing."""
    for words, severity in context.matches(RELATIVE_DATES, piece):
        yield _relative(words, severity, piece.piece.id)


def _found(sentence: Sentence, _: Vocabulary) -> tuple[tuple[str, Severity], ...]:
    if SIGNS.isdisjoint(sentence.word_set):
        return ()
    return tuple(
        (match.group(), severity) for pattern, severity in CHECKS for match in pattern.finditer(sentence.unquoted)
    )


RELATIVE_DATES = SentenceExtractor(_found)


def _relative(words: str, severity: Severity, piece: str) -> Finding:
    return Finding(
        code="datum-relatief",
        severity=severity,
        title="Wanneer precies?",
        message=f"“{words}” zegt later niets meer: een brief wordt nog jaren gelezen.",
        words=words,
        piece=piece,
        advice="Schrijf de datum, de maand met het jaar of het kwartaal.",
    )
