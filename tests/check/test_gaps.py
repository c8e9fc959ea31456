"""What nobody has filled in yet stands in the way, wherever on the page it is, once for each name and piece."""

from typing import Any

import pytest

from composer.library.library import Library
from tests.check.remarks import findings, remarked
from tests.libraries import a_letter

FILLED = {"portefeuillehouder": "C. Bakker"}

PLACES = [
    ("in a sentence", "Door {{ gemeente.planstatus }}."),
    ("in bold", "Door **{{ gemeente.planstatus }}**."),
    ("in a link", "Zie [{{ gemeente.planstatus }}](https://a.nl)."),
    ("as an address", "Zie [dit]({{ gemeente.planstatus }})."),
    ("in a heading", "# Kop {{ gemeente.planstatus }}\n\nTekst."),
    ("in a list", "- {{ gemeente.planstatus }}"),
    ("in a table", "| a |\n|---|\n| {{ gemeente.planstatus }} |"),
    ("in a quote", "> {{ gemeente.planstatus }}"),
    ("in a field", ":Stand: {{ gemeente.planstatus }}"),
    ("as a condition", "{% if gemeente.planstatus == 'x' %}a{% else %}b{% endif %}"),
    ("twice", "{{ gemeente.planstatus }} en {{ gemeente.planstatus }}"),
]


@pytest.mark.parametrize("text", [case[1] for case in PLACES], ids=[case[0] for case in PLACES])
def test_a_gap_is_found_wherever_it_stands(text: str, library: Library) -> None:
    [finding] = remarked("gat", text, library, velden=FILLED)
    assert (finding.words, finding.piece, finding.severity) == (
        "[nog invullen: stand van het plan]",
        "a1",
        "blokkerend",
    )


NAMES: list[tuple[str, str, tuple[str, str] | None]] = [
    ("{{ veld.kenmerk }}", "[nog invullen: kenmerk]", ("veld", "kenmerk")),
    ("{{ gemeente.planstatus }}", "[nog invullen: stand van het plan]", ("profiel", "gemeente.planstatus")),
    ("{{ gemeente.adres }}", "[nog invullen: adres van de gemeente]", ("profiel", "gemeente.adres")),
    ("{{ brief.kenmerk }}", "[nog invullen: kenmerk]", None),
]


@pytest.mark.parametrize(("text", "words", "action"), NAMES)
def test_a_gap_is_called_as_users_call_it_and_leads_to_where_it_is_filled(
    text: str, words: str, action: tuple[str, str] | None, library: Library
) -> None:
    [finding] = remarked("gat", text, library, velden=FILLED)
    assert finding.words == words
    assert (finding.action and (finding.action.kind, finding.action.target)) == action


def test_a_gap_of_the_template_belongs_to_no_piece(library: Library) -> None:
    [finding] = remarked("gat", "Tekst.", library)
    assert (finding.words, finding.piece) == ("[nog invullen: portefeuillehouder]", None)


def test_the_same_gap_in_two_pieces_is_told_of_each(library: Library) -> None:
    letter = a_letter("{{ gemeente.adres }}", "{{ gemeente.adres }}", velden=FILLED)
    assert [finding.piece for finding in findings(letter, library) if finding.code == "gat"] == ["a1", "a2"]


def test_two_gaps_in_one_piece_are_both_told(library: Library) -> None:
    found = remarked("gat", "{{ gemeente.adres }} {{ gemeente.planstatus }}", library, velden=FILLED)
    assert len(found) == 2


def test_a_source_that_cannot_be_named_on_the_letters_date_is_a_gap_of_the_fact(library: Library) -> None:
    found = remarked("gat", "Zin.[^alv-nam-aan]", library, velden=FILLED, datum="2024-11-30")
    assert [(finding.words, finding.facts, finding.piece) for finding in found] == [
        ("[nog invullen: bron]", ("alv-nam-aan",), "a1")
    ]


COMPLETE: list[tuple[str, dict[str, Any]]] = [
    ("Alles bekend: {{ gemeente.naam }}.", {}),
    ("Leeg laten mag: {% if veld.kenmerk is bekend %}{{ veld.kenmerk }}{% endif %}.", {}),
    ("Ingevuld: {{ veld.kenmerk }}.", {"velden": FILLED | {"kenmerk": "Z-1"}}),
]


@pytest.mark.parametrize(("text", "changes"), COMPLETE)
def test_what_is_known_or_may_be_left_out_is_no_gap(text: str, changes: dict[str, Any], library: Library) -> None:
    assert remarked("gat", text, library, **({"velden": FILLED} | changes)) == []


CONDITIONAL = {"aanleiding": [{"id": "a1", "tekstblok": "motie-gesteund"}]}
NOTHING = "{% if gemeente.naam == 'X' %}x{% endif %}"
EMPTY: list[tuple[str, dict[str, Any]]] = [
    ("no piece", {"secties": {}}),
    ("an empty list", {"secties": {"aanleiding": []}}),
    ("a piece without a word", {"secties": {"aanleiding": [{"id": "a1", "tekst": "  \n"}]}}),
    ("a piece with nothing but a comment", {"secties": {"aanleiding": [{"id": "a1", "tekst": "{# later #}"}]}}),
    ("a passage that is not for this municipality", {"gemeente": "GM0002", "secties": CONDITIONAL}),
    ("a passage that asks first", {"gemeente": "GM0003", "secties": CONDITIONAL}),
    ("a text that its condition leaves out", {"secties": {"aanleiding": [{"id": "a1", "tekst": NOTHING}]}}),
]  # fmt: skip


@pytest.mark.parametrize("changes", [case[1] for case in EMPTY], ids=[case[0] for case in EMPTY])
def test_an_obligatory_section_without_a_word_on_the_page_stands_in_the_way(
    changes: dict[str, Any], library: Library
) -> None:
    found = [finding for finding in findings(a_letter(**changes), library) if finding.code == "sectie-leeg"]
    assert [(finding.words, finding.severity) for finding in found] == [("Aanleiding", "blokkerend")]


@pytest.mark.parametrize("text", ["Tekst.", "{{ gemeente.planstatus }}", "- punt", "# Kop"])
def test_a_section_with_something_on_the_page_is_not_empty(text: str, library: Library) -> None:
    assert remarked("sectie-leeg", text, library) == []


LEFT_OPEN = [
    "[nog invullen: bedrag]", "[invullen]", "[stand en bron invullen]", "[datum navragen bij de VNG]", "[wel | niet]",
    "[aan tafel | in een lager tempo | anders]", "[jaar]", "[aan te vullen]", "€ …", "€ XXX", "_____",
]  # fmt: skip


@pytest.mark.parametrize("words", LEFT_OPEN)
def test_what_the_writer_left_open_stands_in_the_way(words: str, library: Library) -> None:
    [finding] = remarked("gat", f"Dit is {words} voor ons.", library, velden=FILLED)
    assert (finding.words, finding.piece, finding.severity) == (words, "a1", "blokkerend")


def test_a_field_can_be_left_open_too(library: Library) -> None:
    [finding] = remarked("gat", "Tekst.", library, velden={"portefeuillehouder": "[nog invullen: portefeuillehouder]"})
    assert (finding.words, finding.piece) == ("[nog invullen: portefeuillehouder]", None)


def test_a_field_of_spaces_is_not_filled_in(library: Library) -> None:
    [finding] = remarked("gat", "Tekst.", library, velden={"portefeuillehouder": "  "})
    assert finding.words == "[nog invullen: portefeuillehouder]"


NOT_OPEN = [
    "“Wij stoppen […] met de gesprekken”, schrijft de VNG.", "De brief [van de VNG] is bekend.", "Wij vullen dit in.",
    "Zie [de resolutie](https://a.nl).", "Dit kost € 3.", "De som [1] klopt.", "Dat is niet ... zeker.",
]  # fmt: skip


@pytest.mark.parametrize("text", NOT_OPEN)
def test_brackets_and_dots_alone_leave_nothing_open(text: str, library: Library) -> None:
    assert remarked("gat", text, library, velden=FILLED) == []
