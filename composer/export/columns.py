"""How wide a table's columns are, the same in every form of the letter."""

from composer.domain.document import Table, plain

_NARROWEST, _WIDEST, _LONGEST_WORD = 6, 60, 30


def shares(table: Table) -> list[float]:
    """Each column's part of the width, adding up to 1: by its longest cell, and by its longest word."""
    columns = zip(table.header, *table.rows, strict=True)
    wanted = [_wanted([plain(cell.content) for cell in column]) for column in columns]
    return [each / sum(wanted) for each in wanted]


def _wanted(texts: list[str]) -> float:
    longest = min(max(map(len, texts)), _WIDEST)
    word = max((len(word) for text in texts for word in text.split()), default=0)
    return float(max(_NARROWEST, longest, min(word, _LONGEST_WORD)))
