"""The end of a letter: what stays on one page, and where a hand signs."""

from dataclasses import dataclass

from composer.domain.document import Document, Heading, Paragraph

_BEFORE_SIGNATURES = 2  # the greeting and the body that signs


@dataclass(frozen=True, slots=True)
class Closing:
    """Indexes of blocks: the closing is `start` up to `end`, and those in `signed` have room above for a signature.

    `last` is the paragraph before it, which goes along so that no page has a signature alone; None without one.
    """

    start: int
    end: int
    signed: range
    last: int | None = None


def closing_of(document: Document) -> Closing:
    """An empty one, behind the last block, for a document without; a heading, such as that of annexes, ends it."""
    blocks, count = document.blocks, len(document.blocks)
    start = count if document.closing is None else document.closing
    end = next((index for index in range(start, count) if isinstance(blocks[index], Heading)), count)
    text = next((index for index in range(start, end) if not isinstance(blocks[index], Paragraph)), end)
    last = start - 1 if start < end and start and isinstance(blocks[start - 1], Paragraph) else None
    return Closing(start, end, range(min(start + _BEFORE_SIGNATURES, text), text), last)
