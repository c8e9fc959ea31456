"""A package opened for checking, and the faults that checks report."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from composer.ooxml.markup import Element
from composer.ooxml.part_index import PartIndex
from composer.ooxml.relations import Kind, Relation, part_name, relations_in


@dataclass(frozen=True, slots=True)
class Fault:
    """`code` names the check, `part` the part it is in ("" for the package), `message` says in Dutch what is wrong.

    `words` are those of the paragraph it stands in, `heading` those of the heading above; "" where there are none.
    """

    code: str
    part: str
    message: str
    at: Element | None = field(default=None, compare=False, repr=False)
    words: str = ""
    heading: str = ""

    @property
    def place(self) -> str:
        """The place of the fault in Dutch: the words it stands in, the heading above them, or the kind of part."""
        if self.words:
            above = f" onder de kop “{self.heading}”" if self.heading else ""
            return f"bij “{self.words}”{above}"
        return _KINDS.get(_kind(self.part), "") or "in het bestand als geheel"


_KINDS = {
    "document": "in de tekst", "header": "in de koptekst van de bladzijden", "footer": "in de voettekst van de bladzijden",
    "footnotes": "in de voetnoten", "styles": "in de stijlen", "numbering": "in de nummering van lijsten",
    "settings": "in de instellingen", "core": "in de eigenschappen", "media": "bij een afbeelding",
}  # fmt: skip


def _kind(part: str) -> str:
    name = part.replace("/media/", "/media/media").rpartition("/")[2].partition(".")[0]
    return next((kind for kind in _KINDS if name.startswith(kind)), "")


@dataclass(frozen=True, slots=True)
class CheckedPackage:
    """The part names of a package, with an index of each XML part; `main` is the document."""

    names: frozenset[str]
    main: str
    surveys: Mapping[str, PartIndex]
    links: Mapping[str, tuple[Relation, ...]]

    def relations(self, source: str) -> tuple[Relation, ...]:
        """The relations of a part, or of the package for ""."""
        return self.links.get(source, ())

    def related(self, source: str, kind: Kind) -> list[str]:
        """The names of the parts of a kind to which another part has relations."""
        return [part_name(source, each.target) for each in self.relations(source) if each.type == kind.relation]

    def of_kind(self, kind: Kind) -> PartIndex | None:
        """The document's part of this kind; None without one."""
        names = [name for name in self.related(self.main, kind) if name in self.surveys]
        return self.surveys[names[0]] if names else None

    @property
    def document(self) -> PartIndex:
        return self.surveys[self.main]

    def texts(self) -> Iterator[PartIndex]:
        """The parts that hold WordprocessingML."""
        return (index for index in self.surveys.values() if index.is_text)


def links_of(indexes: Mapping[str, PartIndex]) -> dict[str, tuple[Relation, ...]]:
    """The relations of each part that has some, by the name of that part."""
    found: dict[str, tuple[Relation, ...]] = {}
    for name, index in indexes.items():
        if name.endswith(".rels"):
            folder, _, own = name.rpartition("_rels/")
            found[f"{folder}{own.removesuffix('.rels')}"] = relations_in(index.root)
    return found


def repeated(values: list[str]) -> list[str]:
    """The values that occur more than once, each once, sorted."""
    if len(set(values)) == len(values):
        return []
    return sorted({each for each in values if values.count(each) > 1})
