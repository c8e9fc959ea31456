"""Own and adapted words, held against the facts that they cite: what says something else, and what says it more firmly."""

from typing import Any

import pytest

from composer.library.library import Library
from tests.check.remarks import findings, remarked, words
from tests.libraries import a_letter

DIFFERS, STRONGER = "wijkt-af-van-feit", "sterker-dan-feit"

FIGURES: list[tuple[str, list[str]]] = [
    ("De SPUK is circa € 150 miljoen.[^spuk-blijft]", []),
    ("De SPUK is circa 150.000.000 euro.[^spuk-blijft]", []),
    ("De SPUK is circa € 180 miljoen.[^spuk-blijft]", ["circa € 180 miljoen"]),
    ("De SPUK is € 150 miljoen.[^spuk-blijft]", ["€ 150 miljoen"]),
    ("De SPUK is circa 15 miljoen euro.[^spuk-blijft]", ["circa 15 miljoen euro"]),
    ("In 2025 blijft de SPUK beschikbaar.[^spuk-blijft]", []),
    ("In 2026 blijft de SPUK beschikbaar.[^spuk-blijft]", ["2026"]),
    ("De ledenvergadering nam de resolutie aan met ruim 93%.[^alv-nam-aan]", []),
    ("De ledenvergadering nam de resolutie aan met ruim 93 procent.[^alv-nam-aan]", []),
    ("De ledenvergadering nam de resolutie aan met meer dan 93%.[^alv-nam-aan]", []),
    ("De ledenvergadering nam de resolutie aan met ruim 90%.[^alv-nam-aan]", ["ruim 90%"]),
    ("De ledenvergadering nam de resolutie aan met 93%.[^alv-nam-aan]", ["93%"]),
    ("De ledenvergadering nam de resolutie aan met 93,4%.[^alv-nam-aan]", ["93,4%"]),
    ("De ledenvergadering nam de resolutie aan met bijna 93%.[^alv-nam-aan]", ["bijna 93%"]),
    ("De ledenvergadering nam op 29 november 2024 de resolutie aan.[^alv-nam-aan]", []),
    ("De ledenvergadering nam op 29 november de resolutie aan.[^alv-nam-aan]", []),
    ("De ledenvergadering nam in november 2024 de resolutie aan.[^alv-nam-aan]", []),
    ("De ledenvergadering nam in 2024 de resolutie aan.[^alv-nam-aan]", []),
    ("De ledenvergadering nam op 28 november 2024 de resolutie aan.[^alv-nam-aan]", ["28 november 2024"]),
    ("De ledenvergadering nam op 29 november 2025 de resolutie aan.[^alv-nam-aan]", ["29 november 2025"]),
    ("De ledenvergadering nam in december 2024 de resolutie aan.[^alv-nam-aan]", ["december 2024"]),
    ("De resolutie stelt drie voorwaarden.[^alv-drie-voorwaarden]", []),
    ("De resolutie stelt 3 voorwaarden.[^alv-drie-voorwaarden]", []),
    ("De resolutie stelt vier voorwaarden.[^alv-drie-voorwaarden]", ["vier voorwaarden"]),
    ("De resolutie stelt 4 voorwaarden.[^alv-drie-voorwaarden]", ["4"]),
    ("Zie artikel 169 van de wet. De SPUK blijft beschikbaar.[^spuk-blijft]", []),
]


@pytest.mark.parametrize(("text", "expected"), FIGURES, ids=[text for text, _ in FIGURES])
def test_a_vaguer_figure_may_be_told_and_another_or_a_sharper_one_not(
    text: str, expected: list[str], library: Library
) -> None:
    assert words(DIFFERS, text, library) == expected


TURNED = [
    "De ledenvergadering verwierp de resolutie.[^alv-nam-aan]",
    "De ledenvergadering nam de resolutie niet aan.[^alv-nam-aan]",
    "De vergadering heeft de motie aangenomen.[^motie-verworpen]",
    "De vergadering nam de motie aan.[^motie-verworpen]",
    "De SPUK vervalt in 2025.[^spuk-blijft]",
    "De SPUK blijft in 2025 niet beschikbaar.[^spuk-blijft]",
    "Bergdam steunde de motie niet.[^bergdam-steunde-motie]",
]
RIGHT = [
    "De resolutie is aangenomen door de ledenvergadering.[^alv-nam-aan]",
    "De vergadering heeft de motie verworpen.[^motie-verworpen]",
    "De vergadering nam de motie niet aan.[^motie-verworpen]",
    "De SPUK vervalt in 2025 niet.[^spuk-blijft]",
    "De SPUK is ook in 2025 beschikbaar.[^spuk-blijft]",
    "Volgens het college steunde Bergdam de motie.[^bergdam-steunde-motie]",
]


@pytest.mark.parametrize("text", TURNED)
def test_the_opposite_of_a_fact_stands_in_the_way(text: str, library: Library) -> None:
    [finding] = remarked(DIFFERS, text, library)
    assert finding.severity == "blokkerend"
    assert "zegt het tegendeel van wat u aanhaalt" in finding.message
    assert finding.piece == "a1"
    assert len(finding.facts) == 1


@pytest.mark.parametrize("text", RIGHT)
def test_other_words_for_the_same_are_left_alone(text: str, library: Library) -> None:
    assert remarked(DIFFERS, text, library) == []


AMOUNT = "In 2022 meldde de VNG dat gemeenten voor het GALA structureel {} ontvangen.[^gala-180-miljoen-structureel]"


@pytest.mark.parametrize(("amount", "found"), [("180 miljoen euro", []), ("150 miljoen euro", ["150 miljoen euro"])])
def test_one_amount_of_the_dossier_is_not_taken_for_the_other(amount: str, found: list[str], shipped: Library) -> None:
    text = AMOUNT.format(amount)
    letter = a_letter(text, sjabloon="raadsinformatiebrief", gemeente="GM1721")
    assert [finding.words for finding in findings(letter, shipped) if finding.code == DIFFERS] == found


def adapted(passage: str, text: str, library: Library, code: str = DIFFERS) -> list[str]:
    changes: dict[str, Any] = {"secties": {"aanleiding": [{"id": "a1", "tekstblok": passage, "aangepast": text}]}}
    return [finding.words for finding in findings(a_letter(**changes), library) if finding.code == code]


ADAPTED = [
    ("spuk-blijft-beschikbaar", "De SPUK blijft in 2025 beschikbaar.[^spuk-blijft]", 0),
    ("spuk-blijft-beschikbaar", "Gelukkig blijft de SPUK in 2025 beschikbaar.[^spuk-blijft]", 0),
    ("spuk-blijft-beschikbaar", "De SPUK blijft in 2026 beschikbaar.[^spuk-blijft]", 1),
    ("spuk-blijft-beschikbaar", "De SPUK blijft in 2025 niet beschikbaar.[^spuk-blijft]", 1),
    ("spuk-blijft-beschikbaar", 'De SPUK blijft in {{ feit["spuk-blijft"].jaar }} beschikbaar.[^spuk-blijft]', 0),
    ("spuk-eerder", "Eerder zou de SPUK niet vervallen.[^spuk-vervalt]", 1),
    ("alv-aangenomen", "Op 29 november verwierp de vergadering de resolutie. Ruim 93% was voor.[^alv-nam-aan]", 1),
    ("alv-aangenomen", "Op 29 november nam de vergadering de resolutie niet aan. Ruim 93% was voor.[^alv-nam-aan]", 1),
    (
        "alv-aangenomen",
        "Op 29 november nam de vergadering de resolutie aan. Dat is fors. Ruim 93% was voor.[^alv-nam-aan]",
        0,
    ),
    ("alv-aangenomen", "De vergadering verwierp de resolutie, ruim 93% was voor.[^alv-nam-aan]", 1),
]


@pytest.mark.parametrize(("passage", "text", "count"), ADAPTED, ids=[text for _, text, _ in ADAPTED])
def test_a_passage_that_was_edited_still_says_what_its_facts_say(
    passage: str, text: str, count: int, library: Library
) -> None:
    assert len(adapted(passage, text, library)) == count


def test_a_passage_of_the_library_is_not_held_against_itself(library: Library) -> None:
    changes: dict[str, Any] = {"secties": {"aanleiding": [{"id": "a1", "tekstblok": "alv-aangenomen"}]}}
    assert {finding.code for finding in findings(a_letter(**changes), library)} & {DIFFERS, STRONGER} == set()


def test_a_hedge_that_goes_makes_a_passage_firmer(library: Library) -> None:
    assert adapted("spuk-eerder", "Eerder verviel de SPUK.[^spuk-vervalt]", library, STRONGER) == [
        "Eerder verviel de SPUK."
    ]
    assert adapted("spuk-eerder", "Toen zou de SPUK vervallen.[^spuk-vervalt]", library, STRONGER) == []


FIRMER = [
    ("Er gaat 2 procent van het zorgbudget naar het sociaal domein.", True),
    ("De VNG wil vragen om circa 2 procent van het zorgbudget.", False),
]


@pytest.mark.parametrize(("text", "firmer"), FIRMER)
def test_a_request_is_not_told_as_settled(text: str, firmer: bool, shipped: Library) -> None:
    fact = next(name for name in shipped.facts if "2-procent" in name)
    letter = a_letter(f"{text}[^{fact}]", sjabloon="raadsinformatiebrief", gemeente="GM1721")
    assert (STRONGER in {finding.code for finding in findings(letter, shipped)}) is firmer


def test_a_fact_that_is_settled_may_be_told_without_a_hedge(library: Library) -> None:
    assert words(STRONGER, "De ledenvergadering nam de resolutie definitief aan.[^alv-nam-aan]", library) == []


TOO_FIRM = [
    ("Er is niet voldaan aan de voorwaarden.", True),
    ("Er is niet aan onze voorwaarden voldaan.", True),
    ("Het merendeel van de voorwaarden is niet vervuld.", False),
    ("Aan de voorwaarden is grotendeels niet voldaan.", False),
    ("Wij hebben 2 procent afgesproken.", True),
    ("De SPUK is ook in 2026 zeker.", True),
    ("De SPUK is in 2025 beschikbaar.", False),
]


@pytest.mark.parametrize(("text", "firm"), TOO_FIRM)
def test_what_is_known_to_be_too_firm_is_told_without_a_citation_too(text: str, firm: bool, shipped: Library) -> None:
    letter = a_letter(text, sjabloon="raadsinformatiebrief", gemeente="GM1721", datum="2025-03-05")
    assert (STRONGER in {finding.code for finding in findings(letter, shipped)}) is firm


def test_too_firm_words_may_be_told_before_the_fact_was_known(shipped: Library) -> None:
    letter = a_letter(
        "De SPUK is ook in 2026 zeker.", sjabloon="raadsinformatiebrief", gemeente="GM1721", datum="2024-11-01"
    )
    assert STRONGER not in {finding.code for finding in findings(letter, shipped)}
