"""`toezegging-zonder-termijn`: wij informeren u, but when?"""

import pytest

from composer.library.library import Library
from tests.check.remarks import remarked, words

OPEN = {
    "Wij informeren u opnieuw.": "waarschuwing",
    "Wij houden u op de hoogte.": "waarschuwing",
    "Wij komen hierop bij u terug.": "waarschuwing",
    "Daarop komen wij later terug.": "waarschuwing",
    "U ontvangt nog een apart voorstel.": "waarschuwing",
    "Omdat dit onzeker is, communiceren we op een later moment over de plannen.": "waarschuwing",
    "Wij zullen uw raad hierover informeren.": "waarschuwing",
    "Wanneer de impact duidelijk is, informeren we u opnieuw.": "tip",
    "Als er nieuwe ontwikkelingen zijn dan informeren we u daarover.": "tip",
    "Zodra er meer bekend is, hoort u van ons.": "tip",
}
DATED = [
    "Wij informeren u opnieuw in maart 2025.",
    "Vóór 1 juli 2025 hoort u van ons hoe het staat.",
    "In het eerste kwartaal van 2025 informeren wij u opnieuw.",
    "Na de zomer, uiterlijk in september, komen wij hierop terug.",
    "Bij de voorjaarsnota krijgt u een voorstel.",
    "Met deze brief informeren wij u over het IZA.",
    "Hierbij sturen wij u de resolutie.",
    "Eerder informeerden wij u over de stand.",
    "De VNG informeert gemeenten later.",
    "Wij houden vast aan ons plan.",
    "De VNG schreef: “Wij informeren u opnieuw.”",
    "De regio krijgt geld.",
]


@pytest.mark.parametrize(("text", "severity"), OPEN.items(), ids=list(OPEN))
def test_a_promise_without_a_time(text: str, severity: str, library: Library):
    [finding] = remarked("toezegging-zonder-termijn", text, library)
    assert (finding.words, finding.severity) == (text, severity)


@pytest.mark.parametrize("text", DATED)
def test_a_promise_with_a_time_or_none(text: str, library: Library):
    assert words("toezegging-zonder-termijn", text, library) == []


def test_a_registered_promise_has_its_time(library: Library):
    promise = {"stuk": "a1", "wat": "Bericht over de plannen", "voor": "2025-03"}
    assert words("toezegging-zonder-termijn", "Wij informeren u opnieuw.", library, toezeggingen=[promise]) == []
