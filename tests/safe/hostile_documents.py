"""Word files with something in them that must not go on, each made from a sound one."""

import re
from collections.abc import Callable

from docx.document import Document as Word

from composer.ooxml.markup import R
from composer.ooxml.package import Package
from composer.ooxml.relations import Relation, relations_name, relations_of, relations_xml
from tests.export.bases import edited, made

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


def simple_field(instruction: str, shown: str) -> Injection:
    run = f'<w:fldSimple w:instr="{instruction}"><w:r><w:t>{shown}</w:t></w:r></w:fldSimple>'
    return lambda package: put(package, run)


def in_body(kind: str, target: str, place: str, element: str, *, external: bool) -> Injection:
    """An element with a relation of its own, before `place` in the text."""

    def inject(package: Package) -> Package:
        return edited(
            related(package, DOCUMENT, kind, target, external=external), DOCUMENT, (place, f"{element}{place}")
        )

    return inject


def words(run: str) -> Injection:
    return lambda package: put(package, run)


def told(instruction: str) -> Injection:
    return lambda package: put(package, field(instruction))


def macro_enabled(package: Package) -> Package:
    wrong = "application/vnd.ms-word.document.macroEnabled.main+xml"
    right = r"application/vnd\.openxmlformats-officedocument\.wordprocessingml\.document\.main\+xml"
    return with_macros(edited(package, "[Content_Types].xml", (right, wrong)))


def with_macros(package: Package) -> Package:
    package = related(package, DOCUMENT, f"{MICROSOFT}/2006/relationships/vbaProject", "vbaProject.bin")
    return typed(package, "word/vbaProject.bin", "application/vnd.ms-office.vbaProject")


def by_somebody(package: Package) -> Package:
    writer = (r"<dc:creator>[^<]*", f"<dc:creator>{MARK}")
    return edited(package, CORE, writer, ("<cp:lastModifiedBy/>", f"<cp:lastModifiedBy>{MARK}</cp:lastModifiedBy>"))


def of_company(package: Package) -> Package:
    company = f"<Company>{MARK}</Company><Manager>{MARK}</Manager></Properties>"
    return edited(package, "docProps/app.xml", ("</Properties>", company))


def remarks(package: Package) -> Package:
    package = related(package, DOCUMENT, "comments", "comments.xml")
    return put(package, '<w:r><w:commentReference w:id="0"/></w:r>')


def picture(attributes: str) -> str:
    return (
        '<w:r><w:drawing><wp:inline><wp:extent cx="9525" cy="9525"/><wp:docPr id="990" name="x" descr="beeld"/><a:graphic>'
        '<a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:pic><pic:nvPicPr>'
        '<pic:cNvPr id="0" name="x"/><pic:cNvPicPr/></pic:nvPicPr><pic:blipFill>'
        f"<a:blip {attributes}/><a:stretch><a:fillRect/></a:stretch></pic:blipFill><pic:spPr/></pic:pic></a:graphicData>"
        "</a:graphic></wp:inline></w:drawing></w:r>"
    )


def an_object(kind: str) -> str:
    shape = '<v:shape style="width:1pt;height:1pt"/>'
    return f'<w:r><w:object>{shape}<o:OLEObject Type="{kind}" ProgID="{MARK}" r:id="rIdBoos"/></w:object></w:r>'


MICROSOFT = "http://schemas.microsoft.com/office"
FILE, WEB = f"file:///C:/{MARK}/x", f"https://{MARK}.example/x"
CONTROL = f'<w:r><w:object><w:control r:id="rIdBoos" w:name="{MARK}"/></w:object></w:r>'
BOUND = (
    f'<w:sdt><w:sdtPr><w:dataBinding w:xpath="/{MARK}" w:storeItemID="{{0}}"/></w:sdtPr>'
    "<w:sdtContent><w:r><w:t>x</w:t></w:r></w:sdtContent></w:sdt>"
)
MERGED = (
    f'<w:mailMerge><w:mainDocumentType w:val="formLetters"/><w:query w:val="{MARK}"/><w:dataSource r:id="rIdBoos"/>'
    "</w:mailMerge>"
)
OLD_PICTURE = '<w:r><w:pict><v:shape><v:imagedata r:id="rIdBoos"/></v:shape></w:pict></w:r>'
ATTACHED = '<w:attachedTemplate r:id="rIdBoos"/>'
HOSTILE: dict[str, Injection] = {
    "macros": with_macros,
    "macros under their own type": macro_enabled,
    "keys for macros": from_document(f"{MICROSOFT}/2006/relationships/keyMapCustomizations", "customizations.xml"),
    "a template on a disk": in_settings(ATTACHED, "attachedTemplate", f"{FILE}.dotm"),
    "a template on the web": in_settings(ATTACHED, "attachedTemplate", f"{WEB}.dotm"),
    "a picture on the web": from_header("image", f"{WEB}.png", picture('r:link="rIdBoos"')),
    "a picture on a share": from_header("image", f"file://{MARK}/x.png", picture('r:embed="rIdBoos"')),
    "an old picture on the web": from_header("image", f"{WEB}.png", OLD_PICTURE),
    "an object in it": from_header("oleObject", "embeddings/o.bin", an_object("Embed"), external=False),
    "an object elsewhere": from_header("oleObject", f"{FILE}.xls", an_object("Link")),
    "a workbook in it": from_header("package", "embeddings/x.xlsx", an_object("Embed"), external=False),
    "a control": from_header("control", "activeX/activeX1.xml", CONTROL, external=False),
    "a page of the web in it": in_body(
        "aFChunk", "afchunk.html", "<w:p>", f'<w:altChunk {SPACES} r:id="rIdBoos"/>', external=False
    ),
    "a document elsewhere": in_body(
        "subDocument", f"{FILE}.docx", "</w:p>", f'<w:subDoc {SPACES} r:id="rIdBoos"/>', external=True
    ),
    "a frame": from_document("frame", WEB, external=True),
    "a link to a file": link(f"{FILE}.exe"),
    "a link to a share": link(f"\\\\{MARK}\\map\\x.exe"),
    "a link that runs": link(f"javascript:{MARK}"),
    "a link to a tool": link(f"ms-msdt:/id {MARK}"),
    "a link to a search": link(f"search-ms:query={MARK}"),
    "a link to data": link(f"data:text/html,{MARK}"),
    "text of elsewhere": told(f'INCLUDETEXT "{FILE}.txt"'),
    "a picture of elsewhere": told(f'INCLUDEPICTURE "{WEB}.png" \\d'),
    "a picture of elsewhere, short": simple_field(f"INCLUDEPICTURE {FILE}", "x"),
    "a program": told(f'DDEAUTO c:\\windows\\system32\\cmd.exe "/k {MARK}"'),
    "a program, slower": told(f"DDE {MARK} x"),
    "a cell of elsewhere": told(f'LINK Excel.Sheet.12 "{FILE}.xlsx" "A1"'),
    "a choice": told(f"IF 1 = 1 {MARK} x"),
    "a link as a field": told(f'HYPERLINK "{FILE}.exe"'),
    "a macro behind a button": told(f"MACROBUTTON {MARK} x"),
    "the name of the file": simple_field("FILENAME \\p", f"C:/{MARK}.docx"),
    "the name of the writer": simple_field("AUTHOR", MARK),
    "who inserted": words(f"<w:ins {BY}><w:r><w:t>erbij</w:t></w:r></w:ins>"),
    "who struck, and what": words(f"<w:del {BY}><w:r><w:delText>{MARK}</w:delText></w:r></w:del>"),
    "hidden words": words(f"<w:r><w:rPr><w:vanish/></w:rPr><w:t>{MARK}</w:t></w:r>"),
    "words bound to data": words(BOUND),
    "remarks": remarks,
    "people": from_document(f"{MICROSOFT}/2011/relationships/people", "people.xml"),
    "building blocks": from_document("glossaryDocument", "glossary/document.xml"),
    "data of other programs": from_document("customXml", "customXml/item9.xml"),
    "the settings of a printer": from_header("printerSettings", "printerSettings/p.bin", external=False),
    "variables": in_settings(f'<w:docVars><w:docVar w:name="x" w:val="{MARK}"/></w:docVars>'),
    "addresses": in_settings(MERGED, "mailMergeSource", f"{FILE}.xlsx"),
    "a schema": in_settings(f'<w:attachedSchema w:val="{MARK}"/>'),
    "a transformation": in_settings('<w:saveThroughXslt r:id="rIdBoos"/>', "transform", f"{FILE}.xsl"),
    "who wrote it": by_somebody,
    "for whom": of_company,
}
