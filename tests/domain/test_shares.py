"""Shares in words, and what is none."""

from decimal import Decimal

import pytest

from composer.domain.figures import borne_out, figures
from composer.domain.shares import shares
from composer.domain.values import PercentageValue

SHARES: list[tuple[str, list[tuple[str, str]]]] = [
    ("drieënnegentig procent was voor", [("93", "drieënnegentig procent")]),
    ("eenenvijftig procent was voor", [("51", "eenenvijftig procent")]),
    ("honderd procent", [("100", "honderd procent")]),
    ("De helft van de stemmen", [("50", "De helft")]),
    ("twee derde van alle gemeenten", [("66.7", "twee derde")]),
    ("twee derde deel van de gemeenten", [("66.7", "twee derde deel")]),
    ("driekwart van onze wijken", [("75", "driekwart")]),
    ("drie van de vier regio’s", [("75.0", "drie van de vier")]),
    ("drie kwart van de leden", [("75", "drie kwart")]),
    ("tweederde van de leden", [("66.7", "tweederde")]),
    ("een op de vijf mensen", [("20", "een op de vijf")]),
    ("negen op de tien stemmen", [("90", "negen op de tien")]),
    ("een van de drie redenen", []),
    ("vier van de drie regio’s", []),
    ("de tweede helft van het jaar", []),
    ("de derde van de vier voorwaarden", []),
    ("een kwart eeuw", []),
    ("de helft", []),
]


@pytest.mark.parametrize(("text", "expected"), SHARES, ids=[text for text, _ in SHARES])
def test_shares_in_words(text: str, expected: list[tuple[str, str]]) -> None:
    assert [(share.percent, share.words) for share in shares(text)] == [
        (Decimal(value), said) for value, said in expected
    ]


BORNE = [
    ("ruim drieënnegentig procent", "ruim", "93", True),
    ("drieënnegentig procent", "ruim", "93", False),
    ("meer dan de helft van de stemmen", "ruim", "93", True),
    ("de helft van de stemmen", None, "50", True),
    ("bijna de helft van de stemmen", None, "49", True),
    ("een derde van de stemmen", None, "33", True),
    ("een derde van de stemmen", None, "40", False),
]


@pytest.mark.parametrize(("text", "order", "value", "expected"), BORNE, ids=[text for text, *_ in BORNE])
def test_a_share_in_words_says_what_a_percentage_says(text: str, order: str | None, value: str, expected: bool) -> None:
    held = PercentageValue.model_validate({"soort": "percentage", "waarde": value, "orde": order})
    (figure,) = figures(text)
    assert borne_out(figure, [held]) is expected
