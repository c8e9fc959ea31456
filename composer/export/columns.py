"""How wide a table's columns are, the same in every form of the letter."""

from operator import is_

from composer.domain.document import Cell, Table, plain

_NARROWEST, _WIDEST, _LONGEST_WORD = 6, 60, 30


def shares(table: Table) -> list[float]:
    """Each column's part of the width, adding up to 1: by its longest cell, and by its longest word."""
    wanted = [_wanted(column) for column in zip(table.header, *table.rows, strict=True)]
    return [each / sum(wanted) for each in wanted]


def alike(table: Table, other: Table) -> bool:
    """Whether two tables of the same form have columns of the same width; those of the very same cells are not looked at."""
    columns = zip(zip(table.header, *table.rows, strict=True), zip(other.header, *other.rows, strict=True), strict=True)
    return all(all(map(is_, mine, theirs)) or _wanted(mine) == _wanted(theirs) for mine, theirs in columns)


def _wanted(column: tuple[Cell, ...]) -> float:
    texts = [plain(cell.content) for cell in column]
    longest = min(max(map(len, texts)), _WIDEST)
    word = max((len(word) for text in texts for word in text.split()), default=0)
    return float(max(_NARROWEST, longest, min(word, _LONGEST_WORD)))
