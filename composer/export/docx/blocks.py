"""Blocks as paragraphs and tables (Part 1, sections 17.3.1 and 17.4)."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import assert_never

from composer.domain.document import (
    Block,
    Cell,
    Field,
    FieldList,
    Heading,
    Inline,
    ListBlock,
    ListItem,
    Paragraph,
    Quote,
    Table,
    plain,
)
from composer.export.columns import shares
from composer.export.docx.formats import DIRECT, LABEL
from composer.export.docx.inlines import Runs, runs
from composer.export.docx.styles import HEADING_LEVELS, LIST_LEVELS
from composer.ooxml.numbering import LEVELS, instance_xml

KEEP = "<w:keepNext/><w:keepLines/>"
_KEEP_NEXT = "<w:keepNext/>"
_LOOK = '<w:tblLook w:val="0620" w:firstRow="1" w:lastRow="0" w:firstColumn="0" w:lastColumn="0" w:noHBand="1" w:noVBand="1"/>'


@dataclass(frozen=True, slots=True)
class Body:
    """The body as it is being written; `lists` are the instances of the lists that count."""

    runs: Runs
    lists: list[str] = field(default_factory=list[str])

    def style(self, kind: str) -> str:
        return self.runs.base.styles[kind]

    def count(self, block: ListBlock, level: int) -> int:
        """The number of the list's own instance; bullets, which count nothing, share one."""
        numbering = self.runs.base.numbering
        if not block.ordered:
            return numbering.first
        number = numbering.first + 1 + len(self.lists)
        self.lists.append(instance_xml(number, numbering.numbers, level, block.start))
        return number


def paragraph(style: str, content: str, more: str = "") -> str:
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/>{more}</w:pPr>{content}</w:p>'


def blocks_xml(blocks: tuple[Block, ...], body: Body, closing: int | None = None) -> str:
    """Blocks in order; those from `closing` on stay on one page."""
    parts: list[str] = []
    previous: Block | None = None
    for index, block in enumerate(blocks):
        following = blocks[index + 1] if index + 1 < len(blocks) else None
        together = closing is not None and closing <= index and following is not None
        if isinstance(previous, Table) and isinstance(block, Table):
            parts.append(paragraph(body.style("alinea"), ""))  # Word makes one table of two that touch
        parts.append(_block(block, body, _kept(block, following, together=together), previous))
        previous = block
    if isinstance(previous, Table):
        parts.append(paragraph(body.style("alinea"), ""))  # a body and a cell end in a paragraph (17.4.65)
    return "".join(parts)


def _kept(block: Block, following: Block | None, *, together: bool) -> str:
    """What keeps a block with the next one: the closing, and a paragraph that announces a list or table."""
    if together:
        return KEEP
    if isinstance(block, Paragraph) and isinstance(following, ListBlock | Table):
        return _KEEP_NEXT if plain(block.content).rstrip().endswith(":") else ""
    return ""


def _block(block: Block, body: Body, keep: str, previous: Block | None) -> str:
    match block:
        case Heading():
            level = min(block.level, HEADING_LEVELS)
            return paragraph(body.style(f"kop{level}"), runs(block.content, body.runs, DIRECT))
        case Paragraph():
            style = body.style("na_tabel" if isinstance(previous, Table) else "alinea")
            return paragraph(style, runs(block.content, body.runs), keep)
        case ListBlock():
            return _list(block, body, 0, keep)
        case Table():
            return "".join(_table(block, body))
        case Quote():
            return "".join(_quoted(inner, body, keep) for inner in block.blocks)
        case FieldList():
            return "".join(_fields(block, body, keep))
        case _:
            assert_never(block)


def _quoted(block: Block, body: Body, keep: str) -> str:
    if isinstance(block, Paragraph):
        return paragraph(body.style("citaat"), runs(block.content, body.runs), keep)
    return _block(block, body, keep, None)


def _list(block: ListBlock, body: Body, level: int, keep: str, outer: str | None = None) -> str:
    """A list; one inside another has its style too, since Word sets paragraphs of one style close (17.3.1.9)."""
    number = body.count(block, level)
    place = f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr>'
    style = outer or body.style("nummering" if block.ordered else "opsomming")
    return "".join([_item(item, body, level, keep, (style, keep + place)) for item in block.items])


def _item(item: ListItem, body: Body, level: int, keep: str, look: tuple[str, str]) -> str:
    """An item's first paragraph bears the mark; what follows in it stands under that paragraph's text."""
    first, rest = item.blocks[:1], item.blocks[1:]
    style, properties = look
    if not first or not isinstance(first[0], Paragraph):
        return paragraph(style, "", properties) + _continued(item.blocks, body, level, keep, style)
    text = runs(first[0].content, body.runs)
    return paragraph(style, text, properties) + _continued(rest, body, level, keep, style)


def _continued(blocks: tuple[Block, ...], body: Body, level: int, keep: str, outer: str) -> str:
    style = body.style(f"lijstvervolg{min(level + 1, LIST_LEVELS)}")
    parts: list[str] = []
    for block in blocks:
        match block:
            case Paragraph():
                parts.append(paragraph(style, runs(block.content, body.runs), keep))
            case ListBlock():
                parts.append(_list(block, body, min(level + 1, LEVELS - 1), keep, outer))
            case _:
                parts.append(_block(block, body, keep, None))
    return "".join(parts)


def _fields(block: FieldList, body: Body, keep: str) -> Iterator[str]:
    """Label, tab, value: read aloud in that order, which cells of a table would not be."""
    for index, entry in enumerate(block.fields):
        last = index == len(block.fields) - 1
        yield paragraph(body.style("laatste_veld" if last else "veld"), _field(entry, body), keep)


def _field(entry: Field, body: Body) -> str:
    return f"{runs(entry.label, body.runs, LABEL)}<w:r><w:tab/></w:r>{runs(entry.content, body.runs)}"


def _table(table: Table, body: Body) -> Iterator[str]:
    widths = [round(share * body.runs.base.text_width) for share in shares(table)]
    columns = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    style = f'<w:tblStyle w:val="{body.style("tabel")}"/><w:tblW w:w="5000" w:type="pct"/>'
    yield f"<w:tbl><w:tblPr>{style}{_LOOK}</w:tblPr><w:tblGrid>{columns}</w:tblGrid>"
    yield _row(table.header, table, body, widths, header=True)
    for row in table.rows:
        yield _row(row, table, body, widths, header=False)
    yield "</w:tbl>"


def _row(cells: tuple[Cell, ...], table: Table, body: Body, widths: list[int], *, header: bool) -> str:
    """A row that stays whole; a header row comes again on each page and is read as one (17.4.78)."""
    style, marks = (body.style("tabelkop"), DIRECT) if header else (body.style("tabeltekst"), 0)
    texts = [runs(cell.content, body.runs, marks) for cell in cells]
    markup = "".join(
        f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/></w:tcPr>'
        f"{paragraph(style, text, '' if side == 'left' else f'<w:jc w:val={chr(34)}{side}{chr(34)}/>')}</w:tc>"
        for text, side, width in zip(texts, table.alignments, widths, strict=True)
    )
    return f"<w:tr><w:trPr><w:cantSplit/>{'<w:tblHeader/>' if header else ''}</w:trPr>{markup}</w:tr>"


def notes_heading(words: tuple[Inline, ...], body: Body) -> str:
    return paragraph(body.style("kop1"), runs(words, body.runs, DIRECT))
