"""The small Markdown dialect of texts, into blocks; what it does not know is kept as plain text and told."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import unquote

from markdown_it import MarkdownIt
from markdown_it.rules_inline import StateInline
from markdown_it.tree import SyntaxTreeNode
from mdit_py_plugins.field_list import fieldlist_plugin

from composer.assemble.jinja import END, START
from composer.domain.document import (
    Alignment,
    Block,
    Cell,
    Citation,
    Emphasis,
    Field,
    FieldList,
    Heading,
    Inline,
    LineBreak,
    Link,
    ListBlock,
    ListItem,
    Origin,
    Paragraph,
    Quote,
    Strong,
    Table,
    Text,
)  # fmt: skip

CITATION = re.compile(r"\[\^([^\]\s]{1,200})\]")
SAFE_TARGET = re.compile(r"(https?://|mailto:|tel:)", re.IGNORECASE)
NOWHERE = Origin("eigen")
_MARKS = re.compile(r"%EE%80%8[01]")


@dataclass(frozen=True, slots=True)
class Remark:
    """Something that the dialect does not have, with its line in the text, from 1."""

    message: str
    line: int


@dataclass(frozen=True, slots=True)
class Parsed:
    """Blocks whose values are still marks in texts, and whose origins give only lines."""

    blocks: tuple[Block, ...]
    remarks: tuple[Remark, ...] = ()


def _cite(state: StateInline, silent: bool) -> bool:
    """An inline rule: `[^id]` becomes a token of type citation, whether or not there is such a fact."""
    if state.src[state.pos] != "[" or not (match := CITATION.match(state.src, state.pos)):
        return False
    if not silent:
        token = state.push("citation", "", 0)
        token.content = match.group(1)
    state.pos = match.end()
    return True


def _dialect() -> MarkdownIt:
    markdown = MarkdownIt("commonmark", {"maxNesting": 40}).enable("table").disable("reference").use(fieldlist_plugin)
    markdown.inline.ruler.before("link", "citation", _cite)
    return markdown


_MARKDOWN = _dialect()


def parse_markdown(text: str) -> Parsed:
    """The blocks of a text; everything in it ends up in them."""
    reader = _Reader(text)
    tree = SyntaxTreeNode(_MARKDOWN.parse(text))
    return Parsed(tuple(reader.blocks(tree.children)), tuple(reader.remarks))


_UNKNOWN = {
    "fence": "een codeblok kan in een brief niet",
    "code_block": "ingesprongen tekst wordt een codeblok; haal de spaties aan het begin weg",
    "hr": "een streep kan in een brief niet; gebruik een kop",
    "html_block": "HTML kan in een brief niet; schrijf gewone tekst",
    "html_inline": "HTML kan in een brief niet; schrijf gewone tekst",
    "image": "een afbeelding kan in een tekst niet; zet haar in de huisstijl of bij de bijlagen",
    "code_inline": "code kan in een brief niet; gebruik geen `accenten`",
}


@dataclass
class _Reader:
    """Turns the syntax tree into blocks; `source` is there for what must be kept as it was."""

    source: str
    remarks: list[Remark] = field(default_factory=list[Remark])
    line: int = 1

    def blocks(self, children: list[SyntaxTreeNode]) -> Iterator[Block]:
        for node in children:
            self.line = node.map[0] + 1 if node.map else self.line
            yield self.block(node)

    def block(self, node: SyntaxTreeNode) -> Block:
        origin = self.origin()
        match node.type:
            case "heading":
                return Heading(int(node.tag[1:]), self.inline(node), origin)
            case "paragraph":
                return Paragraph(self.inline(node), origin)
            case "bullet_list" | "ordered_list":
                start = int(node.attrs.get("start", 1))
                items = tuple(ListItem(tuple(self.blocks(item.children))) for item in node.children)
                return ListBlock(node.type == "ordered_list", start, items, origin)
            case "blockquote":
                return Quote(tuple(self.blocks(node.children)), origin)
            case "table":
                return self.table(node, origin)
            case "field_list":
                return FieldList(tuple(self.fields(node)), origin)
            case _:
                self.remark(node.type)
                return Paragraph((Text(self.kept(node)),), origin)

    def fields(self, node: SyntaxTreeNode) -> Iterator[Field]:
        """Each name with the inlines of its body; more than one paragraph is joined by line breaks."""
        names = [self.inline(child) for child in node.children if child.type == "fieldlist_name"]
        bodies = [child for child in node.children if child.type == "fieldlist_body"]
        for name, body in zip(names, bodies, strict=True):
            content: tuple[Inline, ...] = ()
            for block in self.blocks(body.children):
                if isinstance(block, Paragraph | Heading):
                    content = (*content, LineBreak(), *block.content) if content else block.content
                else:
                    self.remarks.append(Remark("achter een veldnaam kan alleen gewone tekst staan", self.line))
            yield Field(name, content)

    def table(self, node: SyntaxTreeNode, origin: Origin) -> Table:
        rows = [row for part in node.children for row in part.children]
        cells = [tuple(Cell(self.inline(cell)) for cell in row.children) for row in rows]
        return Table(cells[0], tuple(cells[1:]), tuple(_alignment(cell) for cell in rows[0].children), origin)

    def inline(self, node: SyntaxTreeNode) -> tuple[Inline, ...]:
        content: list[Inline] = []
        for child in node.children:
            content += self.inlines(child.children) if child.type == "inline" else self.inlines([child])
        return _joined(content)

    def inlines(self, children: list[SyntaxTreeNode]) -> Iterator[Inline]:
        for node in children:
            match node.type:
                case "text":
                    yield Text(node.content)
                case "softbreak" | "hardbreak":
                    self.line += 1
                    yield LineBreak() if node.type == "hardbreak" else Text(" ")
                case "strong":
                    yield Strong(_joined(self.inlines(node.children)))
                case "em":
                    yield Emphasis(_joined(self.inlines(node.children)))
                case "link":
                    yield from self.link(node)
                case "citation":
                    yield Citation((node.content,), self.origin())
                case _:
                    self.remark(node.type)
                    yield Text(node.content)

    def link(self, node: SyntaxTreeNode) -> Iterator[Inline]:
        target = _MARKS.sub(lambda mark: unquote(mark.group()), str(node.attrs.get("href", "")))
        if SAFE_TARGET.match(target) or target.startswith(START):
            yield Link(target, _joined(self.inlines(node.children)))
            return
        self.remarks.append(Remark("een link begint met https://, mailto: of tel:", self.line))
        yield from self.inlines(node.children)

    def origin(self) -> Origin:
        return Origin(NOWHERE.kind, line=self.line)

    def remark(self, kind: str) -> None:
        self.remarks.append(Remark(_UNKNOWN.get(kind, "deze opmaak kan in een brief niet"), self.line))

    def kept(self, node: SyntaxTreeNode) -> str:
        if not node.map:
            return node.content
        first, last = node.map
        return " ".join(line.strip() for line in self.source.split("\n")[first:last])


def _alignment(cell: SyntaxTreeNode) -> Alignment:
    style = str(cell.attrs.get("style", ""))
    return "right" if "right" in style else "center" if "center" in style else "left"


def _joined(content: Any) -> tuple[Inline, ...]:
    """Neighbouring texts as one."""
    joined: list[Inline] = []
    for inline in content:
        if isinstance(inline, Text) and joined and isinstance(joined[-1], Text):
            joined[-1] = Text(joined[-1].text + inline.text)
        else:
            joined.append(inline)
    return tuple(joined)


__all__ = ["END", "START", "Parsed", "Remark", "parse_markdown"]
