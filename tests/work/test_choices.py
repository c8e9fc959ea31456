"""The three choices of a letter."""

from datetime import date

import pytest

from composer.library.library import Library
from composer.work.writing.choices import matching, with_date, with_municipality, with_reference_date, with_template
from tests.libraries import DAY, Shelf, a_letter


def test_another_municipality_keeps_what_was_written() -> None:
    letter = with_municipality(a_letter("Eigen tekst."), "GM0002")
    assert letter.municipality == "GM0002"
    assert letter.piece("a1") is not None


def test_the_reference_date_is_left_out_when_it_is_the_letters_own() -> None:
    assert with_reference_date(a_letter(), date(2024, 12, 10)).reference_day == date(2024, 12, 10)
    assert with_reference_date(a_letter(peildatum=date(2024, 12, 10)), DAY).reference_day is None


def test_another_date_of_the_letter_leaves_the_reference_date() -> None:
    letter = with_date(a_letter(), date(2025, 1, 7))
    assert (letter.date, letter.reference_date) == (date(2025, 1, 7), DAY)
    assert with_date(letter, DAY).reference_day is None


def test_another_kind_keeps_every_piece(shelf: Shelf) -> None:
    shelf.template(
        "memo",
        """
        titel: Memo
        secties:
          - {id: geld, onderwerpen: [spuk]}
          - {id: rest, onderwerpen: [resolutie], standaard: [alv-aangenomen]}
        ---
        {{ sectie.geld }}

        {{ sectie.rest }}
        """,
    )
    library = shelf.load()
    letter = a_letter("Eigen tekst.", secties={
        "aanleiding": [{"id": "a1", "tekst": "Eigen tekst."}], "geld": [{"id": "a2", "tekstblok": "bijdrage"}],
    })  # fmt: skip
    memo = with_template(letter, library.template("memo"), library)
    assert {name: [piece.id for piece in pieces] for name, pieces in memo.sections.items()} == {
        "geld": ["a2"],
        "rest": ["a1"],
    }


def test_an_empty_section_gets_what_the_kind_proposes(library: Library) -> None:
    letter = with_template(a_letter(), library.template("brief"), library)
    assert [piece.snippet for piece in letter.sections["aanleiding"]] == ["alv-aangenomen"]


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("berg", ["Bergdam"]),
        ("den be", ["Bergdam"]),
        ("waterh", ["'s-Waterhuizen"]),
        ("leek", ["Oosterleek"]),
        ("xyz", []),
    ],
)
def test_municipalities_are_found_by_any_of_their_names(library: Library, query: str, expected: list[str]) -> None:
    assert [municipality.name for municipality in matching(query, library)] == expected


def test_nothing_typed_gives_all_by_name(library: Library) -> None:
    assert len(matching("", library)) == len(library.municipalities)


def test_a_name_goes_before_another_name(library: Library) -> None:
    assert matching("o", library)[0].name == "Oosterleek"
