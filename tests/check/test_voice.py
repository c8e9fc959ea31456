"""`stem-ander`: the wij of another organisation."""

import pytest

from composer.library.library import Library
from tests.check.remarks import findings, remarked, words
from tests.libraries import Shelf, a_letter

OTHERS = {
    "Er is niet aan onze voorwaarden voldaan. De VNG stopt dus.": "onze voorwaarden",
    "De VNG trok een streep. Er is niet aan onze randvoorwaarden voldaan.": "onze randvoorwaarden",
    "We gaan dus niet in gesprek over een nieuw akkoord.": "We gaan dus niet in gesprek over een nieuw akkoord.",
    "Wij praten weer over het AZWA.": "Wij praten weer over het AZWA.",
    "Wij hervatten de deelname aan het IZA.": "Wij hervatten de deelname aan het IZA.",
    "Op 29 november legden wij de resolutie voor aan de leden.": "Op 29 november legden wij de resolutie voor aan de leden.",
    "Onze leden stemden in.": "Onze leden",
    "Wij spraken als VNG met het ministerie.": "Wij spraken als VNG",
    "Namens het VNG-bestuur informeren wij u over het akkoord.": "Namens het VNG-bestuur informeren wij",
    "Wij roepen de ALV bijeen.": "Wij roepen de ALV bijeen.",
    "In 2022 ondertekenden wij het IZA onder voorbehoud.": "In 2022 ondertekenden wij het IZA onder voorbehoud.",
    "Wij hebben afspraken bekrachtigd met VWS.": "Wij hebben afspraken bekrachtigd met VWS.",
    "Hierover blijven wij gemeenten informeren.": "Hierover blijven wij gemeenten informeren.",
    "Met deze ledenbrief gaan we op de stand in.": "Met deze ledenbrief",
    "Het AZWA komt er. Ons bod is bijna klaar.": "Ons bod",
    "Er is niet aan onze voorwaarden voldaan.": "onze voorwaarden",
    "Ons ‘bod’ bestaat uit drie onderdelen.": "Ons ‘bod",
    "Wij roepen gemeenten op om door te gaan.": "Wij roepen gemeenten op om door te gaan.",
    "Ik hoop dat jullie dit begrijpen.": "Ik",
    "Onze verzekerden merken hier niets van.": "Onze verzekerden",
    "Ons bod bestaat uit drie onderdelen.": "Ons bod",
    "Wij hebben namens de gemeenten het akkoord getekend.": "Wij hebben namens de gemeenten het akkoord getekend.",
    "Met deze brief informeren wij gemeenten over het hervatten van deelname van de VNG.": (
        "Met deze brief informeren wij gemeenten over het hervatten van deelname van de VNG."
    ),
    "We staan als gemeenten nog steeds achter de doelen.": "We staan als gemeenten",
    "Als gemeenten hebben we geen gelijkwaardige positie.": "Als gemeenten hebben we",
    "Het IZA vraagt veel. We proberen een nieuwe werkelijkheid door het oude systeem te krijgen.": (
        "We proberen een nieuwe werkelijkheid"
    ),
    "Meedoen kan als we afspraken hebben over een gezamenlijke, gelijkwaardige start.": (
        "Meedoen kan als we afspraken hebben over een gezamenlijke"
    ),
}  # fmt: skip

OURS = [
    "Wij informeren u over de resolutie die het VNG-bestuur aan de leden voorlegde.",
    "Wij stemden op de ALV in met de resolutie.",
    "Op 29 november hebben wij in de ALV tegen het amendement gestemd.",
    "Wij vragen de VNG de gesprekken over het IZA te hervatten.",
    "Wij gaan met onze partners in gesprek over het regioplan voor het IZA.",
    "Wij leggen het voorstel in maart aan uw raad voor.",
    "Onze inwoners merken hier weinig van.",
    "De VNG schreef: “Wij gaan niet in gesprek over een nieuw akkoord.”",
    "> Er is niet aan onze voorwaarden voldaan, schreef de VNG.",
    "Volgens de VNG is niet aan de voorwaarden van gemeenten voldaan. Wij volgen dat.",
    "Voor de zaal gelden onze voorwaarden voor verhuur.",
    "Wij steunen het amendement van Hilversum niet.",
    "Onze regio blijft werken aan het transformatieplan.",
    "De VNG gaat pas weer in gesprek over een nieuw akkoord na afspraken over een gelijkwaardige start.",
    "Wij hebben een akkoord met de huisartsen in onze gemeente.",
    "Wij wachten tot het kabinet weer in gesprek gaat over het AZWA.",
    "Ons bod op het pand aan de haven is aanvaard.",
    "Wij vragen als mandaatgemeente namens de gemeenten in de regio het geld aan.",
    "Wij informeren gemeenten in de regio over ons plan.",
    "Wij doen weer mee als gemeenten er financieel beter voor staan.",
    "Het geld is er ook als gemeenten en wij niet meedoen.",
    "De VNG doet weer mee. Onze voorwaarden voor subsidies blijven gelijk.",
    "Wij proberen ons nieuwe systeem voor zaken uit.",
    "Wij informeren u over het hervatten van deelname van de VNG.",
]


@pytest.mark.parametrize(("text", "spoken"), OTHERS.items(), ids=list(OTHERS))
def test_another_voice_is_heard(text: str, spoken: str, library: Library):
    assert spoken in words("stem-ander", text, library)


@pytest.mark.parametrize("text", OURS)
def test_the_colleges_own_wij_is_let_be(text: str, library: Library):
    assert words("stem-ander", text, library) == []


SUBJECT = "De VNG overlegt met het kabinet."
ASIDE = "Dat kost tijd. " * 4
PLACES: list[tuple[str, list[str], list[str]]] = [
    ("the same paragraph", [f"{SUBJECT} {ASIDE} Onze eisen blijven staan."], ["Onze eisen"]),
    ("the same piece", [f"{SUBJECT}\n\n{ASIDE}\n\nOnze eisen blijven staan."], ["Onze eisen"]),
    ("a later piece of the section", ["Onze eisen blijven staan.", ASIDE, SUBJECT], ["Onze eisen"]),
    ("nowhere", ["Onze eisen blijven staan.", ASIDE], []),
    ("a quotation only", ["Onze eisen blijven staan.", f"De krant schreef: “{SUBJECT}”"], []),
]


@pytest.mark.parametrize(("texts", "spoken"), [row[1:] for row in PLACES], ids=[row[0] for row in PLACES])
def test_a_section_says_what_its_sentences_are_about(texts: list[str], spoken: list[str], library: Library):
    pieces = [{"id": f"a{number}", "tekst": text} for number, text in enumerate(texts)]
    letter = a_letter(secties={"aanleiding": pieces})
    assert [found.words for found in findings(letter, library) if found.code == "stem-ander"] == spoken


def test_another_section_says_nothing_of_this_one(library: Library):
    sections = {"aanleiding": [{"id": "a1", "tekst": SUBJECT}], "geld": [{"id": "b1", "tekst": "Onze eisen blijven."}]}
    assert [f for f in findings(a_letter(secties=sections), library) if f.code == "stem-ander"] == []


def test_in_a_letter_of_the_association_its_wij_is_its_own(shelf: Shelf):
    head = shelf.path("templates/brief.md").read_text(encoding="utf-8")
    shelf.path("templates/brief.md").write_text(head.replace("stem: college", "stem: vereniging"), encoding="utf-8")
    library = shelf.load()
    assert words("stem-ander", "Onze leden stemden in. Wij hervatten de gesprekken over het AZWA.", library) == []
    assert words("stem-ander", "Ons college besloot anders.", library) == ["Ons college"]


def test_a_passage_for_another_sender_stands_in_the_way(shelf: Shelf):
    shelf.passage(
        "resolutie/ledenbrief", "titel: Aan de leden\nonderwerp: resolutie\nstem: vereniging\n---\nDag leden."
    )
    library = shelf.load()
    letter = a_letter(secties={"aanleiding": [{"id": "a1", "tekstblok": "ledenbrief"}]})
    [finding] = [finding for finding in findings(letter, library) if finding.code == "stem-ander"]
    assert (finding.severity, finding.words, finding.piece) == ("blokkerend", "Aan de leden", "a1")
    assert "de VNG" in finding.message


def test_a_finding_says_who_and_what_to_write(library: Library):
    [finding] = remarked("stem-ander", "Onze leden stemden in.", library)
    assert finding.message == "“Onze leden” zegt de VNG, maar deze brief komt van het college."
    assert finding.advice.startswith("Schrijf wie het zegt")
    assert finding.severity == "waarschuwing"
