"""Additions of a house style to a letter, the same in Word and in PDF: a list of contents, a page of sources."""

from dataclasses import dataclass, replace

from composer.domain.document import (
    Alignment,
    Block,
    Cell,
    Document,
    Emphasis,
    FieldList,
    Heading,
    Link,
    Origin,
    Paragraph,
    Table,
    Text,
)
from composer.domain.dutch import capitalised, day_in_words
from composer.domain.provenance import CitedSource
from composer.export.conventions import normalise_heading_levels
from composer.export.house_style import Contents, HouseStyle

CONTENTS_TITLE, SOURCES_TITLE = "Inhoud", "Bronnen en peildatum"
CONTENTS_DEPTH = 2
_HERE = Origin("sjabloon", "huisstijl")
_SIDES: tuple[Alignment, ...] = ("left", "left", "left")


@dataclass(frozen=True, slots=True)
class ContentsList:
    """A list of the headings with these indexes, before the block at `place`; with page numbers or only as links."""

    place: int
    headings: tuple[int, ...]
    with_pages: bool


@dataclass(frozen=True, slots=True)
class LetterWithAdditions:
    """A letter with its house style's additions; `contents` is None when it is too short for a list."""

    document: Document
    contents: ContentsList | None


def with_additions(document: Document, house_style: HouseStyle) -> LetterWithAdditions:
    """The letter with its additions, and with heading levels that do not skip."""
    settings = house_style.settings
    if settings.sources_page and document.provenance.sources:
        document = _with_sources(document)
    blocks = normalise_heading_levels(document.blocks)
    document = document if blocks is document.blocks else replace(document, blocks=blocks)
    return LetterWithAdditions(document, _contents(blocks, settings.contents) if settings.contents else None)


def _contents(blocks: tuple[Block, ...], wanted: Contents) -> ContentsList | None:
    headings = tuple(
        index for index, block in enumerate(blocks) if isinstance(block, Heading) and block.level <= CONTENTS_DEPTH
    )
    if len(headings) < wanted.from_headings:
        return None
    return ContentsList(_place(blocks), headings, wanted.page_numbers)


def _place(blocks: tuple[Block, ...]) -> int:
    """The index of the list of contents: below the field block, else at the top."""
    first = next((index for index, block in enumerate(blocks) if isinstance(block, FieldList | Heading)), 0)
    return first + 1 if blocks and isinstance(blocks[first], FieldList) else 0


def _with_sources(document: Document) -> Document:
    """The document with a page of its sources and its reference date."""
    day = day_in_words(document.properties.reference_date)
    told = f"Deze brief gaat uit van wat op {day} bekend was. Wat daarna is veranderd, staat er niet in."
    rows = tuple(_row(source) for source in document.provenance.sources)
    header = tuple(Cell((Text(name),)) for name in ("Bron", "Datum", "Noot"))
    page = (
        Heading(1, (Text(SOURCES_TITLE),), _HERE),
        Paragraph((Text(told),), _HERE),
        Table(header, rows, _SIDES, _HERE),
    )
    blocks = document.blocks
    return replace(document, blocks=(*blocks, *page), new_page=(*document.new_page, len(blocks)))


def _row(source: CitedSource) -> tuple[Cell, ...]:
    title = (Text(source.title),)
    named = Link(source.address, title) if source.address else Emphasis(title)
    publisher = capitalised(source.publisher)
    notes = ", ".join(map(str, source.notes))
    return Cell((Text(f"{publisher}, "), named)), Cell((Text(source.date),)), Cell((Text(notes),))
