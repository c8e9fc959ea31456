"""A part gone through once: its elements by their name, and what other parts need to know of it."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from lxml import etree

from composer.ooxml.markup import Element, R, w

_SWITCHES = """
b bCs i iCs caps smallCaps strike dstrike vanish webHidden noProof rtl cs keepNext keepLines pageBreakBefore widowControl
contextualSpacing mirrorIndents bidi suppressAutoHyphens titlePg cantSplit tblHeader hidden evenAndOddHeaders
autoHyphenation trackRevisions updateFields qFormat semiHidden unhideWhenUsed
"""
SWITCHES = frozenset(map(w, _SWITCHES.split()))
"""The qualified names of elements that are on or off."""
STYLED = {"pStyle": "paragraph", "rStyle": "character", "tblStyle": "table"}
"""The kind of style that each element names."""
_RELATED: Callable[[Element], list[str]] = etree.XPath("//@r:*", namespaces={"r": R}, smart_strings=False)
_DEEPEST = 32
_NO_HEADING = 9


@dataclass(frozen=True, eq=False)
class PartIndex:
    """A part that was parsed; `found` are its elements by qualified name in the order of the text."""

    name: str
    root: Element
    by_name: Mapping[str, list[Element]]

    def all(self, *names: str) -> Iterator[Element]:
        """The elements of these names in w, name by name."""
        for name in names:
            yield from self.by_name.get(w(name), ())

    def values(self, name: str, attribute: str = "val") -> list[str]:
        """A w attribute of each element of a name, "" where it is missing."""
        key = w(attribute)
        return [str(element.get(key, "")) for element in self.by_name.get(w(name), ())]

    @property
    def is_text(self) -> bool:
        """Whether the part holds WordprocessingML."""
        return str(self.root.tag).startswith(w(""))

    @cached_property
    def related(self) -> frozenset[str]:
        """The relation ids that the part uses."""
        return frozenset(_RELATED(self.root)) - {""}

    @cached_property
    def styled(self) -> Mapping[tuple[str, str], Element]:
        """The styles that its text has, by kind and id, each with an element that names it."""
        key = w("val")
        return {(kind, str(each.get(key, ""))): each for tag, kind in STYLED.items() for each in self.all(tag)}

    @cached_property
    def styles(self) -> tuple[tuple[str, str], ...]:
        """The kind and id of each style that a styles part defines."""
        return tuple((value(each, "type"), value(each, "styleId")) for each in self.all("style"))

    @cached_property
    def levels(self) -> Mapping[str, int]:
        """The level, from 1, of each style that makes headings, by its id, its bases followed."""
        elements = {value(each, "styleId"): each for each in self.all("style")}
        found = {name: _level(name, elements) for name in elements}
        return {name: level for name, level in found.items() if level}


def index_part(name: str, root: Element) -> PartIndex:
    found: dict[str, list[Element]] = {}
    for element in root.iter("{*}*"):
        tag = str(element.tag)
        if tag in found:
            found[tag].append(element)
        else:
            found[tag] = [element]
    return PartIndex(name, root, found)


def value(element: Element | None, name: str = "val") -> str:
    """A w attribute of an element, "" when either is missing."""
    return "" if element is None else str(element.get(w(name), ""))


def _level(name: str, elements: Mapping[str, Element]) -> int:
    for _ in range(_DEEPEST):
        element = elements.get(name)
        if element is None:
            return 0
        level = value(element.find(f"{w('pPr')}/{w('outlineLvl')}"))
        if level.isdigit():
            return int(level) + 1 if int(level) < _NO_HEADING else 0
        name = value(element.find(w("basedOn")))
    return 0
