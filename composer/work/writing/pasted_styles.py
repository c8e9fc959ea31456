"""The meaning of elements and styles in pasted HTML, of desktop and online Word above all."""

import re
from dataclasses import dataclass

from composer.assemble.markdown import SAFE_TARGET
from composer.assemble.runs import PLAIN, Run

SKIPPED_TAGS = {
    *("head", "style", "script", "title", "xml", "o:p", "del", "template", "noscript"),
    *("button", "select", "textarea", "svg", "iframe", "object"),
}
SKIPPED_CLASSES = {"msocommentreference", "msocomanchor", "eop"}
"""Where Word puts the number of a remark, and the end of a paragraph in a browser."""
_SKIPPED_STYLE = re.compile(r"display:none|mso-hide:all|mso-element:(footnote|endnote|comment)-list")
_NOTE_MARKS = ("#_ftn", "#_edn")
_WORD_LIST = re.compile(r"mso-list:\S*?level(\d)")
_WEIGHT, _SLANT = re.compile(r"(?:^|;)font-weight:(\w+)"), re.compile(r"(?:^|;)font-style:(\w+)")
_BOLD, _SLANTED = {"bold", "bolder", "600", "700", "800", "900"}, {"italic", "oblique"}
_WINGDINGS = "mso-symbol-font-family:wingdings"
_SIGNS = str.maketrans("àßèüûJL", "→←➔✓✗☺☹")
"""What the letters of Wingdings show; Word makes an arrow of it when one types -->."""
_RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
_UNSEEN = dict.fromkeys(map(ord, "\u00ad\u200b\u2060\ufeff"))
MAX_SPAN = 12


@dataclass(frozen=True, slots=True)
class Element:
    """A start tag; `style` is lower case and without spaces."""

    tag: str
    given: dict[str, str]
    style: str

    @property
    def heading(self) -> int | None:
        """The level of a heading, from 1."""
        if re.fullmatch(r"h[1-6]", self.tag):
            return int(self.tag[1])
        if self.given.get("role") == "heading":
            return number(self.given.get("aria-level"), 2)
        return None

    @property
    def list_level(self) -> int | None:
        """How deep a list item is, when the element itself says so."""
        if match := _WORD_LIST.search(self.style):
            return int(match.group(1))
        level = self.given.get("aria-level") or self.given.get("data-aria-level")
        return number(level, 1) if self.tag == "li" and level else None

    @property
    def columns(self) -> int:
        """How many columns a cell takes."""
        return max(1, min(number(self.given.get("colspan"), 1), MAX_SPAN))


def element(tag: str, attrs: list[tuple[str, str | None]]) -> Element:
    given = {name: value or "" for name, value in attrs}
    return Element(tag, given, re.sub(r"\s+", "", given.get("style", "").lower()))


def number(text: str | None, otherwise: int) -> int:
    return int(text) if text and text.isascii() and text.isdigit() else otherwise


@dataclass(frozen=True, slots=True)
class Opened:
    """An open element with the formatting within it; `number` is the mark that Word prints before an item."""

    tag: str = ""
    marks: Run = PLAIN
    skipped: bool = False
    number: bool = False
    signs: bool = False
    raised: bool = False

    def within(self, inner: Element) -> "Opened":
        """The formatting within an element nested in this one."""
        classes = inner.given.get("class", "").lower().split()
        unwanted = inner.tag in SKIPPED_TAGS or not SKIPPED_CLASSES.isdisjoint(classes)
        noted = inner.given.get("href", "").startswith(_NOTE_MARKS)
        return Opened(
            inner.tag,
            _marks(inner, self.marks),
            self.skipped or unwanted or noted or bool(_SKIPPED_STYLE.search(inner.style)),
            self.number or "mso-list:ignore" in inner.style,
            self.signs or _WINGDINGS in inner.style,
            self.raised or inner.tag == "sup",
        )

    def shown(self, text: str) -> str:
        """The visible text within it."""
        text = text.translate(_UNSEEN)
        text = text.translate(_SIGNS) if self.signs else text
        return text.translate(_RAISED) if self.raised else text


def _marks(inner: Element, above: Run) -> Run:
    bold = above.bold or inner.tag in ("b", "strong")
    italic = above.italic or inner.tag in ("i", "em", "cite")
    if weight := _WEIGHT.search(inner.style):
        bold = weight.group(1) in _BOLD
    if slant := _SLANT.search(inner.style):
        italic = slant.group(1) in _SLANTED
    target = inner.given.get("href", "").strip() if inner.tag == "a" else ""
    link = target if SAFE_TARGET.match(target) else above.link
    return Run(above.atom, bold and inner.heading is None, italic, link)
