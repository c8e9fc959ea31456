"""YAML as users mean it, and nothing hostile."""

import time
from pathlib import Path
from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from composer.domain.errors import ComposerError
from composer.library.yaml import read_yaml, write_yaml

MEANT = [
    ("a: NO", {"a": "NO"}),
    ("a: no", {"a": "no"}),
    ("a: ja", {"a": "ja"}),
    ("a: true", {"a": "true"}),
    ("a: 0123", {"a": "0123"}),
    ("a: 0x1F", {"a": "0x1F"}),
    ("a: 12:30:00", {"a": "12:30:00"}),
    ("a: 1_000", {"a": "1_000"}),
    ("a: 1e3", {"a": "1e3"}),
    ("a: .inf", {"a": ".inf"}),
    ("a: 2022-13-01", {"a": "2022-13-01"}),
    ("a: 2022-01-01", {"a": "2022-01-01"}),
    ("a: =", {"a": "="}),
    ("a:", {"a": None}),
    ("a: ~", {"a": None}),
    ("a: null", {"a": None}),
    ("a: ''", {"a": ""}),
    ("a: 'null'", {"a": "null"}),
    ('a: "null"', {"a": "null"}),
    ("a: [x, NO, 3]", {"a": ["x", "NO", "3"]}),
    ("- a\n- b: 1", ["a", {"b": "1"}]),
    ("2025: x", {"2025": "x"}),
    ("NO: x", {"NO": "x"}),
    ("a: |\n  eerste\n  tweede\n", {"a": "eerste\ntweede\n"}),
    ("a: >-\n  eerste\n  tweede\n", {"a": "eerste tweede"}),
    ("a: 'het is ''zo'''", {"a": "het is 'zo'"}),
    ("a: 1 # opmerking", {"a": "1"}),
    ("", None),
    ("# alleen een opmerking", None),
    ("---\na: 1\n", {"a": "1"}),
    ("a: 1\n...\n", {"a": "1"}),
    ("a: 1\r\nb: 2\r\n", {"a": "1", "b": "2"}),
    ("a: é€“”", {"a": "é€“”"}),
    ("a: 😀", {"a": "😀"}),
]


@pytest.mark.parametrize(("text", "data"), MEANT, ids=[repr(text) for text, _ in MEANT])
def test_what_users_write_is_what_is_read(text: str, data: object) -> None:
    assert read_yaml(text).data == data


MISTAKES = [
    ("a: 1\nb: 2\na: 3", 3, "“a” staat er twee keer"),
    ("a: {b: 1, b: 2}", 1, "“b” staat er twee keer"),
    ("a: &x 1", 1, "verwijzingen met & en *"),
    ("a: 1\nb: *x", 2, "verwijzingen met & en *"),
    ("a: 1\n<<: *x", 2, "verwijzingen met & en *"),
    ("&x a: 1", 1, "verwijzingen met & en *"),
    ("- &x [1]", 1, "verwijzingen met & en *"),
    ("a: !!python/object:os.system x", 1, "typeaanduidingen met !"),
    ("a: !!str 1", 1, "typeaanduidingen met !"),
    ("a: !eigen 1", 1, "typeaanduidingen met !"),
    ("!!map {a: 1}", 1, "typeaanduidingen met !"),
    ("a: 1\n\tb: 2", 2, "geen geldige YAML"),
    ("a:\n\t- b", 2, "een tab"),
    ("a: b: c", 1, "een “:” waar dat niet kan"),
    ("a: 1\nb\nc: 2", 3, "ontbreekt een “:”"),
    ("a: 'open", 1, "aanhalingsteken"),
    ('a: "open', 1, "aanhalingsteken"),
    ("a: [1, 2", 1, "geen geldige YAML"),
    ("a: 1\nb: [1, 2\nc: 3\nd: 4", 2, "geen geldige YAML"),
    ("a: 1\nb: 'open\nc: 3\nd: 4", 2, "aanhalingsteken"),
    ("a: {b: 1\nc: 2\n", 1, "geen geldige YAML"),
    ("a: 1\n  b: 2", 2, "geen geldige YAML"),
    ("- a\nb: 1", 2, "geen geldige YAML"),
    ("a: 1\n---\nb: 2", 2, "tweede document"),
    ("? [1, 2]\n: x", 1, "een sleutel moet een gewoon woord zijn"),
    ("? {a: 1}\n: x", 1, "een sleutel moet een gewoon woord zijn"),
    ("a: @b", 1, "geen geldige YAML"),
    ("a: `b`", 1, "geen geldige YAML"),
    ("a: %b", 1, "geen geldige YAML"),
]


@pytest.mark.parametrize(("text", "line", "said"), MISTAKES, ids=[repr(text) for text, _, _ in MISTAKES])
def test_a_mistake_is_told_in_dutch_with_its_line_and_what_to_do(text: str, line: int, said: str) -> None:
    with pytest.raises(ComposerError) as caught:
        read_yaml(text, Path("map/bestand.yaml"))
    assert said in caught.value.message
    assert str(caught.value).startswith(f"{Path('map/bestand.yaml')}:{line}: ")
    assert ";" in caught.value.message or "moet" in caught.value.message
    assert "\n" not in str(caught.value)


def test_a_control_character_is_told_with_its_line() -> None:
    with pytest.raises(ComposerError) as caught:
        read_yaml("a: 1\nb: 2\nc: \x07")
    assert caught.value.line == 3


@pytest.mark.parametrize("text", ["a: \x00", "a: \x07b", "\x1b[31m"])
def test_control_characters_are_refused(text: str) -> None:
    with pytest.raises(ComposerError, match="een stuurteken"):
        read_yaml(text)


HOSTILE = {
    "nested lists": "[" * 100_000,
    "nested maps": "{a: " * 100_000,
    "nested lists on lines": "- " * 100_000,
    "nested maps on lines": "\n".join(" " * depth + "a:" for depth in range(1_500)),
    "nested keys": "? " * 100_000,
    "many values": "- a\n" * 500_000,
    "too much text": "a" * 4_000_001,
    "billion laughs": "a: &a [x,x]\nb: &b [*a,*a]\nc: &c [*b,*b]",
    "many keys": "{" + ",".join(f"k{number}" for number in range(300_000)) + "}",
    "many quotes": "'" * 1_000_001,
}


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_yaml_is_refused_within_two_seconds(name: str) -> None:
    begun = time.process_time()
    with pytest.raises(ComposerError):
        read_yaml(HOSTILE[name])
    assert time.process_time() - begun < 2


def test_every_key_and_item_knows_its_line() -> None:
    marked = read_yaml("a: 1\nb:\n  - x\n  -\n    c: 2\nd: {e: 3}\n")
    assert {path: marked.line(path) for path in ((), ("a",), ("b",), ("b", 0), ("b", 1, "c"), ("d", "e"))} == {
        (): 1,
        ("a",): 1,
        ("b",): 2,
        ("b", 0): 3,
        ("b", 1, "c"): 5,
        ("d", "e"): 6,
    }
    assert marked.line(("b", 1, "zoek", "geraakt")) == 5
    assert marked.line(("zoek",)) == 1


def test_lines_count_from_the_line_on_which_the_text_begins() -> None:
    marked = read_yaml("a: 1\nb: 2", first_line=5)
    assert marked.line(("b",)) == 6
    with pytest.raises(ComposerError) as caught:
        read_yaml("a: 1\na: 2", Path("x.md"), first_line=5)
    assert caught.value.line == 6


TEXT = st.text(st.characters(codec="utf-8", exclude_categories=("Cs",)), max_size=60)
DATA = st.recursive(
    st.one_of(TEXT, st.none()),
    lambda inner: st.one_of(st.lists(inner, max_size=4), st.dictionaries(TEXT, inner, max_size=4)),
    max_leaves=12,
)


@given(DATA)
@example("\x85")
@example("a\u2028b\n")
@example(["\u2029", "\ufeff", "\r", "a\r\nb"])
def test_what_is_written_reads_back_the_same(data: Any) -> None:
    assert read_yaml(write_yaml({"held": data})).data == {"held": data}


LINES = st.lists(st.text(alphabet=" aé:-#|>'\"[]{}!&*%@`\t…\u00a0", max_size=12), max_size=8).map("\n".join)


@given(LINES, LINES)
def test_texts_of_several_lines_read_back_the_same(first: str, second: str) -> None:
    data = {"secties": {"a": [{"id": "a1", "tekst": first}, {"tekst": second}]}, "velden": {"b": first}}
    assert read_yaml(write_yaml(data)).data == data


def test_a_text_of_several_lines_is_written_as_a_block() -> None:
    assert write_yaml({"tekst": "Eerste regel.\n\nDerde regel.\n"}) == "tekst: |\n  Eerste regel.\n\n  Derde regel.\n"


def test_dates_are_written_plain_and_keys_in_their_order() -> None:
    assert write_yaml({"z": "2024-12-10", "a": 1}) == "z: 2024-12-10\na: 1\n"
