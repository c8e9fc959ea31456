"""Sentences that speak of something to come on a day that lies before the letter's date."""

import re
from calendar import monthrange
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from decimal import Decimal

from composer.assemble.pieces import AssembledPiece
from composer.check.context import CheckContext
from composer.check.extractors import SentenceExtractor
from composer.check.rephrasing import CitedSentence, cited_sentences
from composer.check.segments import Sentence
from composer.check.vocabulary import Vocabulary
from composer.domain.dutch import day_in_words
from composer.domain.figures import Figure, figures
from composer.domain.finding import Action, Finding

WILL = re.compile(
    r"\b(?:zal|zullen|(?:gaat|gaan)(?! over\b|(?: \w+){0,2} in op\b)|vindt plaats|vinden plaats|komt er|worde?[tn]? op)\b",
    re.IGNORECASE,
)
"""In the clause of the day itself."""
EXPECTED = re.compile(
    r"\b(?:wordt verwacht|verwacht wordt|(?:wij|we) verwachten|verwachten (?:wij|we)|naar verwachting"
    r"|staat gepland|staan gepland|is gepland|is voorzien)\b",
    re.IGNORECASE,
)
"""Anywhere in the sentence."""
VERBS = (
    "volgt volgen komt komen stemt stemmen besluit besluiten beslist beslissen spreekt spreken vergadert vergaderen hoort"
    " horen krijgt krijgen ontvangt ontvangen wordt worden moet moeten start starten begint beginnen bespreekt bespreken"
    " behandelt behandelen legt leggen dient dienen valt vindt vinden presenteert presenteren organiseert organiseren"
    " informeert informeren verwacht verwachten"
)
"""In the present tense, beside a day, they tell what is to come."""
PRESENT = re.compile(rf"\b(?:{'|'.join(VERBS.split())})\b", re.IGNORECASE)
_ON = r"(?:op|in|uiterlijk(?:\s+(?:op|in))?|vóór|begin|eind|half|medio)"
_DAY_OF_WEEK = r"(?:(?:maan|dins|woens|donder|vrij|zater|zon)dag\s+)?"
_PART = (
    r"(?:(?:(?:het|de)\s+)?(?:\w+\s+kwartaal|\w+\s+helft|q[1-4]|(?:voor|na)jaar|zomer|herfst|winter)\s+(?:van\s+)?)?"
)
STARTS_WITH = re.compile(rf"^\W*(?:(?:en|maar|want|ook)\s+)?(?:{_ON}|voor)\s+{_DAY_OF_WEEK}{_PART}$", re.IGNORECASE)
"""Before a day with which a clause begins, so that its verb is the next word."""
THEN = re.compile(rf"^(?:\s+om\s+[\d.:]+\s+uur)?\s+{PRESENT.pattern}", re.IGNORECASE)
JUST_BEFORE = re.compile(
    rf"{PRESENT.pattern}\s+(?:(?:er|dan|wij|we|u)\s+)?{_ON}\s+{_DAY_OF_WEEK}{_PART}$", re.IGNORECASE
)
CLAUSE = re.compile(r"[,;:()–—]|\b(?=(?:dat|die|waarin|waarna|omdat|zodat|terwijl|of)\b)")
NAMED_BY_ITS_DAY = re.compile(
    r"(?<!jaar )(?<!zomer )(?<!herfst )(?<!winter )(?<!loop )\b(?:van|uit|over|d\.d\.)\s+(?:de\s+)?$", re.IGNORECASE
)
"""Before a day that belongs to a document, not to what happens."""
IN = re.compile(
    r"\b(?:in|uiterlijk|begin|eind|half|medio|najaar van|voorjaar van|zomer van|herfst van|winter van|loop van|gepland voor)\s+$",
    re.IGNORECASE,
)
"""Before a month or a year in which something happens."""
PART_OF_YEAR = re.compile(
    r"\b(?:(?P<m3>eerste kwartaal|q1)|(?P<m6>tweede kwartaal|q2|eerste helft|voorjaar)|(?P<m9>derde kwartaal|q3|zomer)"
    r"|vierde kwartaal|q4|tweede helft|najaar|herfst)\s+(?:van\s+)?$",
    re.IGNORECASE,
)
"""Before a year; the name of the group is the last month, else it is the year's."""
DIGIT = re.compile(r"\d")
"""Every day, month and year has one."""


def past_futures(piece: AssembledPiece, context: CheckContext) -> Iterator[Finding]:
    """`toekomst-verstreken`: a sentence that speaks of what is to come, on a day, in a month or a year before the letter."""
    ahead = dict(context.matches(FUTURE_EVENTS, piece))
    for sentence in cited_sentences(piece, context) if ahead else ():
        lapsed = (figure for figure in ahead.get(sentence.text, ()) if _end(figure) < context.letter.date)
        if figure := next(lapsed, None):
            yield _past(sentence, figure, piece, context)


def _ahead(sentence: Sentence, _: Vocabulary) -> tuple[tuple[str, tuple[Figure, ...]], ...]:
    """A sentence that speaks of what is to come, with the days, months and years in which it is."""
    when = tuple(_when(sentence.text))
    return ((sentence.text, when),) if when else ()


FUTURE_EVENTS = SentenceExtractor(_ahead)


def _when(text: str) -> Iterator[Figure]:
    if not DIGIT.search(text):
        return
    expected = EXPECTED.search(text)
    for clause in CLAUSE.split(text):
        ahead = expected or WILL.search(clause)
        for figure in figures(clause) if ahead or PRESENT.search(clause) else ():
            if _is_when(figure, clause) and (ahead or _is_next(figure, clause)):
                yield _within_year(figure, clause[: figure.start])


def _is_next(figure: Figure, clause: str) -> bool:
    """Whether the verb beside the day is in the present tense: op 3 mei 2024 stemt de raad, het plan komt in mei 2024."""
    before, after = clause[: figure.start], clause[figure.end :]
    return bool(JUST_BEFORE.search(before) or (STARTS_WITH.search(before) and THEN.search(after)))


def _within_year(figure: Figure, before: str) -> Figure:
    """A quarter, half or season of a year as its last month."""
    match = PART_OF_YEAR.search(before)
    if figure.kind != "jaar" or match is None or match.lastgroup is None or not isinstance(figure.value, Decimal):
        return figure
    return replace(figure, kind="maand", value=date(int(figure.value), int(match.lastgroup[1:]), 1))


def _is_when(figure: Figure, clause: str) -> bool:
    before = clause[: figure.start]
    match figure.kind:
        case "dag":
            return figure.year_given and not NAMED_BY_ITS_DAY.search(before)
        case "maand" | "jaar":
            return bool(IN.search(before) or PART_OF_YEAR.search(before))
        case _:
            return False


def _end(figure: Figure) -> date:
    """The last day that a day, month or year has."""
    match figure.value:
        case date() as day if figure.kind == "maand":
            return day.replace(day=monthrange(day.year, day.month)[1])
        case date() as day:
            return day
        case year:
            return date(int(year), 12, 31)


def _past(sentence: CitedSentence, figure: Figure, piece: AssembledPiece, context: CheckContext) -> Finding:
    return Finding(
        code="toekomst-verstreken",
        severity="waarschuwing",
        title="Datum is al geweest",
        message=f"“{sentence.text}” gaat over wat nog komt, maar de brief is van {day_in_words(context.letter.date)}.",
        words=sentence.text,
        piece=piece.piece.id,
        facts=tuple(fact.id for fact in sentence.facts),
        advice=f"Schrijf wat er toen gebeurd is ({figure.words}), of haal de zin weg.",
        action=Action("stuk", piece.piece.id, "Ga naar de zin"),
    )
