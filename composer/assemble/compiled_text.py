"""Parsed blocks with their values put in and their origins known; a value never passes through Markdown."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace

from composer.assemble.jinja import PLACEHOLDER, PLACEHOLDER_START, PrintedValue, Rendered
from composer.assemble.markdown import SAFE_TARGET
from composer.domain.document import Block, Citation, Emphasis, Inline, Link, Origin, Strong, Text, Value
from composer.domain.sequences import common_ends
from composer.domain.transform import map_inlines, replace_values
from composer.domain.traversal import inlines

Blocks = tuple[Block, ...]
Content = tuple[Inline, ...]
Places = tuple[tuple[int, Value], ...] | None


@dataclass(frozen=True, slots=True)
class PlaceholderValues:
    """What a rendered text printed, where it comes from, and what gaps are called."""

    rendered: Rendered
    origin: Origin
    label: Callable[[str], str]

    def origin_at(self, parsed: Origin) -> Origin:
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

    def _label(self, printed: PrintedValue) -> str:
        return (
            ", ".join(self.label(path) for path in printed.undecided) if printed.undecided else self.label(printed.path)
        )


@dataclass(frozen=True, slots=True)
class FilledText:
    """Blocks for one letter, with the `prototypes` that they are variants of, which letters share.

    A block is its own prototype, or differs from it in its values only: `values` has by the id of a value in a prototype
    the one that takes its place here.
    """

    blocks: Blocks
    prototypes: Blocks
    values: Mapping[int, Value]


def unshared(blocks: Blocks) -> FilledText:
    """A filled text whose blocks share nothing with other letters: each block is its own prototype."""
    return FilledText(blocks, blocks, {})


@dataclass(frozen=True, slots=True)
class CompiledText:
    """A text's blocks as the `first` letter had them and with placeholders (`open`); `places` are the values by number.

    All filled texts share the inline objects around the values (by identity). A block with a value in an address has no
    places: how it is written depends on that value.
    """

    rendered: Rendered
    first: FilledText
    open: Blocks
    places: tuple[Places, ...]

    def fill(self, said: Mapping[int, PrintedValue], filling: Callable[[], PlaceholderValues]) -> FilledText:
        """The blocks with other values (`said`, by number); a block in which none changes is the same object.

        `filling` gives all values, for a block without places.
        """
        if not said:
            return self.first
        blocks, prototypes, values = list(self.first.blocks), list(self.first.blocks), dict[int, Value]()
        for at, places in enumerate(self.places):
            if places is None:
                blocks[at] = prototypes[at] = _filled(self.open[at], filling())
            elif places and (own := {id(held): _saying(said[n], held) for n, held in places if n in said}):
                blocks[at] = replace_values(blocks[at], own)
                values |= own
        return FilledText(tuple(blocks), tuple(prototypes), values)

    def keeping(self, before: "CompiledText | None") -> "CompiledText":
        """This text with the block objects of `before` wherever equal blocks begin or end both."""
        old, new = before.parts() if before else [], self.parts()
        ahead, behind = common_ends(old, new)
        parts = [*old[:ahead], *new[ahead : len(new) - behind], *old[len(old) - behind :]]
        blocks = unshared(tuple(block for block, _, _ in parts))
        return CompiledText(self.rendered, blocks, tuple(part[1] for part in parts), tuple(part[2] for part in parts))

    def parts(self) -> list[tuple[Block, Block, Places]]:
        """Each block, its form with placeholders, and its values."""
        return list(zip(self.first.blocks, self.open, self.places, strict=True))


def _saying(said: PrintedValue, value: Value) -> Value:
    return Value(value.path, said.text, value.label, value.origin, said.fact, value.expression)


def compile_text(blocks: Blocks, filling: PlaceholderValues) -> CompiledText:
    """Compiles a parsed text; its `first` filling has the values of `filling`."""
    placed = tuple(map_inlines(block, lambda content: _placed(content, filling), filling.origin_at) for block in blocks)
    filled = tuple(_filled(block, filling) if any(map(_is_open, inlines(block))) else block for block in placed)
    places = tuple(_places(before, after) for before, after in zip(placed, filled, strict=True))
    return CompiledText(filling.rendered, unshared(filled), placed, places)


def _filled(block: Block, filling: PlaceholderValues) -> Block:
    return map_inlines(block, lambda content: _inlines(content, filling))


def _places(before: Block, after: Block) -> Places:
    """The values with their numbers, in reading order; None when the block has values in an address."""
    if before is after:
        return ()
    open_inlines = [inline for inline in inlines(before) if _is_open(inline)]
    if any(isinstance(inline, Link) for inline in open_inlines):
        return None
    numbers = [int(n) for inline in open_inlines if isinstance(inline, Text) for n in PLACEHOLDER.findall(inline.text)]
    values = [inline for inline in inlines(after) if isinstance(inline, Value)]
    return tuple(zip(numbers, values, strict=True))


def _placed(content: Content, filling: PlaceholderValues) -> Content:
    return tuple(_cited(inline, filling) for inline in content)


def _cited(inline: Inline, filling: PlaceholderValues) -> Inline:
    match inline:
        case Citation():
            return Citation(inline.facts, filling.origin_at(inline.origin))
        case Strong() | Emphasis() | Link():
            return replace(inline, content=_placed(inline.content, filling))
        case _:
            return inline


def _is_open(inline: Inline) -> bool:
    return (isinstance(inline, Text) and PLACEHOLDER_START in inline.text) or (
        isinstance(inline, Link) and PLACEHOLDER_START in inline.target
    )


def _parts(text: str, filling: PlaceholderValues) -> Iterator[Inline]:
    """Words and values alternately."""
    for position, part in enumerate(PLACEHOLDER.split(text)):
        if position % 2:
            yield filling.value(int(part))
        elif part:
            yield Text(part)


def _inlines(content: Content, filling: PlaceholderValues) -> Content:
    return tuple(part for inline in content for part in _inline(inline, filling))


def _inline(inline: Inline, filling: PlaceholderValues) -> Iterator[Inline]:
    match inline:
        case Text() if PLACEHOLDER_START in inline.text:
            yield from _parts(inline.text, filling)
        case Strong() | Emphasis():
            yield replace(inline, content=_inlines(inline.content, filling))
        case Link():
            yield from _link(inline, filling)
        case _:
            yield inline


def _link(link: Link, filling: PlaceholderValues) -> Iterator[Inline]:
    """A link whose address is not known, or not one, is left as its words with the address behind them."""
    values = [filling.value(int(number)) for number in PLACEHOLDER.findall(link.target)]
    target = PLACEHOLDER.sub(lambda mark: filling.value(int(mark.group(1))).text or "", link.target)
    content = _inlines(link.content, filling)
    if SAFE_TARGET.match(target) and all(value.text for value in values):
        yield Link(target, content)
    elif all(value.text for value in values):
        yield from (*content, *_parts(f" ({link.target})", filling))
    else:
        yield from content
        yield from (value for value in values if value.text is None)
