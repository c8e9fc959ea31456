"""What is announced comes: lists, follow-ups, annexes."""

import pytest

from composer.library.library import Library
from tests.check.remarks import findings, remarked, words
from tests.libraries import a_letter

NO_LIST = {
    "Er is een webinar met de volgende onderwerpen.\n\nDaarna meer.": "Er is een webinar met de volgende onderwerpen.",
    "Het proces ziet er als volgt uit:\n\nWij wachten.": "Het proces ziet er als volgt uit:",
    "Wij informeren u over:\n\nDit is een zin.": "Wij informeren u over:",
    "Eerst dit. De volgende stappen volgen nog: \n\n# Kop": "De volgende stappen volgen nog:",
    "Wij vragen het volgende:": "Wij vragen het volgende:",
    "Dit zijn de onderstaande punten.\n\n## Kop\n\nTekst.": "Dit zijn de onderstaande punten.",
    "De partijen doen dit:\n\n# Nieuwe kop\n\nTekst.": "De partijen doen dit:",
    "Hieronder op een rij:\n\nGeld is er niet.": "Hieronder op een rij:",
}
LIST = [
    "Wij doen de volgende dingen:\n\n- een\n- twee",
    "Het gaat als volgt:\n\n1. een\n2. twee",
    "De bedragen zijn als volgt:\n\n| Wat | Hoeveel |\n|---|---|\n| a | 1 |",
    "De volgende onderwerpen komen aan bod: zorg en welzijn.",
    "De volgende stap is een plan.",
    "De VNG schreef het volgende:\n\n> Wij stoppen.",
    "Dit is het gevolg.\n\nDaarna volgt meer.",
    "Wij noemen dit: een begin.",
]


@pytest.mark.parametrize(("text", "found"), NO_LIST.items(), ids=list(NO_LIST))
def test_an_announced_list_that_does_not_come(text: str, found: str, library: Library):
    assert words("lijst-ontbreekt", text, library) == [found]


@pytest.mark.parametrize("text", LIST)
def test_a_list_that_comes_or_is_not_announced(text: str, library: Library):
    assert words("lijst-ontbreekt", text, library) == []


def test_the_list_may_stand_in_the_next_piece(library: Library):
    letter = a_letter("Wij doen de volgende dingen:", "- een\n- twee")
    assert not [finding for finding in findings(letter, library) if finding.code == "lijst-ontbreekt"]


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Tekst.\n\n# Vervolg", "vervolg-leeg"),
        ("# Vervolg\n\n# Bijlagen\n\nTekst.", "vervolg-leeg"),
        ("# 4. Vervolgstappen\n\nBijlage 1 de resolutie", "vervolg-leeg"),
        ("# Hoe nu verder?", "vervolg-leeg"),
        ("# Communicatie\n\n# Vervolg\n\nWij gaan door.", "kop-zonder-tekst"),
    ],
)
def test_a_heading_with_nothing_below_it(text: str, code: str, library: Library):
    assert len(remarked(code, text, library)) == 1


@pytest.mark.parametrize("text", ["# Vervolg\n\nWij gaan door.", "# Vervolg\n\n- een", "# Een\n\n## Twee\n\nTekst."])
def test_a_heading_with_something_below_it(text: str, library: Library):
    assert remarked("vervolg-leeg", text, library) + remarked("kop-zonder-tekst", text, library) == []


LISTED = [{"titel": "De resolutie", "openbaar": "ja"}]
ANNEXES: list[tuple[str, list[dict[str, str]], list[tuple[str, str]]]] = [
    ("Zie bijlage 1.", [], [("waarschuwing", "bijlage 1")]),
    ("Het bericht is bijgevoegd.", [], [("waarschuwing", "bijgevoegd")]),
    ("Wij sturen de bijgevoegde resolutie mee.", [], [("waarschuwing", "bijgevoegde resolutie")]),
    ("In de bijlagen leest u meer.", [], [("waarschuwing", "bijlagen")]),
    ("Zie bijlage 1.", LISTED, []),
    ("Zie bijlage 3.", LISTED, [("waarschuwing", "bijlage 3")]),
    ("In de bijlage leest u meer.", LISTED, []),
    ("Wij schrijven over iets anders.", LISTED, [("tip", "De resolutie")]),
    ("Dat staat in bijlage 2 bij de resolutie.", [], []),
    ("Een bijlage van het akkoord gaat hierover.", [], []),
    ("Het plan treft u hierbij aan.", [], [("waarschuwing", "hierbij aan")]),
    ("Bijgaand ontvangt u het plan.", [], [("waarschuwing", "Bijgaand")]),
    ("Er is geen bijlage bij deze brief.", [], []),
    ("Hierbij schrijven wij u over de zorg.", [], []),
    ("Wij dragen bij aan de zorg.", [], []),
    ("De VNG schreef: “Zie bijlage 4 voor meer.”", [], []),
]


@pytest.mark.parametrize(("text", "attachments", "expected"), ANNEXES, ids=range(len(ANNEXES)))
def test_annexes_mentioned_and_listed(
    text: str, attachments: list[dict[str, str]], expected: list[tuple[str, str]], library: Library
):
    found = remarked("bijlage-ontbreekt", text, library, bijlagen=attachments)
    assert [(finding.severity, finding.words) for finding in found] == expected
