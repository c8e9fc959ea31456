"""Money in words."""

from decimal import Decimal

import pytest

from composer.domain.figures import borne_out, figures
from composer.domain.numerals import numeral
from composer.domain.values import AmountValue

NUMERALS = {
    "twee": 2, "drieënnegentig": 93, "honderdvijftig": 150, "honderdenvijf": 105, "tweehonderd": 200,
    "twaalfhonderd": 1200, "duizend": 1000, "vijfduizend": 5000, "vijfentwintigduizend driehonderd": 25300,
    "honderdtachtigduizend": 180000, "honderdhonderd": None, "duizendduizend": None, "bank": None,
}  # fmt: skip


@pytest.mark.parametrize(("words", "number"), NUMERALS.items(), ids=list(NUMERALS))
def test_numbers_in_words(words: str, number: int | None) -> None:
    assert numeral(words) == number


MONEY: dict[str, tuple[int, str] | None] = {
    "Dat is honderdvijftig miljoen euro.": (150_000_000, "honderdvijftig miljoen euro"),
    "Dat is ruim twee miljoen euro.": (2_000_000, "ruim twee miljoen euro"),
    "Het kost anderhalf miljoen.": (1_500_000, "anderhalf miljoen"),
    "Het kost een half miljoen euro.": (500_000, "een half miljoen euro"),
    "Het kost tweeënhalf miljard euro.": (2_500_000_000, "tweeënhalf miljard euro"),
    "Wij krijgen een miljoen euro.": (1_000_000, "een miljoen euro"),
    "Wij krijgen vijfduizend euro.": (5_000, "vijfduizend euro"),
    "Het gaat om miljoenen euro’s.": None,
    "De euro is een munt.": None,
    "Een euro is genoeg.": None,
}


@pytest.mark.parametrize(("text", "told"), MONEY.items(), ids=list(MONEY))
def test_money_in_words(text: str, told: tuple[int, str] | None) -> None:
    found = [(figure.value, figure.words) for figure in figures(text) if figure.kind == "bedrag"]
    assert found == ([(Decimal(told[0]), told[1])] if told else [])


BORNE = [
    ("honderdvijftig miljoen euro", None, True),
    ("honderdtachtig miljoen euro", None, False),
    ("ruim honderdveertig miljoen euro", None, False),
    ("meer dan honderd miljoen euro", None, True),
    ("ruim honderdvijftig miljoen euro", "ruim", True),
    ("honderdvijftig miljoen euro", "ruim", False),
]


@pytest.mark.parametrize(("text", "order", "expected"), BORNE)
def test_money_in_words_says_what_an_amount_says(text: str, order: str | None, expected: bool) -> None:
    held = AmountValue.model_validate({"soort": "bedrag", "waarde": 150_000_000, "orde": order})
    (figure,) = figures(text)
    assert borne_out(figure, [held]) is expected
