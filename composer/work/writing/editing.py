"""Edits of a letter's pieces: a changed passage becomes adapted, words in an empty place a new piece."""

from dataclasses import dataclass

from composer.assemble.markdown_writer import to_markdown, undecided
from composer.domain.document import Block
from composer.domain.letter import Letter, Piece, new_piece_id
from composer.work.writing.lines import Lines, blocks_of, fits, lines_of

UNREADABLE = "Dit stuk is niet goed te lezen. Verbeter eerst de bron ervan."
ONLY_IN_SOURCE = "De opmaak van dit stuk is alleen in de bron te wijzigen."
SENT = "Deze brief is verzonden en ligt vast. Maak een vervolgbrief als u iets wilt toevoegen."


def with_lines(letter: Letter, piece_id: str, lines: Lines, original: Lines | None = None) -> Letter:
    """The letter with other words in a piece; without words the piece is removed, with the passage's own words it is that again.

    `original` has the passage's normalised lines in this letter. Raises ComposerError when `lines` hold an open choice.
    """
    piece = letter.piece(piece_id)
    assert piece is not None
    blocks = blocks_of(lines)
    if not blocks:
        return letter.without(piece_id)
    if piece.text is not None:
        return letter.with_piece(piece.model_copy(update={"text": to_markdown(blocks)}))
    adapted = None if original is not None and original == lines_of(blocks) else to_markdown(blocks)
    return letter.with_piece(piece.model_copy(update={"adapted": adapted}))


def insert_own_text(letter: Letter, section: str, after: str, lines: Lines) -> tuple[Letter, str]:
    """The letter with a piece of the writer's own behind the piece `after` ("" for first in the section), and its id."""
    piece = Piece(id=new_piece_id(letter), text=to_markdown(blocks_of(lines)))
    return letter.with_inserted(section, position_after(letter, section, after), piece), piece.id


def with_snippet(letter: Letter, section: str, after: str, snippet_id: str) -> tuple[Letter, str]:
    """The letter with a passage behind the piece `after`, and the id of the new piece."""
    piece = Piece(id=new_piece_id(letter), snippet=snippet_id)
    return letter.with_inserted(section, position_after(letter, section, after), piece), piece.id


def position_after(letter: Letter, section: str, after: str) -> int:
    """The place behind a piece of a section; 0 when there is no such piece."""
    ids = [piece.id for piece in letter.sections.get(section, ())]
    return ids.index(after) + 1 if after in ids else 0


def piece_before(letter: Letter, section: str, piece_id: str) -> str:
    """The id of the piece before this one in its section; "" when it is the first."""
    at = position_after(letter, section, piece_id) - 1
    return letter.sections[section][at - 1].id if at > 0 else ""


def put_back(letter: Letter, piece_id: str) -> Letter:
    """The letter with the library's passage restored in a piece."""
    piece = letter.piece(piece_id)
    return letter if piece is None else letter.with_piece(piece.model_copy(update={"adapted": None}))


def with_source(letter: Letter, piece_id: str, text: str) -> Letter:
    """The piece with another text in the dialect, as its writer typed it."""
    piece = letter.piece(piece_id)
    assert piece is not None
    key = "text" if piece.text is not None else "adapted"
    return letter.with_piece(piece.model_copy(update={key: text}))


def first_changed(before: Letter, after: Letter) -> str:
    """The id of the first piece of `after` that is new or different from `before`; "" when there is none."""
    known = {piece.id: piece for pieces in before.sections.values() for piece in pieces}
    changed = (piece.id for pieces in after.sections.values() for piece in pieces if known.get(piece.id) != piece)
    return next(changed, "")


@dataclass(frozen=True, slots=True)
class Spot:
    """A place for a piece: `index` counts the section's other pieces."""

    section: str
    index: int


def above(letter: Letter, piece_id: str, order: tuple[str, ...]) -> Spot | None:
    """The place above, in the previous section from the top of its own; None at the top of the letter."""
    here = _spot(letter, piece_id)
    if here.index:
        return Spot(here.section, here.index - 1)
    before = order[: order.index(here.section)]
    return Spot(before[-1], len(letter.sections.get(before[-1], ()))) if before else None


def below(letter: Letter, piece_id: str, order: tuple[str, ...]) -> Spot | None:
    """The place below; `order` are the sections of the letter from top to bottom. None at the end."""
    here = _spot(letter, piece_id)
    if here.index + 1 < len(letter.sections[here.section]):
        return Spot(here.section, here.index + 1)
    after = order[order.index(here.section) + 1 :]
    return Spot(after[0], 0) if after else None


def _spot(letter: Letter, piece_id: str) -> Spot:
    section = letter.section_of(piece_id)
    assert section is not None
    return Spot(section, [piece.id for piece in letter.sections[section]].index(piece_id))


def spot_after(letter: Letter, piece_id: str, section: str, after: str) -> Spot:
    """The place for a piece behind another one, or first in a section."""
    others = [piece.id for piece in letter.sections.get(section, ()) if piece.id != piece_id]
    return Spot(section, others.index(after) + 1 if after in others else 0)


def hindrance(blocks: tuple[Block, ...]) -> str | None:
    """Why blocks cannot be edited on the page, with what to do, in Dutch; None when they can."""
    if (gap := undecided(blocks)) is not None:
        return f"Hier is nog een keuze open: {gap.label}. Vul die eerst in, of wijzig de bron van dit stuk."
    return None if fits(blocks) else ONLY_IN_SOURCE
