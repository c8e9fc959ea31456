"""The runs of text of a letter as sent."""

from collections.abc import Iterator
from dataclasses import dataclass

from composer.assemble.bookmarks import Bookmark, bookmarks_of, words_of
from composer.assemble.letter import Assembly
from composer.domain.document import Block, FieldList, Inline, Table
from composer.domain.traversal import inline_runs


@dataclass(frozen=True, slots=True)
class SentRun:
    """A run of text as sent: `content` with citations, `shown` with note marks; `order` is its number in the letter."""

    order: int
    place: Bookmark
    content: tuple[Inline, ...]
    shown: tuple[Inline, ...]
    of_label: bool = False
    """Whether it is what stands behind a label, by whose mark it is known."""
    cell: tuple[int, int, int] | None = None
    """The table, counted over the letter, with the row and the column."""

    @property
    def piece(self) -> str | None:
        return self.place.piece

    @property
    def words(self) -> str:
        return words_of(self.shown)


def sent_runs(assembly: Assembly) -> tuple[SentRun, ...]:
    """Every run of a letter that has words, in reading order."""
    own = [entry for piece in assembly.pieces if piece.printed for entry in bookmarks_of(piece.blocks)]
    with_citations = {(place.piece, place.number): content for place, content in own}
    blocks = assembly.document.blocks
    spots = [spot for at, block in enumerate(blocks) for spot in _spots(at, block)]
    found = (
        SentRun(order, place, with_citations.get((place.piece, place.number), shown), shown, *spots[order])
        for order, (place, shown) in enumerate(bookmarks_of(blocks))
    )
    return tuple(run for run in found if run.words)


def _spots(at: int, block: Block) -> Iterator[tuple[bool, tuple[int, int, int] | None]]:
    """For each run of a block whether it follows a label, and its place in a table."""
    for number in range(sum(1 for _ in inline_runs(block))):
        if isinstance(block, Table):
            yield False, (at, *divmod(number, len(block.alignments)))
        else:
            yield isinstance(block, FieldList) and number % 2 == 1, None
