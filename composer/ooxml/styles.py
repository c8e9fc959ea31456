"""Styles by Word's built-in names, since ids depend on the language of Word (Part 1, section 17.7.4)."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from lxml import etree

from composer.ooxml.markup import Element, child_value, elements, w, whole_number

MAX_DEPTH = 32
_NO_HEADING = 9


@dataclass(frozen=True, slots=True)
class Style:
    """A style's place: Word finds it by `name`, text points at `id`; `kind` is paragraph, character, table or numbering."""

    id: str
    name: str
    kind: str
    element: Element


class Styles:
    """The styles of one styles part, which grows as missing ones are added."""

    def __init__(self, root: Element) -> None:
        self._root = root
        self._styles = {(each.kind, each.name.casefold()): each for each in map(_style, root.iter(w("style")))}

    def find(self, name: str, kind: str) -> Style | None:
        """The style of this name in any case; UI names such as "Heading 1" differ from stored ones in case alone."""
        return self._styles.get((kind, name.casefold()))

    def with_id(self, style_id: str) -> Element | None:
        found = self.by_id(style_id)
        return None if found is None else found.element

    def by_id(self, style_id: str) -> Style | None:
        return next((each for each in self._styles.values() if each.id == style_id), None)

    def paragraphs(self) -> tuple[Style, ...]:
        """The paragraph styles, in the order of the part."""
        return tuple(each for each in self._styles.values() if each.kind == "paragraph")

    def names(self) -> Iterable[str]:
        """Word's names of all styles, in the order of the part."""
        return (each.name for each in self._styles.values())

    def default(self, kind: str) -> Style | None:
        """The style of text that names none (Part 1, section 17.7.4.17, attribute default)."""
        defaults = (each for each in self._styles.values() if each.kind == kind)
        return next((each for each in defaults if each.element.get(w("default")) in {"1", "true", "on"}), None)

    def add(self, markup: str) -> Style:
        """Adds one style under an id that is free; its own id stays when no other style has it."""
        element = elements(markup)[0]
        element.set(w("styleId"), _free(str(element.get(w("styleId"))), (each.id for each in self._styles.values())))
        self._root.append(element)
        style = _style(element)
        self._styles[style.kind, style.name.casefold()] = style
        return style


def style_chain(style_id: str, find: Callable[[str], Element | None]) -> Iterator[Element]:
    """A style and those it is based on, the nearest first; a cycle is cut where it would repeat (section 17.7.4.3)."""
    passed = set[str]()
    while style_id and style_id not in passed and len(passed) < MAX_DEPTH and (style := find(style_id)) is not None:
        yield style
        passed.add(style_id)
        style_id = child_value(style, "basedOn")


def heading_level(outline: str) -> int:
    """The level from 1 that an outline level from 0 makes; 0 for body text, and for what is no level (section 17.3.1.20)."""
    level = whole_number(outline, _NO_HEADING)
    return level + 1 if level < _NO_HEADING else 0


def set_language(root: Element, language: str) -> bool:
    """Sets the default language of the text (section 17.7.5); returns False when it was set already."""
    defaults = _child(root, "docDefaults", 0)
    run = _child(_child(defaults, "rPrDefault", 0), "rPr", 0)
    _child(run, "lang", len(run))
    others = [each for each in root.iter(w("lang")) if each.get(w("val")) != language]
    for each in others:
        each.set(w("val"), language)
    return bool(others)


def _child(parent: Element, name: str, place: int) -> Element:
    """The child of this name, made at this place when there is none."""
    child = parent.find(w(name))
    if child is None:
        child = etree.Element(w(name))
        parent.insert(place, child)
    return child


def _style(element: Element) -> Style:
    kind = str(element.get(w("type"), "paragraph"))
    name = element.find(w("name"))
    return Style(str(element.get(w("styleId"))), "" if name is None else str(name.get(w("val"))), kind, element)


def _free(wanted: str, taken: Iterable[str]) -> str:
    names = {name.casefold() for name in taken}
    number, fresh = 2, wanted
    while fresh.casefold() in names:
        number, fresh = number + 1, f"{wanted}{number}"
    return fresh
