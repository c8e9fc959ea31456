"""Lines as HTML and as plain text for the clipboard: values as their words, without notes."""

from composer.assemble.runs import Runs, inlines_of
from composer.domain.traversal import plain
from composer.export.html.text import Page, blocks_html
from composer.work.writing.lines import Line, Lines, TableLine, blocks_of


def to_html(lines: Lines) -> str:
    """An HTML fragment for Word, browsers and mail programs."""
    return blocks_html(blocks_of(lines), Page(with_notes=False, dressed=False, top=1))


def to_plain(lines: Lines) -> str:
    """The lines as text, items with their mark, cells separated by tabs."""
    texts: list[str] = []
    counts: dict[int, int] = {}
    for line in lines:
        if isinstance(line, TableLine):
            texts += ["\t".join(_words(cell) for cell in row) for row in line.rows]
            continue
        if not line.listed:
            counts.clear()
        texts.append(f"{_sign(line, counts)}{_words(line.row)}")
    return "\n".join(texts)


def _sign(line: Line, counts: dict[int, int]) -> str:
    indent = "  " * (line.level - 1) if line.listed else ""
    if line.kind != "item":
        return indent + ("  " if line.listed else "")
    for deeper in [level for level in counts if level > line.level]:
        del counts[deeper]
    counts[line.level] = line.start if line.start is not None else counts.get(line.level, 0) + 1
    return f"{indent}{counts[line.level]}. " if line.ordered else f"{indent}- "


def _words(row: Runs) -> str:
    return plain(inlines_of(row))
