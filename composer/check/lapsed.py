"""A future that has been: what was still to come on a day before the letter's date."""

import re
from calendar import monthrange
from collections.abc import Iterator
from datetime import date

from composer.assemble.pieces import AssembledPiece
from composer.check.questions import OfSentence
from composer.check.rephrasing import CitedSentence, cited_sentences
from composer.check.runs import Sentence
from composer.check.subject import Subject
from composer.check.vocabulary import Vocabulary
from composer.domain.dutch import day_in_words
from composer.domain.figures import Figure, figures
from composer.domain.finding import Action, Finding

WILL = re.compile(
    r"\b(?:zal|zullen|(?:gaat|gaan)(?! over\b)|vindt plaats|vinden plaats|komt er|worde?[tn]? op)\b", re.IGNORECASE
)
"""In the clause of the day itself."""
EXPECTED = re.compile(
    r"\b(?:wordt verwacht|verwacht wordt|naar verwachting|staat gepland|staan gepland|is gepland|is voorzien)\b",
    re.IGNORECASE,
)
"""Anywhere in the sentence."""
CLAUSE = re.compile(r"[,;:()–—]|\b(?=(?:dat|die|waarin|waarna|omdat|zodat|terwijl|of)\b)")
NAMED_BY_ITS_DAY = re.compile(
    r"(?<!jaar )(?<!zomer )(?<!herfst )(?<!winter )(?<!loop )\b(?:van|uit|over|d\.d\.)\s+(?:de\s+)?$", re.IGNORECASE
)
"""Before a day that belongs to a document, not to what happens."""
IN = re.compile(
    r"\b(?:in|begin|eind|half|medio|najaar van|voorjaar van|zomer van|herfst van|winter van|loop van)\s+$",
    re.IGNORECASE,
)
"""Before a month or a year in which something happens."""
DIGIT = re.compile(r"\d")
"""Every day, month and year has one."""


def past_futures(piece: AssembledPiece, subject: Subject) -> Iterator[Finding]:
    """`toekomst-verstreken`: a sentence that speaks of what is to come, on a day, in a month or a year before the letter."""
    ahead = dict(subject.said(AHEAD, piece))
    for sentence in cited_sentences(piece, subject) if ahead else ():
        lapsed = (figure for figure in ahead.get(sentence.text, ()) if _end(figure) < subject.letter.date)
        if figure := next(lapsed, None):
            yield _past(sentence, figure, piece, subject)


def _ahead(sentence: Sentence, _: Vocabulary) -> tuple[tuple[str, tuple[Figure, ...]], ...]:
    """A sentence that speaks of what is to come, with the days, months and years in which it is."""
    when = tuple(_when(sentence.text))
    return ((sentence.text, when),) if when else ()


AHEAD = OfSentence(_ahead)


def _when(text: str) -> Iterator[Figure]:
    if not DIGIT.search(text):
        return
    expected = EXPECTED.search(text)
    for clause in CLAUSE.split(text):
        if expected or WILL.search(clause):
            yield from (figure for figure in figures(clause) if _is_when(figure, clause))


def _is_when(figure: Figure, clause: str) -> bool:
    before = clause[: figure.start]
    match figure.kind:
        case "dag":
            return figure.year_given and not NAMED_BY_ITS_DAY.search(before)
        case "maand" | "jaar":
            return bool(IN.search(before))
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


def _past(sentence: CitedSentence, figure: Figure, piece: AssembledPiece, subject: Subject) -> Finding:
    return Finding(
        code="toekomst-verstreken",
        severity="waarschuwing",
        title="Datum is al geweest",
        message=f"“{sentence.text}” gaat over wat nog komt, maar de brief is van {day_in_words(subject.letter.date)}.",
        words=sentence.text,
        piece=piece.piece.id,
        facts=tuple(fact.id for fact in sentence.facts),
        advice=f"Schrijf wat er toen gebeurd is ({figure.words}), of haal de zin weg.",
        action=Action("stuk", piece.piece.id, "Ga naar de zin"),
    )
