"""Typed values and every Dutch form in which they are printed and looked up."""

from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import TypeAdapter, ValidationError

from composer.domain import dutch
from composer.domain.values import Value, bare_forms, forms, written

READER: TypeAdapter[Any] = TypeAdapter(Value)


def value(kind: str, held: object, order: str | None = None, **more: object) -> Any:
    return READER.validate_python({"soort": kind, "waarde": held, **({"orde": order} if order else {}), **more})


WRITTEN = [
    (value("datum", "2024-11-29"), "29 november 2024"),
    (value("datum", "2024-11"), "november 2024"),
    (value("datum", "2024"), "2024"),
    (
        value("datum", {"niet_voor": "2024-12-18", "uiterlijk": "2025-02-28"}),
        "tussen 18 december 2024 en 28 februari 2025",
    ),
    (value("jaar", "2025"), "2025"),
    (value("bedrag", "150"), "€ 150"),
    (value("bedrag", "1150"), "€ 1.150"),
    (value("bedrag", "0"), "€ 0"),
    (value("bedrag", "-1150"), "€ -1.150"),
    (value("bedrag", "999999"), "€ 999.999"),
    (value("bedrag", "1000000"), "€ 1 miljoen"),
    (value("bedrag", "2860000"), "€ 2,86 miljoen"),
    (value("bedrag", "2865000"), "€ 2.865.000"),
    (value("bedrag", "150000000", "circa"), "circa € 150 miljoen"),
    (value("bedrag", "1000000000"), "€ 1 miljard"),
    (value("bedrag", "1500000000"), "€ 1,5 miljard"),
    (value("bedrag", "10010000000"), "€ 10,01 miljard"),
    (value("percentage", "93"), "93%"),
    (value("percentage", "93", "ruim"), "ruim 93%"),
    (value("percentage", "2.5"), "2,5%"),
    (value("percentage", "0.05"), "0,05%"),
    (value("aantal", "3"), "drie"),
    (value("aantal", "0"), "nul"),
    (value("aantal", "1"), "één"),
    (value("aantal", "20"), "twintig"),
    (value("aantal", "21"), "21"),
    (value("aantal", "1234", "bijna"), "bijna 1.234"),
    (value("aantal", "-2"), "-2"),
    (value("periode", "2025"), "2025"),
    (value("periode", "2025", "begin"), "begin 2025"),
    (value("periode", "2025-02"), "februari 2025"),
    (value("periode", "2025-Q2"), "het tweede kwartaal van 2025"),
    (value("periode", "2022-zomer"), "zomer 2022"),
    (value("periode", {"van": "2024", "tot_en_met": "2026"}), "2024 tot en met 2026"),
    (value("periode", {"van": "2025-02", "tot_en_met": "2025-04"}), "februari 2025 tot en met april 2025"),
    (value("tekst", "bestuurlijk overleg"), "bestuurlijk overleg"),
]


@pytest.mark.parametrize(("held", "text"), WRITTEN, ids=[text for _, text in WRITTEN])
def test_a_value_is_printed_in_its_dutch_form(held: Any, text: str) -> None:
    assert written(held) == text


FORMS = [
    (value("datum", "2024-11-05"), {"5 november 2024", "5 november", "5-11-2024", "05-11-2024", "2024-11-05"}),
    (value("datum", "2024-11"), {"november 2024"}),
    (value("jaar", "2025"), {"2025"}),
    (value("bedrag", "1150"), {"€ 1.150", "€1.150", "1.150 euro"}),
    (
        value("bedrag", "2860000"),
        {
            "€ 2,86 miljoen", "€2,86 miljoen", "2,86 miljoen euro", "2,86 miljoen",
            "€ 2.860.000", "€2.860.000", "2.860.000 euro",
        },
    ),
    (value("percentage", "93", "ruim"), {"ruim 93%", "ruim 93 %", "ruim 93 procent"}),
    (value("aantal", "3"), {"drie", "3"}),
    (
        value("periode", "2025-Q2"),
        {"het tweede kwartaal van 2025", "tweede kwartaal 2025", "Q2 2025", "Q2-2025"},
    ),
    (value("periode", "2025-02"), {"februari 2025", "februari"}),
    (value("periode", "2022-zomer"), {"zomer 2022", "zomer van 2022", "de zomer van 2022"}),
    (
        value("periode", {"van": "2024", "tot_en_met": "2026"}),
        {"2024 tot en met 2026", "2024-2026", "2024–2026", "2024 - 2026", "2024 – 2026"},
    ),
    (value("tekst", "overleg"), {"overleg"}),
]  # fmt: skip


@pytest.mark.parametrize(("held", "expected"), FORMS, ids=[written(held) for held, _ in FORMS])
def test_a_value_is_looked_up_in_all_its_usual_forms(held: Any, expected: set[str]) -> None:
    assert set(forms(held)) == expected


@pytest.mark.parametrize(("held", "text"), WRITTEN, ids=[text for _, text in WRITTEN])
def test_the_printed_form_is_the_first_of_the_forms(held: Any, text: str) -> None:
    assert forms(held)[0] == text


ORDERED = [
    (value("bedrag", "150000000", "circa"), "€ 150 miljoen"),
    (value("percentage", "93", "ruim"), "93%"),
    (value("aantal", "1234", "bijna"), "1.234"),
    (value("periode", "2025", "eind"), "2025"),
    (value("jaar", "2025"), "2025"),
]


@pytest.mark.parametrize(("held", "text"), ORDERED)
def test_a_source_need_not_have_our_own_ruim_or_circa(held: Any, text: str) -> None:
    assert bare_forms(held)[0] == text


REFUSED = [
    {"soort": "bedrag", "waarde": "€ 150"},
    {"soort": "bedrag", "waarde": "1.150,50"},
    {"soort": "bedrag", "waarde": "9" * 40},
    {"soort": "bedrag", "waarde": "5", "orde": "ongeveer"},
    {"soort": "percentage", "waarde": "veel"},
    {"soort": "percentage", "waarde": "NaN"},
    {"soort": "percentage", "waarde": "Infinity"},
    {"soort": "percentage", "waarde": "1e999999999999"},
    {"soort": "percentage", "waarde": "1e-999999"},
    {"soort": "aantal", "waarde": "1.5"},
    {"soort": "aantal", "waarde": "9" * 40},
    {"soort": "jaar", "waarde": "25"},
    {"soort": "jaar", "waarde": "20255"},
    {"soort": "datum", "waarde": "gisteren"},
    {"soort": "periode", "waarde": "2025-Q5"},
    {"soort": "periode", "waarde": "2025-13"},
    {"soort": "periode", "waarde": {"van": "2025", "tot_en_met": "2024"}},
    {"soort": "periode", "waarde": {"van": "2025-zomer", "tot_en_met": "2024-winter"}},
    {"soort": "tekst", "waarde": ""},
    {"soort": "euro", "waarde": "1"},
    {"waarde": "1"},
    {"soort": "jaar", "waarde": "2025", "eenheid": "jaren"},
]


@pytest.mark.parametrize("record", REFUSED, ids=str)
def test_what_is_no_value_of_its_kind_is_refused(record: dict[str, object]) -> None:
    with pytest.raises(ValidationError):
        READER.validate_python(record)


def parsed(text: str) -> Decimal:
    """A number as it is written in Dutch."""
    return Decimal(text.replace(".", "").replace(",", "."))


@given(st.integers(-(10**15), 10**15))
def test_a_whole_number_comes_back_from_its_dutch_form(number: int) -> None:
    assert parsed(dutch.number(number)) == number


@given(st.decimals(-(10**9), 10**9, places=3))
def test_a_decimal_comes_back_from_its_dutch_form(number: Decimal) -> None:
    assert parsed(dutch.number(number)) == number


@given(st.integers(0, 10**14))
def test_an_amount_in_millions_says_exactly_the_amount(euros: int) -> None:
    sizes = {"miljoen": 10**6, "miljard": 10**9}
    if short := dutch.shortened(euros):
        number, size = short.split()
        assert parsed(number) * sizes[size] == euros


@given(st.integers(1, 10**6).map(lambda hundredths: hundredths * 10_000))
def test_an_amount_of_at_most_two_decimals_is_told_in_millions(euros: int) -> None:
    assert (dutch.shortened(euros) is None) == (euros < 10**6)


@given(st.dates())
def test_every_day_is_written_with_its_own_number_month_and_year(day: Any) -> None:
    number, month, year = dutch.day_in_words(day).split()
    assert (int(number), dutch.MONTHS.index(month) + 1, int(year)) == (day.day, day.month, day.year)


@pytest.mark.parametrize(
    ("names", "text"),
    [
        ((), ""),
        (("Oss",), "Oss"),
        (("Oss", "Boekel"), "Oss en Boekel"),
        (("Oss", "Boekel", "Uden"), "Oss, Boekel en Uden"),
    ],
)
def test_names_are_enumerated_as_in_dutch(names: tuple[str, ...], text: str) -> None:
    assert dutch.enumeration(names) == text


def test_counts_and_sentences_are_written_as_in_dutch() -> None:
    assert dutch.counted(1, "punt", "punten") == "één punt"
    assert dutch.counted(3, "punt", "punten") == "3 punten"
    assert dutch.as_sentence(dutch.counted(1, "punt staat open", "punten staan open")) == "Eén punt staat open."
    assert dutch.as_sentence(" is dit de BTW? ") == "Is dit de BTW?"
    assert dutch.capitalised("") == ""
