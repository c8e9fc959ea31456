"""Whether what a letter cites may be told on its reference date."""

from typing import Any

import pytest

from composer.library.library import Library
from tests.check.remarks import findings, remarked
from tests.libraries import Shelf, a_letter

CODES = {"feit-niet-geldig", "feit-nog-niet-bekend", "feit-onzeker"}


def piece(name: str, **more: str) -> dict[str, Any]:
    return {"secties": {"aanleiding": [{"id": "a1", "tekstblok": name, **more}]}}


def own(text: str) -> dict[str, Any]:
    return {"secties": {"aanleiding": [{"id": "a1", "tekst": text}]}}


PAST = ("feit-niet-geldig", ("webinar",))
ENDED = ("feit-niet-geldig", ("spuk-vervalt", "spuk-blijft"))
OVERTAKEN = ("feit-niet-geldig", ("motie-ingediend", "motie-verworpen"))
CASES: list[tuple[str, dict[str, Any], str, list[tuple[str, tuple[str, ...]]]]] = [
    ("an event before it happened", piece("alv-aangenomen"), "2024-11-28", [("feit-nog-niet-bekend", ("alv-nam-aan",))]),
    ("an event before it was known", piece("alv-aangenomen"), "2024-12-01", [("feit-nog-niet-bekend", ("alv-nam-aan",))]),
    ("an event that is known", piece("alv-aangenomen"), "2024-12-02", []),
    ("a state before it began", piece("spuk-blijft-beschikbaar"), "2024-12-16", [("feit-nog-niet-bekend", ("spuk-blijft",))]),
    ("a state that holds", piece("spuk-blijft-beschikbaar"), "2024-12-17", []),
    ("a state that has ended", own("Zo.[^spuk-vervalt]"), "2024-12-17", [ENDED]),
    ("a state that has not ended", own("Zo.[^spuk-vervalt]"), "2024-12-16", []),
    ("an ended state as history", piece("spuk-eerder"), "2024-12-17", []),
    ("an ended state as history, adapted", piece("spuk-eerder", aangepast="Eerder.[^spuk-vervalt]"), "2024-12-17", []),
    ("a plan that has come", own("Kom.[^webinar]"), "2025-01-22", [PAST]),
    ("a plan that is to come", own("Kom.[^webinar]"), "2025-01-21", []),
    ("an event whose sequel is not told", own("Zo.[^motie-ingediend]"), "2024-12-20", [OVERTAKEN]),
    ("an event whose sequel is not known", own("Zo.[^motie-ingediend]"), "2024-11-25", []),
    ("an event with its sequel", own("Zo.[^motie-ingediend] En zo.[^motie-verworpen]"), "2024-12-20", []),
    ("a row of a series", piece("bijdrage"), "2024-12-16", [("feit-nog-niet-bekend", ("bijdrage-2025-gm0001",))]),
    ("a row of a series that has ended", piece("bijdrage"), "2026-01-01", [("feit-niet-geldig", ("bijdrage-2025-gm0001",))]),
    ("a row of a series that holds", piece("bijdrage"), "2025-12-31", []),
    ("two that may not be told", own("Zo.[^webinar] Zo.[^spuk-vervalt]"), "2025-02-01", [PAST, ENDED]),
    ("one cited twice", own("Zo.[^webinar] Zo.[^webinar]"), "2025-02-01", [PAST]),
]  # fmt: skip


@pytest.mark.parametrize(("changes", "day", "expected"), [case[1:] for case in CASES], ids=[case[0] for case in CASES])
def test_what_may_not_be_told_on_the_reference_date_stands_in_the_way(
    changes: dict[str, Any], day: str, expected: list[tuple[str, tuple[str, ...]]], library: Library
) -> None:
    letter = a_letter(datum="2026-02-01", peildatum=day, **changes)
    found = [finding for finding in findings(letter, library) if finding.code in CODES]
    assert [(finding.code, finding.facts) for finding in found] == expected
    assert all(finding.severity == "blokkerend" and finding.piece == "a1" for finding in found)


def test_the_reference_date_counts_and_not_the_date_of_the_letter(library: Library) -> None:
    early = remarked("feit-nog-niet-bekend", "Zo.[^spuk-blijft]", library, datum="2025-01-10", peildatum="2024-12-10")
    assert [finding.facts for finding in early] == [("spuk-blijft",)]


def test_inside_an_interval_it_is_uncertain_and_no_more_than_a_warning(shelf: Shelf, layer: Shelf) -> None:
    layer.write(
        "feiten/a.yaml",
        """
        - id: op-een-dag
          onderwerp: spuk
          aard: gebeurtenis
          stelling: Er kwam een besluit.
          kracht: besluit
          geldig: {vanaf: {niet_voor: 2024-12-01, uiterlijk: 2024-12-31}}
          bekend_vanaf: 2024-12-01
          bewijs: [{bron: verslag-2024}]
        """,
    )
    library = shelf.load(layer)
    [finding] = remarked("feit-onzeker", "Zo.[^op-een-dag]", library, datum="2024-12-20")
    assert finding.severity == "waarschuwing"
    assert "onzeker op 20 december 2024" in finding.message


def test_a_series_may_be_told_as_history(shelf: Shelf, layer: Shelf) -> None:
    layer.passage("spuk/toen", "titel: Toen\nonderwerp: spuk\nterugblik: [bijdrage-2025]\n---\nToen.[^bijdrage-2025]\n")
    letter = a_letter(datum="2026-02-01", **piece("toen"))
    assert [finding for finding in findings(letter, shelf.load(layer)) if finding.code in CODES] == []


def test_a_finding_says_why_and_what_holds_now(library: Library) -> None:
    [finding] = remarked("feit-niet-geldig", "Zo.[^spuk-vervalt]", library)
    assert finding.words == "De SPUK vervalt voor wie niet meedoet."
    assert finding.message == (
        "“De SPUK vervalt voor wie niet meedoet.” geldt niet meer sinds 17 december 2024; "
        "nu geldt: De SPUK blijft in 2025 beschikbaar."
    )


LATE: list[tuple[str, str | None, list[str]]] = [
    ("2024-12-20", "2024-12-21", ["21 december 2024"]),
    ("2024-12-20", "2024-12-20", []),
    ("2024-12-20", "2024-12-10", []),
    ("2024-12-20", None, []),
]


@pytest.mark.parametrize(("dated", "speaking", "told"), LATE)
def test_a_letter_does_not_speak_of_a_day_after_its_own(
    dated: str, speaking: str | None, told: list[str], library: Library
) -> None:
    found = remarked("peildatum-na-datum", "Tekst.", library, datum=dated, peildatum=speaking)
    assert [finding.words for finding in found] == told
    assert {finding.severity for finding in found} <= {"waarschuwing"}
