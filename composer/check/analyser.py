"""The analysis of a letter's text: its segments with their matches, cached while blocks stay the same."""

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
    """The segments of a block, or of the `blocks` of a piece, in reading order, with their `matches`.

    `cited` are the ids that are cited, in reading order, each once; `sentences` is how many there are in prose, `length`
    how many words in running text and headings.
    """

    __slots__ = ("blocks", "cited", "kinds", "length", "matches", "segments", "sentences")

    def __init__(self, runs: tuple[Segment, ...], blocks: "tuple[Analysis, ...]" = ()) -> None:
        super().__init__()
        self.segments = runs
        self.blocks = blocks
        self.matches: Matches = merged([each.matches for each in blocks or runs if each.matches])
        self.kinds = frozenset([segment.kind for segment in runs])
        self.sentences = sum([len(segment.sentences) for segment in runs if segment.kind in PROSE])
        self.length = sum([segment.length for segment in runs if segment.kind != "field"])
        self.cited = tuple(dict.fromkeys([name for segment in runs for name in segment.cited]))

    @property
    def prose(self) -> Iterable[Segment]:
        """The segments that consist of sentences."""
        return [segment for segment in self.segments if segment.kind in PROSE]


class TextAnalyser:
    """Analyses blocks with the vocabulary of one library, and caches the analyses for the next letters."""

    def __init__(self, extractors: Extractors = ()) -> None:
        self._extractors = extractors
        self._cache = GenerationCache()
        self._of: tuple[Library, ExtractorSet, SentenceSplitter] | None = None

    def begin(self, library: Library) -> None:
        """Begins a review; empties the cache when the library is another object than at the last review."""
        self._of_library(library)
        self._cache.next_generation()

    def vocabulary(self, library: Library) -> Vocabulary:
        return self._of_library(library)[0].vocabulary

    def _of_library(self, library: Library) -> tuple[ExtractorSet, SentenceSplitter]:
        if self._of is None or self._of[0] is not library:
            extractors = ExtractorSet(self._extractors, Vocabulary(library))
            self._cache, self._of = GenerationCache(), (library, extractors, extractors.sentence_splitter())
        return self._of[1:]

    def read(self, blocks: tuple[Block, ...], library: Library) -> Analysis:
        """The analysis of the blocks of a piece, cached by the identity of the tuple."""
        return self.cached(blocks, "read", lambda: self._read(blocks, library))

    def _read(self, blocks: tuple[Block, ...], library: Library) -> Analysis:
        analyses = tuple([self.block(block, library) for block in blocks])
        return Analysis(tuple([segment for analysis in analyses for segment in analysis.segments]), analyses)

    def block(self, block: Block, library: Library) -> Analysis:
        """The analysis of one block, cached by identity; segments of lists and tables are cached by their inlines as well."""
        return self.cached(block, "read", lambda: Analysis(self._runs(block, *self._of_library(library))))

    def _runs(self, block: Block, extractors: ExtractorSet, split: SentenceSplitter) -> tuple[Segment, ...]:
        def made(kind: Kind, content: Content) -> Segment:
            segment = Segment(kind, content, split)
            segment.matches = extractors.of_segment(segment)
            return segment

        if isinstance(block, Paragraph | Heading):
            return tuple(starmap(made, _stretches((block,))))
        return tuple([self.cached(each[1], each[0], lambda each=each: made(*each)) for each in _stretches((block,))])

    def interned(self, facts: tuple[Fact, ...]) -> tuple[Fact, ...]:
        """Interns a tuple of facts: the same facts always give the same tuple object, which can be a cache key by identity."""
        return self._cache.get_or_make(("facts", *map(id, facts)), lambda: facts)

    @property
    def cache(self) -> GenerationCache:
        """The cache, for results that depend on nothing but the library and their key."""
        return self._cache

    def cached(self, thing: object, what: Hashable, make: Callable[[], T]) -> T:
        """`make()`, cached by the identity of `thing` and by `what`; the result may depend on nothing else but the library."""
        return self._cache.get_or_make_for(thing, what, make)


def segments_of(blocks: Iterable[Block]) -> Iterator[Segment]:
    """The segments of blocks in reading order, without matches and without a cache."""
    split = sentence_splitter()
    return (Segment(kind, content, split) for kind, content in _stretches(blocks))


def _stretches(blocks: Iterable[Block], kind: Kind = "paragraph") -> Iterator[tuple[Kind, Content]]:
    """The inlines of each segment with its kind, in reading order; `kind` is the one that paragraphs get."""
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
