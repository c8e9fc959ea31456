"""What makes a fact one assertion, and a series one for each municipality."""

from typing import Any

import pytest
from pydantic import ValidationError

from composer.domain.fact import Fact, FactSeries
from composer.domain.source import Locator, Source

FACT: dict[str, Any] = {
    "id": "besluit",
    "onderwerp": "proef",
    "aard": "toestand",
    "stelling": "Iets is zo.",
    "kracht": "besluit",
    "bewijs": [{"bron": "b"}],
    "waarden": {"jaar": {"soort": "jaar", "waarde": "2025"}},
}
SERIES: dict[str, Any] = {
    "reeks": "bijdrage",
    "per": "gemeente",
    "onderwerp": "proef",
    "aard": "toestand",
    "stelling": "{naam} krijgt {bedrag}.",
    "kracht": "mededeling",
    "bewijs": [{"bron": "b"}],
    "waarde": {"naam": "bedrag", "soort": "bedrag"},
    "rijen": {"GM0001": "1250000", "GM0002": "480000"},
}

REFUSED: list[tuple[dict[str, Any], str]] = [
    ({"aard": "gebeurtenis", "spoor": "stand", "geldig": {"vanaf": "2024"}}, "geen stand van een spoor"),
    ({"aard": "gebeurtenis", "geldig": {"vanaf": "2024", "tot": "2025"}}, "blijft waar"),
    ({"spoor": "stand"}, "heeft een begin nodig"),
    ({"bewijs": [{"bron": "b", "afgeleid": ["bedrag"]}]}, "staat niet bij “waarden”"),
    ({"bewijs": []}, "bewijs"),
    ({"stelling": ""}, "stelling"),
    ({"reikwijdte": "gemeente:Bergdam"}, "reikwijdte"),
    ({"reikwijdte": "overal"}, "reikwijdte"),
    ({"id": "Met Spaties"}, "id"),
    ({"id": "met_streep"}, "id"),
    ({"waarden": {"Jaar": {"soort": "jaar", "waarde": "2025"}}}, "Jaar"),
    ({"bewijs": [{"bron": "b", "trefwoorden": [""]}]}, "trefwoorden"),
    ({"bewijs": [{"bron": "b", "citaat": {"exact": ""}}]}, "exact"),
    ({"bewijs": [{"bron": "b", "plaats": {"pagina": "0"}}]}, "pagina"),
    ({"bewijs": [{"bron": "b", "plaats": {"pagina": "-1"}}]}, "pagina"),
    ({"bewijs": [{"bron": "b", "plaats": {"regels": ["0", "4"]}}]}, "regels"),
    ({"bewijs": [{"bron": "b", "plaats": {"regels": ["5", "4"]}}]}, "regels"),
    ({"bewijs": [{"bron": "b", "plaats": {"regels": ["5"]}}]}, "regels"),
    ({"bewijs": [{"bron": "b", "plaats": {"alinea": "0"}}]}, "alinea"),
]


@pytest.mark.parametrize(("changes", "said"), REFUSED, ids=[str(case[0]) for case in REFUSED])
def test_an_incoherent_fact_is_refused(changes: dict[str, Any], said: str) -> None:
    assert Fact.model_validate(FACT)
    with pytest.raises(ValidationError, match=said):
        Fact.model_validate(FACT | changes)


def test_via_is_a_source_when_it_is_one_word_and_else_a_description() -> None:
    named = Fact.model_validate(FACT | {"via": "vws-bericht"}).via
    described = Fact.model_validate(FACT | {"via": "bericht van VWS"}).via
    assert named and described
    assert (named.source, named.description) == ("vws-bericht", None)
    assert (described.source, described.description) == (None, "bericht van VWS")


def test_a_row_of_a_series_is_a_fact_of_its_municipality() -> None:
    fact = FactSeries.model_validate(SERIES).fact("GM0001", "Bergdam")
    assert (fact.id, fact.scope) == ("bijdrage-gm0001", "gemeente:GM0001")
    assert fact.statement == "Bergdam krijgt € 1,25 miljoen."


def test_a_series_corrects_another_row_by_row() -> None:
    fact = FactSeries.model_validate(SERIES | {"vervangt": ["oude-bijdrage"]}).fact("GM0001", "Bergdam")
    assert fact.corrects == ("oude-bijdrage-gm0001",)


def test_a_fact_of_a_series_reads_back_from_its_record() -> None:
    fact = FactSeries.model_validate(SERIES).fact("GM0001", "Bergdam")
    assert Fact.model_validate(fact.record()) == fact


SERIES_REFUSED: list[tuple[dict[str, Any], str]] = [
    ({"rijen": {}}, "rijen"),
    ({"rijen": {"Bergdam": "1"}}, "geen cbs-code"),
    ({"per": "regio", "rijen": {"GM0001": "1"}}, "geen id van een regio"),
    ({"rijen": {"GM0001": "veel"}}, "GM0001"),
    ({"stelling": "{naam} krijgt {geld}."}, "geld"),
    ({"stelling": "{naam.__class__} krijgt {bedrag}."}, "stelling"),
    ({"stelling": "{naam:>999999999} krijgt {bedrag}."}, "stelling"),
    ({"stelling": "{naam!r} krijgt {bedrag}."}, "stelling"),
    ({"stelling": "{0} krijgt {bedrag}."}, "0"),
    ({"stelling": "{naam krijgt {bedrag}."}, "stelling"),
]


@pytest.mark.parametrize(("changes", "said"), SERIES_REFUSED, ids=[str(case[0]) for case in SERIES_REFUSED])
def test_an_incoherent_series_is_refused(changes: dict[str, Any], said: str) -> None:
    assert FactSeries.model_validate(SERIES)
    with pytest.raises(ValidationError, match=said):
        FactSeries.model_validate(SERIES | changes)


SOURCE = {"id": "b", "titel": "Brief", "uitgever": "VNG", "soort": "bericht", "datum": "2024"}


@pytest.mark.parametrize(
    "address", ["javascript:alert(1)", "file:///etc/passwd", "www.vng.nl", "http://", "https://a b"]
)
def test_an_address_that_no_link_may_have_is_refused(address: str) -> None:
    with pytest.raises(ValidationError, match="adres"):
        Source.model_validate(SOURCE | {"adres": address})


@pytest.mark.parametrize("name", ["../geheim.txt", "/etc/hosts.txt", "a/b.txt", "a\\b.txt", "..", ""])
def test_the_file_of_a_source_is_named_without_a_folder(name: str) -> None:
    with pytest.raises(ValidationError, match="naam"):
        Source.model_validate(SOURCE | {"bestand": {"naam": name}})


PLACES: list[tuple[dict[str, Any], str]] = [
    ({}, ""),
    ({"kop": "Vervolg"}, "par. Vervolg"),
    ({"kop": "Vervolg", "alinea": 2}, "par. Vervolg, alinea 2"),
    ({"kop": "(inleiding)", "alinea": 1}, "inleiding, alinea 1"),
    ({"pagina": 3}, "p. 3"),
    ({"bijlage": "2A", "artikel": "5"}, "bijlage 2A, artikel 5"),
    ({"onderdeel": "resolutie", "pagina": 3}, "resolutie, p. 3"),
    ({"regels": [3, 4]}, ""),
]


@pytest.mark.parametrize(("place", "text"), PLACES)
def test_a_place_is_named_as_in_a_note(place: dict[str, Any], text: str) -> None:
    assert Locator.model_validate(place).written() == text
