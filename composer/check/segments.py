"""Segments (stretches of text that stand on their own) and their sentences, which memoise what is computed of them."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import lru_cache
from itertools import pairwise
from typing import Any, Literal

from composer.check.memo import Memoised
from composer.check.phrases import PART, WORD, Word, parts_of, words_of
from composer.domain.document import Citation, Emphasis, Inline, LineBreak, Link, Strong, Text, Value
from composer.domain.sentences import boundaries
from composer.domain.traversal import flatten, plain

Content = tuple[Inline, ...]
Kind = Literal["heading", "paragraph", "item", "cell", "quote", "field"]
PROSE = frozenset[Kind]({"paragraph", "item", "cell"})
"""The kinds of text that consist of sentences."""
RUNNING = PROSE | frozenset[Kind]({"quote"})
EVERYWHERE = RUNNING | frozenset[Kind]({"heading", "field"})

QUOTED = re.compile(
    r"“[^\s“”]*\s[^“”]*”|„[^\s„”“]*\s[^„”“]*[”“]|«[^«»]*»|\"[^\s\"]*\s[^\"]*\""
    r"|(?<!\w)‘[^\s‘’]*\s[^‘’]*(?:’\w[^‘’]*)*’|(?<!\w)'(?!s[- ]|[tn] )[^\s']*\s[^']*'(?!\w)"
)
"""Two words or more between quotation marks; a single one is not a quotation."""
ADDRESS = re.compile(r"https?://\S+|www\.\S+|(?<!\S)[^\s@]+@\S+")
GAP = re.compile(r"\[nog invullen: [^\]]*\]")
SIGNS = ("“", "„", "«", '"', "‘", "'", "@", "[", "://", "www.")
"""Without one of these a text has none of them."""
AnyMatches = Mapping[Any, tuple[Any, ...]]
"""Matches by extractor."""
NOTHING: AnyMatches = {}
SENTENCES = 1_000
"""The size of the caches; a letter of two pages has sixty sentences, and each next municipality ten others; eleven kB each."""


class Sentence(Memoised):
    """The `text` of a sentence, and `unquoted` with spaces for what is quoted; the same words give the same object.

    `lower` are the words outside quotations, addresses and gaps, in lower case, and `word_set` those that there are:
    what a check can look at first. `parts` are the letters and figures between all other characters, quotations too.
    `length` is the number of words between white space, `matches` what extractors found in it.
    """

    __slots__ = ("length", "lower", "matches", "parts", "text", "unquoted", "word_set")

    def __init__(self, text: str, own: str) -> None:
        super().__init__()
        self.text = text
        self.unquoted = own
        self.length = len(text.split())
        self.lower: tuple[str, ...] = tuple(WORD.findall(own.lower()))
        self.word_set = frozenset(self.lower)
        self.parts = _parts(self.word_set) if own is text else parts_of(f"{text} {own}")
        self.matches = NOTHING

    @property
    def words(self) -> tuple[Word, ...]:
        """The words outside quotations, addresses and gaps, with their places."""
        return self.memoised(_words)


def _words(sentence: Sentence) -> tuple[Word, ...]:
    return words_of(sentence.unquoted)


def _parts(words: frozenset[str]) -> frozenset[str]:
    """The same as `parts_of` for the text that has these words."""
    joined = [word for word in words if not word.isalnum()]
    return words.difference(joined).union(PART.findall(" ".join(joined))) if joined else words


SentenceSplitter = Callable[[str, str], tuple[tuple[int, ...], tuple[Sentence, ...]]]
"""The offsets at which the sentences of a text end, and the sentences; of the text and what in it is not quoted."""


def sentence_splitter(ask: Callable[[Sentence], AnyMatches] = lambda _: NOTHING) -> SentenceSplitter:
    """Splits texts into sentences, the last of which are cached; `ask` gives the matches of a new sentence."""

    @lru_cache(maxsize=SENTENCES)
    def sentence(text: str, own: str) -> Sentence:
        made = Sentence(text, own)
        made.matches = ask(made)
        return made

    @lru_cache(maxsize=SENTENCES // 4)
    def split(text: str, own: str) -> tuple[tuple[int, ...], tuple[Sentence, ...]]:
        ends = tuple(boundaries(text))
        places = pairwise((0, *ends))
        if own is text:
            return ends, tuple([sentence(held := text[start:end].strip(), held) for start, end in places])
        return ends, tuple([sentence(*_without_space(text[start:end], own[start:end])) for start, end in places])

    return split


def _without_space(text: str, own: str) -> tuple[str, str]:
    """Both forms of a sentence, as it stands and without quotations, cut where white space surrounds the first."""
    held = text.strip()
    if own == text:
        return held, held
    before = _white(text)
    return held, own[before : before + len(held)]


def _white(text: str) -> int:
    """The number of white space characters before a text."""
    return len(text) - len(text.lstrip())


_HOLDERS = frozenset({Strong, Emphasis, Link})


class Segment(Memoised):
    """A stretch of text that stands on its own, with its sentences and the offsets at which they end.

    `inlines` are those that it consists of and what they hold. `text` has the line breaks that the writer put; in
    `unquoted`, quotations, addresses and gaps are spaces. `links` are those among the inlines, `cited` the ids that are
    cited, each once. `length` and `matches` are as those of a sentence.
    """

    __slots__ = ("cited", "ends", "inlines", "kind", "length", "links", "matches", "sentences", "text", "unquoted")

    def __init__(self, kind: Kind, content: Content, split: SentenceSplitter) -> None:
        super().__init__()
        self.kind: Kind = kind
        kinds = frozenset(map(type, content))
        holding = not _HOLDERS.isdisjoint(kinds)
        self.inlines = tuple(flatten(content)) if holding else content
        self.links = tuple([inline for inline in self.inlines if isinstance(inline, Link)]) if holding else ()
        self.cited = _cited(self.inlines) if holding or Citation in kinds else ()
        self.text = plain(content)
        self.unquoted = " " * len(self.text) if kind == "quote" else _own(self.text)
        self.ends, self.sentences = split(self.text, self.unquoted)
        self.length = sum([sentence.length for sentence in self.sentences])
        self.matches = NOTHING

    @property
    def starts(self) -> tuple[int, ...]:
        """The offsets at which the sentences begin."""
        text = self.text
        return tuple([start + _white(text[start:end]) for start, end in pairwise((0, *self.ends))])


def _cited(inlines: Content) -> tuple[str, ...]:
    return tuple(dict.fromkeys([name for each in inlines if isinstance(each, Citation) for name in each.facts]))


def _own(text: str) -> str:
    if any(map(text.__contains__, SIGNS)):
        for pattern in (QUOTED, ADDRESS, GAP):
            text = pattern.sub(lambda match: " " * len(match.group()), text)
    return text


def marks(inlines: Iterable[Inline]) -> Iterator[tuple[int, Citation | Value]]:
    """The citations and values with where they end; one after a full stop belongs to the sentence before it."""
    offset = 0
    for inline in inlines:
        match inline:
            case Text():
                offset += len(inline.text)
            case Citation():
                yield offset, inline
            case Value() | LineBreak():
                offset += len(plain((inline,)))
                if isinstance(inline, Value):
                    yield offset, inline
            case _:
                pass
