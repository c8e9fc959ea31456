"""Sanitises a package: removes macros and embedded objects, external targets that are fetched, and personal or hidden data."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from lxml import etree

from composer.ooxml.fields import fields, flatten
from composer.ooxml.formatting import is_on
from composer.ooxml.markup import Element, R, local_name, parse, serialise, w
from composer.ooxml.package import Package
from composer.ooxml.relations import (
    ENDNOTES,
    FOOTER,
    FOOTNOTES,
    HEADER,
    NUMBERING,
    SETTINGS,
    STYLES,
    Relation,
    part_name,
    parts_related,
    relations_name,
    relations_of,
    relations_xml,
)
from composer.ooxml.revisions import accept, remove, unwrap, without_remarks

REMOVED: Mapping[str, str] = {
    "macros": "macro’s",
    "sjabloon": "de koppeling met een ander sjabloon",
    "buiten": "afbeeldingen die niet in het bestand zelf staan",
    "objecten": "ingesloten objecten en invulvelden van ActiveX",
    "documenten": "ingevoegde andere documenten",
    "koppelingen": "koppelingen naar bestanden of netwerkmappen",
    "wijzigingen": "bijgehouden wijzigingen; ze zijn overgenomen in de tekst",
    "bijhouden": "de stand “wijzigingen bijhouden”",
    "opmerkingen": "opmerkingen in de kantlijn",
    "velden": "velden die naar bestanden, namen of andere gegevens verwijzen",
    "verborgen": "verborgen tekst",
    "watermerk": "een watermerk achter de tekst",
    "gegevens": "gegevens van andere programma’s (customXml)",
    "bouwstenen": "bouwstenen (AutoTekst)",
    "beveiliging": "de beveiliging van het document",
    "samenvoegen": "de koppeling met een adressenbestand",
    "variabelen": "documentvariabelen",
}
"""What is taken out, in words, by its code."""

_KEPT = frozenset(
    {
        "styles",
        "settings",
        "numbering",
        "footnotes",
        "endnotes",
        "theme",
        "fontTable",
        "font",
        "header",
        "footer",
        "image",
    }
)
_TOLD: Mapping[str, str] = {
    "vbaProject": "macros", "wordVbaData": "macros", "keyMapCustomizations": "macros", "attachedToolbars": "macros",
    "attachedTemplate": "sjabloon", "oleObject": "objecten", "package": "objecten", "control": "objecten",
    "activeXControlBinary": "objecten", "aFChunk": "documenten", "subDocument": "documenten", "frame": "documenten",
    "comments": "opmerkingen", "commentsExtended": "opmerkingen", "glossaryDocument": "bouwstenen",
    "customXml": "gegevens", "mailMergeSource": "samenvoegen", "mailMergeHeaderSource": "samenvoegen",
    "recipientData": "samenvoegen",
}  # fmt: skip
_SAFE_TARGETS = ("http://", "https://", "mailto:", "tel:")
_SETTINGS: Mapping[str, str] = {
    "trackRevisions": "bijhouden", "attachedTemplate": "sjabloon", "documentProtection": "beveiliging",
    "writeProtection": "beveiliging", "mailMerge": "samenvoegen", "docVars": "variabelen", "revisionView": "",
    "saveThroughXslt": "", "attachedSchema": "",
}  # fmt: skip
_STORIES = (HEADER, FOOTER, FOOTNOTES, ENDNOTES)
_FORMATS = (STYLES, NUMBERING)
_IDS: Callable[[Element], list[str]] = etree.XPath("@r:*", namespaces={"r": R}, smart_strings=False)
_HOLDERS = ("object", "pict", "drawing", "control", "altChunk", "subDoc")


@dataclass(frozen=True, slots=True)
class Cleaned:
    """A package and the codes of what was taken out of it, each once."""

    package: Package
    removed: tuple[str, ...]


def clean(package: Package, main: str) -> Cleaned:
    """The sanitised package; parts without anything to remove stay byte for byte the same."""
    removed: list[str] = []
    package = _with_safe_relations(package, main, removed)
    for source in _text_parts(package, main):
        package = _cleaned_part(package, source, _clean_story, removed)
    for kind in _FORMATS:
        for source in parts_related(package, main, kind.relation):
            package = _cleaned_part(package, source, _clean_formats, removed)
    for source in parts_related(package, main, SETTINGS.relation):
        package = _cleaned_part(package, source, _clean_settings, removed)
    return Cleaned(package, tuple(code for code in REMOVED if code in removed))


def _text_parts(package: Package, main: str) -> list[str]:
    return [main, *(name for kind in _STORIES for name in parts_related(package, main, kind.relation))]


def _with_safe_relations(package: Package, main: str, removed: list[str]) -> Package:
    """The package with only relations of allowed kinds, and external ones only for hyperlinks."""
    sources = [main, *(part_name(main, each.target) for each in relations_of(package, main) if not each.external)]
    for source in sources:
        present = relations_of(package, source)
        kept = [each for each in present if _is_kept(each, removed)]
        if len(kept) < len(present):
            gone = {each.id for each in present} - {each.id for each in kept}
            package = package.with_part(relations_name(source), relations_xml(kept))
            package = _without_references(package, source, gone)
    return package


def _is_kept(relation: Relation, removed: list[str]) -> bool:
    kind = relation.type.rpartition("/")[2]
    if kind == "hyperlink":
        safe = not relation.external or relation.target.casefold().startswith(_SAFE_TARGETS)
        removed += [] if safe else ["koppelingen"]
        return safe
    if kind in _KEPT and not relation.external:
        return True
    removed += ["buiten"] if kind == "image" else [_TOLD[kind]] if kind in _TOLD else []
    return False


def _without_references(package: Package, source: str, gone: set[str]) -> Package:
    if source not in package or not source.endswith(".xml"):
        return package
    root = parse(package.read(source))
    users = [element for element in root.iter("{*}*") if gone.intersection(_IDS(element))]
    for element in users:
        _let_go(element, gone)
    return package.with_part(source, serialise(root)) if users else package


def _let_go(element: Element, gone: set[str]) -> None:
    """A picture that is in the file as well stays; a link leaves its words."""
    names = [name for name, held in element.attrib.items() if str(name).startswith(f"{{{R}}}") and held in gone]
    if len(names) < len(_IDS(element)):
        for name in names:
            del element.attrib[name]
    elif local_name(element) == "hyperlink":
        unwrap(element)
    else:
        remove(_holder(element))


def _holder(element: Element) -> Element:
    """The element to remove along with a missing picture: the whole drawing, with its alternatives."""
    held = next((each for each in (element, *element.iterancestors("{*}*")) if local_name(each) in _HOLDERS), element)
    alternatives = [each for each in held.iterancestors("{*}*") if local_name(each) == "AlternateContent"]
    return alternatives[-1] if alternatives else held


def _cleaned_part(
    package: Package, source: str, work: Callable[[Element], Iterator[str]], removed: list[str]
) -> Package:
    root = parse(package.read(source))
    found = list(work(root))
    removed += found
    return package.with_part(source, serialise(root)) if found else package


def _clean_story(root: Element) -> Iterator[str]:
    """The codes of what was removed from a text part; "" for removals that need no mention."""
    yield from ["wijzigingen"] if accept(root) else []
    yield from ["opmerkingen"] if without_remarks(root) else []
    for found in [each for each in fields(root) if not each.harmless]:
        flatten(found)
        yield "velden"
    for binding in list(root.iter(w("dataBinding"))):
        remove(binding)
        yield ""
    for drawn in [
        each for each in root.iter(w("pict")) if root.tag == w("hdr") and each.find(".//{*}textpath") is not None
    ]:
        remove(drawn)
        yield "watermerk"
    for run in [mark.getparent() for mark in root.iter(w("vanish")) if is_on(mark)]:
        yield from _without_hidden(run)


def _without_hidden(properties: Element | None) -> Iterator[str]:
    """Removes hidden runs; a paragraph of which only the end mark is hidden stays."""
    run = None if properties is None else properties.getparent()
    if run is not None and run.tag == w("r"):
        remove(run)
        yield "verborgen"


def _clean_formats(root: Element) -> Iterator[str]:
    yield from ["wijzigingen"] if accept(root) else []


def _clean_settings(root: Element) -> Iterator[str]:
    for child in list(root):
        if local_name(child) in _SETTINGS:
            root.remove(child)
            yield _SETTINGS[local_name(child)]
