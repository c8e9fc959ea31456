"""The result of inspecting a document for a house style, and the choices that follow."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from composer.export.house_style import Colours, Contents, NoteStyle
from composer.ooxml.package import Package

How = Literal["naam", "gebruik", "toegevoegd"]
PageKind = Literal["eerste", "volgende", "even"]


@dataclass(frozen=True, slots=True)
class FoundStyle:
    """A kind of paragraph or text with the style that it gets: found by its name, by how it is used, or added.

    `name` is Word's, `look` says in words how it looks.
    """

    kind: str
    label: str
    name: str
    how: How
    look: str


@dataclass(frozen=True, slots=True)
class FoundFonts:
    """`exact` says whether the font of the PDF is as wide as Word's, so that lines and pages end at the same words."""

    text: str
    headings: str
    size: float
    pdf: str
    exact: bool


@dataclass(frozen=True, slots=True)
class FoundPage:
    """The header and footer of one kind of page; page numbers as [pagina] and [aantal]."""

    kind: PageKind
    header: str
    footer: str
    pictures: int
    numbered: bool


@dataclass(frozen=True, slots=True)
class FoundLogo:
    """A picture of the headers; measures in millimetres, `usable` False for a kind that a PDF cannot hold."""

    part: str
    width: float
    height: float
    alternative: str
    usable: bool


@dataclass(frozen=True, slots=True)
class FoundPaper:
    """In millimetres."""

    width: float
    height: float
    top: float
    right: float
    bottom: float
    left: float
    columns: int


@dataclass(frozen=True, slots=True)
class FoundText:
    """The text of the document itself: how much, and how it begins."""

    paragraphs: int = 0
    beginning: str = ""
    tables: int = 0
    pictures: int = 0
    notes: int = 0


@dataclass(frozen=True, slots=True)
class FoundPlace:
    """A place that a letter can fill: a content control, a bookmark, a field or a name between brackets.

    `key` tells it from others, `tag` is what it is filled with, "" when that is not known.
    """

    key: str
    name: str
    where: str
    kind: Literal["besturingselement", "bladwijzer", "veld", "tekst"]
    tag: str


@dataclass(frozen=True, slots=True)
class Inspection:
    """The result of inspection; `added`, `removed` and `remarks` are Dutch sentences."""

    name: str
    styles: tuple[FoundStyle, ...]
    fonts: FoundFonts
    colours: Colours
    paper: FoundPaper
    pages: tuple[FoundPage, ...]
    logo: FoundLogo | None
    text: FoundText
    places: tuple[FoundPlace, ...]
    added: tuple[str, ...]
    removed: tuple[str, ...]
    remarks: tuple[str, ...]
    space_after: float
    note_counting: Literal["doorlopend", "per_pagina"]
    names: Mapping[str, str]
    package: Package = field(repr=False)


@dataclass(frozen=True, slots=True)
class Choices:
    """The user's choices; `styles` are Word's names by kind, `places` tags by key, both overriding what was recognised."""

    name: str
    keep_text: bool = False
    styles: Mapping[str, str] = field(default_factory=dict[str, str])
    places: Mapping[str, str] = field(default_factory=dict[str, str])
    logo_alternative: str = ""
    page_numbers: bool = True
    notes: NoteStyle = "voetnoten"
    contents: Contents | None = None
    sources_page: bool = False
    pdf_font: str = ""


def proposed(inspection: Inspection) -> Choices:
    """The default choices: everything as recognised, without the text of the document."""
    alternative = inspection.logo.alternative if inspection.logo else ""
    return Choices(inspection.name, logo_alternative=alternative)
