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
    ("Op 29 november 2024 stemt de ledenvergadering.", True),
    ("Op vrijdag 29 november 2024 om 10.00 uur vergadert de raad.", True),
    ("Op 3 december 2024 wordt een webinar georganiseerd.", True),
    ("Uiterlijk 1 december 2024 horen wij meer.", True),
    ("Voor 1 december 2024 moet het plan klaar zijn.", True),
    ("In november 2024 volgt een besluit.", True),
    ("De minister komt op 11 december 2024 met een brief.", True),
    ("Het overleg vindt op 3 december 2024 plaats.", True),
    ("De evaluatie staat gepland voor oktober 2024.", True),
    ("Wij verwachten het plan in juni 2024 in te dienen.", True),
    ("In het tweede kwartaal van 2024 dienen wij het plan in.", True),
    ("In de eerste helft van 2024 komt er een besluit.", True),
    ("In het vierde kwartaal van 2024 dienen wij het plan in.", False),
    ("In het tweede kwartaal van 2025 dienen wij het plan in.", False),
    ("In december 2024 volgt een besluit.", False),
    ("Ook gaan wij in op het geld in 2023.", False),
    ("Op 22 januari 2025 wordt een webinar georganiseerd.", False),
    ("Op 29 november 2024 stemde de ledenvergadering.", False),
    ("Op 3 december 2024 is een brief verstuurd.", False),
    ("Sinds 29 november 2024 krijgt de VNG veel vragen.", False),
    ("Op grond van het besluit van 29 november 2024 komt er een plan.", False),
    ("Dat komt doordat in 2023 het geld op was.", False),
    ("Het bedrag voor 2023 wordt verantwoord.", False),
]


@pytest.mark.parametrize(("text", "passed"), FUTURES, ids=[text for text, _ in FUTURES])
def test_what_is_to_come_lies_after_the_date_of_the_letter(text: str, passed: bool, library: Library) -> None:
    assert bool(words("toekomst-verstreken", text, library)) is passed
