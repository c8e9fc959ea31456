"""Copies of blocks with other inlines."""

from collections.abc import Callable, Mapping
from dataclasses import replace

from composer.domain.document import (
    Block,
    Cell,
    Emphasis,
    Field,
    FieldList,
    Heading,
    Inline,
    Link,
    ListBlock,
    ListItem,
    Origin,
    Paragraph,
    Quote,
    Strong,
    Table,
    Value,
)


def map_inlines(
    block: Block,
    change: Callable[[tuple[Inline, ...]], tuple[Inline, ...]],
    place: Callable[[Origin], Origin] = lambda origin: origin,
) -> Block:
    """The block with each run of inlines replaced by `change`, in reading order, and each origin by `place`."""
    origin = place(block.origin)
    match block:
        case Paragraph():
            return Paragraph(change(block.content), origin)
        case Heading():
            return Heading(block.level, change(block.content), origin)
        case ListBlock():
            items = tuple(
                ListItem(tuple(map_inlines(inner, change, place) for inner in item.blocks)) for item in block.items
            )
            return ListBlock(block.ordered, block.start, items, origin)
        case Quote():
            return Quote(tuple(map_inlines(inner, change, place) for inner in block.blocks), origin)
        case Table():
            header, *rows = (tuple([_cell(cell, change) for cell in row]) for row in (block.header, *block.rows))
            return Table(header, tuple(rows), block.alignments, origin)
        case FieldList():
            return FieldList(tuple([_field(entry, change) for entry in block.fields]), origin)


def _cell(cell: Cell, change: Callable[[tuple[Inline, ...]], tuple[Inline, ...]]) -> Cell:
    content = change(cell.content)
    return cell if content is cell.content else Cell(content)


def _field(entry: Field, change: Callable[[tuple[Inline, ...]], tuple[Inline, ...]]) -> Field:
    label, content = change(entry.label), change(entry.content)
    return entry if label is entry.label and content is entry.content else Field(label, content)


def replace_values(block: Block, values: Mapping[int, Value]) -> Block:
    """The block with values replaced, by the id of the old one; the inlines around them are the same objects."""
    if isinstance(block, Paragraph):
        return Paragraph(_revalued(block.content, values), block.origin)
    return map_inlines(block, lambda content: _revalued(content, values))


_HOLDERS = (Strong, Emphasis, Link)
_KINDS = frozenset(_HOLDERS)


def _revalued(content: tuple[Inline, ...], values: Mapping[int, Value]) -> tuple[Inline, ...]:
    """The content with values replaced; the same object when it has none of them."""
    if values.keys().isdisjoint(map(id, content)) and _KINDS.isdisjoint(map(type, content)):
        return content
    return tuple(
        [
            replace(inline, content=_revalued(inline.content, values))
            if isinstance(inline, _HOLDERS)
            else values.get(id(inline), inline)
            for inline in content
        ]
    )
