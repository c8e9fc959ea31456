"""Parsed blocks with their values put in and their origins known; a value never passes through Markdown."""

from collections.abc import Callable, Iterator
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
    """A text's blocks, each with whether values come in it, and the ids of the runs of inlines in which they come.

    What has no values is the very same whatever they are.
    """

    blocks: tuple[tuple[Block, bool], ...]
    runs: frozenset[int]

    def filled(self, filling: Filling) -> Blocks:
        def change(content: Content) -> Content:
            return _inlines(content, filling) if id(content) in self.runs else content

        return tuple(rewritten(block, change) if is_open else block for block, is_open in self.blocks)


def form(blocks: Blocks, filling: Filling) -> Form:
    """The blocks at their places in the text."""
    placed = [rewritten(block, lambda content: _placed(content, filling), filling.at) for block in blocks]
    runs = frozenset(id(run) for block in placed for run in contents(block) if any(map(_is_open, flatten(run))))
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


def _inlines(content: Content, filling: Filling) -> Content:
    return tuple(part for inline in content for part in _inline(inline, filling))


def _inline(inline: Inline, filling: Filling) -> Iterator[Inline]:
    match inline:
        case Text():
            yield from _split(inline.text, filling) if START in inline.text else (inline,)
        case Strong() | Emphasis():
            yield replace(inline, content=_inlines(inline.content, filling))
        case Link():
            yield from _link(inline, filling)
        case _:
            yield inline


def _split(text: str, filling: Filling) -> Iterator[Inline]:
    """Text and values in turn; the marks' numbers are every second part."""
    for position, part in enumerate(MARK.split(text)):
        if position % 2:
            yield filling.value(int(part))
        elif part:
            yield Text(part)


def _link(link: Link, filling: Filling) -> Iterator[Inline]:
    """A link whose address is not known, or not one, is left as its words with the address behind them."""
    values = [filling.value(int(number)) for number in MARK.findall(link.target)]
    target = MARK.sub(lambda mark: filling.value(int(mark.group(1))).text or "", link.target)
    content = _inlines(link.content, filling)
    if SAFE_TARGET.match(target) and all(value.text for value in values):
        yield Link(target, content)
    elif all(value.text for value in values):
        yield from (*content, *_split(f" ({link.target})", filling))
    else:
        yield from content
        yield from (value for value in values if value.text is None)
