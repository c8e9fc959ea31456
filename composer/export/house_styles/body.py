"""The body of a base: empty, or the organisation's own text with a place for the letter."""

from collections.abc import Callable

from lxml import etree

from composer.export.docx.section import Section
from composer.export.docx.surrounding_text import LETTER
from composer.ooxml.markup import Element, R, elements, end_tag, parse, start_tag, w

_IDS: Callable[[Element], list[str]] = etree.XPath(".//@r:*", namespaces={"r": R}, smart_strings=False)
_PLACE = (
    f'<w:sdt><w:sdtPr><w:alias w:val="Brief"/><w:tag w:val="{LETTER}"/></w:sdtPr>'
    "<w:sdtContent><w:p><w:r><w:t>Hier komt de brief</w:t></w:r></w:p></w:sdtContent></w:sdt>"
)


def body_of(body: Element, section: Section, *, keep: bool) -> set[str]:
    """Changes a body into that of a base; returns the relation ids that its text and its headers use."""
    blocks = _blocks(body, section) if keep else []
    for child in list(body):
        body.remove(child)
    body.extend(_with_place(blocks) if keep else elements("<w:p/>"))
    body.append(_properties(section, body.getroottree().getroot()))
    return set(_IDS(body))


def _properties(section: Section, root: Element) -> Element:
    """The properties of the section, parsed with the document's namespace declarations."""
    return parse(f"{start_tag(root)}{section.markup}{end_tag(root)}".encode())[0]


def _blocks(body: Element, section: Section) -> list[Element]:
    """The blocks of the letter's section, and of those before it on the same pages."""
    kept: list[Element] = []
    for child in body:
        if child.tag == w("sectPr"):
            break
        kept.append(child)
        own = child.find(f"{w('pPr')}/{w('sectPr')}")
        if own is not None:
            own.getparent().remove(own)  # pyright: ignore[reportOptionalMemberAccess]  # found below one
            if _size(own) != (round(section.paper.width), round(section.paper.height)):
                kept.pop()
            break
    return kept


def _size(section: Element) -> tuple[int, int]:
    size = section.find(w("pgSz"))
    if size is None:
        return 0, 0
    return round(int(str(size.get(w("w")))) / 20), round(int(str(size.get(w("h")))) / 20)


def _with_place(blocks: list[Element]) -> list[Element]:
    """The blocks with the letter's place: where one was marked, else behind the last words."""
    place = elements(_PLACE)[0]
    for index, block in enumerate(blocks):
        if any(tag.get(w("val")) == LETTER for tag in block.iter(w("tag"))):
            return [*blocks[:index], place, *blocks[index + 1 :]]
    while blocks and _is_empty(blocks[-1]):
        blocks.pop()
    return [*blocks, place]


def _is_empty(block: Element) -> bool:
    shown = (w("t"), w("drawing"), w("pict"), w("fldChar"), w("object"))
    return block.tag == w("p") and next(block.iter(*shown), None) is None
