"""The words of letters, read once while they stay the same."""

from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from functools import cached_property
from itertools import starmap
from operator import is_
from typing import TypeVar

from composer.assemble.recent import Recent
from composer.check.asked import Asked
from composer.check.questions import Answers, Asking, Questions
from composer.check.runs import PROSE, Content, Kind, Run, splitting
from composer.check.vocabulary import Vocabulary
from composer.domain.document import Block, FieldList, Heading, ListBlock, Paragraph, Quote, Table
from composer.domain.fact import Fact
from composer.domain.likeness import alike
from composer.library.library import Library

T = TypeVar("T")
S = TypeVar("S")


class Reading(Asked):
    """The runs of blocks in reading order."""

    def __init__(self, runs: tuple[Run, ...]) -> None:
        super().__init__()
        self.runs = runs

    @cached_property
    def cited(self) -> tuple[str, ...]:
        """The ids that are cited, in reading order, each once."""
        return tuple(dict.fromkeys([name for run in self.runs for name in run.cited]))

    @cached_property
    def prose(self) -> tuple[Run, ...]:
        """The runs that consist of sentences."""
        return tuple([run for run in self.runs if run.kind in PROSE])

    @cached_property
    def sentences(self) -> int:
        """How many there are in them."""
        return sum([len(run.sentences) for run in self.prose])


def _answers(reading: Reading, asking: Asking) -> Answers:
    return asking.answers(reading.runs)


class Reader:
    """Keeps what was read of the last letters with the answers to its questions, and the vocabulary of one library."""

    def __init__(self, of_pieces: Questions = (), of_page: Questions = ()) -> None:
        self._questions = of_pieces, of_page
        self._recent, self._split = Recent(), splitting()
        self._asking: tuple[Library, Vocabulary, Asking, Asking] | None = None

    def begin(self, library: Library) -> None:
        """Another letter, or the same one anew; of another library nothing is kept."""
        if self._asking is None or self._asking[0] is not library:
            self._recent, self._split = Recent(), splitting()
        self._recent.turn()

    def vocabulary(self, library: Library) -> Vocabulary:
        return self._asks(library)[1]

    def _asks(self, library: Library) -> tuple[Library, Vocabulary, Asking, Asking]:
        if self._asking is None or self._asking[0] is not library:
            vocabulary = Vocabulary(library)
            of_pieces, of_page = (Asking(questions, vocabulary) for questions in self._questions)
            self._asking = library, vocabulary, of_pieces, of_page
        return self._asking

    def said(self, piece: Reading, library: Library) -> Answers:
        """What a piece has to say, by question."""
        return piece.told(_answers, self._asks(library)[2])

    def printed(self, block: Block, library: Library) -> Answers:
        """What a block of the page has to say, by question."""
        return self.block(block).told(_answers, self._asks(library)[3])

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

    def along(self, things: Sequence[S], what: Hashable, make: Callable[[S], T]) -> tuple[T, ...]:
        """What was made of each thing in a row; made again only of those that are others than in the row before.

        It depends on nothing else but the library and `what`.
        """
        last: tuple[Sequence[S], tuple[T, ...]] | None = self._recent.get(("along", what))
        made = again(last, things, make)
        self._recent.put(("along", what), (things, made))
        return made

    def about(self, thing: object, what: Hashable, make: Callable[[], T]) -> T:
        """What was found before of this very thing; it depends on nothing else but the library and `what`."""
        return self._recent.of(thing, what, make)


def again(last: tuple[Sequence[S], tuple[T, ...]] | None, things: Sequence[S], make: Callable[[S], T]) -> tuple[T, ...]:
    """What was made of the things of a row, as far as its beginning and end are the very same as those of the last."""
    before, made = last or ((), ())
    ahead, behind = alike(before, things, is_)
    if ahead == len(before) == len(things):
        return made
    return (*made[:ahead], *map(make, things[ahead : len(things) - behind]), *made[len(made) - behind :])


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
