"""Pictures, text boxes and plain shapes, in DrawingML (Part 1, section 20.4) and in the older VML (Part 4, section 19)."""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Literal

from composer.ooxml.computed_formats import Side
from composer.ooxml.formatting import Border, colour
from composer.ooxml.markup import Element, local_name, r, w
from composer.ooxml.story import Floating, Picture, Place, Reference, Shape, Story, Upright

EMU = 12_700  # in a point
_BOX = (3.6, 7.2, 3.6, 7.2)
_UNITS = {"pt": 1.0, "px": 0.75, "in": 72.0, "cm": 72 / 2.54, "mm": 72 / 25.4, "": 0.75}
_LENGTH = re.compile(r"(-?[\d.]+)\s*(pt|px|in|cm|mm|)")
_REFERENCES: Mapping[str, Reference] = {
    "page": "page", "leftMargin": "page", "topMargin": "page", "margin": "margin", "left-margin-area": "page",
    "top-margin-area": "page",
}  # fmt: skip
_ACROSS: Mapping[str, Side] = {
    "left": "left",
    "center": "center",
    "right": "right",
    "inside": "left",
    "outside": "right",
}
_DOWN: Mapping[str, Upright] = {
    "top": "top",
    "center": "center",
    "bottom": "bottom",
    "inside": "top",
    "outside": "bottom",
}
Kind = Literal["inline", "anchor", "vml"]


@dataclass(frozen=True, slots=True)
class Drawing:
    kind: Kind
    element: Element


def drawings(element: Element) -> Iterator[Drawing]:
    """The drawings in a run's child; of alternatives (Part 3, section 7.6) the first that has one."""
    if local_name(element) == "AlternateContent":
        for alternative in element.iterchildren("{*}*"):
            found = [each for child in alternative.iterchildren("{*}*") for each in drawings(child)]
            if found:
                yield from found
                return
        return
    if local_name(element) == "drawing":
        for child in element.iterchildren("{*}*"):
            yield Drawing("inline" if local_name(child) == "inline" else "anchor", child)
        return
    for child in element.iterchildren("{*}*"):
        if local_name(child) in {"shape", "rect", "line", "roundrect", "oval"}:
            yield Drawing("vml", child)


def placed(
    drawing: Drawing, parts: Mapping[str, str], colours: Mapping[str, str], story: Callable[[Element], Story]
) -> Picture | Floating | None:
    """The drawing as a picture in the line or as something that floats; None when a page need not or cannot show it."""
    if drawing.kind == "vml":
        return _vml(drawing.element, parts, story)
    extent = drawing.element.find("{*}extent")
    width, height = (_points(extent, name) for name in ("cx", "cy"))
    content = _content(drawing.element, parts, colours, story, (width, height))
    if content is None or drawing.kind == "inline":
        return content if isinstance(content, Picture) else None
    across, down = _axis(drawing.element.find("{*}positionH")), _axis(drawing.element.find("{*}positionV"))
    padding = _padding(drawing.element.find(".//{*}bodyPr")) if isinstance(content, tuple) else (0, 0, 0, 0)
    return Floating(_across(*across), _down(*down), width, height, content, padding)


def _padding(body: Element | None) -> tuple[float, float, float, float]:
    """Of a text box, a tenth and a twentieth of an inch unless it says otherwise (Part 1, section 21.1.2.1.1)."""
    if body is None:
        return _BOX
    top, right, bottom, left = (
        _float(body.get(name)) / EMU if name in body.attrib else usual
        for name, usual in zip(("tIns", "rIns", "bIns", "lIns"), _BOX, strict=True)
    )
    return top, right, bottom, left


def _points(element: Element | None, name: str) -> float:
    return 0 if element is None else _float(element.get(name)) / EMU


def _float(text: str | None) -> float:
    try:
        return float(text or 0)
    except ValueError:
        return 0


def _content(
    element: Element, parts: Mapping[str, str], colours: Mapping[str, str], story: Callable[[Element], Story],
    size: tuple[float, float],
) -> Picture | Shape | Story | None:  # fmt: skip
    blip = element.find(".//{*}pic/{*}blipFill/{*}blip")
    told = element.find("{*}docPr")
    alternative = "" if told is None else str(told.get("descr") or told.get("title") or "")
    if blip is not None:
        part = parts.get(str(blip.get(r("embed"))))
        return Picture(part, *size, alternative, _crop(element)) if part else None
    box = element.find(f".//{w('txbxContent')}")
    if box is not None:
        return story(box)
    shape = element.find(".//{*}wsp/{*}spPr")
    return None if shape is None else _shape(shape, colours, size)


def _crop(element: Element) -> tuple[float, float, float, float]:
    """Thousandths of a percent of each side (Part 1, section 20.1.8.55)."""
    cut = element.find(".//{*}blipFill/{*}srcRect")
    sides = (0 if cut is None else _float(cut.get(side)) / 100_000 for side in ("l", "t", "r", "b"))
    left, top, right, bottom = (min(max(side, 0), 0.95) for side in sides)
    return left, top, right, bottom


def _shape(properties: Element, colours: Mapping[str, str], size: tuple[float, float]) -> Shape | None:
    outline = properties.find("{*}ln")
    line_fill = None if outline is None else outline.find("{*}solidFill")
    fill, shade = properties.find("{*}solidFill"), _solid(line_fill, colours)
    width = 0.75 if outline is None else _float(outline.get("w", "9525")) / EMU
    line = Border(width, 0, shade) if shade else None
    filled = _solid(fill, colours)
    return Shape(*size, filled, line) if filled or line else None


def _solid(fill: Element | None, colours: Mapping[str, str]) -> str:
    if fill is None:
        return ""
    named = fill.find("{*}srgbClr")
    if named is not None:
        return colour(named.get("val"))
    role = fill.find("{*}schemeClr")
    return "" if role is None else colours.get({"tx2": "dk2", "bg1": "lt1", "tx1": "dk1", "bg2": "lt2"}.get(
        str(role.get("val")), str(role.get("val"))), "")  # fmt: skip


def _axis(position: Element | None) -> tuple[str, float, str]:
    """The reference of a position, the offset in points, and the side when there is one."""
    if position is None:
        return "", 0, ""
    offset, side = position.find("{*}posOffset"), position.find("{*}align")
    distance = 0 if offset is None else _float(offset.text) / EMU
    return str(position.get("relativeFrom")), distance, "" if side is None else str(side.text)


def _across(reference: str, offset: float, side: str) -> Place:
    return Place(_REFERENCES.get(reference, "text"), offset, _ACROSS.get(side))


def _down(reference: str, offset: float, side: str) -> Place:
    return Place(_REFERENCES.get(reference, "text"), offset, _DOWN.get(side))


def _vml(element: Element, parts: Mapping[str, str], story: Callable[[Element], Story]) -> Picture | Floating | None:
    style = dict(part.strip().split(":", 1) for part in str(element.get("style", "")).split(";") if ":" in part)
    width, height = (_length(style.get(name, "")) for name in ("width", "height"))
    content = _vml_content(element, parts, story, (width, height))
    if content is None or style.get("position", "").strip() != "absolute":
        return content if isinstance(content, Picture) else None
    across = _across(
        style.get("mso-position-horizontal-relative", "margin"),
        _length(style.get("margin-left", "")),
        style.get("mso-position-horizontal", ""),
    )
    down = _down(
        style.get("mso-position-vertical-relative", "margin"),
        _length(style.get("margin-top", "")),
        style.get("mso-position-vertical", ""),
    )
    return Floating(across, down, width, height, content, _BOX if isinstance(content, tuple) else (0, 0, 0, 0))


def _vml_content(
    element: Element, parts: Mapping[str, str], story: Callable[[Element], Story], size: tuple[float, float]
) -> Picture | Shape | Story | None:
    image = element.find("{*}imagedata")
    if image is not None:
        part = parts.get(str(image.get(r("id"))))
        return Picture(part, *size, str(element.get("alt") or "")) if part else None
    box = element.find(f".//{w('txbxContent')}")
    if box is not None:
        return story(box)
    if element.find("{*}textpath") is not None or local_name(element) == "shape":
        return None
    fill = "" if element.get("filled") == "f" else colour(str(element.get("fillcolor", "")).lstrip("#"))
    line = None if element.get("stroked") == "f" else Border(_length(str(element.get("strokeweight", ".75pt"))), 0, "")
    return Shape(*size, fill, line) if fill or line else None


def _length(text: str) -> float:
    match = _LENGTH.match(text.strip())
    return float(match.group(1)) * _UNITS[match.group(2)] if match else 0
