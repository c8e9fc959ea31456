"""An index of a part, made in one pass: its elements by name, and what checks of other parts need of it."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from lxml import etree

from composer.ooxml.markup import Element, R, attribute, child_value, w
from composer.ooxml.styles import heading_level, style_chain

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


@dataclass(frozen=True, eq=False)
class PartIndex:
    """A parsed part with its elements by qualified name, in document order."""

    name: str
    root: Element
    by_name: Mapping[str, list[Element]]

    def all(self, *names: str) -> Iterator[Element]:
        """The elements with these names in the namespace w, name by name."""
        for name in names:
            yield from self.by_name.get(w(name), ())

    def values(self, name: str, attribute: str = "val") -> list[str]:
        """The value of a w attribute of each element of a name, "" where it is missing."""
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
        return tuple((attribute(each, "type"), attribute(each, "styleId")) for each in self.all("style"))

    @cached_property
    def levels(self) -> Mapping[str, int]:
        """The level, from 1, of each style that makes headings, by its id, its bases followed."""
        elements = {attribute(each, "styleId"): each for each in self.all("style")}
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


def _level(name: str, elements: Mapping[str, Element]) -> int:
    outlines = (child_value(each.find(w("pPr")), "outlineLvl") for each in style_chain(name, elements.get))
    return heading_level(next(filter(str.isdigit, outlines), ""))
