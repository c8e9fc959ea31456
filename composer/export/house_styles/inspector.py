"""Inspects a document: the styles and places recognised, what has to be added, and what is removed."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from lxml import etree

from composer.domain.dutch import counted
from composer.domain.errors import ComposerError
from composer.export.docx.parts import with_needed_parts
from composer.export.docx.section import section_of
from composer.export.docx.styles import StyleDefaults, definitions
from composer.export.house_styles.colours import colours_of
from composer.export.house_styles.document_reader import (
    DocumentReader,
    found_logo,
    found_pages,
    found_paper,
    found_text,
    unprintable,
    unusable_pictures,
)
from composer.export.house_styles.inspection import FoundFonts, FoundPlace, FoundStyle, How, Inspection
from composer.export.house_styles.names import LABELS
from composer.export.house_styles.places import place_sources, spots
from composer.export.house_styles.recognising import Recognised, recognise, usage_of
from composer.export.pdf.fonts import is_exact, twin
from composer.export.pictures import require_few_pixels
from composer.ooxml.cleaning import REMOVED, clean
from composer.ooxml.computed_formats import Cascade, RunFormat
from composer.ooxml.markup import Element, parse, w
from composer.ooxml.package import Package
from composer.ooxml.reading import PackageError, read_package
from composer.ooxml.relations import (
    CORE,
    DOCUMENT,
    PACKAGE_ROOT,
    SETTINGS,
    STYLES,
    main_part,
    parts_related,
    with_content_types,
)
from composer.ooxml.styles import Style
from composer.ooxml.theme import ACCENT, document_theme

_PICTURES = (".png", ".jpg", ".jpeg")
_HEADERS = ("header", "Koptekst", "Kopfzeile")
_MAKERS = ("creator", "lastModifiedBy", "keywords", "description", "category")
_LINE = 1.2  # of the size of its letters
_USUAL_FONT = "Times New Roman"  # what Word takes when a document names none
_LOOK = StyleDefaults("", "", "", "", "", 0)


def inspect(data: bytes, name: str) -> Inspection:
    """Inspects the bytes of a Word file; raises ComposerError, with the reason, for a file that is refused."""
    try:
        return inspect_package(read_package(data), name)
    except PackageError as error:
        raise ComposerError(str(error)) from error
    except (LookupError, ValueError, TypeError, AttributeError, etree.LxmlError) as error:  # nothing that Word made
        raise ComposerError(
            "dit document zit anders in elkaar dan Word het maakt; open het in Word en sla het op"
        ) from error


def inspect_package(package: Package, name: str) -> Inspection:
    """Inspects a package; raises PackageError when it is not a document, ComposerError when a picture is too large."""
    for part in package.parts:
        if part.name.lower().endswith(_PICTURES):
            require_few_pixels(part.data, Path(part.name))
    try:
        main = main_part(package)
        root = parse(package.read(main))
    except KeyError as error:
        raise PackageError("in het bestand staat geen Word-document; sla het in Word opnieuw op als .docx") from error
    body, section = root.find(w("body")), section_of(root)
    assert body is not None  # or it has no section
    package = with_needed_parts(with_content_types(package, {main: DOCUMENT.content}), main)
    cleaned = clean(package, main)
    cascade = _cascade(cleaned.package, main)
    around = DocumentReader(cleaned.package, main, section, cascade, document_theme(cleaned.package, main))
    found = recognise(cascade, usage_of(body, _default(cascade)))
    return _Looking(name, package, around, found, root, cleaned.removed).inspection()


def style_names(package: Package) -> tuple[str, ...]:
    """Word's names of all styles in a document, by alphabet."""
    return tuple(sorted(set(_cascade(package, main_part(package)).styles.names())))


def _cascade(package: Package, main: str) -> Cascade:
    styles = parse(package.read(parts_related(package, main, STYLES.relation)[0]))
    return Cascade(styles, document_theme(package, main))


def _default(cascade: Cascade) -> str:
    style = cascade.styles.default("paragraph")
    return style.id if style else ""


@dataclass(frozen=True, slots=True)
class _Looking:
    """A document with what was recognised of its styles; `package` is the one that came, `around` reads the cleaned one."""

    name: str
    package: Package
    around: DocumentReader
    found: Recognised
    root: Element
    removed: tuple[str, ...]

    def inspection(self) -> Inspection:
        text = found_text(self.root)
        return Inspection(
            name=self.name,
            styles=tuple(self.styles()),
            fonts=self.fonts(),
            colours=colours_of(self.accent(), self.muted()),
            paper=found_paper(self.around.section.paper),
            pages=tuple(found_pages(self.around)),
            logo=found_logo(self.around),
            text=text,
            places=tuple(self.places()),
            added=tuple(self.added()),
            removed=tuple(self.taken_out()),
            remarks=tuple(self.remarks()),
            space_after=self.space(),
            note_counting="per_pagina" if self.restarts() else "doorlopend",
            names=self.found.names,
            package=self.package,
        )

    def style(self, kind: str) -> Style | None:
        sort = definitions(_LOOK)[kind].kind
        return self.around.cascade.styles.find(self.found.names.get(kind, ""), sort)

    def styles(self) -> Iterator[FoundStyle]:
        for kind, label in LABELS.items():
            style = self.style(kind)
            if style is None:
                yield FoundStyle(kind, label, "", "toegevoegd", "zoals de lopende tekst")
                continue
            character = style.kind == "character"
            look = self.around.cascade.run(None, style.id) if character else self.around.cascade.run(style.id)
            how: How = "gebruik" if kind in self.found.by_use else "naam"
            yield FoundStyle(kind, label, style.name, how, "" if style.kind == "table" else in_words(look))

    def body_look(self) -> RunFormat:
        style = self.around.cascade.styles.find(self.found.body, "paragraph")
        return self.around.cascade.run(style.id if style else None)

    def fonts(self) -> FoundFonts:
        body, heading = self.body_look(), self.style("kop1")
        font = body.font or _USUAL_FONT
        above = self.around.cascade.run(heading.id).font if heading else font
        return FoundFonts(font, above or font, body.size, twin(font), is_exact(font))

    def accent(self) -> str:
        heading = self.style("kop1")
        own = self.around.cascade.run(heading.id).colour if heading else ""
        return own or self.around.theme.colours.get(ACCENT, "")

    def muted(self) -> str:
        header = next(
            (style for name in _HEADERS if (style := self.around.cascade.styles.find(name, "paragraph"))), None
        )
        return self.around.cascade.run(header.id).colour if header else ""

    def space(self) -> float:
        """The space below a paragraph: its own, or a line where the organisation's style has none."""
        style = self.around.cascade.styles.find(self.found.body, "paragraph")
        look = self.around.cascade.paragraph(style.id if style else None)
        return round(look.after, 1) if self.found.spaced and look.after else round(self.body_look().size * _LINE, 1)

    def restarts(self) -> bool:
        """Whether note numbers restart on each page, by the settings or by the section."""
        named = parts_related(self.package, self.around.main, SETTINGS.relation)
        roots = [self.root, *(parse(self.package.read(name)) for name in named)]
        marks = (mark for root in roots for mark in root.iter(w("numRestart")))
        return any(
            mark.get(w("val")) == "eachPage"
            and (holder := mark.getparent()) is not None
            and holder.tag == w("footnotePr")
            for mark in marks
        )

    def places(self) -> Iterator[FoundPlace]:
        for source, where in place_sources(self.package, self.around.main, self.around.section):
            for number, spot in enumerate(spots(parse(self.package.read(source)))):
                yield FoundPlace(f"{source}#{number}", spot.name, where, spot.kind, spot.tag)

    def added(self) -> Iterator[str]:
        missing = [label.lower() for kind, label in LABELS.items() if self.style(kind) is None and kind != "alinea"]
        if missing:
            yield f"stijlen voor {_listed(missing)}, die bij de lopende tekst passen"
        if not self.found.spaced:
            yield "witruimte tussen alinea’s, want de lopende tekst heeft die niet"
        if not any(page.numbered for page in found_pages(self.around)):
            yield "bladnummers in de voettekst, met het onderwerp van de brief"
        if any(not logo.alternative for logo in [found_logo(self.around)] if logo):
            yield "een alternatieve tekst bij het beeldmerk; vul zelf in wat erop staat"

    def taken_out(self) -> Iterator[str]:
        yield from (REMOVED[code] for code in self.removed)
        if self._makers():
            yield "de namen van wie het document maakte, en andere eigenschappen"
        text = found_text(self.root)
        if text.paragraphs:
            count = counted(text.paragraphs, "alinea", "alinea’s")
            yield f"de tekst die erin staat ({count}), tenzij u kiest om die te houden"
        if len(list(self.root.iter(w("sectPr")))) > 1:
            yield "de andere secties; de brief komt in de eerste staande"

    def _makers(self) -> bool:
        named = parts_related(self.package, PACKAGE_ROOT, CORE.relation)
        roots = [parse(self.package.read(name)) for name in named if name in self.package]
        return any(
            (found.text or "").strip() for root in roots for name in _MAKERS for found in root.findall(f"{{*}}{name}")
        )

    def remarks(self) -> Iterator[str]:
        if unusable_pictures(self.around):
            yield "een afbeelding in de kop- of voettekst is van een soort die niet in een pdf kan; vervang haar door een png"
        if signs := unprintable(self.around):
            yield f"in de kop- of voettekst staat {' '.join(signs)}; dat kan niet in de pdf en blijft daar weg"
        fonts = self.fonts()
        if not fonts.exact:
            yield (
                f"het lettertype {fonts.text} is niet meegeleverd; in de pdf komt {fonts.pdf}. "
                "Zet de bestanden van het lettertype in de map van de huisstijl als u het mag gebruiken"
            )


def in_words(look: RunFormat) -> str:
    """The format of text in Dutch: Arial 10, vet, #1F4E79."""
    marks = (
        ("vet", look.bold),
        ("cursief", look.italic),
        ("hoofdletters", look.caps),
        ("onderstreept", look.underline),
    )
    told = [f"{look.font or _USUAL_FONT} {look.size:g}", *(word for word, on in marks if on)]
    return ", ".join([*told, *([f"#{look.colour}"] if look.colour else [])])


def _listed(words: list[str]) -> str:
    return words[0] if len(words) == 1 else f"{', '.join(words[:-1])} en {words[-1]}"
