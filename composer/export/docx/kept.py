"""Text of the organisation's own that stands around the letter: kept when the base says where the letter comes in it."""

from collections.abc import Callable
from dataclasses import dataclass

from lxml import etree

from composer.export.docx.headers import Running, places_in, running_text
from composer.ooxml.formatting import local
from composer.ooxml.markup import Element, R, w

LETTER = "brief"
"""The tag of the content control in whose place the letter comes."""
_IDS: Callable[[Element], list[str]] = etree.XPath(".//@r:*", namespaces={"r": R}, smart_strings=False)


@dataclass(frozen=True, slots=True)
class Kept:
    """The text before and after the letter, the relations that it uses and the notes that it refers to, by their ids."""

    before: Running
    after: Running
    relations: frozenset[str] = frozenset()
    notes: tuple[str, ...] = ()

    @property
    def places(self) -> frozenset[str]:
        return frozenset((*self.before.places, *self.after.places))


NOTHING = Kept(Running("", "", ()), Running("", "", ()))


def kept_text(root: Element) -> Kept:
    """What is kept of a document's body: nothing, unless it has the control for the letter between its blocks."""
    body = root.find(w("body"))
    place = None if body is None else next((child for child in body if is_letter(child)), None)
    if body is None or place is None:
        return NOTHING
    blocks = [child for child in body if child.tag != w("sectPr")]
    at = blocks.index(place)
    used = frozenset(name for block in blocks for name in _IDS(block))
    marks = [str(mark.get(w("id"))) for block in blocks for mark in block.iter(w("footnoteReference"))]
    return Kept(_around(blocks[:at]), _around(blocks[at + 1 :]), used, tuple(marks))


def is_letter(element: Element) -> bool:
    if local(element) != "sdt":
        return False
    tag = element.find(f"{w('sdtPr')}/{w('tag')}")
    return tag is not None and tag.get(w("val")) == LETTER


def _around(blocks: list[Element]) -> Running:
    places = [place for block in blocks for place in places_in(block)]
    return Running("", running_text(blocks), tuple(places))
