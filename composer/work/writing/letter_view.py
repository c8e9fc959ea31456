"""The letter as shown in the editor: header, headings, pieces, empty places and template text, from top to bottom."""

from dataclasses import dataclass
from typing import Literal

from composer.assemble.compiled_text import Blocks
from composer.domain.letter import Piece
from composer.work.writing.lines import Lines

PartKind = Literal["kop", "stuk", "leeg", "weg", "vast"]
Source = Literal["tekstblok", "aangepast", "eigen", ""]


@dataclass(frozen=True, slots=True)
class Part:
    """A part of the view: a heading, a piece, an empty place, a piece that is left out (`weg`), or words of the template.

    `numbers` are shown at its citations in order; `words` give its origin; `hindrance` why it cannot be edited.
    """

    key: str
    kind: PartKind
    section: str = ""
    piece: str = ""
    lines: Lines = ()
    source: Source = ""
    words: str = ""
    hint: str = ""
    quiet: bool = False
    hindrance: str | None = None
    numbers: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Blank:
    """An empty line behind a piece, in which the writer may begin one of his own; it is not in the letter yet."""

    section: str
    after: str

    @property
    def key(self) -> str:
        return f"leeg:{self.section}:{self.after}"


@dataclass(frozen=True, slots=True)
class LetterView:
    """`header` are the template's blocks above the first section; `order` are the sections from top to bottom."""

    header: Blocks
    parts: tuple[Part, ...]
    order: tuple[str, ...]

    def part(self, key: str) -> Part | None:
        return next((part for part in self.parts if part.key == key), None)


def source_of(piece: Piece) -> Source:
    """The origin of a piece."""
    if piece.text is not None:
        return "eigen"
    return "tekstblok" if piece.adapted is None else "aangepast"
