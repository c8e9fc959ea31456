"""Blocks with other words, the rest of them as it was."""

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


def rewritten(
    block: Block,
    change: Callable[[tuple[Inline, ...]], tuple[Inline, ...]],
    place: Callable[[Origin], Origin] = lambda origin: origin,
) -> Block:
    """The block with each run of inlines changed, in reading order, and each origin placed anew."""
    origin = place(block.origin)
    match block:
        case Paragraph():
            return Paragraph(change(block.content), origin)
        case Heading():
            return Heading(block.level, change(block.content), origin)
        case ListBlock():
            items = tuple(
                ListItem(tuple(rewritten(inner, change, place) for inner in item.blocks)) for item in block.items
            )
            return ListBlock(block.ordered, block.start, items, origin)
        case Quote():
            return Quote(tuple(rewritten(inner, change, place) for inner in block.blocks), origin)
        case Table():
            header, *rows = (tuple(Cell(change(cell.content)) for cell in row) for row in (block.header, *block.rows))
            return Table(header, tuple(rows), block.alignments, origin)
        case FieldList():
            fields = tuple(Field(change(entry.label), change(entry.content)) for entry in block.fields)
            return FieldList(fields, origin)


def revalued(block: Block, values: Mapping[int, Value]) -> Block:
    """The block with other values in the places of its own, by the ids of those; the words around them are the very same."""
    return rewritten(block, lambda content: _revalued(content, values))


def _revalued(content: tuple[Inline, ...], values: Mapping[int, Value]) -> tuple[Inline, ...]:
    return tuple(
        [
            replace(inline, content=_revalued(inline.content, values))
            if isinstance(inline, Strong | Emphasis | Link)
            else values.get(id(inline), inline)
            for inline in content
        ]
    )
