"""Repairs small faults that other programs leave in a document, without changing how it looks."""

from collections.abc import Callable

from composer.ooxml.grammar import ORDERED
from composer.ooxml.markup import Element, parse, serialise, w
from composer.ooxml.package import Package
from composer.ooxml.relations import NUMBERING, STYLES, parts_related


def repair(package: Package, main: str) -> Package:
    """The repaired package; parts without faults stay byte for byte the same."""
    for name in package.names:
        if name.startswith(main.rpartition("/")[0]) and name.endswith(".xml"):
            package = _changed(package, name, _put_in_order)
    known = _style_ids(package, main)
    for name in parts_related(package, main, NUMBERING.relation):
        package = _changed(package, name, lambda root: _let_go(root, known))
    return package


def _changed(package: Package, name: str, mend: Callable[[Element], bool]) -> Package:
    root = parse(package.read(name))
    return package.with_part(name, serialise(root)) if mend(root) else package


def _put_in_order(root: Element) -> bool:
    """Sorts properties in the order of the standard (Part 1, annex A.1), unknown ones last; returns whether anything changed."""
    changed = False
    for holder, ranks in ORDERED.items():
        for element in root.iter(holder):
            present = list(element)
            wanted = sorted(
                present, key=lambda child: ranks.get(str(child.tag), -1 if child.tag in _FIRST else len(ranks))
            )
            if wanted != present:
                element[:] = wanted
                changed = True
    return changed


_FIRST = frozenset({w("headerReference"), w("footerReference")})


def _style_ids(package: Package, main: str) -> frozenset[str]:
    roots = [parse(package.read(name)) for name in parts_related(package, main, STYLES.relation)]
    return frozenset(str(style.get(w("styleId"))) for root in roots for style in root.iter(w("style")))


def _let_go(root: Element, known: frozenset[str]) -> bool:
    """Removes links from list levels to styles that do not exist (section 17.9.23); returns whether there were any."""
    gone = [each for each in root.iter(w("pStyle")) if str(each.get(w("val"))) not in known]
    for each in gone:
        each.getparent().remove(each)  # pyright: ignore[reportOptionalMemberAccess]  # found below one
    return bool(gone)
