"""Stretches of text and their sentences, which remember what they were asked."""

import re
from collections.abc import Callable, Iterable, Iterator
from functools import cached_property, lru_cache
from itertools import pairwise
from typing import Literal, TypeVar, TypeVarTuple

from composer.check.asked import Asked
from composer.check.phrases import WORD, Word, parts_of, words_of
from composer.domain.document import Citation, Inline, Value, flatten, plain
from composer.domain.sentences import boundaries

T = TypeVar("T")
Given = TypeVarTuple("Given")
Content = tuple[Inline, ...]
Kind = Literal["heading", "paragraph", "item", "cell", "quote", "field"]
PROSE = frozenset[Kind]({"paragraph", "item", "cell"})
"""Text that consists of sentences."""
RUNNING = PROSE | frozenset[Kind]({"quote"})
EVERYWHERE = RUNNING | frozenset[Kind]({"heading", "field"})

QUOTED = re.compile(
    r"“[^\s“”]*\s[^“”]*”|„[^\s„”“]*\s[^„”“]*[”“]|«[^«»]*»|\"[^\s\"]*\s[^\"]*\""
    r"|(?<!\w)‘[^\s‘’]*\s[^‘’]*(?:’\w[^‘’]*)*’|(?<!\w)'(?!s[- ]|[tn] )[^\s']*\s[^']*'(?!\w)"
)
"""Two words or more between quotation marks; a single one is not a quotation."""
ADDRESS = re.compile(r"https?://\S+|www\.\S+|(?<!\S)[^\s@]+@\S+")
GAP = re.compile(r"\[nog invullen: [^\]]*\]")
SIGN = re.compile(r"[“„«\"‘'@\[]|://|www\.")
"""Without one of these a text has none of them."""
SENTENCES = 1_000
"""How many are remembered; a letter of two pages has sixty, and each next municipality ten that are other; eleven kB each."""


class Sentence(Asked):
    """The words of a sentence as they stand, and without what is quoted; the same words are the same sentence.

    `lower` are the words outside quotations, addresses and gaps, in lower case, and `word_set` those that there are:
    what a check can look at first. `parts` are the letters and figures between all other characters, quotations too.
    """

    def __init__(self, text: str, own: str) -> None:
        super().__init__()
        self.text = text
        self.own = own
        self.lower: tuple[str, ...] = tuple(WORD.findall(own.lower()))
        self.word_set = frozenset(self.lower)
        self.parts = parts_of(text)

    @cached_property
    def words(self) -> tuple[Word, ...]:
        """The words outside quotations, addresses and gaps, with their places."""
        return words_of(self.own)


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
    """A stretch of text that stands on its own, with its sentences and the offsets at which they end.

    `inlines` are those that it consists of and what they hold. `text` has the line breaks that the writer put; in `own`,
    quotations, addresses and gaps are spaces.
    """

    def __init__(self, kind: Kind, content: Content, split: Split) -> None:
        super().__init__()
        self.kind: Kind = kind
        self.inlines = tuple(flatten(content))
        self.text = plain(content)
        self.own = " " * len(self.text) if kind == "quote" else _own(self.text)
        self.ends, self.sentences = split(self.text, self.own)

    @cached_property
    def cited(self) -> tuple[str, ...]:
        """The ids that are cited, each once."""
        names = [name for inline in self.inlines if isinstance(inline, Citation) for name in inline.facts]
        return tuple(dict.fromkeys(names))


def _own(text: str) -> str:
    if SIGN.search(text):
        for pattern in (QUOTED, ADDRESS, GAP):
            text = pattern.sub(lambda match: " " * len(match.group()), text)
    return text


def marks(inlines: Iterable[Inline]) -> Iterator[tuple[int, Citation | Value]]:
    """The citations and values with where they end; one after a full stop belongs to the sentence before it."""
    offset = 0
    for inline in inlines:
        if not hasattr(inline, "content"):
            offset += len(plain((inline,)))
        if isinstance(inline, Citation | Value):
            yield offset, inline
