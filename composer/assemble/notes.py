"""Citations to numbered notes: one note for each place, one mention for each source in a sentence."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace

from composer.assemble.cache import GenerationCache
from composer.assemble.references import Reference, full_mention, places, short_names
from composer.domain.document import (
    Block,
    Citation,
    Emphasis,
    Inline,
    Link,
    Note,
    NoteReference,
    Origin,
    Strong,
    Text,
    Value,
)
from composer.domain.dutch import capitalised
from composer.domain.sentences import boundaries
from composer.domain.transform import map_inlines  # fmt: skip
from composer.domain.traversal import flatten, inline_runs, inlines, plain
from composer.library.library import Library

Content = tuple[Inline, ...]
References = Mapping[str, Reference | None]
"""By the id that a text cites: what is cited for it; None needs no note, an id that is absent has no fact."""


@dataclass
class _Group:
    """The citations that become one note, with what each source is cited for."""

    origin: Origin
    facts: dict[str, Reference] = field(default_factory=dict[str, Reference])

    def sources(self) -> list[str]:
        return list(dict.fromkeys(ref.source for ref in self.facts.values() if ref.source))


def number_notes(
    blocks: tuple[Block, ...], references: References, library: Library, cache: GenerationCache | None = None
) -> tuple[tuple[Block, ...], tuple[Note, ...]]:
    """The blocks with note references instead of citations, and the notes numbered from 1 in reading order.

    `cache` keeps what became of a block, by what it cites and where its numbers begin.
    """
    cache = cache or GenerationCache()
    marked = cache.scan_incrementally(
        blocks, "noted", 1, lambda number, block: _noted(block, number, references, cache), references
    )
    groups = [group for _, runs in marked for run in runs for group in run.values()]
    return tuple([block for block, _ in marked]), _notes(groups, library, cache)


Runs = tuple[dict[int, _Group], ...]
"""The groups of each run of inlines of a block; none at all for a block without citations."""


def _noted(block: Block, number: int, references: References, cache: GenerationCache) -> tuple[int, tuple[Block, Runs]]:
    """The next number after a block, and the block with its marks and the groups behind them."""
    runs = _in_block(block, references, cache)
    if not runs:
        return number, (block, runs)
    return number + sum(map(len, runs)), (_numbered(block, runs, number, cache), runs)


def _in_block(block: Block, references: References, cache: GenerationCache) -> Runs:
    cited = citations(block, cache)
    if not cited:
        return ()
    facts = tuple((name, id(references[name])) for each in cited for name in each.facts if name in references)
    return cache.get_or_make_for(
        block, facts, lambda: tuple(_groups(content, references) for content in inline_runs(block))
    )


def citations(block: Block, cache: GenerationCache) -> tuple[Citation, ...]:
    """The citations of a block in reading order."""
    return cache.get_or_make_for(
        block, "cites", lambda: tuple(each for each in inlines(block) if isinstance(each, Citation))
    )


def heeded(block: Block) -> frozenset[int]:
    """The ids of a block's values whose words may decide which citations stand in one sentence."""
    return frozenset(_heeded(block))


def _heeded(block: Block) -> Iterator[int]:
    """Values up to two words behind the last citation, in a run with more than one."""
    for content in inline_runs(block):
        held = list(flatten(content))
        cited = [at for at, inline in enumerate(held) if isinstance(inline, Citation)]
        if len(cited) > 1:
            words = ""
            for at, inline in enumerate(held):
                words += inline.text if at > cited[-1] and isinstance(inline, Text) else ""
                if isinstance(inline, Value) and len(words.split()) < 2:
                    yield id(inline)


def _notes(groups: list[_Group], library: Library, cache: GenerationCache) -> tuple[Note, ...]:
    """The notes, cached as a whole, since the text of a note depends on those before it."""
    return cache.get_or_refresh("notes", groups, lambda: _written(groups, library))


def _numbered(block: Block, runs: Runs, first: int, cache: GenerationCache) -> Block:
    def make() -> tuple[Runs, Block]:
        number, each = iter(range(first, first + sum(map(len, runs)))), iter(runs)
        return runs, map_inlines(block, lambda content: _marked(content, next(each), number))

    return cache.get_or_make_for(block, (first, id(runs)), make)[1]


def _groups(content: Content, references: References) -> dict[int, _Group]:
    """The groups of a run of inlines by the position, among its citations, at which each mark stands."""
    cited_here = [(offset, citation) for offset, citation in _offsets(content)]
    if not cited_here:
        return {}
    ends = list(boundaries(plain(content)))
    sentence = [
        next((number for number, end in enumerate(ends) if offset <= end), len(ends)) for offset, _ in cited_here
    ]
    cited = [(i, name, ref) for i, (_, c) in enumerate(cited_here) for name in c.facts if (ref := references.get(name))]
    last = {(sentence[i], _identity(ref)): i for i, _, ref in cited}
    groups: dict[int, _Group] = {}
    for i, name, ref in cited:
        at = _leftmost(cited_here, last[sentence[i], _identity(ref)])
        groups.setdefault(at, _Group(cited_here[at][1].origin)).facts[name] = ref
    return dict(sorted(groups.items()))


def _identity(ref: Reference) -> str:
    return ref.source or ref.description or ""


def _leftmost(cited: list[tuple[int, Citation]], index: int) -> int:
    """Citations at one place share a mark: the first of them."""
    while index and cited[index - 1][0] == cited[index][0]:
        index -= 1
    return index


def _offsets(content: Content) -> Iterable[tuple[int, Citation]]:
    """Each citation with its offset in the plain words of the run."""
    offset = 0
    for inline in flatten(content):
        if isinstance(inline, Citation):
            yield offset, inline
        elif not isinstance(inline, Strong | Emphasis | Link):
            offset += len(plain((inline,)))


def _marked(content: Content, groups: dict[int, _Group], number: Iterable[int]) -> Content:
    numbers = iter(number)
    positions = iter(range(10**9))

    def mark(inner: Content) -> Content:
        kept: list[Inline] = []
        for inline in inner:
            if isinstance(inline, Citation):
                kept += [NoteReference(next(numbers))] if next(positions) in groups else []
            else:
                kept.append(
                    replace(inline, content=mark(inline.content))
                    if isinstance(inline, Strong | Emphasis | Link)
                    else inline
                )
        return tuple(kept)

    return mark(content)


def _written(groups: list[_Group], library: Library) -> tuple[Note, ...]:
    mentions = Counter(source for group in groups for source in group.sources())
    shorts = short_names(mentions, library)
    seen: set[str] = set()
    return tuple(_note(number, group, library, shorts, mentions, seen) for number, group in enumerate(groups, 1))


def _note(
    number: int, group: _Group, library: Library, shorts: Mapping[str, str], mentions: Counter[str], expected: set[str]
) -> Note:
    parts: list[Content] = []
    for source in group.sources():
        where = places(ref.place for ref in group.facts.values() if ref.source == source)
        if source in expected:
            named: Content = (Text(shorts[source]),)
        else:
            named = full_mention(library.sources[source], shorts[source] if mentions[source] > 1 else None)
        expected.add(source)
        parts.append((*named, Text(f", {where}")) if where else named)
    described = dict.fromkeys(ref.description for ref in group.facts.values() if ref.description)
    parts += [(Text(text),) for text in described]
    parts += [(_unnamed(name, group.origin),) for name, ref in group.facts.items() if not ref.known]
    return Note(number, _sentence(parts), tuple(group.facts), tuple(group.sources()), group.origin)


def _unnamed(fact: str, origin: Origin) -> Value:
    return Value(f'feit["{fact}"].bron', None, "bron", origin, fact)


def _sentence(parts: list[Content]) -> Content:
    """The parts with semicolons between them and a full stop at the end."""
    joined: list[Inline] = []
    for part in parts:
        joined += [Text("; "), *part] if joined else part
    match joined:
        case [Text(text=opening), *rest]:
            joined = [Text(capitalised(opening)), *rest]
        case _:
            pass
    return (*joined, Text("" if plain(tuple(joined)).endswith(".") else "."))
