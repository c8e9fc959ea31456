"""Walks through the tree of a letter: its runs of inlines, its inlines, and their words."""

from collections.abc import Iterator

from composer.domain.document import (
    Block,
    Citation,
    Emphasis,
    FieldList,
    Heading,
    Inline,
    LineBreak,
    Link,
    ListBlock,
    NoteReference,
    Paragraph,
    Quote,
    Strong,
    Table,
    Text,
    Value,
)


def inlines(block: Block) -> Iterator[Inline]:
    """All inlines of a block in reading order, nested ones after what holds them."""
    for content in inline_runs(block):
        yield from flatten(content)


def flatten(content: tuple[Inline, ...]) -> Iterator[Inline]:
    """The inlines and what they hold, in reading order."""
    for inline in content:
        yield inline
        if isinstance(inline, Strong | Emphasis | Link):
            yield from flatten(inline.content)


def inline_runs(block: Block) -> Iterator[tuple[Inline, ...]]:
    """Each run of inlines of a block that stands on its own: a paragraph, a cell, a field's label and value."""
    match block:
        case Heading() | Paragraph():
            yield block.content
        case ListBlock():
            for item in block.items:
                for inner in item.blocks:
                    yield from inline_runs(inner)
        case Table():
            for row in (block.header, *block.rows):
                for cell in row:
                    yield cell.content
        case Quote():
            for inner in block.blocks:
                yield from inline_runs(inner)
        case FieldList():
            for entry in block.fields:
                yield entry.label
                yield entry.content


def plain(content: tuple[Inline, ...], gap: str = "[nog invullen: {label}]") -> str:
    """The words of inlines without marks; a gap reads as `gap`, a note mark and a citation as nothing."""
    parts: list[str] = []
    for inline in content:
        match inline:
            case Text():
                parts.append(inline.text)
            case Strong() | Emphasis() | Link():
                parts.append(plain(inline.content, gap))
            case LineBreak():
                parts.append("\n")
            case Value():
                parts.append(gap.format(label=inline.label) if inline.text is None else inline.text)
            case Citation() | NoteReference():
                pass
    return "".join(parts)
