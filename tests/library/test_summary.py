"""What of a library is seen at once: the same by way of JSON, and found by every name."""

import json

import pytest

from composer.library.library import Library
from composer.library.summary import Example, LetterKind, LibrarySummary, MunicipalityNames, summary_from_json

FRONT = LibrarySummary(
    (MunicipalityNames("GM0796", ("'s-Hertogenbosch", "Den Bosch")), MunicipalityNames("GM1721", ("Bernheze",))),
    (LetterKind("raadsinformatiebrief", "Raadsinformatiebrief", "Een brief van het college"),),
    (Example("bernheze.raadsbrief", "Stand van zaken", "Bernheze"),),
    2,
    1,
    ("a.yaml", "b.yaml", "a.yaml"),
)


def test_it_comes_back_from_json() -> None:
    assert summary_from_json(json.loads(json.dumps(FRONT))) == FRONT


@pytest.mark.parametrize("record", [None, [], {}, [1, 2, 3, 4, 5, 6], [[["GM1"]], [], [], 0, 0, []]])
def test_anything_else_is_refused(record: object) -> None:
    with pytest.raises((LookupError, TypeError, ValueError)):
        summary_from_json(record)


@pytest.mark.parametrize("name", ["den bosch", "'s-Hertogenbosch", "s hertogenbosch", "GM0796", " gm0796 "])
def test_a_municipality_is_known_by_every_name_and_its_code(name: str) -> None:
    codes = FRONT.codes()
    assert codes.get(" ".join(name.casefold().replace("'", "").replace("-", " ").split())) == "GM0796"
    assert FRONT.name("GM0796") == "'s-Hertogenbosch"
    assert FRONT.name("GM9999") == ""


def test_its_state_in_a_line_counts_each_file_once() -> None:
    assert FRONT.state() == "Bibliotheek: 2 tekstblokken, 1 te beoordelen, 2 bestanden met een fout"
    assert LibrarySummary(passages=1).state() == "Bibliotheek: één tekstblok"


def test_it_names_municipalities_as_the_library_does(library: Library) -> None:
    codes = LibrarySummary(library.addressees).codes()
    for municipality in library.municipalities.values():
        assert library.find_municipality(municipality.name).cbs == municipality.cbs
        assert municipality.cbs in codes.values()
