"""The small part of Jinja that texts may use: its parser reads them, nothing of them is ever run as code.

Jinja's own compiler is left out on purpose. Walking its syntax tree gives each printed value its line, lets a condition
be undecided, and leaves nothing for a hostile text to escape from.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from jinja2 import Environment, TemplateSyntaxError, nodes

from composer.assemble.allowed import TESTS, TOO_DEEP, require_allowed
from composer.assemble.filters import FILTERS
from composer.domain.errors import ComposerError

PLACEHOLDER_START, PLACEHOLDER_END = "\ue000", "\ue001"
"""Private-use characters around the number of a printed value."""

Path = tuple[str, ...]
"""The names that lead to a value."""
PLACEHOLDER = re.compile(f"{PLACEHOLDER_START}(\\d+){PLACEHOLDER_END}")
MAX_SOURCE = 100_000

_ENVIRONMENT = Environment(trim_blocks=True, lstrip_blocks=True, keep_trailing_newline=True)
_ENVIRONMENT.filters.clear()
_ENVIRONMENT.filters.update(FILTERS)
_ENVIRONMENT.tests.clear()
_ENVIRONMENT.tests.update(dict.fromkeys(TESTS, callable))


@dataclass(frozen=True, slots=True)
class PrintedValue:
    """A value that a text prints: `text` None is a gap; `undecided` are the names that an undecided condition needs.

    `expression` is what the text has between {{ and }}, None for a condition or list that is not known.
    """

    path: str
    text: str | None
    line: int
    fact: str | None = None
    undecided: tuple[str, ...] = ()
    value: Any = None
    expression: str | None = None


@dataclass(frozen=True, slots=True)
class Rendered:
    """Text with a numbered mark for each printed value, and the line of the source for each line of the text, from 1."""

    text: str
    printed: tuple[PrintedValue, ...]
    lines: tuple[int, ...]


def parse(source: str) -> nodes.Template:
    """The syntax tree of a text, all of it allowed; raises ComposerError with the line within the text."""
    if len(source) > MAX_SOURCE:
        raise ComposerError("deze tekst is te lang; maak er meer dan één tekstblok van", line=1)
    if PLACEHOLDER_START in source or PLACEHOLDER_END in source:
        line = (
            source[: source.index(PLACEHOLDER_START if PLACEHOLDER_START in source else PLACEHOLDER_END)].count("\n")
            + 1
        )
        raise ComposerError("hier staat een teken dat niet mag; haal het weg en typ de tekst opnieuw", line=line)
    try:
        if (tree := _of_words_and_values(source)) is not None:
            return tree
        tree = _ENVIRONMENT.parse(source)
        require_allowed(tree)
        return tree
    except TemplateSyntaxError as error:
        raise ComposerError(f"{_explained(error)}; controleer de accolades", line=error.lineno) from None
    except RecursionError:
        raise ComposerError(TOO_DEEP, line=1) from None
    except ValueError:  # of int, for more digits than it takes
        raise ComposerError(
            "in een opdracht tussen accolades staat een te lang getal; maak het korter", line=1
        ) from None


_PRINTS = re.compile(r"\{\{(?![-+])([^{}]*)(?<![-+])\}\}")
"""Without whitespace control, and without braces in a string."""


def _of_words_and_values(source: str) -> nodes.Template | None:
    """The tree that Jinja makes of a text that prints what it may and does no more; None for any other text."""
    parts = _PRINTS.split(source)
    if "\r" in source or any("{" in words for words in parts[::2]):
        return None
    line, found = 1, list[nodes.Expr]()
    for at, part in enumerate(parts):
        value = _printing(part, line) if at % 2 else nodes.TemplateData(part, lineno=line)
        if value is None:
            return None
        found += [value] if at % 2 or part else []
        line += part.count("\n")
    return nodes.Template([nodes.Output(found, lineno=found[0].lineno)] if found else [], lineno=1)


@lru_cache(maxsize=2_000)  # pure, and while words are typed what stands between them stays
def _printing(words: str, line: int) -> nodes.Expr | None:
    """The expression between {{ and }}; None when it cannot be read or is not allowed."""
    try:
        tree = _ENVIRONMENT.parse("\n" * (line - 1) + "{{" + words + "}}")
        require_allowed(tree)
    except (TemplateSyntaxError, ComposerError):
        return None
    match tree.body:
        case [nodes.Output(nodes=[*_, value])]:
            return value
        case _:
            return None


@lru_cache(maxsize=1_000)  # pure, and the same few conditions are asked for every municipality
def parse_condition(source: str) -> nodes.Expr:
    """The expression of a `voorwaarde`; raises ComposerError."""
    tree = parse("{% if " + source + " %}{% endif %}")
    match tree.body:
        case [nodes.If(test=nodes.Expr() as test, elif_=[], else_=[])]:
            return test
        case _:
            raise ComposerError(
                "dit is geen voorwaarde; schrijf bijvoorbeeld gemeente.planstatus == “ingediend”", line=1
            )


def expression(node: nodes.Node) -> str:
    """What stands between {{ and }} for a path with filters."""
    match node:
        case nodes.Filter(node=nodes.Expr() as inner):
            return f"{expression(inner)} | {node.name}"
        case _:
            return _path(node)


def paths(node: nodes.Node) -> Iterator[Path]:
    """The paths of the values in a condition."""
    if found := path(node):
        yield found
        return
    for child in node.iter_child_nodes():
        yield from paths(child)


def path(node: nodes.Node) -> Path:
    """The names that lead to a value, without its filters; none for what is no path."""
    match node:
        case nodes.Filter(node=nodes.Expr() as inner):
            return path(inner)
        case nodes.Name():
            return (node.name,)
        case nodes.Getattr():
            return (*path(node.node), node.attr)
        case nodes.Getitem(arg=nodes.Const(value=key)):
            return (*path(node.node), str(key))
        case _:
            return ()


def _path(node: nodes.Node) -> str:
    match node:
        case nodes.Name():
            return node.name
        case nodes.Getattr():
            return f"{_path(node.node)}.{node.attr}"
        case nodes.Getitem(arg=nodes.Const(value=key)):
            return f'{_path(node.node)}["{key}"]'
        case _:
            return ""


def _explained(error: TemplateSyntaxError) -> str:
    message = error.message or ""
    if "Unexpected end of template" in message or "unexpected end" in message:
        return "er ontbreekt een afsluiting, zoals {% endif %} of }}"
    if "unknown tag" in message:
        return "deze opdracht tussen {% en %} bestaat niet"
    if "No filter named" in message:
        return f"dit filter bestaat niet; kies uit {', '.join(FILTERS)}"
    if "No test named" in message:
        return "na “is” hoort bekend of onbekend"
    return "dit is niet te lezen"
