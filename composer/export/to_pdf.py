"""The letter as a tagged PDF for reading aloud (PDF/UA-1) and for keeping (PDF/A-2a), set by typst."""

import json
from collections.abc import Generator
from contextlib import contextmanager
from datetime import UTC, datetime, time
from pathlib import Path
from typing import TYPE_CHECKING

from composer.domain.document import Document
from composer.domain.errors import ComposerError
from composer.export.docx.headers import TAGS
from composer.export.house_style import HouseStyle
from composer.export.letterhead import letterhead_values, running_values
from composer.export.pdf.composing import source
from composer.export.pdf.data import data
from composer.export.pdf.page_setup import PageSetup, in_kept, page_setup
from composer.export.typography import bind

if TYPE_CHECKING:
    from typst import Compiler

_STANDARDS = ("a-2a", "ua-1")
_NOON = time(12, tzinfo=UTC)
_STREAM_ENDS = b"\r\nendstream", b"\r\rendstream"
"""A stream whose own last byte is CR ends its line in CR too, so that nobody counts that byte to the line's end."""
_ROOT = Path(__file__).parent / "pdf"
"""The only folder that typst could read from; nothing asks it to."""


def to_pdf(document: Document, house_style: HouseStyle) -> bytes:
    """The PDF; the same bytes for the same document. Raises ComposerError for a picture or font that cannot be used."""
    moment = datetime.combine(document.properties.date, _NOON)
    with _told(house_style):
        pdf = _compiler(document, house_style).compile(format="pdf", pdf_standards=[*_STANDARDS], timestamp=moment)
    assert isinstance(pdf, bytes)  # no output was named, and PDF is one file
    return pdf.replace(*_STREAM_ENDS)


def heading_pages(document: Document, house_style: HouseStyle) -> tuple[int, ...]:
    """The page of each heading in reading order, as the PDF has them."""
    with _told(house_style):
        found = _compiler(document, house_style, headings=True).query("<koppen>", field="value", one=True)
    return tuple(json.loads(found))


def _compiler(document: Document, house_style: HouseStyle, *, headings: bool = False) -> "Compiler":
    """The typst compiler with the source; with `headings` their pages can be queried, at the cost of another layout pass."""
    import typst  # deferred: 29 MB that only a PDF needs

    style = page_setup(house_style)
    values = _values(document, style)
    letter = {**data(document, house_style), "shown": [name for name, value in values.items() if value]}
    text = source(letter, style, values, headings=headings)
    return typst.Compiler(text.encode(), root=_ROOT, font_paths=style.families.loaded, sys_inputs=dict(style.pictures))


def _values(document: Document, style: PageSetup) -> dict[str, str]:
    """The values of text around the letter, by name of place; "" for those that the letter lacks."""
    whole = dict.fromkeys(TAGS, "") | dict(letterhead_values(document))
    running = dict(running_values(whole))
    named = running | {in_kept(name): value for name, value in whole.items()}
    return {name: style.printable.words(bind(value)) for name, value in named.items()}


@contextmanager
def _told(house_style: HouseStyle) -> Generator[None]:
    """Turns errors of typst into a ComposerError with what the user can do."""
    import typst  # deferred, as above

    try:
        yield
    except typst.TypstError as error:
        message = f"de PDF is niet te maken: {error.message}; kijk naar de afbeeldingen en lettertypen van de huisstijl"
        raise ComposerError(message, house_style.folder) from error
