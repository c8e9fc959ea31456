"""Checks of a package as a whole (ECMA-376 Part 2)."""

import re
from collections.abc import Iterator

from composer.ooxml.checked_package import CheckedPackage, Fault, repeated
from composer.ooxml.markup import CONTENT_TYPES
from composer.ooxml.package import CONTENT_TYPES_NAME
from composer.ooxml.relations import CORE, DOCUMENT, HYPERLINK, PACKAGE_ROOT, Relation, part_name, relations_name

_DC_TITLE = "{http://purl.org/dc/elements/1.1/}title"
_TERMS = "{http://purl.org/dc/terms/}"
_DAY = re.compile(r"\d{4}(-\d\d(-\d\d(T\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:\d\d))?)?)?")
_RUNNING = ("vbaProject", "wordVbaData", "control", "activeXControlBinary", "oleObject", "package", "attachedToolbars")
_SAFE = ("http://", "https://", "mailto:", "tel:", "#")
_DOCUMENTS = frozenset(
    {DOCUMENT.content, "application/vnd.openxmlformats-officedocument.wordprocessingml.template.main+xml"}
)


def content_types(package: CheckedPackage) -> Iterator[Fault]:
    """Each part has a type, and each declared part is there (Part 2, section 6.2.3.2)."""
    index = package.surveys.get(CONTENT_TYPES_NAME)
    if index is None:
        yield Fault("inhoudstype", CONTENT_TYPES_NAME, "de lijst van onderdelen ontbreekt")
        return
    root = index.root
    endings = {str(each.get("Extension")).casefold() for each in root.iter(f"{{{CONTENT_TYPES}}}Default")}
    declared = [str(each.get("PartName")).lstrip("/") for each in root.iter(f"{{{CONTENT_TYPES}}}Override")]
    known = {*declared, CONTENT_TYPES_NAME}
    for name in package.names - known:
        if name.rpartition(".")[2].casefold() not in endings:
            yield Fault("inhoudstype", name, "dit onderdeel heeft geen inhoudstype")
    for name in sorted(set(declared) - package.names):
        yield Fault("inhoudstype", name, "dit onderdeel is aangekondigd maar ontbreekt")
    for name in repeated(declared):
        yield Fault("inhoudstype", name, "dit onderdeel is twee keer aangekondigd")


def main_type(package: CheckedPackage) -> Iterator[Fault]:
    """The document says that it is one, without macros."""
    root = package.surveys[CONTENT_TYPES_NAME].root if CONTENT_TYPES_NAME in package.surveys else None
    for each in () if root is None else root.iter(f"{{{CONTENT_TYPES}}}Override"):
        if each.get("PartName") == f"/{package.main}" and each.get("ContentType") not in _DOCUMENTS:
            yield Fault("inhoudstype", package.main, "het bestand zegt dat het geen gewoon Word-document is")


def relations(package: CheckedPackage) -> Iterator[Fault]:
    """Each relation leads somewhere, has an id of its own, and each id that a part uses is there."""
    for source, present in package.links.items():
        if source and source not in package.names:
            yield Fault("relatie", relations_name(source), "dit hoort bij een onderdeel dat er niet is")
        yield from _targets(package, source, present)
        for name in repeated([relation.id for relation in present]):
            yield Fault("relatie", source, f"de relatie {name} staat er twee keer")
    for source, index in package.surveys.items():
        for name in sorted(index.related - {relation.id for relation in package.relations(source)}):
            yield Fault("relatie", source, f"de relatie {name} ontbreekt")


def _targets(package: CheckedPackage, source: str, present: tuple[Relation, ...]) -> Iterator[Fault]:
    for relation in present:
        target = relation.target.partition("#")[0]
        if not relation.external and target and part_name(source, target) not in package.names:
            yield Fault("relatie", source, f"de relatie {relation.id} leidt naar {relation.target}, dat er niet is")


def outside(package: CheckedPackage) -> Iterator[Fault]:
    """Nothing runs, nothing is fetched from elsewhere, and links lead to the web or to a mailbox."""
    for source, present in package.links.items():
        for relation in present:
            kind = relation.type.rpartition("/")[2]
            if kind in _RUNNING:
                yield Fault("macro", source, "er zit een macro of een ingesloten object in het bestand")
            elif relation.external and relation.type != HYPERLINK:
                yield Fault("van-buiten", source, f"het bestand haalt iets op van elders ({kind})")
            elif relation.external and not relation.target.casefold().startswith(_SAFE):
                yield Fault("koppeling", source, "een koppeling leidt naar een bestand of een netwerkmap")


def core_properties(package: CheckedPackage) -> Iterator[Fault]:
    """One core part with each property at most once (Part 2, section 8.3.3), and a title for screen readers."""
    names = package.related(PACKAGE_ROOT, CORE)
    if len(names) > 1:
        yield Fault("eigenschappen", names[1], "er zijn twee onderdelen met eigenschappen")
    if not names:
        yield Fault("titel", "docProps/core.xml", "de titel van het document ontbreekt")
    for name in names:
        if name in package.surveys:
            yield from _core(name, package)


def _core(name: str, package: CheckedPackage) -> Iterator[Fault]:
    root = package.surveys[name].root
    for tag in repeated([str(child.tag) for child in root]):
        yield Fault("eigenschappen", name, f"{tag.rpartition('}')[2]} staat er twee keer")
    title = root.find(_DC_TITLE)
    if title is None or not (title.text or "").strip():
        yield Fault("titel", name, "de titel van het document ontbreekt")
    for child in root:
        if str(child.tag).startswith(_TERMS) and not _DAY.fullmatch((child.text or "").strip()):
            yield Fault("eigenschappen", name, f"“{child.text}” is geen datum")


CHECKS = (content_types, main_type, relations, outside, core_properties)
