"""Converts pasted HTML or text to lines: lists, bold, italic, links and tables are kept, other formatting is dropped."""

import re
from dataclasses import dataclass, field
from html.parser import HTMLParser

from composer.assemble.runs import Run, Runs, clean, tidy
from composer.domain.document import LineBreak, Text
from composer.work.writing.lines import AnyLine, Line, Lines, TableLine, normalised
from composer.work.writing.pasted_styles import Element, Opened, element

MAX_HTML = 2_000_000
_BLOCKS = {
    *("p", "div", "li", "h1", "h2", "h3", "h4", "h5", "h6"),
    *("blockquote", "section", "article", "tr", "dt", "dd", "pre"),
}
_VOID = ("br", "img", "meta", "link", "hr", "input", "col", "wbr")
_WORD_NUMBER = re.compile(r"\(?(\d+|[a-zA-Z]|[ivxIVX]+)[.)]")
_SPACE = re.compile(r"[ \t\r\n\f]+")


def lines_from_html(html: str) -> Lines:
    """Lines for HTML of any origin; what is longer than a letter can be is cut off."""
    reader = _Reader()
    reader.feed(html[:MAX_HTML])
    reader.close()
    reader.end_line()
    return normalised(tuple(reader.lines))


def lines_from_text(text: str) -> Lines:
    """A paragraph for each line of plain text; a line that begins as an item does is an item."""
    return normalised(tuple(_typed(line.strip()) for line in text.splitlines() if line.strip()))


def _typed(text: str) -> Line:
    if match := re.match(r"[-*•·–]\s+", text):
        return Line((Run(Text(clean(text[match.end() :]))),), "item", 1)
    if match := re.match(r"\d{1,3}[.)]\s+", text):
        return Line((Run(Text(clean(text[match.end() :]))),), "item", 1, ordered=True)
    return Line((Run(Text(clean(text))),))


@dataclass
class _Table:
    rows: list[list[Runs]] = field(default_factory=list[list[Runs]])
    columns: int = 0
    """How many the open cell takes; 0 when none is open."""

    def line(self) -> TableLine | None:
        width = max((len(row) for row in self.rows), default=0)
        rows = tuple((*row, *((),) * (width - len(row))) for row in self.rows if row)
        return TableLine(rows, ("left",) * width) if width else None


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.lines: list[AnyLine] = []
        self.opened: list[Opened] = [Opened()]
        self.lists: list[bool] = []
        """For each list that is open, whether it is numbered."""
        self.row: list[Run] = []
        self.shape = Line()
        self.table: _Table | None = None

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "br":
            self.row.append(Run(LineBreak()))
        if tag in _VOID:
            return
        inner = element(tag, attrs)
        self.opened.append(self.opened[-1].within(inner))
        if tag in ("ul", "ol"):
            self.end_line()
            self.lists.append(tag == "ol")
        elif tag == "table" and self.table is None:
            self.end_line()
            self.table = _Table()
        elif self.table:
            self.in_table(inner)
        elif tag in _BLOCKS:
            self.begin(inner)

    def in_table(self, inner: Element) -> None:
        """Handles a start tag within a table: rows and cells; any other block becomes a space."""
        assert self.table is not None
        if inner.tag == "tr":
            self.end_cell()
            self.table.rows.append([])
        elif inner.tag in ("td", "th"):
            self.end_cell()
            self.table.columns = inner.columns
        elif inner.tag in _BLOCKS:
            self.row.append(Run(Text(" ")))

    def end_cell(self) -> None:
        if self.table and self.table.columns and self.table.rows:
            self.table.rows[-1] += [self.taken(), *((),) * (self.table.columns - 1)]
            self.table.columns = 0
        self.row = []

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "br":
            self.row.append(Run(LineBreak()))

    def begin(self, inner: Element) -> None:
        """A new line of the kind that its element asks for; the first paragraph in an item is the item itself."""
        goes_on = inner.tag != "li" and self.shape.kind == "item" and not self.has_words() and bool(self.lists)
        self.end_line(keep=goes_on)
        if not goes_on:
            self.shape = self.shape_of(inner)

    def shape_of(self, inner: Element) -> Line:
        if inner.heading is not None:
            return Line((), "kop", 2 if inner.heading <= 2 else 3)
        if inner.tag == "li":
            level = max(len(self.lists), inner.list_level or 1)
            return Line((), "item", level, bool(self.lists and self.lists[-1]))
        if inner.list_level:
            return Line((), "item", inner.list_level)
        if self.lists:
            return Line((), "vervolg", len(self.lists))
        return Line(quoted=any(opened.tag == "blockquote" for opened in self.opened))

    def handle_endtag(self, tag: str) -> None:
        position = next((at for at in range(len(self.opened) - 1, 0, -1) if self.opened[at].tag == tag), None)
        if position is None:
            return
        del self.opened[position:]
        if tag in ("td", "th", "tr") and self.table:
            self.end_cell()
        elif tag == "table" and self.table:
            self.end_cell()
            self.end_table()
        elif tag in ("ul", "ol"):
            self.end_line()
            del self.lists[-1:]
        elif tag in _BLOCKS and self.table is None:
            self.end_line()

    def handle_data(self, data: str) -> None:
        opened = self.opened[-1]
        if opened.skipped:
            return
        if opened.number:
            self.count(data)
            return
        text = opened.shown(clean(_SPACE.sub(" ", data)))
        if text and not (text == " " and not self.has_words()):
            self.row.append(Run(Text(text), *opened.marks.marks))

    def unknown_decl(self, data: str) -> None:
        """Ignores Word's conditional comments; their content is read as usual."""

    def count(self, data: str) -> None:
        """Sets whether a list is numbered by the mark that Word prints before an item."""
        if self.shape.kind == "item" and _WORD_NUMBER.match(data.strip()):
            self.shape = Line((), "item", self.shape.level, ordered=True)

    def has_words(self) -> bool:
        return any(isinstance(run.atom, Text) and run.atom.text.strip() for run in self.row)

    def taken(self) -> Runs:
        row = tuple(Run(Text(" ")) if self.table and isinstance(run.atom, LineBreak) else run for run in self.row)
        self.row = []
        return tidy(row)

    def end_line(self, *, keep: bool = False) -> None:
        if self.table is not None or keep:
            return
        if self.has_words():
            shape = self.shape
            self.lines.append(Line(self.taken(), shape.kind, shape.level, shape.ordered, None, shape.quoted))
            self.shape = Line((), "vervolg", shape.level) if shape.listed and self.lists else Line()
        self.row = []

    def end_table(self) -> None:
        line = self.table.line() if self.table else None
        self.table = None
        if line:
            self.lines.append(line if len(line.rows) * len(line.sides) > 1 else Line(line.rows[0][0]))
