"""Parsed blocks with their values put in and their origins known; a value never passes through Markdown."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace

from composer.assemble.jinja import MARK, START, Printed, Rendered
from composer.assemble.markdown import SAFE_TARGET
from composer.domain.document import (
    Block,
    Citation,
    Emphasis,
    Inline,
    Link,
    Origin,
    Strong,
    Text,
    Value,
    contents,
    flatten,
)  # fmt: skip
from composer.domain.rewriting import rewritten

Blocks = tuple[Block, ...]
Content = tuple[Inline, ...]


@dataclass(frozen=True, slots=True)
class Filling:
    """What a rendered text printed, where it comes from, and what gaps are called."""

    rendered: Rendered
    origin: Origin
    label: Callable[[str], str]

    def at(self, parsed: Origin) -> Origin:
        """The origin with the line of the source for a line of the rendered text."""
        lines = self.rendered.lines
        return self._on(lines[min(parsed.line, len(lines)) - 1])

    def value(self, number: int) -> Value:
        printed = self.rendered.printed[number]
        label = self._label(printed)
        return Value(printed.path, printed.text, label, self._on(printed.line), printed.fact, printed.expression)

    def _on(self, line: int) -> Origin:
        origin = self.origin
        return Origin(origin.kind, origin.name, origin.piece, origin.line - 1 + line)

    def _label(self, printed: Printed) -> str:
        return ", ".join(self.label(path) for path in printed.asks) if printed.asks else self.label(printed.path)


@dataclass(frozen=True, slots=True)
class Form:
    """A text's blocks, each with whether values come in it, and by its id each run of inlines in which they come.

    What has no values is the very same whatever they are; the words around values are, too.
    """

    blocks: tuple[tuple[Block, bool], ...]
    runs: Mapping[int, tuple[Inline | int, ...]]

    def filled(self, filling: Filling) -> Blocks:
        def change(content: Content) -> Content:
            parts = self.runs.get(id(content))
            return content if parts is None else tuple(_filled(parts, filling))

        return tuple(rewritten(block, change) if is_open else block for block, is_open in self.blocks)


def form(blocks: Blocks, filling: Filling) -> Form:
    """The blocks at their places in the text."""
    placed = [rewritten(block, lambda content: _placed(content, filling), filling.at) for block in blocks]
    opened = [run for block in placed for run in contents(block) if any(map(_is_open, flatten(run)))]
    runs = {id(run): tuple(part for inline in run for part in _parts(inline)) for run in opened}
    return Form(tuple((block, any(id(run) in runs for run in contents(block))) for block in placed), runs)


def fill(blocks: Blocks, filling: Filling) -> Blocks:
    return form(blocks, filling).filled(filling)


def _placed(content: Content, filling: Filling) -> Content:
    return tuple(_cited(inline, filling) for inline in content)


def _cited(inline: Inline, filling: Filling) -> Inline:
    match inline:
        case Citation():
            return Citation(inline.facts, filling.at(inline.origin))
        case Strong() | Emphasis() | Link():
            return replace(inline, content=_placed(inline.content, filling))
        case _:
            return inline


def _is_open(inline: Inline) -> bool:
    return (isinstance(inline, Text) and START in inline.text) or (isinstance(inline, Link) and START in inline.target)


def _parts(inline: Inline) -> Iterator[Inline | int]:
    """Text and the numbers of values in turn."""
    if not isinstance(inline, Text) or START not in inline.text:
        yield inline
        return
    for position, part in enumerate(MARK.split(inline.text)):
        if position % 2:
            yield int(part)
        elif part:
            yield Text(part)


def _filled(parts: tuple[Inline | int, ...], filling: Filling) -> Iterator[Inline]:
    for part in parts:
        if isinstance(part, int):
            yield filling.value(part)
        elif isinstance(part, Text):
            yield part
        else:
            yield from _inline(part, filling)


def _inlines(content: Content, filling: Filling) -> Content:
    return tuple(part for inline in content for part in _inline(inline, filling))


def _inline(inline: Inline, filling: Filling) -> Iterator[Inline]:
    match inline:
        case Text() if START in inline.text:
            yield from _filled(tuple(_parts(inline)), filling)
        case Strong() | Emphasis():
            yield replace(inline, content=_inlines(inline.content, filling))
        case Link():
            yield from _link(inline, filling)
        case _:
            yield inline


def _link(link: Link, filling: Filling) -> Iterator[Inline]:
    """A link whose address is not known, or not one, is left as its words with the address behind them."""
    values = [filling.value(int(number)) for number in MARK.findall(link.target)]
    target = MARK.sub(lambda mark: filling.value(int(mark.group(1))).text or "", link.target)
    content = _inlines(link.content, filling)
    if SAFE_TARGET.match(target) and all(value.text for value in values):
        yield Link(target, content)
    elif all(value.text for value in values):
        yield from (*content, *_filled(tuple(_parts(Text(f" ({link.target})"))), filling))
    else:
        yield from content
        yield from (value for value in values if value.text is None)
