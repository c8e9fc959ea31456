"""A parsed text into Markdown for one letter, with marks for its values."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from jinja2 import nodes

from composer.assemble.expressions import Named, Names, Slot, in_words, truth, value_of
from composer.assemble.forms import form, is_items
from composer.assemble.jinja import END, START, Printed, Rendered, expression, path
from composer.domain.errors import ComposerError

MAX_OUTPUT = 400_000
MAX_PRINTED = 20_000
MAX_STEPS = 50_000


@dataclass(frozen=True, slots=True)
class Place:
    """Where a text prints a value: its expression as it is parsed and as it is written, and the names that lead to it."""

    node: nodes.Expr
    line: int
    written: str
    path: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Script:
    """A text for as long as its conditions come out like this: only what comes in its places differs from letter to letter."""

    text: str
    lines: tuple[int, ...]
    places: tuple[Place, ...]
    outcomes: tuple[tuple[nodes.Expr, bool], ...]

    def read(self, names: Names) -> tuple[Any, ...] | None:
        """The values in its places; None when a condition comes out otherwise or a name is not there."""
        try:
            if all(truth(test, names).holds is outcome for test, outcome in self.outcomes):
                return tuple([_reached(place.path, names) for place in self.places])
        except (ComposerError, LookupError, TypeError):
            pass
        return None

    def rendered(self, before: tuple[Printed | None, ...], names: Names, known: dict[str, Printed]) -> Rendered:
        """As `perform` does; `before` has what stays as it was, `known` what these names printed, by expression."""
        printed = [
            _said(place, names, known) if kept is None else kept
            for place, kept in zip(self.places, before, strict=True)
        ]
        return Rendered(self.text, tuple(printed), self.lines)


def _reached(path: tuple[str, ...], names: Any) -> Any:
    for name in path:
        names = names[name]
    return names


def _said(place: Place, names: Names, known: dict[str, Printed]) -> Printed:
    found = known.get(place.written)
    if found is None:
        found = known[place.written] = _printed(place.node, names)
    if found.line == place.line:
        return found
    return Printed(found.path, found.text, place.line, found.fact, found.asks, found.value, found.expression)


def perform(tree: nodes.Template, names: Names) -> tuple[Rendered, Script | None]:
    """As `render` does, with how it went; None when something is repeated or not decided."""
    writer = _Writer()
    writer.statements(tree.body, names)
    rendered = writer.rendered
    steady = writer.steady and all(place.path for place in writer.places)
    script = Script(rendered.text, rendered.lines, tuple(writer.places), tuple(writer.outcomes))
    return rendered, script if steady else None


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
    printed: list[Printed] = field(default_factory=list[Printed])
    lines: list[int] = field(default_factory=lambda: [1])
    length: int = 0
    steps: int = 0
    at_line_start: bool = True
    places: list[Place] = field(default_factory=list[Place])
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
            self.places.append(Place(node, printed.line, printed.expression or "", path(node)))
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
                self.print(Printed(outcome.unknown[0], None, node.lineno, asks=outcome.unknown))
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
            self.print(Printed(listed.path, None, node.lineno))
            self.write("\n" if _ends_line(node.body) else "", node.lineno)
        elif not is_items(listed.value):
            raise ComposerError(
                f"“{listed.path}” is geen lijst; herhaal over een lijst, zoals regio.leden", line=node.lineno
            )
        else:
            for index, item in enumerate(listed.value):
                self.step(node.lineno)
                self.statements(node.body, {**names, node.target.name: Named(f"{listed.path}[{index}]", item)})

    def step(self, line: int) -> None:
        self.steps += 1
        if self.steps > MAX_STEPS:
            raise ComposerError("deze herhaling is te groot; maak haar kleiner", line=line)

    def print(self, printed: Printed) -> None:
        self.write(f"{START}{len(self.printed)}{END}", printed.line)
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


def _printed(node: nodes.Expr, names: Names) -> Printed:
    named, line = value_of(node, names), _first_line(node)
    text = "" if isinstance(named.value, Slot) else in_words(named, form, line)
    return Printed(named.path, text, line, named.fact, value=named.value, expression=expression(node))


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
