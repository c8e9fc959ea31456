"""The meaning of a Word file's styles and lists: bold, italic, headings, items (Part 1, sections 17.7 and 17.9)."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Literal

from composer.ooxml.formatting import OFF
from composer.ooxml.markup import Element, attribute, child_value, w, whole_number
from composer.ooxml.styles import heading_level, style_chain

Kind = Literal["alinea", "kop", "item", "citaat", "titel", "inhoud"]
_HEADING = re.compile(r"(?:heading|kop|überschrift|titre) (\d)")
_QUOTES = ("quote", "citaat", "intense quote", "quotations", "block text")
_TITLES = ("title", "titel")
_CONTENTS = re.compile(r"(?:toc|inhopg|contents) ?(?:\d+|heading)?")


@dataclass(frozen=True, slots=True)
class ParagraphRole:
    """A paragraph's role: `level` of a heading or item from 1, whether items are numbered, and the run format of its style."""

    kind: Kind
    level: int = 0
    ordered: bool = False
    bold: bool = False
    italic: bool = False


class StyleReader:
    """The styles and lists of one file, either of which may be missing."""

    def __init__(self, styles: Element | None, numbering: Element | None) -> None:
        found = [] if styles is None else list(styles.iter(w("style")))
        self._styles = {str(style.get(w("styleId"))): style for style in found}
        self._numbering = numbering

    def paragraph(self, properties: Element | None) -> ParagraphRole:
        style = child_value(properties, "pStyle")
        chain = tuple(style_chain(style, self._styles.get))
        bold, italic = (_first(_switch(held, name) for held in chain) or False for name in ("b", "i"))
        names = [child_value(held, "name").casefold() for held in chain]
        if (place := self._item(properties, chain)) is not None:
            return ParagraphRole("item", place[1] + 1, self._ordered(*place), bold, italic)
        if level := self._heading(properties, chain, names):
            return ParagraphRole("kop", level, False, bold, italic)
        return ParagraphRole(_kind(names), 0, False, bold, italic)

    def run(self, properties: Element | None) -> tuple[bool, bool]:
        """Whether a run is bold and italic by itself or by its character style; what the paragraph does is left out."""
        chain = tuple(style_chain(child_value(properties, "rStyle"), self._styles.get))
        bold, italic = (
            _first((_set(properties, name), *(_switch(held, name) for held in chain))) for name in ("b", "i")
        )
        return bool(bold), bool(italic)

    def _heading(self, properties: Element | None, chain: tuple[Element, ...], names: list[str]) -> int:
        outlines = [
            child_value(properties, "outlineLvl"),
            *(child_value(held.find(w("pPr")), "outlineLvl") for held in chain),
        ]
        outline = next(filter(str.isdigit, outlines), "")
        named = (match.group(1) for name in names if (match := _HEADING.fullmatch(name)))
        return int(next(named, str(heading_level(outline))))

    def _item(self, properties: Element | None, chain: tuple[Element, ...]) -> tuple[str, int] | None:
        """The list and the depth from 0; None for a paragraph that is not an item, such as one in list 0."""
        for held in (properties, *(style.find(w("pPr")) for style in chain)):
            numbered = None if held is None else held.find(w("numPr"))
            if numbered is not None:
                number, level = child_value(numbered, "numId"), child_value(numbered, "ilvl")
                return (number, whole_number(level)) if number not in ("", "0") else None
        return None

    def _ordered(self, number: str, level: int) -> bool:
        form = self._formats.get((number, level), self._formats.get((number, 0), "bullet"))
        return form not in ("bullet", "none")

    @cached_property
    def _formats(self) -> dict[tuple[str, int], str]:
        """How each level of each list counts."""
        if self._numbering is None:
            return {}
        abstract = {
            str(held.get(w("abstractNumId"))): {
                _level(each): child_value(each, "numFmt") for each in held.iter(w("lvl"))
            }
            for held in self._numbering.iter(w("abstractNum"))
        }
        formats: dict[tuple[str, int], str] = {}
        for instance in self._numbering.iter(w("num")):
            number = str(instance.get(w("numId")))
            levels = abstract.get(child_value(instance, "abstractNumId"), {})
            own = {_level(each): child_value(each, "numFmt") for each in instance.iter(w("lvl"))}
            formats |= {(number, level): form for level, form in {**levels, **own}.items()}
        return formats


def _kind(names: list[str]) -> Kind:
    """The kind of paragraph by the names of its style and those it is based on."""
    if names and names[0] in _TITLES:
        return "titel"
    if names and _CONTENTS.fullmatch(names[0]):
        return "inhoud"
    return "citaat" if set(names) & set(_QUOTES) else "alinea"


def _level(element: Element) -> int:
    return whole_number(attribute(element, "ilvl"))


def _switch(style: Element, name: str) -> bool | None:
    return _set(style.find(w("rPr")), name)


def _set(properties: Element | None, name: str) -> bool | None:
    """Whether a switch is on or off; None when nothing is said (Part 1, section 17.17.4)."""
    found = None if properties is None else properties.find(w(name))
    return None if found is None else attribute(found) not in OFF


def _first(switches: Iterator[bool | None] | tuple[bool | None, ...]) -> bool | None:
    return next((switch for switch in switches if switch is not None), None)
