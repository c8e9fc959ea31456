"""Personal data, and whether annexes are public."""

import pytest

from composer.check.personal import is_citizen_number, is_iban
from composer.library.library import Library
from tests.check.remarks import findings, words
from tests.libraries import Shelf, a_letter

PERSONAL = {
    "Het burgerservicenummer is 111222333.": ("bsn", "111222333"),
    "BSN: 1234.56.782": ("bsn", "1234.56.782"),
    "Het nummer is 123 45 67 82.": ("bsn", "123 45 67 82"),
    "Het nummer is 123-45-67-82.": ("bsn", "123-45-67-82"),
    "Het nummer is 12 34 56 782 en meer.": ("bsn", "12 34 56 782"),
    "Het dossier gaat over burger 123456782.": ("bsn", "123456782"),
    "Mail naar j.jansen@bergdam.example.": ("e-mail", "j.jansen@bergdam.example"),
    "Mail naar <piet+raad@zorg.example>.": ("e-mail", "piet+raad@zorg.example"),
    "Bel 06-12345678.": ("telefoon", "06-12345678"),
    "Bel 070 - 373 83 93.": ("telefoon", "070 - 373 83 93"),
    "Bel +31 6 1234 5678 voor vragen.": ("telefoon", "+31 6 1234 5678"),
    "Bel (0412) 45 88 88.": ("telefoon", "(0412) 45 88 88"),
    "Bel 0412-458888.": ("telefoon", "0412-458888"),
    "Maak over op NL91 ABNA 0417 1643 00.": ("iban", "NL91 ABNA 0417 1643 00"),
    "Maak over op NL91ABNA0417164300.": ("iban", "NL91ABNA0417164300"),
    "Maak over op nl91abna0417164300 voor de jeugd.": ("iban", "nl91abna0417164300"),
    "Schrijf [het team](mailto:j.jansen@bergdam.example).": ("e-mail", "j.jansen@bergdam.example"),
    "Schrijf [j.jansen@bergdam.example](mailto:j.jansen@bergdam.example).": ("e-mail", "j.jansen@bergdam.example"),
    "Bel [het team](tel:0612345678).": ("telefoon", "0612345678"),
    "Zij woont op Dorpsstraat 12a.": ("adres", "Dorpsstraat 12a"),
    "Het adres is 5384 BV in de wijk.": ("adres", "5384 BV"),
    "Wij spraken met mevrouw Pietersen.": ("naam", "mevrouw Pietersen"),
    "De heer K. van den Berg belde.": ("naam", "De heer K. van den Berg"),
    "Contact: J.P. Smit.": ("naam", "J.P. Smit"),
    "Mw. Ter Horst is contactpersoon.": ("naam", "Mw. Ter Horst"),
}
PUBLIC = [
    "Wij geven € 111222333 uit.",
    "Het zaaknummer is Z-111222333.",
    "Dit is zaaknummer 0612-2024-01.",
    "Het zaaknummer is 123456782.",
    "Ons kenmerk: 111222333, dossiernummer 123 45 67 82.",
    "Zie dossiernummer 123.456.782 van de gemeente.",
    "Het nummer 123 45 67 89 is geen burgerservicenummer.",
    "De jaren 2023 2024 en 2025, op 12-11-2024.",
    "Het nummer 123456789 is geen burgerservicenummer.",
    "In 2024 en 2025 is er € 1.250.000 beschikbaar.",
    "De VNG en de NZa doen mee. Op 29 november 2024 stemde de ALV.",
    "De wet van 12 januari 2024 geldt.",
    "Ruim 93,4% van 2.860.000 euro.",
    "NL00 ABNA 0417 1643 00 is geen rekeningnummer.",
    "Wethouder Van Loenen van Haarlem schreef een bericht.",
    "De burgemeester, mevrouw De Vries, tekent.",
    "De heer Bakker is wethouder.",
    "In de Dorpsstraat wordt gewerkt.",
    "Artikel 12 en lid 3 van de wet.",
    "Op pagina 1234 SA staat het niet.",
    "A. Inleiding",
    "Het overleg is van 19:30 tot 21:00 uur.",
    "Postbus 19, 5384 BV Bergdam.",
]


@pytest.mark.parametrize(("text", "found"), PERSONAL.items(), ids=list(PERSONAL))
def test_personal_data_are_named(text: str, found: tuple[str, str], library: Library):
    remarks = [(f.code, f.words) for f in findings(a_letter(text), library) if f.code in CODES]
    assert remarks == [found]


CODES = {"bsn", "e-mail", "telefoon", "iban", "adres", "naam"}


@pytest.mark.parametrize("text", PUBLIC)
def test_other_numbers_and_officials_are_let_be(text: str, library: Library):
    assert [f.words for f in findings(a_letter(text), library) if f.code in CODES] == []


def test_what_the_profile_says_of_the_municipality_is_public(shelf: Shelf, layer: Shelf):
    layer.write("gemeenten/zelf.yaml", PROFILE)
    library = shelf.load(layer)
    text = "Mail post@bergdam.example, bel 0412 45 88 88 of kom naar Marktplein 1, 1234 AB Bergdam."
    found = [f.words for f in findings(a_letter(text), library) if f.code in CODES]
    assert found == []


PROFILE = """
- cbs: GM0001
  adres: Marktplein 1, 1234 AB Bergdam
  briefhoofd: ["telefoon 0412-458888", post@bergdam.example]
"""


def test_a_citizen_number_stands_in_the_way_and_a_general_mailbox_is_a_tip(library: Library):
    found = findings(a_letter("Nummer 111222333. Mail info@bergdam.example of p.smit@bergdam.example."), library)
    assert {f.words: f.severity for f in found if f.code in CODES} == {
        "111222333": "blokkerend",
        "info@bergdam.example": "tip",
        "p.smit@bergdam.example": "waarschuwing",
    }


def test_fields_and_titles_of_annexes_are_looked_at_too(library: Library):
    letter = a_letter(
        "Tekst.",
        velden={"kenmerk": "123456782", "onderwerp": "111222333", "portefeuillehouder": "mevrouw Smit"},
        bijlagen=[{"titel": "Bericht van p.smit@zorg.example", "openbaar": "ja"}],
    )
    found = [f for f in findings(letter, library) if f.code in CODES]
    assert [(f.code, f.action and f.action.target) for f in found] == [("bsn", "onderwerp"), ("e-mail", "0")]


@pytest.mark.parametrize(
    ("number", "right"), [("111222333", True), ("123456782", True), ("123456789", False), ("000000000", False)]
)
def test_the_eleven_test(number: str, right: bool):
    assert is_citizen_number(number) is right


@pytest.mark.parametrize(
    ("number", "right"),
    [("NL91 ABNA 0417 1643 00", True), ("BE68 5390 0754 7034", True), ("NL92ABNA0417164300", False), ("NL91", False)],
)
def test_the_check_digits_of_an_account(number: str, right: bool):
    assert is_iban(number) is right


def test_of_each_annex_it_is_said_whether_it_is_public(library: Library):
    letter = a_letter("Zie bijlage 1 tot en met 3.", bijlagen=[
        {"titel": "Een", "openbaar": "ja"}, {"titel": "Twee"}, {"titel": "Drie", "openbaar": "nee"},
    ])  # fmt: skip
    found = [f for f in findings(letter, library) if f.code == "openbaarheid"]
    assert [(f.words, f.action.target if f.action else None) for f in found] == [("Twee", "1")]
    assert words("openbaarheid", "Tekst.", library) == []
