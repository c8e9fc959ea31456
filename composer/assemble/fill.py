"""Parsed blocks with their values put in and their origins known; a value never passes through Markdown."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from composer.assemble.jinja import MARK, Printed, Rendered
from composer.assemble.markdown import SAFE_TARGET
from composer.domain.document import Block, Citation, Emphasis, Inline, Link, Origin, Strong, Text, Value, rewritten

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
        return replace(self.origin, line=self.origin.line - 1 + lines[min(parsed.line, len(lines)) - 1])

    def value(self, number: int) -> Value:
        printed = self.rendered.printed[number]
        origin = replace(self.origin, line=self.origin.line - 1 + printed.line)
        return Value(printed.path, printed.text, self._label(printed), origin, printed.fact, printed.expression)

    def _label(self, printed: Printed) -> str:
        return ", ".join(self.label(path) for path in printed.asks or (printed.path,))


def fill(blocks: tuple[Block, ...], filling: Filling) -> tuple[Block, ...]:
    return tuple(rewritten(block, lambda content: _inlines(content, filling), filling.at) for block in blocks)


def _inlines(content: Content, filling: Filling) -> Content:
    return tuple(part for inline in content for part in _inline(inline, filling))


def _inline(inline: Inline, filling: Filling) -> Iterator[Inline]:
    match inline:
        case Text():
            yield from _split(inline.text, filling)
        case Strong() | Emphasis():
            yield replace(inline, content=_inlines(inline.content, filling))
        case Link():
            yield from _link(inline, filling)
        case Citation():
            yield replace(inline, origin=filling.at(inline.origin))
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
