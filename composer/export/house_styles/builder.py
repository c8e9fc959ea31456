"""Builds a house style from a document: a base with only what letters use, and a file with the choices."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, cast

from composer.export.docx import parts
from composer.export.docx.section import Section, section_of
from composer.export.house_style import BASE_NAME, SETTINGS_NAME, Fonts, HouseStyle, Logo, Margins, Settings
from composer.export.house_styles.body import body_of
from composer.export.house_styles.inspection import Choices, Inspection
from composer.export.house_styles.page_numbers import with_page_numbers
from composer.export.house_styles.places import place_sources, spots
from composer.export.pdf.pictures import kind_of
from composer.library.yaml import write_yaml
from composer.ooxml.cleaning import clean
from composer.ooxml.markup import Element, parse, serialise, w
from composer.ooxml.package import Package, deflated
from composer.ooxml.properties import Core, core_xml, custom_xml
from composer.ooxml.relations import (
    DOCUMENT,
    FOOTNOTES,
    main_part,
    parts_related,
    reachable,
    with_content_types,
)
from composer.ooxml.repair import repair

_ENDINGS = {"image/png": "png", "image/jpeg": "jpg"}
_HEAD = """# Huisstijl “{name}”, overgenomen uit een Word-document. Wat u hier verandert, geldt voor iedere nieuwe brief.
# De handleiding noemt alle sleutels.
"""
_DAY = date(2025, 1, 1)  # a house style has no day of its own


def build_files(inspection: Inspection, choices: Choices) -> dict[str, bytes]:
    """The files of the house style by their names."""
    package = _base(inspection, choices)
    settings = _settings(inspection, choices)
    files = {BASE_NAME: _packed(package).to_bytes(), SETTINGS_NAME: _text(settings).encode()}
    if settings.logo and inspection.logo:
        files[settings.logo.file] = package.read(inspection.logo.part)
    return files


def _text(settings: Settings) -> str:
    return _HEAD.format(name=settings.name) + write_yaml(_in_dutch(settings.record()))


def _in_dutch(value: Any) -> Any:
    """Yes and no as people write them."""
    if isinstance(value, dict):
        return {key: _in_dutch(held) for key, held in cast(dict[str, Any], value).items()}
    return ("nee", "ja")[value] if isinstance(value, bool) else value


def trial(inspection: Inspection, choices: Choices, fonts: HouseStyle) -> HouseStyle:
    """The resulting house style without writing it; `fonts` is the folder with fonts besides the shipped ones."""
    settings = _settings(inspection, choices).model_copy(update={"logo": None})
    return HouseStyle(fonts.folder, settings, _base(inspection, choices))


def _packed(package: Package) -> Package:
    """The package with compressed parts, since a base is made once."""
    return Package(tuple(deflated(part.name, part.data) for part in package.parts))


def _settings(inspection: Inspection, choices: Choices) -> Settings:
    paper, fonts = inspection.paper, inspection.fonts
    return Settings(
        name=choices.name or inspection.name,
        styles={**inspection.names, **choices.styles},
        fonts=Fonts(text=fonts.text, pdf=choices.pdf_font or fonts.pdf, size=min(max(fonts.size, 8), 16)),
        colours=inspection.colours,
        margins=Margins(top=paper.top, bottom=paper.bottom, left=paper.left, right=paper.right),
        logo=_logo(inspection, choices),
        notes=choices.notes,
        note_counting=inspection.note_counting,
        contents=choices.contents,
        sources_page=choices.sources_page,
        space_after=inspection.space_after,
    )


def _logo(inspection: Inspection, choices: Choices) -> Logo | None:
    found = inspection.logo
    if found is None or not found.usable:
        return None
    ending = _ENDINGS.get(kind_of(inspection.package.read(found.part)))
    told = _alternative(inspection, choices)
    return Logo(file=f"logo.{ending}", alternative=told, width=min(max(found.width, 1), 200)) if ending else None


def _alternative(inspection: Inspection, choices: Choices) -> str:
    found = inspection.logo
    return (
        choices.logo_alternative
        or (found.alternative if found else "")
        or f"Beeldmerk {choices.name or inspection.name}"
    )


def _base(inspection: Inspection, choices: Choices) -> Package:
    """The document with its places marked, cleaned, and with the text that is kept or none."""
    main = main_part(inspection.package)
    package = with_content_types(inspection.package, {main: DOCUMENT.content})
    section = section_of(parse(package.read(main)))
    wanted = {place.key: place.tag for place in inspection.places} | dict(choices.places)
    package = _with_places(package, place_sources(package, main, section), wanted)
    package = repair(parts.without_sessions(clean(package, main).package), main)
    if choices.page_numbers and not any(page.numbered for page in inspection.pages):
        package, section = with_page_numbers(package, main, section)
    return _Making(package, main, section, choices.keep_text).base(_alternative(inspection, choices), choices.name)


def _with_places(package: Package, sources: list[tuple[str, str]], wanted: Mapping[str, str]) -> Package:
    """The package with a content control at each place that a letter fills."""
    for source, _ in sources:
        root = parse(package.read(source))
        found = spots(root)
        chosen = [(spot, tag) for number, spot in enumerate(found) if (tag := wanted.get(f"{source}#{number}"))]
        for spot, tag in chosen:
            spot.fill(tag)
        package = package.with_part(source, serialise(root)) if chosen else package
    return package


@dataclass(frozen=True, slots=True)
class _Making:
    package: Package
    main: str
    section: Section
    keep_text: bool

    def base(self, alternative: str, name: str) -> Package:
        root = parse(self.package.read(self.main))
        body = root.find(w("body"))
        assert body is not None  # section_of asked for it
        used = body_of(body, self.section, keep=self.keep_text)
        package = self.package.with_part(self.main, serialise(root))
        package = parts.with_used_relations(package, self.main, used)
        package = _without_old_notes(parts.without_endnotes(package, self.main), self.main, body)
        package = _described(reachable(package), alternative)
        package = parts.with_own_properties(package)
        return _titled(package, name)


def _titled(package: Package, name: str) -> Package:
    """The package with a title, which accessible documents need."""
    core = Core(f"Huisstijl {name}", parts.APPLICATION, "Basisdocument", _DAY, parts.LANGUAGE, "definitief")
    return package.with_part(parts.CORE_NAME, core_xml(core).encode()).with_part(
        parts.CUSTOM_NAME, custom_xml({}).encode()
    )


def _without_old_notes(package: Package, main: str, body: Element) -> Package:
    """The package with only the notes to which kept text refers."""
    used = {mark.get(w("id")) for mark in body.iter(w("footnoteReference"))}
    for name in parts_related(package, main, FOOTNOTES.relation):
        root = parse(package.read(name))
        old = [
            note
            for note in root.findall(w("footnote"))
            if note.get(w("type")) in {None, "normal"} and note.get(w("id")) not in used
        ]
        for note in old:
            root.remove(note)
        package = package.with_part(name, serialise(root)) if old else package
    return package


def _described(package: Package, alternative: str) -> Package:
    """The package with an alternative text for each picture that has none."""
    for name in [name for name in package.names if name.endswith(".xml")]:
        data = package.read(name)
        if b"docPr" not in data:
            continue
        root = parse(data)
        silent = [each for each in _pictures(root) if not (each.get("descr") or each.get("title"))]
        for each in silent:
            each.set("descr", alternative)
        package = package.with_part(name, serialise(root)) if silent else package
    return package


def _pictures(root: Element) -> Iterator[Element]:
    return root.iter("{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}docPr")
