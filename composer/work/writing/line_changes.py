"""Formatting of a piece's lines: lists, headings, depth, rows and columns of tables."""

from collections.abc import Callable
from dataclasses import replace

from composer.work.writing.lines import AnyLine, Line, Lines, TableLine

DEEPEST = 6
SUBHEADING = 2
"""The level of a heading within a piece; sections have 1."""


def _each(lines: Lines, first: int, last: int, change: Callable[[Line], Line]) -> Lines:
    """The lines with those from `first` to `last` (included) changed, except tables."""
    return tuple(
        change(line) if first <= at <= last and isinstance(line, Line) else line for at, line in enumerate(lines)
    )


def _chosen(lines: Lines, first: int, last: int) -> tuple[Line, ...]:
    return tuple(line for line in lines[first : last + 1] if isinstance(line, Line))


def is_list(lines: Lines, first: int, last: int, *, ordered: bool) -> bool:
    """Whether all lines are items of such a list."""
    chosen = _chosen(lines, first, last)
    return bool(chosen) and all(line.listed and line.ordered == ordered for line in chosen)


def is_heading(lines: Lines, first: int, last: int) -> bool:
    chosen = _chosen(lines, first, last)
    return bool(chosen) and all(line.kind == "kop" for line in chosen)


def with_list(lines: Lines, first: int, last: int, *, ordered: bool) -> Lines:
    """The lines as items, going on with the list before them; items of such a list as paragraphs again."""
    if is_list(lines, first, last, ordered=ordered):
        return _each(lines, first, last, _as_paragraph)
    return _each(lines, first, last, lambda line: _as_item(line, ordered=ordered))


def _as_paragraph(line: Line) -> Line:
    return replace(line, kind="alinea", level=0, ordered=False, start=None)


def _as_item(line: Line, *, ordered: bool) -> Line:
    return replace(line, kind="item", level=line.level if line.listed else 1, ordered=ordered, start=None)


def with_heading(lines: Lines, first: int, last: int) -> Lines:
    """The lines as sub-headings, and sub-headings as paragraphs again."""
    if is_heading(lines, first, last):
        return _each(lines, first, last, _as_paragraph)
    return _each(lines, first, last, lambda line: replace(_as_paragraph(line), kind="kop", level=SUBHEADING))


def indented(lines: Lines, first: int, last: int) -> Lines:
    """List items one deeper, never more than one deeper than the item before them."""
    changed = list(lines)
    for at in range(first, last + 1):
        line = changed[at]
        if isinstance(line, Line) and line.listed:
            deepest = min(_level(changed[at - 1]) + 1 if at else 1, DEEPEST)
            changed[at] = replace(line, level=max(line.level, min(line.level + 1, deepest)), start=None)
    return tuple(changed)


def outdented(lines: Lines, first: int, last: int) -> Lines:
    """List items one less deep; those of the first depth become paragraphs."""
    return _each(lines, first, last, _outdented)


def _outdented(line: Line) -> Line:
    if not line.listed:
        return line
    return _as_paragraph(line) if line.level == 1 else replace(line, level=line.level - 1, start=None)


def _level(line: AnyLine) -> int:
    return line.level if isinstance(line, Line) and line.listed else 0


def new_table(rows: int = 3, columns: int = 3) -> TableLine:
    """An empty table, its header included in `rows`."""
    return TableLine(tuple(((),) * columns for _ in range(rows)), ("left",) * columns)


def with_row(table: TableLine, after: int) -> TableLine:
    """An empty row behind a row; the header is row 0."""
    empty = ((),) * len(table.sides)
    return replace(table, rows=(*table.rows[: after + 1], empty, *table.rows[after + 1 :]))


def without_row(table: TableLine, row: int) -> TableLine | None:
    """None when nothing but a header would be left, or nothing at all."""
    rows = (*table.rows[:row], *table.rows[row + 1 :])
    return replace(table, rows=rows) if rows else None


def with_column(table: TableLine, after: int) -> TableLine:
    sides = (*table.sides[: after + 1], "left", *table.sides[after + 1 :])
    return TableLine(tuple((*row[: after + 1], (), *row[after + 1 :]) for row in table.rows), sides)


def without_column(table: TableLine, column: int) -> TableLine | None:
    """None when it was the only one."""
    if len(table.sides) == 1:
        return None
    sides = (*table.sides[:column], *table.sides[column + 1 :])
    return TableLine(tuple((*row[:column], *row[column + 1 :]) for row in table.rows), sides)


def with_table(lines: Lines, at: int, table: TableLine | None) -> Lines:
    """The lines with the table at a place replaced; None removes it."""
    return (*lines[:at], *((table,) if table else ()), *lines[at + 1 :])
