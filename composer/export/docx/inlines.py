"""Inlines as runs (Part 1, section 17.3)."""

import re
from dataclasses import dataclass, field
from typing import assert_never

from composer.assemble.cache import GenerationCache
from composer.domain.characters import HIDDEN
from composer.domain.document import (
    Citation,
    Emphasis,
    Inline,
    LineBreak,
    Link,
    NoteReference,
    Strong,
    Text,
    Value,
)
from composer.export.conventions import gap_text
from composer.export.docx.base import Base
from composer.export.docx.formats import BOLD, GAP, ITALIC, LINK
from composer.export.typography import bind, curl
from composer.ooxml.markup import escape

PLACEHOLDER = "<>"
"""Stands in markup where a value comes; text is escaped, so that it never says this itself."""


@dataclass(frozen=True, slots=True)
class Placeholder:
    """The place of a value, with the marks around it; `value` is that of the prototype."""

    value: Value
    marks: int


@dataclass(frozen=True, slots=True)
class Runs:
    """The state shared by the runs of a part: note marks by number, link ids by target, the notes so far."""

    base: Base
    marks: dict[int, str]
    cache: GenerationCache = field(default_factory=GenerationCache)
    """Words that were written before."""
    links: dict[str, str] = field(default_factory=dict[str, str])
    marked: list[int] = field(default_factory=list[int])
    places: list["Placeholder"] | None = None
    """Where values come in markup that is to be kept without them; None while they are written where they stand."""

    def link(self, target: str) -> str:
        return self.links.setdefault(target, f"{self.base.hyperlink_id_prefix}{len(self.links) + 1}")


def runs(content: tuple[Inline, ...], part: Runs, marks: int = 0) -> str:
    """The runs of inlines, with `marks` of what stands around them."""
    return "".join([_inline(inline, part, marks) for inline in content])


def _inline(inline: Inline, part: Runs, marks: int) -> str:
    match inline:
        case Text():
            return part.cache.get_or_make_for(inline, marks, lambda: run(curl(inline.text), part.base, marks))
        case Value():
            if part.places is None:
                return value_run(inline, part.base, marks)
            part.places.append(Placeholder(inline, marks))
            return PLACEHOLDER
        case Strong():
            return runs(inline.content, part, marks | BOLD)
        case Emphasis():
            return runs(inline.content, part, marks | ITALIC)
        case Link():
            text = runs(inline.content, part, marks | LINK)
            return f'<w:hyperlink r:id="{part.link(inline.target)}" w:history="1">{text}</w:hyperlink>'
        case LineBreak():
            return "<w:r><w:br/></w:r>"
        case NoteReference():
            part.marked.append(inline.number)
            return part.marks.get(inline.number, "")
        case Citation():
            return ""
        case _:
            assert_never(inline)


def value_run(value: Value, base: Base, marks: int) -> str:
    if value.text is None:
        return run(gap_text(value.label), base, marks | GAP)
    return run(value.text, base, marks)


def run(text: str, base: Base, marks: int = 0) -> str:
    """Words with a hidden character in them are marked as a gap is, since the character itself is not seen."""
    bound = bind(text)
    if HIDDEN.search(bound) is None:
        return _run(bound, base, marks)
    parts = re.split(_WORDS, bound)
    return "".join(_run(part, base, marks | GAP if at % 2 else marks) for at, part in enumerate(parts) if part)


def _run(text: str, base: Base, marks: int) -> str:
    """A run, with line ends and tabs as Word's elements (Part 1, sections 17.3.3.1 and 17.3.3.32)."""
    escaped = escape(text)
    if "\n" in escaped or "\t" in escaped:
        escaped = escaped.replace("\n", f"{_CLOSED}<w:br/>{_OPEN}").replace("\t", f"{_CLOSED}<w:tab/>{_OPEN}")
    return f"<w:r>{base.runs[marks]}{_OPEN}{escaped}{_CLOSED}</w:r>"


_OPEN, _CLOSED = '<w:t xml:space="preserve">', "</w:t>"
_WORDS = rf"(\S*{HIDDEN.pattern}(?:\S|{HIDDEN.pattern})*)"
"""Compiled when there is a hidden character, which is hardly ever."""
