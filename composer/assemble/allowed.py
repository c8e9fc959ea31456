"""The part of Jinja that a text may use: an allow-list; anything else is refused with a reason."""

from collections.abc import Callable
from typing import Any

from jinja2 import nodes

from composer.assemble.expressions import COMPARISONS
from composer.assemble.filters import FILTERS
from composer.domain.errors import ComposerError, did_you_mean

MAX_LOOPS = 2
MAX_DEPTH = 60
MAX_LISTED = 50
TESTS = ("bekend", "onbekend")
TOO_DEEP = "deze tekst is te diep genest; maak hem eenvoudiger"


def require_allowed(tree: nodes.Template) -> None:
    """Raises ComposerError, with the line, for the first thing that a text may not use."""
    _require(tree, 1, 0, 0)


def _require(node: nodes.Node, line: int, depth: int, loops: int) -> None:
    line = getattr(node, "lineno", None) or line
    if depth > MAX_DEPTH:
        raise ComposerError(TOO_DEEP, line=line)
    rule = _RULES.get(type(node))
    problem = rule(node) if rule else "dit onderdeel van Jinja kan in een tekst niet; gebruik alleen namen, if en for"
    if problem or loops > MAX_LOOPS:
        raise ComposerError(problem or _LOOP, line=line)
    for child in node.iter_child_nodes():
        _require(child, line, depth + 1, loops + isinstance(node, nodes.For))


def is_path(node: nodes.Node | None) -> bool:
    """Whether it names a value, with or without filters: gemeente.naam, feit["x"].datum | dag_maand."""
    match node:
        case nodes.Name():
            return True
        case nodes.Getattr() | nodes.Filter() | nodes.Getitem(arg=nodes.Const(value=str())):
            return is_path(node.node)
        case _:
            return False


def _is_operand(node: nodes.Node) -> bool:
    return is_path(node) or isinstance(node, nodes.Const | nodes.List | nodes.Tuple)


def _free(_node: Any) -> None:
    return None


def _output(node: nodes.Output) -> str | None:
    if all(isinstance(part, nodes.TemplateData) or is_path(part) for part in node.nodes):
        return None
    return "tussen {{ en }} hoort een naam te staan, zoals gemeente.naam; schrijf gewone tekst erbuiten"


def _filter(node: nodes.Filter) -> str | None:
    if node.name not in FILTERS or node.args or node.kwargs or node.dyn_args or node.dyn_kwargs:
        return f"filter “{node.name}” kan hier niet.{did_you_mean(node.name, FILTERS)} Kies uit {', '.join(FILTERS)}"
    return None if is_path(node.node) else "een filter hoort achter een naam, zoals gemeente.naam | hoofdletter"


def _test(node: nodes.Test) -> str | None:
    if node.name in TESTS and not node.args and not node.kwargs and is_path(node.node):
        return None
    return f"“is {node.name}” kan hier niet; schrijf “is bekend” of “is onbekend” achter een naam"


def _compare(node: nodes.Compare) -> str | None:
    sides = [node.expr, *(operand.expr for operand in node.ops)]
    if all(operand.op in COMPARISONS for operand in node.ops) and all(_is_operand(side) for side in sides):
        return None
    return "deze vergelijking kan hier niet; vergelijk een naam met een waarde, met ==, !=, <, > of in"


def _listed(node: nodes.List | nodes.Tuple) -> str | None:
    if len(node.items) <= MAX_LISTED and all(isinstance(item, nodes.Const) or is_path(item) for item in node.items):
        return None
    return f"in een lijst staan waarden of namen, hoogstens {MAX_LISTED}"


def _for(node: nodes.For) -> str | None:
    simple = not (node.recursive or node.test or node.else_) and isinstance(node.target, nodes.Name)
    return None if simple and is_path(node.iter) else _LOOP


_LOOP = "deze herhaling kan niet; schrijf {% for lid in regio.leden %}, hoogstens twee in elkaar"


def _attribute(node: nodes.Getattr) -> str | None:
    of_facts = isinstance(node.node, nodes.Name) and node.node.name == "feit"
    return f'schrijf feit["{node.attr}"], met het id van het feit tussen aanhalingstekens' if of_facts else None


def _item(node: nodes.Getitem) -> str | None:
    if isinstance(node.arg, nodes.Const) and isinstance(node.arg.value, str):
        return None
    return "tussen [ en ] hoort een naam tussen aanhalingstekens te staan"


def _constant(node: nodes.Const) -> str | None:
    return "“none” kan hier niet; schrijf “is onbekend” achter een naam" if node.value is None else None


_RULES: dict[type[nodes.Node], Callable[[Any], str | None]] = {
    nodes.Template: _free,
    nodes.TemplateData: _free,
    nodes.Output: _output,
    nodes.If: _free,
    nodes.For: _for,
    nodes.Name: _free,
    nodes.Getattr: _attribute,
    nodes.Getitem: _item,
    nodes.Filter: _filter,
    nodes.Const: _constant,
    nodes.List: _listed,
    nodes.Tuple: _listed,
    nodes.Compare: _compare,
    nodes.Operand: _free,
    nodes.And: _free,
    nodes.Or: _free,
    nodes.Not: _free,
    nodes.Test: _test,
}
