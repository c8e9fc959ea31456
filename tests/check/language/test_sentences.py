"""`zin-lang`, `alinea-lang`, `lijdende-vorm`."""

import pytest

from composer.check.language.sentences import is_passive
from composer.library.library import Library
from tests.check.remarks import findings, remarked, words
from tests.libraries import a_letter

EIGHTEEN = "Wij schreven u vorig jaar al dat de zorg in onze gemeente een andere kant op moet, met"
TWENTY_NINE = f"{EIGHTEEN} iedereen die daar in de wijk aan werkt of wonen wil."
FORTY = (
    f"{EIGHTEEN} de huisartsen, de wijkverpleging, het welzijnswerk, de scholen en alle anderen die in de wijk iedere dag "
    "met inwoners werken en hen kennen."
)


def counted(text: str) -> int:
    return len(text.split())


def test_the_samples_are_as_long_as_they_say():
    assert (counted(EIGHTEEN), counted(TWENTY_NINE), counted(FORTY)) == (18, 29, 41)


LONG = {
    TWENTY_NINE: "tip",
    FORTY: "waarschuwing",
    f"Kort. {TWENTY_NINE}": "tip",
    f"- {TWENTY_NINE}\n- kort": "tip",
    f"**Let op:** {TWENTY_NINE}": "tip",
    f"{EIGHTEEN} de vele partners (de huisartsen, de wijkverpleging, het welzijnswerk) en anderen.": "tip",
    f"{EIGHTEEN} de gemeente, enz. omdat het volgens art. 3 en nr. 4 zo moet zijn.": "tip",
    f"| Wat |\n|---|\n| {TWENTY_NINE} |": "tip",
}
SHORT = [
    "Een korte zin.",
    f"{EIGHTEEN} u.",
    "Eén. Twee. Drie. Vier. Vijf. Zes. Zeven. Acht. Negen. Tien. Elf. Twaalf. Dertien. Veertien. Vijftien. Zestien. "
    "Zeventien. Achttien. Negentien. Twintig. Een. Twee. Drie. Vier. Vijf. Zes. Zeven.",
    f"> {FORTY}",
    f"De VNG schreef: “{FORTY}”",
    f"Wij lazen: ‘{TWENTY_NINE}’ en dachten na.",
    f"# {TWENTY_NINE.rstrip('.')}",
    "\n".join(f"- dit is kort punt {number}" for number in range(1, 9)),
    "Op 29 november jl. sprak de raad, o.a. over art. 4.",
]


@pytest.mark.parametrize(("text", "severity"), LONG.items(), ids=range(len(LONG)))
def test_a_long_sentence_is_counted(text: str, severity: str, library: Library):
    [finding] = remarked("zin-lang", text, library)
    assert finding.severity == severity


@pytest.mark.parametrize("text", SHORT, ids=range(len(SHORT)))
def test_a_short_sentence_or_a_quotation_is_let_be(text: str, library: Library):
    assert words("zin-lang", text, library) == []


def test_the_words_are_the_whole_sentence_and_the_message_counts(library: Library):
    [finding] = remarked("zin-lang", f"Kort. {TWENTY_NINE} Weer kort.", library)
    assert finding.words == TWENTY_NINE
    assert "29 woorden" in finding.message


@pytest.mark.parametrize(("sentences", "remarks"), [(6, 0), (7, 1)])
def test_a_paragraph_has_six_sentences_at_most(sentences: int, remarks: int, library: Library):
    assert len(remarked("alinea-lang", " ".join(["Wij werken door."] * sentences), library)) == remarks


PASSIVE = [
    "Het besluit wordt genomen.",
    "De plannen worden besproken.",
    "Er werd gekozen voor een proef.",
    "De motie werd ingediend.",
    "Het geld wordt verdeeld.",
    "De raad werd geïnformeerd.",
    "De afspraken worden vastgelegd.",
    "Dit wordt nog uitgewerkt.",
    "De brief wordt opgesteld.",
]
ACTIVE = [
    "Het college neemt een besluit.",
    "Zij wordt wethouder.",
    "De raad besprak de plannen.",
    "Het wordt een mooie dag.",
    "De gemeente is bekend met het plan.",
    "Het wordt snel duidelijk.",
    "Worden de bomen groter?",
    "Wij hebben het plan besproken.",
    "De zorg werd duurder.",
]


@pytest.mark.parametrize("text", PASSIVE)
def test_a_passive_is_known_by_worden_with_a_participle(text: str):
    assert is_passive(text)


@pytest.mark.parametrize("text", ACTIVE)
def test_other_sentences_are_not_passive(text: str):
    assert not is_passive(text)


def test_the_share_of_passives_is_told_when_it_is_large(library: Library):
    letter = a_letter(" ".join(PASSIVE[:5]), " ".join(ACTIVE[:6]))
    [finding] = [finding for finding in findings(letter, library) if finding.code == "lijdende-vorm"]
    assert finding.severity == "tip"
    assert "5 van de 11 zinnen (45%)" in finding.message


def test_a_few_passives_are_let_be(library: Library):
    letter = a_letter(" ".join(PASSIVE[:3]), " ".join(ACTIVE))
    assert not [finding for finding in findings(letter, library) if finding.code == "lijdende-vorm"]
