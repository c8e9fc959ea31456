"""Applies the chosen changes of a returned Word file to the letter, and checks the result."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass

from composer.assemble.letter import Assembly
from composer.domain.errors import ComposerError
from composer.domain.finding import Finding
from composer.domain.letter import Letter
from composer.work.documents.making import Reviewed
from composer.work.returned.result import Back, Outside, Returned
from composer.work.writing.days import day_from
from composer.work.writing.editing import SENT, insert_own_text, with_lines
from composer.work.writing.lines import Lines, lines_of, normalised


@dataclass(frozen=True, slots=True)
class Applied:
    """The letter with the applied changes, and the reasons why others could not be applied."""

    letter: Letter
    refused: tuple[tuple[str, str], ...] = ()


def apply_changes(letter: Letter, returned: Returned, assembly: Assembly, chosen: Collection[str]) -> Applied:
    """Applies the changes with the `chosen` keys; `assembly` is the letter as sent. Raises ComposerError for a sent letter."""
    if letter.state == "verzonden":
        raise ComposerError(SENT)
    refused: list[tuple[str, str]] = []
    for back in returned.pieces:
        if back.key in chosen:
            try:
                letter = _taken(letter, back, assembly)
            except ComposerError as error:
                refused.append((back.key, error.message))
    return Applied(letter, tuple(refused))


def _taken(letter: Letter, back: Back, assembly: Assembly) -> Letter:
    if back.piece is None:
        return insert_own_text(letter, back.section, back.after or "", back.lines or ())[0]
    if letter.piece(back.piece) is None:
        raise ComposerError("dit stuk staat niet meer in de brief")
    if back.outcome == "verwijderd":
        return letter.without(back.piece)
    if back.moved:
        letter = _moved(letter, back)
    if back.outcome == "gewijzigd":
        if back.lines is None:
            raise ComposerError("de opmaak van dit stuk is alleen in de bron te wijzigen")
        letter = with_lines(letter, back.piece, back.lines, _original(back.piece, assembly))
    return letter


def _moved(letter: Letter, back: Back) -> Letter:
    """The piece behind the one that it came back behind; first in its section when that one is in another."""
    assert back.piece is not None
    others = letter.without(back.piece).sections.get(back.section, ())
    ids = [piece.id for piece in others]
    return letter.with_moved(back.piece, back.section, ids.index(back.after) + 1 if back.after in ids else 0)


def _original(name: str, assembly: Assembly) -> Lines | None:
    """The lines of the library's passage; None for a piece with own or adapted words."""
    piece = next((held for held in assembly.pieces if held.piece.id == name), None)
    return normalised(lines_of(piece.blocks)) if piece and piece.piece.adapted is None and piece.piece.snippet else None


def apply_field(letter: Letter, outside: Outside) -> Letter:
    """The letter with the returned value of a field; a readable date becomes a date."""
    if outside.field is None:
        return letter
    return letter.with_field(outside.field, _day(outside.value) if outside.kind == "datum" else outside.value)


def _day(words: str) -> str:
    try:
        return day_from(words).isoformat()
    except ComposerError:
        return words


def new_findings(before: Reviewed, after: Reviewed) -> Iterator[Finding]:
    """The findings about changed pieces that were not there before: facts in other words, new figures."""
    known = {(finding.code, finding.piece, finding.words) for finding in before.findings}
    was = {piece.id: piece for piece in before.letter.pieces()}
    for finding in after.findings:
        piece = after.letter.piece(finding.piece) if finding.piece else None
        if piece and was.get(piece.id) != piece and (finding.code, finding.piece, finding.words) not in known:
            yield finding
