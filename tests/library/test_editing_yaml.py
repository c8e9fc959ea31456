"""Changes in a list or a head leave every other line as its writer left it."""

from textwrap import dedent

import pytest
from hypothesis import given
from hypothesis import strategies as st

from composer.domain.errors import ComposerError
from composer.library.editing_yaml import records, with_record, with_values
from composer.library.yaml import read_yaml

LIST = dedent("""\
    # Feiten over de SPUK.

    - id: een   # de eerste
      stelling: Een.   # blijft
      waarden:
        jaar: {soort: jaar, waarde: 2025}

    # Over twee.
    - id: twee
      stelling: >-
        Twee, op
        twee regels.
      # hoort bij twee
      kracht: besluit
    # Over drie.
    - {id: drie, stelling: Drie.}
    # slot
    """)

HEAD = dedent("""\
    id: een
    # waarom dit er staat
    titel: "Een: titel"   # met reden
    status: concept
    terugblik: [a, b]
    """)


def test_each_record_is_read_by_itself() -> None:
    found = records(LIST)
    assert list(found) == ["een", "twee", "drie"]
    assert found["een"].startswith("id: een   # de eerste\nstelling: Een.   # blijft\n")
    assert found["twee"].endswith("# hoort bij twee\nkracht: besluit")
    assert read_yaml(found["drie"]).data == {"id": "drie", "stelling": "Drie."}


def test_only_the_lines_of_one_record_change() -> None:
    changed = with_record(LIST, "twee", "id: twee\nstelling: Anders.")
    assert changed == LIST.replace(
        "  stelling: >-\n    Twee, op\n    twee regels.\n  # hoort bij twee\n  kracht: besluit\n",
        "  stelling: Anders.\n",
    )


@pytest.mark.parametrize("key", ["een", "twee", "drie"])
def test_a_record_put_back_as_it_was_changes_nothing(key: str) -> None:
    assert with_record(LIST, key, records(LIST)[key]) == LIST


def test_a_new_record_comes_last() -> None:
    assert with_record(LIST, "vier", "id: vier\nstelling: Vier.") == LIST + "\n- id: vier\n  stelling: Vier.\n"


def test_a_record_is_taken_away() -> None:
    assert "twee" not in records(with_record(LIST, "twee", ""))


def test_the_first_record_of_a_file() -> None:
    assert with_record("", "een", "id: een\nlijst:\n- a\n- b") == "- id: een\n  lijst:\n  - a\n  - b\n"


def test_a_list_that_is_indented_and_has_its_dash_on_a_line_of_its_own() -> None:
    text = "  -\n    id: een\n    a: 1\n  - id: twee\n    a: 2\n"
    assert records(text) == {"een": "id: een\na: 1", "twee": "id: twee\na: 2"}
    assert records(with_record(text, "een", "id: een\na: 3"))["een"] == "id: een\na: 3"


@pytest.mark.parametrize("text", ["[{id: een}, {id: twee}]\n", "id: een\n", "- id: een\n- id: een\n"])
def test_a_file_that_cannot_be_edited_safely_is_left_alone(text: str) -> None:
    with pytest.raises(ComposerError):
        with_record(text, "een", "id: een\na: 1")


def test_one_value_of_a_head_changes_and_nothing_else() -> None:
    assert with_values(HEAD, {"status": "vastgesteld"}) == HEAD.replace("concept", "vastgesteld").rstrip("\n")


def test_values_come_and_go() -> None:
    changed = with_values(HEAD, {"terugblik": None, "eigenaar": "K. de Boer", "verplicht": True})
    assert read_yaml(changed).data == {
        "id": "een", "titel": "Een: titel", "status": "concept", "eigenaar": "K. de Boer", "verplicht": "ja"
    }  # fmt: skip
    assert '# waarom dit er staat\ntitel: "Een: titel"   # met reden' in changed


def test_a_map_on_one_line_is_written_anew() -> None:
    assert read_yaml(with_values("{id: een, a: 1}", {"a": "2"})).data == {"id": "een", "a": "2"}


WORDS = st.text(alphabet="aé€: -#'\"{}[]|>&*!%@`\n\t,ij0", max_size=30)
RECORD = st.dictionaries(st.sampled_from(["stelling", "wie", "waarden", "lijst"]), WORDS | st.lists(WORDS, max_size=3))


@given(st.lists(RECORD, min_size=1, max_size=4), RECORD, st.integers(0, 4))
def test_whatever_records_hold_only_the_one_becomes_otherwise(
    before: list[dict[str, object]], new: dict[str, object], at: int
) -> None:
    text = ""
    for number, record in enumerate(before):
        text = with_record(text, f"r{number}", with_values(f"id: r{number}", record))
    changed = read_yaml(with_record(text, f"r{at}", with_values(f"id: r{at}", new))).data
    expected = [{"id": f"r{number}", **record} for number, record in enumerate(before)]
    place = min(at, len(expected))
    expected[place : place + 1] = [{"id": f"r{at}", **new}]
    assert changed == [{k: v if v != [] else [] for k, v in record.items()} for record in expected]


WITHIN = dedent("""\
    naam: Ons huis
    kleuren:              # zes cijfers
      accent: 1F4E79      # koppen
      tint: E9EFF5
      # tot slot
      lijn: C9D2DC
    marges: {boven: 25, onder: 25}
    """)


def test_within_a_map_only_the_lines_that_differ_change() -> None:
    changed = with_values(WITHIN, {"kleuren": {"accent": "AA0000", "tint": "E9EFF5", "lijn": "C9D2DC"}})
    assert changed == WITHIN.replace("1F4E79      # koppen", "AA0000").rstrip("\n")


def test_within_a_map_keys_come_and_go() -> None:
    changed = with_values(WITHIN, {"kleuren": {"accent": "1F4E79", "gedempt": "595F69", "lijn": "C9D2DC"}})
    assert changed == WITHIN.replace("  tint: E9EFF5\n", "").replace(
        "  lijn: C9D2DC\n", "  lijn: C9D2DC\n  gedempt: 595F69\n"
    ).rstrip("\n")


def test_a_map_within_on_one_line_is_written_anew() -> None:
    changed = with_values(WITHIN, {"marges": {"boven": 30, "onder": 25}})
    assert read_yaml(changed).data["marges"] == {"boven": "30", "onder": "25"}
    assert "# koppen" in changed


def test_whole_numbers_have_no_quotes() -> None:
    assert with_values("rijen:\n  GM0014: 10 # Groningen", {"rijen": {"GM0014": "10", "GM0034": "20"}}) == (
        "rijen:\n  GM0014: 10 # Groningen\n  GM0034: 20"
    )
