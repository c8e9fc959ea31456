"""Reads the headers, footers and text of a document that is imported as a house style."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from composer import paths
from composer.export.docx.section import Paper, Section
from composer.export.house_styles.inspection import FoundLogo, FoundPage, FoundPaper, FoundText, PageKind
from composer.export.pdf.pictures import kind_of
from composer.library.glyph_coverage import common_code_points
from composer.ooxml.computed_formats import Cascade
from composer.ooxml.markup import Element, parse, w
from composer.ooxml.package import Package
from composer.ooxml.relations import part_name, relations_of
from composer.ooxml.story import Mark, Picture, Story, paragraphs, pictures, words
from composer.ooxml.story_reading import Reader
from composer.ooxml.theme import Theme

_MILLIMETRE = 72 / 25.4  # points
_SHOWN = 200
_KINDS: Mapping[str, PageKind] = {"first": "eerste", "default": "volgende", "even": "even"}


@dataclass(frozen=True, slots=True)
class DocumentReader:
    """A package with the context for reading its stories."""

    package: Package
    main: str
    section: Section
    cascade: Cascade
    theme: Theme

    def story(self, source: str) -> Story:
        """The blocks of a header or footer part."""
        parts = {
            each.id: part_name(source, each.target) for each in relations_of(self.package, source) if not each.external
        }
        return Reader(self.cascade, parts, self.theme.colours).story(parse(self.package.read(source)))

    def running(self) -> Mapping[tuple[str, str], Story]:
        """The stories of headers and footers by tag and kind of page."""
        named = self.section.running(self.package, self.main)
        return {key: self.story(name) for key, name in named.items() if name in self.package}


def millimetres(points: float) -> float:
    return round(points / _MILLIMETRE, 1)


def found_paper(paper: Paper) -> FoundPaper:
    sides = (paper.width, paper.height, paper.top, paper.right, paper.bottom, paper.left)
    width, height, top, right, bottom, left = map(millimetres, sides)
    return FoundPaper(width, height, top, right, bottom, left, paper.columns)


def found_pages(around: DocumentReader) -> Iterator[FoundPage]:
    """The kinds of page that look different; without a first page of its own, the following ones stand for it."""
    running = around.running()
    for kind in around.section.page_kinds(around.package, around.main):
        header, footer = (running.get((f"{side}Reference", kind), ()) for side in ("header", "footer"))
        drawn = len(pictures(header)) + len(pictures(footer))
        yield FoundPage(_KINDS[kind], words(header), words(footer), drawn, _is_numbered(header) or _is_numbered(footer))


def _is_numbered(story: Story) -> bool:
    marks = (piece for paragraph in paragraphs(story) for piece in paragraph.pieces if isinstance(piece, Mark))
    return any(mark.kind == "page" for mark in marks)


def found_logo(around: DocumentReader) -> FoundLogo | None:
    """The largest picture of the first page's header that a PDF can hold, else the largest."""
    shown = [
        picture
        for (tag, kind), story in around.running().items()
        if tag == "headerReference" and kind != "even"
        for picture in pictures(story)
    ]
    made = [_logo(picture, around.package) for picture in shown if picture.part in around.package]
    return max(made, key=lambda logo: (logo.usable, logo.width * logo.height), default=None)


def _logo(picture: Picture, package: Package) -> FoundLogo:
    usable = bool(kind_of(package.read(picture.part)))
    size = millimetres(picture.width), millimetres(picture.height)
    return FoundLogo(picture.part, *size, picture.alternative, usable)


def unusable_pictures(around: DocumentReader) -> int:
    """The number of pictures in headers and footers that a PDF cannot hold."""
    shown = [picture for story in around.running().values() for picture in pictures(story)]
    return sum(not kind_of(around.package.read(each.part)) for each in shown if each.part in around.package)


def unprintable(around: DocumentReader) -> list[str]:
    """The characters of headers and footers that the shipped fonts lack, each once."""
    known = common_code_points(paths.resources() / "lettertypen")
    shown = "".join(page.header + page.footer for page in found_pages(around))
    return [char for char in dict.fromkeys(shown) if not char.isspace() and known and ord(char) not in known]


def found_text(body: Element) -> FoundText:
    texts = ["".join(text.text or "" for text in each.iter(w("t"))).strip() for each in body.iter(w("p"))]
    filled = [text for text in texts if text]
    beginning = " / ".join(filled)
    return FoundText(
        paragraphs=len(filled),
        beginning=beginning if len(beginning) <= _SHOWN else beginning[:_SHOWN].rpartition(" ")[0] + " …",
        tables=sum(1 for _ in body.iter(w("tbl"))),
        pictures=sum(1 for _ in body.iter(w("drawing"), w("pict"))),
        notes=sum(1 for _ in body.iter(w("footnoteReference"))),
    )
