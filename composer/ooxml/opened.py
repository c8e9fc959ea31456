"""A package opened for checking, and what a check finds."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from composer.ooxml.markup import Element, w
from composer.ooxml.package import Package
from composer.ooxml.relations import Kind, Relation, part_name, relations_in, relations_name


@dataclass(frozen=True, slots=True)
class Fault:
    """`code` names the check, `part` the part it is in ("" for the package), `message` says in Dutch what is wrong."""

    code: str
    part: str
    message: str


@dataclass(frozen=True, slots=True)
class Opened:
    """A package with its XML parts parsed, by name; `main` is the name of the document part."""

    package: Package
    main: str
    roots: Mapping[str, Element]

    def relations(self, source: str) -> tuple[Relation, ...]:
        """The relations of a part, or of the package for ""."""
        root = self.roots.get(relations_name(source))
        return () if root is None else relations_in(root)

    def related(self, source: str, kind: Kind) -> list[str]:
        """The names of the parts of a kind that another part leads to."""
        return [part_name(source, each.target) for each in self.relations(source) if each.type == kind.relation]

    def of_kind(self, kind: Kind) -> tuple[str, Element] | None:
        """The part of this kind that the document has, with its name."""
        names = [name for name in self.related(self.main, kind) if name in self.roots]
        return (names[0], self.roots[names[0]]) if names else None

    def texts(self) -> Iterator[tuple[str, Element]]:
        """The parts that hold WordprocessingML."""
        for name, root in self.roots.items():
            if str(root.tag).startswith(w("")):
                yield name, root


def value(element: Element | None, name: str = "val") -> str:
    """A w attribute of an element, "" when either is missing."""
    return "" if element is None else str(element.get(w(name), ""))


def repeated(values: list[str]) -> list[str]:
    """The values that occur more than once, each once, sorted."""
    return sorted({each for each in values if values.count(each) > 1})
