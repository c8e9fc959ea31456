"""Styles by the name that Word gives them, whatever ids a Dutch or German Word chose (Part 1, section 17.7.4)."""

from collections.abc import Iterable
from dataclasses import dataclass

from lxml import etree

from composer.ooxml.markup import Element, elements, w


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
        """The style that text without one has (Part 1, section 17.7.4.17, attribute default)."""
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


def set_language(root: Element, language: str) -> bool:
    """Makes this the language of all text that does not name another itself (section 17.7.5); False when it was so already."""
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
    name = element.find(w("name"))
    kind = str(element.get(w("type"), "paragraph"))
    return Style(str(element.get(w("styleId"))), "" if name is None else str(name.get(w("val"))), kind, element)


def _free(wanted: str, taken: Iterable[str]) -> str:
    names = {name.casefold() for name in taken}
    number, fresh = 2, wanted
    while fresh.casefold() in names:
        number, fresh = number + 1, f"{wanted}{number}"
    return fresh
