"""What is pasted from Word, a browser or a message, as lines: lists, bold, italic, links and tables stay, the rest goes."""

import re
from dataclasses import dataclass, field
from html.parser import HTMLParser

from composer.assemble.markdown import SAFE_TARGET
from composer.assemble.runs import Run, Runs, clean, tidy
from composer.domain.document import LineBreak, Text
from composer.work.lines import AnyLine, Line, Lines, TableLine, settled

MAX_HTML = 2_000_000
_SKIPPED = ("head", "style", "script", "title", "xml", "o:p")
_BLOCKS = (
    "p",
    "div",
    "li",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "blockquote",
    "section",
    "article",
    "tr",
    "dt",
    "dd",
    "pre",
)
_VOID = ("br", "img", "meta", "link", "hr", "input", "col", "wbr")
_WORD_LIST = re.compile(r"mso-list:\s*\S+\s+level(\d)", re.IGNORECASE)
_WORD_NUMBER = re.compile(r"\(?(\d+|[a-zA-Z]|[ivxIVX]+)[.)]")
_SPACE = re.compile(r"[ \t\r\n\f]+")


def lines_from_html(html: str) -> Lines:
    """Lines for HTML of any origin; what is longer than a letter can be is cut off."""
    reader = _Reader()
    reader.feed(html[:MAX_HTML])
    reader.close()
    reader.end_line()
    return settled(tuple(reader.lines))


def lines_from_text(text: str) -> Lines:
    """A paragraph for each line of plain text; a line that begins as an item does is an item."""
    return settled(tuple(_typed(line.strip()) for line in text.splitlines() if line.strip()))


def _typed(text: str) -> Line:
    if match := re.match(r"[-*•·–]\s+", text):
        return Line((Run(Text(clean(text[match.end() :]))),), "item", 1)
    if match := re.match(r"\d{1,3}[.)]\s+", text):
        return Line((Run(Text(clean(text[match.end() :]))),), "item", 1, ordered=True)
    return Line((Run(Text(clean(text))),))


@dataclass
class _Opened:
    """An element that is open, with the marks that hold within it."""

    tag: str
    marks: Run
    skipped: bool = False
    number: bool = False


@dataclass
class _Table:
    rows: list[list[Runs]] = field(default_factory=list[list[Runs]])
    in_cell: bool = False

    def line(self) -> TableLine | None:
        width = max((len(row) for row in self.rows), default=0)
        rows = tuple((*row, *((),) * (width - len(row))) for row in self.rows if row)
        return TableLine(rows, ("left",) * width) if width else None


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.lines: list[AnyLine] = []
        self.opened: list[_Opened] = [_Opened("", Run(Text("")))]
        self.lists: list[bool] = []
        """For each list that is open, whether it is numbered."""
        self.row: list[Run] = []
        self.shape = Line()
        self.table: _Table | None = None

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        if tag == "br":
            self.row.append(Run(LineBreak()))
        if tag in _VOID:
            return
        self.open(tag, given)
        if tag in ("ul", "ol"):
            self.end_line()
            self.lists.append(tag == "ol")
        elif tag == "table" and self.table is None:
            self.end_line()
            self.table = _Table()
        elif self.table:
            self.in_table(tag)
        elif tag in _BLOCKS:
            self.begin(tag, given)

    def in_table(self, tag: str) -> None:
        """Rows and cells; what else begins there only has a space before it."""
        assert self.table is not None
        if tag == "tr":
            self.end_cell()
            self.table.rows.append([])
        elif tag in ("td", "th"):
            self.end_cell()
            self.table.in_cell = True
        elif tag in _BLOCKS:
            self.row.append(Run(Text(" ")))

    def end_cell(self) -> None:
        if self.table and self.table.in_cell and self.table.rows:
            self.table.rows[-1].append(self.taken())
            self.table.in_cell = False
        self.row = []

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "br":
            self.row.append(Run(LineBreak()))

    def open(self, tag: str, given: dict[str, str]) -> None:
        above = self.opened[-1]
        style = given.get("style", "").lower().replace(" ", "")
        number = above.number or "mso-list:ignore" in style
        skipped = above.skipped or tag in _SKIPPED or given.get("href", "").startswith(("#_ftn", "#_edn"))
        self.opened.append(_Opened(tag, _marks(tag, style, given, above.marks), skipped, number))

    def begin(self, tag: str, given: dict[str, str]) -> None:
        """A new line of the kind that its element asks for; the first paragraph in an item is the item itself."""
        goes_on = tag != "li" and self.shape.kind == "item" and not self.has_words() and bool(self.lists)
        self.end_line(keep=goes_on)
        if not goes_on:
            self.shape = self.shape_of(tag, given.get("style", ""))

    def shape_of(self, tag: str, style: str) -> Line:
        if tag == "li":
            return Line((), "item", max(len(self.lists), 1), bool(self.lists and self.lists[-1]))
        if match := _WORD_LIST.search(style):
            return Line((), "item", int(match.group(1)))
        if tag[0] == "h" and tag[1:].isdigit():
            return Line((), "kop", 2 if int(tag[1]) <= 2 else 3)
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
        text = clean(_SPACE.sub(" ", data)).replace("\u00ad", "")
        if text and not (text == " " and not self.has_words()):
            self.row.append(Run(Text(text), *opened.marks.marks))

    def unknown_decl(self, data: str) -> None:
        """Word's conditions; what they surround is read as everything else."""

    def count(self, data: str) -> None:
        """What Word prints before an item says whether its list is numbered."""
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
        self.lines += [line] if line else []


def _marks(tag: str, style: str, given: dict[str, str], above: Run) -> Run:
    bold = above.bold or tag in ("b", "strong")
    italic = above.italic or tag in ("i", "em", "cite")
    if weight := re.search(r"font-weight:(\w+)", style):
        bold = weight.group(1) in ("bold", "bolder", "600", "700", "800", "900")
    if slant := re.search(r"font-style:(\w+)", style):
        italic = slant.group(1) in ("italic", "oblique")
    heading = tag[:1] == "h" and tag[1:].isdigit()
    target = given.get("href", "").strip() if tag == "a" else ""
    return Run(above.atom, bold and not heading, italic, target if SAFE_TARGET.match(target) else above.link)
