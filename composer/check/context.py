"""What a check is given: letter, assembly, today's library, the day, and the cached analysis of the text."""

from collections.abc import Callable, Hashable, Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from itertools import chain
from typing import TypeVar

from composer.assemble.body import Pieces
from composer.assemble.letter import Assembly
from composer.assemble.pieces import AssembledPiece, assemble_piece
from composer.assemble.text_cache import AssemblyContext, TextCache
from composer.check.analyser import Analysis, TextAnalyser
from composer.check.extractors import Extractor, Matches
from composer.check.vocabulary import Vocabulary
from composer.domain.document import Block
from composer.domain.fact import Fact
from composer.domain.finding import Finding
from composer.domain.letter import Letter
from composer.library.library import Library

T = TypeVar("T")


@dataclass(frozen=True)
class CheckContext:
    """A letter with its assembly, the library as it is today, and today's date; caches what several checks compute."""

    letter: Letter
    assembly: Assembly
    library: Library
    today: date
    analyser: TextAnalyser = field(default_factory=TextAnalyser, compare=False, repr=False)

    def analysis(self, piece: AssembledPiece) -> Analysis:
        """The analysis of a piece of the letter."""
        found = self._readings.get(id(piece.blocks))
        if found is None:
            found = self._readings[id(piece.blocks)] = self.analyser.read(piece.blocks, self.library)
        return found

    @cached_property
    def _readings(self) -> dict[int, Analysis]:
        """The analyses made so far, by the id of the blocks."""
        return {}

    def matches(self, extractor: Extractor[T], piece: AssembledPiece) -> tuple[T, ...]:
        """What the extractor found in this piece, in reading order."""
        return self.analysis(piece).matches.get(extractor, ())

    def letter_matches(self, extractor: Extractor[T]) -> Iterator[tuple[T, AssembledPiece]]:
        """What the extractor found in all printed pieces, each result with its piece, in reading order."""
        return ((told, piece) for piece, matches in self._said for told in matches.get(extractor, ()))

    @cached_property
    def _said(self) -> list[tuple[AssembledPiece, Matches]]:
        """The printed pieces in which something was found, with their matches."""
        said = self.by_section("said", lambda pieces: [(piece, self.analysis(piece).matches) for piece in pieces])
        return [each for each in said if each[1]]

    def by_section(self, about: Hashable, find: Callable[[Pieces], Iterable[T]], given: object = None) -> Iterator[T]:
        """What `find` yields for each section; cached by section, its pieces (by identity) and `given`.

        It may depend on nothing else but the library.
        """
        found = self.analyser.cache.map_incrementally(self.sections, about, lambda pieces: tuple(find(pieces)), given)
        return chain.from_iterable(found)

    def page_matches(self, extractor: Extractor[T]) -> Iterator[tuple[T, Block]]:
        """What the extractor found in the blocks of the finished document, each result with its block."""
        return ((told, block) for block, matches in self.page for told in matches.get(extractor, ()))

    @cached_property
    def page(self) -> list[tuple[Block, Matches]]:
        """The blocks of the document in which something was found, with their matches."""
        blocks = self.assembly.document.blocks
        said = self.analyser.cache.map_incrementally(
            blocks, "page", lambda block: (block, self.analyser.block(block, self.library).matches)
        )
        return [each for each in said if each[1]]

    @property
    def vocabulary(self) -> Vocabulary:
        return self.analyser.vocabulary(self.library)

    @cached_property
    def sections(self) -> tuple[Pieces, ...]:
        """The printed pieces, section by section."""
        sections = self.assembly.sections
        return self.analyser.cache.map_incrementally(
            sections, "sections", lambda held: tuple([each for each in held if each.printed])
        )

    @cached_property
    def pieces(self) -> Pieces:
        """The printed pieces in reading order."""
        return tuple(chain.from_iterable(self.sections))

    @property
    def scopes(self) -> frozenset[str]:
        """The scopes of facts that concern the letter's addressee."""
        return self.assembly.addressee.scopes

    def facts(self, piece: AssembledPiece) -> tuple[Fact, ...]:
        """The facts that a piece cites, those of series for the letter's addressee; an interned tuple."""
        found = self._facts.get(id(piece.blocks))
        if found is None:
            names, about = self.analysis(piece).cited, ("facts", self.scopes)
            found = self.analyser.cached(piece.blocks, about, lambda: self._cited(names)) if names else ()
            self._facts[id(piece.blocks)] = found
        return found

    @cached_property
    def _facts(self) -> dict[int, tuple[Fact, ...]]:
        """The facts looked up so far, by the id of the piece's blocks."""
        return {}

    def _cited(self, names: tuple[str, ...]) -> tuple[Fact, ...]:
        return self.analyser.interned(tuple([fact for name in names if (fact := self.fact(name))]))

    def fact(self, name: str) -> Fact | None:
        return self.library.fact_for(name, self.scopes)

    def original(self, piece: AssembledPiece) -> AssembledPiece | None:
        """The passage of the library from which an adapted piece was made, assembled; None when there is no such passage."""
        if piece.piece.snippet not in self.library.snippets:
            return None
        about = ("original", piece.piece.id, piece.piece.snippet, piece.section)
        return self.analyser.cached(self.assembly.names, about, lambda: self._assembled(piece))

    def _assembled(self, piece: AssembledPiece) -> AssembledPiece:
        assembly = self.assembly
        context = AssemblyContext(self.library, assembly.template, assembly.addressee, assembly.names, TextCache())
        return assemble_piece(piece.piece.model_copy(update={"adapted": None}), piece.section, context)


Check = Callable[[CheckContext], Iterable[Finding]]
PieceCheck = Callable[[AssembledPiece, CheckContext], Iterable[Finding]]


def neighbours(pieces: Pieces) -> Iterator[tuple[AssembledPiece, int, Block | None]]:
    """Each block of a section, by its place in its piece, with the one after it; None where the section ends."""
    places = [(piece, place) for piece in pieces for place in range(len(piece.blocks))]
    following = [*(piece.blocks[place] for piece, place in places[1:]), None]
    return ((piece, place, after) for (piece, place), after in zip(places, following, strict=False))
