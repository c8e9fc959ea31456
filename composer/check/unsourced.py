"""What the letter claims without a fact, in another's name, or about a day that has gone by."""

import re
from collections.abc import Iterator
from datetime import date
from typing import Any

from composer.assemble.pieces import AssembledPiece
from composer.check.reader import Run, Sentence
from composer.check.rephrasing import CitedSentence, cited_sentences
from composer.check.subject import Subject
from composer.domain.dutch import day_in_words
from composer.domain.figures import Figure, figures
from composer.domain.finding import Action, Finding

FUTURE = re.compile(
    r"\b(zal|zullen|gaat|gaan|wordt verwacht|staat gepland|is gepland|is voorzien|vindt plaats|komt er|wordt op|worden op)\b",
    re.IGNORECASE,
)
DIGIT = re.compile(r"\d")


def unsourced_figures(piece: AssembledPiece, subject: Subject) -> Iterator[Finding]:
    """`cijfer-zonder-feit`: a figure or day typed in a sentence without a fact, that nothing of the profile bears out."""
    if piece.piece.snippet and piece.piece.adapted is None:
        return
    known, has_figures = known_days(subject), any(DIGIT.search(run.text) for run in subject.reading(piece).runs)
    for sentence in cited_sentences(piece, subject) if has_figures else ():
        if sentence.facts:
            continue
        for figure in figures(sentence.typed):
            if not _borne_out(figure, known):
                yield _unsourced(figure, piece)


def known_days(subject: Subject) -> frozenset[date]:
    """The days that the letter itself has: its date, its reference date and those of its fields."""
    return frozenset(
        {subject.letter.date, subject.letter.reference_date, *_days(subject.assembly.names["veld"].values())}
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


def past_futures(piece: AssembledPiece, subject: Subject) -> Iterator[Finding]:
    """`toekomst-verstreken`: a sentence that speaks of what is to come, on a day before the letter's date."""
    ahead = {
        text
        for run in subject.reading(piece).runs
        for text, days in run.told(_ahead)
        if min(days) < subject.letter.date
    }
    for sentence in cited_sentences(piece, subject) if ahead else ():
        if sentence.text in ahead:
            yield _past(sentence, piece, subject)


def _ahead(run: Run) -> tuple[tuple[str, tuple[date, ...]], ...]:
    """The sentences that speak of what is to come and name days."""
    return tuple((sentence.text, days) for sentence in run.sentences if (days := sentence.told(_days_ahead)))


def _days_ahead(sentence: Sentence) -> tuple[date, ...]:
    if not DIGIT.search(sentence.text) or not FUTURE.search(sentence.text):
        return ()
    days = (figure.value for figure in figures(sentence.text) if figure.kind == "dag" and figure.year_given)
    return tuple(day for day in days if isinstance(day, date))


def _past(sentence: CitedSentence, piece: AssembledPiece, subject: Subject) -> Finding:
    return Finding(
        code="toekomst-verstreken",
        severity="waarschuwing",
        title="Datum is al geweest",
        message=f"“{sentence.text}” gaat over wat nog komt, maar de brief is van {day_in_words(subject.letter.date)}.",
        words=sentence.text,
        piece=piece.piece.id,
        facts=tuple(fact.id for fact in sentence.facts),
        advice="Schrijf wat er die dag gebeurd is, of haal de zin weg.",
        action=Action("stuk", piece.piece.id, "Ga naar de zin"),
    )
