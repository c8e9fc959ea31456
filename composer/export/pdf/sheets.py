"""The pages of a letter as typst source: size and margins, headers, footers and the watermark of a draft."""

import re
from collections.abc import Mapping
from functools import cache
from math import inf
from pathlib import Path

from composer.export.docx.headers import CLOSE, OPEN
from composer.export.pdf.running import story
from composer.export.pdf.source import Data, fill, inherited, named, pt, quoted, styled, text_rule

_HELPERS = Path(__file__).parent / "letter.typ"
_DRAFT = 'rotate(-45deg, text(size: 116pt, weight: "regular", fill: rgb("#ececec"))'
_KINDS = "default", "first", "even"
_PAGE_NUMBER = 4  # digits at most
_PLACE = re.compile(f"{OPEN}(.*?){CLOSE}")
_MARKED = "caps", "small", "underline", "shade", "raised"


def common(style: Data) -> str:
    """The source that all letters of a house style share, with placeholders for a letter's values."""
    return "\n".join((_helpers(), *_rules(style), *_running(style)))


@cache
def _helpers() -> str:
    return "\n".join(
        line for line in _HELPERS.read_text(encoding="utf-8").splitlines() if line and not line.startswith("//")
    )


def _rules(style: Data) -> tuple[str, ...]:
    """The rules for text, blocks and notes. Text is exactly 1 em high, so that the line height is size plus leading."""
    body, note, link = style["kinds"]["alinea"], style["kinds"]["voetnoottekst"], style["link"]
    leading, noted = pt(body["leading"]), pt(note["leading"])
    linked = "underline(body)" if link["underline"] else "body"
    return (
        f"#{text_rule(body)}",
        f"#set text(hyphenate: {str(style['hyphenate']).lower()}, top-edge: 0.75em, bottom-edge: -0.25em, fallback: false)",
        f"#set par(leading: {leading}, spacing: {leading}, justify: false)",
        "#set block(spacing: 0pt)",
        "#set super(typographic: false, size: 0.62em, baseline: -0.42em)",
        f"#set footnote.entry(separator: line(length: 50mm, stroke: 0.5pt + {fill(style['muted'])}), clearance: 1em,"
        f" gap: {pt(note['leading'] + 2)}, indent: 0pt)",
        f"#show footnote.entry: set par(leading: {noted})",
        *_noted(note),
        "#show heading: set block(above: 0pt, below: 0pt, breakable: false)",
        "#show title: it => it.body",
        "#show quote.where(block: true): it => it.body",
        f"#let gap(body) = highlight(fill: {fill(style['gap'])}, extent: 1pt, top-edge: 0.85em, bottom-edge: -0.3em, body)",
        f"#let reference(target, body) = link(target, {{ set text(fill: {fill(link['colour'])}); {linked} }})",
    )


def _noted(look: Data) -> tuple[str, ...]:
    marked = any(look[name] for name in _MARKED)
    rule = f"#show footnote.entry: {text_rule(look)}"
    return (rule, f"#show footnote.entry: it => [{styled(look, '#it', look)}]") if marked else (rule,)


def _running(style: Data) -> tuple[str, ...]:
    """Headers and footers by the kind of page they are for, each as wide as the text, for a number of this and of all pages."""
    paper, around = style["paper"], inherited(style["kinds"]["alinea"])
    sizes = {name: pt(value) for name, value in paper.items() if name not in ("columns", "gap")}
    wide = f"width: {pt(text_width(paper))}"
    kinds = {
        name: {
            kind: f"(number, count) => block({wide})[{story(node, paper, around)}]"
            for kind, node in style[name].items()
            if kind in _KINDS
        }
        for name in ("headers", "footers")
    }
    return f"#let sheet = {named(sizes)}", *(f"#let {name} = {named(held)}" for name, held in kinds.items())


def text_width(paper: Data) -> float:
    return paper["width"] - paper["left"] - paper["right"]


def sheet(style: Data, draft: str, values: Mapping[str, str]) -> str:
    """The page with its margins, and the letterhead on the first; there it is text, so that it is read aloud.

    Only where a header or footer might not fit in its margin is it measured.
    """
    paper, later = style["paper"], ("default", "even") if style["even"] else ("default",)
    top = _margin("headers", "header", paper["top"], later, style, values)
    feet = (*later, "first") if style["first"] else later
    bottom = _margin("footers", "footer", paper["bottom"], feet, style, values)
    head = style["headers"].get("first" if style["first"] else "default")
    page, begins = _page(style, draft), f"v({pt(paper['header' if head else 'top'])} - above)"
    if "measure" in top or "measure" in bottom:
        laid = f"#show: body => context {{ let (above, below) = ({top}, {bottom}); set {page}; {begins}; body }}"
    else:
        laid = f"#let (above, below) = ({top}, {bottom})\n#set {page}\n#{begins}"
    gutter = f"#set columns(gutter: {pt(paper['gap'])})\n" if paper["columns"] > 1 else ""
    return f"{gutter}{laid}\n{_letterhead(style) if head else ''}"


def _letterhead(style: Data) -> str:
    """On the first page, with what keeps the text below the margin; only one that might be lower is measured."""
    paper, kind = style["paper"], "first" if style["first"] else "default"
    room = paper["top"] - paper["header"]
    below = f"#context v(calc.max({pt(room)} - measure((headers.{kind})(number, count)).height, 0pt))"
    return f"#(headers.{kind})(number, count){below if _lowest(style['headers'][kind]) < room else ''}"


def _page(style: Data, draft: str) -> str:
    paper = style["paper"]
    margin = f"(top: above, bottom: below, left: {pt(paper['left'])}, right: {pt(paper['right'])})"
    size = f"width: {pt(paper['width'])}, height: {pt(paper['height'])}, columns: {paper['columns']}"
    counting = "header: counter(footnote).update(0), " if style["restart"] else ""
    return f"page({size}, margin: {margin}, {counting}background: {_background(style, draft)})"


def _background(style: Data, draft: str) -> str:
    """Headers of later pages and all footers are part of the page."""
    paper = style["paper"]
    even = 'if calc.even(number) { "even" } else { "default" }' if style["even"] else '"default"'
    kind = f'if number == 1 {{ "first" }} else {{ {even} }}' if style["first"] else even
    mark = f"place(center + horizon, {_DRAFT}[#{quoted(draft)}])); " if draft else ""
    at_left = f"left, dx: {pt(paper['left'])}"
    return (
        f"context {{ {mark}let number = here().page(); let count = counter(page).final().first(); let kind = {kind}; "
        f"let running(held) = if kind in held {{ held.at(kind)(number, count) }}; "
        f"if number > 1 {{ place(top + {at_left}, dy: {pt(paper['header'])}, running(headers)) }}; "
        f"place(bottom + {at_left}, dy: {pt(-paper['footer'])}, running(footers)) }}"
    )


def _margin(which: str, side: str, least: float, kinds: tuple[str, ...], style: Data, values: Mapping[str, str]) -> str:
    """Source of a length."""
    paper = style["paper"]
    room = least - paper[side]
    asked = [kind for kind in kinds if kind in style[which]]
    unsure = [kind for kind in asked if _tallest(style[which][kind], text_width(paper), values) > room]
    measured = "".join(f", {pt(paper[side])} + measure(({which}.{kind})(number, count)).height" for kind in unsure)
    return f"calc.max({pt(least)}{measured})" if unsure else pt(least)


def _lowest(story: Data) -> float:
    """At most as many points as a story is high: as if every paragraph had one line, and a table none."""
    paragraphs = [block for block in story["blocks"] if block["kind"] == "paragraph"]
    return story["below"] + sum(_line(each) for each in paragraphs)


def _line(block: Data) -> float:
    pictures = [piece["height"] for piece in block["pieces"] if piece["kind"] == "picture"]
    return max(block["above"] + block["leading"], 0) + max([block["size"], *pictures]) + _bordered(block)


def _bordered(block: Data) -> float:
    return sum(block["borders"][side]["space"] for side in ("top", "bottom") if side in block["borders"])


def _tallest(story: Data, width: float, values: Mapping[str, str]) -> float:
    """At least as many points as a story is high, were every character as wide as it is high; infinite with a table."""
    return story["below"] + sum(_tall(block, width, values) for block in story["blocks"])


def _tall(block: Data, width: float, values: Mapping[str, str]) -> float:
    if block["kind"] == "table":
        return inf
    size = max([block["size"], *(piece.get("size", 0) for piece in block["pieces"])])
    room = max(width - block["left"] - block["right"] - abs(block["first"]), size)
    characters = sum(_characters(piece, values) for piece in block["pieces"])
    count = 1 + int(characters * size / room) + sum(piece["kind"] == "line" for piece in block["pieces"])
    pictures = sum(piece["height"] for piece in block["pieces"] if piece["kind"] == "picture")
    text = count * (size + max(block["leading"], 0))
    return max(block["above"] + block["leading"], 0) + text + pictures + _bordered(block)


def _characters(piece: Data, values: Mapping[str, str]) -> int:
    if piece["kind"] == "words":
        return len(_PLACE.sub(lambda found: values.get(found[1], ""), piece["text"]))
    return _PAGE_NUMBER if piece["kind"] in ("page", "pages") else 0
