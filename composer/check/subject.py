"""What a check looks at."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import TypeVar

from composer.assemble.kept import Kept, Setting
from composer.assemble.letter import Assembly
from composer.assemble.pieces import AssembledPiece, assemble_piece
from composer.check.questions import Answers, Question
from composer.check.reader import Reader, Reading
from composer.check.vocabulary import Vocabulary
from composer.domain.document import Block, Inline, contents, plain
from composer.domain.fact import Fact
from composer.domain.finding import Finding
from composer.domain.letter import Letter
from composer.domain.sentences import boundaries
from composer.library.library import Library

T = TypeVar("T")
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
        return self._by_blocks[id(piece.blocks)]

    @cached_property
    def _by_blocks(self) -> dict[int, Reading]:
        read = self.reader.along(self.assembly.pieces, "read", lambda piece: self.reader.read(piece.blocks))
        return {id(piece.blocks): reading for piece, reading in zip(self.assembly.pieces, read, strict=True)}

    @cached_property
    def _readings(self) -> tuple[Reading, ...]:
        return tuple([self.reading(piece) for piece in self.pieces])

    def said(self, question: Question[T], piece: AssembledPiece) -> tuple[T, ...]:
        """What a piece of the letter has to say."""
        return self._said[id(piece.blocks)][question]

    @cached_property
    def _said(self) -> dict[int, Answers]:
        said = self.reader.along(self._readings, "said", lambda reading: self.reader.said(reading, self.library))
        return {id(piece.blocks): answers for piece, answers in zip(self.pieces, said, strict=True)}

    def told(self, question: Question[T]) -> Iterator[tuple[T, AssembledPiece]]:
        """What the pieces on the page have to say, each thing with its piece."""
        return ((told, piece) for piece in self.pieces for told in self.said(question, piece))

    def printed(self, question: Question[T]) -> Iterator[tuple[T, Block]]:
        """What the blocks of the page have to say, each thing with its block."""
        page = zip(self.assembly.document.blocks, self._page, strict=True)
        return ((told, block) for block, answers in page for told in answers[question])

    @cached_property
    def _page(self) -> tuple[Answers, ...]:
        blocks = self.assembly.document.blocks
        return self.reader.along(blocks, "page", lambda block: self.reader.printed(block, self.library))

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
        blocks = [(piece, block) for piece in self.pieces for block in piece.blocks]
        following = [*blocks[1:], None]
        return tuple(
            [
                (piece, block, after[1] if after and after[0].section == piece.section else None)
                for (piece, block), after in zip(blocks, following, strict=False)
            ]
        )

    def of_neighbours(self, question: Callable[[Reading], T]) -> tuple[T, ...]:
        """What each block among `neighbours` answers."""
        blocks = [block for _, block, _ in self.neighbours]
        return self.reader.along(
            blocks, ("neighbours", question), lambda block: self.reader.block(block).told(question)
        )

    def facts(self, piece: AssembledPiece) -> tuple[Fact, ...]:
        """The facts that a piece cites, as they concern the letter's addressee; the very same ones are the same tuple."""
        return self._facts[id(piece.blocks)]

    @cached_property
    def _facts(self) -> dict[int, tuple[Fact, ...]]:
        pieces, scopes = self.assembly.pieces, self.assembly.addressee.scopes
        facts = self.reader.along(pieces, ("facts", scopes), lambda piece: self.reader.one(self._cited(piece)))
        return {id(piece.blocks): found for piece, found in zip(pieces, facts, strict=True)}

    def _cited(self, piece: AssembledPiece) -> tuple[Fact, ...]:
        return tuple(fact for name in self.reading(piece).cited if (fact := self.fact(name)))

    def fact(self, name: str) -> Fact | None:
        return self.library.fact_for(name, self.assembly.addressee.scopes)

    def original(self, piece: AssembledPiece) -> AssembledPiece | None:
        """The library's passage that an adapted piece was; None when there is no such passage."""
        if piece.piece.snippet not in self.library.snippets:
            return None
        about = ("original", piece.piece.id, piece.piece.snippet, piece.section)
        return self.reader.about(self.assembly.names, about, lambda: self._assembled(piece))

    def _assembled(self, piece: AssembledPiece) -> AssembledPiece:
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
