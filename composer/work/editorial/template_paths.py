"""Explores the paths through a template: every condition once true and once false."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from itertools import product
from typing import Any

from jinja2 import nodes

from composer.assemble.compiled_text import Blocks
from composer.assemble.jinja import expression, parse
from composer.assemble.lint import lint_text
from composer.assemble.names import Addressee, letter_names
from composer.assemble.pieces import assemble_text
from composer.assemble.text_cache import AssemblyContext, TextCache
from composer.domain.document import Origin
from composer.domain.errors import ComposerError
from composer.domain.letter import Letter
from composer.domain.template import FieldDefinition, Template
from composer.library.library import Library
from composer.work.editorial.wording import in_words

MOST = 16
"""Paths that are all shown; beyond it every condition is still true in one of them and false in another."""


@dataclass(frozen=True, slots=True)
class Path:
    """One path through a template: the outcomes of conditions in Dutch, and the resulting blocks."""

    decisions: tuple[str, ...]
    blocks: Blocks


@dataclass(frozen=True, slots=True)
class FieldUsage:
    """A field of a template; how often its text prints or tests it, and in how many passages of the library it occurs."""

    field: FieldDefinition
    used: int
    passages: int


@dataclass(frozen=True, slots=True)
class TemplateReport:
    """The paths of a template, its fields, and its mistakes with line numbers and suggestions."""

    paths: tuple[Path, ...]
    fields: tuple[FieldUsage, ...]
    mistakes: tuple[ComposerError, ...]


def explore_template(template: Template, library: Library, letter: Letter | None = None) -> TemplateReport:
    """Explores a template; `letter` gives the values, without it every value is a gap with its name."""
    known = replace(library, templates={**library.templates, template.id: template})
    sample = letter or Letter(template=template.id, national=True, date=date(2025, 1, 1))
    names = letter_names(sample, template, known)
    mistakes = tuple(lint_text(template.text, names))
    fields = tuple(_asked(field, template, library) for field in template.fields)
    return TemplateReport(() if mistakes else tuple(_paths(template, known, names)), fields, mistakes)


def _asked(field: FieldDefinition, template: Template, library: Library) -> FieldUsage:
    name = re.compile(rf"\bveld\.{field.name}\b")
    texts = (f"{s.text} {s.condition or ''}" for s in library.snippets.values() if s.voice == template.voice)
    return FieldUsage(field, len(name.findall(template.text)), sum(bool(name.search(text)) for text in texts))


def _paths(template: Template, library: Library, names: Mapping[str, Any]) -> Iterator[Path]:
    for body, decisions in branches(parse(template.text).body):
        kept = TextCache()
        kept.read_as(template.text, nodes.Template(body, lineno=1))
        context = AssemblyContext(library, template, Addressee(None, None, ()), dict(names), kept)
        yield Path(
            decisions, assemble_text(template.text, Origin("sjabloon", template.id, line=template.line), context)
        )


Branch = tuple[list[nodes.Node], tuple[str, ...]]


def branches(body: list[nodes.Node]) -> list[Branch]:
    """The statements with every condition decided, with the outcomes; at most `MOST` branches when those cover everything."""
    parts = [_of_one(node) for node in body]
    count = 1
    for part in parts:
        count *= len(part)
    chosen = product(*parts) if count <= MOST else _covering(parts)
    return [([node for way, _ in one for node in way], tuple(d for _, ds in one for d in ds)) for one in chosen]


def _covering(parts: list[list[Branch]]) -> Iterator[tuple[Branch, ...]]:
    """As many branches as the part with most has; those of other parts repeat."""
    most = max(len(part) for part in parts)
    return (tuple(part[at % len(part)] for part in parts) for at in range(most))


def _of_one(node: nodes.Node) -> list[Branch]:
    match node:
        case nodes.If():
            return list(_choices(node))
        case nodes.For():
            return [(_repeated(node, body), decisions) for body, decisions in branches(node.body)]
        case _:
            return [([node], ())]


def _choices(node: nodes.If) -> Iterator[Branch]:
    """A branch for each condition, the last one for when none holds."""
    refused: tuple[str, ...] = ()
    for branch in (node, *node.elif_):
        condition = in_words(_source(branch.test))
        for body, decisions in branches(branch.body):
            yield body, (*refused, f"{condition}: ja", *decisions)
        refused = (*refused, f"{condition}: nee")
    for body, decisions in branches(node.else_):
        yield body, (*refused, *decisions)


def _repeated(node: nodes.For, body: list[nodes.Node]) -> list[nodes.Node]:
    return [nodes.For(node.target, node.iter, body, [], None, False, lineno=node.lineno)]


def _source(node: nodes.Node) -> str:
    """A condition as it is written."""
    match node:
        case nodes.And() | nodes.Or():
            return f"{_source(node.left)} {'and' if isinstance(node, nodes.And) else 'or'} {_source(node.right)}"
        case nodes.Not():
            return f"not {_source(node.node)}"
        case nodes.Compare():
            return f"{_source(node.expr)} {' '.join(f'{_SIGNS[o.op]} {_source(o.expr)}' for o in node.ops)}"
        case nodes.Test():
            return f"{_source(node.node)} is {node.name}"
        case nodes.Const():
            return str(node.value)
        case nodes.List() | nodes.Tuple():
            return ", ".join(_source(item) for item in node.items)
        case _:
            return expression(node)


_SIGNS = {"eq": "==", "ne": "!=", "lt": "<", "lteq": "<=", "gt": ">", "gteq": ">=", "in": "in", "notin": "not in"}
