"""A footer with the subject and the number of the page, for an organisation that has none."""

from composer.export.docx.paragraphs import field
from composer.export.docx.section import Section
from composer.ooxml.formatting import TWIPS
from composer.ooxml.markup import HEAD, WORD_NAMESPACES, elements, parse, serialise
from composer.ooxml.package import Package
from composer.ooxml.relations import FOOTER, attach

_SMALL = '<w:rPr><w:sz w:val="18"/><w:szCs w:val="18"/></w:rPr>'

_WORDS_OWN = (4536, 4513, 4680, 9026, 9072, 9360)
"""Where Word's own styles for headers and footers have their tabs, by its language."""


def with_page_numbers(package: Package, main: str, section: Section) -> tuple[Package, Section]:
    """The package with a line added to each footer, and footers where there are none; the first page gets its number only."""
    present = {kind: name for (tag, kind), name in section.running(package, main).items() if tag == "footerReference"}
    for kind in section.page_kinds(package, main):
        line = _line(section, with_subject=kind != "first")
        if kind in present:
            root = parse(package.read(present[kind]))
            root.append(elements(line)[0])
            package = package.with_part(present[kind], serialise(root))
        else:
            name = f"{main.rpartition('/')[0]}/footer-raadsbrief-{kind}.xml".lstrip("/")
            data = f"{HEAD}<w:ftr {WORD_NAMESPACES}>{line}</w:ftr>".encode()
            package, target = attach(package, main, name, FOOTER, data)
            section = section.with_reference("footerReference", kind, target)
    return package, section


def _line(section: Section, *, with_subject: bool) -> str:
    """A footer line: the subject on the left, the page number on the right."""
    edge = round(section.paper.whole_width * TWIPS)
    subject = (
        '<w:sdt><w:sdtPr><w:alias w:val="Onderwerp"/><w:tag w:val="onderwerp"/><w:text/></w:sdtPr><w:sdtContent>'
        f"<w:r>{_SMALL}<w:t>Onderwerp</w:t></w:r></w:sdtContent></w:sdt>"
    )
    page, pages = (field(name, "<w:t>1</w:t>", _SMALL) for name in ("PAGE", "NUMPAGES"))
    others = "".join(f'<w:tab w:val="clear" w:pos="{each}"/>' for each in _WORDS_OWN if each != edge)
    tabs = f'<w:tabs>{others}<w:tab w:val="right" w:pos="{edge}"/></w:tabs>'
    words = f"{subject if with_subject else ''}<w:r>{_SMALL}<w:tab/></w:r>{_words('Bladnummer ')}{page}{_words(' van ')}{pages}"
    return f"<w:p><w:pPr>{tabs}</w:pPr>{words}</w:p>"


def _words(text: str) -> str:
    return f'<w:r>{_SMALL}<w:t xml:space="preserve">{text}</w:t></w:r>'
