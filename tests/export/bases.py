"""Base documents of different making, as organisations have them."""

import io
import re
from collections.abc import Callable
from pathlib import Path

import docx
from docx.document import Document as Word
from docx.enum.section import WD_ORIENT

from composer.ooxml.package import Package
from composer.ooxml.reading import read_package

DUTCH = {
    "Heading1": "Kop1",
    "Heading2": "Kop2",
    "ListBullet": "Lijstopsomteken",
    "Normal": "Standaard",
    "Title": "Titel",
}
CONTROL = (
    '<w:sdt><w:sdtPr><w:tag w:val="onderwerp"/><w:id w:val="7"/></w:sdtPr><w:sdtContent><w:r><w:rPr>'
    '<w:rStyle w:val="PlaceholderText"/></w:rPr><w:t>Klik om</w:t></w:r><w:r><w:t> te typen</w:t></w:r></w:sdtContent></w:sdt>'
)


def made(change: Callable[[Word], None] | None = None) -> Package:
    """python-docx's own default document, changed and saved."""
    document = docx.Document()
    document.add_paragraph("Deze tekst verdwijnt.")
    if change:
        change(document)
    buffer = io.BytesIO()
    document.save(buffer)
    return read_package(buffer.getvalue())


def edited(package: Package, name: str, *replacements: tuple[str, str]) -> Package:
    """A package with words of one part replaced."""
    text = package.read(name).decode()
    for old, new in replacements:
        assert re.search(old, text), f"{old} staat niet in {name}"
        text = re.sub(old, new, text)
    return package.with_part(name, text.encode())


def plain() -> Package:
    return made()


def dutch_ids() -> Package:
    place = "(styleId|basedOn w:val|next w:val|link w:val)"
    renamed = [(f'{place}="{old}"', rf'\1="{new}"') for old, new in DUTCH.items()]
    return edited(made(), "word/styles.xml", *renamed)


def without_headings() -> Package:
    pattern = r'<w:style [^>]*w:styleId="(Heading|List|Title|Quote|Strong|Emphasis|BodyText)[^"]*".*?</w:style>'
    package = made()
    text = re.sub(pattern, "", package.read("word/styles.xml").decode(), flags=re.DOTALL)
    return package.with_part("word/styles.xml", text.encode())


def odd_even_and_first() -> Package:
    def change(document: Word) -> None:
        document.settings.odd_and_even_pages_header_footer = True
        section = document.sections[0]
        section.different_first_page_header_footer = True
        section.header.paragraphs[0].text = "oneven"
        section.even_page_header.paragraphs[0].text = "even"

    return made(change)


def landscape() -> Package:
    def change(document: Word) -> None:
        section = document.sections[0]
        section.orientation = WD_ORIENT.LANDSCAPE
        section.page_width, section.page_height = section.page_height, section.page_width

    return made(change)


def template() -> Package:
    main = r"wordprocessingml\.document\.main"
    return edited(made(), "[Content_Types].xml", (main, "wordprocessingml.template.main"))


def controls() -> Package:
    def change(document: Word) -> None:
        document.sections[0].footer.paragraphs[0].text = "HIER"

    package = made(change)
    footer = next(name for name in package.names if name.startswith("word/footer"))
    return edited(package, footer, (r"<w:r><w:t>HIER</w:t></w:r>", CONTROL))


def pictures_and_links() -> Package:
    logo = Path(__file__).parents[2] / "resources" / "huisstijlen" / "neutraal" / "logo.png"

    def change(document: Word) -> None:
        document.add_picture(str(logo))
        document.sections[0].header.paragraphs[0].add_run().add_picture(str(logo))

    return edited(
        made(change),
        "word/header1.xml",
        (r'<wp:docPr id="(\d+)" name="([^"]+)"', r'<wp:docPr id="\1" name="\2" descr="Logo"'),
    )


BASES: dict[str, Callable[[], Package]] = {
    each.__name__: each
    for each in (
        plain,
        dutch_ids,
        without_headings,
        odd_even_and_first,
        landscape,
        template,
        controls,
        pictures_and_links,
    )
}
