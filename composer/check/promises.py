"""Promises to the council without a term."""

import re
from collections.abc import Iterator

from composer.assemble.pieces import AssembledPiece
from composer.check.context import CheckContext
from composer.check.extractors import SentenceExtractor
from composer.check.segments import Sentence
from composer.check.vocabulary import Vocabulary
from composer.domain.dutch import MONTHS
from composer.domain.finding import Finding, Severity

_WE = r"(?:wij|we|het college)"
_YOU = r"(?:u|uw raad|de raad)"
_TELL = r"(?:informeren|informeert|berichten|sturen|stuurt|houden|houdt)"
PROMISE = re.compile(
    rf"\b(?:informeren|berichten|rapporteren|sturen|houden)\s+{_WE}\s+{_YOU}\b"
    rf"|\b{_WE}\s+(?:(?:zullen|zal|blijven|blijft)\s+)?{_TELL}\s+{_YOU}\b"
    rf"|\b{_WE}\s+(?:zullen|zal|blijven|blijft)\s+{_YOU}\s.*\b(?:informeren|berichten)\b"
    rf"|\b(?:komen|komt)\s+(?:{_WE}\s+)?(?:hier|daar)op\s.*\bterug\b|\b(?:hier|daar)op\s+(?:komen|komt)\s+{_WE}\b.*\bterug\b"
    rf"|\b{_WE}\s+komen\s+.*\bbij\s+{_YOU}\s+terug\b"
    rf"|\b{_YOU}\s+(?:ontvangt|krijgt|hoort)\b|\b(?:ontvangt|krijgt|hoort)\s+{_YOU}\b"
    rf"|\b(?:communiceren|informeren)\s+{_WE}\b.*\blater\b",
    re.IGNORECASE,
)
PRESENT = re.compile(
    r"\b(?:deze|dit)\s+(?:\w+)?(?:brief|bericht|memo|notitie)\b"
    r"|\b(?:hiermee|hierbij|bij deze|zojuist|eerder|bijlagen?|hieronder)\b",
    re.IGNORECASE,
)
"""What the letter itself does, or an earlier one did."""

TERM = re.compile(
    rf"\b(?:{'|'.join(MONTHS)})\b|\b(?:19|20)\d\d\b|\bkwartaal\b|\bQ[1-4]\b|\b(?:week|maand)\s+\d|\d{{1,2}}-\d{{1,2}}-\d{{2,4}}"
    r"|\b(?:najaar|voorjaar|zomer|winter|herfst|jaarwisseling|zomerreces|kerstreces|meireces)\b"
    r"|\b(?:voorjaars|najaars|kader|perspectief)nota\b|\b(?:programma)?begroting\b|\bjaar(?:rekening|stukken|verslag)\b"
    r"|\bbestuursrapportage\b|\bberap\b"
    r"|\b(?:elk|ieder)e?\s+(?:\w+\s+)?(?:maand|kwartaal|half\s?jaar|jaar)\b|\b(?:maandelijks|jaarlijks)\b",
    re.IGNORECASE,
)
CAUSE = re.compile(r"^\s*(?:omdat|doordat|aangezien|hoewel|nu|ondanks)\b[^,]*,", re.IGNORECASE)
"""A year in it is not the time of what is promised after it."""
_SIGNS = (
    "informeren informeert berichten rapporteren sturen stuurt houden houdt terug krijgt ontvangt hoort communiceren"
)
SIGNS = frozenset(_SIGNS.split())
"""Without one of these words nothing is promised."""
CONDITION = re.compile(
    r"\b(?:zodra|wanneer|als|indien|na|dan|bij (?:nieuws|nieuwe|belangrijke|verandering\w*))\b", re.IGNORECASE
)


def open_promises(piece: AssembledPiece, context: CheckContext) -> Iterator[Finding]:
    """`toezegging-zonder-termijn`: wij informeren u, without a month, quarter or date; a condition makes it a tip."""
    if any(promise.due for promise in context.letter.promises if promise.piece == piece.piece.id):
        return
    for words, severity in context.matches(PROMISES, piece):
        yield _open(words, severity, piece.piece.id)


def _promised(sentence: Sentence, _: Vocabulary) -> tuple[tuple[str, Severity], ...]:
    if SIGNS.isdisjoint(sentence.word_set):
        return ()
    own = CAUSE.sub("", sentence.unquoted)
    if not promises(own) or TERM.search(own):
        return ()
    return ((sentence.text, "tip" if CONDITION.search(own) else "waarschuwing"),)


def promises(text: str) -> bool:
    """Whether a sentence says what the sender will tell the council, and not in this letter."""
    return bool(PROMISE.search(text)) and not PRESENT.search(text)


PROMISES = SentenceExtractor(_promised)


def _open(words: str, severity: Severity, piece: str) -> Finding:
    return Finding(
        code="toezegging-zonder-termijn",
        severity=severity,
        title="Wanneer hoort de raad dit?",
        message=f"“{words}” zegt niet wanneer. De raad kan u er dan niet aan houden, en u uzelf ook niet.",
        words=words,
        piece=piece,
        advice="Noem een maand of kwartaal, desnoods “uiterlijk in”.",
    )
