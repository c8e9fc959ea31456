"""Blocks and inlines as HTML elements, in a draft with their origin."""

import re
from dataclasses import dataclass, field
from typing import assert_never

from composer.domain.characters import HIDDEN, code
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
    Origin,
    Paragraph,
    Quote,
    Strong,
    Table,
    Text,
    Value,
)
from composer.export.conventions import gap_text
from composer.export.typography import bind, curl
from composer.ooxml.markup import escape

_DEEPEST = 6


@dataclass(frozen=True, slots=True)
class Page:
    """The state of writing a page: whether notes are marked, and which marks it has already.

    `dressed` is whether words are set as on paper, which a clipboard fragment does not need; `traced` whether elements
    have attributes for their origin, which only a draft shows; `top` is the level of a heading of the first level.
    """

    with_notes: bool
    dressed: bool = True
    traced: bool = False
    top: int = 2
    marked: set[int] = field(default_factory=set[int])


def blocks_html(blocks: tuple[Block, ...], page: Page) -> str:
    return "\n".join(_block(block, page) for block in blocks)


def inlines_html(content: tuple[Inline, ...], page: Page) -> str:
    return "".join(_inline(inline, page) for inline in content)


def text_html(text: str) -> str:
    """Escapes text; a hidden character is kept, shown with its code point, and isolated so that it cannot reverse other text."""
    escaped = escape(bind(text))
    return HIDDEN.sub(_hidden, escaped) if HIDDEN.search(escaped) else escaped


def _hidden(match: re.Match[str]) -> str:
    return f'<bdi class="verborgen" data-teken="{code(match.group())}">{match.group()}</bdi>'


def _inline(inline: Inline, page: Page) -> str:
    match inline:
        case Text():
            return text_html(curl(inline.text)) if page.dressed else escape(inline.text)
        case Value():
            return _value(inline, page)
        case Strong():
            return f"<strong>{inlines_html(inline.content, page)}</strong>"
        case Emphasis():
            return f"<em>{inlines_html(inline.content, page)}</em>"
        case Link():
            return f'<a href="{escape(inline.target)}">{inlines_html(inline.content, page)}</a>'
        case LineBreak():
            return "<br>"
        case NoteReference():
            return _mark(inline.number, page)
        case Citation():
            return ""
        case _:
            assert_never(inline)


def _value(value: Value, page: Page) -> str:
    if not page.dressed:
        return escape(gap_text(value.label) if value.text is None else value.text)
    where = _path(value) if page.traced else ""
    if value.text is None:
        return f'<mark class="open-plek"{where}>{text_html(gap_text(value.label))}</mark>'
    return f'<span class="waarde"{where}>{text_html(value.text)}</span>'


def _path(value: Value) -> str:
    fact = f' data-fact="{escape(value.fact)}"' if value.fact else ""
    return f' data-path="{escape(value.path)}"{fact}'


def _mark(number: int, page: Page) -> str:
    if not page.with_notes:
        return ""
    place = "" if number in page.marked else f' id="bij-noot-{number}"'
    page.marked.add(number)
    return f'<sup><a{place} href="#noot-{number}" role="doc-noteref" aria-label="Noot {number}">{number}</a></sup>'


def _origin(origin: Origin, page: Page) -> str:
    if not page.traced:
        return ""
    piece = f' data-piece="{escape(origin.piece)}"' if origin.piece else ""
    return f'{piece} data-kind="{origin.kind}" data-name="{escape(origin.name)}" data-line="{origin.line}"'


def _block(block: Block, page: Page) -> str:
    where = _origin(block.origin, page)
    match block:
        case Heading():
            tag = f"h{min(block.level + page.top - 1, _DEEPEST)}"
            return f"<{tag}{where}>{inlines_html(block.content, page)}</{tag}>"
        case Paragraph():
            return f"<p{where}>{inlines_html(block.content, page)}</p>"
        case ListBlock():
            return _list(block, where, page)
        case Table():
            return _table(block, where, page)
        case Quote():
            return f"<blockquote{where}>{blocks_html(block.blocks, page)}</blockquote>"
        case FieldList():
            entries = "\n".join(
                f"<dt>{inlines_html(entry.label, page)}</dt><dd>{inlines_html(entry.content, page)}</dd>"
                for entry in block.fields
            )
            return f"<dl{where}>\n{entries}\n</dl>"
        case _:
            assert_never(block)


def _list(block: ListBlock, where: str, page: Page) -> str:
    tag, start = ("ol", f' start="{block.start}"' if block.start != 1 else "") if block.ordered else ("ul", "")
    items = "\n".join(f"<li>{_item(item, page)}</li>" for item in block.items)
    return f"<{tag}{start}{where}>\n{items}\n</{tag}>"


def _item(item: ListItem, page: Page) -> str:
    first, rest = item.blocks[:1], item.blocks[1:]
    if first and isinstance(first[0], Paragraph):
        words = inlines_html(first[0].content, page)
        shown = f"<span{_origin(first[0].origin, page)}>{words}</span>" if page.traced else words
        return f"{shown}{blocks_html(rest, page)}"
    return blocks_html(item.blocks, page)


def _table(table: Table, where: str, page: Page) -> str:
    sides = ["" if side == "left" else f' class="{side}"' for side in table.alignments]
    rows = "\n".join(_row(row, "td", sides, page) for row in table.rows)
    header = _row(table.header, 'th scope="col"', sides, page)
    return f"<table{where}>\n<thead>\n{header}\n</thead>\n<tbody>\n{rows}\n</tbody>\n</table>"


def _row(cells: tuple[Cell, ...], tag: str, sides: list[str], page: Page) -> str:
    end = tag.partition(" ")[0]
    texts = (inlines_html(cell.content, page) for cell in cells)
    return f"<tr>{''.join(f'<{tag}{side}>{text}</{end}>' for text, side in zip(texts, sides, strict=True))}</tr>"
