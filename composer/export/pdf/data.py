"""The letter as plain data that the typst template reads; text stays text there, whatever it looks like."""

from collections.abc import Iterator
from typing import Any, assert_never, cast

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
    plain,
)
from composer.export.closing import closing_of
from composer.export.columns import shares
from composer.export.gaps import gap_text
from composer.export.house_style import HouseStyle, Settings
from composer.export.letterhead import DRAFT, printed_title, running_values
from composer.export.outline import outlined
from composer.export.typography import bind

Data = dict[str, Any]


def data(document: Document, house_style: HouseStyle) -> Data:
    """Everything that the template asks for."""
    properties, blocks = document.properties, outlined(document.blocks)
    closing = closing_of(document)
    made = {
        "blocks": list(_blocks(blocks[: closing.start])),
        "closing": list(_blocks(blocks[closing.start : closing.end])),
        "after": list(_blocks(blocks[closing.end :])),
    }
    for index in closing.signed:
        made["closing"][index - closing.start]["kind"] = "signature"
    _mark_repeats(made, set())
    return made | {
        "title": properties.title,
        "printed": bind(printed_title(properties)),
        "subject": properties.subject,
        "author": properties.author,
        "language": properties.language.partition("-")[0],
        "region": properties.language.partition("-")[2],
        "date": [properties.date.year, properties.date.month, properties.date.day],
        "draft": DRAFT if properties.draft else "",
        "running": {name: bind(value) for name, value in running_values(properties).items()},
        "style": _style(house_style),
        "notes": {str(note.number): _inlines(note.content) for note in document.notes},
    }


def _mark_repeats(node: Any, seen: set[str]) -> None:
    """Says of a second mark of one note that it is one, since a footnote has one place in the text."""
    if isinstance(node, dict):
        node = list(cast(Data, node).values())
    if isinstance(node, list):
        nodes = cast(list[Any], node)
        if nodes and nodes[0] == "note":
            nodes.append(nodes[1] in seen)
            seen.add(nodes[1])
        else:
            for inner in nodes:
                _mark_repeats(inner, seen)


def _style(house_style: HouseStyle) -> Data:
    settings = house_style.settings
    return {
        "font": settings.fonts.pdf,
        "size": settings.fonts.size,
        "colours": {name: f"#{shade}" for name, shade in settings.colours.model_dump().items()},
        "margins": settings.margins.model_dump(),
        "notes": settings.notes,
        "logo": _logo(settings) if house_style.logo else None,
    }


def _logo(settings: Settings) -> Data:
    logo = settings.logo
    return {} if logo is None else {"file": f"/{logo.file}", "alternative": logo.alternative, "width": logo.width}


def _inlines(content: tuple[Inline, ...]) -> list[Any]:
    return [node for inline in content for node in _inline(inline)]


def _inline(inline: Inline) -> Iterator[Any]:
    """Text as itself, anything else as its kind with what it holds."""
    match inline:
        case Text():
            yield bind(inline.text)
        case Value():
            yield ["gap", bind(gap_text(inline.label))] if inline.text is None else bind(inline.text)
        case Strong():
            yield ["strong", _inlines(inline.content)]
        case Emphasis():
            yield ["emph", _inlines(inline.content)]
        case Link():
            yield ["link", _inlines(inline.content), inline.target]
        case LineBreak():
            yield ["break", ""]
        case NoteReference():
            yield ["note", str(inline.number)]
        case Citation():
            pass
        case _:
            assert_never(inline)


def _blocks(blocks: tuple[Block, ...]) -> Iterator[Data]:
    for block, following in zip(blocks, [*blocks[1:], None], strict=False):
        yield _block(block) | {"announces": _announces(block, following)}


def _announces(block: Block, following: Block | None) -> bool:
    if not isinstance(block, Paragraph) or not isinstance(following, ListBlock | Table):
        return False
    return plain(block.content).rstrip().endswith(":")


def _block(block: Block) -> Data:
    match block:
        case Heading():
            return {"kind": "heading", "level": block.level, "content": _inlines(block.content)}
        case Paragraph():
            return {"kind": "paragraph", "content": _inlines(block.content)}
        case ListBlock():
            items = [list(_blocks(item.blocks)) for item in block.items]
            return {"kind": "list", "ordered": block.ordered, "start": block.start, "items": items}
        case Table():
            rows = [_row(row) for row in block.rows]
            sides = list(block.alignments)
            return {
                "kind": "table",
                "header": _row(block.header),
                "rows": rows,
                "sides": sides,
                "widths": shares(block),
            }
        case Quote():
            return {"kind": "quote", "blocks": list(_blocks(block.blocks))}
        case FieldList():
            fields = [[_inlines(entry.label), _inlines(entry.content)] for entry in block.fields]
            return {"kind": "fields", "fields": fields}
        case _:
            assert_never(block)


def _row(cells: tuple[Cell, ...]) -> list[Any]:
    return [_inlines(cell.content) for cell in cells]
