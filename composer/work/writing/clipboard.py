"""Lines for other programs, as HTML and as plain text: values as their words, without notes."""

from collections.abc import Iterable
from html import escape

from composer.assemble.runs import Runs, inlines_of
from composer.domain.document import (
    Block,
    Cell,
    Citation,
    Emphasis,
    FieldList,
    Heading,
    Inline,
    LineBreak,
    Link,
    ListBlock,
    ListItem,
    NoteReference,
    Paragraph,
    Quote,
    Strong,
    Table,
    Text,
    Value,
    plain,
)  # fmt: skip
from composer.work.writing.lines import Line, Lines, TableLine, blocks_of

_TAGS = {Strong: "strong", Emphasis: "em"}


def to_html(lines: Lines) -> str:
    """A fragment that Word, a browser and a message program understand."""
    return "\n".join(_block(block) for block in blocks_of(lines))


def _block(block: Block) -> str:
    match block:
        case Paragraph():
            return f"<p>{_inlines(block.content)}</p>"
        case Heading():
            return f"<h{block.level}>{_inlines(block.content)}</h{block.level}>"
        case ListBlock():
            tag, start = ("ol", f' start="{block.start}"' if block.start != 1 else "") if block.ordered else ("ul", "")
            return f"<{tag}{start}>{''.join(_item(item) for item in block.items)}</{tag}>"
        case Quote():
            return f"<blockquote>{''.join(_block(inner) for inner in block.blocks)}</blockquote>"
        case Table():
            return f"<table>{_row(block.header, 'th')}{''.join(_row(row, 'td') for row in block.rows)}</table>"
        case FieldList():
            return "".join(f"<p>{_inlines(entry.label)}: {_inlines(entry.content)}</p>" for entry in block.fields)


def _item(item: ListItem) -> str:
    """The first paragraph without tags of its own, as an item has it."""
    match item.blocks:
        case (Paragraph(content=content), *others):
            return f"<li>{_inlines(content)}{''.join(_block(inner) for inner in others)}</li>"
        case blocks:
            return f"<li>{''.join(_block(inner) for inner in blocks)}</li>"


def _row(cells: tuple[Cell, ...], tag: str) -> str:
    return f"<tr>{''.join(f'<{tag}>{_inlines(cell.content)}</{tag}>' for cell in cells)}</tr>"


def _inlines(content: Iterable[Inline]) -> str:
    return "".join(_inline(inline) for inline in content)


def _inline(inline: Inline) -> str:
    match inline:
        case Text() | Value():
            return escape(plain((inline,)))
        case Strong() | Emphasis():
            return f"<{_TAGS[type(inline)]}>{_inlines(inline.content)}</{_TAGS[type(inline)]}>"
        case Link():
            return f'<a href="{escape(inline.target)}">{_inlines(inline.content)}</a>'
        case LineBreak():
            return "<br>"
        case Citation() | NoteReference():
            return ""


def to_plain(lines: Lines) -> str:
    """A line for each line, items with their sign, cells with tabs between them."""
    texts: list[str] = []
    counts: dict[int, int] = {}
    for line in lines:
        if isinstance(line, TableLine):
            texts += ["\t".join(_words(cell) for cell in row) for row in line.rows]
            continue
        if not line.listed:
            counts.clear()
        texts.append(f"{_sign(line, counts)}{_words(line.row)}")
    return "\n".join(texts)


def _sign(line: Line, counts: dict[int, int]) -> str:
    indent = "  " * (line.level - 1) if line.listed else ""
    if line.kind != "item":
        return indent + ("  " if line.listed else "")
    for deeper in [level for level in counts if level > line.level]:
        del counts[deeper]
    counts[line.level] = line.start if line.start is not None else counts.get(line.level, 0) + 1
    return f"{indent}{counts[line.level]}. " if line.ordered else f"{indent}- "


def _words(row: Runs) -> str:
    return plain(inlines_of(row))
