"""Gaps, empty sections, passages that no one approved."""

from datetime import date

import pytest

from composer.library.library import Library
from tests.check.remarks import findings, remarked, words
from tests.libraries import Shelf, a_letter


def test_a_value_that_nobody_filled_in(library: Library):
    [gap] = remarked("gat", "Dit zegt {{ veld.vergadering }}.", library, velden={"portefeuillehouder": "C. Bakker"})
    assert (gap.words, gap.severity, gap.piece) == ("[nog invullen: raadsvergadering]", "blokkerend", "a1")
    assert gap.action
    assert (gap.action.kind, gap.action.target) == ("veld", "vergadering")


def test_an_obligatory_section_without_a_word(library: Library):
    assert words("sectie-leeg", "Tekst.", library, section="geld") == ["Aanleiding"]
    assert words("sectie-leeg", "Tekst.", library) == []


WORDLESS = [
    ("[^alv-nam-aan]", True),
    ("[^alv-nam-aan].", True),
    ("[^alv-nam-aan]\n\n[^spuk-blijft]", True),
    ("Tekst.[^alv-nam-aan]", False),
    ("> Zo zei men het.", False),
    ("| a | b |\n|---|---|\n| 3 | 4 |", False),
    ("{{ veld.vergadering }}", False),
]


@pytest.mark.parametrize(("text", "empty"), WORDLESS, ids=[text for text, _ in WORDLESS])
def test_a_section_with_nothing_but_a_citation_is_empty(text: str, empty: bool, library: Library):
    assert bool(words("sectie-leeg", text, library)) is empty


@pytest.mark.parametrize(
    ("head", "today", "expected"),
    [
        ("status: vastgesteld", date(2024, 12, 20), []),
        ("status: concept", date(2024, 12, 20), ["waarschuwing"]),
        ("status: ter-beoordeling", date(2024, 12, 20), ["waarschuwing"]),
        ("status: ingetrokken", date(2024, 12, 20), ["waarschuwing"]),
        ("status: vastgesteld\nherzien_voor: 2025-01-01", date(2024, 12, 20), []),
        ("status: vastgesteld\nherzien_voor: 2025-01-01", date(2025, 1, 1), ["tip"]),
    ],
)
def test_a_passage_is_approved_and_up_to_date(head: str, today: date, expected: list[str], shelf: Shelf):
    shelf.passage("resolutie/los", f"titel: Los\nonderwerp: resolutie\neigenaar: Ans\n{head}\n---\nTekst.")
    letter = a_letter(secties={"aanleiding": [{"id": "a1", "tekstblok": "los"}]})
    found = [f for f in findings(letter, shelf.load(), today) if f.code == "niet-beoordeeld"]
    assert [finding.severity for finding in found] == expected
    assert all("Ans" in finding.advice for finding in found)


@pytest.mark.parametrize(
    ("field", "told"),
    [
        ({"vergadering": "2025-01-30"}, []),
        ({"vergadering": ""}, []),
        ({"vergadering": "2025-13-30"}, ["2025-13-30"]),
        ({"vergadering": "30 januari 2025"}, ["30 januari 2025"]),
    ],
)
def test_a_field_for_a_day_holds_a_day(field: dict[str, str], told: list[str], library: Library):
    assert words("veld-past-niet", "Tekst.", library, velden=field) == told


def test_a_field_with_choices_holds_one_of_them(shelf: Shelf):
    head = "id: kies\ntitel: Kies\nvelden: [{naam: koers, label: Koers, soort: keuze, keuzes: [door, weg]}]"
    shelf.write("templates/kies.md", f"---\n{head}\nsecties: [{{id: a}}]\n---\n{{{{ sectie.a }}}}\n")
    library = shelf.load()
    for course, told in (("door", []), ("terug", ["terug"])):
        letter = a_letter(sjabloon="kies", velden={"koers": course}, secties={})
        assert [f.words for f in findings(letter, library) if f.code == "veld-past-niet"] == told
