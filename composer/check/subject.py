"""What a check looks at."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from itertools import groupby, zip_longest

from composer.assemble.letter import Assembly
from composer.assemble.pieces import AssembledPiece, Kept, Setting, assemble_piece
from composer.check.reader import Reader, Reading
from composer.check.vocabulary import Vocabulary
from composer.domain.document import Block, Inline, contents, plain
from composer.domain.fact import Fact
from composer.domain.finding import Finding
from composer.domain.letter import Letter
from composer.domain.sentences import boundaries
from composer.library.library import Library

Content = tuple[Inline, ...]


@dataclass(frozen=True)
class Subject:
    """A letter with its assembly, the library of today and the day that today is."""

    letter: Letter
    assembly: Assembly
    library: Library
    today: date
    reader: Reader = field(default_factory=Reader, compare=False, repr=False)

    @cached_property
    def readings(self) -> tuple[Reading, ...]:
        """The words of each piece that stands on the page."""
        return tuple(self.reading(piece) for piece in self.pieces)

    def reading(self, piece: AssembledPiece) -> Reading:
        return self.reader.read(piece)

    @property
    def vocabulary(self) -> Vocabulary:
        return self.reader.vocabulary(self.library)

    @cached_property
    def pieces(self) -> tuple[AssembledPiece, ...]:
        """The pieces that stand on the page."""
        return tuple(piece for piece in self.assembly.pieces if piece.printed)

    def neighbours(self) -> Iterator[tuple[AssembledPiece, Block, Block | None]]:
        """Each block of the pieces with the one after it in its section, None where the section ends."""
        for _, pieces in groupby(self.pieces, lambda piece: piece.section):
            blocks = [(piece, block) for piece in pieces for block in piece.blocks]
            following = [block for _, block in blocks[1:]]
            for (piece, block), after in zip_longest(blocks, following):
                yield piece, block, after

    def facts(self, piece: AssembledPiece) -> tuple[Fact, ...]:
        """The facts that a piece cites, as they concern the letter's addressee."""
        return self.reader.about(piece.blocks, self.assembly.addressee.scopes, lambda: self._facts(piece))

    def _facts(self, piece: AssembledPiece) -> tuple[Fact, ...]:
        found = (self.fact(name) for name in self.reading(piece).cited)
        return tuple(fact for fact in found if fact)

    def fact(self, name: str) -> Fact | None:
        return self.library.fact_for(name, self.assembly.addressee.scopes)

    def original(self, piece: AssembledPiece) -> AssembledPiece | None:
        """The library's passage that an adapted piece was; None when there is no such passage."""
        if piece.piece.snippet not in self.library.snippets:
            return None
        assembly = self.assembly
        setting = Setting(self.library, assembly.template, assembly.addressee, assembly.names, Kept())
        return assemble_piece(piece.piece.model_copy(update={"adapted": None}), piece.section, setting)


Check = Callable[[Subject], Iterable[Finding]]
PieceCheck = Callable[[AssembledPiece, Subject], Iterable[Finding]]


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence with where it stands in the words of its run of inlines."""

    text: str
    start: int
    end: int


def runs(blocks: Iterable[Block]) -> Iterable[Content]:
    """The runs of inlines of blocks in reading order: paragraphs, cells, items."""
    for block in blocks:
        yield from contents(block)


def sentences_of(content: Content) -> Iterable[Sentence]:
    """The sentences of a run of inlines."""
    text = plain(content)
    start = 0
    for end in boundaries(text):
        yield Sentence(text[start:end].strip(), start, end)
        start = end
