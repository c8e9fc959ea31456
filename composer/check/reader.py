"""The words of pieces, read once and kept while a piece stays the same."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from typing import Literal, NamedTuple

from composer.assemble.pieces import AssembledPiece
from composer.check.phrases import Word, words_of
from composer.check.vocabulary import Vocabulary
from composer.domain.document import Block, FieldList, Heading, Inline, ListBlock, Paragraph, Quote, Table, plain
from composer.domain.sentences import boundaries
from composer.library.library import Library

Kind = Literal["heading", "paragraph", "item", "cell", "quote", "field"]

QUOTED = re.compile(
    r"“[^\s“”]*\s[^“”]*”|„[^\s„”“]*\s[^„”“]*[”“]|«[^«»]*»|\"[^\s\"]*\s[^\"]*\""
    r"|(?<!\w)‘[^\s‘’]*\s[^‘’]*(?:’\w[^‘’]*)*’|(?<!\w)'(?!s[- ]|[tn] )[^\s']*\s[^']*'(?!\w)"
)
"""Two words or more between quotation marks; a single one is not a quotation."""
QUOTES = "“„«\"‘'"
ADDRESS = re.compile(r"https?://\S+|www\.\S+|(?<!\S)[^\s@]+@\S+")
GAP = re.compile(r"\[nog invullen: [^\]]*\]")


class Span(NamedTuple):
    """A sentence of a run: the words as they stand, and where."""

    text: str
    start: int
    end: int


@dataclass(frozen=True)
class Run:
    """A stretch of text that stands on its own; `text` has the line breaks that the writer put."""

    kind: Kind
    content: tuple[Inline, ...]

    @cached_property
    def text(self) -> str:
        return plain(self.content)

    @cached_property
    def own(self) -> str:
        """The text with quotations, addresses and gaps turned into spaces, so that places stay the same."""
        if self.kind == "quote":
            return " " * len(self.text)
        text = self.text
        for signs, pattern in ((QUOTES, QUOTED), (("@", "://", "www."), ADDRESS), ("[", GAP)):
            if any(sign in text for sign in signs):
                text = pattern.sub(lambda match: " " * len(match.group()), text)
        return text

    @cached_property
    def words(self) -> tuple[Word, ...]:
        """The words outside quotations, addresses and gaps."""
        return words_of(self.own)

    @cached_property
    def word_set(self) -> frozenset[str]:
        """The words in lower case: what a check can look at first."""
        return frozenset(word.lower for word in self.words)

    @cached_property
    def sentences(self) -> tuple[Span, ...]:
        starts = (0, *boundaries(self.text))
        return tuple(_span(self.text, start, end) for start, end in pairwise(starts))

    def own_words(self, span: Span) -> str:
        """A sentence without what it quotes."""
        return self.own[span.start : span.end]


def _span(text: str, start: int, end: int) -> Span:
    """Without the white space around it."""
    found = text[start:end]
    start += len(found) - len(found.lstrip())
    return Span(found.strip(), start, start + len(found.strip()))


@dataclass(frozen=True)
class Reading:
    """A piece with its runs in reading order."""

    piece: AssembledPiece
    runs: tuple[Run, ...]

    @property
    def id(self) -> str:
        return self.piece.piece.id

    def of(self, *kinds: Kind) -> Iterator[Run]:
        return (run for run in self.runs if run.kind in kinds)

    def having(self, words: frozenset[str]) -> Iterator[Run]:
        """The runs with one of these words, in lower case."""
        return (run for run in self.runs if not words.isdisjoint(run.word_set))

    @property
    def prose(self) -> Iterator[Run]:
        """The runs that consist of sentences."""
        return self.of("paragraph", "item", "cell")


class Reader:
    """Keeps the readings of pieces whose blocks stayed the same, and the vocabulary of one library."""

    def __init__(self) -> None:
        self._readings: dict[str, Reading] = {}
        self._vocabulary: tuple[Library, Vocabulary] | None = None

    def read(self, piece: AssembledPiece) -> Reading:
        """The same reading as before when the piece has the same blocks."""
        before = self._readings.get(piece.piece.id)
        if before is None or before.piece.blocks is not piece.blocks:
            before = self._readings[piece.piece.id] = Reading(piece, tuple(runs_of(piece.blocks)))
        return before

    def vocabulary(self, library: Library) -> Vocabulary:
        if self._vocabulary is None or self._vocabulary[0] is not library:
            self._vocabulary = library, Vocabulary(library)
        return self._vocabulary[1]


def runs_of(blocks: Iterable[Block], kind: Kind = "paragraph") -> Iterator[Run]:
    """The runs of blocks in reading order; `kind` is that of a paragraph among them."""
    for block in blocks:
        match block:
            case Heading():
                yield Run("heading", block.content)
            case Paragraph():
                yield Run(kind, block.content)
            case ListBlock():
                for item in block.items:
                    yield from runs_of(item.blocks, "quote" if kind == "quote" else "item")
            case Table():
                yield from (Run("cell", cell.content) for row in (block.header, *block.rows) for cell in row)
            case Quote():
                yield from runs_of(block.blocks, "quote")
            case FieldList():
                yield from (Run("field", part) for entry in block.fields for part in (entry.label, entry.content))
