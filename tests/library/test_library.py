"""What is found in a library, by the names that people use."""

import pytest

from composer.domain.errors import ComposerError
from composer.library.library import Library, fold

FOUND = [
    ("GM0001", "GM0001"),
    ("gm0001", "GM0001"),
    (" GM0001 ", "GM0001"),
    ("Bergdam", "GM0001"),
    ("BERGDAM", "GM0001"),
    ("den berg", "GM0001"),
    ("'s-Waterhuizen", "GM0002"),
    ("’s-Waterhuizen", "GM0002"),
    ("s waterhuizen", "GM0002"),
    ("Waterhuizen", "GM0002"),
    ("Óosterleek", "GM0003"),
]


@pytest.mark.parametrize(("name", "cbs"), FOUND)
def test_a_municipality_is_found_by_its_code_and_all_its_names_in_any_case(
    library: Library, name: str, cbs: str
) -> None:
    assert library.find_municipality(name).cbs == cbs


UNKNOWN = [
    ("Bergdm", "“Bergdm” is geen gemeente die we kennen. Bedoelde u “Bergdam”?"),
    ("Denberg", "“Denberg” is geen gemeente die we kennen. Bedoelde u “Bergdam”?"),
    ("GM9999", "“GM9999” is geen gemeente die we kennen."),
    ("", "“” is geen gemeente die we kennen."),
    ("Xyz", "“Xyz” is geen gemeente die we kennen. Schrijf"),
]


@pytest.mark.parametrize(("name", "said"), UNKNOWN)
def test_an_unknown_municipality_is_told_with_the_nearest_name(library: Library, name: str, said: str) -> None:
    with pytest.raises(ComposerError) as caught:
        library.find_municipality(name)
    assert caught.value.message.startswith(said)
    assert caught.value.message.endswith("Schrijf de naam of de cbs-code")


def test_an_unknown_template_is_told_with_the_nearest_and_all_there_are(library: Library) -> None:
    with pytest.raises(ComposerError, match=r"sjabloon “brif” bestaat niet\. Bedoelde u “brief”\? Kies uit brief"):
        library.template("brif")


def test_the_regions_of_a_municipality_are_those_it_names_and_those_that_name_it(library: Library) -> None:
    regions = {cbs: [region.id for region in library.regions_of(held)] for cbs, held in library.municipalities.items()}
    assert regions == {"GM0001": ["kust", "kust-noord", "kustland"], "GM0002": ["kust", "kustland"], "GM0003": []}


SCOPED = [
    ("alv-nam-aan", (), "alv-nam-aan"),
    ("bijdrage-2025", ("gemeente:GM0001", "regio:kust"), "bijdrage-2025-gm0001"),
    ("bijdrage-2025", ("gemeente:GM0003",), None),
    ("bijdrage-2025", (), None),
    ("bijdrage-2025-gm0002", (), "bijdrage-2025-gm0002"),
    ("zoek-geraakt", ("gemeente:GM0001",), None),
]


@pytest.mark.parametrize(("name", "scopes", "found"), SCOPED)
def test_a_series_gives_the_fact_of_whom_the_letter_is_for(
    library: Library, name: str, scopes: tuple[str, ...], found: str | None
) -> None:
    fact = library.fact_for(name, frozenset(scopes))
    assert (fact.id if fact else None) == found


@pytest.mark.parametrize(
    ("text", "folded"),
    [("'s-Hertogenbosch", "s hertogenbosch"), ("Súdwest-Fryslân", "sudwest fryslan"), ("  Den   Haag ", "den haag")],
)
def test_names_are_compared_without_case_accents_and_marks(text: str, folded: str) -> None:
    assert fold(text) == folded


def test_profile_values_may_be_named_when_they_are_declared_or_given_anywhere(library: Library) -> None:
    assert library.local_names == {"steunde_motie", "planstatus"}
