"""Runs all checks over a letter: findings by severity, without those that the writer set aside."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Any

from composer.assemble.pieces import AssembledPiece
from composer.check.abbreviations import USED_ABBREVIATIONS, abbreviations
from composer.check.accessibility import (
    LINKS,
    LISTS_BY_HAND,
    empty_headings,
    headerless_tables,
    heading_order,
    link_words,
    lists_by_hand,
)
from composer.check.analyser import TextAnalyser
from composer.check.announcements import (
    ANNEX_MENTIONS,
    LIST_ANNOUNCEMENTS,
    empty_follow_up,
    missing_annexes,
    missing_lists,
)
from composer.check.completeness import GAPS, TYPED_GAPS, empty_sections, gaps, improper_fields, unreviewed
from composer.check.consistency import conflicts, stale_states, unattributed
from composer.check.context import Check, CheckContext, PieceCheck
from composer.check.extractors import Extractor
from composer.check.hidden import HIDDEN_CHARACTERS, hidden_characters
from composer.check.language.dates import RELATIVE_DATES, relative_dates
from composer.check.language.headings import long_message, missing_headings
from composer.check.language.official import OFFICIAL_WORDS, official_words
from composer.check.language.sentences import (
    LONG_PARAGRAPHS,
    LONG_SENTENCES,
    PASSIVES,
    long_paragraphs,
    long_sentences,
    passives,
)
from composer.check.language.spelling import misspellings
from composer.check.library_changes import library_changes
from composer.check.overstatement import FIRM_CLAIMS, overstatements
from composer.check.past_plans import FUTURE_EVENTS, past_futures
from composer.check.promises import PROMISES, open_promises
from composer.check.publication import PERSONAL_DETAILS, UNSOURCED_PERSONS, openness, personal_details, personal_fields
from composer.check.reference_numbers import REFERENCE_NUMBERS, reference_form, reference_numbers
from composer.check.rephrasing import deviations
from composer.check.segments import Kind
from composer.check.terms import OTHER_SPELLINGS, SPELLINGS, mixed_spellings, other_spellings
from composer.check.unsourced import CLAIMS, known_days, unsourced_claims
from composer.check.validity import late_reference_date, validity
from composer.check.voice import FOREIGN_SPEAKERS, borrowed_passage, foreign_voices
from composer.domain.finding import SEVERITIES, Finding

CHECKS: tuple[Check, ...] = (
    gaps, improper_fields, late_reference_date, empty_sections, reference_numbers, reference_form, missing_lists,
    empty_follow_up, missing_annexes, conflicts, library_changes,
    abbreviations, mixed_spellings, passives, missing_headings, long_message, heading_order, personal_fields, openness,
    hidden_characters, personal_details, foreign_voices,
)  # fmt: skip
"""What can only be told of the letter as a whole."""

PIECE_CHECKS: tuple[tuple[Extractor[Any] | Kind | None, PieceCheck], ...] = (
    (None, unreviewed), (None, validity), (None, stale_states), (None, deviations), (None, unattributed),
    (None, borrowed_passage), (None, misspellings),
    (FIRM_CLAIMS, overstatements), (CLAIMS, unsourced_claims), (FUTURE_EVENTS, past_futures),
    (OTHER_SPELLINGS, other_spellings), (LONG_SENTENCES, long_sentences), (LONG_PARAGRAPHS, long_paragraphs),
    (OFFICIAL_WORDS, official_words), (RELATIVE_DATES, relative_dates), (LINKS, link_words), (LISTS_BY_HAND, lists_by_hand),
    (PROMISES, open_promises), ("heading", empty_headings), ("cell", headerless_tables),
)  # fmt: skip
"""What a piece tells by itself, given its facts, the letter's dates and promises.

Each runs only where its extractor found something in the piece, or where the piece has that kind of text; with None always.
"""

EXTRACTORS = (
    GAPS, TYPED_GAPS, REFERENCE_NUMBERS, LIST_ANNOUNCEMENTS, ANNEX_MENTIONS, USED_ABBREVIATIONS, SPELLINGS, PASSIVES,
    HIDDEN_CHARACTERS, PERSONAL_DETAILS, UNSOURCED_PERSONS, FOREIGN_SPEAKERS,
    *(extractor for extractor, _ in PIECE_CHECKS if isinstance(extractor, Extractor)),
)  # fmt: skip
"""What checks look for in every sentence and segment, as it was written and as it is printed."""


class Checker:
    """Checks letters; caches the findings of a piece until the piece, or what findings in all pieces depend on, changes."""

    def __init__(self) -> None:
        self.analyser = TextAnalyser(EXTRACTORS)
        self._last: CheckContext | None = None
        """Kept so that no other library or template can come to have the same identity."""

    def check(self, context: CheckContext) -> tuple[Finding, ...]:
        """The findings, by severity and then by place in the letter."""
        self.analyser.begin(context.library)
        context = replace(context, analyser=self.analyser)
        found = [*context.assembly.findings, *(finding for run in CHECKS for finding in run(context))]
        return _sorted([*found, *self._in_pieces(context)], context)

    def _in_pieces(self, context: CheckContext) -> Iterable[Finding]:
        """The findings of the checks that look at one piece at a time, cached by section and then by piece."""
        letter, around = context.letter, _surroundings(context)
        self._last = context
        return context.by_section(
            "found",
            lambda pieces: [each for piece in pieces for each in _kept(piece, context, around)],
            (around, context.scopes, letter.municipality, letter.region),
        )


def _kept(piece: AssembledPiece, context: CheckContext, around: tuple[object, ...]) -> tuple[Finding, ...]:
    about = (piece, around, _concerning(piece, context))
    return context.analyser.cache.get_or_refresh(
        ("found", piece.piece.id or id(piece.piece)), about, lambda: tuple(_in_piece(piece, context))
    )


def _in_piece(piece: AssembledPiece, context: CheckContext) -> Iterator[Finding]:
    analysis = context.analysis(piece)
    heard = {None, *analysis.matches, *analysis.kinds}
    return (finding for asked, run in PIECE_CHECKS if asked in heard for finding in run(piece, context))


def _concerning(piece: AssembledPiece, context: CheckContext) -> tuple[object, ...]:
    """The part of a piece's cache key that differs from municipality to municipality: its facts, and its original passage."""
    letter, snippet = context.letter, context.library.snippets.get(piece.piece.snippet or "")
    adapted = (letter.municipality, letter.region) if piece.piece.adapted is not None else ()
    back = (context.scopes,) if snippet and snippet.retrospect else ()
    return (*map(id, context.facts(piece)), adapted, back)


def _surroundings(context: CheckContext) -> tuple[object, ...]:
    """What findings in any piece depend on besides the piece; the same tuple object as long as nothing in it changes."""
    letter = context.letter
    around = (
        id(context.library), id(context.assembly.template), letter.date, letter.reference_date, known_days(context),
        letter.promises, context.today,
    )  # fmt: skip
    return context.analyser.cache.get_or_refresh("around", around, lambda: around)


def check(context: CheckContext) -> tuple[Finding, ...]:
    """Checks once, without a cache; gives the same findings as `Checker.check`."""
    return Checker().check(context)


NEVER_WAIVED = frozenset({"gat"})
"""What stays visible on the page cannot be set aside."""


def _sorted(found: Iterable[Finding], context: CheckContext) -> tuple[Finding, ...]:
    order = {piece.piece.id: position for position, piece in enumerate(context.assembly.pieces)}
    waived = {(waiver.code, waiver.piece, waiver.words) for waiver in context.letter.waivers}
    kept = [f for f in dict.fromkeys(found) if f.code in NEVER_WAIVED or (f.code, f.piece, f.words) not in waived]
    return tuple(sorted(kept, key=lambda f: (SEVERITIES.index(f.severity), order.get(f.piece or "", -1))))


def blocking(findings: tuple[Finding, ...]) -> tuple[Finding, ...]:
    return tuple(finding for finding in findings if finding.severity == "blokkerend")
