"""The small Markdown dialect of texts, into blocks; what it does not know is kept as plain text, with a remark."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

from markdown_it.tree import SyntaxTreeNode

from composer.assemble.grammar import surplus, syntax_tree
from composer.assemble.jinja import PLACEHOLDER_START
from composer.assemble.plain import plain_paragraphs
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
)
from composer.domain.traversal import inline_runs, plain

MAX_DEPTH = 10
SAFE_TARGET = re.compile(r"(https?://|mailto:|tel:)", re.IGNORECASE)
NOWHERE = Origin("eigen")


@dataclass(frozen=True, slots=True)
class Remark:
    """Something that the dialect does not have, with its line in the text, from 1."""

    message: str
    line: int


@dataclass(frozen=True, slots=True)
class Parsed:
    """Blocks whose values are still placeholders in texts, and whose origins give only lines."""

    blocks: tuple[Block, ...]
    remarks: tuple[Remark, ...] = ()


def parse_markdown(text: str) -> Parsed:
    """The blocks of a text; everything in it ends up in them."""
    if (paragraphs := plain_paragraphs(text)) is not None:
        return Parsed(paragraphs)
    nodes = syntax_tree(text)
    if nodes is None:
        return Parsed((Paragraph((Text(" ".join(text.split())),), NOWHERE),), (Remark(_TOO_MANY, 1),))
    reader = _Reader(_LINE_END.split(text))
    return Parsed(tuple(reader.blocks(nodes)), tuple(reader.remarks))


_LINE_END = re.compile(r"\r\n?|\n")
"""As the parser counts lines."""
_DEFINITION = re.compile(r"[\s>]*\[\^[^\]\s]+\]:")
_TOO_MANY = "hierin staan te veel vierkante haken om te lezen; maak er meer dan één tekst van"


_UNKNOWN = {
    "fence": "een codeblok kan in een brief niet",
    "code_block": "ingesprongen tekst wordt een codeblok; haal de spaties aan het begin weg",
    "hr": "een streep kan in een brief niet; gebruik een kop",
    "html_block": "HTML kan in een brief niet; schrijf gewone tekst",
    "html_inline": "HTML kan in een brief niet; schrijf gewone tekst",
    "image": "een afbeelding kan in een tekst niet; zet haar in de huisstijl of bij de bijlagen",
    "code_inline": "code kan in een brief niet; gebruik geen `accenten`",
    "deep": "dit is te diep genest; gebruik minder lijsten en citaten in elkaar",
    "target": "een link begint met https://, mailto: of tel:",
    "title": "een link heeft geen titel; zet die woorden in de tekst",
    "field": "achter een veldnaam kan alleen gewone tekst staan",
    "definition": "een voetnoot met eigen woorden kan niet; zet die woorden in de tekst, en het feit als [^id] achter de zin",
    "row": "deze regel van de tabel heeft meer cellen dan de eerste; geef alle regels er evenveel",
}


@dataclass
class _Reader:
    """Turns the syntax tree into blocks; `source` has the lines, for markup that is kept as it was."""

    source: list[str]
    remarks: list[Remark] = field(default_factory=list[Remark])
    line: int = 1
    depth: int = 0

    def blocks(self, children: Sequence[SyntaxTreeNode]) -> Iterator[Block]:
        self.depth += 1
        for node in children:
            self.line = node.map[0] + 1 if node.map else self.line
            yield self.block(node)
        self.depth -= 1

    def block(self, node: SyntaxTreeNode) -> Block:
        origin = self.origin()
        match node.type:
            case _ if self.depth > MAX_DEPTH:
                return self.refused("deep", node, origin)
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
                return self.refused(node.type, node, origin)

    def refused(self, kind: str, node: SyntaxTreeNode, origin: Origin) -> Paragraph:
        self.remark(kind)
        return Paragraph((Text(self.kept(node)),), origin)

    def fields(self, node: SyntaxTreeNode) -> Iterator[Field]:
        """Each name with the inlines of its body; more than one run of them is joined by line breaks."""
        names = [self.inline(child) for child in node.children if child.type == "fieldlist_name"]
        bodies = [child for child in node.children if child.type == "fieldlist_body"]
        for name, body in zip(names, bodies, strict=True):
            content: tuple[Inline, ...] = ()
            for block in self.blocks(body.children):
                if not isinstance(block, Paragraph | Heading):
                    self.remark("field", block.origin.line)
                for run in inline_runs(block):
                    content = (*content, LineBreak(), *run) if content else run
            yield Field(name, content)

    def table(self, node: SyntaxTreeNode, origin: Origin) -> Table:
        rows = [row for part in node.children for row in part.children]
        cells = [self.row(row) for row in rows]
        return Table(cells[0], tuple(cells[1:]), tuple(_alignment(cell) for cell in rows[0].children), origin)

    def row(self, node: SyntaxTreeNode) -> tuple[Cell, ...]:
        """The cells of a row; surplus cells are added to the last one."""
        self.line = node.map[0] + 1 if node.map else self.line
        *cells, last = (self.inline(cell) for cell in node.children)
        if over := surplus(self.source[self.line - 1], len(node.children)):
            self.remark("row")
            last = _joined((*last, *(Text(f" {text}") for text in over)))
        return tuple(Cell(content) for content in (*cells, last))

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
                    if _DEFINITION.match(self.source[self.line - 1]):
                        self.remark("definition")
                    yield Citation((node.content,), self.origin())
                case "image":
                    self.remark("image")
                    yield Text(_described(node.content, *(str(node.attrs.get(name, "")) for name in ("src", "title"))))
                case _:
                    self.remark(node.type)
                    yield Text(node.content)

    def link(self, node: SyntaxTreeNode) -> Iterator[Inline]:
        """One that leads nowhere is left as its words, with where it would lead and its title behind them."""
        target, title = (str(node.attrs.get(name, "")) for name in ("href", "title"))
        content = _joined(self.inlines(node.children))
        safe = bool(SAFE_TARGET.match(target)) or target.startswith(PLACEHOLDER_START)
        if not safe:
            self.remark("target")
        if title:
            self.remark("title")
        yield from (Link(target, content),) if safe else content
        yield Text(_described("", "" if safe or target == plain(content) else target, title))

    def origin(self) -> Origin:
        return Origin(NOWHERE.kind, line=self.line)

    def remark(self, kind: str, line: int | None = None) -> None:
        self.remarks.append(Remark(_UNKNOWN.get(kind, "deze opmaak kan in een brief niet"), line or self.line))

    def kept(self, node: SyntaxTreeNode) -> str:
        if not node.map:
            return node.content
        first, last = node.map
        return " ".join(line.strip() for line in self.source[first:last])


def _described(words: str, *more: str) -> str:
    """Words with what else there is in brackets behind them."""
    return " ".join((words, *(f"({text})" for text in more if text))) if any(more) else words


def _alignment(cell: SyntaxTreeNode) -> Alignment:
    style = str(cell.attrs.get("style", ""))
    return "right" if "right" in style else "center" if "center" in style else "left"


def _joined(content: Any) -> tuple[Inline, ...]:
    """Neighbouring texts as one, empty ones left out."""
    joined: list[Inline] = []
    for inline in content:
        if inline == Text(""):
            continue
        if isinstance(inline, Text) and joined and isinstance(joined[-1], Text):
            joined[-1] = Text(joined[-1].text + inline.text)
        else:
            joined.append(inline)
    return tuple(joined)
