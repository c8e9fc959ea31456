"""The same choices of subjects give, in each phase of the dossier, the passages that hold then.

With RAADSBRIEF_LANG=1 for every municipality.
"""

import os
import re
from collections.abc import Iterable
from datetime import date
from itertools import product

import pytest

from composer.assemble.letter import Assembler
from composer.check.checking import Checker, check
from composer.check.context import CheckContext
from composer.domain.letter import Letter
from composer.library.library import Library
from composer.work.letters import new_letter
from composer.work.libraries import open_library

COUNCIL = "raadsinformatiebrief"
MUNICIPALITIES = ("Bernheze", "Beverwijk", "Noordoostpolder")
SIGNED, STOPPED, MONEY, WAITING, RESUMED = "2022-09-20", "2024-12-05", "2024-12-20", "2025-01-15", "2025-03-05"
PHASES = (SIGNED, "2024-11-29", STOPPED, "2024-12-12", "2024-12-15", MONEY, WAITING, RESUMED)
LATER = ("2025-10-01", "2026-03-01")
FAULTS = {
    "feiten-strijdig", "wijkt-af-van-feit", "sterker-dan-feit", "stem-ander", "spelling-begrip", "spelfout",
    "cijfer-zonder-feit", "besluit-zonder-feit", "niet-toegeschreven", "feit-niet-geldig", "feit-nog-niet-bekend", "feit-onzeker",
}  # fmt: skip
"""What a writer cannot help, before a word is typed."""
OVERTAKEN = {"feit-niet-geldig", "feit-nog-niet-bekend", "feit-onzeker", "stem-ander", "wijkt-af-van-feit"}

TOLD = [
    (COUNCIL, SIGNED, {"kern-2022-onder-voorbehoud", "gevolgen-2022-nog-niet-definitief", "alv-2022-beslist"}),
    (COUNCIL, STOPPED, {"vng-neemt-niet-deel-zin", "kern-geld-onzeker", "spuk-iza-2025-onzeker"}),
    (COUNCIL, MONEY, {"vng-neemt-niet-deel-zin", "spuk-iza-2025-beschikbaar-zin", "spuk-iza-2025-blijft-beschikbaar"}),
    (COUNCIL, WAITING, {"vng-neemt-niet-deel-zin", "kern-akkoord-gelijkwaardigheid", "gevolgen-wachten-op-deelname"}),
    (COUNCIL, RESUMED, {"kern-vng-doet-weer-mee", "spuk-iza-afspraken-gelden-weer", "gevolgen-doorgaan-zin"}),
    ("memo-aan-de-raad", STOPPED, {"kern-besluit-alv", "kern-geld-onzeker", "gevolgen-onzeker-zin"}),
    ("memo-aan-de-raad", MONEY, {"spuk-iza-2025-beschikbaar-zin", "gevolgen-2025-geen-gat-in-het-geld"}),
    ("memo-aan-de-raad", RESUMED, {"kern-vng-doet-weer-mee", "gevolgen-doorgaan-in-de-regio"}),
    ("mededeling", STOPPED, {"kern-besluit-alv", "gevolgen-onzeker-zin"}),
    ("mededeling", MONEY, {"kern-besluit-alv", "gevolgen-geld-wel-gesprekken-niet"}),
    ("mededeling", RESUMED, {"kern-vng-doet-weer-mee", "gevolgen-doorgaan-zin"}),
    ("vervolgbrief", STOPPED, {"veranderd-besluit-alv-2024", "gevolgen-onzeker-zin"}),
    ("vervolgbrief", MONEY, {"veranderd-spuk-2025-beschikbaar", "spuk-iza-na-2025-niet-bevestigd"}),
    ("vervolgbrief", WAITING, {"veranderd-akkoord-gelijkwaardigheid", "veranderd-spuk-2025-beschikbaar"}),
    ("vervolgbrief", RESUMED, {"veranderd-deelname-hervat", "veranderd-afspraken-spuk-gelden-weer"}),
    ("partnerbericht", STOPPED, {"partner-besluit-van-de-alv", "partner-spuk-2025-onzeker"}),
    ("partnerbericht", MONEY, {"partner-besluit-van-de-alv", "partner-spuk-2025-beschikbaar"}),
    ("partnerbericht", RESUMED, {"partner-deelname-hervat", "partner-samen-beoordelen"}),
    ("ledenbrief", STOPPED, {"ledenbrief-2024-opening", "ledenbrief-2024-spuk-onzeker"}),
    ("ledenbrief", RESUMED, {"ledenbrief-2025-opening", "ledenbrief-2025-spuk"}),
    ("oplegnotitie", STOPPED, {"notitie-vng-neemt-niet-deel", "notitie-spuk-2025-onzeker"}),
    ("oplegnotitie", RESUMED, {"notitie-vng-neemt-weer-deel", "notitie-spuk-afspraken-gelden-weer"}),
]  # fmt: skip

ONLY_IN = {
    SIGNED: {"kern-2022-onder-voorbehoud", "gevolgen-2022-nog-niet-definitief", "ledenbrief-2022-opening"},
    STOPPED: {"kern-geld-onzeker", "spuk-iza-2025-onzeker", "gevolgen-onzeker-zin", "notitie-spuk-2025-onzeker"},
    MONEY: {"spuk-iza-2025-beschikbaar-zin", "spuk-iza-2025-blijft-beschikbaar", "partner-spuk-2025-beschikbaar"},
    RESUMED: {"kern-vng-doet-weer-mee", "spuk-iza-afspraken-gelden-weer", "veranderd-deelname-hervat"},
}
"""Passages that tell a phase and have no place in another; that the money is there is told while waiting too."""


@pytest.fixture(scope="module")
def shipped() -> Library:
    return open_library()


@pytest.fixture(scope="module")
def assembler(shipped: Library) -> Assembler:
    return Assembler(shipped)


def proposed(letter: Letter) -> set[str]:
    return {piece.snippet for piece in letter.pieces() if piece.snippet}


@pytest.mark.parametrize("municipality", MUNICIPALITIES)
@pytest.mark.parametrize(("template", "day", "passages"), TOLD)
def test_a_new_letter_tells_the_phase_it_is_written_in(
    shipped: Library, template: str, day: str, passages: set[str], municipality: str
) -> None:
    found = proposed(new_letter(shipped, template, municipality, date.fromisoformat(day)))
    assert passages <= found
    others = {name for phase, names in ONLY_IN.items() if phase != day for name in names}
    allowed = ONLY_IN[MONEY] if day == WAITING else set[str]()
    assert not found & (others - allowed - ONLY_IN.get(day, set()))


@pytest.mark.parametrize("municipality", MUNICIPALITIES)
@pytest.mark.parametrize("day", PHASES)
def test_a_new_letter_says_nothing_that_does_not_hold(
    shipped: Library, assembler: Assembler, day: str, municipality: str
) -> None:
    for template in shipped.templates:
        letter = new_letter(shipped, template, municipality, date.fromisoformat(day))
        findings = check(CheckContext(letter, assembler.assemble(letter), shipped, date.fromisoformat(day)))
        assert [finding.message for finding in findings if finding.code in OVERTAKEN] == [], template


@pytest.mark.parametrize("day", (*PHASES, *LATER))
def test_a_fresh_draft_starts_without_faults_of_content(shipped: Library, assembler: Assembler, day: str) -> None:
    moment, checker, faults = date.fromisoformat(day), Checker(), list[str]()
    for template, municipality in product(shipped.templates, _places(shipped)):
        letter = new_letter(shipped, template, municipality, moment)
        found = checker.check(CheckContext(letter, assembler.assemble(letter), shipped, moment))
        faults += [f"{template} {municipality}: {each.message}" for each in found if each.code in FAULTS]
    assert faults == []


def _places(library: Library) -> Iterable[str]:
    return (
        library.municipalities if os.environ.get("RAADSBRIEF_LANG") else (*MUNICIPALITIES, "Haarlem", "Oss", "Woerden")
    )


@pytest.mark.parametrize("day", PHASES)
def test_a_municipality_without_profile_gets_a_whole_letter_with_gaps_only(
    shipped: Library, assembler: Assembler, day: str
) -> None:
    for template in shipped.templates:
        letter = new_letter(shipped, template, "Noordoostpolder", date.fromisoformat(day))
        findings = check(CheckContext(letter, assembler.assemble(letter), shipped, date.fromisoformat(day)))
        assert {finding.code for finding in findings if finding.severity == "blokkerend"} <= {"gat"}, template


@pytest.mark.parametrize("municipality", MUNICIPALITIES)
@pytest.mark.parametrize("day", PHASES)
def test_a_section_tells_each_thing_in_one_length(shipped: Library, day: str, municipality: str) -> None:
    for template in shipped.templates:
        for section, pieces in new_letter(shipped, template, municipality, date.fromisoformat(day)).sections.items():
            stems = sorted(re.sub(r"-(zin|lang|in-het-kort)$", "", piece.snippet or piece.id) for piece in pieces)
            assert len(stems) == len(set(stems)), (template, section, stems)
