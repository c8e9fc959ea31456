"""The words of letters, read once: a sentence, a stretch of text and a piece each remember what they were asked."""

import re
from collections.abc import Callable, Hashable, Iterable, Iterator
from functools import cached_property, lru_cache
from itertools import pairwise, starmap
from typing import Literal, TypeVar, TypeVarTuple

from composer.assemble.recent import Recent
from composer.check.asked import Asked
from composer.check.phrases import WORD, Word, parts_of, words_of
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
from composer.domain.fact import Fact
from composer.domain.sentences import boundaries
from composer.library.library import Library

T = TypeVar("T")
Given = TypeVarTuple("Given")
Content = tuple[Inline, ...]
Kind = Literal["heading", "paragraph", "item", "cell", "quote", "field"]

QUOTED = re.compile(
    r"“[^\s“”]*\s[^“”]*”|„[^\s„”“]*\s[^„”“]*[”“]|«[^«»]*»|\"[^\s\"]*\s[^\"]*\""
    r"|(?<!\w)‘[^\s‘’]*\s[^‘’]*(?:’\w[^‘’]*)*’|(?<!\w)'(?!s[- ]|[tn] )[^\s']*\s[^']*'(?!\w)"
)
"""Two words or more between quotation marks; a single one is not a quotation."""
QUOTES = "“„«\"‘'"
ADDRESS = re.compile(r"https?://\S+|www\.\S+|(?<!\S)[^\s@]+@\S+")
GAP = re.compile(r"\[nog invullen: [^\]]*\]")
SENTENCES = 2_000
"""How many are remembered; a letter of two pages has sixty, and each next municipality ten that are other."""


class Sentence(Asked):
    """The words of a sentence as they stand, and without what is quoted; the same words are the same sentence."""

    def __init__(self, text: str, own: str) -> None:
        super().__init__()
        self.text = text
        self.own = own

    @cached_property
    def words(self) -> tuple[Word, ...]:
        """The words outside quotations, addresses and gaps, with their places."""
        return words_of(self.own)

    @cached_property
    def lower(self) -> tuple[str, ...]:
        """The same words in lower case."""
        return tuple(WORD.findall(self.own.lower()))

    @cached_property
    def word_set(self) -> frozenset[str]:
        """The same words in lower case: what a check can look at first."""
        return frozenset(self.lower)

    @cached_property
    def parts(self) -> frozenset[str]:
        """The letters and figures between all other characters, those of quotations too."""
        return parts_of(self.text)


Split = Callable[[str, str], tuple[tuple[int, ...], tuple[Sentence, ...]]]
"""The offsets at which the sentences of a text end, and the sentences; of the text and what in it is not quoted."""


def splitting() -> Split:
    """A way of splitting that remembers the last sentences and texts."""
    sentence = lru_cache(maxsize=SENTENCES)(Sentence)

    @lru_cache(maxsize=SENTENCES // 4)
    def split(text: str, own: str) -> tuple[tuple[int, ...], tuple[Sentence, ...]]:
        ends = tuple(boundaries(text))
        places = pairwise((0, *ends))
        return ends, tuple(sentence(*_without_space(text[start:end], own[start:end])) for start, end in places)

    return split


def _without_space(text: str, own: str) -> tuple[str, str]:
    """A sentence without the white space around it, and what is its own at the same places."""
    held = text.strip()
    if own == text:
        return held, held
    before = len(text) - len(text.lstrip())
    return held, own[before : before + len(held)]


class Run(Asked):
    """A stretch of text that stands on its own; `text` has the line breaks that the writer put."""

    def __init__(self, kind: Kind, content: Content, split: Split) -> None:
        super().__init__()
        self.kind: Kind = kind
        self.content = content
        self._split = split

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
    def word_set(self) -> frozenset[str]:
        """The words of its sentences in lower case."""
        return frozenset[str]().union(*[sentence.word_set for sentence in self.sentences])

    @property
    def ends(self) -> tuple[int, ...]:
        """The offsets at which its sentences end."""
        return self._parts[0]

    @property
    def sentences(self) -> tuple[Sentence, ...]:
        return self._parts[1]

    @cached_property
    def _parts(self) -> tuple[tuple[int, ...], tuple[Sentence, ...]]:
        return self._split(self.text, self.own)


class Reading(Asked):
    """The runs of blocks in reading order."""

    def __init__(self, runs: tuple[Run, ...]) -> None:
        super().__init__()
        self.runs = runs

    @cached_property
    def cited(self) -> tuple[str, ...]:
        """The ids that are cited, in reading order, each once."""
        return tuple(dict.fromkeys(name for run in self.runs for name in run.cited))

    def of(self, *kinds: Kind) -> Iterator[Run]:
        return (run for run in self.runs if run.kind in kinds)

    def having(self, words: frozenset[str]) -> Iterator[Run]:
        """The runs with one of these words, in lower case."""
        return (run for run in self.runs if not words.isdisjoint(run.word_set))

    @cached_property
    def prose(self) -> tuple[Run, ...]:
        """The runs that consist of sentences."""
        return tuple(self.of("paragraph", "item", "cell"))


class Reader:
    """Keeps what was read for the present letter and the one before, and the vocabulary of one library."""

    def __init__(self) -> None:
        self._recent = Recent()
        self._split = splitting()
        self._vocabulary: tuple[Library, Vocabulary] | None = None

    def begin(self, library: Library) -> None:
        """Another letter, or the same one anew; of another library nothing is kept."""
        if self._vocabulary is None or self._vocabulary[0] is not library:
            self._recent, self._split = Recent(), splitting()
            self._vocabulary = library, Vocabulary(library)
        self._recent.turn()

    def vocabulary(self, library: Library) -> Vocabulary:
        if self._vocabulary is None or self._vocabulary[0] is not library:
            self._vocabulary = library, Vocabulary(library)
        return self._vocabulary[1]

    def read(self, blocks: tuple[Block, ...]) -> Reading:
        """The same reading as before of the very same blocks."""
        return self.about(blocks, "read", lambda: self._read(blocks))

    def _read(self, blocks: tuple[Block, ...]) -> Reading:
        return Reading(tuple(run for block in blocks for run in self.block(block).runs))

    def block(self, block: Block) -> Reading:
        """As `read` for one block; a run of the very same inlines as before is the same run."""
        return self.about(block, "read", lambda: Reading(tuple(starmap(self._run, _stretches((block,))))))

    def _run(self, kind: Kind, content: Content) -> Run:
        return self.about(content, kind, lambda: Run(kind, content, self._split))

    def one(self, facts: tuple[Fact, ...]) -> tuple[Fact, ...]:
        """The very same facts are the same tuple."""
        return self._recent.made(("facts", *map(id, facts)), lambda: facts)

    def about(self, thing: object, what: Hashable, make: Callable[[], T]) -> T:
        """What was found before of this very thing; it depends on nothing else but the library and `what`."""
        return self._recent.of(thing, what, make)


def runs_of(blocks: Iterable[Block]) -> Iterator[Run]:
    """The runs of blocks in reading order, read for this once."""
    split = splitting()
    return (Run(kind, content, split) for kind, content in _stretches(blocks))


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
