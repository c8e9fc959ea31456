"""Plain texts are read along a short way, and come out as they do along the long one."""

from collections.abc import Callable
from random import Random

import pytest
from jinja2 import nodes

from composer.assemble import jinja, markdown
from composer.assemble.jinja import PLACEHOLDER_END, PLACEHOLDER_START, parse
from composer.assemble.markdown import parse_markdown
from composer.assemble.plain import plain_paragraphs
from composer.domain.errors import ComposerError

TRIES = 4_000
_JINJA = (
    "a", "\n", " ", "é", "{{ a.b }}", "{{ veld.x | hoofdletter }}", '{{ feit["x-1"].y }}', "{{\n a\n}}", "{{}}", "{{ 1 }}",
    "{{ c, d }}", "{{", "}}", "{%", "%}", "{#", "#}", " if x ", "{", "}", "-", "+", "(", ")", '"', "\r",
)  # fmt: skip
_MARKDOWN = (
    "a", "Wij gaan", "\n", "\n\n", " ", "[^x-1]", ". ", "é", "  ", "!", "[", "]", "\\", "*", "_", "<", "&",
    f"{PLACEHOLDER_START}0{PLACEHOLDER_END}", "&amp;", "|", "---", "===", "1. ", "1", ":", ":a: b", "#", "> ", "\u00a0", "\t",
    "\r", "`", "(b)", "~~~", "+", "^", "\0", "\u2028", "\x0b", "https://a.nl", "“", "=", "²", "\u0301", "\x85",
)  # fmt: skip


def texts(parts: tuple[str, ...], seed: int) -> list[str]:
    chance = Random(seed)
    return [
        "".join(chance.choices(parts[: chance.choice((8, len(parts)))], k=chance.randint(0, 9))) for _ in range(TRIES)
    ]


def outcome(read: Callable[[str], object], text: str) -> object:
    try:
        return read(text)
    except ComposerError as error:
        return str(error), error.line


def dumped(node: nodes.Node) -> object:
    """A tree with its lines."""
    fields = [(name, held) for name, held in node.iter_fields() if not isinstance(held, list)]
    return type(node).__name__, node.lineno, repr(fields), [dumped(child) for child in node.iter_child_nodes()]


def never(source: str) -> None:
    """Nothing is read along the short way."""


def test_words_and_values_make_the_tree_that_jinja_makes(monkeypatch: pytest.MonkeyPatch) -> None:
    tried = texts(_JINJA, 1)
    short = [outcome(lambda text: dumped(parse(text)), text) for text in tried]
    taken = sum(jinja._of_words_and_values(text) is not None for text in tried)  # pyright: ignore[reportPrivateUsage]
    monkeypatch.setattr(jinja, "_of_words_and_values", never)
    assert short == [outcome(lambda text: dumped(parse(text)), text) for text in tried]
    assert TRIES / 10 < taken < TRIES


def test_plain_paragraphs_make_the_blocks_that_the_grammar_makes(monkeypatch: pytest.MonkeyPatch) -> None:
    tried = texts(_MARKDOWN, 2)
    short = [parse_markdown(text) for text in tried]
    taken = sum(plain_paragraphs(text) is not None for text in tried)
    monkeypatch.setattr(markdown, "plain_paragraphs", never)
    assert short == [parse_markdown(text) for text in tried]
    assert TRIES / 10 < taken < TRIES
