"""Writes the body of a letter; caches the markup of each shared block with placeholders for its values."""

from collections.abc import Callable, Hashable, Mapping
from dataclasses import dataclass, field, replace

from composer.assemble.cache import GenerationCache
from composer.domain.document import Block, Link, ListBlock, Paragraph, Quote, Table, Value
from composer.domain.prototypes import NO_PROTOTYPES, Prototypes
from composer.domain.traversal import inlines
from composer.export.conventions import same_column_widths
from composer.export.docx.contents import NONE, Contents
from composer.export.docx.inlines import PLACEHOLDER, Placeholder, Runs, value_run
from composer.ooxml.numbering import instance_xml


@dataclass(slots=True)
class CachedMarkup:
    """The markup of a prototype in UTF-8: its parts around the placeholders of values.

    `marked`, `lists` and `links` are what it adds to those of a body; `after` is what it counts on from, None when it
    does not count.
    """

    prototype: Block
    parts: tuple[bytes, ...]
    places: tuple[Placeholder, ...]
    marked: tuple[int, ...]
    lists: tuple[str, ...]
    links: Mapping[str, str]
    after: "tuple[int, tuple[str, ...]] | None"


@dataclass(frozen=True, slots=True)
class Body:
    """`lists` are the instances of the lists that count, `cache` has the markup of blocks written before."""

    runs: Runs
    contents: Contents = NONE
    cache: GenerationCache = field(default_factory=GenerationCache)
    prototypes: Prototypes = NO_PROTOTYPES
    lists: list[str] = field(default_factory=list[str])
    values: dict[tuple[str | None, str, int], bytes] = field(default_factory=dict[tuple[str | None, str, int], bytes])
    """Runs of values that were written already, by their words and marks."""

    def style(self, kind: str) -> str:
        return self.runs.base.styles[kind]

    def count(self, block: ListBlock, level: int) -> int:
        """The number of the list's own instance; bullets, which count nothing, share one."""
        numbering = self.runs.base.numbering
        if not block.ordered:
            return numbering.first
        number = numbering.first + 1 + len(self.lists)
        self.lists.append(instance_xml(number, numbering.numbers, level, block.start))
        return number

    def cached_markup(self, block: Block, about: tuple[Hashable, ...], write: Callable[..., str]) -> bytes:
        """The markup that `write` makes of a block, cached by its prototype and `about`; only its values are written again."""
        prototype = self.prototype_of(block)
        key = (id(prototype), about)
        written: CachedMarkup | None = self.cache.get(key)
        moved_on = written and written.after and written.after != self.numbering_state
        if written is None or written.prototype is not prototype or moved_on:
            written = self.cache.put(key, self._written(prototype, about, write))
        if written.marked:
            self.runs.marked.extend(written.marked)
        if written.after:
            self.lists.extend(written.lists)
            self.runs.links.update(written.links)
        return self._filled(written)

    @property
    def numbering_state(self) -> tuple[int, tuple[str, ...]]:
        return len(self.lists), tuple(self.runs.links)

    def prototype_of(self, block: Block) -> Block:
        """The prototype of a block; the block itself when its values change the width of columns."""
        prototype = self.prototypes.of(block)
        if prototype is block or isinstance(prototype, Paragraph):
            return prototype
        match prototype:
            case Table():
                shared = isinstance(block, Table) and same_column_widths(block, prototype)
            case ListBlock() | Quote():
                shared = not self.cache.get_or_make_for(prototype, "tables", lambda: _holds_table(prototype))
            case _:
                shared = True
        return prototype if shared else block

    def _written(self, prototype: Block, about: tuple[Hashable, ...], write: Callable[..., str]) -> CachedMarkup:
        lists, links, marked = len(self.lists), dict(self.runs.links), len(self.runs.marked)
        after = self.numbering_state if _counts(prototype) else None
        places: list[Placeholder] = []
        inner = replace(self, runs=replace(self.runs, places=places))
        parts = write(prototype, inner, *about).encode().split(PLACEHOLDER.encode())
        made = CachedMarkup(
            prototype=prototype,
            parts=tuple(parts),
            places=tuple(places),
            marked=tuple(self.runs.marked[marked:]),
            lists=tuple(self.lists[lists:]),
            links=dict(self.runs.links),
            after=after,
        )
        del self.lists[lists:], self.runs.marked[marked:]
        self.runs.links.clear()
        self.runs.links.update(links)
        return made

    def _filled(self, written: CachedMarkup) -> bytes:
        if not written.places:
            return written.parts[0]
        row = [b""] * (2 * len(written.places) + 1)
        row[::2] = written.parts
        row[1::2] = [
            self._value(self.prototypes.values.get(id(each.value), each.value), each.marks) for each in written.places
        ]
        return b"".join(row)

    def _value(self, value: Value, marks: int) -> bytes:
        key = (value.text, value.label, marks)
        found = self.values.get(key)
        if found is None:
            found = self.values[key] = value_run(value, self.runs.base, marks).encode()
        return found


def _holds_table(block: Block) -> bool:
    match block:
        case ListBlock():
            return any(_holds_table(inner) for item in block.items for inner in item.blocks)
        case Quote():
            return any(map(_holds_table, block.blocks))
        case _:
            return isinstance(block, Table)


def _counts(block: Block) -> bool:
    """Whether it has a list that counts or a link."""
    match block:
        case ListBlock(ordered=True):
            return True
        case ListBlock():
            return any(_counts(inner) for item in block.items for inner in item.blocks)
        case Quote():
            return any(map(_counts, block.blocks))
        case _:
            return any(isinstance(inline, Link) for inline in inlines(block))
