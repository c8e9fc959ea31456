"""The library that a user works with: every mistake in its texts, and when a passage may be used."""

from datetime import date

import pytest

from composer.library.library import Library
from composer.work.libraries import open_library, standing
from composer.work.text_mistakes import text_problems
from tests.libraries import Shelf

VERDICTS = [
    ("alv-aangenomen", "2024-12-01", "nog-niet"),
    ("alv-aangenomen", "2024-12-02", "geldig"),
    ("spuk-blijft-beschikbaar", "2024-12-16", "nog-niet"),
    ("spuk-blijft-beschikbaar", "2024-12-17", "geldig"),
    ("spuk-eerder", "2024-12-20", "geldig"),
    ("bijdrage", "2024-12-16", "nog-niet"),
    ("bijdrage", "2024-12-17", "geldig"),
    ("bijdrage", "2026-01-01", "niet-meer"),
    ("motie-gesteund", "1990-01-01", "geldig"),
]


@pytest.mark.parametrize(("name", "day", "verdict"), VERDICTS)
def test_a_passage_may_be_used_when_all_that_it_cites_may_be_told(
    library: Library, name: str, day: str, verdict: str
) -> None:
    assert standing(library.snippets[name], library, date.fromisoformat(day)).verdict == verdict


def passage(text: str, head: str = "") -> str:
    return f"titel: Nieuw\nonderwerp: spuk\n{head}---\n{text}\n"


TEXTS = [
    (passage("Een.\n\n{{ gemeente.nam }}"), "8: “gemeente.nam” bestaat niet. Bedoelde u “gemeente.naam”?"),
    (passage("{{ veld.onderwrp }}"), "6: “veld.onderwrp” bestaat niet. Bedoelde u “veld.onderwerp”?"),
    (passage("![x](y)"), "6: een afbeelding kan in een tekst niet"),
    (passage("{{ sectie.geld }}"), "6: “sectie.geld” bestaat niet"),
    (passage("{% if gemeente.planstatus == 'x' %}\n`code`\n{% endif %}"), "7: code kan in een brief niet"),
    (
        passage("{% if (gemeente.naam or gemeente.cbs) == 'x' %}y{% endif %}"),
        "6: deze vergelijking kan hier niet",
    ),
    (passage("Tekst.", "voorwaarde: gemeente.stund == 1\n"), "2: voorwaarde: “gemeente.stund” bestaat niet"),
    (passage("Tekst.", "voorwaarde: gemeente.naam ==\n"), "2: voorwaarde: "),
]


@pytest.mark.parametrize(("text", "expected"), TEXTS)
def test_a_mistake_in_a_passage_is_told_with_its_line_in_the_file(
    installed: Shelf, layer: Shelf, text: str, expected: str
) -> None:
    path = layer.passage("spuk/nieuw", text)
    library = open_library([layer.folder])
    [problem] = [*library.problems, *text_problems(library)]
    assert str(problem).startswith(f"{path}:{expected}")


HEADS = [
    ("secties: [{id: a}]\n---\nTekst.\n", ["2: secties.a: staat nergens; zet {{ sectie.a }} op een eigen regel"]),
    (
        'secties: [{id: a, kop: "Voor {{ gemeente.nam }}"}]\n---\n{{ sectie.a }}\n',
        ["2: secties.a.kop: “gemeente.nam” bestaat niet"],
    ),
    (
        'velden: [{naam: a, label: A, standaard: "{{ gemeente.nam }}"}]\n---\nTekst.\n',
        ["2: velden.a.standaard: “gemeente.nam”"],
    ),
    ('velden: [{naam: a, label: A, standaard: "{{ veld.a }}"}]\n---\nTekst.\n', ["2: velden.a.standaard: “veld”"]),
    ("status: concept\n---\nEen.\n{{ veld.weg }}\n", ["7: “veld.weg” bestaat niet"]),
    ("status: concept\n---\n{{ gemeente.naam\n", ["6: er ontbreekt een afsluiting"]),
]


@pytest.mark.parametrize(("head", "expected"), HEADS)
def test_a_mistake_in_a_template_is_told_with_its_place(
    installed: Shelf, layer: Shelf, head: str, expected: list[str]
) -> None:
    path = layer.template("nieuw", f"titel: Nieuw\n{head}")
    library = open_library([layer.folder])
    found = [str(problem) for problem in text_problems(library)]
    assert [text[: len(f"{path}:{start}")] for text, start in zip(found, expected, strict=True)] == [
        f"{path}:{start}" for start in expected
    ]


def test_the_small_library_has_no_problems(installed: Shelf) -> None:
    library = open_library()
    assert library.problems == ()
    assert list(text_problems(library)) == []
