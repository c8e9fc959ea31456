"""Each fault that Word would stumble over, made in a sound letter and named by the check that is for it."""

import re

import pytest

from composer import paths
from composer.export.house_style import load_house_style
from composer.export.to_docx import to_docx
from composer.ooxml.package import Package
from composer.ooxml.preflight import check_file, preflight
from composer.ooxml.reading import read_package
from tests.export.documents import letter
from tests.ooxml.test_reading import REFUSED

BODY, NOTES, STYLES, NUMBERING = "word/document.xml", "word/footnotes.xml", "word/styles.xml", "word/numbering.xml"
SETTINGS, CORE, TYPES, HEADER = "word/settings.xml", "docProps/core.xml", "[Content_Types].xml", "word/header2.xml"
RELATIONS, NOTE_RELATIONS = "word/_rels/document.xml.rels", "word/_rels/footnotes.xml.rels"


@pytest.fixture(scope="module")
def sound() -> Package:
    style = load_house_style(paths.resources() / "huisstijlen" / "neutraal")
    return read_package(to_docx(letter(), style))


def test_a_sound_letter_has_no_faults(sound: Package) -> None:
    assert preflight(sound) == ()


def in_body(markup: str) -> tuple[str, str, str]:
    return BODY, "<w:body>", f"<w:body>{markup}"


BROKEN: dict[str, tuple[tuple[str, str, str], str]] = {
    "voetnoot weg": ((NOTES, 'w:id="3"', 'w:id="33"'), "voetnoot"),
    "voetnoot dubbel": ((NOTES, 'w:id="3"', 'w:id="2"'), "voetnoot"),
    "verwijzing dubbel": ((BODY, 'footnoteReference w:id="2"', 'footnoteReference w:id="1"'), "voetnoot"),
    "scheidingslijn weg": ((SETTINGS, '<w:footnote w:id="0"/>', '<w:footnote w:id="9"/>'), "voetnoot"),
    "lijst weg": ((BODY, 'w:numId w:val="4"', 'w:numId w:val="44"'), "nummering"),
    "lijstopmaak weg": ((NUMBERING, '<w:abstractNumId w:val="1"/>', '<w:abstractNumId w:val="7"/>'), "nummering"),
    "veld zonder einde": (in_body('<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r></w:p>'), "veld"),
    "veld zonder begin": (in_body('<w:p><w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>'), "veld"),
    "veld begint nooit": ((HEADER, "</w:p>", '<w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>'), "veld"),
    "besturingselement dubbel": (
        in_body('<w:sdt><w:sdtPr><w:id w:val="1"/></w:sdtPr><w:sdtContent><w:p/></w:sdtContent></w:sdt>' * 2),
        "besturingselement",
    ),
    "misschien vet": (in_body('<w:p><w:r><w:rPr><w:b w:val="misschien"/></w:rPr></w:r></w:p>'), "aan-uit"),
    "stijl weg": ((BODY, 'w:pStyle w:val="BodyText"', 'w:pStyle w:val="Platte"'), "stijl"),
    "stijl dubbel": ((STYLES, 'w:styleId="Quote"', 'w:styleId="Title"'), "stijl"),
    "bladwijzer open": (in_body('<w:bookmarkStart w:id="1" w:name="a"/>'), "bladwijzer"),
    "bladwijzer dubbel": (in_body('<w:bookmarkStart w:id="1" w:name="a"/><w:bookmarkEnd w:id="1"/>' * 2), "bladwijzer"),
    "anker weg": (in_body('<w:p><w:hyperlink w:anchor="weg"/></w:p>'), "bladwijzer"),
    "cel zonder alinea": (
        in_body('<w:tbl><w:tblPr/><w:tblGrid><w:gridCol w:w="9"/></w:tblGrid><w:tr><w:tc/></w:tr></w:tbl>'),
        "tabel",
    ),
    "te veel cellen": (
        in_body(
            '<w:tbl><w:tblGrid><w:gridCol w:w="9"/></w:tblGrid><w:tr><w:tc><w:p/></w:tc><w:tc><w:p/></w:tc></w:tr></w:tbl>'
        ),
        "tabel",
    ),
    "afbeelding zonder woorden": ((HEADER, ' descr="Beeldmerk: een trapgevel"', ""), "afbeelding"),
    "titel weg": ((CORE, "Stand van zaken Integraal Zorgakkoord en de resolutie van de VNG", " "), "titel"),
    "titel dubbel": ((CORE, "<dc:title>", "<dc:title>x</dc:title><dc:title>"), "eigenschappen"),
    "relatie weg": ((NOTE_RELATIONS, 'Id="koppeling1"', 'Id="koppeling9"'), "relatie"),
    "relatie dubbel": ((RELATIONS, 'Id="rId2"', 'Id="rId1"'), "relatie"),
    "doel weg": ((RELATIONS, "styles.xml", "stijlen.xml"), "relatie"),
    "inhoudstype weg": ((TYPES, 'Extension="png"', 'Extension="jpg"'), "inhoudstype"),
    "aangekondigd en weg": ((TYPES, "/word/footer2.xml", "/word/footer3.xml"), "inhoudstype"),
    "inhoudstype dubbel": ((TYPES, "/word/footer2.xml", "/word/footer1.xml"), "inhoudstype"),
    "wijziging bijgehouden": (in_body('<w:p><w:ins w:id="1" w:author="A"><w:r/></w:ins></w:p>'), "sporen"),
    "tekst los": (in_body("<w:t>los</w:t>"), "opbouw"),
    "alinea in een run": (in_body("<w:p><w:r><w:p/></w:r></w:p>"), "opbouw"),
    "eigenschappen achteraan": (in_body("<w:p><w:r/><w:pPr/></w:p>"), "opbouw"),
    "rij in een alinea": (in_body("<w:p><w:tr/></w:p>"), "opbouw"),
    "bladspiegel vooraan": (in_body('<w:sectPr><w:pgSz w:w="1" w:h="1"/></w:sectPr>'), "opbouw"),
    "stijl te ver achteraan": (
        in_body('<w:p><w:pPr><w:jc w:val="left"/><w:pStyle w:val="BodyText"/></w:pPr></w:p>'),
        "volgorde",
    ),
    "kop herhaalt te laat": (
        in_body('<w:tbl><w:tblPr><w:tblW w:w="0"/><w:tblStyle w:val="RaadsbriefTabel"/></w:tblPr><w:tr/></w:tbl>'),
        "volgorde",
    ),
    "tabel zonder rijen": (in_body("<w:tbl><w:tblPr/><w:tblGrid/></w:tbl>"), "tabel"),
    "tabel zonder kopregel": (in_body(f"<w:tbl>{'<w:tr><w:tc><w:p/></w:tc></w:tr>' * 2}</w:tbl>"), "kopregel"),
    "verborgen tekst": (in_body("<w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>x</w:t></w:r></w:p>"), "verborgen"),
    "ander document": (in_body('<w:altChunk r:id="rId1"/>'), "ingevoegd"),
    "grootte geen getal": (in_body('<w:p><w:r><w:rPr><w:sz w:val="groot"/></w:rPr></w:r></w:p>'), "waarde"),
    "lijst geen getal": (
        in_body('<w:p><w:pPr><w:numPr><w:numId w:val="x"/></w:numPr></w:pPr></w:p>'),
        "waarde",
    ),
    "kop slaat over": (in_body('<w:p><w:pPr><w:pStyle w:val="Heading3"/></w:pPr></w:p>'), "koppen"),
    "taal weg": ((STYLES, '<w:lang w:val="nl-NL" w:eastAsia="nl-NL" w:bidi="nl-NL"/>', ""), "taal"),
    "dag is geen dag": ((CORE, "2024-12-12T12:00:00Z", "gisteren"), "eigenschappen"),
    "naamruimte niet aangekondigd": (
        (
            BODY,
            "<w:document ",
            '<w:document xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" mc:Ignorable="w14" ',
        ),
        "naamruimte",
    ),
    "zegt dat het macro’s heeft": (
        (
            TYPES,
            "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml",
            "application/vnd.ms-word.document.macroEnabled.main+xml",
        ),
        "inhoudstype",
    ),
    "macro": (
        (
            RELATIONS,
            "</Relationships>",
            '<Relationship Id="m" Type="http://schemas.microsoft.com/office/2006/relationships/'
            'vbaProject" Target="vbaProject.bin"/></Relationships>',
        ),
        "macro",
    ),
    "afbeelding van elders": (
        (
            RELATIONS,
            "</Relationships>",
            '<Relationship Id="b" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/'
            'image" Target="https://elders.example/x.png" TargetMode="External"/></Relationships>',
        ),
        "van-buiten",
    ),
    "koppeling naar een netwerkmap": (
        (
            NOTE_RELATIONS,
            'Target="https://vng.nl/resolutie-iza?a=1&amp;b=2"',
            'Target="file:///S:/stukken/resolutie.pdf"',
        ),
        "koppeling",
    ),
    "opmerking": (in_body('<w:p><w:r><w:commentReference w:id="1"/></w:r></w:p>'), "sporen"),
}


@pytest.mark.parametrize("kind", BROKEN)
def test_each_fault_is_named(kind: str, sound: Package) -> None:
    (name, old, new), code = BROKEN[kind]
    text = sound.read(name).decode()
    assert old in text
    faults = preflight(sound.with_part(name, text.replace(old, new, 1).encode()))
    assert code in {fault.code for fault in faults}, faults


def test_orphaned_relations(sound: Package) -> None:
    faults = preflight(sound.with_part("word/_rels/weg.xml.rels", sound.read(NOTE_RELATIONS)))
    assert {fault.code for fault in faults} == {"relatie"}


@pytest.mark.parametrize("kind", ["voetnoot weg", "stijl weg", "lijst weg", "misschien vet"])
def test_a_fault_says_where_it_is_for_people(kind: str, sound: Package) -> None:
    (name, old, new), code = BROKEN[kind]
    text = sound.read(name).decode().replace(old, new, 1)
    fault = next(each for each in preflight(sound.with_part(name, text.encode())) if each.code == code)
    assert fault.place
    assert "<" not in f"{fault.place} {fault.message}"
    assert "xml" not in f"{fault.place} {fault.message}"


@pytest.mark.parametrize("kind", REFUSED)
def test_a_file_that_cannot_be_read_is_named_too(kind: str) -> None:
    make, reason = REFUSED[kind]
    (fault,) = check_file(make())
    assert fault.code == "bestand"
    assert re.search(reason, fault.message)


def test_broken_xml_and_a_missing_document(sound: Package) -> None:
    assert [fault.code for fault in preflight(sound.with_part(BODY, b"<a>"))] == ["xml"]
    assert [fault.code for fault in preflight(sound.without(BODY))] == ["hoofddocument"]
