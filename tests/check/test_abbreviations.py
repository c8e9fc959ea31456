"""`afkorting`: explained once, where it first stands."""

import pytest

from composer.library.library import Library
from tests.check.remarks import findings, remarked, words
from tests.libraries import Shelf, a_letter

UNEXPLAINED = {
    "De RNOBB werkt samen.": "RNOBB",
    "De NVZ doet niet mee.": "NVZ",
    "De V&VN doet niet mee.": "V&VN",
    "De NZa houdt toezicht.": "NZa",
    "Het ABC-overleg is geweest.": "ABC",
    "De SPUK is voor de regio.": "SPUK",
    "Wij spraken met het PHO (dat vaak vergadert).": "PHO",
    "Het plan is van TRIJN.": "TRIJN",
}
EXPLAINED = [
    "De regio Noord (RNOBB) werkt samen. De RNOBB gaat door.",
    "De Nederlandse Vereniging van Ziekenhuizen (NVZ) doet niet mee.",
    "De NVZ (de vereniging van ziekenhuizen) doet niet mee.",
    "Het akkoord (hierna: XYZ) is nieuw. Het XYZ loopt.",
    "De EU, het CBS en de AVG zijn bekend.",
    "Hij is van de VVD en woont in de VS.",
    "De specifieke uitkering (SPUK) is voor de regio.",
    "Kijk op https://ABCD.nl/XYZ.",
    "De krant schreef: “De QRST is boos.”",
    "# Wat doet de RNOBB?",
    "Een gewone zin Met Hoofdletters.",
]


@pytest.mark.parametrize(("text", "found"), UNEXPLAINED.items(), ids=list(UNEXPLAINED))
def test_an_abbreviation_without_explanation(text: str, found: str, library: Library):
    [finding] = remarked("afkorting", text, library)
    assert (finding.words, finding.severity) == (found, "waarschuwing")


@pytest.mark.parametrize("text", EXPLAINED)
def test_explained_or_familiar(text: str, library: Library):
    assert words("afkorting", text, library) == []


TERMS = "- {id: spuk, voorkeur: specifieke uitkering, afkorting: SPUK}"


def test_a_term_comes_with_what_to_write(shelf: Shelf):
    shelf.write("begrippen.yaml", TERMS)
    [finding] = remarked("afkorting", "De SPUK is voor de regio.", shelf.load())
    assert finding.advice == "Schrijf de eerste keer: specifieke uitkering (SPUK)."


def test_explained_twice_and_too_late_are_tips(library: Library):
    letter = a_letter("De RNOBB gaat door.", "De regio Noord (RNOBB).", "Onze regio Noord (RNOBB).")
    found = [finding for finding in findings(letter, library) if finding.code == "afkorting"]
    assert {(finding.title, finding.piece, finding.severity) for finding in found} == {
        ("Uitleg komt te laat", "a1", "tip"),
        ("Twee keer uitgelegd", "a3", "tip"),
    }


def test_what_the_program_writes_out_needs_no_remark(shelf: Shelf):
    shelf.write("begrippen.yaml", TERMS)
    letter = a_letter(secties={"geld": [{"id": "a1", "tekstblok": "spuk-blijft-beschikbaar"}]})
    assert not [finding for finding in findings(letter, shelf.load()) if finding.code == "afkorting"]
