"""A piece as flat lines, the form in which it is edited: each paragraph, heading and list item one line, a table one too."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import groupby, pairwise
from typing import Literal

from composer.assemble.runs import NOWHERE, Run, Runs, inlines_of, runs, stripped
from composer.domain.document import (
    Alignment,
    Block,
    Cell,
    Citation,
    FieldList,
    Heading,
    ListBlock,
    ListItem,
    Paragraph,
    Quote,
    Table,
    Text,
)
from composer.domain.transform import map_inlines  # fmt: skip

Kind = Literal["alinea", "kop", "item", "vervolg"]


@dataclass(frozen=True, slots=True)
class Line:
    """A line of text; `vervolg` goes on in the item before it, `level` is a heading's or how deep a list is, from 1.

    `start` is the number of the first item of a list, None for its other items.
    """

    row: Runs = ()
    kind: Kind = "alinea"
    level: int = 0
    ordered: bool = False
    start: int | None = None
    quoted: bool = False

    @property
    def listed(self) -> bool:
        return self.kind in ("item", "vervolg")


@dataclass(frozen=True, slots=True)
class TableLine:
    """A table with its header as the first of `rows`."""

    rows: tuple[tuple[Runs, ...], ...]
    sides: tuple[Alignment, ...]


AnyLine = Line | TableLine
Lines = tuple[AnyLine, ...]
EMPTY = Line()
MOST = 100
"""Pieces that are kept: one that is written in is made lines and blocks of from several sides."""


@lru_cache(MOST)
def lines_of(blocks: tuple[Block, ...]) -> Lines:
    """The blocks line by line; what lines cannot express (see `fits`) is as near as they come."""
    return tuple(line for block in blocks for line in _lines(block, 0, quoted=False))


def _lines(block: Block, depth: int, *, quoted: bool) -> Iterator[AnyLine]:
    match block:
        case Paragraph():
            yield Line(runs(block.content), "vervolg" if depth else "alinea", depth, quoted=quoted)
        case Heading():
            yield Line(runs(block.content), "kop", block.level, quoted=quoted)
        case ListBlock():
            for position, item in enumerate(block.items):
                yield from _item(item, depth + 1, block, None if position else block.start, quoted=quoted)
        case Table():
            rows = (block.header, *block.rows)
            yield TableLine(tuple(tuple(runs(cell.content) for cell in row) for row in rows), block.alignments)
        case Quote():
            for inner in block.blocks:
                yield from _lines(inner, depth, quoted=True)
        case FieldList():
            for entry in block.fields:
                yield Line((*runs(entry.label), Run(Text(": ")), *runs(entry.content)), quoted=quoted)


def _item(item: ListItem, depth: int, block: ListBlock, start: int | None, *, quoted: bool) -> Iterator[AnyLine]:
    first, others = item.blocks[:1], item.blocks[1:]
    match first:
        case (Paragraph(content=content),):
            row = runs(content)
        case _:
            row, others = (), item.blocks
    yield Line(row, "item", depth, block.ordered, start, quoted)
    for inner in others:
        yield from _lines(inner, depth, quoted=quoted)


@lru_cache(MOST)
def blocks_of(lines: Lines) -> tuple[Block, ...]:
    """The blocks that lines stand for, without origins; lines without words are left out."""
    blocks: list[Block] = []
    for quoted, group in groupby(without_blank_ends(lines), key=lambda line: isinstance(line, Line) and line.quoted):
        inner = _blocks(tuple(group), 0)
        blocks += [Quote(inner, NOWHERE)] if quoted else inner
    return tuple(blocks)


def _blocks(lines: Lines, depth: int) -> tuple[Block, ...]:
    blocks: list[Block] = []
    for listed, group in groupby(lines, key=lambda line: isinstance(line, Line) and line.listed and line.level > depth):
        if listed:
            blocks += _lists([line for line in group if isinstance(line, Line)], depth + 1)
        else:
            blocks += [_block(line) for line in group]
    return tuple(blocks)


def _block(line: AnyLine) -> Block:
    match line:
        case TableLine():
            header, *rows = (tuple(Cell(inlines_of(cell)) for cell in row) for row in line.rows)
            return Table(header, tuple(rows), line.sides, NOWHERE)
        case Line(kind="kop"):
            return Heading(max(line.level, 1), inlines_of(line.row), NOWHERE)
        case _:
            return Paragraph(inlines_of(line.row), NOWHERE)


def _lists(lines: list[Line], depth: int) -> Iterator[ListBlock]:
    """The lists that lines of this depth and deeper make up, a new one where the kind changes or a number is given."""
    items: list[list[Line]] = []
    for line in lines:
        if not items or (line.kind == "item" and line.level <= depth):
            items.append([line])
        else:
            items[-1].append(line)
    while items:
        head = items[0][0]
        size = next((at for at, item in enumerate(items) if at and _begins(item[0], head)), len(items))
        inner = tuple(_list_item(item, depth) for item in items[:size])
        yield ListBlock(head.ordered, head.start if head.ordered and head.start is not None else 1, inner, NOWHERE)
        items = items[size:]


def _begins(line: Line, head: Line) -> bool:
    return line.ordered != head.ordered or line.start is not None


def _list_item(lines: list[Line], depth: int) -> ListItem:
    first = Paragraph(inlines_of(lines[0].row), NOWHERE)
    return ListItem((first, *_blocks(tuple(lines[1:]), depth)))


def without_blank_ends(lines: Lines) -> Lines:
    """The lines that have words, without white space at their ends; a list keeps its first number."""
    kept: list[AnyLine] = []
    number: int | None = None
    for line in lines:
        if isinstance(line, TableLine):
            kept.append(TableLine(tuple(tuple(stripped(cell) for cell in row) for row in line.rows), line.sides))
            continue
        row = stripped(line.row)
        start = line.start if line.start is not None or line.kind != "item" else number
        if row:
            same = row is line.row and start == line.start
            kept.append(line if same else replace(line, row=row, start=start))
        number = start if line.kind == "item" and not row else None
    return tuple(kept)


def normalised(lines: Lines) -> Lines:
    """The lines after a round trip through text, in their plainest form."""
    return lines_of(blocks_of(lines))


def fits(blocks: tuple[Block, ...]) -> bool:
    """Whether lines say all of the blocks: no quote within a list, no field list, no item that begins with a list."""
    return all(map(_fits, blocks)) and not run_together(blocks)


def _fits(block: Block) -> bool:
    plainest = map_inlines(block, lambda content: inlines_of(runs(content)), lambda origin: NOWHERE)
    return blocks_of(lines_of((block,))) == (plainest,)


def run_together(blocks: tuple[Block, ...]) -> bool:
    """Whether two quotes follow each other, which lines would join."""
    return any(isinstance(first, Quote) and isinstance(second, Quote) for first, second in pairwise(blocks))


def cites(lines: Lines) -> bool:
    """Whether any of the lines cites a fact."""
    rows = (row for line in lines for row in _rows(line))
    return any(isinstance(run.atom, Citation) for row in rows for run in row)


def _rows(line: AnyLine) -> Iterator[Runs]:
    if isinstance(line, TableLine):
        yield from (cell for row in line.rows for cell in row)
    else:
        yield line.row


def joined(first: Lines, second: Lines) -> Lines:
    """The second lines behind the first, the last line of the one and the first of the other as one where both are text."""
    match first, second:
        case (*before, Line() as left), (Line() as right, *after):
            return (*before, replace(left, row=(*left.row, *right.row)), *after)
        case _:
            return (*first, *second)
