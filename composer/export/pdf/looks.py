"""The format of each kind of block, taken from the base; measures in points."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from composer.export.house_style import HouseStyle
from composer.export.pdf.fonts import Families
from composer.ooxml.computed_formats import ParagraphFormat, RunFormat
from composer.ooxml.formatting import Border

Data = dict[str, Any]
_KINDS = (
    "titel", "alinea", "na_tabel", "citaat", "ondertekening", "voetnoottekst", "veld", "laatste_veld", "opsomming",
    "nummering", "lijstvervolg1", "lijstvervolg2", "lijstvervolg3", "tabeltekst", "tabelkop", "inhoudkop", "inhoud1",
    "inhoud2", "kop1", "kop2", "kop3", "kop4", "kop5", "kop6",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class KindLook:
    """The look of one kind of paragraph; `style` is the id of its style, `pitch` the height of its lines."""

    style: str
    paragraph: ParagraphFormat
    run: RunFormat
    family: str
    pitch: float

    @property
    def leading(self) -> float:
        """The line height minus the size of the letters."""
        return self.pitch - self.run.size

    def data(self) -> Data:
        return {**run_data(self.run, self.family), **paragraph_data(self.paragraph), "leading": self.leading}


def kind_looks(style: HouseStyle, families: Families) -> Mapping[str, KindLook]:
    """The look of every kind of paragraph that a letter has."""
    return {kind: kind_look(style.base.styles[kind], style, families) for kind in _KINDS}


def kind_look(style_id: str, style: HouseStyle, families: Families) -> KindLook:
    paragraph, run = style.base.cascade.paragraph(style_id), style.base.cascade.run(style_id)
    family = families.family(run.font, style)
    return KindLook(style_id, paragraph, run, family, pitch(paragraph, run.size, families.pitch(family)))


def pitch(paragraph: ParagraphFormat, size: float, natural: float) -> float:
    """The height of a line (Part 1, section 17.3.1.33); `natural` is that of the font in its own size."""
    match paragraph.rule:
        case "exact":
            return paragraph.line
        case "atLeast":
            return max(paragraph.line, size * natural)
        case _:
            return size * natural * paragraph.line


def run_data(run: RunFormat, family: str) -> Data:
    return {
        "font": family,
        "size": run.size,
        "bold": run.bold,
        "italic": run.italic,
        "caps": run.caps,
        "small": run.small_caps,
        "underline": run.underline,
        "colour": f"#{run.colour or '000000'}",
        "shade": f"#{run.shade}" if run.shade else "",
        "raised": run.raised,
    }


def paragraph_data(paragraph: ParagraphFormat) -> Data:
    return {
        "side": paragraph.side,
        "before": paragraph.before,
        "after": paragraph.after,
        "left": paragraph.left,
        "right": paragraph.right,
        "first": paragraph.first,
        "borders": borders_data(paragraph.borders),
        "fill": f"#{paragraph.shade}" if paragraph.shade else "",
    }


def borders_data(borders: tuple[tuple[str, Border], ...]) -> Data:
    return {
        side: {"width": line.width, "space": line.space, "colour": f"#{line.colour or '000000'}"}
        for side, line in borders
        if side in {"top", "right", "bottom", "left"}
    }


def between(after: float, before: float, *, added: bool) -> float:
    """The space between two paragraphs: the larger one, or both where the base asks for that (section 17.15.3.21)."""
    return after + before if added else max(after, before)


class Flow:
    """Computes the space above each paragraph as Word does, from the space below the one before and its own space above.

    Paragraphs of one style that want to stand close have none between them (Part 1, section 17.3.1.9).
    """

    def __init__(self, looks: Mapping[str, KindLook], *, added: bool) -> None:
        self._looks = looks
        self._added = added
        self._below = 0.0
        self._before: KindLook | None = None

    def above(self, kind: str) -> float:
        look, before = self._looks[kind], self._before
        same = before is not None and before.style == look.style
        below = 0.0 if same and before is not None and before.paragraph.close else self._below
        space = between(below, 0 if same and look.paragraph.close else look.paragraph.before, added=self._added)
        self._before, self._below = look, look.paragraph.after
        return space

    def table(self) -> float:
        """The space above a table, which has none of its own."""
        space, self._below, self._before = self._below, 0.0, None
        return space

    def between(self, kind: str) -> float:
        """The space between two paragraphs of one kind."""
        look = self._looks[kind].paragraph
        return 0 if look.close else between(look.after, look.before, added=self._added)
