"""The other parts of a base: properties of our own, settings, and parts added where they are missing."""

from collections.abc import Iterable
from dataclasses import dataclass

from lxml import etree

from composer.ooxml import notes, settings
from composer.ooxml.markup import HEAD, WORD_NAMESPACES, Element, parse, serialise, w, without_session_ids
from composer.ooxml.notes import EMPTY_NOTES
from composer.ooxml.package import Package
from composer.ooxml.properties import extended_xml
from composer.ooxml.relations import (
    CORE,
    CUSTOM,
    ENDNOTES,
    EXTENDED,
    FOOTNOTES,
    NUMBERING,
    PACKAGE_ROOT,
    SETTINGS,
    STYLES,
    Kind,
    attach,
    parts_related,
    relations_name,
    relations_of,
    relations_xml,
    with_only_relations,
)

CORE_NAME, CUSTOM_NAME, EXTENDED_NAME = "docProps/core.xml", "docProps/custom.xml", "docProps/app.xml"
APPLICATION, LANGUAGE = "Raadsbrief", "nl-NL"
_KEPT = frozenset({"styles", "settings", "numbering", "footnotes", "endnotes", "theme", "fontTable"})
"""What the main part may still point at whatever its text; headers, pictures and links are chosen by who uses them."""
_EMPTY = {
    STYLES: f"{HEAD}<w:styles {WORD_NAMESPACES}></w:styles>".encode(),
    SETTINGS: f"{HEAD}<w:settings {WORD_NAMESPACES}></w:settings>".encode(),
    NUMBERING: f"{HEAD}<w:numbering {WORD_NAMESPACES}></w:numbering>".encode(),
    FOOTNOTES: EMPTY_NOTES,
}


@dataclass(frozen=True, slots=True)
class DocumentOptions:
    """The settings of a house style for the whole document; hyphenation None leaves the base's own setting."""

    restart_notes: bool = False
    hyphenate: bool | None = None


def without_sessions(package: Package) -> Package:
    """The package without the numbers of editing sessions, which show which texts were written together."""
    for name in package.names:
        if name.endswith(".xml") and (data := package.read(name)) != (clean := without_session_ids(data)):
            package = package.with_part(name, clean)
    return package


def with_used_relations(package: Package, main: str, used: Iterable[str]) -> Package:
    """The package with only those relations of the main part that every letter needs or that are `used`, by id."""
    wanted = set(used)
    present = relations_of(package, main)
    kept = [each for each in present if each.id in wanted or each.type.rpartition("/")[2] in _KEPT]
    return package if len(kept) == len(present) else package.with_part(relations_name(main), relations_xml(kept))


def with_own_properties(package: Package) -> Package:
    """The package with only the document of its package relations, and our own properties: no author, company or thumbnail."""
    package = with_only_relations(package, PACKAGE_ROOT, ("officeDocument",))
    for name, kind in ((CORE_NAME, CORE), (CUSTOM_NAME, CUSTOM), (EXTENDED_NAME, EXTENDED)):
        package, _ = attach(package.without(name), PACKAGE_ROOT, name, kind, extended_xml(APPLICATION).encode())
    return package


def with_needed_parts(package: Package, main: str) -> Package:
    for kind, empty in _EMPTY.items():
        if not parts_related(package, main, kind.relation):
            name = f"{main.rpartition('/')[0]}/{kind.relation.rpartition('/')[2]}.xml".lstrip("/")
            package, _ = attach(package.without(name), main, name, kind, empty)
    return package


def part(package: Package, main: str, kind: Kind) -> str:
    return parts_related(package, main, kind.relation)[0]


def without_endnotes(package: Package, main: str) -> Package:
    """The package without old endnotes, to which no text refers any more; their separators stay."""
    for name in parts_related(package, main, ENDNOTES.relation):
        root = parse(package.read(name))
        old = [note for note in root.findall(w("endnote")) if note.get(w("type")) in {None, "normal"}]
        for note in old:
            root.remove(note)
        package = package.with_part(name, serialise(root)) if old else package
    return package


def with_settings(package: Package, name: str, notes_part: bytes, options: DocumentOptions) -> Package:
    """The package with settings for Dutch, note separators, and the options of the house style."""
    data = package.read(name)
    root = parse(data)
    for element in root.findall(w("themeFontLang")):
        element.set(w("val"), LANGUAGE)
    notes.declare_separators(root, notes_part, restart=options.restart_notes)
    if options.hyphenate is not None:
        _hyphenate(root, on=options.hyphenate)
    changed = etree.tostring(root, method="c14n") != etree.tostring(parse(data), method="c14n")
    return package.with_part(name, serialise(root)) if changed else package


def _hyphenate(root: Element, *, on: bool) -> None:
    """Switches hyphenation on or off; not of capitals, nor of many lines in a row (sections 17.15.1.10 and 17.15.1.21)."""
    if not on:
        settings.drop(root, "autoHyphenation")
        return
    for markup in ("<w:autoHyphenation/>", '<w:consecutiveHyphenLimit w:val="2"/>', "<w:doNotHyphenateCaps/>"):
        settings.put(root, markup)
