"""What Word would refuse or repair in a package, found before anyone opens it."""

from collections.abc import Callable, Iterator

from lxml import etree

from composer.ooxml import package_checks, text_checks
from composer.ooxml.markup import parse
from composer.ooxml.opened import Fault, Opened
from composer.ooxml.package import Package
from composer.ooxml.relations import main_part

CHECKS: tuple[Callable[[Opened], Iterator[Fault]], ...] = (
    package_checks.content_types,
    package_checks.relations,
    package_checks.core_properties,
    package_checks.traces,
    text_checks.footnotes,
    text_checks.separators,
    text_checks.numbering,
    text_checks.fields,
    text_checks.controls,
    text_checks.switches,
    text_checks.styles,
    text_checks.bookmarks,
    text_checks.tables,
    text_checks.pictures,
)


def preflight(package: Package) -> tuple[Fault, ...]:
    """All faults, in the order of the checks; none for a sound file."""
    try:
        opened = opened_package(package)
    except KeyError:
        return (Fault("hoofddocument", "", "het hoofddocument ontbreekt"),)
    except etree.XMLSyntaxError as error:
        return (Fault("xml", "", f"een onderdeel is geen geldige XML ({error.msg})"),)
    return tuple(fault for check in CHECKS for fault in check(opened))


def opened_package(package: Package) -> Opened:
    """The package with each XML part parsed once; raises KeyError without a main part and XMLSyntaxError for a broken one."""
    roots = {name: parse(package.read(name)) for name in package.names if name.endswith((".xml", ".rels"))}
    return Opened(package, main_part(package), roots)
