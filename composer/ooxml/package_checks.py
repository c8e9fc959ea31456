"""Checks of a package as a whole (ECMA-376 Part 2)."""

from collections.abc import Callable, Iterator

from lxml import etree

from composer.ooxml.markup import CONTENT_TYPES, RELATIONSHIPS, Element, R, w
from composer.ooxml.opened import Fault, Opened, repeated
from composer.ooxml.package import CONTENT_TYPES_NAME
from composer.ooxml.relations import (
    CORE,
    PACKAGE_ROOT,
    Relation,
    part_name,
    relations_name,
)

_DC_TITLE = "{http://purl.org/dc/elements/1.1/}title"
_IDS_USED: Callable[[Element], list[str]] = etree.XPath("//@r:*", namespaces={"r": R}, smart_strings=False)
_TRACES = ("ins", "del", "moveFrom", "moveTo", "rPrChange", "pPrChange", "commentReference", "commentRangeStart")


def content_types(opened: Opened) -> Iterator[Fault]:
    """Each part has a type, and each declared part is there (Part 2, section 6.2.3.2)."""
    root = opened.roots[CONTENT_TYPES_NAME]
    endings = {str(each.get("Extension")).casefold() for each in root.iter(f"{{{CONTENT_TYPES}}}Default")}
    declared = [str(each.get("PartName")).lstrip("/") for each in root.iter(f"{{{CONTENT_TYPES}}}Override")]
    for name in opened.package.names:
        known = name in declared or name.rpartition(".")[2].casefold() in endings
        if not known and name != CONTENT_TYPES_NAME:
            yield Fault("inhoudstype", name, "dit onderdeel heeft geen inhoudstype")
    for name in declared:
        if name not in opened.package:
            yield Fault("inhoudstype", name, "dit onderdeel is aangekondigd maar ontbreekt")
    for name in repeated(declared):
        yield Fault("inhoudstype", name, "dit onderdeel is twee keer aangekondigd")


def relations(opened: Opened) -> Iterator[Fault]:
    """Each relation leads somewhere, has an id of its own, and each id that a part uses is there."""
    sources = (PACKAGE_ROOT, *opened.package.names)
    for source in sources:
        present = opened.relations(source)
        yield from _targets(opened, source, present)
        for name in repeated([relation.id for relation in present]):
            yield Fault("relatie", source, f"de relatie {name} staat er twee keer")
        for name in sorted(_used(opened, source) - {relation.id for relation in present}):
            yield Fault("relatie", source, f"de relatie {name} ontbreekt")
    expected = {relations_name(source) for source in sources}
    for name, root in opened.roots.items():
        if root.tag == f"{{{RELATIONSHIPS}}}Relationships" and name not in expected:
            yield Fault("relatie", name, "dit hoort bij een onderdeel dat er niet is")


def _targets(opened: Opened, source: str, present: tuple[Relation, ...]) -> Iterator[Fault]:
    for relation in present:
        target = part_name(source, relation.target.partition("#")[0])
        if not relation.external and target and target not in opened.package:
            yield Fault("relatie", source, f"de relatie {relation.id} leidt naar {relation.target}, dat er niet is")


def _used(opened: Opened, source: str) -> set[str]:
    root = opened.roots.get(source)
    return set() if root is None else set(_IDS_USED(root)) - {""}


def core_properties(opened: Opened) -> Iterator[Fault]:
    """One core part with each property at most once (Part 2, section 8.3.3), and a title for screen readers."""
    names = opened.related(PACKAGE_ROOT, CORE)
    if len(names) > 1:
        yield Fault("eigenschappen", names[1], "er zijn twee onderdelen met eigenschappen")
    for name in names:
        root = opened.roots.get(name)
        if root is None:
            continue
        for tag in repeated([str(child.tag) for child in root]):
            yield Fault("eigenschappen", name, f"{tag.rpartition('}')[2]} staat er twee keer")
        title = root.find(_DC_TITLE)
        if title is None or not (title.text or "").strip():
            yield Fault("titel", name, "de titel van het document ontbreekt")


def traces(opened: Opened) -> Iterator[Fault]:
    """No tracked changes and no comments in what is published."""
    for name, root in opened.texts():
        found = sorted({tag for tag in _TRACES if root.find(f".//{w(tag)}") is not None})
        if found:
            yield Fault("sporen", name, f"er staan bijgehouden wijzigingen of opmerkingen in ({', '.join(found)})")
