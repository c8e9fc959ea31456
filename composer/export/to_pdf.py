"""The letter as a tagged PDF for reading aloud (PDF/UA-1) and for keeping (PDF/A-2a), set by typst."""

import json
from datetime import UTC, datetime, time
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from composer import paths
from composer.domain.document import Document
from composer.domain.errors import ComposerError
from composer.export.house_style import SETTINGS_NAME, HouseStyle
from composer.export.pdf.data import data

if TYPE_CHECKING:
    from typst import Fonts

_STANDARDS = ("a-2a", "ua-1")
_NOON = time(12, tzinfo=UTC)
_TEMPLATE = Path(__file__).parent / "pdf" / "letter.typ"


def to_pdf(document: Document, house_style: HouseStyle) -> bytes:
    """The same bytes for the same document; raises ComposerError for a logo or font that cannot be used."""
    import typst  # deferred: 29 MB that only a PDF needs

    letter = json.dumps(data(document, house_style), ensure_ascii=False)
    moment = datetime.combine(document.properties.date, _NOON)
    fonts = _fonts(house_style.folder)
    _refuse_unknown_font(fonts, house_style)
    try:
        compiler = typst.Compiler(_template(), root=house_style.folder, font_paths=fonts)
        pdf = compiler.compile(
            format="pdf", sys_inputs={"letter": letter}, pdf_standards=[*_STANDARDS], timestamp=moment
        )
    except typst.TypstError as error:
        raise ComposerError(
            f"de PDF is niet te maken: {error.message}; kijk naar logo en lettertype in huisstijl.yaml",
            house_style.folder,
        ) from error
    assert isinstance(pdf, bytes)  # no output was named, and PDF is one file
    return pdf


@cache
def _template() -> bytes:
    return _TEMPLATE.read_bytes()


@cache
def _fonts(folder: Path) -> "Fonts":
    """The shipped fonts and those that lie in the house style's folder; never those of the machine."""
    import typst

    folders = [paths.resources() / "lettertypen", folder]
    return typst.Fonts(
        include_system_fonts=False, include_embedded_fonts=False, font_paths=[str(each) for each in folders]
    )


def _refuse_unknown_font(fonts: "Fonts", house_style: HouseStyle) -> None:
    """Typst itself only warns, and sets nothing but empty boxes."""
    wanted = house_style.settings.fonts.pdf
    if wanted not in fonts.families():
        known = ", ".join(fonts.families())
        message = f"lettertype.pdf: “{wanted}” is er niet; kies uit {known}, of zet de bestanden van het lettertype in deze map"
        raise ComposerError(message, house_style.folder / SETTINGS_NAME)
