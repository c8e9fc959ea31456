"""A fact's values looked up in the text of its source: what stands there is found, a look-alike never is."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from composer.domain.fact import Evidence, Fact
from composer.intake.source_text import SourceText
from composer.intake.verification import Verification, verify


def fact(evidence: dict[str, Any], **values: dict[str, Any]) -> tuple[Fact, Evidence]:
    record = {
        "id": "f", "onderwerp": "o", "aard": "gebeurtenis", "stelling": "Zo.", "kracht": "besluit",
        "waarden": values, "bewijs": [{"bron": "b"} | evidence],
    }  # fmt: skip
    made = Fact.model_validate(record)
    return made, made.evidence[0]


def text_of(*pages: str) -> SourceText:
    return SourceText(tuple(tuple(page.split("\n")) for page in pages))


def outcome(text: str, kind: str, held: Any, **more: Any) -> str:
    made, evidence = fact({}, x={"soort": kind, "waarde": held, **more})
    return verify(made, evidence, text_of(text)).outcome


FOUND = [
    ("datum", "2024-12-17", "Op 17 december 2024 kwam het bericht."),
    ("datum", "2024-12-17", "Op 17 december kwam het bericht."),
    ("datum", "2024-12-17", "Op 17-12-2024 kwam het bericht."),
    ("datum", "2024-12-05", "Op 5-12-2024 kwam het bericht."),
    ("datum", "2024-12-05", "Op 05-12-2024 kwam het bericht."),
    ("datum", "2024-12-17", "(17 december 2024)"),
    ("datum", "2024-12-17", "Op 17 December 2024."),
    ("datum", "2024-12", "In december 2024 kwam het bericht."),
    ("jaar", "2025", "De SPUK IZA 2025 blijft."),
    ("jaar", "2025", "Vanaf 2025, en later."),
    ("bedrag", "150", "Het kost € 150."),
    ("bedrag", "150", "Het kost €150, meer niet."),
    ("bedrag", "150", "Het kost 150 euro."),
    ("bedrag", "1150", "Het kost € 1.150 per jaar."),
    ("bedrag", "150000000", "Landelijk is er € 150 miljoen."),
    ("bedrag", "150000000", "Landelijk is er 150 miljoen euro."),
    ("bedrag", "150000000", "Landelijk is er € 150.000.000."),
    ("percentage", "93", "Ruim 93% was voor."),
    ("percentage", "93", "93 % was voor."),
    ("percentage", "93", "93 procent was voor."),
    ("percentage", "2.5", "Een groei van 2,5%."),
    ("aantal", "3", "De drie voorwaarden."),
    ("aantal", "3", "De 3 voorwaarden."),
    ("aantal", "3", "Drie voorwaarden."),
    ("aantal", "1234", "Er zijn 1.234 leden."),
    ("periode", "2025-Q2", "In het tweede kwartaal van 2025."),
    ("periode", "2022-zomer", "In de zomer van 2022."),
    ("tekst", "bestuurlijk overleg", "Er was bestuurlijk overleg."),
    ("tekst", "bestuurlijk overleg", "Er was Bestuurlijk overleg."),
]


@pytest.mark.parametrize(("kind", "held", "text"), FOUND, ids=[text for _, _, text in FOUND])
def test_a_value_is_found_in_any_of_its_forms(kind: str, held: str, text: str) -> None:
    assert outcome(text, kind, held) == "gevonden"


LOOK_ALIKES = [
    ("percentage", "93", "Ruim 39% was voor."),
    ("percentage", "93", "Ruim 193% was voor."),
    ("percentage", "93", "Ruim 93,5% was voor."),
    ("percentage", "93", "Ruim 0,93% was voor."),
    ("percentage", "93", "93 stemmen voor."),
    ("percentage", "5", "Een groei van 2,5%."),
    ("datum", "2024-12-17", "Op 18 december 2024 kwam het bericht."),
    ("datum", "2024-12-17", "Op 17 december 2023 kwam het bericht."),
    ("datum", "2024-12-17", "Op 17 december\n2025 kwam het bericht."),
    ("datum", "2024-12-17", "Op 17 november 2024 kwam het bericht."),
    ("datum", "2024-12-07", "Op 17 december 2024 kwam het bericht."),
    ("datum", "2024-12-07", "Op 17-12-2024 kwam het bericht."),
    ("datum", "2024-01-02", "Op 1-2-2024 kwam het bericht."),
    ("datum", "2024-12", "In december 2023 kwam het bericht."),
    ("jaar", "2025", "Het bedrag is 12025."),
    ("jaar", "2025", "Het bedrag is 20250."),
    ("jaar", "2025", "Het bedrag is 2.025."),
    ("jaar", "2025", "Het bedrag is € 1,2025."),
    ("bedrag", "150", "Het kost € 1.150."),
    ("bedrag", "150", "Het kost € 1500."),
    ("bedrag", "150", "Het kost € 150.000."),
    ("bedrag", "150", "Het kost € 150,50."),
    ("bedrag", "150", "Het kost 1.150 euro."),
    ("bedrag", "150", "Het kost 150 eurocent."),
    ("bedrag", "150", "Er zijn 150 leden."),
    ("bedrag", "150", "Het kost € 150 miljoen."),
    ("bedrag", "150", "Het kost €150 mln."),
    ("bedrag", "150000000", "Landelijk is er € 180 miljoen."),
    ("bedrag", "150000000", "Landelijk is er € 1.150 miljoen."),
    ("bedrag", "150000000", "Landelijk is er € 150 miljard."),
    ("bedrag", "1150", "Het kost € 150."),
    ("aantal", "3", "Er zijn 13 leden."),
    ("aantal", "3", "Er zijn 3,5 leden."),
    ("aantal", "3", "Er zijn 3.000 leden."),
    ("aantal", "3", "In het 3e kwartaal."),
    ("aantal", "3", "Zie bijlage A3."),
    ("aantal", "3", "De drieëndertig leden."),
    ("aantal", "3", "Het driemanschap."),
    ("aantal", "3", "Drieledig."),
    ("periode", "2025-Q2", "In het derde kwartaal van 2025."),
    ("periode", "2025-Q2", "In het tweede kwartaal van 2024."),
    ("periode", "2022-zomer", "In de zomer van 2023."),
    ("tekst", "overleg", "Er was vooroverleg."),
    ("tekst", "overleg", "Er was een overlegtafel."),
    ("tekst", "overleg", "Er waren overleggen."),
]


@pytest.mark.parametrize(("kind", "held", "text"), LOOK_ALIKES, ids=[text for _, _, text in LOOK_ALIKES])
def test_a_look_alike_never_counts(kind: str, held: str, text: str) -> None:
    assert outcome(text, kind, held) == "niet-gevonden"


@given(st.integers(1, 10**9), st.integers(1, 10**9))
def test_one_amount_is_never_found_in_the_other(first: int, second: int) -> None:
    made, evidence = fact({}, x={"soort": "bedrag", "waarde": first})
    other, _ = fact({}, x={"soort": "bedrag", "waarde": second})
    from composer.domain.values import forms

    for form in forms(other.values["x"]):
        found = verify(made, evidence, text_of(f"Het gaat om {form} per jaar.")).outcome == "gevonden"
        assert found == (first == second)


WHITE_SPACE = [
    ("Op 17  december 2024.", "genormaliseerd"),
    ("Op 17\ndecember 2024.", "gevonden"),
    ("Op 17 \n  december 2024.", "genormaliseerd"),
    ("Op 17\u00a0december\u00a02024.", "gevonden"),
    ("Op 17\tdecember 2024.", "gevonden"),
    ("Op 17december 2024.", "niet-gevonden"),
]


@pytest.mark.parametrize(("text", "found"), WHITE_SPACE)
def test_other_white_space_is_told_apart(text: str, found: str) -> None:
    assert outcome(text, "datum", "2024-12-17") == found


WORDS: list[tuple[list[str], str, list[str]]] = [
    (["beschikbaar"], "De SPUK blijft beschikbaar.", []),
    (["beschikbaar"], "De SPUK blijft Beschikbaar.", []),
    (["beschikbaar"], "De beschikbaarheid.", ["beschikbaar"]),
    (["beschikbaar"], "Zij is onbeschikbaar.", ["beschikbaar"]),
    (["niet"], "De SPUK vervalt niet.", []),
    (["niet"], "De SPUK vervalt.", ["niet"]),
    (["niet"], "Zij maakten er niets van.", ["niet"]),
    (["niet", "geen"], "De SPUK vervalt niet.", ["geen"]),
    (["Hilversum"], "Hilversumse raadsleden.", ["Hilversum"]),
    (["Zorg- en Welzijnsakkoord"], "Het Zorg- en Welzijnsakkoord.", []),
]


@pytest.mark.parametrize(("words", "text", "missing"), WORDS)
def test_every_key_word_must_stand_there_as_a_word(words: list[str], text: str, missing: list[str]) -> None:
    made, evidence = fact({"trefwoorden": words})
    found = verify(made, evidence, text_of(text))
    assert list(found.missing) == missing
    assert found.outcome == ("niet-gevonden" if missing else "gevonden")


QUOTATIONS: list[tuple[dict[str, str], str, str]] = [
    ({"exact": "De SPUK vervalt niet."}, "Wij melden: De SPUK vervalt niet. Dat is zo.", "gevonden"),
    ({"exact": "De SPUK vervalt niet."}, "Wij melden: De SPUK\nvervalt   niet. Dat is zo.", "genormaliseerd"),
    ({"exact": "De SPUK vervalt niet."}, "Wij melden: De SPUK vervalt. Dat is zo.", "niet-gevonden"),
    ({"exact": "De SPUK vervalt."}, "Wij melden: De SPUK vervalt niet. Dat is zo.", "niet-gevonden"),
    ({"exact": "De SPUK vervalt."}, "Wij melden: de SPUK vervalt.", "niet-gevonden"),
    ({"exact": "vervalt", "ervoor": "De SPUK "}, "De SPUK vervalt.", "gevonden"),
    ({"exact": "vervalt", "ervoor": "De SPUK"}, "De SPUK vervalt.", "gevonden"),
    ({"exact": "vervalt", "ervoor": "De GALA"}, "De SPUK vervalt.", "niet-gevonden"),
    ({"exact": "vervalt", "erna": "niet"}, "De SPUK vervalt niet.", "gevonden"),
    ({"exact": "vervalt", "erna": "."}, "De SPUK vervalt.", "gevonden"),
    ({"exact": "vervalt", "erna": "."}, "De SPUK vervalt niet.", "niet-gevonden"),
    ({"exact": "a.b"}, "axb", "niet-gevonden"),
]


@pytest.mark.parametrize(("quotation", "text", "found"), QUOTATIONS)
def test_a_quotation_stands_there_word_for_word(quotation: dict[str, str], text: str, found: str) -> None:
    made, evidence = fact({"citaat": quotation})
    assert verify(made, evidence, text_of(text)).outcome == found


LETTER = """\
Ledenbrief

1. Aanleiding
De vergadering was op 29 november 2024.

2. SPUK
In 2025 blijft de SPUK.

3. Een kop die over twee regels
is gebroken
Er zijn 7 leden.
"""
HEADINGS = ("1. Aanleiding", "2. SPUK", "3. Een kop die over twee regels is gebroken")
SECTIONS: list[tuple[dict[str, Any], dict[str, Any], str]] = [
    ({"kop": "2. SPUK"}, {"soort": "jaar", "waarde": 2025}, "gevonden"),
    ({"kop": "1. Aanleiding"}, {"soort": "jaar", "waarde": 2025}, "niet-gevonden"),
    ({"kop": "2. spuk"}, {"soort": "jaar", "waarde": 2025}, "gevonden"),
    ({"kop": "1. Aanleiding"}, {"soort": "datum", "waarde": "2024-11-29"}, "gevonden"),
    ({"kop": "2. SPUK"}, {"soort": "datum", "waarde": "2024-11-29"}, "niet-gevonden"),
    ({"kop": "3. Een kop die over twee regels is gebroken"}, {"soort": "aantal", "waarde": 7}, "gevonden"),
    ({"kop": "2. SPUK"}, {"soort": "aantal", "waarde": 7}, "niet-gevonden"),
    ({"kop": "SPUK"}, {"soort": "jaar", "waarde": 2025}, "niet-gevonden"),
    ({"kop": "(inleiding)"}, {"soort": "jaar", "waarde": 2025}, "gevonden"),
    ({"regels": [6, 7]}, {"soort": "jaar", "waarde": 2025}, "gevonden"),
    ({"regels": [7, 7]}, {"soort": "jaar", "waarde": 2025}, "gevonden"),
    ({"regels": [1, 6]}, {"soort": "jaar", "waarde": 2025}, "niet-gevonden"),
    ({"regels": [7, 99]}, {"soort": "jaar", "waarde": 2025}, "niet-gevonden"),
    ({}, {"soort": "jaar", "waarde": 2025}, "gevonden"),
]


@pytest.mark.parametrize(("where", "value", "found"), SECTIONS)
def test_a_value_is_looked_up_in_the_place_that_is_named(
    where: dict[str, Any], value: dict[str, Any], found: str
) -> None:
    made, evidence = fact({"plaats": where}, x=value)
    assert verify(made, evidence, text_of(LETTER), HEADINGS).outcome == found


PAGES = ("Op bladzijde een staat 2024.", "Op bladzijde twee staat 2025.")


@pytest.mark.parametrize(("page", "found"), [(1, "niet-gevonden"), (2, "gevonden"), (3, "niet-gevonden")])
def test_a_value_is_looked_up_on_the_page_that_is_named(page: int, found: str) -> None:
    made, evidence = fact({"plaats": {"pagina": page}}, x={"soort": "jaar", "waarde": 2025})
    assert verify(made, evidence, text_of(*PAGES)).outcome == found


def test_a_place_that_is_not_there_is_what_is_missing() -> None:
    made, evidence = fact({"plaats": {"kop": "9. Weg"}}, x={"soort": "jaar", "waarde": 2025})
    found = verify(made, evidence, text_of(LETTER), HEADINGS)
    assert (found.outcome, found.missing) == ("niet-gevonden", ("plaats",))


def test_a_fact_without_anything_to_look_up_is_neither_found_nor_missing() -> None:
    made, evidence = fact({})
    assert verify(made, evidence, text_of(LETTER)).outcome == "niet-onderzocht"


def test_an_inferred_value_is_not_looked_up() -> None:
    values = {"jaar": {"soort": "jaar", "waarde": 2025}, "later": {"soort": "jaar", "waarde": 2031}}
    made, evidence = fact({"afgeleid": ["later"]}, **values)
    assert verify(made, evidence, text_of(LETTER)) == Verification("gevonden")


def test_all_that_is_missing_is_named() -> None:
    values = {"jaar": {"soort": "jaar", "waarde": 2031}, "leden": {"soort": "aantal", "waarde": 7}}
    made, evidence = fact({"trefwoorden": ["vergadering", "weg"]}, **values)
    assert verify(made, evidence, text_of(LETTER)).missing == ("jaar", "weg")


def test_the_order_of_a_value_is_ours_and_need_not_stand_there() -> None:
    made, evidence = fact({}, x={"soort": "percentage", "waarde": 93, "orde": "ruim"})
    assert verify(made, evidence, text_of("93% was voor.")).outcome == "gevonden"
