"""The page setup of a house style as data and source, computed once, with placeholders for a letter's values."""

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import Any
from weakref import WeakKeyDictionary

from composer.export.docx.base import Base
from composer.export.docx.headers import mark
from composer.export.house_style import HouseStyle
from composer.export.pdf.characters import Printable
from composer.export.pdf.fonts import Families, families
from composer.export.pdf.levels import levels_data
from composer.export.pdf.looks import KindLook, borders_data, kind_looks, run_data
from composer.export.pdf.sheets import common
from composer.export.pdf.source import quoted
from composer.export.pdf.stories import StoryData
from composer.ooxml.counting import Counting
from composer.ooxml.formatting import TWIPS, borders, colour, number, overlaid, properties
from composer.ooxml.markup import Element, parse, w
from composer.ooxml.relations import part_name, relations_in, relations_of
from composer.ooxml.story import Story
from composer.ooxml.story_reading import Reader

Data = dict[str, Any]


@dataclass(frozen=True, slots=True)
class PageSetup:
    """`data`, and `common`, the source that all letters share, have placeholders for a letter's values."""

    data: Data
    common: str
    pictures: Mapping[str, str]
    families: Families
    looks: Mapping[str, KindLook]
    printable: Printable

    def filled(self, text: str, values: Mapping[str, str]) -> str:
        """Source with the values in place of the placeholders, which stand in strings."""
        for name, value in values.items():
            text = text.replace(mark(name), quoted(value)[1:-1])
        return text


_SETUPS: WeakKeyDictionary[HouseStyle, PageSetup] = WeakKeyDictionary()
"""Of the house styles that somebody holds."""


def page_setup(style: HouseStyle) -> PageSetup:
    """The page setup of a house style; raises ComposerError for a font that is not available."""
    return _SETUPS.get(style) or _SETUPS.setdefault(style, _page_setup(style))


def _page_setup(style: HouseStyle) -> PageSetup:
    found = families(style)
    looks = kind_looks(style, found)
    data = _data(style, found, looks)
    text = json.dumps(data, ensure_ascii=False)
    used = [family for family in found.characters if json.dumps(family, ensure_ascii=False) in text]
    printable = Printable(found.common((*used, style.settings.fonts.pdf)))
    shown = printable.around(data)
    return PageSetup(shown, common(shown), data["pictures"], found, looks, printable)


def _data(style: HouseStyle, found: Families, looks: Mapping[str, KindLook]) -> Data:
    base, settings = style.base, style.settings
    told = StoryData(style, found, _old_notes(base))
    link = base.cascade.run(None, base.styles["koppeling"])
    made: Data = {
        "paper": asdict(base.section.paper),
        "first": base.section.first_differs,
        "even": "even" in base.page_kinds,
        "headers": _running(base, told, "headerReference"),
        "footers": _running(base, told, "footerReference"),
        "before": told.story(_kept(base, base.surrounding.before.text)),
        "after": told.story(_kept(base, base.surrounding.after.text)),
        "kinds": {kind: look.data() for kind, look in looks.items()},
        "bullets": levels_data(base.numbering.levels[base.numbering.bullets]),
        "numbers": levels_data(base.numbering.levels[base.numbering.numbers]),
        "table": _table(base),
        "link": run_data(link, ""),
        "gap": f"#{settings.colours.gap}",
        "muted": f"#{settings.colours.muted}",
        "notes": settings.notes,
        "restart": settings.note_counting == "per_pagina",
        "hyphenate": base.hyphenates,
    }
    return {**made, "pictures": told.pictures}


def _running(base: Base, told: StoryData, tag: str) -> Data:
    texts = {part.name: part.text for part in base.running}
    return {
        kind: told.story(_read(base, parse(texts[name].encode()), _parts_of(base, name)))
        for (held, kind), name in base.pages.items()
        if held == tag and name in texts
    }


def _read(base: Base, holder: Element, parts: Mapping[str, str]) -> Story:
    counting = Counting(parse(f"{base.numbering.before}{base.numbering.after}".encode()))
    return Reader(base.cascade, parts, base.theme.colours, counting).story(holder)


def _parts_of(base: Base, source: str) -> Mapping[str, str]:
    return {each.id: part_name(source, each.target) for each in relations_of(base.package, source) if not each.external}


def in_kept(name: str) -> str:
    """The name of a value in kept text, where it may have several lines."""
    return f"{name}-voluit"


def _kept(base: Base, text: str) -> Story:
    """The organisation's own text around the letter."""
    if not text:
        return ()
    for name in base.surrounding.places:
        text = text.replace(mark(name), mark(in_kept(name)))
    body = parse(base.body.around(text)).find(w("body"))
    related = relations_in(parse(base.body_relations.around("")))
    parts = {each.id: part_name(base.body.name, each.target) for each in related if not each.external}
    return () if body is None else _read(base, body, parts)


def _old_notes(base: Base) -> Mapping[str, Story]:
    """The notes of kept text by their ids."""
    notes = parse(base.notes.around("")).iter(w("footnote"))
    return {
        str(note.get(w("id"))): _read(base, note, {}) for note in notes if note.get(w("id")) in base.surrounding.notes
    }


def _table(base: Base) -> Data:
    """The lines of the table style, and what its first row has besides (Part 1, section 17.7.6.6)."""
    style = base.styles["tabel"]
    element = base.cascade.styles.with_id(style)
    conditions = [] if element is None else element.findall(w("tblStylePr"))
    first = next((each for each in conditions if each.get(w("type")) == "firstRow"), None)
    header = {} if first is None else overlaid(properties(first.find(w("tcPr"))))
    whole = dict(borders(base.cascade.table(style)))
    own = dict(borders(header))
    fill = colour(header.get("shd", {}).get("fill"))
    return {
        "outer": borders_data(tuple((side, line) for side, line in whole.items() if not side.startswith("inside"))),
        "across": borders_data((("top", whole["insideH"]),)).get("top") if "insideH" in whole else None,
        "upright": borders_data((("left", whole["insideV"]),)).get("left") if "insideV" in whole else None,
        "below_header": borders_data((("top", own["bottom"]),)).get("top") if "bottom" in own else None,
        "fill": f"#{fill}" if fill else "",
        "inset": number(base.cascade.table(style), "margin-left", "w", 108) / TWIPS,
    }
