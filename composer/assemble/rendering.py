"""A parsed text into Markdown for one letter, with marks for its values."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from jinja2 import nodes

from composer.assemble.expressions import Named, Names, Slot, in_words, truth, value_of
from composer.assemble.forms import form, is_items
from composer.assemble.jinja import END, START, Printed, Rendered, expression
from composer.domain.errors import ComposerError

MAX_OUTPUT = 400_000
MAX_PRINTED = 20_000
MAX_STEPS = 50_000


@dataclass(frozen=True, slots=True)
class Plain:
    """A text without conditions and repetitions: what it prints differs from letter to letter, the rest of it never."""

    text: str
    lines: tuple[int, ...]
    places: tuple[tuple[nodes.Expr, int, str], ...]
    """The path, line and expression of each value."""

    def render(self, names: Names, known: dict[str, Printed]) -> Rendered:
        """As `render` does; `known` are the values of these names that were printed before, by their expression."""
        return Rendered(self.text, tuple(self._printed(place, names, known) for place in self.places), self.lines)

    def _printed(self, place: tuple[nodes.Expr, int, str], names: Names, known: dict[str, Printed]) -> Printed:
        node, line, written = place
        found = known.get(written)
        if found is None:
            found = known[written] = _printed(node, names)
        if found.line == line:
            return found
        return Printed(found.path, found.text, line, found.fact, found.asks, found.value, written)


def plain(tree: nodes.Template, rendered: Rendered) -> Plain | None:
    """What stays the same of a text that was rendered once; None when it has conditions or repetitions."""
    if not all(isinstance(node, nodes.Output) for node in tree.body):
        return None
    parts = [part for node in tree.body if isinstance(node, nodes.Output) for part in node.nodes]
    places = [(part, _first_line(part), expression(part)) for part in parts if not isinstance(part, nodes.TemplateData)]
    return Plain(rendered.text, rendered.lines, tuple(places))


def render(tree: nodes.Template, names: Names, *, every_branch: bool = False) -> Rendered:
    """The text for these names; raises ComposerError with the line when a name does not exist.

    With `every_branch` all branches of a condition follow each other, whatever it says: a text to look at, not to read.
    """
    writer = _Writer(every_branch)
    writer.statements(tree.body, names)
    return Rendered("".join(writer.parts), tuple(writer.printed), tuple(writer.lines))


@dataclass
class _Writer:
    every_branch: bool = False
    parts: list[str] = field(default_factory=list[str])
    printed: list[Printed] = field(default_factory=list[Printed])
    lines: list[int] = field(default_factory=lambda: [1])
    length: int = 0
    steps: int = 0
    at_line_start: bool = True

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
            self.print(_printed(node, names))

    def choice(self, node: nodes.If, names: Names) -> None:
        for test, body in _branches(node):
            if self.every_branch:
                self.statements(body, names)
                continue
            outcome = truth(test, names) if test is not None else None
            if outcome is not None and outcome.holds is None:
                self.print(Printed(outcome.unknown[0], None, node.lineno, asks=outcome.unknown))
                self.write("\n" if _ends_line(node.body) else "", node.lineno)
                return
            if outcome is None or outcome.holds:
                self.statements(body, names)
                return

    def repetition(self, node: nodes.For, names: Names) -> None:
        assert isinstance(node.iter, nodes.Expr) and isinstance(node.target, nodes.Name)
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
