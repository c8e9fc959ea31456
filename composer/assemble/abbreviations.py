"""Abbreviations of the dossier: written out where a letter first uses them, and after that no more."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from typing import NamedTuple

from composer.assemble.cache import GenerationCache
from composer.domain.document import Block, Emphasis, Heading, Inline, Quote, Strong, Text, Value
from composer.domain.dossier import Term
from composer.domain.dutch import capitalised
from composer.domain.transform import map_inlines
from composer.domain.traversal import flatten, inline_runs, inlines, plain

Content = tuple[Inline, ...]

QUOTED = r"“[^“”]*”|‘[^‘’]*\s[^‘’]*’(?!\w)"
_DETERMINERS = "de het een deze dit die dat elke iedere onze ons uw haar hun geen der"
DETERMINERS = frozenset(_DETERMINERS.split())
OFFICES = re.compile(r"\b(?:minister|ministerie|staatssecretaris) van $", re.IGNORECASE)
"""Behind these comes what a ministry is about, not ministerie once more."""
SENTENCE_END = re.compile(r"(?:^|[.!?:]\s+|\n)[“‘(]?$")


def write_out(
    blocks: tuple[Block, ...], terms: Iterable[Term], cache: GenerationCache | None = None
) -> tuple[Block, ...]:
    """The blocks with each abbreviation of a term written out once; the writer's own words stay as they are.

    Headings, quotations, links and words that an abbreviation is a part of are left alone. `cache` keeps what became of
    a block, by what was explained before it.
    """
    cache = cache or GenerationCache()
    names = _names(terms, cache)
    if not names.terms:
        return blocks
    return cache.scan_incrementally(
        blocks,
        "written out",
        frozenset[str](),
        lambda explained, block: _written_out(block, names, explained, cache),
        names,
    )


def _names(terms: Iterable[Term], cache: GenerationCache) -> "_Names":
    known = tuple(terms)
    return cache.get_or_make(("abbreviations", tuple(map(id, known))), lambda: _Names(known))


def _written_out(
    block: Block, names: "_Names", explained: frozenset[str], cache: GenerationCache
) -> tuple[frozenset[str], Block]:
    """The abbreviations explained so far, and the block; the same object when nothing in it changes."""
    if not _is_prose(block):
        return explained, block

    def make() -> tuple[frozenset[str], Block]:
        if not any(map(names.in_text, _texts(block))):
            return explained, block
        writer = _Writer(names, set(explained))
        written = writer.listen(block) if _is_own(block) else map_inlines(block, writer.content)
        return frozenset(writer.explained), written

    return cache.get_or_make_for(block, explained, make)


def _texts(block: Block) -> Iterator[str]:
    """The texts in which an abbreviation can stand: inlines, but whole runs of own words, where explanations cross inlines."""
    if _is_own(block):
        return map(plain, inline_runs(block))
    return (inline.text for inline in inlines(block) if isinstance(inline, Text))


def heeded(block: Block, terms: Iterable[Term], cache: GenerationCache) -> frozenset[int]:
    """The ids of a block's values whose words may decide how an abbreviation near them is written."""
    return frozenset(_heeded(block, _names(terms, cache)))


def _heeded(block: Block, names: "_Names") -> Iterator[int]:
    if not _is_prose(block):
        return
    bracketed = any("(" in inline.text for inline in inlines(block) if isinstance(inline, Text))
    for content in inline_runs(block):
        if not _is_own(block):
            yield from names.heeded(content)
        elif bracketed:
            yield from _values(content)


def _values(content: Content) -> Iterator[int]:
    return (id(inline) for inline in flatten(content) if isinstance(inline, Value))


def _is_own(block: Block) -> bool:
    return block.origin.kind == "eigen"


def _is_prose(block: Block) -> bool:
    return not isinstance(block, Heading | Quote) and block.origin.kind != "sjabloon"


class _Place(NamedTuple):
    """Words instead of those from `start` to `end`."""

    start: int
    end: int
    words: str


class _Names:
    """The terms by abbreviation, and patterns that find those."""

    def __init__(self, known: tuple[Term, ...]) -> None:
        self.known = known
        self.terms = {term.abbreviation: term for term in known if term.abbreviation}
        names = "|".join(re.escape(name) for name in sorted(self.terms, key=lambda name: -len(name)))
        word = rf"(?<![\w&-])(?:{names})(?![\w&-]|[’']\w)"
        holders = [re.escape(term.preferred) for term in known if re.search(word, term.preferred)]
        """Terms that hold an abbreviation, such as Brede SPUK, are left alone."""
        self.pattern = re.compile("|".join((QUOTED, *holders, word)))
        self._words: dict[str, bool] = {}
        self._word = re.compile(word)

    def heeded(self, content: Content) -> Iterator[int]:
        """The ids of values before an abbreviation, unless enough words stand in between."""
        before: list[int] = []
        for inline in content:
            match inline:
                case Text(text=text):
                    found = [
                        text[: match.start()] for match in self.pattern.finditer(text) if match.group() in self.terms
                    ]
                    if any(len(head) < _ENOUGH or len(head.split()) < 2 for head in found):
                        yield from before
                case Strong() | Emphasis():
                    yield from self.heeded(inline.content)
                    before += _values(inline.content)
                case _:
                    before += _values((inline,))

    def in_text(self, text: str) -> bool:
        """Whether a text has an abbreviation, quoted or not."""
        found = self._words.get(text)
        if found is None:
            if len(self._words) > _MOST_TEXTS:
                self._words.clear()
            found = self._words[text] = self._word.search(text) is not None
        return found


_MOST_TEXTS = 5_000
_ENOUGH = 30
"""Characters; what is looked at in front of an abbreviation is the last word, and whether an office ends there."""


@dataclass
class _Writer:
    """Writes a letter's blocks in order; `explained` are the abbreviations explained so far."""

    names: _Names
    explained: set[str] = field(default_factory=set[str])

    @property
    def terms(self) -> dict[str, Term]:
        return self.names.terms

    @property
    def pattern(self) -> re.Pattern[str]:
        return self.names.pattern

    def listen(self, block: Block) -> Block:
        """The block unchanged (the writer's own words), after noting what it explains."""
        for text in map(plain, inline_runs(block)):
            for match in self.pattern.finditer(text):
                if match.group() in self.terms and _in_brackets(text, match):
                    self.explained.add(match.group())
        return block

    def content(self, content: Content) -> Content:
        """A run of inlines, in which a sentence may go on from one inline to the next."""
        before = ""
        changed: list[Inline] = []
        for inline in content:
            changed.append(self._inline(inline, before))
            before = (before + plain((inline,)))[-80:]
        return tuple(changed)

    def _inline(self, inline: Inline, before: str) -> Inline:
        match inline:
            case Text():
                return Text(self._text(inline.text, before))
            case Strong() | Emphasis():
                return replace(inline, content=self.content(inline.content))
            case _:
                return inline

    def _text(self, text: str, before: str) -> str:
        parts: list[str] = []
        end = 0
        for match in self.pattern.finditer(text):
            if term := self.terms.get(match.group()):
                place = self._place(text, match, term, before)
                parts += [text[end : place.start], place.words]
                end = place.end
        return "".join((*parts, text[end:]))

    def _place(self, text: str, match: re.Match[str], term: Term, before: str) -> _Place:
        """What takes the place of an abbreviation: itself, its meaning, or itself for the meaning in front of it."""
        name, known = match.group(), match.group() in self.explained
        meaning = _meaning(text, match, term)
        self.explained.add(name)
        if meaning and known:
            return _Place(meaning.start(), match.end() + 1, name)
        if known or _in_brackets(text, match):
            return _Place(match.start(), match.end(), name)
        return _Place(match.start(), match.end(), f"{_written(term, before + text[: match.start()])} ({name})")


def _in_brackets(text: str, match: re.Match[str]) -> bool:
    """Whether an abbreviation stands alone in brackets, as behind its meaning."""
    return text[: match.start()].endswith("(") and text.startswith(")", match.end())


def _meaning(text: str, match: re.Match[str], term: Term) -> re.Match[str] | None:
    """The term and a bracket, right in front of its abbreviation and the closing bracket."""
    if not _in_brackets(text, match):
        return None
    return re.search(re.escape(term.preferred) + r" \($", text[: match.start()], re.IGNORECASE)


def _written(term: Term, before: str) -> str:
    """The term as it follows on `before`: with its article where a name could do without, a capital where a sentence begins."""
    if OFFICES.search(before) and term.preferred.startswith("ministerie van "):
        return term.preferred.removeprefix("ministerie van ")
    words = before.split()
    written = term.preferred
    if term.article and not (words and before[-1:].isspace() and words[-1].lower() in DETERMINERS):
        written = f"{term.article} {written}"
    return capitalised(written) if SENTENCE_END.search(before) else written
