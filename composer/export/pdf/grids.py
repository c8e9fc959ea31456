"""Tables and field blocks of a letter as typst source."""

from collections.abc import Callable, Sequence
from math import inf
from typing import Any

from composer.export.pdf.fonts import TWINS
from composer.export.pdf.source import (
    Data,
    above,
    array,
    border,
    fill,
    inherited,
    lines,
    paragraph,
    pt,
    side,
    spaced,
    styled,
)

Inner = Callable[[Sequence[Any]], str]
"""Source of inlines."""
_LABELS, _BESIDE_LABEL = 120.5, 6
"""Points that labels have where their style says nothing, and that stay free beside the widest."""
_UNMARKED = {"caps": False, "small": False, "underline": False, "shade": "", "raised": ""}
_NARROW, _WIDE = 0.45, 1.0
_WIDTHS = dict.fromkeys("fijlrt.,:;'()-/ ", _NARROW) | dict.fromkeys("mwMWæœÆŒŵŴĲ", _WIDE)
_CAPITAL, _SMALL = 0.78, 0.64


def fields(node: Data, kinds: Data, inner: Inner, around: Data) -> str:
    """Labels beside their values; where a style hangs its lines, the values begin there, or behind the widest label."""
    look = kinds[node["fields"][0]["look"]]
    room = -look["first"] if look["first"] < 0 else _LABELS
    labels = [f"[#strong[{inner(entry['label'])}]]" for entry in node["fields"]]
    values = [f"[{inner(entry['content'])}]" for entry in node["fields"]]
    gaps = array(pt(entry["above"] + look["leading"]) for entry in node["fields"][1:])
    rows = ",\n".join(map(", ".join, zip(labels, values, strict=True)))
    wide = pt(room)
    shipped = look["font"] in TWINS.values()
    if not shipped or any(_widest(each["label"]) * look["size"] + _BESIDE_LABEL > room for each in node["fields"]):
        wide = f"calc.max({wide}, ..{array(labels)}.map(label => measure(label).width + {_BESIDE_LABEL}pt))"
    context = "context " if wide.startswith("calc") else ""
    grid = f"#{context}grid(columns: ({wide}, 1fr), row-gutter: {gaps},\n{rows})"
    leading = {**look, "side": "left", "first": 0}
    return spaced(above(look, node["above"])) + lines(leading, styled(look, grid, around), around)


def _widest(content: Sequence[Any]) -> float:
    """At least as many ems as text is wide in any bold face that is shipped; infinite where it is more than text."""
    if not all(isinstance(node, str) for node in content):
        return inf
    return sum(_width(char) for node in content for char in node)


def _width(char: str) -> float:
    return _WIDTHS.get(char) or (_CAPITAL if char.isupper() else _SMALL if char.isalnum() else _WIDE)


def table(node: Data, style: Data, inner: Inner, around: Data) -> str:
    cell, head, line = style["kinds"]["tabeltekst"], style["kinds"]["tabelkop"], style["table"]
    room = f"(top: {pt(cell['leading'] + 2)}, bottom: 2pt, x: {pt(line['inset'])})"
    rows = ",\n".join(", ".join(_cell(cell, inner(each), inherited(cell)) for each in row) for row in node["rows"])
    header = ", ".join(_cell(head, inner(each), inherited(cell)) for each in node["header"])
    options = (
        f"columns: {array(f'{width * 100}fr' for width in node['widths'])}, inset: {room},"
        f" align: {array(f'{side(each)} + top' for each in node['sides'])},"
        f" stroke: {_strokes(line, len(node['widths']) - 1, len(node['rows']))},"
        f" fill: (column, row) => if row == 0 {{ {fill(line['fill'])} }}"
    )
    table = f"#table({options},\ntable.header({header}),\n{rows})"
    upright = {**cell, "side": "left", "first": 0}
    return spaced(node["above"]) + lines(upright, styled({**cell, **_UNMARKED}, table, around), around)


def _cell(look: Data, content: str, around: Data) -> str:
    return f"[{paragraph({**look, 'side': 'left', 'first': 0}, content, around)}]"


def _strokes(line: Data, last_column: int, last_row: int) -> str:
    outer = {name: border(line["outer"].get(name)) for name in ("top", "right", "bottom", "left")}
    below = border(line["below_header"] or line["across"])
    return (
        f"(column, row) => (top: if row == 0 {{ {outer['top']} }} else if row == 1 {{ {below} }} else"
        f" {{ {border(line['across'])} }}, bottom: if row == {last_row} {{ {outer['bottom']} }},"
        f" left: if column == 0 {{ {outer['left']} }} else {{ {border(line['upright'])} }},"
        f" right: if column == {last_column} {{ {outer['right']} }})"
    )
