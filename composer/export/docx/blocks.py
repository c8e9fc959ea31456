"""Blocks as paragraphs and tables (Part 1, sections 17.3.1 and 17.4)."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import assert_never

from composer.assemble.recent import Recent
from composer.domain.document import (
    Block,
    Cell,
    Document,
    Field,
    FieldList,
    Heading,
    Inline,
    Link,
    ListBlock,
    ListItem,
    Paragraph,
    Quote,
    Table,
    inlines,
    plain,
)
from composer.export.closing import closing_of
from composer.export.columns import shares
from composer.export.docx.contents import NONE, Contents, bookmarked, contents_xml
from composer.export.docx.formats import DIRECT, LABEL
from composer.export.docx.inlines import Runs, runs
from composer.export.docx.paragraphs import paragraph
from composer.export.docx.styles import HEADING_LEVELS, LIST_LEVELS
from composer.ooxml.numbering import LEVELS, instance_xml

KEEP = "<w:keepNext/><w:keepLines/>"
_KEEP_NEXT = "<w:keepNext/>"
_LOOK = '<w:tblLook w:val="0620" w:firstRow="1" w:lastRow="0" w:firstColumn="0" w:lastColumn="0" w:noHBand="1" w:noVBand="1"/>'


@dataclass(frozen=True, slots=True)
class Body:
    """The body as it is being written; `lists` are the instances of the lists that count, `recent` has blocks of before."""

    runs: Runs
    contents: Contents = NONE
    recent: Recent = field(default_factory=Recent)
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


def document_xml(document: Document, body: Body) -> str:
    """The letter's blocks, its closing on one page and with room for signatures; headings as `dressed` has them."""
    closing = closing_of(document)
    styles = dict.fromkeys(closing.signed, body.style("ondertekening"))
    keeps = dict.fromkeys(range(closing.start, closing.end - 1), KEEP)
    if closing.last is not None:
        keeps[closing.last] = _KEEP_NEXT
    return _sequence(document, body, styles, keeps)


def _sequence(document: Document, body: Body, styles: Mapping[int, str], keeps: Mapping[int, str]) -> str:
    """Blocks in order; by their index `styles` names those of paragraphs, and `keeps` says what stays with the next."""
    blocks, parts = document.blocks, list[str]()
    previous: Block | None = None
    for index, block in enumerate(blocks):
        if index == body.contents.place:
            parts.append(contents_xml(body.contents, body.runs.base))
        if isinstance(previous, Table) and isinstance(block, Table):
            parts.append(paragraph(body.style("alinea"), ""))  # Word makes one table of two that touch
        following = blocks[index + 1] if index + 1 < len(blocks) else None
        keep = keeps.get(index) or _announcing(block, following)
        if isinstance(block, Heading):
            parts.append(_heading(block, body, index, new_page=index in document.new_page))
        else:
            parts.append(_kept(block, body, keep, styles.get(index) or _text_style(previous, body)))
        previous = block
    if isinstance(previous, Table):
        parts.append(paragraph(body.style("alinea"), ""))  # a body ends in a paragraph, and so does a cell (17.4.65)
    return "".join(parts)


def _text_style(previous: Block | None, body: Body) -> str:
    return body.style("na_tabel" if isinstance(previous, Table) else "alinea")


def _announcing(block: Block, following: Block | None) -> str:
    """Keeps a paragraph that announces a list or a table with it."""
    if isinstance(block, Paragraph) and isinstance(following, ListBlock | Table):
        return _KEEP_NEXT if plain(block.content).rstrip().endswith(":") else ""
    return ""


def _kept(block: Block, body: Body, keep: str, style: str) -> str:
    """The block as it was written for the letter before, unless it has what is numbered through the letter."""
    if body.recent.of(block, "counts", lambda: _counts(block)):
        return _block(block, body, keep, style)

    def make() -> tuple[str, list[int]]:
        known = len(body.runs.marked)
        markup = _block(block, body, keep, style)
        marked = body.runs.marked[known:]
        del body.runs.marked[known:]
        return markup, marked

    markup, marked = body.recent.of(block, (keep, style), make)
    body.runs.marked.extend(marked)
    return markup


def _counts(block: Block) -> bool:
    """Whether it has a list that counts or a link."""
    match block:
        case ListBlock(ordered=True):
            return True
        case ListBlock():
            return any(_counts(inner) for item in block.items for inner in item.blocks)
        case Quote():
            return any(map(_counts, block.blocks))
        case _:
            return any(isinstance(inline, Link) for inline in inlines(block))


def _block(block: Block, body: Body, keep: str, style: str) -> str:
    """One block; `style` is that of a paragraph."""
    match block:
        case Heading():
            return _heading(block, body)
        case Paragraph():
            return paragraph(style, runs(block.content, body.runs), keep)
        case ListBlock():
            return _list(block, body, 0, keep)
        case Table():
            return "".join(_table(block, body))
        case Quote():
            return "".join(_block(inner, body, keep, body.style("citaat")) for inner in block.blocks)
        case FieldList():
            return "".join(_fields(block, body, keep))
        case _:
            assert_never(block)


def _heading(block: Heading, body: Body, index: int = -1, *, new_page: bool = False) -> str:
    kind = f"kop{min(block.level, HEADING_LEVELS)}"
    keep, outline = body.runs.base.direct[kind]
    words = bookmarked(index, runs(block.content, body.runs, DIRECT), body.contents)
    return paragraph(body.style(kind), words, keep + ("<w:pageBreakBefore/>" if new_page else "") + outline)


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
            case ListBlock():
                parts.append(_list(block, body, min(level + 1, LEVELS - 1), keep, outer))
            case _:
                parts.append(_block(block, body, keep, style))
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
