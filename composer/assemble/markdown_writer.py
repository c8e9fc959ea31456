"""Writes blocks back as the text that they are read from, with its values and citations."""

from dataclasses import dataclass, field, replace
from functools import lru_cache
from itertools import groupby
from typing import assert_never

from composer.assemble.escaping import Part, joined_parts, line_start, target_of, words
from composer.assemble.jinja import PLACEHOLDER, PLACEHOLDER_END, PLACEHOLDER_START
from composer.assemble.markdown import parse_markdown
from composer.assemble.runs import Run, Runs, runs, tidy
from composer.domain.document import (
    Alignment,
    Block,
    Citation,
    FieldList,
    Heading,
    Inline,
    LineBreak,
    ListBlock,
    ListItem,
    Paragraph,
    Quote,
    Table,
    Text,
    Value,
)
from composer.domain.errors import ComposerError
from composer.domain.traversal import inlines

ROOTS = ("gemeente", "regio", "brief", "veld", "feit")
WAYS = (("_", False), ("_", True), ("*", False))
"""How italic is written, and whether with guarded letters beside its signs; the next where the one before does not read back."""
MOST_LINES = 1_000
_MARKERS = {True: (".", ")"), False: ("-", "+")}
_SEEN = {ord(PLACEHOLDER_START): "\ue002", ord(PLACEHOLDER_END): "\ue003"}
_RULES: dict[Alignment, str] = {"left": "---", "center": ":-:", "right": "--:"}


def to_markdown(blocks: tuple[Block, ...]) -> str:
    """The dialect's text for blocks before their notes are numbered; "" for none. What was chosen in it is chosen for good.

    Reading the text gives the blocks again in their plainest form. Raises ComposerError when `undecided` does.
    """
    if (value := undecided(blocks)) is not None:
        raise ComposerError(
            f"in dit stuk is nog iets open ({value.label}); vul dat eerst in, of wijzig de bron van dit stuk"
        )
    writer = _Writer()
    text = writer.blocks(blocks)
    return PLACEHOLDER.sub(lambda mark: f"{{{{ {writer.expressions[int(mark.group(1))]} }}}}", text) + (
        "\n" if text else ""
    )


def undecided(blocks: tuple[Block, ...]) -> Value | None:
    """The first gap that stands for a condition or list which is not known yet: its text exists only in the source."""
    values = (inline for block in blocks for inline in inlines(block) if isinstance(inline, Value))
    return next((value for value in values if value.text is None and not _writable(value)), None)


def _writable(value: Value) -> bool:
    """Whether its expression means the same outside of the repetition it may stand in."""
    return value.expression is not None and value.expression.startswith(ROOTS)


@dataclass
class _Writer:
    """Collects the expressions of values, which stand in the Markdown as numbered marks until the end."""

    expressions: list[str] = field(default_factory=list[str])

    def blocks(self, blocks: tuple[Block, ...], *, close: bool = False) -> str:
        """One below the other; `close` leaves no empty line between a sentence and the list that goes on from it."""
        text = ""
        markers = {True: 0, False: 0}
        before: Block | None = None
        for block in blocks:
            if isinstance(block, ListBlock):
                follows = isinstance(before, ListBlock) and before.ordered == block.ordered
                markers[block.ordered] = 1 - markers[block.ordered] if follows else 0
                written = self.listing(block, _MARKERS[block.ordered][markers[block.ordered]])
            else:
                written = self.block(block)
            text += (_separator(before, block, close) if before else "") + written
            before = block
        return text

    def block(self, block: Heading | Paragraph | Table | Quote | FieldList) -> str:
        match block:
            case Paragraph():
                return "\\\n".join(self.lines(runs(block.content)))
            case Heading():
                return f"{'#' * block.level} {self.heading(block)}".rstrip()
            case Table():
                return self.table(block)
            case Quote():
                return "\n".join(f"> {line}".rstrip() for line in self.blocks(block.blocks).split("\n"))
            case FieldList():
                return "\n".join(self.entry(entry.label, entry.content) for entry in block.fields)
            case _:
                assert_never(block)

    def heading(self, block: Heading) -> str:
        text = self.line(_on_one_line(runs(block.content)))
        return f"{text[:-1]}\\#" if text.endswith("#") else text

    def listing(self, block: ListBlock, marker: str) -> str:
        items = (
            self.item(item, f"{block.start + position}{marker} " if block.ordered else f"{marker} ")
            for position, item in enumerate(block.items)
        )
        return "\n".join(items)

    def item(self, item: ListItem, marker: str) -> str:
        first, *others = self.blocks(item.blocks, close=True).split("\n")
        indent = " " * len(marker)
        return "\n".join([f"{marker}{first}".rstrip(), *(f"{indent}{line}" if line else "" for line in others)])

    def table(self, block: Table) -> str:
        header, *rows = (
            [self.line(_on_one_line(runs(cell.content))) for cell in row] for row in (block.header, *block.rows)
        )
        return "\n".join(_row(cells) for cells in (header, [_RULES[side] for side in block.alignments], *rows))

    def entry(self, label: tuple[Inline, ...], content: tuple[Inline, ...]) -> str:
        name = self.line(_on_one_line(runs(label))).replace(":", "&#58;").replace("\t", " ")
        return f":{name}: {self.continued(runs(content))}".rstrip()

    def continued(self, row: Runs) -> str:
        return "\\\n  ".join(self.lines(row))

    def lines(self, row: Runs) -> list[str]:
        """A text for each line between breaks."""
        groups = groupby(row, key=lambda run: isinstance(run.atom, LineBreak))
        split: list[Runs] = [()]
        for breaks, group in groups:
            if breaks:
                split += [()] * len(tuple(group))
            else:
                split[-1] = tuple(group)
        return [line_start(self.line(part)) for part in split]

    def line(self, row: Runs) -> str:
        """Runs without breaks."""
        row = tidy(row)
        return self.composed(row) if any(map(_is_value, row)) else _composed(row)

    def composed(self, row: Runs) -> str:
        """Marks that would not read back as they are, such as around a value's neighbour, are left out."""
        marked = any(run.bold or run.italic for run in row)
        for emphasis, guarded in WAYS:
            text = self.attempt(row, emphasis, guarded)
            if not marked or self.reads_back(text, row):
                return text
        return self.attempt(tidy(replace(run, bold=False, italic=False) for run in row), *WAYS[0])

    def reads_back(self, text: str, row: Runs) -> bool:
        blocks = parse_markdown(line_start(text).translate(_SEEN)).blocks
        return len(blocks) == 1 and isinstance(blocks[0], Paragraph) and runs(blocks[0].content) == self.expected(row)

    def expected(self, row: Runs) -> Runs:
        """How a row reads while its values are marks, which the reader must not take away."""
        marks = iter(range(len(self.expressions) - sum(_is_value(run) for run in row), len(self.expressions)))
        shown = (
            Run(Text(f"{PLACEHOLDER_START}{next(marks)}{PLACEHOLDER_END}".translate(_SEEN)), *run.marks)
            if _is_value(run)
            else run
            for run in row
        )
        return tidy(shown)

    def attempt(self, row: Runs, emphasis: str, guarded: bool) -> str:
        parts: list[Part] = []
        for link, linked in groupby(row, key=lambda run: run.link):
            inner = self.bold(tuple(linked), emphasis)
            parts += inner if link is None else [Part("["), *inner, Part(f"]({target_of(link)})")]
        return joined_parts(parts, guarded=guarded)

    def bold(self, row: Runs, emphasis: str) -> list[Part]:
        parts: list[Part] = []
        for bold, group in groupby(row, key=lambda run: run.bold):
            inner = self.italic(tuple(group), emphasis)
            parts += [Part("**", opens=True), *inner, Part("**", closes=True)] if bold else inner
        return parts

    def italic(self, row: Runs, emphasis: str) -> list[Part]:
        parts: list[Part] = []
        for italic, group in groupby(row, key=lambda run: run.italic):
            inner = [self.part(run) for run in group]
            parts += [Part(emphasis, opens=True), *inner, Part(emphasis, closes=True)] if italic else inner
        return parts

    def part(self, run: Run) -> Part:
        match run.atom:
            case Text(text):
                return Part(words(text), text)
            case Value() as value if _is_value(run):
                self.expressions.append(value.expression or "")
                return Part(f"{PLACEHOLDER_START}{len(self.expressions) - 1}{PLACEHOLDER_END}", PLACEHOLDER_START)
            case Value(text=text):
                return Part(words(text or ""), text or "")
            case Citation(facts=facts):
                return Part("".join(f"[^{fact}]" for fact in facts), "[")
            case LineBreak():
                return Part(" ", " ")


@lru_cache(MOST_LINES)
def _composed(row: Runs) -> str:
    """A row without values is the same in every text; while one line is written the others need not be tried again."""
    return _Writer().composed(row)


def _is_value(run: Run) -> bool:
    return isinstance(run.atom, Value) and _writable(run.atom)


def _on_one_line(row: Runs) -> Runs:
    return tuple(replace(run, atom=Text(" ")) if isinstance(run.atom, LineBreak) else run for run in row)


def _row(cells: list[str]) -> str:
    return f"| {' | '.join(cells)} |"


def _separator(before: Block, block: Block, close: bool) -> str:
    if close and isinstance(before, Paragraph) and isinstance(block, ListBlock):
        return "\n" if block.start == 1 and block.items[0].blocks else "\n\n"
    return "\n\n"
