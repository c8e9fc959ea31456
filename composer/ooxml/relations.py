"""Relations between parts, and their content types (ECMA-376 Part 2, sections 6.5 and 6.2.3)."""

import posixpath
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from lxml import etree

from composer.ooxml.markup import CONTENT_TYPES, HEAD, RELATIONSHIPS, Element, R, escape, parse, serialise
from composer.ooxml.package import CONTENT_TYPES_NAME, Package

_OFFICE = "application/vnd.openxmlformats-officedocument"
_WORD = f"{_OFFICE}.wordprocessingml"
HYPERLINK = f"{R}/hyperlink"
OFFICE_DOCUMENT = f"{R}/officeDocument"
PACKAGE_ROOT = ""


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of part: the type of the relation that leads to it and the type of its content."""

    relation: str
    content: str


FOOTNOTES = Kind(f"{R}/footnotes", f"{_WORD}.footnotes+xml")
ENDNOTES = Kind(f"{R}/endnotes", f"{_WORD}.endnotes+xml")
NUMBERING = Kind(f"{R}/numbering", f"{_WORD}.numbering+xml")
STYLES = Kind(f"{R}/styles", f"{_WORD}.styles+xml")
SETTINGS = Kind(f"{R}/settings", f"{_WORD}.settings+xml")
HEADER = Kind(f"{R}/header", f"{_WORD}.header+xml")
FOOTER = Kind(f"{R}/footer", f"{_WORD}.footer+xml")
FONT_TABLE = Kind(f"{R}/fontTable", f"{_WORD}.fontTable+xml")
THEME = Kind(f"{R}/theme", f"{_OFFICE}.theme+xml")
DOCUMENT = Kind(OFFICE_DOCUMENT, f"{_WORD}.document.main+xml")
COMMENTS = Kind(f"{R}/comments", f"{_WORD}.comments+xml")
IMAGE = Kind(f"{R}/image", "image/png")
CORE = Kind(
    "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties",
    "application/vnd.openxmlformats-package.core-properties+xml",
)
CUSTOM = Kind(f"{R}/custom-properties", f"{_OFFICE}.custom-properties+xml")
EXTENDED = Kind(f"{R}/extended-properties", f"{_OFFICE}.extended-properties+xml")


@dataclass(frozen=True, slots=True)
class Relation:
    """A relation of a part to another part, or to an address outside the package when `external` (Part 2, section 6.5)."""

    id: str
    type: str
    target: str
    external: bool = False


def relations_name(source: str) -> str:
    """The name of the part that holds a part's relations; that of the package itself for `PACKAGE_ROOT`."""
    folder, name = posixpath.split(source)
    return posixpath.join(folder, "_rels", f"{name}.rels")


def relations_of(package: Package, source: str) -> tuple[Relation, ...]:
    """The relations of a part, none when it has no relations part."""
    name = relations_name(source)
    return relations_in(parse(package.read(name))) if name in package else ()


def relations_in(root: Element) -> tuple[Relation, ...]:
    """The relations that a relations part holds."""
    return tuple(
        Relation(
            str(element.get("Id")),
            str(element.get("Type")),
            str(element.get("Target")),
            element.get("TargetMode") == "External",
        )
        for element in root.iter(f"{{{RELATIONSHIPS}}}Relationship")
    )


def relations_xml(relations: Iterable[Relation]) -> bytes:
    """A relations part."""
    return f"{HEAD}{RELATIONS_START}{''.join(map(relation_xml, relations))}{RELATIONS_END}".encode()


RELATIONS_START, RELATIONS_END = f'<Relationships xmlns="{RELATIONSHIPS}">', "</Relationships>"


def relation_xml(relation: Relation) -> str:
    mode = ' TargetMode="External"' if relation.external else ""
    target = escape(relation.target)
    return f'<Relationship Id="{relation.id}" Type="{relation.type}" Target="{target}"{mode}/>'


def part_name(source: str, target: str) -> str:
    """The name of the part that an internal target of `source` refers to."""
    return posixpath.normpath(posixpath.join("/", posixpath.dirname(source), target)).lstrip("/")


def parts_related(package: Package, source: str, relation_type: str) -> tuple[str, ...]:
    """The names of the parts that relations of one type lead to, in the order of the relations."""
    relations = relations_of(package, source)
    return tuple(part_name(source, each.target) for each in relations if each.type == relation_type)


def main_part(package: Package) -> str:
    """The name of the main document part; raises KeyError when the package has none."""
    for name in parts_related(package, PACKAGE_ROOT, OFFICE_DOCUMENT):
        if name in package:
            return name
    raise KeyError(OFFICE_DOCUMENT)


def with_relation(package: Package, source: str, relation_type: str, target: str) -> tuple[Package, str]:
    """The package with one more relation of `source`, and the id that it got."""
    present = relations_of(package, source)
    taken = {relation.id for relation in present}
    fresh = next(name for number in range(1, len(taken) + 2) if (name := f"rId{number}") not in taken)
    relations = relations_xml([*present, Relation(fresh, relation_type, target)])
    return package.with_part(relations_name(source), relations), fresh


def with_only_relations(package: Package, source: str, endings: Sequence[str]) -> Package:
    """The package with only those relations of a part whose type ends in one of these words."""
    kept = [
        each for each in relations_of(package, source) if each.type.rpartition("/")[2] in endings and not each.external
    ]
    return package.with_part(relations_name(source), relations_xml(kept))


def reachable(package: Package) -> Package:
    """The package without parts that no chain of relations leads to, and without their declarations."""
    seen: set[str] = set()
    queue = [PACKAGE_ROOT]
    while queue:
        source = queue.pop()
        seen |= {source, relations_name(source)}
        inside = [part_name(source, each.target) for each in relations_of(package, source) if not each.external]
        queue += [name for name in inside if name not in seen and name in package]
    gone = [name for name in package.names if name not in seen and name != CONTENT_TYPES_NAME]
    return with_content_types(package.without(*gone), dict.fromkeys(gone)) if gone else package


def with_content_types(package: Package, types: dict[str, str | None]) -> Package:
    """The package with these parts' content types declared, or taken out where the type is None."""
    root = parse(package.read(CONTENT_TYPES_NAME))
    for element in list(root.iter(f"{{{CONTENT_TYPES}}}Override")):
        if str(element.get("PartName")).lstrip("/") in types:
            root.remove(element)
    for name, content in types.items():
        if content is not None:
            etree.SubElement(root, f"{{{CONTENT_TYPES}}}Override", PartName=f"/{name}", ContentType=content)
    return package.with_part(CONTENT_TYPES_NAME, serialise(root))


def attach(package: Package, source: str, name: str, kind: Kind, data: bytes) -> tuple[Package, str]:
    """The package with a part added, declared and related to `source`; with the id of the relation."""
    target = name if source == PACKAGE_ROOT else posixpath.relpath(name, posixpath.dirname(source) or ".")
    package, relation = with_relation(package.with_part(name, data), source, kind.relation, target)
    return with_content_types(package, {name: kind.content}), relation
