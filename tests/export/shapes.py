"""The structure of a Word file as its reader meets it: headings, lists, notes, tables and properties."""

import io
from dataclasses import dataclass
from typing import Any

import docx

from tests.export.judges import W, names, part, words

Element = Any


@dataclass(frozen=True)
class Shape:
    """`headings` and `listed` are levels, from 0, with words; `tables` the words of cells by row; `notes` in reading order."""

    headings: list[tuple[int, str]]
    listed: list[tuple[int, str]]
    tables: list[list[list[str]]]
    notes: list[str]
    text: str
    properties: tuple[str, ...]


def shape(data: bytes) -> Shape:
    body: Element = part(data, "word/document.xml")
    outlines, lists = _styles(data)
    paragraphs = list(body.iter(f"{W}p"))
    headings = [(outlines[name], plain(each)) for each in paragraphs if (name := _style(each)) in outlines]
    listed = [(level, plain(each)) for each in paragraphs if (level := _level(each, lists)) is not None]
    tables = [
        [[plain(cell) for cell in row.iter(f"{W}tc")] for row in table.iter(f"{W}tr")] for table in body.iter(f"{W}tbl")
    ]
    core = docx.Document(io.BytesIO(data)).core_properties
    told = (core.title, core.author, core.subject, core.language)
    return Shape(headings, listed, tables, _notes(data, body), plain(body), told)


def plain(element: Element) -> str:
    """Words without spaces, so that kinds of space make no difference."""
    return "".join(words(element).split())


def _notes(data: bytes, body: Element) -> list[str]:
    if "word/footnotes.xml" not in names(data):
        return []
    notes = {str(each.get(f"{W}id")): plain(each) for each in part(data, "word/footnotes.xml").iter(f"{W}footnote")}
    return [notes[str(mark.get(f"{W}id"))] for mark in body.iter(f"{W}footnoteReference")]


def _style(paragraph: Element) -> str:
    found = paragraph.find(f"{W}pPr/{W}pStyle")
    return "" if found is None else str(found.get(f"{W}val"))


def _styles(data: bytes) -> tuple[dict[str, int], dict[str, int]]:
    """The outline level of heading styles, and the list level of styles that count, by their ids."""
    outlines: dict[str, int] = {}
    lists: dict[str, int] = {}
    for style in part(data, "word/styles.xml").iter(f"{W}style"):
        name = style.find(f"{W}name")
        told = "" if name is None else str(name.get(f"{W}val")).lower()
        if told.startswith("heading "):
            outlines[str(style.get(f"{W}styleId"))] = int(told.split()[1]) - 1
        if style.find(f"{W}pPr/{W}numPr") is not None:
            lists[str(style.get(f"{W}styleId"))] = 0
    return outlines, lists


def _level(paragraph: Element, lists: dict[str, int]) -> int | None:
    own = paragraph.find(f"{W}pPr/{W}numPr")
    if own is None:
        return None if _style(paragraph).startswith(("Heading", "Kop")) else lists.get(_style(paragraph))
    number, level = own.find(f"{W}numId"), own.find(f"{W}ilvl")
    if number is not None and number.get(f"{W}val") == "0":
        return None
    return 0 if level is None else int(str(level.get(f"{W}val")))
