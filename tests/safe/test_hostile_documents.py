"""Word files with something in them that must not go on: it never reaches a letter, and reading it does no harm."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from docx.document import Document as Word

from composer.domain.errors import ComposerError
from composer.export.house_style import HouseStyle, Settings
from composer.export.house_styles.inspecting import inspect_package
from composer.export.to_docx import to_docx
from composer.export.to_html import to_html
from composer.export.to_pdf import to_pdf
from composer.export.to_text import to_text
from composer.intake.returned_word import returned_word
from composer.intake.source_text import read_source_text
from composer.ooxml.markup import R, parse
from composer.ooxml.package import Package
from composer.ooxml.preflight import judged
from composer.ooxml.reading import read_package
from composer.ooxml.relations import Relation, relations_name, relations_of, relations_xml
from tests.export.bases import edited, made
from tests.export.conftest import NEUTRAL
from tests.export.documents import letter

MARK = "Geheim7f3a"
"""Stands in everything that must not go on."""
DOCUMENT, HEADER, SETTINGS, CORE = "word/document.xml", "word/header1.xml", "word/settings.xml", "docProps/core.xml"
BY = f'w:id="901" w:author="{MARK}" w:date="2024-01-01T00:00:00Z"'
SPACES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    f'xmlns:r="{R}" xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
    'xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"'
)
Injection = Callable[[Package], Package]


def sound() -> Package:
    def change(document: Word) -> None:
        document.sections[0].header.paragraphs[0].text = "Gemeente Oeverland"

    return made(change)


def related(package: Package, source: str, kind: str, target: str, *, external: bool = False) -> Package:
    """With a relation rIdBoos, and the part that it leads to."""
    relation = Relation("rIdBoos", kind if ":" in kind else f"{R}/{kind}", target, external)
    relations = [*relations_of(package, source), relation]
    package = package.with_part(relations_name(source), relations_xml(relations))
    return package if external else package.with_part(f"word/{target}", content(target))


def content(name: str) -> bytes:
    if name.endswith(".xml"):
        return f"<w:hdr {SPACES}><w:p><w:r><w:t>{MARK}</w:t></w:r></w:p></w:hdr>".encode()
    return MARK.encode() * 20


def typed(package: Package, name: str, kind: str) -> Package:
    entry = f'<Override PartName="/{name}" ContentType="{kind}"/></Types>'
    return edited(package, "[Content_Types].xml", ("</Types>", entry))


def put(package: Package, run: str) -> Package:
    """Something in the first paragraph of the header, which letters keep, and of the text."""
    for name in (HEADER, DOCUMENT):
        spaced = re.sub(r"^<([\w:]+)", rf"<\1 {SPACES}", run, count=1)
        package = edited(package, name, ("</w:p>", f"{spaced}</w:p>".replace("\\", r"\\")))
    return package


def from_header(kind: str, target: str, run: str = "", *, external: bool = True) -> Injection:
    def inject(package: Package) -> Package:
        for source in (HEADER, DOCUMENT):
            package = related(package, source, kind, target, external=external)
        return put(package, run) if run else package

    return inject


def from_document(kind: str, target: str, *, external: bool = False) -> Injection:
    return lambda package: related(package, DOCUMENT, kind, target, external=external)


def in_settings(element: str, kind: str = "", target: str = "") -> Injection:
    def inject(package: Package) -> Package:
        if kind:
            package = related(package, SETTINGS, kind, target, external=True)
        spaced = re.sub(r"^<([\w:]+)", rf"<\1 {SPACES}", element, count=1)
        return edited(package, SETTINGS, (r"(<w:settings[^>]*>)", rf"\1{spaced}"))

    return inject


def field(instruction: str) -> str:
    return (
        f'<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r {SPACES}><w:instrText>{instruction}</w:instrText></w:r>'
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>1</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )


def link(target: str) -> Injection:
    return from_header("hyperlink", target, '<w:hyperlink r:id="rIdBoos"><w:r><w:t>hier</w:t></w:r></w:hyperlink>')


def macro_enabled(package: Package) -> Package:
    wrong = "application/vnd.ms-word.document.macroEnabled.main+xml"
    right = r"application/vnd\.openxmlformats-officedocument\.wordprocessingml\.document\.main\+xml"
    return with_macros(edited(package, "[Content_Types].xml", (right, wrong)))


def with_macros(package: Package) -> Package:
    package = related(
        package, DOCUMENT, "http://schemas.microsoft.com/office/2006/relationships/vbaProject", "vbaProject.bin"
    )
    return typed(package, "word/vbaProject.bin", "application/vnd.ms-office.vbaProject")


def by_somebody(package: Package) -> Package:
    return edited(
        package,
        CORE,
        (r"<dc:creator>[^<]*", f"<dc:creator>{MARK}"),
        ("<cp:lastModifiedBy/>", f"<cp:lastModifiedBy>{MARK}</cp:lastModifiedBy>"),
    )


def of_company(package: Package) -> Package:
    return edited(
        package,
        "docProps/app.xml",
        ("</Properties>", f"<Company>{MARK}</Company><Manager>{MARK}</Manager></Properties>"),
    )


def picture(attributes: str) -> str:
    return (
        '<w:r><w:drawing><wp:inline><wp:extent cx="9525" cy="9525"/><wp:docPr id="990" name="x" descr="beeld"/><a:graphic>'
        '<a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:pic><pic:nvPicPr>'
        '<pic:cNvPr id="0" name="x"/><pic:cNvPicPr/></pic:nvPicPr><pic:blipFill>'
        f"<a:blip {attributes}/><a:stretch><a:fillRect/></a:stretch></pic:blipFill><pic:spPr/></pic:pic></a:graphicData>"
        "</a:graphic></wp:inline></w:drawing></w:r>"
    )


OBJECT = '<w:r><w:object><v:shape style="width:1pt;height:1pt"/><o:OLEObject Type="{kind}" ProgID="{mark}" r:id="rIdBoos"/></w:object></w:r>'
FILE = f"file:///C:/{MARK}/x"
UNC = f"\\\\\\\\{MARK}\\\\map\\\\x"
HOSTILE: dict[str, Injection] = {
    "macros": with_macros,
    "macros under their own type": macro_enabled,
    "keys for macros": from_document("http://schemas.microsoft.com/office/2006/relationships/keyMapCustomizations", "customizations.xml"),
    "a template on a disk": in_settings('<w:attachedTemplate r:id="rIdBoos"/>', "attachedTemplate", f"{FILE}.dotm"),
    "a template on the web": in_settings('<w:attachedTemplate r:id="rIdBoos"/>', "attachedTemplate", f"https://{MARK}.example/x.dotm"),
    "a picture on the web": from_header("image", f"https://{MARK}.example/x.png", picture('r:link="rIdBoos"')),
    "a picture on a share": from_header("image", f"file://{MARK}/x.png", picture('r:embed="rIdBoos"')),
    "an old picture on the web": from_header("image", f"https://{MARK}.example/x.png", '<w:r><w:pict><v:shape><v:imagedata r:id="rIdBoos"/></v:shape></w:pict></w:r>'),
    "an object in it": from_header("oleObject", "embeddings/o.bin", OBJECT.format(kind="Embed", mark=MARK), external=False),
    "an object elsewhere": from_header("oleObject", f"{FILE}.xls", OBJECT.format(kind="Link", mark=MARK)),
    "a workbook in it": from_header("package", "embeddings/x.xlsx", OBJECT.format(kind="Embed", mark=MARK), external=False),
    "a control": from_header("control", "activeX/activeX1.xml", f'<w:r><w:object><w:control r:id="rIdBoos" w:name="{MARK}"/></w:object></w:r>', external=False),
    "a page of the web in it": lambda p: edited(related(p, DOCUMENT, "aFChunk", "afchunk.html"), DOCUMENT, ("<w:body>", f'<w:body><w:altChunk {SPACES} r:id="rIdBoos"/>')),
    "a document elsewhere": lambda p: edited(related(p, DOCUMENT, "subDocument", f"{FILE}.docx", external=True), DOCUMENT, ("</w:p>", f'<w:subDoc {SPACES} r:id="rIdBoos"/></w:p>')),
    "a frame": from_document("frame", f"https://{MARK}.example", external=True),
    "a link to a file": link(f"{FILE}.exe"),
    "a link to a share": link(f"\\\\\\\\{MARK}\\\\map\\\\x.exe"),
    "a link that runs": link(f"javascript:{MARK}"),
    "a link to a tool": link(f"ms-msdt:/id {MARK}"),
    "a link to a search": link(f"search-ms:query={MARK}"),
    "a relation to data": link(f"data:text/html,{MARK}"),
    "text of elsewhere": lambda p: put(p, field(f'INCLUDETEXT "{FILE}.txt"')),
    "a picture of elsewhere": lambda p: put(p, field(f'INCLUDEPICTURE "https://{MARK}.example/x.png" \\\\d')),
    "a picture of elsewhere, short": lambda p: put(p, f'<w:fldSimple w:instr="INCLUDEPICTURE {FILE}"><w:r><w:t>x</w:t></w:r></w:fldSimple>'),
    "a program": lambda p: put(p, field(f'DDEAUTO c:\\\\\\\\windows\\\\\\\\system32\\\\\\\\cmd.exe "/k {MARK}"')),
    "a program, slower": lambda p: put(p, field(f"DDE {MARK} x")),
    "a cell of elsewhere": lambda p: put(p, field(f'LINK Excel.Sheet.12 "{FILE}.xlsx" "A1"')),
    "a field in a field": lambda p: put(p, field(f"IF 1 = 1 {MARK} x")),
    "a link as a field": lambda p: put(p, field(f'HYPERLINK "{FILE}.exe"')),
    "the name of the file": lambda p: put(p, f'<w:fldSimple w:instr="FILENAME \\\\p"><w:r><w:t>C:/{MARK}.docx</w:t></w:r></w:fldSimple>'),
    "the name of the writer": lambda p: put(p, f'<w:fldSimple w:instr="AUTHOR"><w:r><w:t>{MARK}</w:t></w:r></w:fldSimple>'),
    "a macro behind a button": lambda p: put(p, field(f"MACROBUTTON {MARK} x")),
    "who inserted": lambda p: put(p, f"<w:ins {BY}><w:r><w:t>erbij</w:t></w:r></w:ins>"),
    "who struck, and what": lambda p: put(p, f"<w:del {BY}><w:r><w:delText>{MARK}</w:delText></w:r></w:del>"),
    "hidden words": lambda p: put(p, f"<w:r><w:rPr><w:vanish/></w:rPr><w:t>{MARK}</w:t></w:r>"),
    "words bound to data": lambda p: put(p, f'<w:sdt><w:sdtPr><w:dataBinding w:xpath="/{MARK}" w:storeItemID="{{0}}"/></w:sdtPr><w:sdtContent><w:r><w:t>x</w:t></w:r></w:sdtContent></w:sdt>'),
    "remarks": lambda p: put(related(p, DOCUMENT, "comments", "comments.xml"), '<w:r><w:commentReference w:id="0"/></w:r>'),
    "people": from_document("http://schemas.microsoft.com/office/2011/relationships/people", "people.xml"),
    "building blocks": from_document("glossaryDocument", "glossary/document.xml"),
    "data of other programs": from_document("customXml", "customXml/item9.xml"),
    "the settings of a printer": from_header("printerSettings", "printerSettings/p.bin", external=False),
    "variables": in_settings(f'<w:docVars><w:docVar w:name="x" w:val="{MARK}"/></w:docVars>'),
    "addresses": in_settings(f'<w:mailMerge><w:mainDocumentType w:val="formLetters"/><w:query w:val="{MARK}"/><w:dataSource r:id="rIdBoos"/></w:mailMerge>', "mailMergeSource", f"{FILE}.xlsx"),
    "a schema": in_settings(f'<w:attachedSchema w:val="{MARK}"/>'),
    "a transformation": in_settings('<w:saveThroughXslt r:id="rIdBoos"/>', "transform", f"{FILE}.xsl"),
    "who wrote it": by_somebody,
    "for whom": of_company,
}  # fmt: skip
NAMES = re.compile(
    r"vba|macro|activex|embeddings|glossary|comments|people|printer|afchunk|thumbnail|customizations", re.IGNORECASE
)
SAFE = ("http://", "https://", "mailto:", "tel:")


def hostile(name: str) -> Package:
    return HOSTILE[name](sound())


def test_there_are_forty_of_them_and_each_holds_what_must_not_go_on() -> None:
    assert len(HOSTILE) >= 40
    for name in HOSTILE:
        assert any(MARK in text for text in everything(hostile(name))), name


def everything(package: Package) -> list[str]:
    return [f"{name} {package.read(name).decode('utf-8', 'replace')}" for name in package.names]


@pytest.mark.parametrize("name", HOSTILE)
def test_it_never_reaches_a_letter(name: str) -> None:
    style = HouseStyle(NEUTRAL, Settings.model_validate({"naam": "x"}), read_package(hostile(name).to_bytes()))
    data = to_docx(letter(), style)
    package = read_package(data)
    assert [text[:80] for text in everything(package) if MARK.casefold() in text.casefold()] == []
    assert [part for part in package.names if NAMES.search(part)] == []
    assert judged(data) == ()
    outside = [each for part in ("", *package.names) for each in relations_of(package, part) if each.external]
    assert all(each.type.endswith("/hyperlink") and each.target.startswith(SAFE) for each in outside)
    for other in (to_html(letter(), style), to_text(letter(), style), to_pdf(letter(), style)):
        assert MARK.encode() not in other


@pytest.mark.parametrize("name", HOSTILE)
def test_reading_it_does_no_harm(name: str, tmp_path: Path) -> None:
    """As a document that came back, as a source, and as what a house style would be made of."""
    data = hostile(name).to_bytes()
    path = tmp_path / "stuk.docx"
    path.write_bytes(data)
    assert returned_word(data).paragraphs
    read_source_text(path)
    told = inspect_package(read_package(data), "stuk")
    assert told.name == "stuk"
    assert [each.name for each in tmp_path.iterdir()] == ["stuk.docx"]


ENTITY = '<!DOCTYPE w:document [<!ENTITY x SYSTEM "file:///etc/passwd">]>'
REFUSED: dict[str, tuple[Callable[[str], str], str]] = {
    "an entity of elsewhere": (lambda text: re.sub(r"(\?>)", rf"\1{ENTITY}", text, count=1), "DOCTYPE"),
    "entities of entities": (lambda text: re.sub(r"(\?>)", r'\1<!DOCTYPE w [<!ENTITY a "&b;&b;"><!ENTITY b "bb">]>', text, count=1), "DOCTYPE"),
    "half": (lambda text: text[: len(text) // 2], "geen leesbare XML"),
    "deep": (lambda text: text.replace("<w:p>", "<w:p>" * 3_000, 1), "geen leesbare XML"),
    "another language of signs": (lambda text: text.replace("encoding='UTF-8'", "encoding='UTF-7'"), "tekencodering"),
    "many": (lambda text: text.replace("<w:body>", "<w:body>" + "<w:p/>" * 1_000_001, 1), "buitensporig groot"),
}  # fmt: skip


@pytest.mark.parametrize("name", REFUSED)
def test_what_no_word_file_has_is_refused_with_its_reason(name: str, tmp_path: Path) -> None:
    change, reason = REFUSED[name]
    package = sound()
    data = package.with_part(DOCUMENT, change(package.read(DOCUMENT).decode()).encode()).to_bytes()
    path = tmp_path / "stuk.docx"
    path.write_bytes(data)
    with pytest.raises(ComposerError, match=reason):
        returned_word(data)
    with pytest.raises(ComposerError, match=reason):
        read_source_text(path)


def test_the_sound_one_is_a_letter(tmp_path: Path) -> None:
    style = HouseStyle(NEUTRAL, Settings.model_validate({"naam": "x"}), sound())
    package = read_package(to_docx(letter(), style))
    assert "Gemeente Oeverland" in "".join(parse(package.read(HEADER)).itertext())
