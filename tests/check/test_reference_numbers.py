"""Reference numbers: one in a letter, in the form of the municipality."""

import pytest

from composer.domain.reference_number import example
from composer.library.library import Library
from tests.check.remarks import remarked, words
from tests.libraries import DAY, Shelf

NUMBERS: list[tuple[str, str, list[str]]] = [
    ("Ons kenmerk is Z24-0077.", "Z24-0077", []),
    ("Ons kenmerk: Z24-0078.", "Z24-0077", ["Ons kenmerk: Z24-0078"]),
    ("Zaaknummer 2024/118 hoort hierbij.", "Z24-0077", ["Zaaknummer 2024/118"]),
    ("Uw kenmerk: X1.", "Z24-0077", []),
    ("Dat is een kenmerk van goede zorg.", "Z24-0077", []),
    ("Kenmerk Z24-0077", "", ["Kenmerk Z24-0077"]),
]


@pytest.mark.parametrize(("text", "kenmerk", "expected"), NUMBERS, ids=range(len(NUMBERS)))
def test_there_is_one_reference_number(text: str, kenmerk: str, expected: list[str], library: Library):
    assert words("kenmerk-verschilt", text, library, velden={"kenmerk": kenmerk} if kenmerk else {}) == expected


FORMS: list[tuple[str, str, bool]] = [
    ("Z/{jaar}/{nummer}", "Z/2024/0077", True),
    ("Z/{jaar}/{nummer}", "z/2024/77", True),
    ("Z/{jaar}/{nummer}", "Z/24/77", False),
    ("Z/{jaar}/{nummer}", "Z-2024-77", False),
    ("Z/{jaar}/{nummer}", "Z/2024/77a", False),
    ("Z/{jaar}/{nummer}", "", True),
    ("(D.{nummer})", "(D.12)", True),
    ("(D.{nummer})", "(DX12)", False),
]


@pytest.mark.parametrize(("pattern", "reference", "good"), FORMS, ids=range(len(FORMS)))
def test_a_reference_number_has_the_form_of_the_municipality(
    pattern: str, reference: str, good: bool, shelf: Shelf, layer: Shelf
):
    layer.write("gemeenten/vorm.yaml", f'- {{cbs: GM0001, naam: Bergdam, kenmerkpatroon: "{pattern}"}}\n')
    found = remarked("kenmerk-vorm", "Tekst.", shelf.load(layer), velden={"kenmerk": reference} if reference else {})
    assert [(each.words, each.severity) for each in found] == ([] if good else [(reference, "waarschuwing")])
    assert all(example(pattern, DAY) in each.advice and each.action for each in found)


def test_without_a_form_every_reference_number_is_good(library: Library):
    assert words("kenmerk-vorm", "Tekst.", library, velden={"kenmerk": "wat dan ook"}) == []


@pytest.mark.parametrize(
    ("pattern", "said"),
    [("Z/{maand}", "“{maand}” kan niet"), ("Z/{jaar", "accolade"), ("Z/2024", "geen open plaats")],
)
def test_a_form_that_cannot_be_is_told_with_its_line(pattern: str, said: str, shelf: Shelf, layer: Shelf):
    layer.write("gemeenten/vorm.yaml", f'- cbs: GM0001\n  naam: Bergdam\n  kenmerkpatroon: "{pattern}"\n')
    problems = shelf.load(layer).problems
    assert [(problem.path.name, problem.line) for problem in problems if problem.path and said in problem.message] == [
        ("vorm.yaml", 3)
    ]
