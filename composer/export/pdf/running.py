"""Headers, footers and the organisation's own text as typst source, with placeholders for a letter's values."""

from collections.abc import Sequence
from typing import Any

from composer.export.pdf.source import (
    Data,
    array,
    border,
    fill,
    framed,
    inherited,
    lines,
    named,
    pt,
    quoted,
    side,
    styled,
    text_rule,
    words,
)

_UPRIGHT = {"left": 0, "first": 0}
_OTHER: Data = {"font": "", "size": 0, "bold": None, "italic": None, "colour": "", "leading": 0}
"""What text in a note stands in, which no look of its own is like."""
_CELL_PLACES = {"top": "top", "center": "horizon", "bottom": "bottom"}


def story(node: Data, paper: Data, around: Data) -> str:
    """The blocks of a story, with the space that stands above each of them."""
    made = [_block(each, paper, around) for each in node["blocks"]]
    return "".join((*made, f"#block(height: {pt(node['below'])})" if node["below"] else ""))


def _block(node: Data, paper: Data, around: Data) -> str:
    if node["kind"] == "table":
        made, extra = _table(node, paper, around), node["above"]
    else:
        tabbed = any(piece["kind"] == "tab" for piece in node["pieces"])
        made = framed({**node, **_UPRIGHT} if tabbed else node, _paragraph(node, paper, around))
        extra = max(node["above"] + node["leading"], 0)
    inset = f", inset: (top: {pt(extra)})" if extra else ""
    return f"#block(width: 100%{inset})[{made}]"


def _paragraph(node: Data, paper: Data, around: Data) -> str:
    floating = "".join(_floating(each, paper, around) for each in node["floating"])
    look = {**node, "leading": max(node["leading"], 0)}
    return f"{floating}#[#{text_rule(node)};{_lines(look, paper, around)}]"


def _lines(node: Data, paper: Data, around: Data) -> str:
    inside = {**around, **inherited(node)}
    if not node["pieces"]:
        return f"#block(height: {pt(node['size'])})"
    if any(piece["kind"] == "tab" for piece in node["pieces"]):
        justified = {**node, "side": "both" if node["side"] == "both" else "left", "first": 0}
        return lines(justified, _tabbed(node, paper, inside), around)
    return lines(node, f"#par[{_pieces(node['pieces'], paper, inside)}]", around)


def _tabbed(node: Data, paper: Data, around: Data) -> str:
    """Pieces between tabs; those of a line that fills its width up to one stop at the right need no measuring."""
    segments = [_pieces(each, paper, around) for each in _segments(node["pieces"])]
    start, stops = node["left"] + node["first"], node["tabs"]
    if len(segments) == 2 and len(stops) == 1 and stops[0][1] == "right" and not (start or node["middle"]):
        return f"#block(width: {pt(stops[0][0])})[{segments[0]}#h(1fr){segments[1]}]"
    places = array(f"({pt(place)}, {quoted(kind)})" for place, kind in stops)
    parts = array(f"[{each}]" for each in segments)
    return f"#tabbed({pt(start)}, {places}, {str(node['middle']).lower()}, {parts})"


def _segments(pieces: Sequence[Data]) -> list[list[Data]]:
    segments: list[list[Data]] = [[]]
    for each in pieces:
        if each["kind"] == "tab":
            segments.append([])
        else:
            segments[-1].append(each)
    return segments


def _pieces(pieces: Sequence[Data], paper: Data, around: Data) -> str:
    return "".join(_piece(each, paper, around) for each in pieces)


def _piece(node: Data, paper: Data, around: Data) -> str:
    match node["kind"]:
        case "words":
            return styled(node, words(node["text"]), around)
        case "line":
            return "#linebreak()"
        case "page":
            return styled(node, "#number", around)
        case "pages":
            return styled(node, "#count", around)
        case "picture":
            return f"#box({picture(node)})"
        case _:
            paragraphs = [each for each in node["story"]["blocks"] if each["kind"] == "paragraph"]
            return f"#footnote[{'#[ ]'.join(_pieces(each['pieces'], paper, _OTHER) for each in paragraphs)}]"


def picture(node: Data) -> str:
    return f"picture({quoted(node['name'])}, {pt(node['width'])}, {pt(node['height'])}, {quoted(node['told'])})"


def _floating(node: Data, paper: Data, around: Data) -> str:
    size = f"{pt(node['width'])}, {pt(node['height'])}"
    places = (_place(node[axis]) for axis in ("across", "down"))
    return f"#placed(sheet, {', '.join(places)}, {size}, {_content(node, paper, around)})"


def _place(place: Data) -> str:
    return named({name: quoted(place[name]) for name in ("reference", "side")} | {"offset": pt(place["offset"])})


def _content(node: Data, paper: Data, around: Data) -> str:
    """A text box grows with its text: what it stands in has no height of its own to give."""
    content: Any = node["content"]
    width, height = pt(node["width"]), pt(node["height"])
    match content["kind"]:
        case "picture":
            return picture(content)
        case "shape" if node["width"] and node["height"]:
            return f"rect(width: {width}, height: {height}, fill: {fill(content['fill'])}, stroke: {border(content['line'])})"
        case "shape":
            return f"line(end: ({width}, {height}), stroke: {border(content['line'])})"
        case _:
            inset = _inset(node["padding"])
            held = story(content["story"], paper, around)
            return f"block(width: {width}, height: {pt(paper['height'])}, inset: {inset})[{held}]"


def _inset(padding: Sequence[float]) -> str:
    return named(dict(zip(("top", "right", "bottom", "left"), map(pt, padding), strict=True)))


def _table(node: Data, paper: Data, around: Data) -> str:
    cells = [
        _cell(cell, height, paper, around)
        for row, height in zip(node["rows"], node["heights"], strict=True)
        for cell in row
    ]
    held = ",\n".join(cells)
    made = f"#grid(columns: {array(map(pt, node['widths']))},\n{held})"
    if node["side"] == "left":
        return f"#pad(left: {pt(node['left'])})[{made}]"
    return f"#align({side(node['side'])})[{made}]"


def _cell(cell: Data, height: float, paper: Data, around: Data) -> str:
    held = story(cell["story"], paper, around)
    if height > 0:
        top, _, bottom, _ = cell["padding"]
        held = f"#block(width: 100%, grid(columns: (0pt, 1fr), box(height: {pt(height - top - bottom)}), [{held}]))"
    stroke = named({edge: border(line) for edge, line in cell["borders"].items()})
    options = f"colspan: {cell['columns']}, rowspan: {cell['rows']}, align: {_CELL_PLACES[cell['side']]}"
    return (
        f"grid.cell({options}, inset: {_inset(cell['padding'])}, fill: {fill(cell['fill'])}, stroke: {stroke})[{held}]"
    )
