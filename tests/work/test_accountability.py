"""The accountability sheet: every claim with its facts, their places and how they stand; what rests on nothing; waivers."""

from datetime import date
from pathlib import Path

from composer.domain.document import Document
from composer.domain.letter import Letter
from composer.domain.traversal import inline_runs, plain
from composer.library.library import Library
from composer.work.documents.making import review
from composer.work.following.accountability import accountability, make_sheet
from tests.libraries import a_letter

TODAY = date(2024, 12, 20)


def sheet(letter: Letter, library: Library) -> Document:
    return accountability(review(letter, library, library, TODAY), library, TODAY)


def lines(document: Document) -> list[str]:
    return [plain(content) for block in document.blocks for content in inline_runs(block)]


TEXT = "De SPUK blijft.[^spuk-blijft] Bergdam steunde de motie.[^bergdam-steunde-motie] Wij krijgen € 3 miljoen."


def test_each_claim_stands_above_its_fact_with_place_and_standing(library: Library) -> None:
    told = lines(sheet(a_letter(TEXT), library))
    at = told.index("De SPUK blijft.")
    fact, source = told[at + 1].split("\n")
    assert fact == "De SPUK blijft in 2025 beschikbaar."
    assert source == "Ministerie van VWS 2024; geldig, mededeling van ministerie van VWS."


def test_what_the_sender_knows_itself_is_named_as_such(library: Library) -> None:
    told = lines(sheet(a_letter(TEXT), library))
    assert "Eigen kennis van de afzender (gemeente Bergdam 2024)" in told[told.index("Bergdam steunde de motie.") + 1]


def test_a_claim_without_a_fact_is_listed_apart(library: Library) -> None:
    told = lines(sheet(a_letter(TEXT), library))
    assert told[told.index("Uitspraken zonder feit") + 1] == "Wij krijgen € 3 miljoen."


def test_a_fact_that_no_longer_holds_says_since_when(library: Library) -> None:
    told = "\n".join(lines(sheet(a_letter("De SPUK vervalt.[^spuk-vervalt]"), library)))
    assert "niet-meer (geldt niet meer sinds 17 december 2024" in told


def test_waivers_stand_with_their_reasons(library: Library) -> None:
    waiver = {"code": "cijfer-zonder-feit", "stuk": "a1", "woorden": "€ 3 miljoen", "reden": "Staat in de begroting."}
    assert "Staat in de begroting." in lines(sheet(a_letter(TEXT, afgezien=[waiver]), library))


def test_every_source_is_mentioned_in_full_once(library: Library) -> None:
    told = lines(sheet(a_letter(TEXT + " Nogmaals.[^spuk-blijft]"), library))
    assert sum("Bericht over de SPUK, 17 december 2024" in line for line in told) == 1


def test_it_is_written_in_every_form_and_never_a_draft(library: Library, tmp_path: Path) -> None:
    reviewed = review(a_letter(TEXT), library, library, TODAY)
    for suffix in (".docx", ".pdf", ".html", ".txt"):
        make_sheet(reviewed, library, tmp_path / f"blad{suffix}", TODAY)
        assert (tmp_path / f"blad{suffix}").stat().st_size > 0
    text = (tmp_path / "blad.txt").read_text(encoding="utf-8")
    assert "Niet bedoeld voor de raad." in text
    assert "CONCEPT" not in text
