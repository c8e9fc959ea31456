"""Preflight of Word files: faults that Word would refuse or repair, and barriers to accessibility."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace

from lxml import etree

from composer.ooxml import package_checks, part_checks, text_checks
from composer.ooxml.checked_package import CheckedPackage, Fault, links_of
from composer.ooxml.markup import Element, parse, w
from composer.ooxml.package import Package
from composer.ooxml.part_index import PartIndex, index_part
from composer.ooxml.reading import PackageError, read_package
from composer.ooxml.relations import CORE, OFFICE_DOCUMENT, PACKAGE_ROOT, Relation, part_name
from composer.ooxml.same_markup import SoundFiles
from composer.ooxml.text_checks import heading_marks

_WHOLE = (*package_checks.CHECKS, *text_checks.CHECKS)
_XML = (".xml", ".rels")
_SHOWN = 60


@dataclass(frozen=True, slots=True)
class SharedParts:
    """The parts that many documents share, indexed once, with their relations and faults.

    `known` are the last documents on these parts that had no faults.
    """

    package: Package
    surveys: Mapping[str, PartIndex]
    links: Mapping[str, tuple[Relation, ...]]
    faults: tuple[Fault, ...]
    known: SoundFiles = field(default_factory=SoundFiles)


NOTHING = SharedParts(Package(()), {}, {}, ())


def index_shared_parts(package: Package) -> SharedParts:
    """Indexes the parts of a package; raises etree.XMLSyntaxError for a part that is not XML."""
    indexes = _surveys((name, package.read(name)) for name in package.names)
    return SharedParts(package, indexes, links_of(indexes), _faults(indexes))


def _surveys(parts: Iterable[tuple[str, bytes]]) -> dict[str, PartIndex]:
    return {name: index_part(name, parse(data)) for name, data in parts if name.endswith(_XML)}


def _faults(indexes: Mapping[str, PartIndex]) -> tuple[Fault, ...]:
    return tuple(fault for index in indexes.values() for fault in part_checks.of_part(index))


def check_file(data: bytes) -> tuple[Fault, ...]:
    """The faults of a file, one that cannot be read at all included."""
    try:
        return preflight(read_package(data))
    except PackageError as error:
        return (Fault("bestand", "", str(error)),)


def preflight(package: Package) -> tuple[Fault, ...]:
    """All faults, those of parts by themselves first; none for a sound file."""
    return _judged(NOTHING, {name: package.read(name) for name in package.names})


def preflight_on_shared(common: SharedParts, data: bytes) -> tuple[Fault, ...]:
    """The faults of a file that was written on these parts; only the added parts are checked.

    Of a file with the same markup as a sound one only the words are checked: that they are XML, and its properties.
    """
    try:
        added = common.package.added(data)
    except ValueError:
        return check_file(data)
    if common.known.contains_same_markup(added):
        return _in_words(common, added)
    faults = _judged(common, added)
    if not faults:
        common.known.add(added)
    return faults


def _in_words(common: SharedParts, parts: Mapping[str, bytes]) -> tuple[Fault, ...]:
    """The faults that words can make in sound markup: only the properties have some that mean something."""
    links = common.links.get(PACKAGE_ROOT, ())
    core = [part_name(PACKAGE_ROOT, each.target) for each in links if each.type == CORE.relation]
    indexes = _surveys((name, parts[name]) for name in core if name in parts)
    return tuple(package_checks.core_properties(CheckedPackage(frozenset(parts), "", indexes, common.links)))


def _judged(common: SharedParts, parts: Mapping[str, bytes]) -> tuple[Fault, ...]:
    try:
        own = _surveys(parts.items())
    except etree.XMLSyntaxError as error:
        return (Fault("xml", "", f"een onderdeel is geen geldige XML ({error.msg})"),)
    links = {**common.links, **links_of(own)}
    names = frozenset((*common.package.names, *parts))
    main = _main(links.get(PACKAGE_ROOT, ()), names)
    if main is None:
        return (Fault("hoofddocument", "", "het hoofddocument ontbreekt"),)
    package = CheckedPackage(names, main, {**common.surveys, **own}, links)
    whole = tuple(fault for check in _WHOLE for fault in check(package))
    return _placed((*common.faults, *_faults(own), *whole), package)


def _main(links: Iterable[Relation], names: frozenset[str]) -> str | None:
    found = (part_name(PACKAGE_ROOT, each.target) for each in links if each.type == OFFICE_DOCUMENT)
    return next((name for name in found if name in names and name.endswith(".xml")), None)


def _placed(faults: tuple[Fault, ...], package: CheckedPackage) -> tuple[Fault, ...]:
    """The faults with the words that they stand in."""
    return tuple(_with_words(fault, package) for fault in faults)


def _with_words(fault: Fault, package: CheckedPackage) -> Fault:
    if fault.at is None:
        return fault
    tags = (w("p"), w("tbl"))
    holder = next((each for each in (fault.at, *fault.at.iterancestors()) if each.tag in tags), None)
    if holder is None:
        return fault
    return replace(fault, words=_words(holder), heading=_heading(holder, package) if fault.part == package.main else "")


def _words(element: Element) -> str:
    text = " ".join("".join(each.text or "" for each in element.iter(w("t"))).split())
    return text if len(text) <= _SHOWN else text[:_SHOWN].rpartition(" ")[0] + " …"


def _heading(element: Element, package: CheckedPackage) -> str:
    """The words of the last heading before an element."""
    order = {paragraph: place for place, paragraph in enumerate(package.document.all("p"))}
    here = order.get(element) if element.tag == w("p") else order.get(next(element.iter(w("p")), element))
    holders = (next(mark.iterancestors(w("p"))) for mark, _ in heading_marks(package))
    above = [holder for holder in holders if here is not None and order[holder] < here]
    return _words(above[-1]) if above else ""
