"""A future that has been: what was still to come on a day before the letter's date."""

import re
from calendar import monthrange
from collections.abc import Iterator
from datetime import date

from composer.assemble.pieces import AssembledPiece
from composer.check.reader import Run, Sentence
from composer.check.rephrasing import CitedSentence, cited_sentences
from composer.check.subject import Subject
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
    ahead = {text: figures for run in subject.reading(piece).runs for text, figures in run.told(_ahead)}
    for sentence in cited_sentences(piece, subject) if ahead else ():
        lapsed = (figure for figure in ahead.get(sentence.text, ()) if _end(figure) < subject.letter.date)
        if figure := next(lapsed, None):
            yield _past(sentence, figure, piece, subject)


def _ahead(run: Run) -> tuple[tuple[str, tuple[Figure, ...]], ...]:
    """The sentences that speak of what is to come, each with the days, months and years in which it is."""
    return tuple((sentence.text, told) for sentence in run.sentences if (told := sentence.told(_when)))


def _when(sentence: Sentence) -> tuple[Figure, ...]:
    text = sentence.text
    if not DIGIT.search(text):
        return ()
    expected = EXPECTED.search(text)
    clauses = (clause for clause in CLAUSE.split(text) if expected or WILL.search(clause))
    return tuple(figure for clause in clauses for figure in figures(clause) if _is_when(figure, clause))


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
