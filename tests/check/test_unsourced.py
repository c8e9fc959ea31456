"""Figures, days and decisions that rest on nothing."""

import pytest

from composer.library.library import Library
from tests.check.remarks import words
from tests.libraries import Shelf

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
    ("Tachtig procent stemde voor.", ["Tachtig procent"]),
    ("Meer dan de helft van de gemeenten is tegen.", ["Meer dan de helft"]),
    ("Drie van de vier gemeenten doen mee.", ["Drie van de vier"]),
    ("Het plan komt in de tweede helft van het jaar.", []),
    ("Bel ons op 0412 458 888.", []),
    ("Wij krijgen honderdvijftig miljoen euro.", ["honderdvijftig miljoen euro"]),
    ("Eén op de vijf mensen doet mee.", ["Eén op de vijf"]),
    ("De bijeenkomst is om 20:00 uur.", []),
    ("De bijeenkomst begint om 10 uur en duurt 3 uur.", ["3"]),
    ("Wij informeren u in het tweede kwartaal van 2025.", []),
    ("U hoort op 3 maart 2025 of wij € 3 miljoen krijgen.", ["€ 3 miljoen"]),
    ("Eerder informeerden wij u op 3 mei 2024.", ["3 mei 2024"]),
    ("De rekening is NL91 ABNA 0417 1643 00.", []),
    ("De meerderheid van de gemeenten stemde voor.", ["De meerderheid van de"]),
    ("Een ruime meerderheid van de leden was voor.[^alv-nam-aan]", []),
    ("Het merendeel van de voorwaarden is niet gerealiseerd.", ["Het merendeel van de"]),
    ("De meeste gemeenten doen mee.", ["De meeste gemeenten"]),
    ("De leden stemden vrijwel unaniem in.", ["vrijwel unaniem"]),
    ("De meeste inwoners merken hier niets van.", []),
    ("Wij zoeken een meerderheid in uw raad.", []),
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


DECISIONS = [
    ("De minister heeft besloten het geld in te trekken.", True),
    ("De VNG schortte de gesprekken op.", True),
    ("De minister heeft besloten het geld in te trekken.[^spuk-blijft]", False),
    ("De minister praat met de gemeenten.", False),
    ("Wij hebben besloten door te gaan.", False),
    ("Uw raad heeft de motie aangenomen.", False),
    ("Het amendement is verworpen.", True),
    ("De motie is aangenomen.", True),
    ("Het Integraal Zorgakkoord werd in 2022 onder voorbehoud getekend, zegt men.[^spuk-blijft]", False),
    ("De gesprekken over het vervolg zijn hervat.", True),
    ("De motie is aangenomen.[^alv-nam-aan]", False),
    ("De minister heeft het akkoord getekend.", True),
    ("De VNG stopt met de gesprekken.", True),
    ("De motie is door uw raad aangenomen.", False),
    ("In onze regio zijn de gesprekken hervat.", False),
    ("Onze motie is aangenomen.", False),
    ("De resolutie is bijgevoegd.", False),
    ("Wij wachten tot het kabinet heeft besloten.", False),
    ("Zodra de VNG stopt met de gesprekken, hoort u dat.", False),
    ("Wij stoppen met roken in het gemeentehuis.", False),
    ("De bus stopt met ingang van mei voor de deur.", False),
]


@pytest.mark.parametrize(("text", "remarked"), DECISIONS, ids=[text for text, _ in DECISIONS])
def test_what_another_decided_rests_on_a_fact(text: str, remarked: bool, library: Library) -> None:
    assert bool(words("besluit-zonder-feit", text, library)) is remarked


def test_a_decision_with_a_figure_is_remarked_on_once(library: Library) -> None:
    text = "De minister heeft op 3 mei 2024 besloten het geld in te trekken."
    assert words("cijfer-zonder-feit", text, library) == ["3 mei 2024"]
    assert words("besluit-zonder-feit", text, library) == []


def test_in_a_letter_of_the_association_its_own_decisions_need_no_source(shelf: Shelf) -> None:
    head = shelf.path("templates/brief.md").read_text(encoding="utf-8")
    shelf.path("templates/brief.md").write_text(head.replace("stem: college", "stem: vereniging"), encoding="utf-8")
    library = shelf.load()
    assert words("besluit-zonder-feit", "De motie is aangenomen. De VNG stopt met de gesprekken.", library) == []
    assert words("besluit-zonder-feit", "De minister stopt met de gesprekken.", library) != []
