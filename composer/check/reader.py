"""The words of pieces, read once and kept while a piece stays the same."""

import re
from collections.abc import Callable, Hashable, Iterable, Iterator
from dataclasses import dataclass, field
from functools import cached_property
from itertools import pairwise
from typing import Any, Literal, NamedTuple, TypeVar

from composer.assemble.pieces import AssembledPiece
from composer.assemble.recent import Recent
from composer.check.phrases import Word, words_of
from composer.check.vocabulary import Vocabulary
from composer.domain.document import (
    Block,
    Citation,
    FieldList,
    Heading,
    Inline,
    ListBlock,
    Paragraph,
    Quote,
    Table,
    flatten,
    plain,
)  # fmt: skip
from composer.domain.sentences import boundaries
from composer.library.library import Library

T = TypeVar("T")
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
    _kept: dict[Hashable, Any] = field(default_factory=dict[Hashable, Any], init=False, repr=False, compare=False)

    def kept(self, about: Hashable, make: Callable[[], T]) -> T:
        """What a check found in this run before; it depends on nothing but the run, the library and `about`."""
        if about not in self._kept:
            self._kept[about] = make()
        return self._kept[about]

    @cached_property
    def cited(self) -> tuple[str, ...]:
        """The ids that are cited, each once."""
        citations = (inline for inline in flatten(self.content) if isinstance(inline, Citation))
        return tuple(dict.fromkeys(name for citation in citations for name in citation.facts))

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
    def ends(self) -> tuple[int, ...]:
        """The offsets at which its sentences end."""
        return tuple(boundaries(self.text))

    @cached_property
    def sentences(self) -> tuple[Span, ...]:
        starts = (0, *self.ends)
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

    @cached_property
    def cited(self) -> tuple[str, ...]:
        """The ids that the piece cites, in reading order, each once."""
        return tuple(dict.fromkeys(name for run in self.runs for name in run.cited))

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
        self._runs = Recent()
        self._readings: dict[str, Reading] = {}
        self._vocabulary: tuple[Library, Vocabulary] | None = None

    def begin(self, library: Library) -> None:
        """Another letter, or the same one anew; of another library nothing is kept."""
        if self._vocabulary is None or self._vocabulary[0] is not library:
            self._runs, self._readings = Recent(), {}
        self._runs.turn()

    def read(self, piece: AssembledPiece) -> Reading:
        """The same reading as before when the piece has the same blocks."""
        before = self._readings.get(piece.piece.id)
        if before is None or before.piece.blocks is not piece.blocks:
            before = self._readings[piece.piece.id] = Reading(piece, self.runs(piece.blocks))
        return before

    def runs(self, blocks: Iterable[Block]) -> tuple[Run, ...]:
        """As `runs_of`, and a run of the very same inlines as before is the same run."""
        return tuple(
            run for block in blocks for run in self.about(block, "runs", lambda block=block: self._read(block))
        )

    def _read(self, block: Block) -> tuple[Run, ...]:
        return tuple(self._runs.of(run.content, run.kind, lambda run=run: run) for run in runs_of((block,)))

    def about(self, thing: object, what: Hashable, make: Callable[[], T]) -> T:
        """What was found before of this very block or these blocks; it depends on nothing else but the library."""
        return self._runs.of(thing, what, make)

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
