"""Cache of parsed and rendered texts: for a text rendered before, only the values it prints are computed again."""

from dataclasses import dataclass, field, replace
from typing import Any

from jinja2 import nodes

from composer.assemble.cache import GenerationCache
from composer.assemble.compiled_text import CompiledText, FilledText, PlaceholderValues, compile_text
from composer.assemble.expressions import Names
from composer.assemble.jinja import Path, PrintedValue, Rendered, parse
from composer.assemble.markdown import Parsed, Remark, parse_markdown
from composer.assemble.names import Addressee, label
from composer.assemble.rendering import RenderPlan, render_with_plan, with_printed
from composer.domain.document import Origin
from composer.domain.finding import Finding
from composer.domain.template import Template
from composer.library.library import Library


@dataclass(slots=True)
class RenderedText:
    """A text rendered for one letter: its compiled form, and that form `filled` with the values of this letter.

    `plan` is None when it cannot serve other letters; `held` are its values when compiled, `now` those of this letter.
    """

    names: Names
    rendered: Rendered
    compiled: CompiledText
    filled: FilledText
    remarks: tuple[Remark, ...] = ()
    plan: RenderPlan | None = None
    held: tuple[Any, ...] = ()
    now: tuple[Any, ...] = ()

    @property
    def asks_nothing(self) -> bool:
        """Whether the text is the same whatever the names are."""
        return self.plan is not None and not self.plan.paths


def unreadable_text(filled: FilledText, names: Names) -> RenderedText:
    """The rendered text for blocks that stand for a text that cannot be read."""
    nothing = Rendered("", (), (1,))
    return RenderedText(names, nothing, CompiledText(nothing, filled, (), ()), filled)


@dataclass(slots=True)
class _Variants:
    """A parsed text with its renderings, one for each outcome of its conditions."""

    tree: nodes.Template
    variants: list[RenderedText] = field(default_factory=list[RenderedText])


_MOST_VARIANTS = 8


class TextCache:
    """Caches syntax trees, Markdown and renderings by text, and what is made of blocks by its inputs."""

    def __init__(self) -> None:
        self.cache = GenerationCache()
        self.pieces: dict[int, Any] = {}
        """The assembled pieces, by the id of the letter's piece, which the entry keeps alive."""
        self.labels: dict[tuple[str, str], str] = {}

    def next_generation(self) -> None:
        """Begins another letter; the assembled pieces are dropped along with a generation."""
        if self.cache.next_generation():
            self.pieces.clear()

    def tree(self, text: str) -> nodes.Template:
        """The syntax tree of a text, cached; raises ComposerError when it cannot be read."""
        return self.cache.get_or_make(("tree", text), lambda: parse(text))

    def read_as(self, text: str, tree: nodes.Template) -> None:
        """Caches this syntax tree for a text instead of its own, as one in which conditions are decided."""
        self.cache.put(("tree", text), tree)

    def markdown(self, text: str) -> Parsed:
        """The parsed Markdown of a rendered text, cached; with placeholders for values it is the same for every municipality."""
        return self.cache.get_or_make(("markdown", text), lambda: parse_markdown(text))

    def read(self, text: str, origin: Origin, context: "AssemblyContext") -> RenderedText:
        """The text rendered for a letter; the previous object when nothing changed. Raises ComposerError when unreadable."""
        key = (text, origin.kind, origin.name, origin.piece, origin.line, context.template.id)
        variants: _Variants = self.cache.get(key) or self.cache.put(key, _Variants(self.tree(text)))
        for at, read in enumerate(variants.variants):
            if read.names is context.names:
                return read
            now = read.plan.read(context.names, context.reached) if read.plan else None
            if now is not None:
                if all(map(_is_same, now, read.now)):
                    return read
                if (filled := self._again(read, now, origin, context)) is not None:
                    variants.variants[at] = filled
                    return filled
        made = self._anew(variants, origin, context)
        variants.variants = [made, *(read for read in variants.variants if read.plan)][:_MOST_VARIANTS]
        return made

    def _again(
        self, read: RenderedText, now: tuple[Any, ...], origin: Origin, context: "AssemblyContext"
    ) -> RenderedText | None:
        """The rendering with other values, by its plan; None when a condition has another outcome."""
        plan, names = read.plan, context.names
        assert plan
        others = [at for at, (new, old) in enumerate(zip(now, read.held, strict=True)) if not _is_same(new, old)]
        if others and others[0] < plan.guard_count and not plan.guards_hold(names):
            return None
        said = {
            at - plan.guard_count: self._said(plan, at, now[at], context) for at in others if at >= plan.guard_count
        }
        filled = read.compiled.fill(
            said, lambda: PlaceholderValues(with_printed(read.rendered, said), origin, context.label)
        )
        return RenderedText(names, read.rendered, read.compiled, filled, read.remarks, plan, read.held, now)

    def _said(self, plan: RenderPlan, at: int, value: Any, context: "AssemblyContext") -> PrintedValue:
        slot = plan.slots[at - plan.guard_count]
        found = context.known.get(slot.first.expression)
        if found is None:
            found = context.known[slot.first.expression] = slot.printed(value, context.names)
        return found

    def _anew(self, variants: _Variants, origin: Origin, context: "AssemblyContext") -> RenderedText:
        rendered, plan = render_with_plan(variants.tree, context.names)
        alike = next((read for read in variants.variants if read.plan is None and read.rendered == rendered), None)
        if alike is not None:
            return replace(alike, names=context.names)
        held = plan.read(context.names, context.reached) if plan else None
        parsed = self.markdown(rendered.text)
        made = compile_text(parsed.blocks, PlaceholderValues(rendered, origin, context.label)).keeping(
            self.cache.get(("mould", origin))
        )
        self.cache.put(("mould", origin), made)
        plan, held = (None, ()) if held is None else (plan, held)
        return RenderedText(context.names, rendered, made, made.first, parsed.remarks, plan, held, held)


def _is_same(value: Any, before: Any) -> bool:
    """Whether both are printed alike; equal values that are not strings may be printed in two ways."""
    return value is before or (isinstance(value, str) and value == before)


@dataclass
class AssemblyContext:
    """The state of assembling one letter: the names that its texts may use, and the findings so far."""

    library: Library
    template: Template
    addressee: Addressee
    names: dict[str, Any]
    texts: TextCache
    findings: list[Finding] = field(default_factory=list[Finding])
    reached: dict[Path, Any] = field(default_factory=dict[Path, Any])
    """The values looked up so far, by path."""
    known: dict[str | None, PrintedValue] = field(default_factory=dict[str | None, PrintedValue])
    """The values printed so far, by expression."""

    def label(self, path: str) -> str:
        key, labels = (self.template.id, path), self.texts.labels
        if key not in labels:
            labels[key] = label(path, self.template, self.library)
        return labels[key]
