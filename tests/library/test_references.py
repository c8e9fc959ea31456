"""Every id that is named exists, and what does not is told with the nearest name."""

import re

import pytest

from composer.library.references import broken_references
from tests.libraries import Shelf

FACT = """\
- id: nieuw
  onderwerp: {subject}
  aard: toestand
  stelling: Iets is zo.
  kracht: besluit
  geldig: {{vanaf: 2024-12-01}}
  bewijs: [{{bron: {source}}}]
"""
GOOD = FACT.format(subject="spuk", source="verslag-2024")


def fact(**more: str) -> str:
    return GOOD + "".join(f"  {key}: {value}\n" for key, value in more.items())


def passage(head: str, text: str = "Tekst.") -> str:
    return f"---\nid: nieuw\ntitel: Nieuw\n{head}\n---\n{text}\n"


def template(head: str, text: str = "Tekst.") -> str:
    return f"---\nid: nieuw\ntitel: Nieuw\n{head}\n---\n{text}\n"


BROKEN = [
    ("feiten/a.yaml", FACT.format(subject="spukk", source="verslag-2024"), "onderwerp", "spukk", "spuk"),
    ("feiten/a.yaml", FACT.format(subject="spuk", source="verslag-2025"), "bewijs", "verslag-2025", "verslag-2024"),
    ("feiten/a.yaml", fact(spoor="spuk-2026"), "spoor", "spuk-2026", "spuk-2025"),
    ("feiten/a.yaml", fact(via="vws-berichten-2024"), "via", "vws-berichten-2024", "vws-bericht-2024"),
    ("feiten/a.yaml", fact(gevolgd_door="[motie-verwopen]"), "gevolgd_door", "motie-verwopen", "motie-verworpen"),
    ("feiten/a.yaml", fact(vervangt="[spuk-blijf]"), "vervangt", "spuk-blijf", "spuk-blijft"),
    ("feiten/a.yaml", fact(strijdig_met="[{feit: spuk-blijf, reden: x}]"), "strijdig_met", "spuk-blijf", "spuk-blijft"),
    ("feiten/a.yaml", fact(reikwijdte="regio:kustt"), "reikwijdte", "kustt", "kust"),
    ("feiten/a.yaml", fact(reikwijdte="gemeente:GM9001"), "reikwijdte", "GM9001", "GM0001"),
    ("snippets/spuk/nieuw.md", passage("onderwerp: spukk"), "onderwerp", "spukk", "spuk"),
    ("snippets/spuk/nieuw.md", passage("onderwerp: spuk", "Zin.[^spuk-blijf]"), "tekst", "spuk-blijf", "spuk-blijft"),
    ("snippets/spuk/nieuw.md", passage("onderwerp: spuk\nterugblik: [spuk-verval]"),
     "terugblik", "spuk-verval", "spuk-vervalt"),
    ("templates/nieuw.md", template("secties: [{id: a, onderwerpen: [resolute]}]"),
     "secties.a.onderwerpen", "resolute", "resolutie"),
    ("templates/nieuw.md", template("secties: [{id: a, standaard: [bijdrag]}]"), "secties.a.standaard", "bijdrag", "bijdrage"),
    ("templates/nieuw.md", template("stem: college", "Zin.[^spuk-blijf]"), "tekst", "spuk-blijf", "spuk-blijft"),
    ("gemeenten/a.yaml", "{cbs: GM0003, regios: [{regio: kust-nord}]}", "regios", "kust-nord", "kust-noord"),
    ("gemeenten/a.yaml", "{cbs: GM0003, regios: [{regio: kust, bewijs: {bron: verslag}}]}", "bewijs", "verslag", "verslag-2024"),
    ("gemeenten/a.yaml", "{cbs: GM0003, planstatus: {waarde: x, bewijs: {bron: verslag}}}", "bewijs", "verslag", "verslag-2024"),
    ("gemeenten/a.yaml", "{cbs: GM0003, huisstijl: neutral}", "huisstijl", "neutral", "neutraal"),
    ("regios/a.yaml", "{id: nieuw, naam: N, soort: subregio, leden: [GM9001]}", "leden", "GM9001", "GM0001"),
    ("regios/a.yaml", "{id: nieuw, naam: N, soort: subregio, mandaatgemeente: GM9001}", "mandaatgemeente", "GM9001", "GM0001"),
    ("regios/a.yaml", "{id: nieuw, naam: N, soort: subregio, onderdeel_van: kustlan}", "onderdeel_van", "kustlan", "kustland"),
    ("regios/a.yaml", "{id: nieuw, naam: N, soort: subregio, bewijs: {bron: verslag}}", "bewijs", "verslag", "verslag-2024"),
    ("sporen.yaml", "{id: nieuw, titel: N, onderwerp: resolute}", "onderwerp", "resolute", "resolutie"),
    ("begrippen.yaml", "{id: nieuw, voorkeur: N, bewijs: [{bron: verslag}]}", "bewijs", "verslag", "verslag-2024"),
    ("sporen.yaml", "{id: nieuw, titel: N, onderwerp: xyzw}", "onderwerp", "xyzw", ""),
]  # fmt: skip
"""The file, its text, the field that names an id, the id, the nearest there is."""


@pytest.mark.parametrize(("name", "text", "field", "broken", "near"), BROKEN)
def test_a_broken_id_is_told_with_the_nearest_name(
    shelf: Shelf, layer: Shelf, name: str, text: str, field: str, broken: str, near: str
) -> None:
    path = layer.write(name, text)
    library = shelf.load(layer)
    meant = f" Bedoelde u “{near}”?" if near else ""
    named = re.compile(rf"(?<![\w-]){broken}(?![\w-])")
    line = next(number for number, line in enumerate(text.splitlines(), start=1) if named.search(line))
    assert library.problems == ()
    assert [str(problem) for problem in broken_references(library)] == [
        f"{path}:{line}: {field}: “{broken}” bestaat niet.{meant} Verbeter het of voeg het toe"
    ]


@pytest.mark.parametrize("field", ["gevolgd_door", "vervangt"])
def test_a_fact_that_names_itself_is_told(shelf: Shelf, layer: Shelf, field: str) -> None:
    path = layer.write("feiten/a.yaml", fact(**{field: "[nieuw]"}))
    assert [str(problem) for problem in broken_references(shelf.load(layer))] == [
        f"{path}:8: {field}: “nieuw” noemt zichzelf; noem het feit dat u bedoelt of haal het weg"
    ]


def test_a_fact_that_contradicts_itself_is_told(shelf: Shelf, layer: Shelf) -> None:
    layer.write("feiten/a.yaml", fact(strijdig_met="[{feit: nieuw, reden: x}]"))
    [problem] = broken_references(shelf.load(layer))
    assert problem.line == 8 and problem.message.startswith("strijdig_met: “nieuw” noemt zichzelf")


SERIES = """\
- reeks: nieuw
  per: gemeente
  onderwerp: spukk
  aard: toestand
  stelling: "{naam}: {geld}"
  kracht: besluit
  waarde: {naam: geld, soort: bedrag}
  bewijs: [{bron: verslag}]
  rijen: {GM0001: 1, GM0002: 2}
"""


def test_a_broken_id_of_a_series_is_told_once_and_not_for_each_row(shelf: Shelf, layer: Shelf) -> None:
    layer.write("feiten/a.yaml", SERIES)
    found = [problem.message.split(" bestaat")[0] for problem in broken_references(shelf.load(layer))]
    assert found == ["onderwerp: “spukk”", "bewijs: “verslag”"]


def test_a_series_corrects_series_and_what_it_leaves_out_stays(shelf: Shelf, layer: Shelf) -> None:
    good = SERIES.replace("spukk", "spuk").replace("verslag", "verslag-2024").replace(", GM0002: 2", "")
    layer.write("feiten/a.yaml", f"{good}  vervangt: [bijdrage-2025]\n")
    library = shelf.load(layer)
    assert list(broken_references(library)) == []
    assert library.chronology.corrections["bijdrage-2025-gm0001"].id == "nieuw-gm0001"
    assert "bijdrage-2025-gm0002" not in library.chronology.corrections
    layer.write("feiten/a.yaml", f"{good}  vervangt: [bijdrage-2024, spuk-blijft]\n")
    found = [problem.message.split(" bestaat")[0] for problem in broken_references(shelf.load(layer))]
    assert found == ["vervangt: “bijdrage-2024”", "vervangt: “spuk-blijft”"]


def test_a_whole_library_has_no_broken_ids(shelf: Shelf) -> None:
    assert list(broken_references(shelf.load())) == []


def test_a_series_may_be_cited_by_its_name(shelf: Shelf, layer: Shelf) -> None:
    layer.write(
        "snippets/spuk/nieuw.md", passage("onderwerp: spuk\nterugblik: [bijdrage-2025]", "Zin.[^bijdrage-2025]")
    )
    assert list(broken_references(shelf.load(layer))) == []


def test_two_states_of_a_lane_that_begin_together_are_told(shelf: Shelf, layer: Shelf) -> None:
    layer.write("feiten/a.yaml", GOOD.replace("2024-12-01", "2024-12-17") + "  spoor: spuk-2025\n")
    [problem] = broken_references(shelf.load(layer))
    assert "spoor: “spuk-2025” heeft al een stand met hetzelfde begin (spuk-blijft)" in problem.message


def test_a_correction_may_begin_with_what_it_corrects(shelf: Shelf, layer: Shelf) -> None:
    text = GOOD.replace("2024-12-01", "2024-12-17") + "  spoor: spuk-2025\n  vervangt: [spuk-blijft]\n"
    layer.write("feiten/a.yaml", text)
    assert list(broken_references(shelf.load(layer))) == []


def test_states_of_different_regions_may_begin_together(shelf: Shelf, layer: Shelf) -> None:
    text = GOOD.replace("2024-12-01", "2024-12-17") + "  spoor: spuk-2025\n  reikwijdte: regio:kust\n"
    layer.write("feiten/a.yaml", text)
    assert list(broken_references(shelf.load(layer))) == []
