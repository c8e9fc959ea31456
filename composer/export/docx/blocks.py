"""Blocks as paragraphs and tables (Part 1, sections 17.3.1 and 17.4)."""

from collections.abc import Iterator, Mapping
from typing import assert_never

from composer.domain.document import (
    Block,
    Cell,
    Document,
    Field,
    FieldList,
    Heading,
    Inline,
    ListBlock,
    ListItem,
    Paragraph,
    Quote,
    Table,
)
from composer.export.conventions import closing_of, column_shares, introduces
from composer.export.docx.body import Body
from composer.export.docx.contents import bookmarked, contents_xml
from composer.export.docx.formats import DIRECT, LABEL
from composer.export.docx.inlines import runs
from composer.export.docx.paragraphs import paragraph
from composer.export.docx.styles import HEADING_LEVELS, LIST_LEVELS
from composer.ooxml.numbering import LEVELS

KEEP = "<w:keepNext/><w:keepLines/>"
_KEEP_NEXT = "<w:keepNext/>"
_LOOK = '<w:tblLook w:val="0620" w:firstRow="1" w:lastRow="0" w:firstColumn="0" w:lastColumn="0" w:noHBand="1" w:noVBand="1"/>'


def document_xml(document: Document, body: Body) -> bytes:
    """The letter's blocks and the house style's additions in UTF-8; the closing on one page, with room for signatures."""
    closing = closing_of(document)
    styles = dict.fromkeys(closing.signed, body.style("ondertekening"))
    keeps = dict.fromkeys(range(closing.start, closing.end - 1), KEEP)
    if closing.last is not None:
        keeps[closing.last] = _KEEP_NEXT
    return _sequence(document, body, styles, keeps)


def _sequence(document: Document, body: Body, styles: Mapping[int, str], keeps: Mapping[int, str]) -> bytes:
    """Blocks in order; by their index `styles` names those of paragraphs, and `keeps` says what stays with the next."""
    blocks, parts = document.blocks, list[bytes]()
    previous: Block | None = None
    for index, block in enumerate(blocks):
        if index == body.contents.place:
            parts.append(contents_xml(body.contents, body.runs.base).encode())
        if isinstance(previous, Table) and isinstance(block, Table):
            parts.append(paragraph(body.style("alinea"), "").encode())  # Word makes one table of two that touch
        following = blocks[index + 1] if index + 1 < len(blocks) else None
        keep = keeps.get(index) or (_KEEP_NEXT if introduces(block, following) else "")
        if isinstance(block, Heading):
            listed, new_page = index if index in body.contents.entries else -1, index in document.new_page
            parts.append(body.cached_markup(block, (listed, new_page), _heading))
        else:
            parts.append(body.cached_markup(block, (keep, styles.get(index) or _text_style(previous, body)), _block))
        previous = block
    if isinstance(previous, Table):
        parts.append(
            paragraph(body.style("alinea"), "").encode()
        )  # a body ends in a paragraph, and so does a cell (17.4.65)
    return b"".join(parts)


def _text_style(previous: Block | None, body: Body) -> str:
    return body.style("na_tabel" if isinstance(previous, Table) else "alinea")


def _block(block: Block, body: Body, keep: str, style: str) -> str:
    """One block; `style` is that of a paragraph."""
    match block:
        case Heading():
            return _heading(block, body, -1, False)
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


def _heading(block: Heading, body: Body, index: int, new_page: bool) -> str:
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
    widths = [round(share * body.runs.base.text_width) for share in column_shares(table)]
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
