"""Word templates of organisations that do not exist, each made in its own way, as real ones are."""

import io
import re
import struct
import zlib
from collections.abc import Callable
from pathlib import Path
from typing import Any

import docx
from docx.enum.section import WD_ORIENT, WD_SECTION
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.table import WD_TABLE_ALIGNMENT
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Cm, Mm, Pt, RGBColor

from composer.export.house_style import load_house_style
from composer.export.to_docx import to_docx
from composer.ooxml.notes import EMPTY_NOTES
from composer.ooxml.package import Package, stored
from composer.ooxml.reading import read_package
from composer.ooxml.relations import (
    FOOTNOTES,
    Kind,
    Relation,
    attach,
    relations_name,
    relations_of,
    relations_xml,
    with_content_types,
)
from tests.export.bases import DUTCH, edited
from tests.export.documents import letter

NEUTRAL_LOGO = Path(__file__).parents[2] / "resources" / "huisstijlen" / "neutraal" / "logo.png"
GERMAN = {"Heading1": "berschrift1", "Heading2": "berschrift2", "ListBullet": "Aufzhlungszeichen", "Normal": "Standard"}
BARE = {
    "Normal": "a",
    "Heading1": "1",
    "Heading2": "2",
    "DefaultParagraphFont": "a0",
    "ListBullet": "a1",
    "Title": "a2",
}


def picture(width: int, height: int, colour: tuple[int, int, int]) -> io.BytesIO:
    """A plain coloured PNG with a white bar in it."""
    rows = b"".join(
        b"\0" + bytes(colour if not height // 3 < y < height // 2 else (255, 255, 255)) * width for y in range(height)
    )

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    header = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    chunks = chunk(b"IHDR", header) + chunk(b"IDAT", zlib.compress(rows)) + chunk(b"IEND", b"")
    return io.BytesIO(b"\x89PNG\r\n\x1a\n" + chunks)


def blank() -> Any:
    return docx.Document()


def xml(markup: str) -> Any:
    """An element of Word's main namespace."""
    return parse_xml(re.sub(r"^<(w:\w+)", rf"<\1 {nsdecls('w', 'r')}", markup))


def saved(document: Any) -> bytes:
    buffer = io.BytesIO()
    document.save(buffer)
    return buffer.getvalue()


def renamed(data: bytes, ids: dict[str, str]) -> bytes:
    """The same file with other style ids, as Word in another language chooses them."""
    package = read_package(data)
    for name in package.names:
        if not name.startswith("word/") or not name.endswith(".xml"):
            continue
        text = package.read(name).decode()
        for old, new in ids.items():
            for place in ("styleId", "basedOn w:val", "next w:val", "link w:val", "pStyle w:val", "rStyle w:val"):
                text = text.replace(f'{place}="{old}"', f'{place}="{new}"')
        package = package.with_part(name, text.encode())
    return package.to_bytes()


def font(document: Any, name: str, size: float, colour: str = "") -> None:
    """The font of running text and headings; headings in a colour."""
    for style_name in ("Normal", "Heading 1", "Heading 2", "Heading 3", "Title"):
        style: Any = document.styles[style_name]
        style.font.name = name
        fonts = style.element.rPr.rFonts
        for each in ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme"):
            fonts.attrib.pop(qn(f"w:{each}"), None)
        if colour and style_name != "Normal":
            style.font.color.rgb = RGBColor.from_string(colour)
    normal: Any = document.styles["Normal"]
    normal.font.size = Pt(size)


def margins(document: Any, top: float, right: float, bottom: float, left: float) -> None:
    for section in document.sections:
        section.page_width, section.page_height = Mm(210), Mm(297)
        section.top_margin, section.right_margin = Mm(top), Mm(right)
        section.bottom_margin, section.left_margin = Mm(bottom), Mm(left)


def described(paragraph: Any, stream: Any, width: Any, words: str) -> None:
    run = paragraph.add_run()
    run.add_picture(stream, width=width)
    for each in run._r.iter(qn("wp:docPr")):
        if words:
            each.set("descr", words)


def field(paragraph: Any, instruction: str, result: str = "1") -> None:
    for step in ("begin", instruction, "separate", result, "end"):
        kind = "fldChar" if step in {"begin", "separate", "end"} else "instrText" if step == instruction else "t"
        run = xml(
            f'<w:r><w:fldChar w:fldCharType="{step}"/></w:r>'
            if kind == "fldChar"
            else f'<w:r><w:{kind} xml:space="preserve"> {step} </w:{kind}></w:r>'
        )
        paragraph._p.append(run)


def control(tag: str, shown: str) -> Any:
    return xml(
        f'<w:sdt><w:sdtPr><w:alias w:val="{shown}"/><w:tag w:val="{tag}"/><w:text/></w:sdtPr>'
        f"<w:sdtContent><w:r><w:t>{shown}</w:t></w:r></w:sdtContent></w:sdt>"
    )


def dutch_letterhead() -> bytes:
    """Dutch ids, a logo on the right of the first page only, an address in the footer, names between brackets."""
    document = blank()
    font(document, "Arial", 10, "0B6E4F")
    margins(document, 40, 25, 30, 25)
    section = document.sections[0]
    section.different_first_page_header_footer = True
    first = section.first_page_header.paragraphs[0]
    first.alignment = WD_ALIGN_PARAGRAPH.RIGHT
    described(first, picture(240, 80, (11, 110, 79)), Cm(5), "Logo van de gemeente Oeverland")
    section.header.paragraphs[0].text = "Gemeente Oeverland"
    section.first_page_footer.paragraphs[
        0
    ].text = "Postbus 1, 1000 AA Oeverland | ☎ 0123 456 789 | www.oeverland.example"
    footer = section.footer.paragraphs[0]
    footer.add_run("Bladnummer ")
    field(footer, "PAGE")
    footer.add_run(" van ")
    field(footer, "NUMPAGES")
    document.add_paragraph("Ons kenmerk: [kenmerk]")
    document.add_paragraph("Datum: [datum]")
    document.add_paragraph("Geachte heer, mevrouw,")
    document.add_paragraph("Hier begint de tekst van de brief, in de letter en de kleur van onze organisatie. " * 3)
    document.add_heading("Een tussenkop", 1)
    return renamed(saved(document), DUTCH)


def german() -> bytes:
    """German ids, German text, a header in capitals, justified text."""
    document = blank()
    font(document, "Calibri", 11, "7A1F1F")
    margins(document, 27, 20, 25, 25)
    document.styles["Normal"].paragraph_format.alignment = WD_ALIGN_PARAGRAPH.JUSTIFY
    document.styles["Normal"].paragraph_format.space_after = Pt(6)
    header = document.sections[0].header.paragraphs[0]
    run = header.add_run("Amt Nordersee")
    run.font.all_caps, run.bold = True, True
    footer = document.sections[0].footer.paragraphs[0]
    footer.add_run("Seite ")
    field(footer, "PAGE")
    document.add_heading("Überschrift", 1)
    document.add_paragraph("Sehr geehrte Damen und Herren, hier steht der Text des Schreibens. " * 4)
    return renamed(saved(document), GERMAN)


def columns_in_header() -> bytes:
    """A header as a table of two columns with a line below: the logo, and the address beside it."""
    document = blank()
    font(document, "Calibri", 10.5, "1B4F8A")
    margins(document, 45, 25, 25, 30)
    section = document.sections[0]
    table = section.header.add_table(1, 2, Cm(15.5))
    table.alignment = WD_TABLE_ALIGNMENT.LEFT
    described(table.cell(0, 0).paragraphs[0], str(NEUTRAL_LOGO), Cm(2), "Beeldmerk: een trapgevel")
    right = table.cell(0, 1).paragraphs[0]
    right.alignment = WD_ALIGN_PARAGRAPH.RIGHT
    right.text = "Samenwerking Twee Rivieren"
    right.add_run().add_break()
    right.add_run("Kade 1, 2000 AB Havenstad").font.size = Pt(8)
    table._tbl.tblPr.append(
        xml('<w:tblBorders><w:bottom w:val="single" w:sz="8" w:space="0" w:color="1B4F8A"/></w:tblBorders>')
    )
    return saved(document)


def notes_and_numbering() -> bytes:
    """Text of its own with a note and a counted list, which goes before the letter when it is kept."""
    document = blank()
    font(document, "Times New Roman", 12)
    margins(document, 25, 25, 25, 25)
    document.add_paragraph("Dit is een vaste inleiding van onze organisatie.")
    document.add_paragraph("Eerste vaste punt", style="List Number")
    document.add_paragraph("Tweede vaste punt", style="List Number")
    marked = document.add_paragraph("Zie ook onze eigen noot.")
    mark = '<w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:footnoteReference w:id="1"/></w:r>'
    marked._p.append(xml(mark))
    words = '<w:r><w:footnoteRef/></w:r><w:r><w:t xml:space="preserve"> Vaste noot van het huis.</w:t></w:r>'
    own = f'<w:footnote w:id="1"><w:p>{words}</w:p></w:footnote>'
    notes = EMPTY_NOTES.replace(b"</w:footnotes>", f"{own}</w:footnotes>".encode())
    package, _ = attach(read_package(saved(document)), "word/document.xml", "word/footnotes.xml", FOOTNOTES, notes)
    return package.to_bytes()


def content_controls() -> bytes:
    """A block with controls for what a letter is, above the text; the organisation's name in the header."""
    document = blank()
    font(document, "Calibri", 11, "5B2A86")
    margins(document, 30, 25, 25, 25)
    document.sections[0].header.paragraphs[0]._p.append(control("organisatie", "Organisatie"))
    for label, tag in (("Kenmerk", "kenmerk"), ("Datum", "datum"), ("Onderwerp", "onderwerp")):
        paragraph = document.add_paragraph(f"{label}: ")
        paragraph._p.append(control(tag, label))
    document.add_paragraph("Geachte leden van de raad, hieronder leest u onze brief over dit onderwerp. " * 2)
    footer = document.sections[0].footer.paragraphs[0]
    footer.alignment = WD_ALIGN_PARAGRAPH.CENTER
    field(footer, "PAGE")
    return saved(document)


def dotx_with_bookmarks() -> bytes:
    """A template with bookmarks where a letter's number and day come."""
    document = blank()
    font(document, "Verdana", 9, "C04000")
    margins(document, 35, 22, 28, 28)
    header = document.sections[0].header.paragraphs[0]
    described(header, picture(400, 60, (192, 64, 0)), Cm(8), "")
    for number, (label, name) in enumerate((("Ons kenmerk", "bmKenmerk"), ("Datum", "bmDatum")), 1):
        paragraph = document.add_paragraph(f"{label}: ")
        for tag in (
            f'bookmarkStart w:id="{number}" w:name="{name}"',
            f'bookmarkEnd w:id="{number}"',
        ):
            paragraph._p.append(xml(f"<w:{tag}/>"))
    main = r"wordprocessingml\.document\.main"
    return edited(
        read_package(saved(document)), "[Content_Types].xml", (main, "wordprocessingml.template.main")
    ).to_bytes()  # fmt: skip


GONE = ("Heading", "List", "Title", "Subtitle", "Body Text", "Quote", "Strong", "Emphasis", "TOC", "Intense")
"""How the styles begin that one house has thrown away."""


def no_heading_styles() -> bytes:
    """Headings are a style of the house's own; Word's headings, lists and titles are gone."""
    document = blank()
    font(document, "Georgia", 11)
    margins(document, 25, 30, 25, 30)
    own: Any = document.styles.add_style("Blokje", WD_STYLE_TYPE.PARAGRAPH)
    own.font.bold, own.font.size, own.font.color.rgb = True, Pt(13), RGBColor(0x00, 0x5F, 0x73)
    for words in ("Aanleiding", "Gevolgen"):
        document.add_paragraph(words, style="Blokje")
        document.add_paragraph(
            "Onder ieder blokje staat gewone tekst die een paar regels lang is en zo doorloopt. " * 3
        )
    doomed = [
        style.element for style in document.styles
        if style.name.startswith(GONE)
    ]  # fmt: skip
    for element in doomed:
        element.getparent().remove(element)
    return saved(document)


def landscape_annex() -> bytes:
    """An upright section for the letter and a lying one for tables behind it."""
    document = blank()
    font(document, "Arial", 11, "222222")
    margins(document, 25, 25, 25, 25)
    document.sections[0].header.paragraphs[0].text = "Regio De Lage Landen"
    document.add_paragraph("Tekst van de brief zelf.")
    lying = document.add_section(WD_SECTION.NEW_PAGE)
    lying.orientation = WD_ORIENT.LANDSCAPE
    lying.page_width, lying.page_height = Mm(297), Mm(210)
    lying.header.is_linked_to_previous = False
    lying.header.paragraphs[0].text = "Bijlage, liggend"
    document.add_paragraph("Een liggende bijlage.")
    return saved(document)


def odd_and_even() -> bytes:
    """Odd and even headers, change tracking left on, someone's changes and remarks, bare style ids."""
    document = blank()
    font(document, "Calibri", 11, "005A9C")
    margins(document, 30, 20, 30, 30)
    document.settings.odd_and_even_pages_header_footer = True
    section = document.sections[0]
    section.different_first_page_header_footer = True
    section.first_page_header.paragraphs[0].text = "Gemeente Rivierstad"
    section.header.paragraphs[0].text = "rechts: oneven bladzijde"
    section.even_page_header.paragraphs[0].text = "links: even bladzijde"
    document.core_properties.author, document.core_properties.last_modified_by = "A. Jansen", "B. Pietersen"
    paragraph = document.add_paragraph("Een alinea met ")
    paragraph._p.append(xml('<w:ins w:id="9" w:author="A. Jansen"><w:r><w:t>een wijziging</w:t></w:r></w:ins>'))
    document.settings.element.insert(1, xml("<w:trackRevisions/>"))
    package = read_package(renamed(saved(document), BARE))
    trash = Package((*package.parts, stored("[trash]/0000.dat", b"\xff" * 40)))
    return trash.without("docProps/thumbnail.jpeg").to_bytes()


def with_macros() -> bytes:
    """Macros, a template elsewhere, a picture elsewhere."""
    document = blank()
    font(document, "Calibri", 11, "335C67")
    margins(document, 25, 25, 25, 25)
    document.sections[0].header.paragraphs[0].text = "Waterschap Zuiderdijk"
    office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    macros = Kind(
        "http://schemas.microsoft.com/office/2006/relationships/vbaProject", "application/vnd.ms-office.vbaProject"
    )
    outside = (
        ("word/document.xml", Relation("rIdB", f"{office}/image", "https://elders.example/beeld.png", external=True)),
        (
            "word/settings.xml",
            Relation("rIdT", f"{office}/attachedTemplate", "file:///S:/sjablonen/b.dotm", external=True),
        ),
    )
    package = read_package(saved(document))
    for source, relation in outside:
        package = package.with_part(relations_name(source), relations_xml([*relations_of(package, source), relation]))
    template = f'<w:attachedTemplate r:id="rIdT" xmlns:r="{office}"/>'
    package = edited(package, "word/settings.xml", (r"(<w:settings [^>]*>)", rf"\1{template}"))
    package, _ = attach(package, "word/document.xml", "word/vbaProject.bin", macros, b"\xcc\x61 macro " * 20)
    enabled = "application/vnd.ms-word.document.macroEnabled.main+xml"
    return with_content_types(package, {"word/document.xml": enabled}).to_bytes()


def two_text_columns() -> bytes:
    """A newsletter in two columns."""
    document = blank()
    font(document, "Arial", 9.5, "A4161A")
    margins(document, 30, 18, 25, 18)
    document.sections[0].header.paragraphs[0].text = "Raadsnieuws"
    columns = document.sections[0]._sectPr.find(qn("w:cols"))
    columns.set(qn("w:num"), "2")
    columns.set(qn("w:space"), "567")
    return saved(document)


def floating_letterhead() -> bytes:
    """A logo, an address in a text box and a bar of colour, all of them placed on the page and not in the text."""
    document = blank()
    font(document, "Calibri", 10.5, "8A1538")
    margins(document, 55, 20, 30, 35)
    section = document.sections[0]
    section.different_first_page_header_footer = True
    section.header.paragraphs[0].text = "Gemeente Havenstad"
    first = section.first_page_header.paragraphs[0]
    described(first, picture(300, 90, (138, 21, 56)), Mm(60), "Logo van de gemeente Havenstad")
    inline = first._p.find(f".//{qn('wp:inline')}")
    inline.getparent().replace(inline, anchored(inline, across=35, down=12))
    first._p.append(text_box("Stadhuisplein 1|3000 AB Havenstad|www.havenstad.example", across=150, down=12))
    first._p.append(bar(across=0, down=48, width=210, height=1.5, colour="8A1538"))
    footer = section.first_page_footer.paragraphs[0]
    footer.text = "Wilt u bij uw antwoord ons kenmerk noemen?"
    number = section.footer.paragraphs[0]
    number.alignment = WD_ALIGN_PARAGRAPH.RIGHT
    field(number, "PAGE")
    number.add_run(" / ")
    field(number, "NUMPAGES")
    return saved(document)


EMU = 36_000  # in a millimetre
DRAWING = "http://schemas.openxmlformats.org/drawingml/2006"
COMPATIBILITY = "http://schemas.openxmlformats.org/markup-compatibility/2006"
SHAPES = "http://schemas.microsoft.com/office/word/2010/wordprocessingShape"
ANCHOR = (
    '<wp:anchor {spaces} distT="0" distB="0" distL="0" distR="0" simplePos="0" relativeHeight="251659264" behindDoc="1"'
    ' locked="0" layoutInCell="1" allowOverlap="1"><wp:simplePos x="0" y="0"/>'
    '<wp:positionH relativeFrom="page"><wp:posOffset>{across}</wp:posOffset></wp:positionH>'
    '<wp:positionV relativeFrom="page"><wp:posOffset>{down}</wp:posOffset></wp:positionV>'
    '<wp:extent cx="{width}" cy="{height}"/><wp:wrapNone/><wp:docPr id="{id}" name="Vorm {id}" descr="{told}"/>'
    "{graphic}</wp:anchor>"
)


def anchor(across: float, down: float, width: int, height: int, number: int, told: str, graphic: str) -> Any:
    """A drawing at a place on the page, from its left and top in millimetres; its size in EMU."""
    spaces = f'{nsdecls("wp", "w", "r")} xmlns:a="{DRAWING}/main" xmlns:pic="{DRAWING}/picture" xmlns:wps="{SHAPES}"'
    return parse_xml(
        ANCHOR.format(
            spaces=spaces, across=round(across * EMU), down=round(down * EMU), width=width, height=height, id=number,
            told=told, graphic=graphic,
        )
    )  # fmt: skip


def anchored(inline: Any, across: float, down: float) -> Any:
    extent, graphic = inline.find(qn("wp:extent")), inline.find(qn("a:graphic"))
    told = inline.find(qn("wp:docPr")).get("descr")
    made = anchor(across, down, int(extent.get("cx")), int(extent.get("cy")), 41, told, "")
    made.append(graphic)
    return made


def shape(content: str) -> str:
    held = f'<wps:wsp><wps:cNvSpPr txBox="1"/>{content}</wps:wsp>'
    return f'<a:graphic><a:graphicData uri="{SHAPES}">{held}</a:graphicData></a:graphic>'


def measured(width: float, height: float) -> str:
    size = f'cx="{round(width * EMU)}" cy="{round(height * EMU)}"'
    return f'<a:xfrm><a:off x="0" y="0"/><a:ext {size}/></a:xfrm>'


def text_box(lines: str, across: float, down: float) -> Any:
    """Lines with | between them, in small letters."""
    small = '<w:rPr><w:sz w:val="16"/></w:rPr>'
    paragraphs = "".join(f"<w:p><w:r>{small}<w:t>{line}</w:t></w:r></w:p>" for line in lines.split("|"))
    outline = f'<wps:spPr>{measured(45, 22)}<a:prstGeom prst="rect"><a:avLst/></a:prstGeom><a:noFill/></wps:spPr>'
    held = f'{outline}<wps:txbx><w:txbxContent>{paragraphs}</w:txbxContent></wps:txbx><wps:bodyPr lIns="0" tIns="0"/>'
    return drawing(anchor(across, down, 45 * EMU, 22 * EMU, 42, "Adres", shape(held)))


def bar(across: float, down: float, width: float, height: float, colour: str) -> Any:
    fill = f'<a:solidFill><a:srgbClr val="{colour}"/></a:solidFill><a:ln><a:noFill/></a:ln>'
    look = f'<wps:spPr>{measured(width, height)}<a:prstGeom prst="rect"><a:avLst/></a:prstGeom>{fill}</wps:spPr><wps:bodyPr/>'
    return drawing(anchor(across, down, round(width * EMU), round(height * EMU), 43, "Lijn", shape(look)))


def drawing(held: Any) -> Any:
    """In a run of its own, as newer Word writes what older Word does not know."""
    spaces = f'xmlns:mc="{COMPATIBILITY}" xmlns:wps="{SHAPES}"'
    run = xml(
        f'<w:r><mc:AlternateContent {spaces}><mc:Choice Requires="wps"><w:drawing/></mc:Choice></mc:AlternateContent></w:r>'
    )
    run.find(f".//{qn('w:drawing')}").append(held)
    return run


def old_letter() -> bytes:
    """A draft that this program made, with its watermark, its links and its notes."""
    return to_docx(letter(draft=True), load_house_style(NEUTRAL_LOGO.parent))


HOUSES: dict[str, Callable[[], bytes]] = {
    each.__name__: each
    for each in (
        dutch_letterhead, german, columns_in_header, notes_and_numbering, content_controls, dotx_with_bookmarks,
        no_heading_styles, floating_letterhead, landscape_annex, odd_and_even, with_macros, two_text_columns, old_letter,
    )
}  # fmt: skip
SUFFIXES = {"dotx_with_bookmarks": ".dotx", "with_macros": ".docm"}
KEPT = frozenset({"old_letter", "notes_and_numbering", "content_controls", "dotx_with_bookmarks", "dutch_letterhead"})
"""Those whose own text goes around the letter."""
