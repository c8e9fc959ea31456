"""The last section of a base: its paper, and the headers and footers that a letter gets (Part 1, section 17.6)."""

from dataclasses import dataclass, replace

from composer.ooxml.markup import HEAD, WORD_NAMESPACES, Element, elements, fragment, parse, r, w
from composer.ooxml.package import Package
from composer.ooxml.relations import HEADER, SETTINGS, attach, part_name, parts_related, relations_of

_REFERENCES = (w("headerReference"), w("footerReference"))
_EMPTY_HEADER = f"{HEAD}<w:hdr {WORD_NAMESPACES}><w:p/></w:hdr>".encode()
_A4 = '<w:sectPr><w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1417" w:right="1417" w:bottom="1417" w:left="1417"' \
    ' w:header="708" w:footer="708" w:gutter="0"/></w:sectPr>'  # fmt: skip


@dataclass(frozen=True, slots=True)
class Section:
    """A section's properties as text; `references` are relation ids by tag and type (default, first, even)."""

    references: tuple[tuple[str, str, str], ...]
    rest: str
    first_differs: bool
    text_width: int

    @property
    def markup(self) -> str:
        named = "".join(f'<w:{tag} w:type="{kind}" r:id="{target}"/>' for tag, kind, target in self.references)
        return self.rest.replace("<w:sectPr>", f"<w:sectPr>{named}", 1)

    def with_headers(self, package: Package, main: str) -> tuple[Package, "Section"]:
        """The package with an empty header for each kind of page that has none, so that a draft can be marked on all."""
        present = {kind for tag, kind, _ in self.references if tag == "headerReference"}
        section = self
        for kind in self._page_kinds(package, main):
            if kind not in present:
                name = f"{main.rpartition('/')[0]}/header-raadsbrief-{kind}.xml".lstrip("/")
                package, target = attach(package, main, name, HEADER, _EMPTY_HEADER)
                section = replace(section, references=(*section.references, ("headerReference", kind, target)))
        return package, section

    def _page_kinds(self, package: Package, main: str) -> list[str]:
        settings = parts_related(package, main, SETTINGS.relation)
        differ = bool(settings) and parse(package.read(settings[0])).find(w("evenAndOddHeaders")) is not None
        return ["default", *(["first"] if self.first_differs else []), *(["even"] if differ else [])]

    def running(self, package: Package, main: str) -> list[str]:
        """The names of the header and footer parts, each once."""
        targets = {relation.id: part_name(main, relation.target) for relation in relations_of(package, main)}
        return list(dict.fromkeys(targets[target] for _, _, target in self.references))


def section_of(root: Element) -> Section:
    """The last section of a document, with the headers that it has from earlier ones; A4 when it has none."""
    body = root.find(w("body"))
    if body is None:
        raise ValueError("no body")
    sections = list(body.iter(w("sectPr")))
    references: dict[tuple[str, str], str] = {}
    for section in sections:
        for element in section:
            if element.tag in _REFERENCES:
                tag = str(element.tag).rpartition("}")[2]
                references[tag, str(element.get(w("type"), "default"))] = str(element.get(r("id")))
    return _section(sections[-1] if sections else elements(_A4)[0], references)


def _section(element: Element, references: dict[tuple[str, str], str]) -> Section:
    kept = [child for child in element if child.tag not in (*_REFERENCES, w("sectPrChange"))]
    first = element.find(w("titlePg"))
    return Section(
        references=tuple((tag, kind, target) for (tag, kind), target in references.items()),
        rest=f"<w:sectPr>{''.join(map(fragment, kept))}</w:sectPr>",
        first_differs=first is not None and first.get(w("val"), "1") not in {"0", "false", "off"},
        text_width=_text_width(element),
    )


def _text_width(section: Element) -> int:
    """The width between the margins in twentieths of a point (sections 17.6.11 and 17.6.13)."""
    size, margins = section.find(w("pgSz")), section.find(w("pgMar"))
    if size is None or margins is None:
        return 9072
    return int(str(size.get(w("w")))) - int(str(margins.get(w("left")))) - int(str(margins.get(w("right"))))
