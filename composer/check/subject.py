"""What a check looks at."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from itertools import groupby, zip_longest
from typing import TypeVar, TypeVarTuple

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

T = TypeVar("T")
Given = TypeVarTuple("Given")
Content = tuple[Inline, ...]


@dataclass(frozen=True)
class Subject:
    """A letter with its assembly, the library of today and the day that today is."""

    letter: Letter
    assembly: Assembly
    library: Library
    today: date
    reader: Reader = field(default_factory=Reader, compare=False, repr=False)

    def reading(self, piece: AssembledPiece) -> Reading:
        """The runs of a piece of the letter."""
        return self._readings[id(piece.blocks)]

    @cached_property
    def _readings(self) -> dict[int, Reading]:
        return {id(piece.blocks): self.reader.read(piece.blocks) for piece in self.assembly.pieces}

    def told(
        self, question: Callable[[Reading, *Given], tuple[T, ...]], *given: *Given
    ) -> Iterator[tuple[T, AssembledPiece]]:
        """What the pieces on the page answer, each thing with its piece."""
        for piece in self.pieces:
            for told in self.reading(piece).told(question, *given):
                yield told, piece

    def printed(
        self, question: Callable[[Reading, *Given], tuple[T, ...]], *given: *Given
    ) -> Iterator[tuple[T, Block]]:
        """What the blocks of the page answer, each thing with its block."""
        for block, reading in self._page:
            for told in reading.told(question, *given):
                yield told, block

    @cached_property
    def _page(self) -> tuple[tuple[Block, Reading], ...]:
        return tuple((block, self.reader.block(block)) for block in self.assembly.document.blocks)

    @property
    def vocabulary(self) -> Vocabulary:
        return self.reader.vocabulary(self.library)

    @cached_property
    def pieces(self) -> tuple[AssembledPiece, ...]:
        """The pieces that stand on the page."""
        return tuple(piece for piece in self.assembly.pieces if piece.printed)

    @cached_property
    def neighbours(self) -> tuple[tuple[AssembledPiece, Block, Block | None], ...]:
        """Each block of the pieces with the one after it in its section, None where the section ends."""
        return tuple(_neighbours(self.pieces))

    def facts(self, piece: AssembledPiece) -> tuple[Fact, ...]:
        """The facts that a piece cites, as they concern the letter's addressee; the very same ones are the same tuple."""
        return self._facts[id(piece.blocks)]

    @cached_property
    def _facts(self) -> dict[int, tuple[Fact, ...]]:
        return {id(piece.blocks): self.reader.one(self._cited(piece)) for piece in self.assembly.pieces}

    def _cited(self, piece: AssembledPiece) -> tuple[Fact, ...]:
        return tuple(fact for name in self.reading(piece).cited if (fact := self.fact(name)))

    def fact(self, name: str) -> Fact | None:
        return self.library.fact_for(name, self.assembly.addressee.scopes)

    def original(self, piece: AssembledPiece) -> AssembledPiece | None:
        """The library's passage that an adapted piece was; None when there is no such passage."""
        if piece.piece.snippet not in self.library.snippets:
            return None
        assembly = self.assembly
        setting = Setting(self.library, assembly.template, assembly.addressee, assembly.names, Kept())
        return assemble_piece(piece.piece.model_copy(update={"adapted": None}), piece.section, setting)


def _neighbours(pieces: Iterable[AssembledPiece]) -> Iterator[tuple[AssembledPiece, Block, Block | None]]:
    for _, group in groupby(pieces, lambda piece: piece.section):
        blocks = [(piece, block) for piece in group for block in piece.blocks]
        following = [block for _, block in blocks[1:]]
        for (piece, block), after in zip_longest(blocks, following):
            yield piece, block, after


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
