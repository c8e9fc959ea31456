"""Counts of a document."""

from composer.domain.document import Document, Value
from composer.domain.traversal import inline_runs, inlines, plain


def words(document: Document) -> int:
    """The words of the running text, headings, fields and lists included, notes not."""
    return sum(len(plain(content, "").split()) for block in document.blocks for content in inline_runs(block))


def gaps(document: Document) -> int:
    """The number of gaps still to be filled in, each name counted once for each piece."""
    values = (inline for block in document.blocks for inline in inlines(block) if isinstance(inline, Value))
    return len({(value.path, value.origin.piece) for value in values if value.text is None})
