"""A house style: a folder with a base Word document and the settings for all writers."""

from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from threading import Lock
from typing import Annotated, Literal

from lxml import etree
from pydantic import Field

from composer.assemble.cache import GenerationCache
from composer.domain.errors import ComposerError
from composer.domain.finding import Problem
from composer.domain.model import EMPTY, Dutch, FrozenMap, Model, YesNo
from composer.export.docx.base import Base, prepare
from composer.export.docx.parts import DocumentOptions
from composer.export.docx.styles import StyleDefaults
from composer.export.pictures import require_few_pixels, require_picture
from composer.library.reading import read_bytes, read_model, read_text
from composer.library.store import reason
from composer.library.yaml import read_yaml
from composer.ooxml.formatting import TWIPS
from composer.ooxml.package import Package
from composer.ooxml.preflight import SharedParts, index_shared_parts, preflight
from composer.ooxml.reading import Bounds, PackageError, read_package

BASE_NAME, SETTINGS_NAME = "basis.docx", "huisstijl.yaml"
NoteStyle = Literal["voetnoten", "eindlijst", "geen"]
Colour = Annotated[str, Field(pattern=r"^[0-9A-Fa-f]{6}$")]
Millimetres = Annotated[float, Field(ge=0, le=200)]


class Fonts(Model):
    """`text` is what Word uses, `pdf` a family of the shipped fonts; `size` of the body in points."""

    text: Annotated[str, Dutch("tekst")] = "Calibri"
    pdf: str = "Carlito"
    size: Annotated[float, Field(alias="grootte", ge=8, le=16)] = 11


class Colours(Model):
    """Colours of six hexadecimal digits; `muted` is for headers and footers, `tint` for header rows."""

    accent: Colour = "1F4E79"
    muted: Annotated[Colour, Dutch("gedempt")] = "595F69"
    tint: Colour = "E9EFF5"
    line: Annotated[Colour, Dutch("lijn")] = "C9D2DC"
    gap: Annotated[Colour, Dutch("open_plek")] = "FFE9A8"


class Margins(Model):
    top: Annotated[Millimetres, Dutch("boven")] = 25
    bottom: Annotated[Millimetres, Dutch("onder")] = 25
    left: Annotated[Millimetres, Dutch("links")] = 25
    right: Annotated[Millimetres, Dutch("rechts")] = 25


class Logo(Model):
    """A picture in the house style's folder; `alternative` says in words what it shows."""

    file: Annotated[str, Field(alias="bestand", pattern=r"^[A-Za-z0-9][A-Za-z0-9._-]*\.(png|jpg|jpeg|svg)$")]
    alternative: Annotated[str, Field(alias="alternatief", min_length=1)]
    width: Annotated[float, Field(alias="breedte", gt=0, le=200)] = 16


class Contents(Model):
    """A list of contents in letters with at least so many headings; page numbers are those of the PDF's layout."""

    from_headings: Annotated[int, Field(alias="vanaf", ge=1, le=200)] = 12
    page_numbers: Annotated[YesNo, Dutch("paginanummers")] = True


class Settings(Model):
    """huisstijl.yaml; `styles` gives Word's names for those kinds of block whose style is not named as usual.

    `space_after` is the space below a paragraph in points; `hyphenate` None leaves what basis.docx says of it.
    """

    name: Annotated[str, Dutch("naam")]
    styles: Annotated[FrozenMap[str, str], Dutch("stijlen")] = EMPTY
    fonts: Annotated[Fonts, Dutch("lettertype")] = Fonts()
    colours: Annotated[Colours, Dutch("kleuren")] = Colours()
    margins: Annotated[Margins, Dutch("marges")] = Margins()
    logo: Logo | None = None
    notes: Annotated[NoteStyle, Dutch("noten")] = "voetnoten"
    note_counting: Annotated[Literal["doorlopend", "per_pagina"], Dutch("noten_tellen")] = "doorlopend"
    contents: Annotated[Contents | None, Dutch("inhoudsopgave")] = None
    sources_page: Annotated[YesNo, Dutch("bronnenpagina")] = False
    hyphenate: Annotated[YesNo | None, Dutch("woordafbreking")] = None
    space_after: Annotated[float, Field(alias="witruimte", ge=0, le=40)] = 8


@dataclass(frozen=True, eq=False)
class HouseStyle:
    """The settings and the base document; this is prepared for letters at first use.

    Compared by identity, so that writers can cache by it.
    """

    folder: Path
    settings: Settings
    package: Package
    lock: Lock = field(default_factory=Lock, init=False, repr=False)
    """Of whoever writes a letter with what is `recent`."""

    @cached_property
    def base(self) -> Base:
        try:
            return prepare(self.package, self.settings.styles, self._look, self._habits)
        except PackageError as error:
            raise ComposerError(str(error), self.folder / BASE_NAME) from error
        except (LookupError, ValueError, TypeError, AttributeError, etree.LxmlError) as error:  # no base that Word made
            raise ComposerError(_STRANGE, self.folder / BASE_NAME) from error

    @cached_property
    def cache(self) -> GenerationCache:
        """The cache of writers."""
        return GenerationCache()

    @cached_property
    def shared_parts(self) -> SharedParts:
        """The parts that every letter shares, indexed once for preflight."""
        return index_shared_parts(self.base.package)

    @cached_property
    def own_faults(self) -> frozenset[tuple[str, str, str]]:
        """The faults of the base itself: code, part and message."""
        return frozenset((fault.code, fault.part, fault.message) for fault in preflight(self.package))

    @property
    def _look(self) -> StyleDefaults:
        settings, colours = self.settings, self.settings.colours
        size, after = round(settings.fonts.size * 2), round(settings.space_after * TWIPS)
        breadth = _WIDE if settings.fonts.text.casefold() in _WIDE_FONTS else 1
        return StyleDefaults(
            colours.accent, colours.muted, colours.tint, colours.line, colours.gap, size, after, breadth=breadth
        )  # fmt: skip

    @property
    def _habits(self) -> DocumentOptions:
        return DocumentOptions(self.settings.note_counting == "per_pagina", self.settings.hyphenate)

    @property
    def logo(self) -> Path | None:
        """The logo's file; raises ComposerError when it is named and not there."""
        if self.settings.logo is None:
            return None
        path = self.folder / self.settings.logo.file
        if not path.is_file():
            raise ComposerError("het logo ontbreekt; zet het in deze map of haal “logo” uit huisstijl.yaml", path)
        require_picture(path)
        return path


_WIDE_FONTS, _WIDE = frozenset({"verdana", "georgia", "century gothic", "bookman old style", "dejavu sans"}), 1.25
_STRANGE = "dit basisdocument zit anders in elkaar dan Word het maakt; open het in Word en sla het opnieuw op"


def load_house_style(folder: Path) -> HouseStyle:
    """The house style in a folder; raises ComposerError for a missing, invalid or too large file in it."""
    return HouseStyle(folder, _settings(folder / SETTINGS_NAME), _package(folder / BASE_NAME))


def _settings(path: Path) -> Settings:
    marked = read_yaml(read_text(path), path)
    problems: list[Problem] = []
    settings = read_model(Settings, marked, (), path, problems)
    if settings is None:
        raise ComposerError(problems[0].message, path, problems[0].line)
    return settings


def _package(path: Path) -> Package:
    try:
        package = read_package(read_bytes(path, Bounds().file))
    except OSError as error:
        raise ComposerError(f"is niet te lezen ({reason(error)}); zet het basisdocument in deze map", path) from error
    except PackageError as error:
        raise ComposerError(str(error), path) from error
    for part in package.parts:
        if part.name.lower().endswith(_PICTURES):
            require_few_pixels(part.data, path / part.name)
    return package


_PICTURES = (".png", ".jpg", ".jpeg")
