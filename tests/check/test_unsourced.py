"""Figures and days that rest on nothing, and a future that has been."""

import pytest

from composer.library.library import Library
from tests.check.remarks import words

FIGURES: list[tuple[str, list[str]]] = [
    ("Wij krijgen € 3 miljoen.", ["€ 3 miljoen"]),
    ("Van de gemeenten was 93% voor.", ["93%"]),
    ("Op 29 november 2024 was de vergadering.", ["29 november 2024"]),
    ("Er waren 12 moties.", ["12"]),
    ("Wij krijgen € 3 miljoen in 2026.", ["€ 3 miljoen", "2026"]),
    ("Wij voeren de wet uit, zie artikel 169.", []),
    ("Wij schrijven u op 20 december 2024.", []),
    ("Wij leggen u dit in 2024 voor.", []),
    ("Wij krijgen {{ feit[\"bijdrage-2025\"].bedrag }}.", []),
    ("Wij krijgen € 3 miljoen.[^spuk-blijft]", []),
    ("Dit is de stand van nu.", []),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), FIGURES, ids=[text for text, _ in FIGURES])
def test_a_figure_in_own_text_rests_on_a_fact_or_on_the_letter_itself(
    text: str, expected: list[str], library: Library
) -> None:
    assert words("cijfer-zonder-feit", text, library) == expected


def test_a_day_of_a_field_is_the_letters_own(library: Library) -> None:
    text = "De vergadering is op 30 januari 2025."
    assert words("cijfer-zonder-feit", text, library) == ["30 januari 2025"]
    assert words("cijfer-zonder-feit", text, library, velden={"vergadering": "2025-01-30"}) == []


FUTURES = [
    ("De raad zal op 19 december 2024 besluiten.", True),
    ("De bijeenkomst vindt plaats op 1 december 2024.", True),
    ("De raad zal op 21 december 2024 besluiten.", False),
    ("De raad besloot op 19 december 2024.", False),
    ("De raad zal op 19 december besluiten.", False),
    ("De raad zal besluiten.", False),
]


@pytest.mark.parametrize(("text", "passed"), FUTURES, ids=[text for text, _ in FUTURES])
def test_what_is_to_come_lies_after_the_date_of_the_letter(text: str, passed: bool, library: Library) -> None:
    assert bool(words("toekomst-verstreken", text, library)) is passed
