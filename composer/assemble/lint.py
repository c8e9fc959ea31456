"""Lints a text without a letter: every name, condition and mark in all its branches."""

from collections.abc import Iterator, Mapping
from typing import Any

from jinja2 import nodes

from composer.assemble.expressions import Names, is_items, value_of
from composer.assemble.jinja import parse, parse_condition
from composer.assemble.markdown import parse_markdown
from composer.assemble.rendering import render
from composer.domain.errors import ComposerError
from composer.domain.snippet import FACT_VALUE, cited


class Anything(Mapping[str, Any]):
    """Stands for an item of a list that is empty now: every name leads to nothing known."""

    def __getitem__(self, key: str) -> None:
        return None

    def __contains__(self, key: object) -> bool:
        return True

    def __iter__(self) -> Iterator[str]:
        return iter(())

    def __len__(self) -> int:
        return 0


def lint_text(text: str, names: Names) -> Iterator[ComposerError]:
    """All mistakes of a text, with their lines in it from 1; facts whose values are used but not cited included."""
    try:
        tree = parse(text)
    except ComposerError as error:
        yield error
        return
    mistakes = list(_statements(tree.body, names))
    yield from mistakes or _marks(tree, names)
    yield from _not_cited(text)


def _marks(tree: nodes.Template, names: Names) -> Iterator[ComposerError]:
    """What the dialect does not have, in any branch of the text."""
    try:
        rendered = render(tree, names, every_branch=True)
    except ComposerError as error:
        yield error
        return
    for remark in parse_markdown(rendered.text).remarks:
        yield ComposerError(remark.message, line=rendered.lines[min(remark.line, len(rendered.lines)) - 1])


def _not_cited(text: str) -> Iterator[ComposerError]:
    told = set(cited(text))
    for match in FACT_VALUE.finditer(text):
        if (name := match.group(1)) not in told:
            told.add(name)
            message = f"feit “{name}” wordt gebruikt maar niet aangehaald; zet [^{name}] achter de zin"
            yield ComposerError(message, line=text[: match.start()].count("\n") + 1)


def shown_sections(text: str) -> frozenset[str]:
    """The names of sections that a template prints; none when it cannot be read."""
    try:
        tree = parse(text)
    except ComposerError:
        return frozenset()
    printed = (part for output in tree.find_all(nodes.Output) for part in output.nodes)
    return frozenset(part.attr for part in printed if isinstance(part, nodes.Getattr) and _is_sections(part.node))


def _is_sections(node: nodes.Node) -> bool:
    return isinstance(node, nodes.Name) and node.name == "sectie"


def lint_condition(condition: str, names: Names) -> Iterator[ComposerError]:
    """The mistakes of a `voorwaarde`."""
    try:
        yield from _expressions(parse_condition(condition), names)
    except ComposerError as error:
        yield error


def _statements(body: list[nodes.Node], names: Names) -> Iterator[ComposerError]:
    for node in body:
        match node:
            case nodes.If():
                yield from _expressions(node.test, names)
                yield from _statements([*node.body, *node.elif_, *node.else_], names)
            case nodes.For(target=nodes.Name(name=target)):
                yield from _expressions(node.iter, names)
                yield from _statements(node.body, {**names, target: _item(node.iter, names)})
            case _:
                yield from _expressions(node, names)


def _expressions(node: nodes.Node, names: Names) -> Iterator[ComposerError]:
    """Each path once, as a whole."""
    if isinstance(node, nodes.Name | nodes.Getattr | nodes.Getitem):
        try:
            value_of(node, names)
        except ComposerError as error:
            yield error
        return
    for child in node.iter_child_nodes():
        yield from _expressions(child, names)


def _item(listed: nodes.Node, names: Names) -> Any:
    assert isinstance(listed, nodes.Expr)
    try:
        items = value_of(listed, names).value
    except ComposerError:
        return Anything()
    return items[0] if is_items(items) and items else Anything()
