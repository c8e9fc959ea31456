"""Inlines as a flat sequence of runs, each with its marks: the form in which a line is edited, compared and written back."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import groupby

from markdown_it.common.normalize_url import normalizeLink

from composer.assemble.jinja import PLACEHOLDER_END, PLACEHOLDER_START
from composer.domain.document import (
    Citation,
    Emphasis,
    Inline,
    LineBreak,
    Link,
    NoteReference,
    Origin,
    Strong,
    Text,
    Value,
)  # fmt: skip

NOWHERE = Origin("eigen")
Atom = Text | Value | Citation | LineBreak


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of text, a value, a citation or a line break with its marks; origins are left out."""

    atom: Atom
    bold: bool = False
    italic: bool = False
    link: str | None = None

    @property
    def marks(self) -> tuple[bool, bool, str | None]:
        return self.bold, self.italic, self.link

    @property
    def blank(self) -> bool:
        """Whether nothing of it shows its marks: white space, a line break, a citation."""
        return not isinstance(self.atom, Value) and (not isinstance(self.atom, Text) or self.atom.text.isspace())


Runs = tuple[Run, ...]
MOST_ROWS = 1_000
"""Rows that are kept, since a line that is written is gone through from several sides."""
PLAIN = Run(Text(""))

_SPACES: dict[int, str] = dict.fromkeys((10, 11, 12, 13, 0x85, 0x2028, 0x2029), " ")
_CONTROLS = (*range(9), *range(14, 32), *range(127, 160), *range(0xFDD0, 0xFDF0), 0xFFFC, 0xFFFE, 0xFFFF)
_UNKEPT: dict[int, None] = dict.fromkeys((*_CONTROLS, ord(PLACEHOLDER_START), ord(PLACEHOLDER_END)))
_UNCLEAN = re.compile(f"[{re.escape(''.join(map(chr, (*_SPACES, *_UNKEPT))))}]")


def clean(text: str) -> str:
    """The text without characters that a letter cannot have; each end of a line is a space."""
    return text.translate(_SPACES).translate(_UNKEPT) if _UNCLEAN.search(text) else text


@lru_cache(MOST_ROWS)
def runs(content: tuple[Inline, ...]) -> Runs:
    """The inlines in their plainest form: neighbours that look alike joined, marks only on what shows them."""
    return tidy(_flat(content, PLAIN))


def inlines_of(row: Iterable[Run]) -> tuple[Inline, ...]:
    """Inlines for runs: links outside, then bold, then italic."""
    row = tidy(row)
    return _nested(row) if any(map(_is_marked, row)) else tuple(run.atom for run in row)


@lru_cache(MOST_ROWS)
def _nested(row: Runs) -> tuple[Inline, ...]:
    content: list[Inline] = []
    for link, linked in groupby(row, key=lambda run: run.link):
        inner = _bold(tuple(linked))
        content += [Link(link, inner)] if link is not None else inner
    return tuple(content)


def _bold(row: Runs) -> tuple[Inline, ...]:
    content: list[Inline] = []
    for bold, group in groupby(row, key=lambda run: run.bold):
        inner = _italic(tuple(group))
        content += [Strong(inner)] if bold else inner
    return tuple(content)


def _italic(row: Runs) -> tuple[Inline, ...]:
    content: list[Inline] = []
    for italic, group in groupby(row, key=lambda run: run.italic):
        inner = tuple(run.atom for run in group)
        content += [Emphasis(inner)] if italic else inner
    return tuple(content)


def _flat(content: Iterable[Inline], marks: Run) -> Iterator[Run]:
    for inline in content:
        match inline:
            case Strong():
                yield from _flat(inline.content, replace(marks, bold=True))
            case Emphasis():
                yield from _flat(inline.content, replace(marks, italic=True))
            case Link():
                yield from _flat(inline.content, replace(marks, link=normalizeLink(inline.target)))
            case Text():
                yield Run(Text(clean(inline.text)), *marks.marks)
            case Value() | Citation():
                yield Run(inline if inline.origin is NOWHERE else replace(inline, origin=NOWHERE), *marks.marks)
            case LineBreak():
                yield Run(inline, *marks.marks)
            case NoteReference():
                pass


def tidy(row: Iterable[Run]) -> Runs:
    """Runs joined where they look alike, and white space and citations with only the marks of both their sides."""
    written = tuple(run for run in row if not isinstance(run.atom, Text) or run.atom.text)
    return _tidied(written) if any(map(_is_marked, written)) else tuple(_joined(written))


@lru_cache(MOST_ROWS)
def _tidied(row: Runs) -> Runs:
    parts = [part for run in row for part in _apart(run)]
    seen = [None if part.blank else part for part in parts]
    before, after = _nearest(seen), _nearest(seen[::-1])[::-1]
    settled = [
        _between(part, left, right) if part.blank else part
        for part, left, right in zip(parts, before, after, strict=True)
    ]
    return tuple(_joined(settled))


def _is_marked(run: Run) -> bool:
    return run.bold or run.italic or run.link is not None


def _apart(run: Run) -> list[Run]:
    """The white space around a text by itself, so that marks can be taken from it."""
    if not isinstance(run.atom, Text):
        return [run]
    text = run.atom.text
    inner = text.strip()
    if not inner or inner == text:
        return [run]
    start = text.index(inner)
    parts = (text[:start], inner, text[start + len(inner) :])
    return [Run(Text(part), *run.marks) for part in parts if part]


def _nearest(row: list[Run | None]) -> list[Run | None]:
    """For each place the last run before it that shows its marks."""
    found: Run | None = None
    nearest: list[Run | None] = []
    for run in row:
        nearest.append(found)
        found = run or found
    return nearest


def _between(run: Run, left: Run | None, right: Run | None) -> Run:
    if left is None or right is None or left.link != right.link:
        return Run(run.atom)
    link = None if isinstance(run.atom, Citation) else left.link
    same = left.marks == right.marks
    return Run(run.atom, left.bold and same, left.italic and same, link)


def _joined(row: Iterable[Run]) -> list[Run]:
    joined: list[Run] = []
    for run in row:
        if (both := _as_one(joined[-1], run) if joined else None) is not None:
            joined[-1] = both
        else:
            joined.append(run)
    return joined


def _as_one(left: Run, right: Run) -> Run | None:
    match left.atom, right.atom:
        case Text(first), Text(second) if left.marks == right.marks:
            return Run(Text(first + second), *left.marks)
        case Citation(facts=first), Citation(facts=second):
            return Run(Citation((*first, *second), NOWHERE), *left.marks)
        case _:
            return None


def stripped(row: Runs) -> Runs:
    """The runs without white space and breaks at both ends; the same object when there are none."""
    if row and not (_is_loose(row[0]) or _is_loose(row[-1])):
        return row
    kept = list(tidy(row))
    while kept and _is_space(kept[-1]):
        kept.pop()
    while kept and _is_space(kept[0]):
        kept.pop(0)
    if kept and isinstance(kept[0].atom, Text):
        kept[0] = replace(kept[0], atom=Text(kept[0].atom.text.lstrip()))
    if kept and isinstance(kept[-1].atom, Text):
        kept[-1] = replace(kept[-1], atom=Text(kept[-1].atom.text.rstrip()))
    return tuple(kept)


def _is_loose(run: Run) -> bool:
    """Whether it is, or begins or ends with, something that goes at an end of a row."""
    return _is_space(run) or (isinstance(run.atom, Text) and run.atom.text.strip() != run.atom.text)


def _is_space(run: Run) -> bool:
    return isinstance(run.atom, LineBreak) or (isinstance(run.atom, Text) and not run.atom.text.strip())
