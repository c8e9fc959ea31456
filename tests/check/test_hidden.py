"""Characters that nobody sees, and those that the shipped fonts lack; each beside the same text without them."""

import pytest

from composer.domain.finding import Finding
from composer.domain.letter import Letter
from composer.library.library import Library
from tests.check.remarks import findings, remarked
from tests.libraries import a_letter

PAIRS = {
    "right to left": ("De gemeente betaalt \u202e001 euro\u202c.", "De gemeente betaalt 100 euro.", "blokkerend"),
    "isolated": ("Dat is \u2067omgekeerd\u2069 gezet.", "Dat is omgekeerd gezet.", "blokkerend"),
    "an Arabic mark": ("Dat is \u061cgezet.", "Dat is gezet.", "blokkerend"),
    "a bell": ("De raad \x07besloot.", "De raad besloot.", "blokkerend"),
    "a control of the second kind": ("De raad\x9b besloot.", "De raad besloot.", "blokkerend"),
    "a line separator": ("De raad\u2028besloot.", "De raad\nbesloot.", "blokkerend"),
    "a space without width": ("De ge\u200bmeente besloot.", "De gemeente besloot.", "waarschuwing"),
    "a soft hyphen": ("De ge\xadmeente besloot.", "De gemeente besloot.", "waarschuwing"),
    "a mark of byte order": ("\ufeffDe gemeente besloot.", "De gemeente besloot.", "waarschuwing"),
    "a tag": ("De gemeente\U000e0041 besloot.", "De gemeente besloot.", "waarschuwing"),
    "of private use": ("De gemeente\uf0b7 besloot.", "De gemeente besloot.", "waarschuwing"),
    "a filler": ("De gemeente\u3164 besloot.", "De gemeente besloot.", "waarschuwing"),
}


@pytest.mark.parametrize("name", PAIRS)
def test_a_hidden_character_is_remarked_and_the_same_text_without_it_is_not(name: str, library: Library) -> None:
    spoiled, clean, severity = PAIRS[name]
    found = remarked("verborgen-teken", spoiled, library)
    assert found and {finding.severity for finding in found} == {severity}
    assert all("U+" in finding.message and finding.piece == "a1" for finding in found)
    assert remarked("verborgen-teken", clean, library) == []


@pytest.mark.parametrize("text", ["é e\u0301 ’ „ “ – … € ½ ² ij Ĳ \u00a0 \u2009 \u202f ✔\ufe0f", "regel\nen\ttab"])
def test_what_people_write_is_no_hidden_character(text: str, library: Library) -> None:
    assert remarked("verborgen-teken", f"De raad zag {text}.", library) == []


def test_the_remark_writes_the_word_without_it(library: Library) -> None:
    [finding] = remarked("verborgen-teken", "De ge\u200bmeen\xadte besloot.", library)
    assert finding.action is not None
    assert (finding.words, finding.action.target) == ("ge\u200bmeen\xadte", "gemeente")
    assert "U+200B, U+00AD" in finding.message


FIELDS = ("portefeuillehouder", "kenmerk", "onderwerp")


@pytest.mark.parametrize("name", FIELDS)
def test_a_field_that_holds_one_leads_to_the_field(name: str, library: Library) -> None:
    [finding, *_] = hidden(a_letter("Zo.", velden={name: "A. de\u202e Vries"}), library)
    assert finding.action is not None and (finding.action.kind, finding.action.target) == ("veld", name)
    assert hidden(a_letter("Zo.", velden={name: "A. de Vries"}), library) == []


def test_one_in_an_annex_is_remarked(library: Library) -> None:
    annexes = [{"titel": "Het be\u200bsluit", "openbaar": "ja"}]
    assert hidden(a_letter("Zo.", bijlagen=annexes), library)
    assert not hidden(a_letter("Zo.", bijlagen=[{"titel": "Het besluit", "openbaar": "ja"}]), library)


def hidden(letter: Letter, library: Library) -> list[Finding]:
    return [finding for finding in findings(letter, library) if finding.code == "verborgen-teken"]


@pytest.mark.parametrize(
    ("lacking", "there"), [("De raad zag 漢字.", "De raad zag é en ď."), ("Feest 🎉.", "Feest."), ("Ω \u0600.", "Ω.")]
)
def test_what_the_fonts_of_the_pdf_lack_is_remarked(lacking: str, there: str, library: Library) -> None:
    assert remarked("teken-niet-in-pdf", lacking, library)
    assert remarked("teken-niet-in-pdf", there, library) == []
