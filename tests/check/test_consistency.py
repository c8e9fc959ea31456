"""Facts of one letter held against each other, their lanes, and who says what."""

from typing import Any

import pytest

from composer.library.library import Library
from tests.check.remarks import findings, remarked
from tests.libraries import Shelf, a_letter

CONFLICT = """
- id: motie-gesteund-volgens-bericht
  onderwerp: resolutie
  aard: gebeurtenis
  stelling: Een groot deel steunde de motie.
  wie: de VNG
  kracht: mededeling
  geldig: {vanaf: 2024-11-29}
  strijdig_met: [{feit: motie-verworpen, reden: een groot deel is geen meerderheid.}]
  bewijs: [{bron: verslag-2024}]
"""


@pytest.fixture
def divided(shelf: Shelf, layer: Shelf) -> Library:
    layer.write("feiten/a.yaml", CONFLICT)
    return shelf.load(layer)


def two(first: str, second: str) -> dict[str, Any]:
    return {"secties": {"aanleiding": [{"id": "a1", "tekst": first}, {"id": "a2", "tekst": second}]}}


def codes(library: Library, code: str, **changes: Any) -> list[tuple[str | None, tuple[str, ...]]]:
    return [(found.piece, found.facts) for found in findings(a_letter(**changes), library) if found.code == code]


BOTH = ("motie-gesteund-volgens-bericht", "motie-verworpen")
SUPPORTED = "Volgens de VNG steunde een groot deel de motie.[^motie-gesteund-volgens-bericht]"
REJECTED = "De vergadering verwierp de motie.[^motie-verworpen]"


def test_two_facts_that_contradict_each_other_are_told_of(divided: Library) -> None:
    assert codes(divided, "feiten-strijdig", **two(SUPPORTED, REJECTED)) == [("a1", BOTH)]
    [finding] = [f for f in findings(a_letter(**two(SUPPORTED, REJECTED)), divided) if f.code == "feiten-strijdig"]
    assert "een groot deel is geen meerderheid" in finding.message


@pytest.mark.parametrize(
    "text", [SUPPORTED, REJECTED, f"{SUPPORTED} {REJECTED}"], ids=["one", "the other", "side by side in one text"]
)
def test_one_of_them_or_both_set_side_by_side_is_left_alone(text: str, divided: Library) -> None:
    assert codes(divided, "feiten-strijdig", **two(text, "Meer niet.")) == []


def test_own_words_that_say_both_as_if_they_agree_are_told_of(divided: Library) -> None:
    text = f"{SUPPORTED.replace('Volgens de VNG steunde', 'Toen steunde')} {REJECTED}"
    assert codes(divided, "feiten-strijdig", **two(text, "Meer niet.")) == [("a1", BOTH)]


AGE = [("2025-08-30", False), ("2025-08-31", True)]
"""The newest source of the lane is of 28 February 2025 at the latest."""


@pytest.mark.parametrize(("day", "old"), AGE)
def test_a_state_without_a_new_source_for_half_a_year_is_asked_about(day: str, old: bool, library: Library) -> None:
    found = remarked("stand-verouderd", "De SPUK blijft.[^spuk-blijft]", library, datum=day, peildatum=day)
    assert [finding.facts for finding in found] == ([("spuk-blijft",)] if old else [])


def test_what_happened_never_grows_old(library: Library) -> None:
    assert remarked("stand-verouderd", "Zo.[^alv-nam-aan]", library, datum="2030-01-01", peildatum="2030-01-01") == []


WHO = [
    ("Bergdam steunde de motie.[^bergdam-steunde-motie]", False),
    ("Volgens het college is de motie gesteund.[^bergdam-steunde-motie]", False),
    ("Wij steunden de motie.[^bergdam-steunde-motie]", False),
    ("De motie kreeg steun.[^bergdam-steunde-motie]", True),
    ("De vergadering verwierp de motie.[^motie-verworpen]", False),
]


@pytest.mark.parametrize(("text", "asked"), WHO, ids=[text for text, _ in WHO])
def test_what_somebody_thinks_is_told_with_who_thinks_it(text: str, asked: bool, library: Library) -> None:
    assert bool(remarked("niet-toegeschreven", text, library)) is asked
