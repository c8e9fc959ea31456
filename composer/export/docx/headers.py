"""Headers and footers as text with places to fill: content controls by tag, and the watermark of a draft."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache

from lxml import etree

from composer.export.docx.watermark import WATERMARK
from composer.ooxml.markup import HEAD, Element, elements, end_tag, fragment, parse, start_tag, w

TAGS = (
    "organisatie", "onderwerp", "soort", "kenmerk", "datum", "peildatum", "aan", "van", "portefeuillehouder", "contact",
)  # fmt: skip
"""What a content control of a base may ask for: what a letter is, and fields of its field block."""
OPEN, CLOSE = "\ue000", "\ue001"
_MARK = re.compile(f"{OPEN}(.*?){CLOSE}")


@dataclass(frozen=True, slots=True)
class Running:
    """A header or footer part, or text around a letter, whose text has the places named in `places`."""

    name: str
    text: str
    places: tuple[str, ...]

    def filled(self, values: Mapping[str, str]) -> str:
        """The text with each place holding the markup given for it; a place without a value is empty."""
        if not self.places:
            return self.text
        parts = list(_parts(self.text))
        parts[1::2] = [values.get(name, "") for name in parts[1::2]]
        return "".join(parts)


@lru_cache(maxsize=64)
def _parts(text: str) -> tuple[str, ...]:
    """Text and names of places, alternately."""
    return tuple(_MARK.split(text))


def mark(name: str) -> str:
    return f"{OPEN}{name}{CLOSE}"


def parse_running_part(name: str, data: bytes) -> Running:
    """The part with its content controls opened into places and, in a header, one for the watermark."""
    root = parse(data)
    places = places_in(root)
    if root.tag == w("hdr"):
        places.append(WATERMARK)
        _add_watermark_place(root)
    return Running(name, HEAD + start_tag(root) + running_text(root) + end_tag(root), tuple(places))


def running_text(blocks: Iterable[Element]) -> str:
    return "".join(map(fragment, blocks))


def places_in(holder: Element) -> list[str]:
    """Opens the content controls that a letter can fill; their tags, as often as they occur."""
    places: list[str] = []
    for control in list(holder.iter(w("sdt"))):
        tag = control.find(f"{w('sdtPr')}/{w('tag')}")
        if tag is not None and tag.get(w("val")) in TAGS:
            places.append(str(tag.get(w("val"))))
            _open(control, places[-1])
    return places


def _open(control: Element, place: str) -> None:
    """Replaces the control by its content, with the place in its first run and the other runs removed."""
    content = control.find(w("sdtContent"))
    parent = control.getparent()
    if content is None or parent is None:
        return
    for run in list(content.iter(w("r")))[1:]:
        _remove(run)
    if content.find(f".//{w('r')}") is None:
        etree.SubElement(next(content.iter(w("p")), content), w("r"))
    for run in content.iter(w("r")):
        _fill(run, place)
    for child in list(content):
        control.addprevious(child)
    parent.remove(control)


def _remove(element: Element) -> None:
    parent = element.getparent()
    if parent is not None:
        parent.remove(element)


def _fill(run: Element, place: str) -> None:
    for child in list(run):
        if child.tag != w("rPr"):
            run.remove(child)
    for placeholder in run.findall(f"{w('rPr')}/{w('rStyle')}"):
        _remove(placeholder)  # Word's grey style for text still to be filled in
    run.append(elements(f'<w:t xml:space="preserve">{mark(place)}</w:t>')[0])


def _add_watermark_place(root: Element) -> None:
    paragraph = root.find(w("p"))
    if paragraph is None:
        paragraph = etree.SubElement(root, w("p"))
    properties = paragraph.find(w("pPr"))
    if properties is None:
        properties = etree.Element(w("pPr"))
        paragraph.insert(0, properties)
    properties.tail = mark(WATERMARK)
