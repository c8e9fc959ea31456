"""The letter as a self-contained, accessible web page."""

import base64
import mimetypes

from composer.domain.characters import shown
from composer.domain.document import Document, Note
from composer.export.conventions import closing_of, normalise_heading_levels
from composer.export.house_style import HouseStyle
from composer.export.html.look import style_sheet
from composer.export.html.text import Page, blocks_html, inlines_html, text_html
from composer.export.letterhead import DRAFT, printed_title
from composer.ooxml.markup import escape

_POLICY = "default-src 'none'; style-src 'unsafe-inline'; img-src data:"


def to_html(document: Document, house_style: HouseStyle) -> bytes:
    """The page in UTF-8; the notes follow the letter, whether the house style has them at the foot or in a list.

    Elements of a draft have attributes for the passage, value and fact that they come from.
    """
    properties = document.properties
    page = Page(with_notes=house_style.settings.notes != "geen", traced=properties.draft)
    concept = f'<p class="concept">{DRAFT}</p>\n' if properties.draft else ""
    return f"""<!DOCTYPE html>
<html lang="{escape(properties.language)}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="{_POLICY}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="author" content="{escape(properties.author)}">
<meta name="description" content="{escape(properties.subject)}">
<meta name="dcterms.date" content="{properties.date.isoformat()}">
<meta name="peildatum" content="{properties.reference_date.isoformat()}">
<title>{escape(shown(properties.title))}</title>
<style>{style_sheet(house_style.settings)}</style>
</head>
<body>
<header>{_logo(house_style)}<p>{text_html(properties.author)}</p></header>
<main>
{concept}<h1>{text_html(printed_title(properties))}</h1>
{_text(document, page)}
{_notes(document.notes, page)}</main>
</body>
</html>
""".encode()


def _text(document: Document, page: Page) -> str:
    blocks, closing = normalise_heading_levels(document.blocks), closing_of(document)
    before, after = blocks_html(blocks[: closing.start], page), blocks_html(blocks[closing.end :], page)
    if closing.start == closing.end:
        return f"{before}\n{after}"
    signed = blocks_html(blocks[closing.start : closing.end], page)
    return f'{before}\n<div class="afsluiting">\n{signed}\n</div>\n{after}'


def _notes(notes: tuple[Note, ...], page: Page) -> str:
    if not notes or not page.with_notes:
        return ""
    entries = "\n".join(
        f'<li id="noot-{note.number}">{inlines_html(note.content, page)}{_back(note, page)}</li>' for note in notes
    )
    return f'<section class="noten" role="doc-endnotes" aria-label="Noten">\n<ol>\n{entries}\n</ol>\n</section>\n'


def _back(note: Note, page: Page) -> str:
    if note.number not in page.marked:
        return ""
    label = f"Terug naar de tekst bij noot {note.number}"
    return f' <a href="#bij-noot-{note.number}" role="doc-backlink" aria-label="{label}">↩</a>'


def _logo(house_style: HouseStyle) -> str:
    path, logo = house_style.logo, house_style.settings.logo
    if path is None or logo is None:
        return ""
    kind = mimetypes.guess_type(path.name)[0] or "image/png"
    data = base64.b64encode(path.read_bytes()).decode()
    return f'<img src="data:{kind};base64,{data}" alt="{escape(logo.alternative)}" style="width: {logo.width}mm; height: auto">'
