"""The section of a base for the letter: its paper, headers and footers (Part 1, section 17.6)."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from composer.ooxml.formatting import TWIPS, is_on
from composer.ooxml.markup import HEAD, WORD_NAMESPACES, Element, elements, fragment, local_name, parse, r, w
from composer.ooxml.package import Package
from composer.ooxml.relations import HEADER, SETTINGS, attach, part_name, parts_related, relations_of

_REFERENCES = (w("headerReference"), w("footerReference"))
_EMPTY_HEADER = f"{HEAD}<w:hdr {WORD_NAMESPACES}><w:p/></w:hdr>".encode()
_A4 = '<w:sectPr><w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1417" w:right="1417" w:bottom="1417" w:left="1417"' \
    ' w:header="708" w:footer="708" w:gutter="0"/></w:sectPr>'  # fmt: skip
_DROPPED = frozenset(
    {"headerReference", "footerReference", "sectPrChange", "printerSettings", "footnotePr", "formProt"}
)


@dataclass(frozen=True, slots=True)
class Paper:
    """The page in points; `header` and `footer` are their distances from the edge."""

    width: float
    height: float
    top: float
    right: float
    bottom: float
    left: float
    header: float
    footer: float
    columns: int = 1
    gap: float = 0

    @property
    def whole_width(self) -> float:
        """The width between the margins."""
        return self.width - self.left - self.right

    @property
    def text_width(self) -> float:
        """The width of a column of text."""
        return (self.whole_width - self.gap * (self.columns - 1)) / self.columns


@dataclass(frozen=True, slots=True)
class Section:
    """A section's properties as text; `references` are relation ids by tag and type (default, first, even)."""

    references: tuple[tuple[str, str, str], ...]
    rest: str
    first_differs: bool
    paper: Paper

    @property
    def markup(self) -> str:
        named = "".join(f'<w:{tag} w:type="{kind}" r:id="{target}"/>' for tag, kind, target in self.references)
        return self.rest.replace("<w:sectPr>", f"<w:sectPr>{named}", 1)

    def with_reference(self, tag: str, kind: str, target: str) -> "Section":
        return replace(self, references=(*self.references, (tag, kind, target)))

    def with_headers(self, package: Package, main: str) -> tuple[Package, "Section"]:
        """The package with an empty header for each kind of page that has none, so that a draft can be marked on all."""
        present = {kind for tag, kind, _ in self.references if tag == "headerReference"}
        section = self
        for kind in self.page_kinds(package, main):
            if kind not in present:
                name = f"{main.rpartition('/')[0]}/header-raadsbrief-{kind}.xml".lstrip("/")
                package, target = attach(package, main, name, HEADER, _EMPTY_HEADER)
                section = section.with_reference("headerReference", kind, target)
        return package, section

    def page_kinds(self, package: Package, main: str) -> list[str]:
        """The kinds of page that look different: default, and first and even where those do."""
        settings = parts_related(package, main, SETTINGS.relation)
        differ = bool(settings) and is_on(parse(package.read(settings[0])).find(w("evenAndOddHeaders")))
        return ["default", *(["first"] if self.first_differs else []), *(["even"] if differ else [])]

    def running(self, package: Package, main: str) -> Mapping[tuple[str, str], str]:
        """The names of the header and footer parts by tag and type."""
        targets = {relation.id: part_name(main, relation.target) for relation in relations_of(package, main)}
        return {(tag, kind): targets[target] for tag, kind, target in self.references if target in targets}


def section_of(root: Element) -> Section:
    """The section for the letter, with headers inherited from earlier ones; A4 when there is none."""
    body = root.find(w("body"))
    if body is None:
        raise ValueError("no body")
    sections = list(body.iter(w("sectPr")))
    if not sections:
        return _section(elements(_A4)[0], {})
    chosen = _chosen(sections)
    references: dict[tuple[str, str], str] = {}
    for section in sections[: chosen + 1]:
        for element in section:
            if element.tag in _REFERENCES:
                tag = local_name(element)
                references[tag, str(element.get(w("type"), "default"))] = str(element.get(r("id")))
    return _section(sections[chosen], references)


def _chosen(sections: list[Element]) -> int:
    """The index of the first portrait section, or of the last one on its page; without a portrait one, of the last of all."""
    upright = [index for index, section in enumerate(sections) if _is_upright(section)]
    if not upright:
        return len(sections) - 1
    chosen = upright[0]
    while chosen + 1 in upright and _goes_on(sections[chosen + 1]):
        chosen += 1
    return chosen


def _is_upright(section: Element) -> bool:
    size = section.find(w("pgSz"))
    return size is None or _number(size, "w") <= _number(size, "h")


def _goes_on(section: Element) -> bool:
    kind = section.find(w("type"))
    return kind is not None and kind.get(w("val")) == "continuous"


def _section(element: Element, references: dict[tuple[str, str], str]) -> Section:
    kept = [child for child in element if local_name(child) not in _DROPPED]
    return Section(
        references=tuple((tag, kind, target) for (tag, kind), target in references.items()),
        rest=f"<w:sectPr>{''.join(map(fragment, kept))}</w:sectPr>",
        first_differs=is_on(element.find(w("titlePg"))),
        paper=_paper(element),
    )


def _number(element: Element | None, name: str, default: float = 0) -> float:
    try:
        return default if element is None else float(element.get(w(name), default))
    except ValueError:
        return default


def _paper(section: Element) -> Paper:
    """The paper of a section (sections 17.6.13, 17.6.11, 17.6.4); a negative margin is one that a header may not push away."""
    size, margins, columns = (section.find(w(name)) for name in ("pgSz", "pgMar", "cols"))
    sides = {side: abs(_number(margins, side, 1417)) / TWIPS for side in ("top", "right", "bottom", "left")}
    return Paper(
        width=_number(size, "w", 11906) / TWIPS,
        height=_number(size, "h", 16838) / TWIPS,
        top=sides["top"],
        right=sides["right"],
        bottom=sides["bottom"],
        left=sides["left"] + _number(margins, "gutter") / TWIPS,
        header=_number(margins, "header", 708) / TWIPS,
        footer=_number(margins, "footer", 708) / TWIPS,
        columns=int(_number(columns, "num", 1)) or 1,
        gap=_number(columns, "space", 708) / TWIPS,
    )
