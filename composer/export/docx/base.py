"""A house style's base document, opened once so that a letter only writes text into it."""

from collections.abc import Mapping
from dataclasses import dataclass

from lxml import etree

from composer.export.docx import headers
from composer.export.docx.formats import run_properties
from composer.export.docx.headers import Running
from composer.export.docx.section import Section, section_of
from composer.export.docx.styles import Look, style_ids
from composer.ooxml import notes, numbering
from composer.ooxml.markup import (
    HEAD,
    WORD_NAMESPACES,
    Element,
    end_tag,
    parse,
    serialise,
    start_tag,
    w,
    without_revisions,
)
from composer.ooxml.notes import EMPTY_NOTES
from composer.ooxml.numbering import Numbering
from composer.ooxml.package import Package
from composer.ooxml.properties import extended_xml
from composer.ooxml.reading import PackageError
from composer.ooxml.relations import (
    CORE,
    CUSTOM,
    DOCUMENT,
    EXTENDED,
    FOOTNOTES,
    HYPERLINK,
    NUMBERING,
    PACKAGE_ROOT,
    RELATIONS_END,
    RELATIONS_START,
    SETTINGS,
    STYLES,
    Kind,
    Relation,
    attach,
    main_part,
    parts_related,
    reachable,
    relation_xml,
    relations_name,
    relations_of,
    with_content_types,
    with_only_relations,
)
from composer.ooxml.styles import Styles, set_language

CORE_NAME, CUSTOM_NAME, EXTENDED_NAME = "docProps/core.xml", "docProps/custom.xml", "docProps/app.xml"
APPLICATION, LANGUAGE = "Raadsbrief", "nl-NL"
# What the main part may still point at once its own text is gone; headers and footers are chosen by the section.
_KEPT = (
    "styles",
    "settings",
    "numbering",
    "footnotes",
    "endnotes",
    "theme",
    "fontTable",
    "webSettings",
    "header",
    "footer",
    "customXml",
)
_PRIVATE = ("trackRevisions", "attachedTemplate", "documentProtection", "writeProtection", "mailMerge")
_EMPTY = {
    STYLES: f"{HEAD}<w:styles {WORD_NAMESPACES}></w:styles>".encode(),
    SETTINGS: f"{HEAD}<w:settings {WORD_NAMESPACES}></w:settings>".encode(),
    NUMBERING: f"{HEAD}<w:numbering {WORD_NAMESPACES}></w:numbering>".encode(),
    FOOTNOTES: EMPTY_NOTES,
}


@dataclass(frozen=True, slots=True)
class Halves:
    """A part as text before and after the place where a letter writes."""

    name: str
    before: str
    after: str

    def around(self, markup: str) -> bytes:
        return f"{self.before}{markup}{self.after}".encode()


@dataclass(frozen=True, slots=True)
class Base:
    """What letters share: `package` holds the parts that none of them changes, `text_width` is in twentieths of a point."""

    package: Package
    styles: Mapping[str, str]
    runs: tuple[str, ...]
    body: Halves
    body_relations: Halves
    notes: Halves
    notes_relations: Halves
    first_note: int
    numbering: Numbering
    numbering_name: str
    running: tuple[Running, ...]
    text_width: int


def prepare(package: Package, names: Mapping[str, str], look: Look) -> Base:
    """Opens a base; raises PackageError when it has no document that can hold a letter."""
    try:
        main = main_part(package)
        package = with_content_types(package, {main: DOCUMENT.content})
        section = section_of(parse(package.read(main)))
    except (KeyError, ValueError) as error:
        raise PackageError("in het bestand staat geen Word-document; sla het in Word opnieuw op als .docx") from error
    package = _with_own_properties(_without_revisions(with_only_relations(package, main, _KEPT)))
    return _opened(_with_needed_parts(package, main), main, section, names, look)


def _without_revisions(package: Package) -> Package:
    for name in package.names:
        if name.endswith(".xml") and (data := package.read(name)) != (clean := without_revisions(data)):
            package = package.with_part(name, clean)
    return package


def _with_own_properties(package: Package) -> Package:
    """Only the document itself stays of what the package pointed at: no author, company, thumbnail or signature."""
    package = with_only_relations(package, PACKAGE_ROOT, ("officeDocument",))
    for name, kind in ((CORE_NAME, CORE), (CUSTOM_NAME, CUSTOM), (EXTENDED_NAME, EXTENDED)):
        package, _ = attach(package.without(name), PACKAGE_ROOT, name, kind, extended_xml(APPLICATION).encode())
    return package


def _with_needed_parts(package: Package, main: str) -> Package:
    for kind, empty in _EMPTY.items():
        if not parts_related(package, main, kind.relation):
            name = f"{main.rpartition('/')[0]}/{kind.relation.rpartition('/')[2]}.xml".lstrip("/")
            package, _ = attach(package.without(name), main, name, kind, empty)
    return package


def _opened(package: Package, main: str, section: Section, names: Mapping[str, str], look: Look) -> Base:
    package, section = section.with_headers(package, main)
    package, ids, numbered = _with_styles(package, main, names, look)
    notes_name = _part(package, main, FOOTNOTES)
    package = _with_settings(package, _part(package, main, SETTINGS), package.read(notes_name))
    before, after, first_note = notes.opened(package.read(notes_name))
    running = [headers.opened(name, package.read(name)) for name in section.running(package, main)]
    changing = (
        main,
        notes_name,
        _part(package, main, NUMBERING),
        CORE_NAME,
        CUSTOM_NAME,
        *(each.name for each in running),
    )
    package = reachable(package)
    fixed = package.without(*changing, relations_name(main), relations_name(notes_name))
    return Base(
        package=fixed,
        styles=ids,
        runs=run_properties(ids),
        body=_body(main, parse(package.read(main)), section),
        body_relations=_relations(main, relations_of(package, main)),
        notes=Halves(notes_name, before, after),
        notes_relations=_relations(notes_name, ()),
        first_note=first_note,
        numbering=numbered,
        numbering_name=_part(package, main, NUMBERING),
        running=tuple(running),
        text_width=section.text_width,
    )


def _part(package: Package, main: str, kind: Kind) -> str:
    return parts_related(package, main, kind.relation)[0]


def _with_styles(
    package: Package, main: str, names: Mapping[str, str], look: Look
) -> tuple[Package, dict[str, str], Numbering]:
    """The package with every style that a letter needs, their ids by kind, and its numbering."""
    name = _part(package, main, STYLES)
    root = parse(package.read(name))
    known = len(root)
    styles = Styles(root)
    ids = style_ids(styles, names, look)
    spoken = set_language(root, LANGUAGE)
    if spoken or len(root) > known:  # a base that has all of it keeps its part as it came
        package = package.with_part(name, serialise(root))
    lists = [styles.with_id(ids[kind]) for kind in ("opsomming", "nummering")]
    numbers, (bullets, counted) = numbering.opened(package.read(_part(package, main, NUMBERING)), lists)
    return package, ids, numbering.cut(numbers, bullets, counted)


def _with_settings(package: Package, name: str, notes_part: bytes) -> Package:
    """The settings without what points at people or old texts, in Dutch, and with the separators declared."""
    data = package.read(name)
    root = parse(data)
    for private in _PRIVATE:
        for element in root.findall(w(private)):
            root.remove(element)
    for element in root.findall(w("themeFontLang")):
        element.set(w("val"), LANGUAGE)
    notes.declare_separators(root, notes_part)
    changed = etree.tostring(root, method="c14n") != etree.tostring(parse(data), method="c14n")
    return package.with_part(name, serialise(root)) if changed else package


def _body(name: str, root: Element, section: Section) -> Halves:
    return Halves(name, f"{HEAD}{start_tag(root)}<w:body>", f"{section.markup}</w:body>{end_tag(root)}")


def _relations(source: str, present: tuple[Relation, ...]) -> Halves:
    before = HEAD + RELATIONS_START + "".join(map(relation_xml, present))
    return Halves(relations_name(source), before, RELATIONS_END)


def hyperlinks(links: Mapping[str, str]) -> str:
    """The relations of links, from their targets to their ids."""
    return "".join(relation_xml(Relation(name, HYPERLINK, target, external=True)) for target, name in links.items())
