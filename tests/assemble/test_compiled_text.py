"""A value on the page: never markup, a gap when nobody knows it, and with its origin always."""

from operator import is_
from typing import Any

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from composer.assemble.compiled_text import CompiledText, PlaceholderValues, compile_text
from composer.assemble.jinja import parse
from composer.assemble.letter import assemble
from composer.assemble.markdown import parse_markdown
from composer.assemble.rendering import render
from composer.domain.document import Block, Emphasis, Link, Origin, Paragraph, Strong, Text, Value
from composer.domain.traversal import inline_runs, inlines, plain
from composer.library.library import Library
from tests.libraries import a_letter

HERE = Origin("eigen", "", "a1", 5)
EVERYWHERE = """\
# {{ veld.x }}

{{ veld.x }} midden {{ veld.x }} **{{ veld.x }}** *{{ veld.x }}* [{{ veld.x }}](https://a.nl)

- {{ veld.x }}

> {{ veld.x }}

| {{ veld.x }} |
|---|
| {{ veld.x }} |

:{{ veld.x }}: {{ veld.x }}
"""


def filling_of(source: str, names: dict[str, Any]) -> PlaceholderValues:
    return PlaceholderValues(render(parse(source), names), HERE, lambda path: f"het {path}")


def compiled(source: str, names: dict[str, Any]) -> CompiledText:
    filling = filling_of(source, names)
    return compile_text(parse_markdown(filling.rendered.text).blocks, filling)


def filled(source: str, names: dict[str, Any]) -> tuple[Block, ...]:
    return compiled(source, names).first.blocks


def values(blocks: tuple[Block, ...]) -> list[Value]:
    return [inline for block in blocks for inline in inlines(block) if isinstance(inline, Value)]


def shape(blocks: tuple[Block, ...]) -> object:
    """A tree with its values left out: what a value may never change."""

    def bare(inline: object) -> object:
        match inline:
            case Value():
                return "value"
            case Strong() | Emphasis() | Link():
                return type(inline).__name__, [bare(inner) for inner in inline.content]
            case _:
                return inline

    return [
        (type(block).__name__, [[bare(inline) for inline in run] for run in inline_runs(block)]) for block in blocks
    ]


SHAPE = shape(filled(EVERYWHERE, {"veld": {"x": "gewoon"}}))


@settings(max_examples=2_000)
@given(st.text(st.characters(codec="utf-8"), min_size=1, max_size=40))
@example("**vet** [a](https://b.nl) <b> `c` # | - > :x: [^feit]")
@example("{{ gemeente.naam }} {% if x %} {# y #}")
@example("\ue0000\ue001 \ue000 \ue001")
@example("a\n\n# Kop\n\n- b\n\n    code")
@example("| a |\n|---|")
@example("\\ \\* &amp; &#42;")
@example("javascript:alert(1)")
@example(" \t\u00a0\u200b\u2028")
def test_any_string_comes_out_of_the_tree_as_it_went_in_and_changes_nothing_around_it(text: str) -> None:
    blocks = filled(EVERYWHERE, {"veld": {"x": text}})
    assert [value.text for value in values(blocks)] == [text] * 12
    assert shape(blocks) == SHAPE


@settings(max_examples=200)
@given(st.text(st.characters(codec="utf-8"), min_size=1, max_size=40).filter(str.strip))
def test_any_string_stands_in_a_letter_as_its_writer_typed_it(library: Library, text: str) -> None:
    letter = a_letter("Het gaat om {{ veld.kenmerk }}, niet meer.", velden={"kenmerk": text})
    assembly = assemble(letter, library)
    [piece] = assembly.pieces
    assert [value.text for value in values(piece.blocks)] == [text]
    assert plain(next(inline_runs(piece.blocks[0]))) == f"Het gaat om {text}, niet meer."
    assert assembly.findings == ()


def test_a_value_knows_its_path_expression_fact_and_origin() -> None:
    [block] = filled('Zin.\nOp {{ feit["f"].dag | dag_maand }}.', {"feit": {"f": {"dag": "nu"}}})
    [value] = values((block,))
    assert value == Value(
        'feit["f"].dag', "nu", 'het feit["f"].dag', Origin("eigen", "", "a1", 6), "f", 'feit["f"].dag | dag_maand'
    )


def test_a_value_that_nobody_knows_is_a_gap_with_the_label_of_its_field() -> None:
    [block] = filled("Door {{ veld.wie }}.", {"veld": {"wie": None}})
    [value] = values((block,))
    assert (value.text, value.label, value.expression) == (None, "het veld.wie", "veld.wie")
    assert plain(next(inline_runs(block))) == "Door [nog invullen: het veld.wie]."


def test_a_choice_that_cannot_be_made_is_one_gap_that_names_all_that_it_needs() -> None:
    [block] = filled(
        "Wij {% if a.b == 'x' or a.c == 'y' %}doen{% else %}laten{% endif %} dit.", {"a": {"b": None, "c": None}}
    )
    [value] = values((block,))
    assert (value.text, value.label, value.expression) == (None, "het a.b, het a.c", None)


def test_a_text_that_is_empty_is_printed_and_is_no_gap() -> None:
    [block] = filled("Leeg: {{ veld.x }}.", {"veld": {"x": ""}})
    assert [value.text for value in values((block,))] == [""]


LINKS: list[tuple[str, object, tuple[object, ...]]] = [
    ("[a]({{ veld.x }})", "https://a.nl/b c", (Link("https://a.nl/b c", (Text("a"),)),)),
    ("[a](https://a.nl/{{ veld.x }})", "b", (Link("https://a.nl/b", (Text("a"),)),)),
    ("[a](https://{{ veld.x }}/b)", "www.a.nl", (Link("https://www.a.nl/b", (Text("a"),)),)),
    ("[a](https://www.{{ veld.x }}.nl)", "a", (Link("https://www.a.nl", (Text("a"),)),)),
    ("[a](mailto:{{ veld.x }})", "b@c.nl", (Link("mailto:b@c.nl", (Text("a"),)),)),
    ("[a]({{ veld.x }})", "javascript:alert(1)", (Text("a"), Text(" ("), "javascript:alert(1)", Text(")"))),
    ("[a]({{ veld.x }})", "www.a.nl", (Text("a"), Text(" ("), "www.a.nl", Text(")"))),
    ("[a]({{ veld.x }})", None, (Text("a"), None)),
    ("[a](https://a.nl/{{ veld.x }})", None, (Text("a"), None)),
]


@pytest.mark.parametrize(("source", "given_value", "expected"), LINKS)
def test_a_link_leads_only_where_an_address_is_known_and_safe(
    source: str, given_value: object, expected: tuple[object, ...]
) -> None:
    [block] = filled(source, {"veld": {"x": given_value}})
    assert isinstance(block, Paragraph)
    assert tuple(inline.text if isinstance(inline, Value) else inline for inline in block.content) == expected


PLACES = """\
Eerste {{ veld.x }}.

{# een opmerking
   van twee regels #}
- {{ veld.x }}
{% if veld.x == "nooit" %}
- weg
{% else %}
- blijft {{ veld.x }}
{% endif %}

| a |
|---|
| {{ veld.x }} |
"""


def test_every_block_and_value_knows_its_line_in_the_file() -> None:
    blocks = filled(PLACES, {"veld": {"x": "X"}})
    assert [value.origin.line for value in values(blocks)] == [5, 9, 13, 18]
    assert [block.origin.line for block in blocks] == [5, 9, 16]


def test_the_value_of_a_passage_names_the_passage_its_piece_and_the_line_in_its_file(library: Library) -> None:
    letter = a_letter(secties={"aanleiding": [{"id": "p1", "tekstblok": "alv-aangenomen"}]})
    [piece] = assemble(letter, library).pieces
    assert [(value.origin, value.fact) for value in values(piece.blocks)] == [
        (Origin("tekstblok", "alv-aangenomen", "p1", 7), "alv-nam-aan")
    ] * 2


KINDS = [
    ({"tekst": "{{ gemeente.naam }}"}, Origin("eigen", "", "p1", 1)),
    (
        {"tekstblok": "alv-aangenomen", "aangepast": "x\n\n{{ gemeente.naam }}"},
        Origin("aangepast", "alv-aangenomen", "p1", 3),
    ),
]


@pytest.mark.parametrize(("piece", "origin"), KINDS)
def test_a_value_in_the_writers_own_words_names_the_piece(
    library: Library, piece: dict[str, str], origin: Origin
) -> None:
    letter = a_letter(secties={"aanleiding": [{"id": "p1", **piece}]})
    [made] = assemble(letter, library).pieces
    assert [value.origin for value in values(made.blocks)] == [origin]


TWO = "Eerst {{ veld.x }}.\n\nDan {{ veld.y }} en {{ veld.x }}.\n\nNiets."


def test_other_values_change_their_own_blocks_and_leave_the_rest_the_very_same() -> None:
    text, other = compiled(TWO, {"veld": {"x": "a", "y": "b"}}), filling_of(TWO, {"veld": {"x": "a", "y": "c"}})
    made = text.fill({1: other.rendered.printed[1]}, lambda: other)
    assert [value.text for value in values(made.blocks)] == ["a", "c", "a"]
    assert [block is first for block, first in zip(made.blocks, text.first.blocks, strict=True)] == [True, False, True]
    assert all(map(is_, made.prototypes, text.first.blocks))
    assert [value.text for value in made.values.values()] == ["c"]
    assert text.fill({}, lambda: other) is text.first


def test_a_block_with_a_value_in_an_address_is_written_anew() -> None:
    source = "Zie [{{ veld.x }}]({{ veld.y }})."
    other = filling_of(source, {"veld": {"x": "a", "y": "nergens"}})
    text = compiled(source, {"veld": {"x": "a", "y": "https://a.nl"}})
    made = text.fill({1: other.rendered.printed[1]}, lambda: other)
    assert made.blocks == made.prototypes == filled(source, {"veld": {"x": "a", "y": "nergens"}})


def test_a_text_that_grew_keeps_the_blocks_around_what_changed() -> None:
    before = compiled("Een.\n\nTwee.\n\nVier.", {})
    after = compiled("Een.\n\nTwee.\n\nDrie.\n\nVier.", {}).keeping(before)
    assert [block in map(id, before.first.blocks) for block in map(id, after.first.blocks)] == [
        True,
        True,
        False,
        False,
    ]
