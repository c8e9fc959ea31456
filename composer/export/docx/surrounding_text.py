"""The organisation's own text around the letter, kept when the base marks the place of the letter in it."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from lxml import etree

from composer.export.docx.headers import Running, places_in, running_text
from composer.ooxml.markup import Element, R, local_name, w

BELOW_KEPT = 18.0
"""Points between text of the organisation's own and the title of the letter."""
LETTER = "brief"
"""The tag of the content control in whose place the letter comes."""
_IDS: Callable[[Element], list[str]] = etree.XPath(".//@r:*", namespaces={"r": R}, smart_strings=False)


@dataclass(frozen=True, slots=True)
class TextAround:
    """Blocks in order, each with its places."""

    blocks: tuple[Running, ...] = ()

    def filled(self, values: Mapping[str, str]) -> str:
        """The text with its places filled; a paragraph with only places for values that the letter lacks is left out."""
        return "".join(block.filled(values) for block in self.blocks if not _asks_in_vain(block, values))

    @property
    def text(self) -> str:
        """The text with its places unfilled."""
        return "".join(block.text for block in self.blocks)


def _asks_in_vain(block: Running, values: Mapping[str, str]) -> bool:
    return block.text.startswith("<w:p") and bool(block.places) and not any(map(values.get, block.places))


@dataclass(frozen=True, slots=True)
class SurroundingText:
    """The text before and after the letter, the relations that it uses and the notes that it refers to, by their ids."""

    before: TextAround
    after: TextAround
    relations: frozenset[str] = frozenset()
    notes: tuple[str, ...] = ()

    @property
    def places(self) -> frozenset[str]:
        return frozenset(place for block in (*self.before.blocks, *self.after.blocks) for place in block.places)


NOTHING = SurroundingText(TextAround(), TextAround())


def read_surrounding_text(root: Element) -> SurroundingText:
    """The text around the letter in a document's body; empty unless it has the control for the letter between its blocks."""
    body = root.find(w("body"))
    place = None if body is None else next((child for child in body if is_letter(child)), None)
    if body is None or place is None:
        return NOTHING
    blocks = [child for child in body if child.tag != w("sectPr")]
    at = blocks.index(place)
    used = frozenset(name for block in blocks for name in _IDS(block))
    marks = [str(mark.get(w("id"))) for block in blocks for mark in block.iter(w("footnoteReference"))]
    return SurroundingText(_around(blocks[:at], body), _around(blocks[at + 1 :], body), used, tuple(marks))


def is_letter(element: Element) -> bool:
    if local_name(element) != "sdt":
        return False
    tag = element.find(f"{w('sdtPr')}/{w('tag')}")
    return tag is not None and tag.get(w("val")) == LETTER


def _around(blocks: list[Element], body: Element) -> TextAround:
    return TextAround(tuple(_opened(block, body) for block in blocks))


def _opened(block: Element, body: Element) -> Running:
    """A block as text with places; of a control that is a block itself, its content."""
    holder = etree.SubElement(body, w("tbl"))  # a place of its own, in reach of what the document declares
    holder.append(block)
    places = places_in(holder)
    return Running("", running_text(holder), tuple(places))
