"""Paragraphs of a Word file with their tracked changes, comments and bookmarks."""

from dataclasses import dataclass
from typing import Literal

from composer.intake.word_styles import ParagraphRole


@dataclass(frozen=True, slots=True)
class Tracked:
    """A change that was tracked: who made it and when, as the file says; `moved` when it is half of a move."""

    kind: Literal["ingevoegd", "verwijderd"]
    author: str
    when: str
    moved: bool = False


@dataclass(frozen=True, slots=True)
class Span:
    """Text of one format, or the mark of a note (`note` is its key, and the text empty)."""

    text: str
    bold: bool = False
    italic: bool = False
    link: str | None = None
    note: str | None = None
    inserted: Tracked | None = None
    deleted: Tracked | None = None
    marks: tuple[str, ...] = ()
    comments: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class WordParagraph:
    """A paragraph; `cell` is its table, row and column, from 0; `inserted` and `deleted` tell of its end, or of its row."""

    spans: tuple[Span, ...]
    look: ParagraphRole
    cell: tuple[int, int, int] | None = None
    inserted: Tracked | None = None
    deleted: Tracked | None = None
    row_inserted: Tracked | None = None
    row_deleted: Tracked | None = None

    @property
    def text(self) -> str:
        return "".join(span.text for span in self.spans)
