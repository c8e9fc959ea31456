"""A future that has been."""

import pytest

from composer.library.library import Library
from tests.check.remarks import words

FUTURES = [
    ("De raad zal op 19 december 2024 besluiten.", True),
    ("De bijeenkomst vindt plaats op 1 december 2024.", True),
    ("De raad zal op 21 december 2024 besluiten.", False),
    ("De raad besloot op 19 december 2024.", False),
    ("De raad zal op 19 december besluiten.", False),
    ("De raad zal besluiten.", False),
    ("Op 29 november 2024 besloot de ledenvergadering dat de VNG zal stoppen.", False),
    ("De brief van 17 december 2023 gaat over het geld.", False),
    ("De brief van 17 december 2023 zal worden besproken.", False),
    ("In maart 2024 zal het kabinet besluiten.", True),
    ("Het kabinet zal in december 2024 besluiten.", False),
    ("Begin 2023 zullen de regio’s een plan indienen.", True),
    ("In 2022 is afgesproken dat partijen zullen samenwerken.", False),
    ("Het college zal de middelen van 2023 verantwoorden.", False),
    ("Naar verwachting stemt de raad op 3 mei 2024.", True),
]


@pytest.mark.parametrize(("text", "passed"), FUTURES, ids=[text for text, _ in FUTURES])
def test_what_is_to_come_lies_after_the_date_of_the_letter(text: str, passed: bool, library: Library) -> None:
    assert bool(words("toekomst-verstreken", text, library)) is passed
