"""The finished letter as a closed tree of frozen blocks, which writers read and do not change."""

import datetime
from dataclasses import dataclass, field
from typing import Literal

from composer.domain.prototypes import NO_PROTOTYPES, Prototypes
from composer.domain.provenance import NO_PROVENANCE, Provenance


@dataclass(frozen=True, slots=True)
class Origin:
    """Where a block or value comes from: `name` is the passage or template, `piece` the letter's piece, `line` 1-based."""

    kind: Literal["tekstblok", "aangepast", "eigen", "sjabloon"]
    name: str = ""
    piece: str | None = None
    line: int = 1


@dataclass(frozen=True, slots=True)
class Text:
    """Words as they are printed, without marks."""

    text: str


@dataclass(frozen=True, slots=True)
class Strong:
    """Bold words."""

    content: "tuple[Inline, ...]"


@dataclass(frozen=True, slots=True)
class Emphasis:
    """Words in italics."""

    content: "tuple[Inline, ...]"


@dataclass(frozen=True, slots=True)
class Link:
    """A hyperlink; `target` is an absolute http(s), mailto or tel address."""

    target: str
    content: "tuple[Inline, ...]"


@dataclass(frozen=True, slots=True)
class LineBreak:
    """A new line within a paragraph."""


@dataclass(frozen=True, slots=True)
class Value:
    """A printed value: `path` is its name in texts, `text` its Dutch form; None is a gap, which `label` names.

    `expression` is what the text has between {{ and }}; None where a condition or list could not be decided.
    """

    path: str
    text: str | None
    label: str
    origin: Origin
    fact: str | None = None
    expression: str | None = None


@dataclass(frozen=True, slots=True)
class Citation:
    """The ids of facts cited at this place, before notes are numbered."""

    facts: tuple[str, ...]
    origin: Origin


@dataclass(frozen=True, slots=True)
class NoteReference:
    """The mark of note `number` (from 1, in reading order) in the running text."""

    number: int


Inline = Text | Strong | Emphasis | Link | LineBreak | Value | Citation | NoteReference


@dataclass(frozen=True, slots=True)
class Heading:
    """`level` counts from 1, the letter's own title not included."""

    level: int
    content: tuple[Inline, ...]
    origin: Origin


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Running text, with its origin."""

    content: tuple[Inline, ...]
    origin: Origin


@dataclass(frozen=True, slots=True)
class ListItem:
    """One item of a list; blocks after the first stand under it."""

    blocks: "tuple[Block, ...]"


@dataclass(frozen=True, slots=True)
class ListBlock:
    """A list; an ordered one counts from `start`."""

    ordered: bool
    start: int
    items: tuple[ListItem, ...]
    origin: Origin


Alignment = Literal["left", "center", "right"]


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell of a table."""

    content: tuple[Inline, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """`header` and each of `rows` have as many cells as `alignments`."""

    header: tuple[Cell, ...]
    rows: tuple[tuple[Cell, ...], ...]
    alignments: tuple[Alignment, ...]
    origin: Origin


@dataclass(frozen=True, slots=True)
class Quote:
    """A block quotation."""

    blocks: "tuple[Block, ...]"
    origin: Origin


@dataclass(frozen=True, slots=True)
class Field:
    """A line of a list of fields: its label and its content."""

    label: tuple[Inline, ...]
    content: tuple[Inline, ...]


@dataclass(frozen=True, slots=True)
class FieldList:
    """Labels with their values, such as the letter's Aan, Van, Datum."""

    fields: tuple[Field, ...]
    origin: Origin


Block = Heading | Paragraph | ListBlock | Table | Quote | FieldList


@dataclass(frozen=True, slots=True)
class Note:
    """A footnote; `facts` are the ids that it accounts for, `sources` those it names."""

    number: int
    content: tuple[Inline, ...]
    facts: tuple[str, ...]
    sources: tuple[str, ...]
    origin: Origin


@dataclass(frozen=True, slots=True)
class Properties:
    """The metadata of the file; `title` is never empty, `draft` shows as CONCEPT."""

    title: str
    author: str
    subject: str
    date: datetime.date
    reference_date: datetime.date
    letter: str
    draft: bool = True
    language: str = "nl-NL"
    reference: str = ""


@dataclass(frozen=True, slots=True)
class Document:
    """A letter ready for any writer: blocks in reading order and the notes they refer to, numbered from 1."""

    properties: Properties
    blocks: tuple[Block, ...]
    notes: tuple[Note, ...] = ()
    house_style: str = "neutraal"
    closing: int | None = None
    """Index in `blocks` where the closing (greeting and signature) begins, kept together; None without one."""
    sections: tuple[tuple[str, int], ...] = field(default=())
    """Section ids with the index in `blocks` of their first block."""
    provenance: Provenance = NO_PROVENANCE
    """What the letter rests on."""
    new_page: tuple[int, ...] = ()
    """Indexes in `blocks` of headings that begin a page."""
    prototypes: Prototypes = field(default=NO_PROTOTYPES, compare=False, repr=False)
