"""Layout conventions that all writers share."""

from dataclasses import dataclass, replace
from operator import is_

from composer.domain.document import Block, Cell, Document, Heading, ListBlock, Paragraph, Table
from composer.domain.traversal import plain
from composer.ooxml.counting import letters, roman

_LIST_MARKS = (str, letters, roman)
_NARROWEST, _WIDEST, _LONGEST_WORD = 6, 60, 30  # characters of a column
_BEFORE_SIGNATURES = 2  # the greeting and the body that signs


@dataclass(frozen=True, slots=True)
class Closing:
    """Indexes of blocks: the closing is `start` up to `end`, and those in `signed` have room above for a signature.

    `last` is the paragraph before it, which is kept with it so that no page has a signature alone; None without one.
    """

    start: int
    end: int
    signed: range
    last: int | None = None


def closing_of(document: Document) -> Closing:
    """The closing of a document, ended by a heading such as that of annexes; empty, behind the last block, when there is none."""
    blocks, count = document.blocks, len(document.blocks)
    start = count if document.closing is None else document.closing
    end = next((index for index in range(start, count) if isinstance(blocks[index], Heading)), count)
    text = next((index for index in range(start, end) if not isinstance(blocks[index], Paragraph)), end)
    last = start - 1 if start < end and start and isinstance(blocks[start - 1], Paragraph) else None
    return Closing(start, end, range(min(start + _BEFORE_SIGNATURES, text), text), last)


def gap_text(label: str) -> str:
    """The printed text of a gap."""
    return f"[nog invullen: {label}]"


def introduces(block: Block, following: Block | None) -> bool:
    """Whether a paragraph ends in a colon before a list or a table, with which it stays on one page."""
    if not isinstance(block, Paragraph) or not isinstance(following, ListBlock | Table):
        return False
    last = next((text for inline in reversed(block.content) if (text := plain((inline,)).rstrip())), "")
    return last.endswith(":")


def list_mark(number: int, level: int) -> str:
    """The mark of an item, without its full stop; `level` counts from 0, bulleted lists around it included."""
    return _LIST_MARKS[level % len(_LIST_MARKS)](number)


def normalise_heading_levels(blocks: tuple[Block, ...]) -> tuple[Block, ...]:
    """The blocks, each heading one level below the heading it stands under (PDF/UA-1 section 7.4.2)."""
    above: list[int] = []
    made = tuple([_outlined(block, above) if isinstance(block, Heading) else block for block in blocks])
    return blocks if all(map(is_, made, blocks)) else made


def _outlined(heading: Heading, above: list[int]) -> Heading:
    """The heading at its level; `above` has the written levels of the headings that it stands under, and is updated."""
    while above and above[-1] >= heading.level:
        above.pop()
    above.append(heading.level)
    return heading if heading.level == len(above) else replace(heading, level=len(above))


def column_shares(table: Table) -> list[float]:
    """Each column's part of the width, adding up to 1: by its longest cell, and by its longest word."""
    widths = [_column_width(column) for column in _columns(table)]
    return [each / sum(widths) for each in widths]


def same_column_widths(table: Table, other: Table) -> bool:
    """Whether two tables of the same form get equal column widths; cells that are the same objects are skipped."""
    return all(
        all(map(is_, mine, theirs)) or _column_width(mine) == _column_width(theirs)
        for mine, theirs in zip(_columns(table), _columns(other), strict=True)
    )


def _columns(table: Table) -> "zip[tuple[Cell, ...]]":
    return zip(table.header, *table.rows, strict=True)


def _column_width(column: tuple[Cell, ...]) -> float:
    texts = [plain(cell.content) for cell in column]
    longest = min(max(map(len, texts)), _WIDEST)
    word = max((len(word) for text in texts for word in text.split()), default=0)
    return float(max(_NARROWEST, longest, min(word, _LONGEST_WORD)))
