"""A house style's base document, prepared once so that each letter only writes text into it."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from composer.domain.provenance import SPACE
from composer.export.docx import headers, parts, surrounding_text
from composer.export.docx.formats import run_properties
from composer.export.docx.headers import Running
from composer.export.docx.parts import CORE_NAME, CUSTOM_NAME, DocumentOptions, part
from composer.export.docx.section import Section, section_of
from composer.export.docx.styles import StyleDefaults, added_directly, style_ids
from composer.export.docx.surrounding_text import SurroundingText
from composer.ooxml import notes, numbering
from composer.ooxml.cleaning import clean
from composer.ooxml.computed_formats import Cascade
from composer.ooxml.custom_xml import with_data_item
from composer.ooxml.formatting import TWIPS, is_on
from composer.ooxml.markup import HEAD, Element, end_tag, parse, serialise, start_tag, w
from composer.ooxml.numbering import Numbering
from composer.ooxml.package import Package
from composer.ooxml.reading import PackageError
from composer.ooxml.relations import (
    DOCUMENT,
    FOOTNOTES,
    HYPERLINK,
    NUMBERING,
    RELATIONS_END,
    RELATIONS_START,
    SETTINGS,
    STYLES,
    Relation,
    main_part,
    reachable,
    relation_xml,
    relations_name,
    relations_of,
    with_content_types,
)
from composer.ooxml.styles import Styles, set_language
from composer.ooxml.theme import Theme, document_theme


@dataclass(frozen=True, slots=True)
class SplitPart:
    """A part as text before and after the place where a letter writes."""

    name: str
    before: str
    after: str

    def around(self, markup: str) -> bytes:
        return f"{self.before}{markup}{self.after}".encode()

    def around_all(self, *markup: bytes) -> bytes:
        """As `around`, for text that is UTF-8 already."""
        return b"".join((self.before.encode(), *markup, self.after.encode()))


@dataclass(frozen=True, slots=True)
class Base:
    """A prepared base: `package` has the parts that no letter changes, `text_width` is in twentieths of a point.

    `direct` are properties that paragraphs of a kind get on top of their style, `pages` the running parts by tag and
    kind of page, `provenance_part` the name of the letter's own data item.
    """

    package: Package
    styles: Mapping[str, str]
    runs: tuple[str, ...]
    direct: Mapping[str, tuple[str, str]]
    body: SplitPart
    body_relations: SplitPart
    notes: SplitPart
    notes_relations: SplitPart
    first_note: int
    numbering: Numbering
    numbering_name: str
    provenance_part: str
    surrounding: SurroundingText
    running: tuple[Running, ...]
    pages: Mapping[tuple[str, str], str]
    section: Section
    page_kinds: tuple[str, ...]
    hyphenates: bool
    adds_space: bool
    cascade: Cascade

    @property
    def hyperlink_id_prefix(self) -> str:
        """The prefix of the ids of a letter's links, which no id of the base begins with."""
        taken, name = self.body_relations.before + self.notes_relations.before, "koppeling"
        while f'Id="{name}' in taken:
            name = f"nieuwe-{name}"
        return name

    @property
    def theme(self) -> Theme:
        return self.cascade.theme

    @property
    def text_width(self) -> int:
        return round(self.section.paper.text_width * TWIPS)


def prepare(
    package: Package, names: Mapping[str, str], look: StyleDefaults, options: DocumentOptions | None = None
) -> Base:
    """Prepares a base; raises PackageError when it has no document that can hold a letter."""
    try:
        main = main_part(package)
        package = with_content_types(package, {main: DOCUMENT.content})
        package = parts.without_sessions(clean(package, main).package)
        root = parse(package.read(main))
        section = section_of(root)
    except (KeyError, ValueError) as error:
        raise PackageError("in het bestand staat geen Word-document; sla het in Word opnieuw op als .docx") from error
    around = surrounding_text.read_surrounding_text(root)
    package, section = section.with_headers(parts.with_own_properties(package), main)
    used = (*around.relations, *(target for _, _, target in section.references))
    package = parts.with_needed_parts(parts.with_used_relations(package, main, used), main)
    package, provenance = with_data_item(parts.without_endnotes(package, main), main, SPACE)
    look = replace(look, edge=round(section.paper.text_width * TWIPS))
    return _Opening(package, main, root, section, around, provenance).base(names, look, options or DocumentOptions())


@dataclass(frozen=True, slots=True)
class _Opening:
    """A base with all required parts added, and its document part as it was."""

    package: Package
    main: str
    root: Element
    section: Section
    around: SurroundingText
    provenance: str

    def base(self, names: Mapping[str, str], look: StyleDefaults, options: DocumentOptions) -> Base:
        package, ids, numbered, cascade = self.with_styles(names, look)
        notes_name, settings_name = part(package, self.main, FOOTNOTES), part(package, self.main, SETTINGS)
        package = parts.with_settings(package, settings_name, package.read(notes_name), options)
        before, after, first_note = notes.split_footnotes(package.read(notes_name), self.around.notes)
        pages = self.section.running(package, self.main)
        running = tuple(headers.parse_running_part(name, package.read(name)) for name in dict.fromkeys(pages.values()))
        settings = parse(package.read(settings_name))
        return Base(
            package=self.shared(package, notes_name, running),
            styles=ids,
            runs=run_properties(ids),
            direct=added_directly(ids, cascade),
            body=_body(self.main, self.root, self.section),
            body_relations=_relations(self.main, relations_of(package, self.main)),
            notes=SplitPart(notes_name, before, after),
            notes_relations=_relations(notes_name, _used(relations_of(package, notes_name), before)),
            first_note=first_note,
            numbering=numbered,
            numbering_name=part(package, self.main, NUMBERING),
            provenance_part=self.provenance,
            surrounding=self.around,
            running=running,
            pages=pages,
            section=self.section,
            page_kinds=tuple(self.section.page_kinds(package, self.main)),
            hyphenates=is_on(settings.find(w("autoHyphenation"))),
            adds_space=is_on(settings.find(f"{w('compat')}/{w('doNotUseHTMLParagraphAutoSpacing')}")),
            cascade=cascade,
        )

    def shared(self, package: Package, notes_name: str, running: tuple[Running, ...]) -> Package:
        """The package with only the parts that no letter changes."""
        changing = (self.main, notes_name, part(package, self.main, NUMBERING), self.provenance, CORE_NAME, CUSTOM_NAME)
        relations = (relations_name(self.main), relations_name(notes_name))
        return reachable(package).without(*changing, *relations, *(each.name for each in running))

    def with_styles(
        self, names: Mapping[str, str], look: StyleDefaults
    ) -> tuple[Package, dict[str, str], Numbering, Cascade]:
        """The package with every style that a letter needs, their ids by kind, its numbering, and how its styles look."""
        package, name = self.package, part(self.package, self.main, STYLES)
        root = parse(package.read(name))
        known = len(root)
        styles = Styles(root)
        ids = style_ids(styles, names, look)
        spoken = set_language(root, parts.LANGUAGE)
        if spoken or len(root) > known:  # a base that has all of it keeps its part as it came
            package = package.with_part(name, serialise(root))
        lists = [styles.with_id(ids[kind]) for kind in ("opsomming", "nummering")]
        numbers, (bullets, counted) = numbering.prepare_numbering(
            package.read(part(package, self.main, NUMBERING)), lists
        )
        cascade = Cascade(root, document_theme(package, self.main))
        return package, ids, numbering.cut(numbers, bullets, counted), cascade


def _body(name: str, root: Element, section: Section) -> SplitPart:
    return SplitPart(name, f"{HEAD}{start_tag(root)}<w:body>", f"{section.markup}</w:body>{end_tag(root)}")


def _used(relations: tuple[Relation, ...], text: str) -> tuple[Relation, ...]:
    """The relations that kept notes still use."""
    return tuple(each for each in relations if f'"{each.id}"' in text)


def _relations(source: str, present: tuple[Relation, ...]) -> SplitPart:
    before = HEAD + RELATIONS_START + "".join(map(relation_xml, present))
    return SplitPart(relations_name(source), before, RELATIONS_END)


def hyperlinks(links: Mapping[str, str]) -> str:
    """The relations of links, from their targets to their ids."""
    return "".join(relation_xml(Relation(name, HYPERLINK, target, external=True)) for target, name in links.items())
