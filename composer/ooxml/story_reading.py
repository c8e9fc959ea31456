"""Headers, footers and kept text read as stories (Part 1, sections 17.3, 17.4 and 17.10)."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from composer.ooxml import drawings
from composer.ooxml.looks import TWIPS, Border, Cascade, Properties, RunLook, colour, local, number, overlaid, properties
from composer.ooxml.markup import Element, w
from composer.ooxml.relations import Relation
from composer.ooxml.story import Block, Mark, Piece, Story, StoryCell, StoryParagraph, StoryTable, Upright, Words

_THROUGH = {"hyperlink", "smartTag", "customXml", "ins", "moveTo", "sdt", "sdtContent", "fldSimple", "dir", "bdo"}
_SPECIAL = {"noBreakHyphen": "\u2011", "softHyphen": "\u00ad", "sym": "\u2022"}
_NUMBERS: Mapping[str, Mark] = {}
_UPRIGHT: Mapping[str, Upright] = {"center": "center", "bottom": "bottom"}
_CELL_SIDES = ("top", "right", "bottom", "left")
_MARGIN = {"top": 0.0, "bottom": 0.0, "left": 108.0, "right": 108.0}


@dataclass(frozen=True, slots=True)
class Reader:
    """Reads the stories of one part; `relations` are those of that part by their id, as names of parts."""

    cascade: Cascade
    relations: Mapping[str, str]
    colours: Mapping[str, str] = field(default_factory=dict[str, str])

    def story(self, root: Element) -> Story:
        """The blocks in an element that holds some."""
        return tuple(self._blocks(root))

    def _blocks(self, holder: Element) -> Iterator[Block]:
        for child in holder.iterchildren("{*}*"):
            match local(child):
                case "p":
                    yield self._paragraph(child)
                case "tbl":
                    yield self._table(child)
                case "sdt" | "sdtContent" | "customXml" | "ins" | "moveTo":
                    yield from self._blocks(child)
                case _:
                    pass

    def _paragraph(self, element: Element) -> StoryParagraph:
        own = element.find(w("pPr"))
        style = _value(own, "pStyle")
        reading = _Reading(self, style)
        pieces = tuple(reading.pieces(element))
        mark = self.cascade.run(style, None, None if own is None else own.find(w("rPr")))
        look = self.cascade.paragraph(style, own)
        return StoryParagraph(look, pieces, mark, tuple(reading.floating), style or "")

    def _table(self, element: Element) -> StoryTable:
        own = element.find(w("tblPr"))
        style = _value(own, "tblStyle")
        made = overlaid(self.cascade.table(style), properties(own))
        widths = tuple(_measure(each, "w") for each in element.findall(f"{w('tblGrid')}/{w('gridCol')}"))
        rows = [row for row in element.iter(w("tr")) if _nearest(row, "tbl") is element]
        cells = [[self._cell(cell, made, style) for cell in _cells(row)] for row in rows]
        heights = tuple(_height(row) for row in rows)
        side = made.get("jc", {}).get("val", "left")
        left = number(made, "tblInd", "w") / TWIPS - _padding(own, None)[3]
        return StoryTable(
            widths, _merged(rows, cells), heights, "center" if side == "center" else "right" if side in {"right", "end"} else "left", left
        )

    def _cell(self, element: Element, table: Properties, style: str | None) -> StoryCell:
        own = element.find(w("tcPr"))
        made = overlaid({key: held for key, held in table.items() if key.startswith("border-")}, properties(own))
        return StoryCell(
            blocks=tuple(self._blocks(element)),
            columns=int(_value(own, "gridSpan") or 1),
            side=_UPRIGHT.get(_value(own, "vAlign") or "", "top"),
            shade=colour(made.get("shd", {}).get("fill")),
            borders=tuple(_lines(made)),
            padding=_padding(None, own),
        )
