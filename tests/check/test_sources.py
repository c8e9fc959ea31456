"""The known faults of real letters, read from their own text into a letter as own words; only where those texts are."""

import re
from datetime import date

import pytest

from composer.domain.finding import Finding
from composer.domain.letter import Letter
from composer.library.library import Library
from tests.check.remarks import findings
from tests.libraries import ROOT

SOURCES = ROOT.parent / "shared" / "bronnen"
BERNHEZE, MEMBERS_2025, BEVERWIJK, UTRECHT_WEST, MEMBERS_2022 = (
    "000_416b04f683ce8575.txt",
    "001_6a82bdf29766d455.txt",
    "002_5cbc8b962a300605.txt",
    "003_6fd2012b52c5cf19.txt",
    "004_3c68dcfeb2f332c7.txt",
)
pytestmark = pytest.mark.skipif(not SOURCES.is_dir(), reason="de teksten van de bronnen zijn er niet")

ITEM = re.compile(r"[•o-] |\d\. ")


def markdown(text: str) -> str:
    """Blocks between empty lines: short ones without a full stop as headings, those that begin with a sign as items."""
    joined = re.sub(r"(?<=[a-z,]) ?\n\s*\n(?=[a-z(])", " ", text.replace("_", ""))
    blocks = (block.strip() for block in re.split(r"\n\s*\n", joined))
    return "\n\n".join(_block([line.strip() for line in block.splitlines()]) for block in blocks if block)


def _block(lines: list[str]) -> str:
    first, *others = lines
    if ITEM.match(first):
        return "\n".join([re.sub(r"^[•o] ", "- ", first), *(f"  {line}" for line in others)])
    if len(first) < 60 and first[-1] not in ".:," and not first.startswith("Bijlage"):
        return "\n\n".join([f"# {first}", *([" ".join(others)] if others else [])])
    return " ".join(lines)


def letter(name: str) -> Letter:
    text = markdown((SOURCES / name).read_text(encoding="utf-8"))
    pieces = [{"id": "bron", "tekst": text.replace("{", "(").replace("}", ")")}]
    return Letter.model_validate(
        {
            "sjabloon": "raadsinformatiebrief",
            "gemeente": "GM1721",
            "datum": date(2024, 12, 12),
            "secties": {"aanleiding": pieces},
        }
    )


def found(name: str, library: Library) -> dict[str, list[Finding]]:
    codes: dict[str, list[Finding]] = {}
    for finding in findings(letter(name), library):
        codes.setdefault(finding.code, []).append(finding)
    return codes


def said(remarks: list[Finding]) -> list[str]:
    return [" ".join(finding.words.split()) for finding in remarks]


def test_the_associations_wij_in_the_letter_of_bernheze(shipped: Library):
    words = said(found(BERNHEZE, shipped)["stem-ander"])
    assert "onze voorwaarden" in words
    assert "We gaan dus niet in gesprek over een nieuw akkoord" in words
    assert any(
        "Mochten we toch afspraken" in each or "in gesprek gaan over een nieuw akkoord" in each for each in words
    )


def test_no_more_than_the_associations_wij_in_the_letter_of_bernheze(shipped: Library):
    assert len(found(BERNHEZE, shipped)["stem-ander"]) <= 4


@pytest.mark.parametrize(
    ("name", "leaked"),
    [
        (BERNHEZE, {"We proberen een nieuwe werkelijkheid"}),
        (BEVERWIJK, {"We staan als gemeenten", "we als gemeenten"}),
        (UTRECHT_WEST, {"Als gemeenten hebben we"}),
        (MEMBERS_2025, {"Ons ‘bod"}),
        (
            MEMBERS_2022,
            {"onze Algemene Ledenvergadering", "we als gemeenten", "Hierover blijven we gemeenten informeren."},
        ),
    ],
)
def test_the_wij_of_others_in_a_letter_of_a_college(name: str, leaked: set[str], shipped: Library):
    assert leaked <= set(said(found(name, shipped)["stem-ander"]))


def test_what_was_decided_in_the_letter_of_bernheze(shipped: Library):
    words = said(found(BERNHEZE, shipped)["besluit-zonder-feit"])
    assert {"Na stemming is de resolutie VNG aangenomen;", "het amendement Hilversum is verworpen."} <= set(words)


def test_the_announced_and_missing_list(shipped: Library):
    words = said(found(BERNHEZE, shipped)["lijst-ontbreekt"])
    assert any("met de volgende onderwerpen" in each for each in words)
    assert len(words) == 1


def test_the_empty_follow_up(shipped: Library):
    assert said(found(BERNHEZE, shipped)["vervolg-leeg"]) == ["Vervolg"]


def test_the_spellings_of_the_new_accord(shipped: Library):
    spellings = {
        words.casefold()
        for name in (BERNHEZE, BEVERWIJK, UTRECHT_WEST)
        for words in said(found(name, shipped)["spelling-begrip"])
    }
    assert {
        "integraal zorg- en welzijnsakkoord",
        "aanvullende zorg- en welzijnsakkoord",
        "aanvullende zorg- en welzijnakkoord",
        "aanvullend akkoord van zorg en welzijn",
        "zorg- en welzijnsakkoord",
        "integraal zorg akkoord",
    } <= spellings


def test_annexes_that_are_named_and_not_listed(shipped: Library):
    assert found(BERNHEZE, shipped)["bijlage-ontbreekt"]
    assert any("bijlage" in words for words in said(found(BEVERWIJK, shipped)["bijlage-ontbreekt"]))


def test_promises_without_a_time(shipped: Library):
    words = said(found(BERNHEZE, shipped)["toezegging-zonder-termijn"])
    assert any("informeren we u opnieuw" in each for each in words)
    assert any("op een later moment" in each for each in words)


def test_relative_dates(shipped: Library):
    assert "29 november jl." in said(found(BEVERWIJK, shipped)["datum-relatief"])
    words = said(found(MEMBERS_2022, shipped)["datum-relatief"])
    assert {"16 september jl.", "2 december aanstaande", "2 december a.s."} <= set(words)


def test_the_telephone_number_and_address_of_the_association(shipped: Library):
    codes = found(MEMBERS_2022, shipped)
    assert {"070 - 373 83 93", "070 373 83 93"} <= set(said(codes["telefoon"]))
    assert said(codes["e-mail"]) == ["info@vng.nl"]


def test_an_alderman_speaks_in_the_annex_of_beverwijk(shipped: Library):
    assert "Ik" in said(found(BEVERWIJK, shipped)["stem-ander"])


def test_the_association_speaks_in_its_own_letters(shipped: Library):
    words = said(found(MEMBERS_2022, shipped)["stem-ander"])
    assert any("onze Algemene Ledenvergadering" in each for each in words)
    assert any("Wij tekenen voor afspraken" in each for each in words)


def test_official_words_of_real_letters(shipped: Library):
    words = {each.lower() for each in said(found(BERNHEZE, shipped)["ambtelijk"])}
    assert {"middels", "tot op heden", "participeren", "integraliteit", "mondjesmaat"} <= words


@pytest.mark.parametrize("name", [BERNHEZE, BEVERWIJK, UTRECHT_WEST, MEMBERS_2022])
def test_real_words_are_seldom_taken_for_mistakes(name: str, shipped: Library):
    assert len(found(name, shipped).get("spelfout", [])) <= 8


def test_not_met_where_the_source_says_for_the_most_part(shipped: Library):
    firm = [finding for finding in found(BERNHEZE, shipped).get("sterker-dan-feit", []) if "voldaan" in finding.words]
    assert [finding.facts for finding in firm] == [("merendeel-randvoorwaarden-niet-gerealiseerd",)]
    assert "merendeel" in firm[0].message
