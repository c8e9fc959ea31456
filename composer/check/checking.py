"""All checks over a letter, the worst findings first, those that the writer set aside left out."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Any

from composer.assemble.pieces import AssembledPiece
from composer.check.abbreviations import USED, abbreviations
from composer.check.accessibility import (
    LINKS,
    LISTED,
    empty_headings,
    headerless_tables,
    heading_order,
    link_words,
    lists_by_hand,
)
from composer.check.announcements import MENTIONED, PROMISING, empty_follow_up, missing_annexes, missing_lists
from composer.check.changes import library_changes
from composer.check.completeness import OPEN, TYPED, empty_sections, gaps, improper_fields, unreviewed
from composer.check.consistency import conflicts, stale_states, unattributed
from composer.check.facts import validity
from composer.check.hidden import ODD, hidden_characters
from composer.check.language.dates import RELATIVE, relative_dates
from composer.check.language.headings import long_message, missing_headings
from composer.check.language.official import OFFICIAL, official_words
from composer.check.language.sentences import (
    LONG_ONES,
    LONG_PARAGRAPHS,
    PASSIVE,
    long_paragraphs,
    long_sentences,
    passives,
)
from composer.check.language.spelling import misspellings
from composer.check.lapsed import AHEAD, past_futures
from composer.check.overstatement import FIRM, overstatements
from composer.check.promises import PROMISED, open_promises
from composer.check.publication import POINTING, UNSOURCED, openness, personal_details, personal_fields
from composer.check.questions import Question
from composer.check.reader import Reader
from composer.check.reference_numbers import NUMBERED, reference_form, reference_numbers
from composer.check.rephrasing import deviations
from composer.check.runs import Kind
from composer.check.subject import Check, PieceCheck, Subject
from composer.check.terms import SPELLED, WAYS, mixed_spellings, other_spellings
from composer.check.unsourced import CLAIMED, known_days, unsourced_claims
from composer.check.voice import HEARD, borrowed_passage, foreign_voice
from composer.domain.finding import SEVERITIES, Finding

CHECKS: tuple[Check, ...] = (
    gaps, improper_fields, empty_sections, reference_numbers, reference_form, missing_lists, empty_follow_up, missing_annexes,
    conflicts, library_changes,
    abbreviations, mixed_spellings, passives, missing_headings, long_message, heading_order, personal_fields, openness,
    hidden_characters, personal_details,
)  # fmt: skip
"""What can only be told of the letter as a whole."""

PIECE_CHECKS: tuple[tuple[Question[Any] | Kind | None, PieceCheck], ...] = (
    (None, unreviewed), (None, validity), (None, stale_states),
    (None, deviations), (FIRM, overstatements), (CLAIMED, unsourced_claims), (AHEAD, past_futures), (None, unattributed),
    (None, borrowed_passage), (HEARD, foreign_voice), (SPELLED, other_spellings), (LONG_ONES, long_sentences),
    (LONG_PARAGRAPHS, long_paragraphs), (OFFICIAL, official_words), (RELATIVE, relative_dates), (None, misspellings),
    ("heading", empty_headings), ("cell", headerless_tables), (LINKS, link_words), (LISTED, lists_by_hand),
    (PROMISED, open_promises),
)  # fmt: skip
"""What a piece tells by itself, given its facts, the letter's dates and promises.

Each is asked only where the piece has an answer to the question, or that kind of text; with None always.
"""

QUESTIONS = (
    OPEN, TYPED, NUMBERED, PROMISING, MENTIONED, USED, WAYS, PASSIVE, ODD, POINTING, UNSOURCED,
    *(asked for asked, _ in PIECE_CHECKS if isinstance(asked, Question)),
)  # fmt: skip
"""What checks want to know of every sentence and stretch of text, as it was written and as it is printed."""


class Checker:
    """Checks letters; what it found in a piece it keeps until the piece, or what all pieces depend on, is another."""

    def __init__(self) -> None:
        self._reader = Reader(QUESTIONS)
        self._last: Subject | None = None
        """Kept so that no other library or template can come to have the same identity."""

    def check(self, subject: Subject) -> tuple[Finding, ...]:
        """What stands between the letter and the council, by severity and then by place in the letter."""
        self._reader.begin(subject.library)
        subject = replace(subject, reader=self._reader)
        found = [*subject.assembly.findings, *(finding for run in CHECKS for finding in run(subject))]
        return _sorted([*found, *self._in_pieces(subject)], subject)

    def _in_pieces(self, subject: Subject) -> Iterable[Finding]:
        """Looked for section by section, and in a section of which anything is another piece by piece."""
        letter, around = subject.letter, _surroundings(subject)
        self._last = subject
        return subject.by_section(
            "found",
            lambda pieces: [each for piece in pieces for each in _kept(piece, subject, around)],
            (around, subject.scopes, letter.municipality, letter.region),
        )


def _kept(piece: AssembledPiece, subject: Subject, around: tuple[object, ...]) -> tuple[Finding, ...]:
    about = (piece, around, _concerning(piece, subject))
    return subject.reader.recent.still(
        ("found", piece.piece.id or id(piece.piece)), about, lambda: tuple(_in_piece(piece, subject))
    )


def _in_piece(piece: AssembledPiece, subject: Subject) -> Iterator[Finding]:
    reading = subject.reading(piece)
    heard = {None, *reading.answers, *reading.kinds}
    return (finding for asked, run in PIECE_CHECKS if asked in heard for finding in run(piece, subject))


def _concerning(piece: AssembledPiece, subject: Subject) -> tuple[object, ...]:
    """What findings in a piece depend on that differs from municipality to municipality: its facts, what it was."""
    letter, snippet = subject.letter, subject.library.snippets.get(piece.piece.snippet or "")
    adapted = (letter.municipality, letter.region) if piece.piece.adapted is not None else ()
    back = (subject.scopes,) if snippet and snippet.retrospect else ()
    return (*map(id, subject.facts(piece)), adapted, back)


def _surroundings(subject: Subject) -> tuple[object, ...]:
    """What findings in a piece depend on besides the piece; the very same as long as it is no other."""
    letter = subject.letter
    around = (
        id(subject.library), id(subject.assembly.template), letter.date, letter.reference_date, known_days(subject),
        letter.promises, subject.today,
    )  # fmt: skip
    return subject.reader.recent.still("around", around, lambda: around)


def check(subject: Subject) -> tuple[Finding, ...]:
    """The same findings as a checker that has seen the letter before."""
    return Checker().check(subject)


NEVER_WAIVED = frozenset({"gat"})
"""What stays visible on the page cannot be set aside."""


def _sorted(found: Iterable[Finding], subject: Subject) -> tuple[Finding, ...]:
    order = {piece.piece.id: position for position, piece in enumerate(subject.assembly.pieces)}
    waived = {(waiver.code, waiver.piece, waiver.words) for waiver in subject.letter.waivers}
    kept = [f for f in dict.fromkeys(found) if f.code in NEVER_WAIVED or (f.code, f.piece, f.words) not in waived]
    return tuple(sorted(kept, key=lambda f: (SEVERITIES.index(f.severity), order.get(f.piece or "", -1))))


def blocking(findings: tuple[Finding, ...]) -> tuple[Finding, ...]:
    return tuple(finding for finding in findings if finding.severity == "blokkerend")
