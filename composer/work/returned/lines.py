"""A returned piece as lines, the form in which pieces are edited."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from composer.assemble.pieces import AssembledPiece
from composer.assemble.runs import Runs
from composer.domain.document import Inline, Text
from composer.domain.transform import map_inlines
from composer.intake.returned_word import ViewParagraph
from composer.intake.word_styles import ParagraphRole
from composer.work.returned.matching import Group
from composer.work.returned.sent_runs import SentRun
from composer.work.returned.text import ENDED, aligned, rebuilt, returned_tokens, same
from composer.work.returned.words import Token, sent_tokens
from composer.work.writing.lines import AnyLine, Line, Lines, fits, lines_of

_NUMBER = re.compile("\ue100(\\d+)")
_LINES = ("alinea", "kop", "item")


@dataclass(frozen=True, slots=True)
class Spot:
    """The place of a run in the lines of its piece: the line, and in a table the row and column."""

    line: int
    row: int | None = None
    column: int | None = None


@dataclass(frozen=True)
class Shape:
    """The lines of a piece as sent, and the place of each run, by number."""

    lines: Lines
    spots: Mapping[int, Spot]
    fits: bool


def shape(piece: AssembledPiece) -> Shape:
    """`fits` False means that lines cannot say all of it."""
    numbers = iter(range(10**6))

    def numbered(_content: tuple[Inline, ...]) -> tuple[Inline, ...]:
        return (Text(f"\ue100{next(numbers)}"),)

    marked = lines_of(tuple(map_inlines(block, numbered) for block in piece.blocks))
    spots = {number: spot for at, line in enumerate(marked) for number, spot in _spots(at, line)}
    return Shape(lines_of(piece.blocks), spots, fits(piece.blocks))


def _spots(at: int, line: AnyLine) -> Iterator[tuple[int, Spot]]:
    if isinstance(line, Line):
        yield from ((number, Spot(at)) for number in _numbers(line.row))
        return
    for row, cells in enumerate(line.rows):
        for column, cell in enumerate(cells):
            yield from ((number, Spot(at, row, column)) for number in _numbers(cell))


def _numbers(row: Runs) -> Iterator[int]:
    for run in row:
        if isinstance(run.atom, Text):
            yield from (int(match) for match in _NUMBER.findall(run.atom.text))


@dataclass(frozen=True)
class Readers:
    """The context for reading words back: texts of notes by number, the meaning of marks, and the facts of notes."""

    texts: Mapping[int, str]
    keys: Mapping[str, str]
    known: Mapping[str, tuple[str, ...]]

    def sent(self, run: SentRun) -> list[Token]:
        return sent_tokens(run.content, run.shown, self.texts)

    def returned(self, paragraph: ViewParagraph, *, plain_marks: bool) -> list[Token]:
        return returned_tokens(paragraph.spans, self.keys, plain_marks)


def plain_marks(look: ParagraphRole) -> bool:
    """Whether a paragraph's own style makes its words bold or italic, so that runs need not say it."""
    return look.kind in ("kop", "citaat", "titel") or look.bold or look.italic


@dataclass(frozen=True)
class Rebuilt:
    """The rows of a group's paragraphs; `unchanged` when the words and marks are what they were."""

    rows: Mapping[int, Runs]
    nearest: Mapping[int, SentRun]
    unchanged: bool


def rebuilt_group(group: Group, paragraphs: Sequence[ViewParagraph], readers: Readers) -> Rebuilt:
    """The paragraphs of a group with values and citations in their places; `nearest` is the run that each goes on from."""
    sent: list[Token] = []
    owners: list[SentRun] = []
    for run in group.leaves:
        fresh = [*([ENDED] if sent and not run.of_label else []), *readers.sent(run)]
        sent += fresh
        owners += [run] * len(fresh)
    head = any(run.piece is None or run.of_label for run in group.leaves)
    plain = {at: head or plain_marks(paragraphs[at].look) for at in group.paragraphs}
    parts = [(at, readers.returned(paragraphs[at], plain_marks=plain[at])) for at in group.paragraphs]
    parts = [(at, tokens) for at, tokens in parts if tokens]
    whole = [token for position, (_, tokens) in enumerate(parts) for token in (*([ENDED] if position else []), *tokens)]
    places = aligned(sent, whole)
    rows: dict[int, Runs] = {}
    nearest: dict[int, SentRun] = {}
    offset = 0
    for at, tokens in parts:
        here = places[offset : offset + len(tokens)]
        rows[at] = rebuilt(sent, tokens, here, readers.known, plain_marks=plain[at])
        nearest[at] = next((owners[number] for number in here if number is not None), group.leaves[0])
        offset += len(tokens) + 1
    unchanged = same(sent, whole, any(plain.values()))
    return Rebuilt(rows, nearest, unchanged)


def fresh_line(paragraph: ViewParagraph, readers: Readers) -> Line:
    """A new paragraph as a line."""
    plain = plain_marks(paragraph.look)
    tokens = readers.returned(paragraph, plain_marks=plain)
    return relooked(Line(rebuilt([], tokens, [None] * len(tokens), readers.known, plain_marks=plain)), paragraph.look)


def relooked(line: Line, look: ParagraphRole) -> Line:
    """The line with the kind of its returned paragraph, when that has changed."""
    if look.kind not in _LINES or (line.kind == "vervolg" and look.kind == "alinea"):
        return line
    if look.kind == "item":
        fresh = line if line.listed else replace(line, kind="item", ordered=look.ordered)
        return replace(fresh, level=look.level)
    if look.kind == "kop":
        return (
            line
            if line.kind == "kop"
            else replace(line, kind="kop", level=max(look.level, 2), ordered=False, start=None)
        )
    return replace(line, kind="alinea", level=0, ordered=False, start=None)


def numbered_again(lines: Sequence[AnyLine], origins: Sequence[int | None], was: Lines) -> Lines:
    """The lines with the first number of each list at its first item; `origins` are the lines of `was` that they were."""
    made: list[AnyLine] = []
    for at, line in enumerate(lines):
        if isinstance(line, Line) and line.kind == "item":
            origin = origins[at]
            first = _first_number(was, origin)
            follows = origin is not None and at > 0 and origins[at - 1] == origin - 1
            own = was[origin] if origin is not None and follows else None
            begins = isinstance(own, Line) and own.start is not None
            made.append(replace(line, start=first if begins or not _goes_on(made, line) else None))
        else:
            made.append(line)
    return tuple(made)


def _goes_on(before: Sequence[AnyLine], line: Line) -> bool:
    """Whether an item continues the list before it."""
    for earlier in reversed(before):
        if not isinstance(earlier, Line) or not earlier.listed or earlier.level < line.level:
            return False
        if earlier.kind == "item" and earlier.level == line.level:
            return earlier.ordered == line.ordered
    return False


def _first_number(was: Lines, origin: int | None) -> int:
    """The number with which the list of an item began."""
    for line in reversed(was[: origin + 1] if origin is not None else ()):
        if isinstance(line, Line) and line.kind == "item" and line.start is not None:
            return line.start
    return 1
