"""Renders a parsed text to Markdown for one letter, with numbered placeholders for its values."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from jinja2 import nodes

from composer.assemble.expressions import BlockSlot, NamedValue, Names, in_words, truth, value_of
from composer.assemble.filters import form, is_items
from composer.assemble.jinja import (
    PLACEHOLDER_END,
    PLACEHOLDER_START,
    Path,
    PrintedValue,
    Rendered,
    expression,
    path,
    paths,
)
from composer.domain.errors import ComposerError

MAX_OUTPUT = 400_000
MAX_PRINTED = 20_000
MAX_STEPS = 50_000


@dataclass(frozen=True, slots=True)
class ValueSlot:
    """A place where a text prints a value: its expression, the path of names to it, and what it printed first."""

    node: nodes.Expr
    path: Path
    first: PrintedValue

    def printed(self, value: Any, names: Names) -> PrintedValue:
        """What the slot prints for this value, reached through these names."""
        if not isinstance(value, str) or isinstance(self.node, nodes.Filter):
            return _printed(self.node, names)
        first = self.first
        return PrintedValue(first.path, value, first.line, first.fact, (), value, first.expression)


@dataclass(frozen=True, slots=True)
class RenderPlan:
    """What a text prints while its conditions have these outcomes: letters with the same outcomes differ only in its `slots`.

    `paths` are first those in its conditions (`guard_count` of them), then those of its slots.
    """

    slots: tuple[ValueSlot, ...]
    guards: tuple[tuple[nodes.Expr, bool], ...]
    guard_count: int
    paths: tuple[Path, ...]

    def read(self, names: Names, reached: dict[Path, Any]) -> tuple[Any, ...] | None:
        """The values that decide, and those in its places; None when a name is not there. `reached` has those read before."""
        try:
            return tuple(
                [
                    reached[path] if path in reached else reached.setdefault(path, _reached(path, names))
                    for path in self.paths
                ]
            )
        except (LookupError, TypeError):
            return None

    def guards_hold(self, names: Names) -> bool:
        try:
            return all(truth(test, names).holds is outcome for test, outcome in self.guards)
        except ComposerError:
            return False


def with_printed(rendered: Rendered, said: Mapping[int, PrintedValue]) -> Rendered:
    """The same text with other values, by number."""
    printed = list(rendered.printed)
    for number, other in said.items():
        printed[number] = replace(other, line=printed[number].line)
    return Rendered(rendered.text, tuple(printed), rendered.lines)


def _reached(path: Path, names: Any) -> Any:
    for name in path:
        names = names[name]
    return names


def render_with_plan(tree: nodes.Template, names: Names) -> tuple[Rendered, RenderPlan | None]:
    """As `render`, with a plan for rendering other letters without the tree; None for a loop or an undecided condition."""
    writer = _Writer()
    writer.statements(tree.body, names)
    if not writer.steady or not all(place.path for place in writer.places):
        return writer.rendered, None
    deciding = tuple(dict.fromkeys(path for test, _ in writer.outcomes for path in paths(test)))
    of_places = tuple(place.path for place in writer.places)
    return writer.rendered, RenderPlan(
        tuple(writer.places), tuple(writer.outcomes), len(deciding), (*deciding, *of_places)
    )


def render(tree: nodes.Template, names: Names, *, every_branch: bool = False) -> Rendered:
    """The text for these names; raises ComposerError with the line when a name does not exist.

    With `every_branch` all branches of a condition follow each other, whatever it says: a text to look at, not to read.
    """
    writer = _Writer(every_branch)
    writer.statements(tree.body, names)
    return writer.rendered


@dataclass
class _Writer:
    every_branch: bool = False
    parts: list[str] = field(default_factory=list[str])
    printed: list[PrintedValue] = field(default_factory=list[PrintedValue])
    lines: list[int] = field(default_factory=lambda: [1])
    length: int = 0
    steps: int = 0
    at_line_start: bool = True
    places: list[ValueSlot] = field(default_factory=list[ValueSlot])
    outcomes: list[tuple[nodes.Expr, bool]] = field(default_factory=list[tuple[nodes.Expr, bool]])
    steady: bool = True

    @property
    def rendered(self) -> Rendered:
        return Rendered("".join(self.parts), tuple(self.printed), tuple(self.lines))

    def statements(self, body: list[nodes.Node], names: Names) -> None:
        for node in body:
            match node:
                case nodes.Output():
                    for part in node.nodes:
                        self.output(part, names)
                case nodes.If():
                    self.choice(node, names)
                case nodes.For():
                    self.repetition(node, names)
                case _:
                    raise ComposerError("dit onderdeel van Jinja kan in een tekst niet", line=node.lineno)

    def output(self, node: nodes.Expr, names: Names) -> None:
        if isinstance(node, nodes.TemplateData):
            self.write(node.data, node.lineno)
        else:
            printed = _printed(node, names)
            self.places.append(ValueSlot(node, path(node), printed))
            self.print(printed)

    def choice(self, node: nodes.If, names: Names) -> None:
        for test, body in _branches(node):
            if self.every_branch:
                self.statements(body, names)
                continue
            outcome = truth(test, names) if test is not None else None
            if test is not None and outcome is not None and outcome.holds is not None:
                self.outcomes.append((test, outcome.holds))
            if outcome is not None and outcome.holds is None:
                self.steady = False
                self.print(PrintedValue(outcome.unknown[0], None, node.lineno, undecided=outcome.unknown))
                self.write("\n" if _ends_line(node.body) else "", node.lineno)
                return
            if outcome is None or outcome.holds:
                self.statements(body, names)
                return

    def repetition(self, node: nodes.For, names: Names) -> None:
        assert isinstance(node.iter, nodes.Expr) and isinstance(node.target, nodes.Name)
        self.steady = False
        listed = value_of(node.iter, names)
        if listed.value is None:
            self.print(PrintedValue(listed.path, None, node.lineno))
            self.write("\n" if _ends_line(node.body) else "", node.lineno)
        elif not is_items(listed.value):
            raise ComposerError(
                f"“{listed.path}” is geen lijst; herhaal over een lijst, zoals regio.leden", line=node.lineno
            )
        else:
            for index, item in enumerate(listed.value):
                self.step(node.lineno)
                self.statements(node.body, {**names, node.target.name: NamedValue(f"{listed.path}[{index}]", item)})

    def step(self, line: int) -> None:
        self.steps += 1
        if self.steps > MAX_STEPS:
            raise ComposerError("deze herhaling is te groot; maak haar kleiner", line=line)

    def print(self, printed: PrintedValue) -> None:
        self.write(f"{PLACEHOLDER_START}{len(self.printed)}{PLACEHOLDER_END}", printed.line)
        self.printed.append(printed)
        if len(self.printed) > MAX_PRINTED:
            raise ComposerError("deze tekst wordt te lang; maak de herhaling kleiner", line=printed.line)

    def write(self, text: str, line: int) -> None:
        if not text:
            return
        self.length += len(text)
        if self.length > MAX_OUTPUT:
            raise ComposerError("deze tekst wordt te lang; maak de herhaling kleiner", line=line)
        if self.at_line_start:
            self.lines[-1] = line
        self.lines += range(line + 1, line + 1 + text.count("\n"))
        self.at_line_start = text.endswith("\n")
        self.parts.append(text)


def _printed(node: nodes.Expr, names: Names) -> PrintedValue:
    named, line = value_of(node, names), _first_line(node)
    text = "" if isinstance(named.value, BlockSlot) else in_words(named, form, line)
    return PrintedValue(named.path, text, line, named.fact, value=named.value, expression=expression(node))


def _first_line(node: nodes.Node) -> int:
    """The line on which a path begins."""
    while isinstance(node, nodes.Getattr | nodes.Getitem | nodes.Filter) and node.node is not None:
        node = node.node
    return node.lineno


def _branches(node: nodes.If) -> Iterator[tuple[nodes.Expr | None, list[nodes.Node]]]:
    for branch in (node, *node.elif_):
        assert isinstance(branch.test, nodes.Expr)
        yield branch.test, branch.body
    yield None, node.else_


def _ends_line(body: list[nodes.Node]) -> bool:
    match body:
        case [*_, nodes.Output(nodes=[*_, nodes.TemplateData(data=data)])]:
            return data.endswith("\n")
        case _:
            return False
