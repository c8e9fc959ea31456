"""A text as it will read, without its layout on a page."""

from html import escape

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from composer.domain.document import Block, FieldList, Heading, ListBlock
from composer.domain.traversal import inline_runs, plain
from composer.gui.elements import WrappedLabel


def reading_label(blocks: tuple[Block, ...]) -> QLabel:
    """Its headings, paragraphs and lists, as wide as there is room."""
    label = WrappedLabel("".join(html(block) for block in blocks))
    label.setTextFormat(Qt.TextFormat.RichText)
    return label


def html(block: Block) -> str:
    """A block in the little HTML that a label knows."""
    match block:
        case Heading():
            return f'<p style="margin: 8px 0 4px 0"><b>{escape(plain(block.content))}</b></p>'
        case ListBlock():
            items = "".join(
                f"<li>{escape(' '.join(_run(inner) for inner in item.blocks))}</li>" for item in block.items
            )
            name = "ol" if block.ordered else "ul"
            return f'<{name} style="margin: 4px 0 4px -22px">{items}</{name}>'
        case FieldList():
            rows = (f"{escape(plain(entry.label))}: {escape(plain(entry.content))}" for entry in block.fields)
            return f'<p style="margin: 0 0 8px 0">{"<br>".join(rows)}</p>'
        case _:
            return f'<p style="margin: 0 0 8px 0">{escape(_run(block))}</p>'


def _run(block: Block) -> str:
    return " ".join(plain(run) for run in inline_runs(block))
