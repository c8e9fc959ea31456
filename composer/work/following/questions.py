"""Questions that councillors may ask about a letter: whether it answers them, and which passages would."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from composer.assemble.pieces import AssembledPiece
from composer.domain.dossier import Lane, Subject
from composer.domain.dutch import counted, plural
from composer.domain.fact import Fact
from composer.domain.snippet import Snippet
from composer.work.documents.making import Reviewed
from composer.work.writing.availability import PassageAvailability

MOST = 3
"""Passages that are proposed for one question."""
LENGTHS = ("alinea", "zin", "lang")
"""Of two passages that answer, the one that says enough and no more comes first."""


@dataclass(frozen=True, slots=True)
class Question:
    """A question; `answer` is the fact valid on the reference date, None where only the letter can answer.

    `pieces` of the letter say it; where none does, `offers` would.
    """

    words: str
    answer: Fact | None
    pieces: tuple[str, ...]
    offers: tuple[Snippet, ...]


def questions(reviewed: Reviewed, availability: PassageAvailability) -> tuple[Question, ...]:
    """The questions of the lanes and subjects that this kind of letter is about, unanswered ones first."""
    about = frozenset(subject for section in availability.template.sections for subject in section.subjects)
    asked = (*_of_subjects(reviewed, availability, about), *_of_lanes(reviewed, availability, about))
    return tuple(sorted(asked, key=lambda question: bool(question.pieces)))


def _of_lanes(reviewed: Reviewed, availability: PassageAvailability, about: frozenset[str]) -> Iterator[Question]:
    for lane in sorted(availability.library.lanes.values(), key=_order):
        state = _state(lane, availability)
        if lane.question and lane.subject in about and state is not None:
            holding = {fact.id for fact in availability.library.chronology.lanes[lane.id] if _holds(fact, availability)}
            pieces = tuple(piece.piece.id for piece in _printed(reviewed) if holding & set(piece.cited()))
            telling = (snippet for snippet in availability.library.snippets.values() if state.id in snippet.cited())
            yield Question(lane.question, state, pieces, () if pieces else _fitting(telling, availability))


def _of_subjects(reviewed: Reviewed, availability: PassageAvailability, about: frozenset[str]) -> Iterator[Question]:
    for subject in sorted(availability.library.subjects.values(), key=_order):
        if subject.question and subject.id in about:
            pieces = tuple(piece.piece.id for piece in _printed(reviewed) if _is_about(piece, subject.id, availability))
            telling = (snippet for snippet in availability.library.snippets.values() if snippet.subject == subject.id)
            yield Question(subject.question, None, pieces, () if pieces else _fitting(telling, availability))


def _order(ordered: Lane | Subject) -> int:
    return ordered.order


def _printed(reviewed: Reviewed) -> Iterator[AssembledPiece]:
    return (piece for piece in reviewed.assembly.pieces if piece.printed)


def _state(lane: Lane, availability: PassageAvailability) -> Fact | None:
    """The state of the lane that is certainly valid on the reference date for the addressee; None without one."""
    day, scopes = availability.letter.reference_date, availability.addressee.scopes
    state = availability.library.chronology.lane_value(lane.id, day, scopes)
    return state if state and _holds(state, availability) else None


def _holds(fact: Fact, availability: PassageAvailability) -> bool:
    return availability.library.chronology.standing(fact, availability.letter.reference_date).usable


def _is_about(piece: AssembledPiece, subject: str, availability: PassageAvailability) -> bool:
    """Whether a piece is about a subject: by its passage, own words by their section."""
    snippet = availability.rendering.snippets.get(piece.piece.snippet or "")
    if snippet is not None:
        return snippet.subject == subject
    return any(
        section.id == piece.section and subject in section.subjects for section in availability.template.sections
    )


def _fitting(snippets: Iterable[Snippet], availability: PassageAvailability) -> tuple[Snippet, ...]:
    fitting = filter(availability.fits, snippets)
    return tuple(sorted(fitting, key=lambda snippet: LENGTHS.index(snippet.length)))[:MOST]


def question_record(question: Question) -> dict[str, Any]:
    """A question as plain data."""
    return {
        "vraag": question.words,
        "antwoord": question.answer.statement if question.answer else None,
        "feit": question.answer.id if question.answer else None,
        "in_de_brief": bool(question.pieces),
        "stukken": list(question.pieces),
        "tekstblokken": [snippet.id for snippet in question.offers],
    }


def open_line(asked: Sequence[Question]) -> str:
    """How much the letter answers, in one sentence."""
    left = sum(not question.pieces for question in asked)
    many = plural(len(asked), "Deze vraag", f"Deze {len(asked)} vragen")
    return f"{many} kunnen raadsleden stellen; {_left_open(left, len(asked))}."


def _left_open(left: int, whole: int) -> str:
    if left == whole:
        return "de brief zegt er nog niets over" if whole == 1 else "geen ervan staat al in de brief"
    return f"{counted(left, 'staat', 'staan')} niet in de brief" if left else "alle staan in de brief"


def in_lines(asked: Iterable[Question]) -> str:
    """The questions with their answers as text for a council meeting, separated by blank lines."""
    return "\n\n".join(f"{question.words}\n{_told(question)}" for question in asked)


def _told(question: Question) -> str:
    where = "Staat in de brief." if question.pieces else "Staat niet in de brief."
    return f"{question.answer.statement} {where}" if question.answer else where
