"""Tables read as stories hold them (Part 1, section 17.4)."""

from collections.abc import Callable, Mapping
from dataclasses import replace

from composer.ooxml.computed_formats import Cascade, Side
from composer.ooxml.formatting import TWIPS, Properties, borders, colour, number, overlaid, properties
from composer.ooxml.markup import Element, child_value, w
from composer.ooxml.story import Story, StoryCell, StoryTable, Upright

_UPRIGHT: Mapping[str, Upright] = {"center": "center", "bottom": "bottom"}
_SIDES: Mapping[str, Side] = {"center": "center", "right": "right", "end": "right"}
_PADDING = {"top": 0.0, "right": 108.0, "bottom": 0.0, "left": 108.0}
_INNER = {"top": "insideH", "bottom": "insideH", "left": "insideV", "right": "insideV"}
_NAMES = {"start": "left", "end": "right"}


def read_table(element: Element, cascade: Cascade, story: Callable[[Element], Story]) -> StoryTable:
    """A table with each cell where it begins; the cell has its spans."""
    own = element.find(w("tblPr"))
    made = overlaid(cascade.table(child_value(own, "tblStyle")), properties(own))
    rows = [row for row in element.iter(w("tr")) if _table_of(row) is element]
    left = number(made, "tblInd", "w") / TWIPS - _padding(made)[3]
    return StoryTable(
        widths=tuple(_measure(each, "w") for each in element.findall(f"{w('tblGrid')}/{w('gridCol')}")),
        rows=_rows(rows, made, story),
        heights=tuple(_height(row) for row in rows),
        side=_SIDES.get(made.get("jc", {}).get("val", ""), "left"),
        left=left,
    )


def _table_of(element: Element) -> Element:
    return next(element.iterancestors(w("tbl")))


def _measure(element: Element | None, name: str) -> float:
    return 0 if element is None else number({"x": {name: str(element.get(w(name)))}}, "x", name) / TWIPS


def _height(row: Element) -> float:
    return _measure(row.find(f"{w('trPr')}/{w('trHeight')}"), "val")


def _rows(
    rows: list[Element], made: Properties, story: Callable[[Element], Story]
) -> tuple[tuple[StoryCell, ...], ...]:
    """The rows, with vertically merged cells as one cell of more `rows` (section 17.4.85)."""
    above: dict[int, tuple[int, int]] = {}
    read: list[list[StoryCell]] = []
    for number_, row in enumerate(rows):
        read.append([])
        column, cells = 0, list(row.iter(w("tc")))
        for cell in (each for each in cells if next(each.iterancestors(w("tr"))) is row):
            own = properties(cell.find(w("tcPr")))
            columns = int(number(own, "gridSpan", "val", 1))
            merged = own.get("vMerge")
            if merged is not None and merged.get("val") != "restart" and column in above:
                held, place = above[column]
                read[held][place] = replace(read[held][place], rows=read[held][place].rows + 1)
            else:
                above[column] = (number_, len(read[number_]))
                edges = {
                    "top": number_ == 0,
                    "bottom": number_ == len(rows) - 1,
                    "left": column == 0,
                    "right": cell is cells[-1],
                }
                read[number_].append(_cell(cell, own, made, columns, edges, story))
            column += columns
    return tuple(tuple(row) for row in read)


def _cell(
    cell: Element, own: Properties, table: Properties, columns: int, edges: Mapping[str, bool],
    story: Callable[[Element], Story],
) -> StoryCell:  # fmt: skip
    outer = {side: f"border-{side if at_edge else _INNER[side]}" for side, at_edge in edges.items()}
    around = {f"border-{side}": table[name] for side, name in outer.items() if name in table}
    return StoryCell(
        blocks=story(cell),
        columns=columns,
        side=_UPRIGHT.get(own.get("vAlign", {}).get("val", ""), "top"),
        shade=colour(own.get("shd", {}).get("fill")),
        borders=tuple((_NAMES.get(side, side), line) for side, line in borders(overlaid(around, own))),
        padding=_padding(overlaid(table, own)),
    )


def _padding(made: Properties) -> tuple[float, float, float, float]:
    """Top, right, bottom, left."""
    named = {
        **made,
        **{f"margin-{_NAMES[side]}": made[f"margin-{side}"] for side in _NAMES if f"margin-{side}" in made},
    }
    top, right, bottom, left = (number(named, f"margin-{side}", "w", width) / TWIPS for side, width in _PADDING.items())
    return top, right, bottom, left
