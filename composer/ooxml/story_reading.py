"""Headers, footers and kept text read as stories (Part 1, sections 17.3 and 17.10)."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace

from composer.ooxml import drawings
from composer.ooxml.computed_formats import Cascade, ParagraphFormat, RunFormat, Tab
from composer.ooxml.counting import Counting, symbol
from composer.ooxml.drawings import Drawing
from composer.ooxml.formatting import is_on
from composer.ooxml.markup import Element, child_value, local_name, w
from composer.ooxml.story import Block, Floating, Mark, NoteMark, Piece, Story, StoryParagraph, Words
from composer.ooxml.tables import read_table

_THROUGH = {"hyperlink", "smartTag", "customXml", "ins", "moveTo", "sdt", "sdtContent", "dir", "bdo"}
_BLOCKS = {"sdt", "sdtContent", "customXml", "ins", "moveTo"}
_SPECIAL = {"noBreakHyphen": "\u2011", "softHyphen": "\u00ad"}
_PAGE, _PAGES = frozenset({"PAGE"}), frozenset({"NUMPAGES", "SECTIONPAGES"})


@dataclass(frozen=True, slots=True)
class Reader:
    """Reads the stories of one part; `parts` are the parts that its relations lead to by their id, `colours` the theme's.

    With `counting` lists have their marks.
    """

    cascade: Cascade
    parts: Mapping[str, str]
    colours: Mapping[str, str] = field(default_factory=dict[str, str])
    counting: Counting | None = None

    def story(self, holder: Element) -> Story:
        """The blocks in an element that holds some."""
        return tuple(self._blocks(holder))

    def _blocks(self, holder: Element) -> Iterator[Block]:
        for child in holder.iterchildren("{*}*"):
            name = local_name(child)
            if name == "p":
                yield self._paragraph(child)
            elif name == "tbl":
                yield read_table(child, self.cascade, self.story)
            elif name in _BLOCKS:
                yield from self._blocks(child)

    def _paragraph(self, element: Element) -> StoryParagraph:
        own = element.find(w("pPr"))
        style = child_value(own, "pStyle")
        reading = _Reading(self, style)
        pieces = tuple(reading.read(element))
        mark = self.cascade.run(style, None, None if own is None else own.find(w("rPr")))
        look, begin = self._listed(self.cascade.paragraph(style, own), own, mark)
        return StoryParagraph(look, (*begin, *pieces), mark, tuple(reading.floating), style)

    def _listed(
        self, look: ParagraphFormat, own: Element | None, mark: RunFormat
    ) -> tuple[ParagraphFormat, tuple[Piece, ...]]:
        """The format of a paragraph in a list, with the indents of its level unless it has its own; and its mark."""
        counted = self.counting.next(*look.numbered) if self.counting and look.numbered else None
        if counted is None:
            return look, ()
        text, level = counted
        if own is None or own.find(w("ind")) is None:
            look = replace(look, left=level.left, first=-level.hanging)
        look = replace(look, tabs=(*look.tabs, Tab(look.left)))
        return look, (Words(text, mark), Mark("tab", mark))

    def placed(self, drawing: Drawing) -> Piece | Floating | None:
        """The content of a drawing; None when it is not a picture, a text box or a plain shape."""
        return drawings.placed(drawing, self.parts, self.colours, self.story)


@dataclass(slots=True)
class _Reading:
    """One paragraph as it is read; `fields` are the instructions of the fields that are open, `shown` which show results."""

    reader: Reader
    style: str
    floating: list[Floating] = field(default_factory=list[Floating])
    fields: list[str] = field(default_factory=list[str])
    shown: list[bool] = field(default_factory=list[bool])

    def read(self, holder: Element) -> Iterator[Piece]:
        for child in holder.iterchildren("{*}*"):
            name = local_name(child)
            if name == "r":
                yield from self._run(child)
            elif name == "fldSimple":
                yield from self._simple_field(child)
            elif name in _THROUGH:
                yield from self.read(child)

    def _simple_field(self, element: Element) -> Iterator[Piece]:
        number = _number(str(element.get(w("instr"), "")), self._look(element.find(w("r"))))
        if number:
            yield number
        else:
            yield from self.read(element)

    def _look(self, run: Element | None) -> RunFormat:
        own = None if run is None else run.find(w("rPr"))
        return self.reader.cascade.run(self.style, child_value(own, "rStyle"), own)

    def _run(self, run: Element) -> Iterator[Piece]:
        look = self._look(run)
        if is_on(run.find(f"{w('rPr')}/{w('vanish')}")):
            return
        for child in run.iterchildren("{*}*"):
            name = local_name(child)
            if name == "fldChar":
                yield from self._step(str(child.get(w("fldCharType"))), look)
            elif name == "instrText" and self.fields:
                self.fields[-1] += child.text or ""
            elif all(self.shown):
                yield from self._content(name, child, look)

    def _step(self, step: str, look: RunFormat) -> Iterator[Piece]:
        """The pieces of a run's child; a field is hidden up to its result, which is left out when it is a page number."""
        if step == "begin":
            self.fields.append("")
            self.shown.append(False)
        elif step == "separate" and self.fields:
            number = _number(self.fields[-1], look)
            self.shown[-1] = number is None
            if number and all(self.shown[:-1]):
                yield number
        elif step == "end" and self.fields:
            self.fields.pop()
            self.shown.pop()

    def _content(self, name: str, child: Element, look: RunFormat) -> Iterator[Piece]:
        if name == "t":
            yield Words(child.text or "", look)
        elif name in {"tab", "ptab"}:
            yield Mark("tab", look)
        elif name in {"br", "cr"}:
            yield Mark("line", look)
        elif name == "pgNum":
            yield Mark("page", look)
        elif name in _SPECIAL:
            yield Words(_SPECIAL[name], look)
        elif name == "footnoteReference":
            yield NoteMark(str(child.get(w("id"))), look)
        elif name == "sym":
            yield Words(symbol(str(child.get(w("char"), ""))), look)
        elif name in {"drawing", "pict", "AlternateContent", "object"}:
            yield from self._drawn(child)

    def _drawn(self, element: Element) -> Iterator[Piece]:
        for drawing in drawings.drawings(element):
            shown = self.reader.placed(drawing)
            if isinstance(shown, Floating):
                self.floating.append(shown)
            elif shown is not None:
                yield shown


def _number(instruction: str, look: RunFormat) -> Mark | None:
    words = instruction.upper().split()
    if not words:
        return None
    return Mark("page", look) if words[0] in _PAGE else Mark("pages", look) if words[0] in _PAGES else None
