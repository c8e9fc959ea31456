"""The letter as plain data, from which the typst source is written."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, assert_never, cast

from composer.domain.characters import shown
from composer.domain.document import (
    Block,
    Cell,
    Citation,
    Document,
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
from composer.domain.traversal import plain
from composer.export.additions import CONTENTS_DEPTH, CONTENTS_TITLE, ContentsList, with_additions
from composer.export.conventions import closing_of, column_shares, gap_text, introduces
from composer.export.docx.surrounding_text import BELOW_KEPT
from composer.export.house_style import HouseStyle
from composer.export.letterhead import DRAFT, printed_title, without_shown
from composer.export.pdf.characters import Node, Printable
from composer.export.pdf.looks import Flow
from composer.export.pdf.page_setup import page_setup
from composer.export.typography import bind, curl

Data = dict[str, Any]
_DEEPEST_LIST, _DEEPEST_HEADING = 3, 6


def data(document: Document, house_style: HouseStyle) -> Data:
    """The content of the letter's pages."""
    properties = document.properties
    letter = with_additions(document, house_style)
    document = without_shown(letter.document, house_style.base.surrounding.places)
    flow = Flow(page_setup(house_style).looks, added=house_style.base.adds_space)
    made = _Writing(flow, document, letter.contents.place if letter.contents else -1).made()
    if house_style.base.surrounding.before.blocks:
        made["title_above"] = max(made["title_above"], BELOW_KEPT)
    _mark_repeats(made, set())
    printable = page_setup(house_style).printable
    return printable.data(made) | {
        "title": shown(properties.title),
        "printed": printable.words(bind(printed_title(properties))),
        "subject": shown(properties.subject),
        "author": shown(properties.author),
        "language": properties.language.partition("-")[0],
        "region": properties.language.partition("-")[2],
        "date": [properties.date.year, properties.date.month, properties.date.day],
        "draft": DRAFT if properties.draft else "",
        "contents": letter.contents and _contents_list(letter.contents, letter.document, printable),
        "notes": {str(note.number): printable.data(_inlines(note.content)) for note in document.notes},
    }


def _contents_list(contents: ContentsList, document: Document, printable: Printable) -> Data:
    """`words` are those of every heading, in order, without the look that it has itself."""
    headings = [block for block in document.blocks if isinstance(block, Heading)]
    words = [printable.words(bind(curl(plain(each.content)))) for each in headings]
    return {"title": CONTENTS_TITLE, "depth": CONTENTS_DEPTH, "pages": contents.with_pages, "words": words}


@dataclass(frozen=True, slots=True)
class _Writing:
    flow: Flow
    document: Document
    contents: int

    def made(self) -> Data:
        """The blocks before the closing, those of the closing, which stay together, and those after it."""
        closing, title = closing_of(self.document), self.flow.above("titel")
        blocks = [self.block(index, signed=index in closing.signed) for index in range(len(self.document.blocks))]
        if closing.last is not None:
            blocks[closing.last]["sticky"] = True
        return {
            "title_above": title,
            "blocks": blocks[: closing.start],
            "closing": blocks[closing.start : closing.end],
            "after": blocks[closing.end :],
        }

    def block(self, index: int, *, signed: bool) -> Data:
        block = self.document.blocks[index]
        lead = {"contents": _contents(self.flow)} if index == self.contents else {}
        previous = self.document.blocks[index - 1] if index else None
        following = self.document.blocks[index + 1] if index + 1 < len(self.document.blocks) else None
        kind = "ondertekening" if signed else "na_tabel" if isinstance(previous, Table) else "alinea"
        made = _block(block, self.flow, kind)
        return made | lead | {"sticky": introduces(block, following), "new_page": index in self.document.new_page}


def _contents(flow: Flow) -> Data:
    return {"heading": flow.above("inhoudkop"), "first": flow.above("inhoud1"), "next": flow.between("inhoud1")}


def _mark_repeats(node: Any, expected: set[str]) -> None:
    """Marks further references to the same note as repeats, since a footnote has one place in the text."""
    if isinstance(node, dict):
        node = list(cast(Data, node).values())
    if isinstance(node, list):
        nodes = cast(list[Any], node)
        if isinstance(nodes, Node) and nodes[0] == "note":
            nodes.append(nodes[1] in expected)
            expected.add(nodes[1])
        else:
            for inner in nodes:
                _mark_repeats(inner, expected)


def _inlines(content: tuple[Inline, ...]) -> list[Any]:
    return [node for inline in content for node in _inline(inline)]


def _inline(inline: Inline) -> Iterator[Any]:
    """Text as itself, anything else as its kind with what it holds."""
    match inline:
        case Text():
            yield bind(curl(inline.text))
        case Value():
            yield Node(["gap", bind(gap_text(inline.label))]) if inline.text is None else bind(inline.text)
        case Strong():
            yield Node(["strong", _inlines(inline.content)])
        case Emphasis():
            yield Node(["emph", _inlines(inline.content)])
        case Link():
            yield Node(["link", _inlines(inline.content), inline.target])
        case LineBreak():
            yield Node(["break", ""])
        case NoteReference():
            yield Node(["note", str(inline.number)])
        case Citation():
            pass
        case _:
            assert_never(inline)


def _block(block: Block, flow: Flow, kind: str, level: int = 0) -> Data:
    """One block; `kind` is that of a paragraph, `level` that of a list in it."""
    match block:
        case Heading():
            kind = f"kop{min(block.level, _DEEPEST_HEADING)}"
            return {"kind": "heading", "look": kind, "level": block.level, "above": flow.above(kind)} | _content(block)
        case Paragraph():
            return {"kind": "paragraph", "look": kind, "above": flow.above(kind)} | _content(block)
        case ListBlock():
            return _list(block, flow, level, None)
        case Table():
            return _table(block, flow)
        case Quote():
            inner = [_block(each, flow, "citaat") for each in block.blocks]
            return {"kind": "quote", "above": inner[0]["above"] if inner else 0, "blocks": inner}
        case FieldList():
            return _fields(block, flow)
        case _:
            assert_never(block)


def _content(block: Heading | Paragraph) -> Data:
    return {"content": _inlines(block.content)}


def _list(block: ListBlock, flow: Flow, level: int, outer: str | None) -> Data:
    look = outer or ("nummering" if block.ordered else "opsomming")
    items: list[list[Data]] = []
    above: float | None = None
    for item in block.items:
        first, rest = item.blocks[:1], item.blocks[1:]
        opening = flow.above(look)
        above = opening if above is None else above
        opens = bool(first) and isinstance(first[0], Paragraph)
        words = _content(first[0]) if first and isinstance(first[0], Paragraph) else Data(content=[])
        held = rest if opens else item.blocks
        items.append([{"kind": "paragraph", "look": look, "above": 0} | words, *_continued(held, flow, level, look)])
    return {
        "kind": "list", "look": look, "level": level, "above": above or 0, "spacing": flow.between(look),
        "ordered": block.ordered, "start": block.start, "items": items,
    }  # fmt: skip


def _continued(blocks: tuple[Block, ...], flow: Flow, level: int, look: str) -> Iterator[Data]:
    """The further blocks of an item, indented to the text of its first paragraph."""
    for block in blocks:
        if isinstance(block, ListBlock):
            yield _list(block, flow, level + 1, look)
        else:
            yield _block(block, flow, f"lijstvervolg{min(level + 1, _DEEPEST_LIST)}", level + 1)


def _fields(block: FieldList, flow: Flow) -> Data:
    last = len(block.fields) - 1
    entries = [
        {
            "look": "laatste_veld" if index == last else "veld",
            "above": flow.above("laatste_veld" if index == last else "veld"),
            "label": _inlines(entry.label),
            "content": _inlines(entry.content),
        }
        for index, entry in enumerate(block.fields)
    ]
    return {"kind": "fields", "above": entries[0]["above"] if entries else 0, "fields": entries}


def _table(table: Table, flow: Flow) -> Data:
    rows = [_row(row) for row in (table.header, *table.rows)]
    return {
        "kind": "table",
        "above": flow.table(),
        "header": rows[0],
        "rows": rows[1:],
        "sides": list(table.alignments),
        "widths": column_shares(table),
    }


def _row(cells: tuple[Cell, ...]) -> list[Any]:
    return [_inlines(cell.content) for cell in cells]
