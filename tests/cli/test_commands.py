"""Every command, every exit code, and one line in Dutch for whatever goes wrong."""

import json
import os
import shlex
import shutil
import zipfile
from pathlib import Path
from typing import Any

import docx
import pytest

from composer import __version__
from composer.cli.commands import COMMANDS, parser
from composer.library.letters import read_letter
from tests.cli.conftest import Ran, Run
from tests.libraries import ROOT, Shelf, source_texts

NEW = ("nieuw", "--sjabloon", "brief", "--gemeente", "Bergdam", "--peildatum", "2024-12-20")


# nieuw


def test_nieuw_makes_a_letter_with_what_may_be_told_on_the_day(command: Run, tmp_path: Path) -> None:
    ran = command(*NEW, "-o", tmp_path / "n.raadsbrief")
    assert (ran.code, ran.err) == (0, "")
    letter = read_letter(tmp_path / "n.raadsbrief")
    assert (letter.municipality, str(letter.date), letter.reference_day) == ("GM0001", "2024-12-20", None)
    assert [piece.snippet for piece in letter.pieces()] == ["alv-aangenomen", "spuk-blijft-beschikbaar"]
    assert letter.captured is not None


def test_nieuw_takes_a_date_and_fields(command: Run, tmp_path: Path) -> None:
    ran = command(
        *NEW,
        "--datum",
        "2025-01-10",
        "--veld",
        "kenmerk=Z=1",
        "--veld",
        "onderwerp=De SPUK",
        "-o",
        tmp_path / "n.raadsbrief",
    )
    assert ran.code == 0
    letter = read_letter(tmp_path / "n.raadsbrief")
    assert (str(letter.date), str(letter.reference_date)) == ("2025-01-10", "2024-12-20")
    assert dict(letter.fields) == {"kenmerk": "Z=1", "onderwerp": "De SPUK"}


@pytest.mark.parametrize("name", ["GM0002", "gm0002", "'s-Waterhuizen", "’S-WATERHUIZEN", "waterhuizen"])
def test_nieuw_knows_a_municipality_by_any_name_in_any_case(command: Run, tmp_path: Path, name: str) -> None:
    arguments = [name if argument == "Bergdam" else argument for argument in NEW]
    assert command(*arguments, "-o", tmp_path / "n.raadsbrief").code == 0
    assert read_letter(tmp_path / "n.raadsbrief").municipality == "GM0002"


def test_nieuw_never_replaces_a_letter(command: Run, letter: Path) -> None:
    before = letter.read_bytes()
    ran = command(*NEW, "-o", letter)
    assert (ran.code, ran.err) == (2, f"{letter}: dit bestand bestaat al; kies een andere naam\n")
    assert letter.read_bytes() == before


# maak


def test_maak_makes_a_draft_in_each_form(command: Run, letter: Path, tmp_path: Path, shelf: Shelf) -> None:
    shutil.copytree(ROOT / "resources" / "lettertypen", shelf.path("lettertypen"))
    for suffix, start in ((".docx", b"PK"), (".pdf", b"%PDF"), (".html", b"<!doctype html>"), (".txt", b"")):
        target = tmp_path / f"brief{suffix}"
        assert command("maak", letter, "-o", target) == Ran(0, f"{target} is gemaakt.\n", "")
        assert target.read_bytes().lower().startswith(start.lower())
        assert target.stat().st_size > 200


def test_maak_replaces_what_it_made_before(command: Run, letter: Path, tmp_path: Path) -> None:
    (tmp_path / "brief.txt").write_text("oud")
    assert command("maak", letter, "-o", tmp_path / "brief.txt").code == 0
    assert "resolutie" in (tmp_path / "brief.txt").read_text(encoding="utf-8")


def test_maak_makes_the_same_bytes_twice(command: Run, letter: Path, tmp_path: Path) -> None:
    for name in ("a.docx", "b.docx"):
        command("maak", letter, "-o", tmp_path / name)
    assert (tmp_path / "a.docx").read_bytes() == (tmp_path / "b.docx").read_bytes()


def test_maak_makes_a_draft_of_what_is_not_finished(command: Run, unfinished: Path, tmp_path: Path) -> None:
    assert command("maak", unfinished, "-o", tmp_path / "n.txt").code == 0
    assert "[nog invullen: portefeuillehouder]" in (tmp_path / "n.txt").read_text(encoding="utf-8")


def test_maak_definitief_refuses_what_is_not_finished_and_says_why(
    command: Run, unfinished: Path, tmp_path: Path
) -> None:
    ran = command("maak", unfinished, "-o", tmp_path / "n.docx", "--definitief")
    assert ran.code == 1
    assert not (tmp_path / "n.docx").exists()
    assert "blokkerend: Nog niet ingevuld: portefeuillehouder" in ran.err
    assert "sectie-leeg" in ran.err
    assert ran.err.splitlines()[-1] == "De brief is niet definitief gemaakt; los eerst het bovenstaande op."


def says_concept(path: Path) -> bool:
    with zipfile.ZipFile(path) as package:
        return any(b">CONCEPT" in package.read(part).upper() for part in package.namelist())


def test_maak_definitief_makes_what_is_finished_without_the_word_concept(
    command: Run, letter: Path, tmp_path: Path
) -> None:
    assert command("maak", letter, "-o", tmp_path / "n.docx", "--definitief").code == 0
    assert command("maak", letter, "-o", tmp_path / "c.docx").code == 0
    assert (says_concept(tmp_path / "n.docx"), says_concept(tmp_path / "c.docx")) == (False, True)


def test_maak_makes_a_draft_of_a_letter_that_only_calls_itself_final(
    command: Run, unfinished: Path, tmp_path: Path
) -> None:
    unfinished.write_text(unfinished.read_text(encoding="utf-8") + "staat: definitief\n", encoding="utf-8")
    command("maak", unfinished, "-o", tmp_path / "n.docx")
    assert says_concept(tmp_path / "n.docx")


def test_maak_works_for_a_letter_that_was_made_with_nieuw(command: Run, tmp_path: Path) -> None:
    command(*NEW, "-o", tmp_path / "n.raadsbrief")
    assert command("maak", tmp_path / "n.raadsbrief", "-o", tmp_path / "n.docx").code == 0
    text = "\n".join(p.text for p in docx.Document(str(tmp_path / "n.docx")).paragraphs)
    assert "29 november 2024" in text.replace("\u00a0", " ")


def test_a_final_web_page_does_not_tell_where_its_words_come_from(command: Run, letter: Path, tmp_path: Path) -> None:
    page = tmp_path / "n.html"
    origins = ("data-name", "data-piece", "data-path", "data-line", "data-kind", "data-fact", "alv-aangenomen")
    assert command("maak", letter, "-o", page).code == 0
    assert all(name in page.read_text(encoding="utf-8") for name in origins)
    assert command("maak", letter, "-o", page, "--definitief").code == 0
    assert not [name for name in origins if name in page.read_text(encoding="utf-8")]


# controleer


def test_controleer_finds_nothing_in_the_way_of_a_finished_letter(command: Run, letter: Path) -> None:
    ran = command("controleer", letter)
    assert ran.code == 0
    assert ran.out.splitlines()[-1].startswith("Niets staat deze brief in de weg.")


def test_controleer_names_each_gap(command: Run, unfinished: Path) -> None:
    ran = command("controleer", unfinished)
    assert ran.code == 1
    assert "Nog niet ingevuld: portefeuillehouder" in ran.out
    assert "2 punten staan een definitieve brief in de weg." in ran.out


def test_what_stands_in_the_way_is_counted_in_good_dutch(command: Run, letter: Path) -> None:
    text = letter.read_text(encoding="utf-8").replace("velden: {portefeuillehouder: C. Bakker}\n", "")
    letter.write_text(text, encoding="utf-8")
    last = command("controleer", letter).out.splitlines()[-1]
    assert last.startswith(
        "Eén punt staat een definitieve brief in de weg. 1 van 2 zinnen met een cijfer of besluit heeft een"
    )


def test_controleer_gives_json_as_the_manual_has_it(command: Run, unfinished: Path) -> None:
    ran = command("controleer", unfinished, "--json")
    record = json.loads(ran.out)
    assert ran.code == 1
    assert set(record) == {"bevindingen", "dekking"}
    assert set(record["dekking"]) == {"zinnen", "met_bron", "percentage"}
    for finding in record["bevindingen"]:
        assert set(finding) == {"code", "ernst", "melding", "woorden", "stuk", "feiten", "advies"}
        assert finding["ernst"] in ("blokkerend", "waarschuwing", "tip")
        assert isinstance(finding["feiten"], list)
    [gap] = [finding for finding in record["bevindingen"] if finding["code"] == "gat"]
    assert (gap["woorden"], gap["stuk"]) == ("[nog invullen: portefeuillehouder]", None)


def test_controleer_counts_the_sentences_with_a_source(command: Run, letter: Path) -> None:
    record = json.loads(command("controleer", letter, "--json").out)
    assert record["dekking"] == {"zinnen": 2, "met_bron": 1, "percentage": 50}


# bibliotheek


def test_bibliotheek_controleer_finds_nothing_wrong_in_a_good_library(command: Run) -> None:
    ran = command("bibliotheek", "controleer", "--peildatum", "2024-12-20")
    assert (ran.code, ran.out) == (0, "5 tekstblokken, 10 feiten, 4 bronnen: geen opmerkingen.\n")


def test_bibliotheek_controleer_tells_every_mistake_and_ends_with_one(command: Run, layer: Shelf) -> None:
    layer.write("feiten/a.yaml", "- id: A\n")
    layer.passage("spuk/nieuw", "titel: Nieuw\nonderwerp: spuk\n---\n{{ gemeente.nam }}[^weg]\n")
    ran = command("bibliotheek", "controleer", "--bibliotheek", layer.folder)
    lines = ran.out.splitlines()
    assert ran.code == 1
    assert any(line.startswith(f"{layer.path('feiten/a.yaml')}:1: id: “A” past niet") for line in lines)
    assert any(line.startswith(f"{layer.path('snippets/spuk/nieuw.md')}:6: “gemeente.nam”") for line in lines)
    assert any(
        line.startswith(f"{layer.path('snippets/spuk/nieuw.md')}:6: tekst: “weg” bestaat niet") for line in lines
    )
    assert lines[-1].endswith("opmerkingen.")


def test_bibliotheek_controleer_remarks_on_passages_past_their_review(command: Run, layer: Shelf) -> None:
    head = "titel: Oud\nonderwerp: spuk\nstatus: vastgesteld\nherzien_voor: 2024-12-01\n---\nTekst.\n"
    layer.passage("spuk/oud", head)
    before = command("bibliotheek", "controleer", "--bibliotheek", layer.folder, "--peildatum", "2024-11-30")
    after = command("bibliotheek", "controleer", "--bibliotheek", layer.folder, "--peildatum", "2024-12-01")
    assert (before.code, after.code) == (0, 1)
    assert "herzien_voor" in after.out


def test_bibliotheek_controleer_tells_what_is_missing_in_a_house_style(command: Run, layer: Shelf) -> None:
    settings = layer.write(
        "huisstijlen/kaal/huisstijl.yaml", "naam: Kaal\nlogo: {bestand: a.png, alternatief: Een a}\n"
    )
    base = settings.with_name("basis.docx")
    check = ("bibliotheek", "controleer", "--bibliotheek", layer.folder)
    bare = command(*check)
    assert (bare.code, bare.out.splitlines()[0]) == (
        1, f"{base}: is niet te lezen (het bestand of de map bestaat niet); zet het basisdocument in deze map",
    )  # fmt: skip
    shutil.copy(ROOT / "resources" / "huisstijlen" / "neutraal" / "basis.docx", base)
    assert f"{settings.with_name('a.png')}: het logo ontbreekt" in command(*check).out
    settings.write_text("naam: Kaal\n", encoding="utf-8")
    assert command(*check).code == 0


LAYER_MISTAKES = [
    ("gemeenten/a.yaml", "cbs: GM0001\nsteunde_motie: zomaar\n", "2: steunde_motie: “zomaar” kan hier niet; kies uit ja of nee"),
    ("gemeenten/a.yaml", "cbs: GM0001\nsteunde_mote: ja\n", "2: steunde_mote: geen profielveld heet zo. Bedoelde u “steunde_mot"),
    ("snippets/spuk/a.md", "---\nid: a\ntitel: A\nonderwerp: spuk\n---\nEen.\n\n[^webinar]: eigen\n",
     "8: een voetnoot met eigen woorden kan niet"),
    ("sporen.yaml", "- {id: spuk-2025, titel: X, onderwerp: spuk}\n", "1: id: spoor “spuk-2025” bestaat al"),
]  # fmt: skip


@pytest.mark.parametrize(("name", "text", "said"), LAYER_MISTAKES)
def test_bibliotheek_controleer_remarks_on_what_a_layer_can_hardly_mean(
    command: Run, layer: Shelf, name: str, text: str, said: str
) -> None:
    path = layer.write(name, text)
    ran = command("bibliotheek", "controleer", "--bibliotheek", layer.folder)
    assert ran.code == 1
    assert ran.out.splitlines()[0].startswith(f"{path}:{said}")
    assert ran.out.splitlines()[-1].endswith(": één opmerking.")


def test_bibliotheek_controleer_gives_json(command: Run, layer: Shelf) -> None:
    layer.write("feiten/a.yaml", "- id: A\n")
    ran = command("bibliotheek", "controleer", "--json", "--bibliotheek", layer.folder)
    record = json.loads(ran.out)
    assert ran.code == 1
    assert set(record) == {"opmerkingen"}
    assert record["opmerkingen"][0]["regel"] == 1
    assert record["opmerkingen"][0]["bestand"] == str(layer.path("feiten/a.yaml"))


SNIPPET = {
    "id", "titel", "onderwerp", "status", "geldig_vanaf", "geldig_tot", "bruikbaar", "oordeel", "reden", "feiten", "bronnen",
}  # fmt: skip


def test_bibliotheek_toon_gives_json_as_the_manual_has_it(command: Run) -> None:
    ran = command("bibliotheek", "toon", "--peildatum", "2024-12-20", "--json")
    record = json.loads(ran.out)
    assert ran.code == 0
    assert set(record) == {"tekstblokken", "feiten", "bronnen", "sjablonen", "gemeenten"}
    assert all(set(snippet) == SNIPPET for snippet in record["tekstblokken"])
    assert record["sjablonen"] == [{"id": "brief", "titel": "Raadsinformatiebrief"}]
    assert record["gemeenten"] == 3
    assert {fact["id"] for fact in record["feiten"]} >= {"alv-nam-aan", "bijdrage-2025-gm0001"}
    assert {source["id"] for source in record["bronnen"]} == {
        "ledenbrief-2025", "verslag-2024", "vws-bericht-2024", "brief-bergdam-2024",
    }  # fmt: skip


SHOWN: list[tuple[str, str, dict[str, Any]]] = [
    ("2024-12-20", "spuk-blijft-beschikbaar", {"bruikbaar": True, "oordeel": "geldig", "reden": ""}),
    ("2024-12-20", "spuk-blijft-beschikbaar", {"geldig_vanaf": "2024-12-17", "geldig_tot": None}),
    ("2024-12-10", "spuk-blijft-beschikbaar", {"bruikbaar": False, "reden": "geldt pas vanaf 17 december 2024"}),
    (
        "2024-12-20",
        "bijdrage",
        {"geldig_tot": "2026-01-01", "feiten": ["bijdrage-2025"], "bronnen": ["vws-bericht-2024"]},
    ),
    ("2026-02-01", "bijdrage", {"bruikbaar": False, "oordeel": "niet-meer"}),
    ("2024-12-20", "spuk-eerder", {"bruikbaar": True, "feiten": ["spuk-vervalt"], "bronnen": ["verslag-2024"]}),
]


@pytest.mark.parametrize(("day", "name", "expected"), SHOWN)
def test_bibliotheek_toon_tells_what_may_be_used_on_a_day(
    command: Run, day: str, name: str, expected: dict[str, Any]
) -> None:
    record = json.loads(command("bibliotheek", "toon", "--peildatum", day, "--json").out)
    [snippet] = [snippet for snippet in record["tekstblokken"] if snippet["id"] == name]
    assert {key: snippet[key] for key in expected} == expected


def test_bibliotheek_toon_shows_one_subject(command: Run) -> None:
    record = json.loads(command("bibliotheek", "toon", "--onderwerp", "resolutie", "--json").out)
    assert {snippet["onderwerp"] for snippet in record["tekstblokken"]} == {"resolutie"}
    assert {fact["onderwerp"] for fact in record["feiten"]} == {"resolutie"}
    assert "vws-bericht-2024" not in {source["id"] for source in record["bronnen"]}


def test_bibliotheek_toon_is_a_line_for_each_passage(command: Run) -> None:
    ran = command("bibliotheek", "toon", "--peildatum", "2024-12-10")
    assert ran.code == 0
    assert [line.split()[0] for line in ran.out.splitlines()[:-1]] == [
        "alv-aangenomen", "motie-gesteund", "bijdrage", "spuk-blijft-beschikbaar", "spuk-eerder",
    ]  # fmt: skip
    assert "nog-niet: geldt pas vanaf 17 december 2024" in ran.out


# bronnen


@pytest.fixture
def sources(tmp_path: Path) -> Path:
    return source_texts(tmp_path / "bronnen")


def test_bronnen_controleer_finds_every_value_in_its_place(command: Run, sources: Path) -> None:
    ran = command("bronnen", "controleer", "--map", sources)
    assert (ran.code, ran.err, ran.out) == (0, "", "3 gevonden, 7 niet-onderzocht\n")


def test_bronnen_controleer_gives_json_as_the_manual_has_it(command: Run, sources: Path) -> None:
    record = json.loads(command("bronnen", "controleer", "--map", sources, "--json").out)
    assert set(record) == {"feiten"}
    for fact in record["feiten"]:
        assert set(fact) == {"id", "bewijs"}
        for item in fact["bewijs"]:
            assert set(item) == {"bron", "plaats", "uitkomst", "ontbreekt"}
    outcomes = {fact["id"]: [item["uitkomst"] for item in fact["bewijs"]] for fact in record["feiten"]}
    assert outcomes["alv-nam-aan"] == ["gevonden"]
    assert outcomes["motie-verworpen"] == ["niet-onderzocht"]
    assert outcomes["bijdrage-2025-gm0001"] == ["niet-onderzocht"]


def test_bronnen_controleer_names_what_is_not_there(command: Run, sources: Path) -> None:
    path = sources / "verslag.txt"
    path.write_text(path.read_text(encoding="utf-8").replace("93%", "39%"), encoding="utf-8")
    ran = command("bronnen", "controleer", "--map", sources)
    assert ran.code == 1
    assert "alv-nam-aan: niet gevonden in verslag-2024: voor" in ran.out


def test_bronnen_controleer_tells_of_a_file_that_cannot_be_read_and_goes_on(
    command: Run, sources: Path, shelf: Shelf
) -> None:
    path = shelf.path("bronnen/bronnen.yaml")
    path.write_text(path.read_text(encoding="utf-8").replace("ledenbrief.txt", "ledenbrief.pdf"), encoding="utf-8")
    (sources / "ledenbrief.pdf").write_bytes(b"geen pdf")
    ran = command("bronnen", "controleer", "--map", sources, "--json")
    assert ran.code == 1
    assert ran.err.startswith(f"{sources / 'ledenbrief.pdf'}: dit is geen leesbare pdf")
    outcomes = {fact["id"]: fact["bewijs"][0]["uitkomst"] for fact in json.loads(ran.out)["feiten"]}
    assert (outcomes["spuk-blijft"], outcomes["alv-nam-aan"]) == ("niet-onderzocht", "gevonden")


# reeks


SERIES = [
    ("alle", ["GM0001-bergdam.docx", "GM0002-s-waterhuizen.docx", "GM0003-oosterleek.docx"]),
    ("regio:kust", ["GM0001-bergdam.docx", "GM0002-s-waterhuizen.docx"]),
    ("Oosterleek, waterhuizen", ["GM0002-s-waterhuizen.docx", "GM0003-oosterleek.docx"]),
    ("GM0003,GM0003, oosterleek", ["GM0003-oosterleek.docx"]),
]


@pytest.mark.parametrize(("which", "names"), SERIES)
def test_reeks_makes_a_draft_for_each_municipality(
    command: Run, letter: Path, tmp_path: Path, which: str, names: list[str]
) -> None:
    ran = command("reeks", letter, "--gemeenten", which, "-o", tmp_path / "reeks")
    count = "Eén brief staat" if len(names) == 1 else f"{len(names)} brieven staan"
    assert (ran.code, ran.out) == (0, f"{count} in {tmp_path / 'reeks'}.\n")
    assert sorted(path.name for path in (tmp_path / "reeks").iterdir()) == names


def test_each_letter_of_a_series_is_of_its_own_municipality(command: Run, letter: Path, tmp_path: Path) -> None:
    command("reeks", letter, "--gemeenten", "alle", "-o", tmp_path / "reeks")
    texts = [
        "\n".join(p.text for p in docx.Document(str(path)).paragraphs)
        for path in sorted((tmp_path / "reeks").iterdir())
    ]
    for text, name in zip(texts, ("Bergdam", "'s-Waterhuizen", "Oosterleek"), strict=True):
        assert f"het college van {name}" in text.replace("’", "'")


def test_reeks_wants_a_new_or_empty_folder(command: Run, letter: Path, tmp_path: Path) -> None:
    (tmp_path / "reeks").mkdir()
    assert command("reeks", letter, "--gemeenten", "GM0001", "-o", tmp_path / "reeks").code == 0
    ran = command("reeks", letter, "--gemeenten", "GM0001", "-o", tmp_path / "reeks")
    assert (ran.code, ran.err) == (2, f"{tmp_path / 'reeks'}: deze map is niet leeg; kies een nieuwe map\n")


# whatever goes wrong

NIEUW = "nieuw --sjabloon brief --gemeente Bergdam --peildatum 2024-12-20"
REEKS = "reeks brief.raadsbrief -o r --gemeenten"
MISTAKES = {
    "no letter": ("maak weg.raadsbrief -o n.docx", "weg.raadsbrief: dit bestand is niet te lezen (het bestand of de map"),
    "a folder for a letter": ("maak . -o n.docx", "dit is een map"),
    "a folder for a letter to check": ("controleer .", "dit is een map"),
    "a picture for a letter": ("controleer plaatje.raadsbrief", "dit bestand is geen UTF-8"),
    "an unknown template in a letter": ("controleer sjabloon.raadsbrief", "sjabloon.raadsbrief:3: sjabloon “brif” bestaat niet."),
    "an unknown house style in a letter": ("maak stijl.raadsbrief -o n.docx", "stijl.raadsbrief:10: huisstijl “roze” bestaat"),
    "an unknown house style to publish": ("publiceer stijl.raadsbrief -o p", "stijl.raadsbrief:10: huisstijl “roze”"),
    "an unknown house style in a series": ("reeks stijl.raadsbrief --gemeenten alle -o r", "stijl.raadsbrief:10: huisstijl"),
    "an unknown house style in a copy": ("leeskopie stijl.raadsbrief -o n.docx", "stijl.raadsbrief:10: huisstijl “roze”"),
    "a double id in a letter": ("controleer dubbel.raadsbrief", ":10: secties.aanleiding.nummer 2.id: het id “a1” staat bij"),
    "an ending nobody knows": ("maak brief.raadsbrief -o n.odt", "“n.odt” kan niet worden gemaakt"),
    "no ending": ("maak brief.raadsbrief -o n", "“n” kan niet worden gemaakt"),
    "a folder to write to": ("maak brief.raadsbrief -o map.docx", "bewaren lukt niet (dit is een map)"),
    "a folder that is not there": ("maak brief.raadsbrief -o weg/n.docx", "bewaren lukt niet"),
    "a file for a folder": ("maak brief.raadsbrief -o brief.raadsbrief/n.docx", "dit is geen map"),
    "a folder for a new letter": (f"{NIEUW} -o .", "dit is een map"),
    "a name that is too long": (f"{NIEUW} -o {'n' * 300}", "de naam is te lang"),
    "an unknown municipality": (f"{NIEUW} --gemeente Bergdm -o n", "“Bergdm” is geen gemeente die we kennen. Bedoelde u “Ber"),
    "an unknown template": (f"{NIEUW} --sjabloon brif -o n", "sjabloon “brif” bestaat niet. Bedoelde u “brief”?"),
    "an unknown field": (f"{NIEUW} --veld onderwrp=x -o n", "geen veld “onderwrp”. Bedoelde u “onderwerp”?"),
    "a field without a value": (f"{NIEUW} --veld onderwerp -o n", "“onderwerp” is geen veld; schrijf naam=waarde"),
    "a field that cannot be read": (f"{NIEUW} --veld kenmerk=\udcff -o n", "veld “kenmerk” heeft tekens die niet te lezen zijn"),
    "a bad date": (f"{NIEUW} --datum 2024-13-01 -o n", "“2024-13-01” is geen datum; schrijf jjjj-mm-dd"),
    "a week for a date": (f"{NIEUW} --datum 2024-W01-1 -o n", "is geen datum"),
    "a date in Dutch": (f"{NIEUW} --datum '20 december' -o n", "is geen datum"),
    "a municipality without a name": (f"{NIEUW} --gemeente= -o n", "“” is geen gemeente die we kennen"),
    "no date": ("nieuw --sjabloon brief --gemeente Bergdam -o n", "dit ontbreekt: --peildatum"),
    "an option without a value": ("maak brief.raadsbrief -o", "-o: hier hoort een waarde achter"),
    "an unknown option": ("controleer brief.raadsbrief --xml", "dit wordt niet begrepen: --xml"),
    "an unknown command": ("bibliotheek wis", "dit kan niet: 'wis' (kies uit"),
    "no command of the library": ("bibliotheek", "dit ontbreekt: WAT"),
    "an unknown subject": ("bibliotheek toon --onderwerp spukk", "onderwerp “spukk” bestaat niet. Bedoelde u “spuk”?"),
    "no folder of sources": ("bronnen controleer --map weg", "weg: deze map bestaat niet"),
    "a file for a folder of sources": ("bronnen controleer --map brief.raadsbrief", "deze map bestaat niet"),
    "a file for a folder of a series": (f"{REEKS} alle -o brief.raadsbrief", "brief.raadsbrief: deze map is niet te maken"),
    "an unknown region": (f"{REEKS} regio:kustt", "regio “kustt” bestaat niet"),
    "an unknown name in a series": (f"{REEKS} Bergdam,Oosterlek", "“Oosterlek” is geen gemeente die we kennen. Bedoelde u"),
    "no name in a series": (f"{REEKS} ' , '", "er is geen gemeente genoemd"),
    "a file for the examples": ("voorbeeld brief.raadsbrief", "deze map is niet te maken"),
}  # fmt: skip


@pytest.mark.parametrize("name", MISTAKES)
def test_whatever_goes_wrong_is_one_dutch_line_and_exit_code_two(
    command: Run, letter: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "plaatje.raadsbrief").write_bytes(b"\x89PNG\r\n\x1a\n")
    (tmp_path / "map.docx").mkdir()
    text = letter.read_text(encoding="utf-8")
    (tmp_path / "sjabloon.raadsbrief").write_text(text.replace("brief\n", "brif\n"), encoding="utf-8")
    (tmp_path / "dubbel.raadsbrief").write_text(f"{text}  - {{id: a1, tekst: Nog iets.}}\n", encoding="utf-8")
    (tmp_path / "stijl.raadsbrief").write_text(f"{text}huisstijl: roze\n", encoding="utf-8")
    if os.name != "posix" and name in ("a name that is too long", "a file for a folder"):
        pytest.skip("other systems give other reasons")
    line, said = MISTAKES[name]
    ran = command(*shlex.split(line))
    assert (ran.code, ran.out) == (2, "")
    assert said in ran.err
    assert ran.err.count("\n") == 1
    assert "Traceback" not in ran.err


def test_all_mistakes_of_a_letter_are_a_line_each(command: Run, tmp_path: Path) -> None:
    path = tmp_path / "fout.raadsbrief"
    path.write_text("sjabloon: brief\ngemeente: Bergdam\ndatum: morgen\nkleur: rood\n", encoding="utf-8")
    ran = command("controleer", path)
    assert ran.code == 2
    assert [line.split(": ")[0] for line in ran.err.splitlines()] == [f"{path}:2", f"{path}:3", f"{path}:4"]


# layers


def test_layers_may_be_given_more_than_once_and_the_last_one_counts(command: Run, letter: Path, tmp_path: Path) -> None:
    for number in (1, 2):
        layer = Shelf(tmp_path / f"laag{number}")
        layer.write("gemeenten/mijn.yaml", f"cbs: GM0001\nnaam: Bergdam {number}\nadres: Dam {number}\n")
    folders = ("--bibliotheek", tmp_path / "laag1", "--bibliotheek", tmp_path / "laag2")
    assert command("maak", letter, "-o", tmp_path / "n.txt", *folders).code == 0
    assert "het college van Bergdam 2" in (tmp_path / "n.txt").read_text(encoding="utf-8")


def test_a_mistake_in_a_layer_is_told_and_does_not_stop_a_letter(
    command: Run, letter: Path, tmp_path: Path, layer: Shelf
) -> None:
    layer.write("feiten/a.yaml", "- id: A\n")
    ran = command("maak", letter, "-o", tmp_path / "n.txt", "--bibliotheek", layer.folder)
    assert ran.code == 0
    assert f"{layer.path('feiten/a.yaml')}:1: id: “A” past niet" in ran.err


def test_a_layer_that_is_named_and_does_not_exist_is_the_end(command: Run, letter: Path, tmp_path: Path) -> None:
    gone = f"{tmp_path / 'weg'}: deze map bestaat niet; noem de map van een bibliotheek\n"
    for words in (
        ("controleer", letter, "--json"),
        ("maak", letter, "-o", tmp_path / "n.txt"),
        ("bibliotheek", "controleer"),
        ("redactie", "wachtrij", tmp_path),
    ):
        ran = command(*words, "--bibliotheek", tmp_path / "weg")
        assert (ran.code, ran.out, ran.err) == (2, "", gone)
    assert command("redactie", "wachtrij", tmp_path / "weg").err == gone
    assert not (tmp_path / "n.txt").exists()


def test_a_file_is_no_layer(command: Run, letter: Path) -> None:
    ran = command("controleer", letter, "--bibliotheek", letter)
    assert ran.code == 2 and "deze map bestaat niet" in ran.err


EVERY = [
    NEW[:-2], ("maak",), ("controleer",), ("bibliotheek", "controleer"), ("bibliotheek", "toon"), ("bronnen", "controleer"),
    ("reeks",), ("voorbeeld",),
]  # fmt: skip


@pytest.mark.parametrize(
    "words", [words[:2] if words[0] in ("bibliotheek", "bronnen") else words[:1] for words in EVERY]
)
def test_every_command_takes_layers_and_explains_itself_in_dutch(command: Run, words: tuple[str, ...]) -> None:
    ran = command(*words, "--help")
    assert ran.code == 0
    assert "--bibliotheek MAP" in ran.out
    assert ran.out.startswith("gebruik: raadsbrief")
    assert not any(english in ran.out for english in ("usage", "positional", "optional", "show this", "options:"))


def test_the_help_has_examples_that_are_understood(
    command: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    ran = command("--help")
    assert ran.code == 0
    lines = [line.strip() for line in ran.out.split("voorbeelden:")[1].splitlines() if "raadsbrief " in line]
    assert len(lines) >= 5
    assert all(name in ran.out for name in COMMANDS)
    monkeypatch.chdir(tmp_path)
    for line in lines:
        words = line.split()[1:]
        if words and words[0] in COMMANDS:
            assert parser().parse_args(words).command


def test_the_version_is_told(command: Run) -> None:
    assert command("--versie") == Ran(0, f"raadsbrief {__version__}\n", "")


# voorbeeld


@pytest.fixture
def example(shelf: Shelf, letter: Path) -> Path:
    """The small library with one example letter."""
    return shelf.write("voorbeelden/bernheze.raadsbrief", letter.read_bytes())


def test_voorbeeld_makes_the_letters_and_their_documents(command: Run, example: Path, tmp_path: Path) -> None:
    ran = command("voorbeeld", tmp_path / "hier", "--zonder-venster")
    names = [f"{tmp_path / 'hier' / 'bernheze'}{suffix}" for suffix in (".raadsbrief", ".docx")]
    assert (ran.code, ran.out.splitlines()) == (0, [f"{name} is gemaakt." for name in names])
    assert (tmp_path / "hier" / "bernheze.raadsbrief").read_bytes() == example.read_bytes()


@pytest.mark.usefixtures("example")
@pytest.mark.parametrize(("options", "code"), [((), 77), (("--zonder-venster",), 0)])
def test_voorbeeld_opens_the_window_when_there_is_a_screen(
    command: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, options: tuple[str, ...], code: int
) -> None:
    monkeypatch.setenv("QT_QPA_PLATFORM", "offscreen")
    assert command("voorbeeld", tmp_path / "hier", *options).code == code


def test_voorbeeld_without_any_examples_is_done(command: Run, tmp_path: Path) -> None:
    assert command("voorbeeld", tmp_path / "hier") == Ran(0, "", "")


# verantwoording, vervolg, toezeggingen, vragen


def test_verantwoording_makes_a_sheet_for_the_file(command: Run, letter: Path, tmp_path: Path) -> None:
    ran = command("verantwoording", letter, "-o", tmp_path / "v.txt")
    assert ran.code == 0
    assert "niet voor de raad" in ran.out
    assert "Waarop iedere uitspraak rust" in (tmp_path / "v.txt").read_text(encoding="utf-8")
    assert command("verantwoording", letter, "-o", tmp_path / "v.odt").code == 2


def test_vervolg_makes_a_letter_that_opens_with_what_changed(command: Run, letter: Path, tmp_path: Path) -> None:
    target = tmp_path / "vervolg.raadsbrief"
    given = ("vervolg", letter, "--peildatum", "2025-03-05", "--sjabloon", "brief", "-o", target)
    assert command(*given).code == 0
    assert "vervolg_op:" in target.read_text(encoding="utf-8")
    again = command(*given)
    assert again.code == 2
    assert "vervolg.raadsbrief" in again.err


def test_toezeggingen_lists_what_was_promised(command: Run, letter: Path) -> None:
    ran = command("toezeggingen", letter.parent)
    assert ran.code == 0
    assert ran.out.splitlines()[-1].endswith("open.")
    assert "toezeggingen" in json.loads(command("toezeggingen", letter.parent, "--json").out)
    assert command("toezeggingen", letter.parent / "weg").code == 2


def test_vragen_says_what_may_be_asked_and_whether_the_letter_tells(command: Run, letter: Path) -> None:
    ran = command("vragen", letter)
    assert ran.code == 0
    assert "Is er in 2025 geld?\nDe SPUK blijft in 2025 beschikbaar. Staat" in ran.out
    told = json.loads(command("vragen", letter, "--json").out)["vragen"]
    assert {asked["vraag"]: asked["feit"] for asked in told} == {
        "Is er in 2025 geld?": "spuk-blijft",
        "Wat betekent dit voor ons?": None,
    }
    assert command("vragen", letter.parent / "weg.raadsbrief").code == 2
