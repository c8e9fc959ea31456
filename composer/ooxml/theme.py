"""The fonts and colours of a theme (Part 1, section 20.1.6)."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from composer.ooxml.markup import Element, local_name, parse
from composer.ooxml.package import Package
from composer.ooxml.relations import THEME, parts_related

_ROLES = {"major": "majorFont", "minor": "minorFont"}
ACCENT, DARK = "accent1", "dk2"


@dataclass(frozen=True, slots=True)
class Theme:
    """`fonts` by their role, major for headings and minor for text; `colours` six hexadecimal digits by their name."""

    fonts: Mapping[str, str] = field(default_factory=dict[str, str])
    colours: Mapping[str, str] = field(default_factory=dict[str, str])

    def font(self, named: Mapping[str, str]) -> str:
        """The family for Latin text in rFonts; one of the theme goes before one by name (section 17.3.2.26)."""
        for script in ("ascii", "hAnsi"):
            role = named.get(f"{script}Theme", "")[:5]
            if family := self.fonts.get(role) or named.get(script):
                return family
        return ""


def theme_of(root: Element | None) -> Theme:
    """The theme of a theme part; an empty one for None."""
    if root is None:
        return Theme()
    fonts = {role: root.find(f".//{{*}}{tag}/{{*}}latin") for role, tag in _ROLES.items()}
    scheme = root.find(".//{*}clrScheme")
    colours = {} if scheme is None else {local_name(each): _colour(each) for each in scheme}
    return Theme({role: str(font.get("typeface", "")) for role, font in fonts.items() if font is not None}, colours)


def document_theme(package: Package, main: str) -> Theme:
    """The theme of a document by its main part."""
    named = parts_related(package, main, THEME.relation)
    return theme_of(parse(package.read(named[0])) if named and named[0] in package else None)


def _colour(element: Element) -> str:
    """A colour by its digits, or the last one that Windows showed for it."""
    for child in element:
        return str(child.get("lastClr") or child.get("val") or "").upper()
    return ""
