"""Helpers for typst source: words as quoted strings, which cannot be code, and formats as rules around them."""

from collections.abc import Iterable, Mapping
from typing import Any

Data = Mapping[str, Any]
_RUN = ("font", "size", "bold", "italic", "colour")
_SIDES = {"left": "left", "center": "center", "right": "right", "both": "left"}


def quoted(text: str) -> str:
    """A typst string; only backslash and quotation mark are special in it."""
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'


def words(text: str) -> str:
    return f"#{quoted(text)}" if text else ""


def pt(number: float) -> str:
    return f"{round(number, 4)}pt"


def fill(colour: str) -> str:
    return f"rgb({quoted(colour)})" if colour else "none"


def side(name: str) -> str:
    return _SIDES[name]


def border(line: Data | None) -> str:
    return "none" if line is None else f"{pt(line['width'])} + {fill(line['colour'])}"


def named(values: Mapping[str, str]) -> str:
    """A dictionary, empty or not."""
    return f"({', '.join(f'{name}: {value}' for name, value in values.items())})" if values else "(:)"


def array(values: Iterable[str]) -> str:
    return f"({''.join(f'{value}, ' for value in values)})"


def inherited(look: Data) -> Data:
    """The part of a format that a paragraph inherits from the text around it: that of letters and line spacing."""
    return {name: look[name] for name in (*_RUN, "leading")}


def text_rule(look: Data) -> str:
    weight, style = "bold" if look["bold"] else "regular", "italic" if look["italic"] else "normal"
    return (
        f"set text(font: {quoted(look['font'])}, size: {pt(look['size'])}, fill: {fill(look['colour'])},"
        f' weight: "{weight}", style: "{style}")'
    )


def styled(look: Data, body: str, around: Data) -> str:
    """Content in this look, within content that looks as `around`."""
    body = _marked(look, body)
    return body if all(look[name] == around[name] for name in _RUN) else f"#[#{text_rule(look)};{body}]"


def _marked(look: Data, body: str) -> str:
    marks = {
        "upper": look["caps"],
        "smallcaps": look["small"] and not look["caps"],
        "underline": look["underline"],
        f"highlight(fill: {fill(look['shade'])})": look["shade"],
        "super": look["raised"] == "superscript",
        "sub": look["raised"] == "subscript",
    }
    for function, wanted in marks.items():
        body = f"#{function}[{body}]" if wanted else body
    return body


def framed(look: Data, body: str) -> str:
    """Where a paragraph stands between the margins, with the lines around it; those stand outside its text."""
    borders, filled = look["borders"], look["fill"]
    room = {side: line["space"] for side, line in borders.items()}
    left = look["left"] + min(look["first"], 0) - room.get("left", 0)
    right = look["right"] - room.get("right", 0)
    if borders or filled:
        stroke = named({side: border(line) for side, line in borders.items()})
        inset = named({side: pt(space) for side, space in room.items()})
        body = f"#block(width: 100%, stroke: {stroke}, fill: {fill(filled)}, inset: {inset})[{body}]"
    return f"#pad(left: {pt(left)}, right: {pt(right)})[{body}]" if left or right else body


def is_framed(look: Data) -> bool:
    return bool(look["borders"] or look["fill"] or look["left"] or look["right"] or min(look["first"], 0))


def lines(look: Data, body: str, around: Data) -> str:
    """A paragraph's lines; a hanging one begins before its other lines."""
    rules = {
        "leading": pt(look["leading"]) if look["leading"] != around["leading"] else "",
        "justify": "true" if look["side"] == "both" else "",
        "first-line-indent": f"(amount: {pt(look['first'])}, all: true)" if look["first"] > 0 else "",
        "hanging-indent": pt(-look["first"]) if look["first"] < 0 else "",
    }
    asked = ", ".join(f"{name}: {value}" for name, value in rules.items() if value)
    aligned = f"#set align({look['side']});" if look["side"] in ("center", "right") else ""
    return f"#[#set par({asked});{aligned}{body}]" if asked else f"#[{aligned}{body}]" if aligned else body


def paragraph(look: Data, body: str, around: Data) -> str:
    """The words of a paragraph as typst's own, in the look they have."""
    return lines(look, styled(look, f"#par[{body}]", around), around)


def above(look: Data, space: float) -> float:
    """The space above a paragraph in typst: Word's space plus the leading of its first line."""
    return max(space + look["leading"], 0)


def spaced(space: float) -> str:
    """Space between two blocks, dropped at the end of a page."""
    return f"#v({pt(space)}, weak: true)"
