"""`datum-relatief`: times that later say nothing."""

import pytest

from composer.library.library import Library
from tests.check.remarks import remarked, words

RELATIVE = {
    "Binnenkort hoort u meer.": "Binnenkort",
    "Vorige week sprak de raad.": "Vorige week",
    "Op 29 november jl. stemde de vergadering.": "29 november jl.",
    "De vergadering van 2 december a.s. gaat door.": "2 december a.s.",
    "Volgende maand komt het plan.": "Volgende maand",
    "Spoedig hoort u meer.": "Spoedig",
    "Onlangs bleek dat het anders is.": "Onlangs",
    "In de ALV van afgelopen juni is dit besproken.": "afgelopen juni",
    "Wij spraken elkaar gisteren.": "gisteren",
    "Komende dinsdag is er overleg.": "Komende dinsdag",
    "Volgend jaar is er geld.": "Volgend jaar",
    "De raad van donderdag aanstaande besluit.": "donderdag aanstaande",
}
VAGUE = {
    "De komende jaren verandert de zorg.": "komende jaren",
    "In de afgelopen twee jaren is er gewerkt.": "afgelopen twee jaren",
    "De afgelopen twee jaar is er gewerkt.": "afgelopen twee jaar",
    "Twee weken geleden sprak de raad.": "Twee weken geleden",
    "Uit recente cijfers blijkt dit.": "recente",
}
PLACED = [
    "Op 29 november 2024 stemde de vergadering.",
    "In het eerste kwartaal van 2025 hoort u meer.",
    "De volgende stap is een plan.",
    "Dit zijn de volgende onderwerpen: zorg en welzijn.",
    "In februari 2025 komt het plan.",
    "De krant schreef: “Vorige week ging het mis.”",
    "> Binnenkort volgt meer, schreef de VNG.",
    "De tijd dringt.",
    "Het plan is komende uit de regio.",
    "Iedere week is er spreekuur.",
    "Het kwartaal daarna volgt het besluit.",
]


@pytest.mark.parametrize(("text", "found"), RELATIVE.items(), ids=list(RELATIVE))
def test_a_relative_time_is_named(text: str, found: str, library: Library):
    [finding] = remarked("datum-relatief", text, library)
    assert (finding.words, finding.severity) == (found, "waarschuwing")


@pytest.mark.parametrize(("text", "found"), VAGUE.items(), ids=list(VAGUE))
def test_a_vague_stretch_is_a_tip(text: str, found: str, library: Library):
    [finding] = remarked("datum-relatief", text, library)
    assert (finding.words, finding.severity) == (found, "tip")


@pytest.mark.parametrize("text", PLACED)
def test_a_placed_time_is_let_be(text: str, library: Library):
    assert words("datum-relatief", text, library) == []
