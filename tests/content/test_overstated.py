"""What is often said of this dossier and is more than its sources say."""

from typing import Any

import pytest

from composer.library.library import Library
from composer.work.libraries import open_library
from tests.check.remarks import remarked

SPRING: dict[str, Any] = {
    "sjabloon": "raadsinformatiebrief",
    "gemeente": "GM1721",
    "datum": "2025-03-20",
    "peildatum": "2025-03-20",
}
"""All phases of the dossier have come."""
VOTE, MOTION = "[^stemming-resolutie-ruim-93-procent]", "[^motie-gelijkwaardigheid-bijna-96-procent]"
AMENDMENT = "[^amendement-hilversum-verworpen]"

TOO_FIRM = [
    f"Ruim 93% van de gemeenten stemde voor.{VOTE}",
    "Ruim 93 procent van de gemeenten stemde voor de resolutie.",
    f"Bijna alle gemeenten stemden voor de resolutie.{VOTE}",
    f"Bijna 96% van de gemeenten stemde voor de motie.{MOTION}",
    "De resolutie is unaniem aangenomen.",
    f"Het amendement is met grote meerderheid verworpen.{AMENDMENT}",
    "De VNG is uit het IZA gestapt.",
    "De gemeenten stoppen met het IZA.",
    "De € 150 miljoen van de SPUK IZA blijft.",
    "De SPUK IZA is veiliggesteld.",
    "Aan de voorwaarden is voldaan.",
    "Er is 2% van het zorgbudget afgesproken.",
]
RIGHT = [
    f"Ruim 93% van de stemmen was voor de resolutie.{VOTE}",
    f"Bijna 96% van de stemmen was voor de motie.{MOTION}",
    f"De ALV verwierp het amendement.{AMENDMENT}",
    f"Het amendement haalde het niet.{AMENDMENT}",
    "Hilversum wilde niet uit het IZA stappen.",
    "Volgens de regio zijn gemeenten uit het IZA gestapt.",
    "Aan de voorwaarden is niet voldaan, zegt de regio.",
]
OPPOSITE = [
    f"De leden steunden het amendement.{AMENDMENT}",
    f"Ruim 93% van de stemmen was tegen de resolutie.{VOTE}",
]


@pytest.fixture(scope="module")
def shipped() -> Library:
    return open_library()


def too_firm(text: str, library: Library, **changes: Any) -> list[str]:
    return [finding.message for finding in remarked("sterker-dan-feit", text, library, **SPRING | changes)]


@pytest.mark.parametrize("text", TOO_FIRM)
def test_what_says_more_than_the_fact_is_remarked_on_once(text: str, shipped: Library) -> None:
    assert len(too_firm(text, shipped)) == 1


@pytest.mark.parametrize("text", RIGHT)
def test_what_says_as_much_as_the_fact_is_not(text: str, shipped: Library) -> None:
    assert too_firm(text, shipped) == []
    assert remarked("wijkt-af-van-feit", text, shipped, **SPRING) == []


@pytest.mark.parametrize("text", OPPOSITE)
def test_the_opposite_of_a_vote_is_remarked_on(text: str, shipped: Library) -> None:
    assert remarked("wijkt-af-van-feit", text, shipped, **SPRING)


def test_what_the_sender_itself_decided_needs_no_source(shipped: Library) -> None:
    text = "De ledenvergadering heeft besloten de gesprekken te stoppen."
    national: dict[str, Any] = {"sjabloon": "ledenbrief", "gemeente": None, "landelijk": True}
    assert remarked("besluit-zonder-feit", text, shipped, **SPRING)
    assert remarked("besluit-zonder-feit", text, shipped, **SPRING | national) == []
    text = "Het kabinet heeft besloten het geld in te trekken, zo hoorde de VNG."
    assert remarked("besluit-zonder-feit", text, shipped, **SPRING | national)
