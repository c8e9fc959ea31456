"""Incremental search of passages: an index of folded words with prefixes over titles, texts, facts and sources."""

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import chain, compress

from composer.domain.fact import Fact
from composer.domain.snippet import Snippet
from composer.library.library import Library, fold

_MARKUP = re.compile(r"\{\{.*?\}\}|\{%.*?%\}|\[\^[^\]]*\]|\]\([^)]*\)", re.DOTALL)
_WORD = re.compile(r"\w+")
_LAST = "\U0010ffff"
_UNSET = bytes.maketrans(b"0", b"\0")


@dataclass(frozen=True, slots=True)
class _Words:
    """The words of one field in alphabetical order, each with the passages that hold it.

    Those of a common word are a mask with a bit for each, those of a rare one their places.
    """

    words: tuple[str, ...]
    masks: tuple[int | tuple[int, ...], ...]

    def starting(self, prefix: str) -> int:
        """The passages with a word that starts so."""
        return _union(self.masks[bisect_left(self.words, prefix) : bisect_left(self.words, prefix + _LAST)])

    def holding(self, part: str) -> int:
        """The passages with a word that has this part anywhere in it."""
        return _union(mask for word, mask in zip(self.words, self.masks, strict=True) if part in word)


@dataclass(frozen=True, slots=True)
class Index:
    """The passages of a library in its own order, with the words of their fields, the most telling field first."""

    ids: tuple[str, ...]
    fields: tuple[_Words, ...]

    def find(self, query: str) -> tuple[str, ...]:
        """The ids of passages that have all words, or beginnings of words, of the query; those in a title first.

        A word that begins nothing is looked for inside words. An empty query finds everything.
        """
        wanted = words(query)
        if not wanted:
            return self.ids
        hits = [[field.starting(word) for field in self.fields] for word in wanted]
        hits = [found if any(found) else self._inside(word) for word, found in zip(wanted, hits, strict=True)]
        return tuple(chain.from_iterable(_chosen(self.ids, mask) for mask in self._ranked(hits)))

    def _inside(self, word: str) -> list[int]:
        return [field.holding(word) if len(word) > 2 else 0 for field in self.fields]

    def _ranked(self, hits: list[list[int]]) -> Iterator[int]:
        """The passages that have all words in the first field, then the others that have them in the first two, and so on."""
        seen = 0
        for depth in range(1, len(self.fields) + 1):
            found = _intersection(_union(fields[:depth]) for fields in hits)
            yield found & ~seen
            seen |= found


def index(library: Library) -> Index:
    """An index of all passages of a library."""
    known = _Known(library)
    snippets = tuple(library.snippets.values())
    fields = (
        _field(words(snippet.title) for snippet in snippets),
        _field(words(_MARKUP.sub(" ", snippet.text)) for snippet in snippets),
        _field(known.facts(snippet) for snippet in snippets),
        _field(known.sources(snippet) for snippet in snippets),
    )
    return Index(tuple(snippet.id for snippet in snippets), fields)


class _Known:
    """The words of facts and sources, each made once."""

    def __init__(self, library: Library) -> None:
        self.library = library
        self._subjects = {subject.id: words(subject.title) for subject in library.subjects.values()}
        self._facts: dict[str, list[str]] = {}
        self._sources: dict[str, list[str]] = {}

    def facts(self, snippet: Snippet) -> list[str]:
        """The words of what a passage cites, and of its subject."""
        cited = [word for fact in self._cited(snippet) for word in self._fact(fact)]
        return self._subjects.get(snippet.subject, []) + cited

    def sources(self, snippet: Snippet) -> list[str]:
        named = {item.source for fact in self._cited(snippet) for item in fact.evidence}
        return [word for name in named for word in self._source(name)]

    def _cited(self, snippet: Snippet) -> list[Fact]:
        return [fact for name in snippet.cited() if (fact := self.library.facts.get(name))]

    def _fact(self, fact: Fact) -> list[str]:
        if fact.id not in self._facts:
            self._facts[fact.id] = words(f"{fact.statement} {fact.who or ''} {fact.strength}")
        return self._facts[fact.id]

    def _source(self, name: str) -> list[str]:
        if name not in self._sources:
            source = self.library.sources.get(name)
            self._sources[name] = words(f"{source.title} {source.publisher} {source.kind}") if source else []
        return self._sources[name]


def words(text: str) -> list[str]:
    """The words of a text, folded, without marks."""
    return _WORD.findall(fold(text))


def _field(texts: Iterable[list[str]]) -> _Words:
    places: defaultdict[str, list[int]] = defaultdict(list)
    size = 0
    for number, found in enumerate(texts):
        size = number + 1
        for word in set(found):
            places[word].append(number)
    return _sorted(places, size)


def _sorted(places: Mapping[str, list[int]], size: int) -> _Words:
    ordered = sorted(places)
    return _Words(tuple(ordered), tuple(_held(places[word], size) for word in ordered))


RARE = 48
"""As many places take about as much room as the mask of thousands of passages."""


def _held(places: list[int], size: int) -> int | tuple[int, ...]:
    return tuple(places) if len(places) <= RARE else _mask(places, size)


def _mask(bits: list[int], size: int) -> int:
    made = bytearray(size // 8 + 1)
    for bit in bits:
        made[bit >> 3] |= 1 << (bit & 7)
    return int.from_bytes(made, "little")


def _union(masks: Iterable[int | tuple[int, ...]]) -> int:
    made, rare = 0, list[int]()
    for mask in masks:
        if isinstance(mask, int):
            made |= mask
        else:
            rare += mask
    return made | _mask(rare, max(rare) + 1) if rare else made


def _intersection(masks: Iterable[int]) -> int:
    first, *others = masks
    for mask in others:
        first &= mask
    return first


def _chosen(ids: tuple[str, ...], mask: int) -> Iterator[str]:
    """The ids whose bits are set, lowest first."""
    return compress(ids, f"{mask:b}".encode()[::-1].translate(_UNSET))
