"""Formats of text computed along the chain of styles (Part 1, section 17.7.2); measures in points."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Literal

from composer.ooxml.formatting import (
    HALF_POINTS,
    OFF,
    TWIPS,
    Border,
    Properties,
    borders,
    colour,
    number,
    overlaid,
    properties,
    switch,
)
from composer.ooxml.markup import Element, w
from composer.ooxml.styles import Styles, style_chain
from composer.ooxml.theme import Theme

SINGLE = 240  # parts of a line
Side = Literal["left", "center", "right", "both"]
_SIDES: Mapping[str, Side] = {
    "center": "center", "right": "right", "end": "right", "both": "both", "distribute": "both",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class RunFormat:
    """`colour` and `shade` are six hexadecimal digits, "" is automatic; `raised` is superscript, subscript or ""."""

    font: str = ""
    size: float = 10
    bold: bool = False
    italic: bool = False
    caps: bool = False
    small_caps: bool = False
    underline: bool = False
    colour: str = ""
    shade: str = ""
    raised: str = ""


@dataclass(frozen=True, slots=True)
class Tab:
    """A tab stop, in points from the margin."""

    position: float
    side: Side = "left"


@dataclass(frozen=True, slots=True)
class ParagraphFormat:
    """`line` is a multiple of a line when `rule` is auto, else points; `outline` counts from 0, None is no heading.

    With `middle` what stands in a line is centred in its height.
    """

    side: Side = "left"
    before: float = 0
    after: float = 0
    line: float = 1
    rule: str = "auto"
    left: float = 0
    right: float = 0
    first: float = 0
    tabs: tuple[Tab, ...] = ()
    borders: tuple[tuple[str, Border], ...] = ()
    shade: str = ""
    close: bool = False
    keep_next: bool = False
    outline: int | None = None
    numbered: tuple[str, int] | None = None
    middle: bool = False


class Cascade:
    """The styles of one package with the fonts of its theme."""

    def __init__(self, styles: Element, theme: Theme) -> None:
        self.styles = Styles(styles)
        self.theme = theme
        self._kept: dict[tuple[str, str], Properties] = {}
        self._defaults = {
            name: properties(styles.find(f"{w('docDefaults')}/{w(f'{name}Default')}/{w(name)}"))
            for name in ("pPr", "rPr")
        }
        default = self.styles.default("paragraph")
        self._plain = default.id if default else ""

    def paragraph(self, style: str | None = None, direct: Element | None = None) -> ParagraphFormat:
        """A paragraph of this style (an id, None is the default one) with its own properties on top."""
        return _paragraph_look(
            overlaid(self._defaults["pPr"], self._of_style(style or self._plain, "pPr"), properties(direct))
        )

    def run(self, paragraph: str | None = None, style: str | None = None, direct: Element | None = None) -> RunFormat:
        """A run in a paragraph of one style, with a character style and its own properties on top."""
        below = overlaid(self._defaults["rPr"], self._of_style(paragraph or self._plain, "rPr"))
        return self._run_look(overlaid(below, self._of_style(style or "", "rPr"), properties(direct)))

    def table(self, style: str) -> Properties:
        """The table properties of a table style."""
        return overlaid(*(properties(each.find(w("tblPr"))) for each in self._chain(style)))

    def _of_style(self, style: str, name: str) -> Properties:
        if (style, name) not in self._kept:
            self._kept[style, name] = overlaid(*(properties(each.find(w(name))) for each in self._chain(style)))
        return self._kept[style, name]

    def _chain(self, style: str) -> list[Element]:
        """The style and those it is based on, the deepest first."""
        return list(style_chain(style, self.styles.with_id))[::-1]

    def _run_look(self, made: Properties) -> RunFormat:
        return RunFormat(
            font=self.theme.font(made.get("rFonts", {})),
            size=number(made, "sz", "val", 20) / HALF_POINTS,
            bold=switch(made, "b"),
            italic=switch(made, "i"),
            caps=switch(made, "caps"),
            small_caps=switch(made, "smallCaps"),
            underline=made.get("u", {}).get("val", "none") not in OFF,
            colour=colour(made.get("color", {}).get("val")),
            shade=colour(made.get("shd", {}).get("fill")),
            raised=_raised(made.get("vertAlign", {}).get("val", "")),
        )


def _raised(value: str) -> str:
    return value if value in {"superscript", "subscript"} else ""


def _paragraph_look(made: Properties) -> ParagraphFormat:
    rule = made.get("spacing", {}).get("lineRule", "auto")
    line = number(made, "spacing", "line", SINGLE)
    return ParagraphFormat(
        side=_SIDES.get(made.get("jc", {}).get("val", ""), "left"),
        before=_space(made, "before"),
        after=_space(made, "after"),
        line=line / (SINGLE if rule == "auto" else TWIPS),
        rule=rule,
        left=_indent(made, "left", "start"),
        right=_indent(made, "right", "end"),
        first=number(made, "ind", "firstLine") / TWIPS - number(made, "ind", "hanging") / TWIPS,
        tabs=tuple(sorted(_tabs(made), key=lambda tab: tab.position)),
        borders=borders(made),
        shade=colour(made.get("shd", {}).get("fill")),
        close=switch(made, "contextualSpacing"),
        keep_next=switch(made, "keepNext"),
        outline=_outline(made),
        numbered=_numbered(made),
        middle=made.get("textAlignment", {}).get("val") == "center",
    )


def _space(made: Properties, side: str) -> float:
    """Automatic spacing is 14 points (section 17.3.1.33)."""
    if made.get("spacing", {}).get(f"{side}Autospacing", "0") not in OFF:
        return 14
    return number(made, "spacing", side) / TWIPS


def _indent(made: Properties, *names: str) -> float:
    return next((number(made, "ind", name) / TWIPS for name in names if name in made.get("ind", {})), 0)


def _tabs(made: Properties) -> Iterator[Tab]:
    for name, values in made.items():
        if name.startswith("tab") and "pos" in values and values.get("val") not in {"clear", "bar"}:
            yield Tab(number(made, name, "pos") / TWIPS, _SIDES.get(values.get("val", ""), "left"))


def _outline(made: Properties) -> int | None:
    level = number(made, "outlineLvl", "val", 9)
    return int(level) if 0 <= level < 9 else None


def _numbered(made: Properties) -> tuple[str, int] | None:
    number_id = made.get("numPr", {}).get("numId", "0")
    return None if number_id == "0" else (number_id, int(number(made, "numPr", "ilvl")))
