"""The letter as plain text, for e-mail and for systems that take nothing else."""

import textwrap
from collections.abc import Iterator
from typing import assert_never

from composer.domain.characters import shown
from composer.domain.document import (
    Block,
    Citation,
    Document,
    Emphasis,
    Field,
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
from composer.export.conventions import gap_text, list_mark
from composer.export.house_style import HouseStyle
from composer.export.letterhead import DRAFT, printed_title
from composer.export.typography import curl

WIDTH = 80
NARROWEST = 20
"""Characters for what stands deep in lists and quotes."""
_UNDERLINES = "=-"


def to_text(document: Document, house_style: HouseStyle) -> bytes:
    """UTF-8, lines of at most 80 characters where words allow, notes as [1] with a list at the end."""
    properties = document.properties
    with_notes = house_style.settings.notes != "geen"
    parts = [properties.author, *([DRAFT] if properties.draft else []), _underlined(printed_title(properties), 0)]
    parts += ["\n".join(_block(block, WIDTH, 0, with_notes=with_notes)) for block in document.blocks]
    if document.notes and with_notes:
        notes = [_hung(f"[{note.number}] ", _words(note.content, with_notes=True), WIDTH) for note in document.notes]
        parts += [_underlined("Noten", 1), "\n".join(line for lines in notes for line in lines)]
    return ("\n\n".join(parts) + "\n").encode()


def _underlined(text: str, level: int) -> str:
    return f"{text}\n{_UNDERLINES[min(level, 1)] * min(len(text), WIDTH)}"


def _words(content: tuple[Inline, ...], *, with_notes: bool) -> str:
    return "".join(_inline(inline, with_notes=with_notes) for inline in content)


def _inline(inline: Inline, *, with_notes: bool) -> str:
    match inline:
        case Text():
            return shown(curl(inline.text))
        case Value():
            return gap_text(inline.label) if inline.text is None else shown(inline.text)
        case Strong() | Emphasis():
            return _words(inline.content, with_notes=with_notes)
        case Link():
            return _link(inline, _words(inline.content, with_notes=with_notes))
        case LineBreak():
            return "\n"
        case NoteReference():
            return f"[{inline.number}]" if with_notes else ""
        case Citation():
            return ""
        case _:
            assert_never(inline)


def _link(link: Link, words: str) -> str:
    """The words with the address behind them, unless they are the address."""
    address = link.target.removeprefix("mailto:").removeprefix("tel:")
    return words if address in {words, f"https://{words}", f"http://{words}"} else f"{words} <{address}>"


def _wrapped(text: str, width: int) -> list[str]:
    wrapper = textwrap.TextWrapper(max(width, NARROWEST), break_long_words=False, break_on_hyphens=False)
    return [line for part in text.split("\n") for line in wrapper.wrap(part) or [""]]


def _hung(mark: str, text: str, width: int) -> list[str]:
    """Lines of which the first begins with the mark and the others stand under its text; a long mark has its own line."""
    if len(mark) > width // 2:
        return [mark.rstrip(), *(f"  {line}" for line in _wrapped(text, width - 2))]
    lines = _wrapped(text, width - len(mark))
    return [f"{mark if index == 0 else ' ' * len(mark)}{line}".rstrip() for index, line in enumerate(lines)]


def _block(block: Block, width: int, level: int, *, with_notes: bool) -> Iterator[str]:
    match block:
        case Heading():
            yield _underlined(_words(block.content, with_notes=with_notes), block.level)
        case Paragraph():
            yield from _wrapped(_words(block.content, with_notes=with_notes), width)
        case ListBlock():
            yield from _list(block, width, level, with_notes=with_notes)
        case Table():
            yield from _table(block, width, with_notes=with_notes)
        case Quote():
            for index, inner in enumerate(block.blocks):
                yield from [">"] if index else []
                yield from (f"> {line}" for line in _block(inner, width - 2, level, with_notes=with_notes))
        case FieldList():
            yield from _fields(block.fields, width, with_notes=with_notes)
        case _:
            assert_never(block)


def _list(block: ListBlock, width: int, level: int, *, with_notes: bool) -> Iterator[str]:
    for number, item in enumerate(block.items, block.start):
        mark = f"{list_mark(number, level)}. " if block.ordered else "- "
        lines = [
            line for inner in item.blocks for line in _block(inner, width - len(mark), level + 1, with_notes=with_notes)
        ]
        yield from (f"{mark if index == 0 else ' ' * len(mark)}{line}" for index, line in enumerate(lines or [""]))


def _fields(fields: tuple[Field, ...], width: int, *, with_notes: bool) -> Iterator[str]:
    entries = [(_words(each.label, with_notes=False), _words(each.content, with_notes=with_notes)) for each in fields]
    longest = max((len(label) for label, _ in entries), default=0)
    for label, text in entries:
        yield from _hung(f"{label}:".ljust(longest + 2), text, width)


def _table(table: Table, width: int, *, with_notes: bool) -> Iterator[str]:
    """Columns side by side when they fit, else each row as labels with their values."""
    rows = [
        [_words(cell.content, with_notes=with_notes).replace("\n", " ") for cell in row]
        for row in (table.header, *table.rows)
    ]
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    if sum(widths) + 2 * (len(widths) - 1) <= width:
        yield from _side_by_side(rows, widths, table)
    else:
        yield from _row_by_row(rows, width)


def _side_by_side(rows: list[list[str]], widths: list[int], table: Table) -> Iterator[str]:
    pads = {"left": str.ljust, "center": str.center, "right": str.rjust}
    for index, row in enumerate(rows):
        cells = zip(row, widths, table.alignments, strict=True)
        yield "  ".join(pads[side](text, size) for text, size, side in cells).rstrip()
        if index == 0:
            yield "  ".join("-" * size for size in widths)


def _row_by_row(rows: list[list[str]], width: int) -> Iterator[str]:
    header, *rest = rows
    for index, row in enumerate(rest):
        yield from [""] if index else []
        for label, text in zip(header, row, strict=True):
            yield from _hung(f"{label}: ", text, width)
