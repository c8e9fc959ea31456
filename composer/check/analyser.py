"""The words of letters, read once while they stay the same."""

from collections.abc import Callable, Hashable, Iterable, Iterator
from itertools import starmap
from typing import TypeVar

from composer.assemble.cache import GenerationCache
from composer.check.extractors import Extractors, ExtractorSet, Matches, merged
from composer.check.memo import Memoised
from composer.check.segments import PROSE, Content, Kind, Segment, SentenceSplitter, sentence_splitter
from composer.check.vocabulary import Vocabulary
from composer.domain.document import Block, FieldList, Heading, ListBlock, Paragraph, Quote, Table
from composer.domain.fact import Fact
from composer.library.library import Library

T = TypeVar("T")


class Analysis(Memoised):
    """The runs of a block, or of the `blocks` of a piece, in reading order, with all that they have to say.

    `cited` are the ids that are cited, in reading order, each once; `sentences` is how many there are in prose, `length`
    how many words in running text and headings.
    """

    __slots__ = ("blocks", "cited", "kinds", "length", "matches", "segments", "sentences")

    def __init__(self, runs: tuple[Segment, ...], blocks: "tuple[Analysis, ...]" = ()) -> None:
        super().__init__()
        self.segments = runs
        self.blocks = blocks
        self.matches: Matches = merged([each.matches for each in blocks or runs if each.matches])
        self.kinds = frozenset([run.kind for run in runs])
        self.sentences = sum([len(run.sentences) for run in runs if run.kind in PROSE])
        self.length = sum([run.length for run in runs if run.kind != "field"])
        self.cited = tuple(dict.fromkeys([name for run in runs for name in run.cited]))

    @property
    def prose(self) -> Iterable[Segment]:
        """The runs that consist of sentences."""
        return [run for run in self.segments if run.kind in PROSE]


class TextAnalyser:
    """Keeps what was read of the last letters, asked its questions with the vocabulary of one library."""

    def __init__(self, questions: Extractors = ()) -> None:
        self._questions = questions
        self._cache = GenerationCache()
        self._of: tuple[Library, ExtractorSet, SentenceSplitter] | None = None

    def begin(self, library: Library) -> None:
        """Another letter, or the same one anew; of another library nothing is kept."""
        self._asking(library)
        self._cache.next_generation()

    def vocabulary(self, library: Library) -> Vocabulary:
        return self._asking(library)[0].vocabulary

    def _asking(self, library: Library) -> tuple[ExtractorSet, SentenceSplitter]:
        if self._of is None or self._of[0] is not library:
            asking = ExtractorSet(self._questions, Vocabulary(library))
            self._cache, self._of = GenerationCache(), (library, asking, asking.sentence_splitter())
        return self._of[1:]

    def read(self, blocks: tuple[Block, ...], library: Library) -> Analysis:
        """The same reading as before of the very same blocks."""
        return self.cached(blocks, "read", lambda: self._read(blocks, library))

    def _read(self, blocks: tuple[Block, ...], library: Library) -> Analysis:
        readings = tuple([self.block(block, library) for block in blocks])
        return Analysis(tuple([run for reading in readings for run in reading.segments]), readings)

    def block(self, block: Block, library: Library) -> Analysis:
        """As `read` for one block; a run of the very same inlines as before is the same run."""
        return self.cached(block, "read", lambda: Analysis(self._runs(block, *self._asking(library))))

    def _runs(self, block: Block, asking: ExtractorSet, split: SentenceSplitter) -> tuple[Segment, ...]:
        def made(kind: Kind, content: Content) -> Segment:
            run = Segment(kind, content, split)
            run.matches = asking.of_segment(run)
            return run

        if isinstance(block, Paragraph | Heading):
            return tuple(starmap(made, _stretches((block,))))
        return tuple([self.cached(each[1], each[0], lambda each=each: made(*each)) for each in _stretches((block,))])

    def interned(self, facts: tuple[Fact, ...]) -> tuple[Fact, ...]:
        """The very same facts are the same tuple."""
        return self._cache.get_or_make(("facts", *map(id, facts)), lambda: facts)

    @property
    def recent(self) -> GenerationCache:
        """For what depends on nothing else but the library and what is said of it."""
        return self._cache

    def cached(self, thing: object, what: Hashable, make: Callable[[], T]) -> T:
        """What was found before of this very thing; it depends on nothing else but the library and `what`."""
        return self._cache.get_or_make_for(thing, what, make)


def segments_of(blocks: Iterable[Block]) -> Iterator[Segment]:
    """The runs of blocks in reading order, read for this once."""
    split = sentence_splitter()
    return (Segment(kind, content, split) for kind, content in _stretches(blocks))


def _stretches(blocks: Iterable[Block], kind: Kind = "paragraph") -> Iterator[tuple[Kind, Content]]:
    """What stands on its own in blocks, in reading order; `kind` is that of a paragraph among them."""
    for block in blocks:
        match block:
            case Heading():
                yield "heading", block.content
            case Paragraph():
                yield kind, block.content
            case ListBlock():
                for item in block.items:
                    yield from _stretches(item.blocks, "quote" if kind == "quote" else "item")
            case Table():
                for row in (block.header, *block.rows):
                    for cell in row:
                        yield "cell", cell.content
            case Quote():
                yield from _stretches(block.blocks, "quote")
            case FieldList():
                for entry in block.fields:
                    yield "field", entry.label
                    yield "field", entry.content
