"""Composes the typst source of a letter: the part that all letters of a house style share, and its own."""

from collections.abc import Collection, Iterator, Mapping

from composer.export.pdf.page_setup import PageSetup
from composer.export.pdf.running import story
from composer.export.pdf.sheets import sheet, text_width
from composer.export.pdf.source import Data, above, inherited, pt, quoted, spaced, text_rule, words
from composer.export.pdf.writing import Writing, headed

_BREAKS = '#set text(hyphenate: true, costs: (hyphenation: 10000%));#set par(linebreaks: "optimized");'
_HEADING_PAGES = "#context [#metadata(query(heading).map(each => each.location().page())) <koppen>]"


def source(letter: Data, pages: PageSetup, values: Mapping[str, str], *, headings: bool = False) -> str:
    """The typst source; `values` are those of the text around the letter, `headings` adds marks to query their pages by."""
    writing = Writing(pages.data, letter["notes"], letter["contents"])
    text = [*_text(letter, writing, pages, values)]
    parts = (
        _properties(letter),
        pages.filled(pages.common, values),
        *_heading_rules(writing.headings),
        sheet(pages.data, letter["draft"], values),
        *text,
        _HEADING_PAGES if headings else "",
    )
    return "\n".join(part for part in parts if part)


def _properties(letter: Data) -> str:
    year, month, day = letter["date"]
    at = f"datetime(year: {year}, month: {month}, day: {day}, hour: 12, minute: 0, second: 0)"
    told = {name: quoted(letter[name]) for name in ("title", "author")} | {"description": quoted(letter["subject"])}
    document = ", ".join(f"{name}: {value}" for name, value in (told | {"date": at}).items())
    region = f", region: {quoted(letter['region'])}" if letter["region"] else ""
    return f"#set document({document})\n#set text(lang: {quoted(letter['language'])}{region})"


def _heading_rules(looks: Mapping[int, Data]) -> Iterator[str]:
    for level, look in looks.items():
        where = f"#show heading.where(level: {level}): set"
        yield f"{where} {text_rule(look).removeprefix('set ')}"
        yield f"{where} par(leading: {pt(look['leading'])})"


def _text(letter: Data, writing: Writing, pages: PageSetup, values: Mapping[str, str]) -> Iterator[str]:
    style, body = pages.data, writing.body
    before = _kept(style["before"], pages, letter["shown"], values)
    yield before
    yield _title(letter, style, body)
    yield writing.blocks(letter["blocks"], body)
    if closing := letter["closing"]:
        look = style["kinds"][closing[0].get("look", "alinea")]
        room = spaced(above(look, closing[0]["above"]))
        yield f"{room}#block(breakable: false, width: 100%)[{writing.blocks(closing, body)}]"
    yield writing.blocks(letter["after"], body)
    if style["notes"] == "eindlijst" and letter["notes"]:
        yield writing.sources()
    yield _kept(style["after"], pages, letter["shown"], values)


def _title(letter: Data, style: Data, around: Data) -> str:
    """The title; one that may not fit on a line may be broken within a word."""
    look = style["kinds"]["titel"]
    made = headed(look, letter["title_above"], "title", words(letter["printed"]), around)
    fits = len(letter["printed"]) * look["size"] <= text_width(style["paper"])
    return made if fits else f"#[{_BREAKS}{made}]"


def _kept(node: Data, pages: PageSetup, shown: Collection[str], values: Mapping[str, str]) -> str:
    """The organisation's own text, without paragraphs that only show values that the letter lacks; no space above the first."""
    blocks = [each for each in node["blocks"] if not each.get("asks") or any(name in shown for name in each["asks"])]
    if blocks:
        blocks[0] = {**blocks[0], "above": blocks[0].get("before", 0)}
    made = story({**node, "blocks": blocks}, pages.data["paper"], inherited(pages.data["kinds"]["alinea"]))
    return pages.filled(made, values)
