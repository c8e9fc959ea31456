"""Makes the neutral house style: its logo and its base document, whose parts are the same bytes on every machine."""

import math
import struct
import zlib
from collections.abc import Iterator
from datetime import date
from pathlib import Path

from pictures import PALETTE, png

from composer.export.docx.styles import StyleDefaults, definitions, spacing, style_xml
from composer.export.house_style import Colours, Fonts, Logo, Margins
from composer.ooxml.markup import HEAD, WORD_NAMESPACES
from composer.ooxml.notes import EMPTY_NOTES
from composer.ooxml.numbering import abstract_xml, bullet_levels, instance_xml, number_levels
from composer.ooxml.package import CONTENT_TYPES_NAME, Package, deflated
from composer.ooxml.properties import Core, core_xml, custom_xml, extended_xml
from composer.ooxml.relations import (
    CORE,
    CUSTOM,
    DOCUMENT,
    EXTENDED,
    FONT_TABLE,
    FOOTER,
    FOOTNOTES,
    HEADER,
    IMAGE,
    NUMBERING,
    SETTINGS,
    STYLES,
    THEME,
    Kind,
    Relation,
    relations_xml,
)  # fmt: skip

FOLDER = Path(__file__).parent.parent / "resources" / "huisstijlen" / "neutraal"
ALTERNATIVE = "Beeldmerk: een trapgevel"
COLOURS, FONTS, MARGINS = Colours(), Fonts(), Margins()
SIZE = round(FONTS.size * 2)
LOOK = StyleDefaults(COLOURS.accent, COLOURS.muted, COLOURS.tint, COLOURS.line, COLOURS.gap, SIZE)
FAMILY = FONTS.text
LOGO = Logo(file="logo.png", alternative=ALTERNATIVE, width=15)
PIXELS, SHADES, SAMPLES = 240, 16, 4
EMU, TWIPS = 36_000, 1_440 / 25.4  # in a millimetre
DRAWING = "http://schemas.openxmlformats.org/drawingml/2006"
A4 = (11906, 16838)


# The logo: a stepped gable in a rounded square, drawn in units of its own width.

STEPS = (
    (0.42, 0.19),
    (0.33, 0.29),
    (0.24, 0.39),
)  # where each step begins, from the middle out, and how high it reaches
DOOR, GROUND, CORNER = 0.055, 0.80, 0.16


def in_square(x: float, y: float) -> bool:
    dx, dy = max(abs(x - 0.5) - 0.5 + CORNER, 0), max(abs(y - 0.5) - 0.5 + CORNER, 0)
    return math.hypot(dx, dy) <= CORNER


def in_gable(x: float, y: float) -> bool:
    left = min(x, 1 - x)
    wall = any(left >= edge and top <= y <= GROUND for edge, top in STEPS)
    door = abs(x - 0.5) <= DOOR and y >= 0.64
    window = 0.44 <= y <= 0.54 and (abs(x - 0.5) <= 0.035 or abs(abs(x - 0.5) - 0.13) <= 0.035)
    return wall and not door and not window


def _sample(x: float, y: float) -> tuple[int, int]:
    """Whether a point is in the square, and in the white figure in it."""
    return int(in_square(x, y)), int(in_gable(x, y))


def _shade(column: int, row: int) -> int:
    """From 0, the accent colour, to 15, white; the outside is white too."""
    offsets = [(index + 0.5) / SAMPLES for index in range(SAMPLES)]
    samples = [_sample((column + dx) / PIXELS, (row + dy) / PIXELS) for dx in offsets for dy in offsets]
    white = sum(1 if not square or figure else 0 for square, figure in samples)
    return round(white / len(samples) * (SHADES - 1))


def logo_png() -> bytes:
    """A palette picture of four bits a point, its data stored rather than deflated so that every zlib makes the same."""
    accent = bytes.fromhex(COLOURS.accent)
    palette = b"".join(bytes(round(c + (255 - c) * shade / (SHADES - 1)) for c in accent) for shade in range(SHADES))
    rows = b"".join(
        b"\0" + bytes(_shade(x, y) << 4 | _shade(x + 1, y) for x in range(0, PIXELS, 2)) for y in range(PIXELS)
    )
    return png((PIXELS, PIXELS), 4, PALETTE, _unpacked(rows), palette)


def _unpacked(data: bytes) -> bytes:
    """A zlib stream of stored blocks (RFC 1950 and 1951)."""
    blocks = [data[start : start + 0xFFFF] for start in range(0, len(data), 0xFFFF)]
    body = b"".join(
        struct.pack("<BHH", index == len(blocks) - 1, len(block), len(block) ^ 0xFFFF) + block
        for index, block in enumerate(blocks)
    )
    return b"\x78\x01" + body + struct.pack(">I", zlib.adler32(data))


# The base document.


def _style(kind: str, style_id: str, name: str, rest: str, *, default: bool = False, custom: bool = False) -> str:
    marks = (' w:default="1"' if default else "") + (' w:customStyle="1"' if custom else "")
    return f'<w:style w:type="{kind}"{marks} w:styleId="{style_id}"><w:name w:val="{name}"/>{rest}</w:style>'


def _defaults() -> str:
    fonts = "".join(f' w:{script}="{FAMILY}"' for script in ("ascii", "hAnsi", "eastAsia", "cs"))
    language = '<w:lang w:val="nl-NL" w:eastAsia="nl-NL" w:bidi="nl-NL"/>'
    run = f'<w:rFonts{fonts}/><w:sz w:val="{SIZE}"/><w:szCs w:val="{SIZE}"/>{language}'
    return (
        f"<w:docDefaults><w:rPrDefault><w:rPr>{run}</w:rPr></w:rPrDefault><w:pPrDefault><w:pPr><w:widowControl/>"
        f"{spacing(0, 0, 276)}</w:pPr></w:pPrDefault></w:docDefaults>"
    )


def _running_styles() -> Iterator[str]:
    tabs = f'<w:tabs><w:tab w:val="right" w:pos="{_text_width()}"/></w:tabs>'
    small = f'<w:rPr><w:color w:val="{COLOURS.muted}"/><w:sz w:val="18"/><w:szCs w:val="18"/></w:rPr>'
    based = '<w:basedOn w:val="Standaard"/>'
    yield _style("paragraph", "Koptekst", "header", f"{based}<w:pPr>{tabs}{spacing(0, 240, 240)}</w:pPr>{small}")
    yield _style("paragraph", "Voettekst", "footer", f"{based}<w:pPr>{tabs}{spacing(0, 0, 240)}</w:pPr>{small}")
    rule = f'<w:pBdr><w:bottom w:val="single" w:sz="8" w:space="8" w:color="{COLOURS.accent}"/></w:pBdr>'
    name_tab = '<w:tabs><w:tab w:val="left" w:pos="1077"/></w:tabs>'
    large = f'<w:rPr><w:color w:val="{COLOURS.accent}"/><w:sz w:val="34"/><w:szCs w:val="34"/></w:rPr>'
    paragraph = f'<w:pPr>{rule}{name_tab}{spacing(0, 480, 240)}<w:textAlignment w:val="center"/></w:pPr>'
    yield _style("paragraph", "Briefhoofd", "Briefhoofd", f"{based}{paragraph}{large}", custom=True)


def _text_width() -> int:
    return A4[0] - round(MARGINS.left * TWIPS) - round(MARGINS.right * TWIPS)


def styles_xml() -> str:
    ids = {kind: definition.id for kind, definition in definitions(LOOK).items()}
    ids |= {"standaard": "Standaard", "tekens": "StandaardTekens", "tabelbasis": "StandaardTabel"}
    sides = {"top": 0, "left": 108, "bottom": 0, "right": 108}
    margins = "".join(f'<w:{side} w:w="{width}" w:type="dxa"/>' for side, width in sides.items())
    cell = f'<w:tblPr><w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar>{margins}</w:tblCellMar></w:tblPr>'
    basic = (
        _style("paragraph", "Standaard", "Normal", "<w:qFormat/>", default=True)
        + _style("character", "StandaardTekens", "Default Paragraph Font", "<w:semiHidden/>", default=True)
        + _style("table", "StandaardTabel", "Normal Table", f"<w:semiHidden/>{cell}", default=True)
        + _style("numbering", "GeenLijst", "No List", "<w:semiHidden/>", default=True)
    )
    made = {kind: style_xml(definition, ids) for kind, definition in definitions(LOOK).items()}
    for number, kind in enumerate(("opsomming", "nummering"), 1):
        made[kind] = made[kind].replace("<w:pPr>", f'<w:pPr><w:numPr><w:numId w:val="{number}"/></w:numPr>')
    body = f"{_defaults()}{basic}{''.join(made.values())}{''.join(_running_styles())}"
    return f"{HEAD}<w:styles {WORD_NAMESPACES}>{body}</w:styles>"


def settings_xml() -> str:
    uri = 'w:uri="http://schemas.microsoft.com/office/word"'
    modes = ("overrideTableStyleFontSizeAndJustification", "enableOpenTypeFeatures", "doNotFlipMirrorIndents")
    compatible = f'<w:compatSetting w:name="compatibilityMode" {uri} w:val="15"/>'
    compatible += "".join(f'<w:compatSetting w:name="{name}" {uri} w:val="1"/>' for name in modes)
    return (
        f"{HEAD}<w:settings {WORD_NAMESPACES}>"
        '<w:zoom w:percent="100"/><w:defaultTabStop w:val="709"/><w:hyphenationZone w:val="425"/>'
        '<w:characterSpacingControl w:val="doNotCompress"/>'
        '<w:footnotePr><w:footnote w:id="-1"/><w:footnote w:id="0"/></w:footnotePr>'
        f'<w:compat>{compatible}</w:compat><w:themeFontLang w:val="nl-NL"/>'
        '<w:decimalSymbol w:val=","/><w:listSeparator w:val=";"/></w:settings>'
    )


def font_table_xml() -> str:
    """What Word needs to find a stand-in where Calibri is missing (Part 1, section 17.8.3.10)."""
    return (
        f'{HEAD}<w:fonts {WORD_NAMESPACES}><w:font w:name="{FAMILY}"><w:altName w:val="{FONTS.pdf}"/>'
        '<w:panose1 w:val="020F0502020204030204"/><w:charset w:val="00"/><w:family w:val="swiss"/><w:pitch w:val="variable"/>'
        "</w:font></w:fonts>"
    )


def theme_xml() -> str:
    """The colours and fonts that Word offers to whoever goes on writing in the letter (Part 1, section 20.1.6.9)."""
    schemes = ("accent1", "accent2", "accent3", "accent4", "accent5", "accent6", "hlink", "folHlink")
    named = {
        "dk1": "000000",
        "lt1": "FFFFFF",
        "dk2": COLOURS.muted,
        "lt2": COLOURS.tint,
        **dict.fromkeys(schemes, COLOURS.accent),
    }
    colours = "".join(f'<a:{name}><a:srgbClr val="{value}"/></a:{name}>' for name, value in named.items())
    faces = f'<a:latin typeface="{FAMILY}"/><a:ea typeface=""/><a:cs typeface=""/>'
    fonts = f"<a:majorFont>{faces}</a:majorFont><a:minorFont>{faces}</a:minorFont>"
    fill = '<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>'
    line = "".join(f'<a:ln w="{width}">{fill}</a:ln>' for width in (6350, 12700, 19050))
    effects = "<a:effectStyle><a:effectLst/></a:effectStyle>" * 3
    formats = (
        f"<a:fillStyleLst>{fill * 3}</a:fillStyleLst><a:lnStyleLst>{line}</a:lnStyleLst>"
        f"<a:effectStyleLst>{effects}</a:effectStyleLst><a:bgFillStyleLst>{fill * 3}</a:bgFillStyleLst>"
    )
    return (
        f'{HEAD}<a:theme xmlns:a="{DRAWING}/main" name="Neutraal"><a:themeElements>'
        f'<a:clrScheme name="Neutraal">{colours}</a:clrScheme><a:fontScheme name="Neutraal">{fonts}</a:fontScheme>'
        f'<a:fmtScheme name="Neutraal">{formats}</a:fmtScheme></a:themeElements></a:theme>'
    )


def numbering_xml() -> str:
    abstracts = abstract_xml(0, bullet_levels()) + abstract_xml(1, number_levels())
    return f"{HEAD}<w:numbering {WORD_NAMESPACES}>{abstracts}{instance_xml(1, 0)}{instance_xml(2, 1)}</w:numbering>"


def _control(tag: str, shown: str) -> str:
    """A content control that a letter fills; `shown` is what someone who opens the base sees."""
    return (
        f'<w:sdt><w:sdtPr><w:alias w:val="{shown}"/><w:tag w:val="{tag}"/><w:text/></w:sdtPr>'
        f"<w:sdtContent><w:r><w:t>{shown}</w:t></w:r></w:sdtContent></w:sdt>"
    )


def _field(instruction: str, result: int) -> str:
    steps = (
        '<w:fldChar w:fldCharType="begin"/>',
        f'<w:instrText xml:space="preserve"> {instruction} </w:instrText>',
        '<w:fldChar w:fldCharType="separate"/>',
        f"<w:t>{result}</w:t>",
        '<w:fldChar w:fldCharType="end"/>',
    )
    return "".join(f"<w:r>{step}</w:r>" for step in steps)


def _picture() -> str:
    side = round(LOGO.width * EMU)
    extent = f'cx="{side}" cy="{side}"'
    named = f'id="1" name="Logo" descr="{ALTERNATIVE}"'
    return (
        f'<w:r><w:drawing><wp:inline xmlns:wp="{DRAWING}/wordprocessingDrawing" distT="0" distB="0" distL="0" distR="0">'
        f"<wp:extent {extent}/><wp:docPr {named}/>"
        f'<a:graphic xmlns:a="{DRAWING}/main"><a:graphicData uri="{DRAWING}/picture"><pic:pic xmlns:pic="{DRAWING}/picture">'
        f'<pic:nvPicPr><pic:cNvPr {named}/><pic:cNvPicPr><a:picLocks noChangeAspect="1"/></pic:cNvPicPr></pic:nvPicPr>'
        '<pic:blipFill><a:blip r:embed="rId1"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill>'
        f'<pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext {extent}/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom>'
        "</pic:spPr></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>"
    )


TAB = "<w:r><w:tab/></w:r>"


def _text(words: str) -> str:
    return f'<w:r><w:t xml:space="preserve">{words}</w:t></w:r>'


def _part(root: str, style: str, content: str) -> str:
    paragraph = f'<w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr>{content}</w:p>'
    return f"{HEAD}<w:{root} {WORD_NAMESPACES}>{paragraph}</w:{root}>"


def _page_numbers(page: int) -> str:
    return f"{_text('Bladnummer ')}{_field('PAGE', page)}{_text(' van ')}{_field('NUMPAGES', 2)}"


def document_xml() -> str:
    kinds = (("header", "default"), ("header", "first"), ("footer", "default"), ("footer", "first"))
    references = "".join(
        f'<w:{tag}Reference w:type="{kind}" r:id="rId{number}"/>' for number, (tag, kind) in enumerate(kinds, 5)
    )
    sides = {side: round(getattr(MARGINS, side) * TWIPS) for side in ("top", "right", "bottom", "left")}
    margins = "".join(f' w:{side}="{width}"' for side, width in sides.items())
    section = (
        f'<w:sectPr>{references}<w:pgSz w:w="{A4[0]}" w:h="{A4[1]}"/>'
        f'<w:pgMar{margins} w:header="709" w:footer="624" w:gutter="0"/><w:cols w:space="708"/><w:titlePg/></w:sectPr>'
    )
    empty = '<w:p><w:pPr><w:pStyle w:val="BodyText"/></w:pPr></w:p>'
    return f"{HEAD}<w:document {WORD_NAMESPACES}><w:body>{empty}{section}</w:body></w:document>"


WORD_PARTS: dict[str, Kind] = {
    "styles.xml": STYLES, "settings.xml": SETTINGS, "numbering.xml": NUMBERING, "footnotes.xml": FOOTNOTES,
    "header1.xml": HEADER, "header2.xml": HEADER, "footer1.xml": FOOTER, "footer2.xml": FOOTER,
    "fontTable.xml": FONT_TABLE, "theme/theme1.xml": THEME,
}  # fmt: skip
ROOT_PARTS: dict[str, Kind] = {
    "word/document.xml": DOCUMENT, "docProps/core.xml": CORE, "docProps/app.xml": EXTENDED, "docProps/custom.xml": CUSTOM,
}  # fmt: skip


def _related(parts: dict[str, Kind]) -> bytes:
    return relations_xml(
        Relation(f"rId{number}", kind.relation, name) for number, (name, kind) in enumerate(parts.items(), 1)
    )


def _content_types() -> str:
    kinds = {**ROOT_PARTS, **{f"word/{name}": kind for name, kind in WORD_PARTS.items()}}
    overrides = "".join(f'<Override PartName="/{name}" ContentType="{kind.content}"/>' for name, kind in kinds.items())
    relations = "application/vnd.openxmlformats-package.relationships+xml"
    return (
        f'{HEAD}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        f'<Default Extension="rels" ContentType="{relations}"/><Default Extension="xml" ContentType="application/xml"/>'
        f'<Default Extension="png" ContentType="image/png"/>{overrides}</Types>'
    )


def base_parts() -> dict[str, bytes]:
    """Every part of basis.docx by its name, in the order of the file."""
    core = Core("Neutrale huisstijl", "Raadsbrief", "Basisdocument", date(2025, 1, 1), "nl-NL", "definitief")
    texts = {
        CONTENT_TYPES_NAME: _content_types(),
        "word/document.xml": document_xml(),
        "word/styles.xml": styles_xml(),
        "word/settings.xml": settings_xml(),
        "word/numbering.xml": numbering_xml(),
        "word/header1.xml": _part(
            "hdr", "Koptekst", f"{_control('organisatie', 'Organisatie')}{TAB}{_control('kenmerk', 'Kenmerk')}"
        ),
        "word/header2.xml": _part("hdr", "Briefhoofd", f"{_picture()}{TAB}{_control('organisatie', 'Organisatie')}"),
        "word/footer1.xml": _part("ftr", "Voettekst", f"{_control('onderwerp', 'Onderwerp')}{TAB}{_page_numbers(2)}"),
        "word/footer2.xml": _part("ftr", "Voettekst", f"{TAB}{_page_numbers(1)}"),
        "word/fontTable.xml": font_table_xml(),
        "word/theme/theme1.xml": theme_xml(),
        "docProps/core.xml": core_xml(core),
        "docProps/app.xml": extended_xml("Raadsbrief"),
        "docProps/custom.xml": custom_xml({}),
    }
    return {
        **{name: text.encode() for name, text in texts.items()},
        "_rels/.rels": _related(ROOT_PARTS),
        "word/_rels/document.xml.rels": _related(WORD_PARTS),
        "word/_rels/header2.xml.rels": relations_xml([Relation("rId1", IMAGE.relation, "media/logo.png")]),
        "word/footnotes.xml": EMPTY_NOTES,
        "word/media/logo.png": logo_png(),
    }


def make(folder: Path) -> None:
    """Writes logo.png and basis.docx; huisstijl.yaml is written by hand."""
    (folder / LOGO.file).write_bytes(logo_png())
    parts = tuple(deflated(name, data) for name, data in base_parts().items())
    (folder / "basis.docx").write_bytes(Package(parts).to_bytes())


if __name__ == "__main__":
    make(FOLDER)
