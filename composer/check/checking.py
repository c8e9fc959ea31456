"""All checks over a letter, the worst findings first, those that the writer set aside left out."""

from collections.abc import Iterable
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
from composer.check.announcements import MENTIONED, empty_follow_up, missing_annexes, missing_lists
from composer.check.changes import library_changes
from composer.check.completeness import OPEN, empty_sections, gaps, unreviewed
from composer.check.consistency import conflicts, stale_states, unattributed
from composer.check.facts import validity
from composer.check.hidden import ODD, hidden_characters
from composer.check.language.dates import RELATIVE, relative_dates
from composer.check.language.headings import long_message, missing_headings
from composer.check.language.official import OFFICIAL, official_words
from composer.check.language.sentences import LONG_ONES, PASSIVE, long_paragraphs, long_sentences, passives
from composer.check.language.spelling import misspellings
from composer.check.lapsed import AHEAD, past_futures
from composer.check.overstatement import FIRM, overstatements
from composer.check.promises import PROMISED, open_promises
from composer.check.publication import UNSOURCED, openness, personal_details, personal_fields
from composer.check.questions import Questions
from composer.check.reader import Reader
from composer.check.reference_numbers import NUMBERED, reference_form, reference_numbers
from composer.check.rephrasing import deviations
from composer.check.subject import Check, PieceCheck, Subject
from composer.check.terms import WAYS, WRONG, mixed_spellings, other_spellings
from composer.check.unsourced import known_days, unsourced_claims
from composer.check.voice import HEARD, foreign_voice
from composer.domain.finding import SEVERITIES, Finding

CHECKS: tuple[Check, ...] = (
    gaps, empty_sections, unreviewed, reference_numbers, reference_form, missing_lists, empty_follow_up, missing_annexes,
    validity, conflicts, stale_states, library_changes,
    abbreviations, mixed_spellings, passives, missing_headings, long_message, heading_order, personal_fields, openness,
    hidden_characters, personal_details,
)  # fmt: skip
"""What can only be told of the letter as a whole."""

PIECE_CHECKS: tuple[PieceCheck, ...] = (
    deviations, overstatements, unsourced_claims, past_futures, unattributed,
    foreign_voice, other_spellings, long_sentences, long_paragraphs, official_words, relative_dates, misspellings,
    empty_headings, headerless_tables, link_words, lists_by_hand, open_promises,
)  # fmt: skip
"""What a piece tells by itself, given its facts, the letter's dates and promises."""


OF_PIECES: Questions = (
    NUMBERED, MENTIONED, WAYS, PASSIVE, UNSOURCED,
    FIRM, AHEAD, HEARD, WRONG, LONG_ONES, OFFICIAL, RELATIVE, LINKS, LISTED, PROMISED,
)  # fmt: skip
OF_PAGE: Questions = (OPEN, USED, ODD)
"""What checks want to know of every sentence and stretch of text, as it was written and as it is printed."""


_Found = tuple[AssembledPiece, tuple[object, ...], tuple[Finding, ...]]
"""A piece with what else its findings depend on."""


class Checker:
    """Checks letters; what it found in a piece it keeps until the piece, or what all pieces depend on, is another."""

    def __init__(self) -> None:
        self._reader = Reader(OF_PIECES, OF_PAGE)
        self._surroundings: Any = None
        self._last: Subject | None = None
        """Kept so that no other library or template can come to have the same identity."""
        self._found: dict[str, _Found] = {}

    def check(self, subject: Subject) -> tuple[Finding, ...]:
        """What stands between the letter and the council, by severity and then by place in the letter."""
        self._reader.begin(subject.library)
        subject = replace(subject, reader=self._reader)
        found = [*subject.assembly.findings, *(finding for run in CHECKS for finding in run(subject))]
        return _sorted([*found, *self._in_pieces(subject)], subject)

    def _in_pieces(self, subject: Subject) -> Iterable[Finding]:
        surroundings = _surroundings(subject)
        before = self._found if surroundings == self._surroundings else {}
        self._surroundings, self._last = surroundings, subject
        named = [(piece.piece.id or str(number), piece) for number, piece in enumerate(subject.pieces)]
        self._found = {name: _kept(before.get(name), piece, subject) for name, piece in named}
        return (finding for _, _, findings in self._found.values() for finding in findings)


def _kept(before: _Found | None, piece: AssembledPiece, subject: Subject) -> _Found:
    here = _concerning(piece, subject)
    same = before and before[0].blocks is piece.blocks and before[1] == here and before[0].piece == piece.piece
    if before and same:
        return before
    return piece, here, tuple(finding for run in PIECE_CHECKS for finding in run(piece, subject))


def _concerning(piece: AssembledPiece, subject: Subject) -> tuple[object, ...]:
    """What findings in a piece depend on that differs from municipality to municipality: its facts, what it was."""
    letter = subject.letter
    adapted = (letter.municipality, letter.region) if piece.piece.adapted is not None else ()
    return (*map(id, subject.facts(piece)), adapted)


def _surroundings(subject: Subject) -> tuple[object, ...]:
    """What findings in a piece depend on besides the piece."""
    letter = subject.letter
    return (
        id(subject.library), id(subject.assembly.template), letter.date, letter.reference_date, known_days(subject),
        letter.promises, subject.today,
    )  # fmt: skip


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
