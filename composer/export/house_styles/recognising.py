"""Recognises the styles of a document by name, by level, or by usage."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from composer.export.docx.styles import HEADING_LEVELS
from composer.export.house_styles.names import STYLES
from composer.ooxml.computed_formats import Cascade
from composer.ooxml.markup import Element, w
from composer.ooxml.styles import Style

CHARACTERS = frozenset({"voetnootmarkering", "koppeling", "sterk", "nadruk"})
TABLES = frozenset({"tabel"})
OWN_BODY = "Raadsbrief alinea"
"""The name of the style for running text where the organisation's own leaves no space between paragraphs."""
_SHORT = 80
_SPACE = 3.0  # points between paragraphs that one can see


@dataclass(frozen=True, slots=True)
class Usage:
    """The amount of text per paragraph style id in the body, and the number of short paragraphs."""

    characters: Mapping[str, int]
    short: Mapping[str, int]


def usage_of(body: Element, default: str) -> Usage:
    characters, short = Counter[str](), Counter[str]()
    for paragraph in body.iter(w("p")):
        style = paragraph.find(f"{w('pPr')}/{w('pStyle')}")
        name = default if style is None else str(style.get(w("val")))
        length = sum(len(text.text or "") for text in paragraph.iter(w("t")))
        characters[name] += length
        short[name] += 0 < length <= _SHORT
    return Usage(characters, short)


@dataclass(frozen=True, slots=True)
class Recognised:
    """Word's names by kind, for the styles recognised; `by_use` are the kinds recognised by usage, not by name."""

    names: Mapping[str, str]
    by_use: frozenset[str]
    body: str
    spaced: bool


def recognise(cascade: Cascade, usage: Usage) -> Recognised:
    """The styles of a document, its running text first; names that only differ in case are the same."""
    by_name = {kind: style.name for kind in STYLES if (style := _named(kind, cascade))}
    body = _body(cascade, usage, by_name.get("alinea"))
    headings = {kind: name for kind, name in _headings(cascade, usage, body).items() if kind not in by_name}
    look = cascade.paragraph(body.id if body else None)
    spaced = look.after + look.before >= _SPACE
    own = body.name if body else ""
    names = {**by_name, **headings, "alinea": own if spaced else OWN_BODY}
    return Recognised(names | ({"standaard": own} if own else {}), frozenset(headings), own, spaced)


def _named(kind: str, cascade: Cascade) -> Style | None:
    sort = "character" if kind in CHARACTERS else "table" if kind in TABLES else "paragraph"
    return next((style for name in STYLES[kind] if (style := cascade.styles.find(name, sort))), None)


def _body(cascade: Cascade, usage: Usage, named: str | None) -> Style | None:
    """The style of most text, headings and lists aside; without text the one recognised by name, else the default."""
    lists = {name.casefold() for kind in ("opsomming", "nummering", "titel", "voetnoottekst") for name in STYLES[kind]}
    used = sorted(usage.characters, key=lambda name: -usage.characters[name])
    for name in used:
        style = cascade.styles.by_id(name)
        plain = style is not None and cascade.paragraph(name).outline is None and style.name.casefold() not in lists
        if usage.characters[name] > _SHORT and plain:
            return style
    return (cascade.styles.find(named, "paragraph") if named else None) or cascade.styles.default("paragraph")


def _headings(cascade: Cascade, usage: Usage, body: Style | None) -> dict[str, str]:
    """By the level that a style has, else short lines that stand out among the running text."""
    found: dict[str, str] = {}
    for style in cascade.styles.paragraphs():
        level = cascade.paragraph(style.id).outline
        if level is not None and level < HEADING_LEVELS and usage.short.get(style.id):
            found.setdefault(f"kop{level + 1}", style.name)
    if not found and (loud := _loudest(cascade, usage, body)):
        found["kop1"] = loud.name
    return found


def _loudest(cascade: Cascade, usage: Usage, body: Style | None) -> Style | None:
    """A style of the organisation's own whose few words are bolder or larger than running text."""
    plain = cascade.run(body.id if body else None)
    for style in cascade.styles.paragraphs():
        look = cascade.run(style.id)
        louder = (look.bold and not plain.bold) or look.size > plain.size
        if style != body and louder and usage.short.get(style.id, 0) > 1:
            return style
    return None
