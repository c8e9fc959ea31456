"""`spelling-begrip`: one way to write each term."""

import pytest

from composer.library.library import Library
from tests.check.remarks import remarked, words

AZWA = "Aanvullend Zorg- en Welzijnsakkoord"

OTHER = {
    "Het Integraal Zorg- en Welzijnsakkoord komt eraan.": "Integraal Zorg- en Welzijnsakkoord",
    "Er komt een aanvullende zorg- en welzijnakkoord.": "aanvullende zorg- en welzijnakkoord",
    "Het nieuwe Zorg- en welzijnsakkoord is breder.": "Zorg- en welzijnsakkoord",
    "Er volgt een aanvullend akkoord van zorg en welzijn.": "aanvullend akkoord van zorg en welzijn",
    "Het aanvullende zorg en welzijnsakkoord volgt.": "aanvullende zorg en welzijnsakkoord",
    "Het Integraal Zorg Akkoord loopt door.": "Integraal Zorg Akkoord",
    "De SPUK-IZA is voor de regio.": "SPUK-IZA",
    "De speciale uitkeringen verdwijnen.": "speciale uitkeringen",
    "Dit is de 1ste lijn.": "1ste lijn",
    "Het integraal zorgakkoord loopt door.": "integraal zorgakkoord",
    "Integraal zorgakkoord: wat nu?": "Integraal zorgakkoord",
    "De vereniging van nederlandse gemeenten stemde.": "vereniging van nederlandse gemeenten",
}
SAME = [
    f"Het {AZWA} (AZWA) komt eraan.",
    "Ons integraal zorgplan en het zorgakkoord van de regio.",
    "INTEGRAAL ZORGAKKOORD",
    "Het aanvullend zorg- en welzijnsakkoord komt eraan.",
    "De algemene ledenvergadering van de Vereniging van Nederlandse Gemeenten stemde in.",
    "Wij investeren samen in gezondheid.",
    "Het Integraal Zorgakkoord (IZA) loopt door.",
    "De SPUK IZA is voor de regio.",
    "Zorg en welzijn werken samen aan een akkoord.",
    "De motie heet ‘Gelijkwaardigheid in het Integraal Zorg Akkoord’.",
    "> Het Integraal Zorg Akkoord, schreef de krant.",
    "De eerste lijn heeft het druk.",
    "Wij vragen een specifieke uitkering aan.",
]


@pytest.mark.parametrize(("text", "written"), OTHER.items(), ids=list(OTHER))
def test_another_spelling_is_named(text: str, written: str, shipped: Library):
    assert words("spelling-begrip", text, shipped, sjabloon="raadsinformatiebrief") == [written]


@pytest.mark.parametrize("text", SAME)
def test_the_preferred_spelling_is_let_be(text: str, shipped: Library):
    assert words("spelling-begrip", text, shipped, sjabloon="raadsinformatiebrief") == []


def test_the_preferred_form_can_be_taken_over(shipped: Library):
    [finding] = remarked(
        "spelling-begrip", "Een aanvullend akkoord van zorg en welzijn.", shipped, sjabloon="raadsinformatiebrief"
    )
    assert finding.action
    assert (finding.action.kind, finding.action.target) == ("woorden", AZWA)


def test_two_spellings_in_one_letter_are_told_together(shipped: Library):
    text = f"Het {AZWA} komt. Later staat er aanvullend zorg- en welzijnsakkoord."
    [finding] = remarked("spelling-begrip", text, shipped, sjabloon="raadsinformatiebrief")
    assert finding.severity == "tip"
    assert "door elkaar" in finding.message
