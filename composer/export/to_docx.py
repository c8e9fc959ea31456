"""The letter as a Word document (ECMA-376): text written into the prepared base of the house style."""

from collections.abc import Mapping
from functools import lru_cache

from composer.assemble.cache import GenerationCache
from composer.domain.document import Document, Heading, Properties
from composer.export.additions import LetterWithAdditions, with_additions
from composer.export.docx import notes, provenance
from composer.export.docx.base import Base, hyperlinks
from composer.export.docx.blocks import document_xml
from composer.export.docx.body import Body
from composer.export.docx.contents import marked_headings
from composer.export.docx.inlines import Runs, run
from composer.export.docx.paragraphs import paragraph
from composer.export.docx.parts import CORE_NAME, CUSTOM_NAME
from composer.export.docx.surrounding_text import BELOW_KEPT
from composer.export.docx.watermark import WATERMARK, watermark
from composer.export.house_style import HouseStyle, NoteStyle
from composer.export.letterhead import DRAFT, letterhead_values, printed_title, running_values, without_shown
from composer.export.typography import bind
from composer.ooxml.formatting import TWIPS
from composer.ooxml.markup import escape
from composer.ooxml.properties import Core, core_xml, custom_xml


def to_docx(document: Document, house_style: HouseStyle, more: Mapping[int, str] | None = None) -> bytes:
    """The Word file; the same bytes on every machine for the same input. `more` is markup for numbers above the notes'."""
    return house_style.base.package.to_bytes(docx_parts(document, house_style, more))


def docx_parts(
    document: Document, house_style: HouseStyle, more: Mapping[int, str] | None = None
) -> Mapping[str, bytes]:
    """The parts that are the letter's own, by name; those of its house style are in the base."""
    base, style = house_style.base, house_style.settings.notes
    values = letterhead_values(document)
    letterhead = _escaped(values)
    dressed_letter = with_additions(document, house_style)
    running = _running(document, base, values)
    pages = _heading_pages(document, dressed_letter, house_style)
    document = without_shown(dressed_letter.document, base.surrounding.places)
    marks = {**_marks(document, base, style), **(more or {})}
    cache = GenerationCache() if more else house_style.cache
    headings = marked_headings(document, dressed_letter.contents, pages)
    with house_style.lock:
        cache.next_generation()
        body = Body(Runs(base, marks, cache), headings, cache, document.prototypes)
        text = _text(document, body, style)
        foot = cache.get_or_make_for(document.notes, "foot", lambda: _foot(document, base, style))
        rests_on = provenance.provenance_xml(document, cache)
    before, after = base.surrounding.before.filled(letterhead), base.surrounding.after.filled(letterhead)
    return {
        base.body.name: base.body.around_all(before.encode(), text, after.encode()),
        base.body_relations.name: base.body_relations.around(hyperlinks(body.runs.links)),
        **foot,
        base.numbering_name: f"{base.numbering.before}{''.join(body.lists)}{base.numbering.after}".encode(),
        **running,
        **_properties(document.properties),
        base.provenance_part: rests_on,
    }


def _heading_pages(
    document: Document, dressed_letter: LetterWithAdditions, house_style: HouseStyle
) -> Mapping[int, int]:
    """The page of each heading by its index, as the PDF has them; none for a list of contents without pages."""
    if dressed_letter.contents is None or not dressed_letter.contents.with_pages:
        return {}
    from composer.export.to_pdf import (
        heading_pages,  # deferred: letters without page numbers in a list have no use for it
    )

    headings = [index for index, block in enumerate(dressed_letter.document.blocks) if isinstance(block, Heading)]
    return dict(zip(headings, heading_pages(document, house_style), strict=False))


def _foot(document: Document, base: Base, style: NoteStyle) -> Mapping[str, bytes]:
    """The parts with the notes at the foot of pages, and with the links in them."""
    below = Runs(base, {})
    written = notes.footnotes_xml(document, below) if style == "voetnoten" else ""
    relations = base.notes_relations.around(hyperlinks(below.links))
    return {base.notes.name: base.notes.around(written), base.notes_relations.name: relations}


def _escaped(values: Mapping[str, str]) -> Mapping[str, str]:
    return {name: _markup(value) for name, value in values.items()}


@lru_cache(maxsize=1_000)  # pure, and most of what letters show of themselves they have in common
def _markup(text: str) -> str:
    return escape(bind(text))


def _marks(document: Document, base: Base, style: NoteStyle) -> dict[int, str]:
    match style:
        case "voetnoten":
            return notes.footnote_marks(document, base)
        case "eindlijst":
            return notes.list_marks(document, base)
        case "geen":
            return {}


def _text(document: Document, body: Body, style: NoteStyle) -> bytes:
    above = f'<w:spacing w:before="{round(BELOW_KEPT * TWIPS)}"/>' if body.runs.base.surrounding.before.blocks else ""
    title = paragraph(body.style("titel"), run(printed_title(document.properties), body.runs.base), above)
    text = title.encode() + document_xml(document, body)
    match style:
        case "voetnoten":
            return notes.with_repeats(text, body.runs)
        case "eindlijst":
            return text + notes.list_xml(document, body).encode()
        case "geen":
            return text


def _running(document: Document, base: Base, values: Mapping[str, str]) -> dict[str, bytes]:
    """The headers and footers with the letter's values; a draft has its watermark in every header."""
    shown = dict(_escaped(running_values(values)))
    made: dict[str, bytes] = {}
    for number, part in enumerate(base.running, 1):
        shown[WATERMARK] = watermark(DRAFT, number) if document.properties.draft else ""
        made[part.name] = part.filled(shown).encode()
    return made


def _properties(properties: Properties) -> dict[str, bytes]:
    core = Core(
        title=properties.title,
        creator=properties.author,
        subject=properties.subject,
        day=properties.date,
        language=properties.language,
        status="concept" if properties.draft else "definitief",
    )
    custom = {"Peildatum": properties.reference_date.isoformat(), "Brief-id": properties.letter}
    return {CORE_NAME: core_xml(core).encode(), CUSTOM_NAME: custom_xml(custom).encode()}
