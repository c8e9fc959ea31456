"""Reads the text of a Word file with its tracked changes, comments and bookmarks (Part 1, chapter 17)."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import Literal

from composer.domain.errors import ComposerError
from composer.intake.word_paragraphs import Span, Tracked, WordParagraph
from composer.intake.word_styles import StyleReader
from composer.ooxml.markup import Element, local_name, r, w

MOST_PARAGRAPHS = 20_000
MOST_CHARACTERS = 3_000_000
_NOTE_FIELD = re.compile(r"\s*NOTEREF\s+_?Noot(\d+)\b")
_NOTE_ANCHOR = re.compile(r"_Bron(\d+)")
_TEXTS = {"tab": "\t", "ptab": "\t", "cr": "\n", "noBreakHyphen": "\u2011", "softHyphen": ""}
_PICTURES = frozenset({"drawing", "pict", "object"})
_PASSED = frozenset(
    {"pPr", "rPr", "sdtPr", "sdtEndPr", "tblPr", "tblGrid", "tcPr", "trPr", "smartTagPr", "proofErr", "sectPr"}
)


@dataclass(frozen=True, slots=True)
class State:
    """The state at a point in the text: format, link, tracked change."""

    inserted: Tracked | None = None
    deleted: Tracked | None = None
    link: str | None = None
    note: str | None = None


@dataclass
class _Field:
    """A field that is open: its instruction, and whether its result is being read."""

    instruction: str = ""
    result: bool = False
    told: bool = False


@dataclass
class Reader:
    """Reads one part; `links` are the targets of its relations by id."""

    looks: StyleReader
    links: dict[str, str]
    paragraphs: list[WordParagraph] = field(default_factory=list[WordParagraph])
    pictures: int = 0
    _marks: dict[str, str] = field(default_factory=dict[str, str])
    _closed: set[str] = field(default_factory=set[str])
    _comments: list[str] = field(default_factory=list[str])
    _fields: list[_Field] = field(default_factory=list["_Field"])
    _spans: list[Span] = field(default_factory=list[Span])
    _tables: int = 0
    _characters: int = 0

    def read(self, body: Element) -> tuple[WordParagraph, ...]:
        """The paragraphs of a body or note in order, those of tables row by row."""
        self._closed = {str(end.get(w("id"))) for end in body.iter(w("bookmarkEnd"))}
        self.blocks(body, None, (None, None))
        return tuple(self.paragraphs)

    def blocks(
        self, holder: Element, cell: tuple[int, int, int] | None, row: tuple[Tracked | None, Tracked | None]
    ) -> None:
        for element in holder:
            match local_name(element):
                case "p":
                    self.paragraph(element, cell, row)
                case "tbl":
                    self.table(element, cell, row)
                case "bookmarkStart" | "bookmarkEnd" | "commentRangeStart" | "commentRangeEnd":
                    self.mark(element)
                case name if name not in _PASSED:
                    self.blocks(_chosen(element), cell, row)
                case _:
                    pass

    def table(
        self, table: Element, cell: tuple[int, int, int] | None, row: tuple[Tracked | None, Tracked | None]
    ) -> None:
        """A table within a cell is read as paragraphs of that cell."""
        number = self._tables
        self._tables += 1
        for at, line in enumerate(_within(table, "tr")):
            properties = line.find(w("trPr"))
            changes = (_tracked(properties, "ins") or row[0], _tracked(properties, "del") or row[1])
            for column, held in enumerate(_within(line, "tc")):
                self.blocks(held, cell or (number, at, column), changes)

    def paragraph(
        self, element: Element, cell: tuple[int, int, int] | None, row: tuple[Tracked | None, Tracked | None]
    ) -> None:
        if len(self.paragraphs) >= MOST_PARAGRAPHS or self._characters > MOST_CHARACTERS:
            raise ComposerError("dit document is te lang voor een brief; stuur alleen de brief zelf")
        properties = element.find(w("pPr"))
        ending = None if properties is None else properties.find(w("rPr"))
        self._spans = []
        self.inline(element, State())
        inserted = _tracked(ending, "ins") or _tracked(ending, "moveTo")
        deleted = _tracked(ending, "del") or _tracked(ending, "moveFrom")
        look = self.looks.paragraph(properties)
        self.paragraphs.append(WordParagraph(tuple(self._spans), look, cell, inserted, deleted, *row))
        self._marks = {number: name for number, name in self._marks.items() if number in self._closed}

    def inline(self, holder: Element, state: State) -> None:
        for element in holder:
            match local_name(element):
                case "r":
                    self.run(element, state)
                case "ins" | "moveTo":
                    self.inline(element, replace(state, inserted=_change(element, "ingevoegd")))
                case "del" | "moveFrom":
                    self.inline(element, replace(state, deleted=_change(element, "verwijderd")))
                case "hyperlink":
                    self.inline(element, self.linked(element, state))
                case "bookmarkStart" | "bookmarkEnd" | "commentRangeStart" | "commentRangeEnd":
                    self.mark(element)
                case name if name not in _PASSED:
                    self.inline(_chosen(element), state)
                case _:
                    pass

    def linked(self, element: Element, state: State) -> State:
        """The state within a hyperlink: its address, or the note in the list at the end that it leads to."""
        anchor = _NOTE_ANCHOR.fullmatch(str(element.get(w("anchor"), "")))
        if anchor:
            return replace(state, note=f"noot:{anchor.group(1)}")
        return replace(state, link=self.links.get(str(element.get(r("id"), ""))))

    def mark(self, element: Element) -> None:
        """The beginning or end of a bookmark or comment; a bookmark without an end covers no more than its paragraph."""
        number = str(element.get(w("id")))
        match local_name(element):
            case "bookmarkStart":
                self._marks[number] = str(element.get(w("name"), ""))
            case "bookmarkEnd":
                self._marks.pop(number, None)
            case "commentRangeStart":
                self._comments.append(number)
            case _:
                self._comments = [held for held in self._comments if held != number]

    def run(self, run: Element, state: State) -> None:
        bold, italic = self.looks.run(run.find(w("rPr")))
        for element in run:
            name = local_name(element)
            if name in ("fldChar", "instrText", "delInstrText"):
                self.step(element, name, state)
            elif name in _PICTURES:
                self.pictures += 1
            elif name in ("footnoteReference", "endnoteReference"):
                self.add(Span("", note=f"{name.removesuffix('Reference')}:{element.get(w('id'))}"), state)
            elif (text := _text(element, name)) and not (self._fields and not self._fields[-1].result):
                self.words(Span(text, bold, italic), state)

    def words(self, span: Span, state: State) -> None:
        """Text, or the number that stands for a note."""
        inner = self._fields[-1] if self._fields else None
        match = _NOTE_FIELD.match(inner.instruction) if inner else None
        if inner and match:
            self.add(Span("", note=f"noot:{match.group(1)}"), state) if not inner.told else None
            inner.told = True
        elif state.note:
            self.add(Span("", note=state.note), state)
        else:
            self.add(span, state)

    def add(self, span: Span, state: State) -> None:
        marks, comments = tuple(self._marks.values()), tuple(self._comments)
        span = replace(
            span, inserted=state.inserted, deleted=state.deleted, link=state.link, marks=marks, comments=comments
        )
        self._characters += len(span.text)
        before = self._spans[-1] if self._spans else None
        if before and not (span.note or before.note) and replace(before, text=span.text) == span:
            self._spans[-1] = replace(before, text=before.text + span.text)
        else:
            self._spans.append(span)

    def step(self, element: Element, name: str, state: State) -> None:
        """Handles the begin, instruction, result and end of a field (section 17.16.18); other fields keep their text."""
        kind = str(element.get(w("fldCharType"), "")) if name == "fldChar" else "instruction"
        if kind == "begin":
            self._fields.append(_Field())
        elif self._fields and kind == "instruction":
            self._fields[-1].instruction += element.text or ""
        elif self._fields and kind == "separate":
            self._fields[-1].result = True
        elif self._fields and kind == "end":
            self._fields.pop()


def _chosen(element: Element) -> Element:
    """What stands in an element; of alternatives the one for older programs, which is plain text."""
    if local_name(element) != "AlternateContent":
        return element
    return next((child for child in element if local_name(child) == "Fallback"), element)


def _within(holder: Element, wanted: str) -> Iterator[Element]:
    """The rows or cells of a table, wherever controls put them."""
    for element in holder:
        name = local_name(element)
        if name == wanted:
            yield element
        elif name not in _PASSED and name not in ("tbl", "p"):
            yield from _within(element, wanted)


def _text(element: Element, name: str) -> str:
    if name in ("t", "delText"):
        return element.text or ""
    if name == "br":
        return "\n" if element.get(w("type")) in (None, "textWrapping") else ""
    return _TEXTS.get(name, "")


def _tracked(holder: Element | None, name: str) -> Tracked | None:
    found = None if holder is None else holder.find(w(name))
    return None if found is None else _change(found, "ingevoegd" if name in ("ins", "moveTo") else "verwijderd")


def _change(element: Element, kind: Literal["ingevoegd", "verwijderd"]) -> Tracked:
    moved = local_name(element) in ("moveFrom", "moveTo")
    return Tracked(kind, str(element.get(w("author"), "")), str(element.get(w("date"), "")), moved)
