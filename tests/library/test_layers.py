"""Folders of content, read one after another; every mistake is told with its file and line, and none takes the rest down."""

from pathlib import Path
from textwrap import dedent

import pytest

from composer.domain.finding import Problem
from composer.library.layers import load
from composer.library.library import Library
from composer.library.passages import text_hash
from tests.libraries import Shelf


def told(library: Library, folder: Path) -> list[str]:
    """The problems in one folder, with the files named from it on."""
    found: list[str] = []
    for problem in library.problems:
        if problem.path and problem.path.is_relative_to(folder):
            line = f":{problem.line}" if problem.line else ""
            found.append(f"{problem.path.relative_to(folder).as_posix()}{line}: {problem.message}")
    return found


FACT = """\
- id: {id}
  onderwerp: spuk
  aard: toestand
  stelling: Iets is zo.
  kracht: besluit
  bewijs: [{{bron: verslag-2024}}]
"""

MISTAKES: list[tuple[str, str, list[str]]] = [
    (
        "bronnen/a.yaml",
        "- titel: A\n  uitgever: VNG\n  soort: bericht\n  datum: 2024\n",
        ["bronnen/a.yaml:1: id: ontbreekt; vul dit in"],
    ),
    (
        "bronnen/a.yaml",
        "- id: a\n  titel: A\n  uitgever: VNG\n  soort: krant\n  datum: 2022-13-01\n",
        [
            "bronnen/a.yaml:4: soort: “krant” kan hier niet; kies uit akkoord, wet, kamerbrief, ledenbrief, "
            "raadsinformatiebrief, notitie, dataset, bericht, resolutie of motie",
            "bronnen/a.yaml:5: datum: “2022-13-01” is geen datum; schrijf jjjj-mm-dd, jjjj-mm of {niet_voor, uiterlijk}",
        ],
    ),
    (
        "bronnen/a.yaml",
        "- id: a\n  titel: A\n  uitgver: VNG\n  soort: bericht\n  datum: 2024\n",
        [
            "bronnen/a.yaml:1: uitgever: ontbreekt; vul dit in",
            "bronnen/a.yaml:3: uitgver: onbekende sleutel. Bedoelde u “uitgever”? Haal hem weg of verbeter hem",
        ],
    ),
    (
        "bronnen/a.yaml",
        "- id: a\n  titel: [x]\n  uitgever: VNG\n  soort: bericht\n  datum: 2024\n  adres: vng.nl\n",
        [
            "bronnen/a.yaml:2: titel: hier hoort tekst; zet de waarde op één regel, zo nodig tussen aanhalingstekens",
            "bronnen/a.yaml:6: adres: “vng.nl” past niet; gebruik een adres dat met https:// begint, zonder spaties",
        ],
    ),
    (
        "bronnen/a.yaml",
        "- id: A B\n  titel: A\n  uitgever: VNG\n  soort: bericht\n  datum:\n",
        [
            "bronnen/a.yaml:1: id: “A B” past niet; gebruik kleine letters, cijfers en streepjes, zoals vng-resolutie",
            "bronnen/a.yaml:5: datum: is leeg; vul dit in of haal het weg",
        ],
    ),
    (
        "bronnen/a.yaml",
        "- alleen tekst\n",
        ["bronnen/a.yaml:1: hier horen sleutels met waarden te staan, zoals “id: …”"],
    ),
    ("bronnen/a.yaml", "alleen tekst\n", ["bronnen/a.yaml:1: hier horen sleutels met waarden te staan, zoals “id: …”"]),
    (
        "feiten/a.yaml",
        FACT.format(id="a") + "  waarden:\n    jaar:\n      soort: jaar\n      waarde: ooit\n",
        [
            "feiten/a.yaml:10: waarden.jaar.waarde: “ooit” is geen getal; schrijf alleen cijfers, zonder punten of euroteken"
        ],
    ),
    (
        "feiten/a.yaml",
        FACT.format(id="a") + "  waarden:\n    geld: {soort: bedrag, waarde: € 150}\n",
        [
            "feiten/a.yaml:8: waarden.geld.waarde: “€ 150” is geen getal; schrijf alleen cijfers, zonder punten of euroteken"
        ],
    ),
    (
        "feiten/a.yaml",
        FACT.format(id="a") + "  waarden:\n    geld: {soort: euro, waarde: 150}\n",
        [
            "feiten/a.yaml:8: waarden.geld: soort “euro” bestaat niet; kies uit datum, jaar, bedrag, percentage, aantal, "
            "periode, tekst"
        ],
    ),
    (
        "feiten/a.yaml",
        FACT.format(id="a") + "  waarden:\n    geld: {waarde: 150}\n",
        ["feiten/a.yaml:8: waarden.geld: soort ontbreekt; schrijf bijvoorbeeld “soort: datum”"],
    ),
    (
        "feiten/a.yaml",
        FACT.format(id="a") + "  waarden:\n    jaar: {soort: jaar, waarde: 25}\n",
        ["feiten/a.yaml:8: waarden.jaar.waarde: “25” valt buiten wat kan; controleer het getal"],
    ),
    (
        "feiten/a.yaml",
        FACT.format(id="a") + "  waarden:\n    dag: {soort: datum, waarde: 2025, orde: ruim}\n",
        ["feiten/a.yaml:8: waarden.dag.orde: soort “datum” heeft deze sleutel niet; haal hem weg"],
    ),
    (
        "feiten/a.yaml",
        FACT.format(id="a") + "  waarden:\n    geld: {soort: bedrag, waarde: 5, ordr: ruim}\n",
        ["feiten/a.yaml:8: waarden.geld.ordr: onbekende sleutel. Bedoelde u “orde”? Haal hem weg of verbeter hem"],
    ),
    (
        "sporen.yaml",
        "- {id: spuk-2025, titel: Iets anders, onderwerp: spuk}\n",
        [
            "sporen.yaml:1: id: spoor “spuk-2025” bestaat al (sporen.yaml:1) en blijft zoals het daar staat; kies een ander "
            "id of haal dit spoor weg"
        ],
    ),
    (
        "feiten/a.yaml",
        FACT.format(id="a") + "  geldig: {vanaf: 2024, tot: [2025]}\n",
        ["feiten/a.yaml:7: geldig.tot: hier horen sleutels met waarden te staan"],
    ),
    (
        "feiten/a.yaml",
        FACT.format(id="a") + "  spoor: spuk-2025\n",
        ["feiten/a.yaml:1: een stand van een spoor heeft een begin nodig; vul “geldig: vanaf” in"],
    ),
    (
        "feiten/a.yaml",
        FACT.format(id="a").replace("[{bron: verslag-2024}]", "[{bron: verslag-2024, plats: {}}]"),
        [
            "feiten/a.yaml:6: bewijs.nummer 1.plats: onbekende sleutel. Bedoelde u “plaats”? Haal hem weg of verbeter hem"
        ],
    ),
    (
        "feiten/a.yaml",
        FACT.format(id="a").replace("[{bron: verslag-2024}]", "{bron: verslag-2024}"),
        ["feiten/a.yaml:6: bewijs: hier hoort een lijst; begin iedere regel met een streepje, of schrijf [a, b]"],
    ),
    (
        "feiten/a.yaml",
        FACT.format(id="a").replace("[{bron: verslag-2024}]", "[]"),
        ["feiten/a.yaml:6: bewijs: is leeg; vul dit in of haal het weg"],
    ),
    (
        "feiten/a.yaml",
        FACT.format(id="a").replace("Iets is zo.", "''"),
        ["feiten/a.yaml:4: stelling: is leeg; vul dit in of haal het weg"],
    ),
    (
        "feiten/a.yaml",
        FACT.format(id="alv-nam-aan"),
        [
            "feiten/a.yaml:1: id: “alv-nam-aan” bestaat al (resolutie.yaml:1); kies een ander id, of verbeter met “vervangt”"
        ],
    ),
    (
        "feiten/a.yaml",
        FACT.format(id="bijdrage-2025-gm0001"),
        [
            "feiten/a.yaml:1: id: “bijdrage-2025-gm0001” bestaat al (spuk.yaml:32); kies een ander id, of verbeter met "
            "“vervangt”"
        ],
    ),
    (
        "gemeenten/a.yaml",
        "- cbs: 1721\n  naam: Bernheze\n",
        [
            "gemeenten/a.yaml:1: cbs: “1721” past niet; gebruik een cbs-code, zoals GM1721",
            "gemeenten/a.yaml:1: provincie: ontbreekt; vul dit in",
        ],
    ),
    (
        "gemeenten/a.yaml",
        "- cbs: GM0009\n  naam: Dalen\n  provincie: Dal\n  Mijn Waarde: x\n",
        [
            "gemeenten/a.yaml:4: Mijn Waarde: “Mijn Waarde” past niet; gebruik kleine letters, cijfers en lage streepjes, "
            "zoals naam_wethouder"
        ],
    ),
    (
        "gemeenten/a.yaml",
        "- {cbs: GM0009, naam: Dalen, provincie: Dal}\n- {cbs: GM0009, naam: Dellen, provincie: Dal}\n",
        ["gemeenten/a.yaml:2: cbs: “GM0009” staat al in deze laag (a.yaml:1); voeg ze samen of verbeter de code"],
    ),
    (
        "regios/a.yaml",
        "- {id: dal, naam: Dal, soort: provincie}\n",
        ["regios/a.yaml:1: soort: “provincie” kan hier niet; kies uit iza-regio, subregio of samenwerking"],
    ),
    ("feiten/a.yaml", "- id: a\n\tb: c\n", ["feiten/a.yaml:2: dit is geen geldige YAML"]),
    ("feiten/a.yaml", "- id: a\n  id: b\n", ["feiten/a.yaml:2: “id” staat er twee keer; haal er één weg"]),
    (
        "feiten/a.yaml",
        "- reeks: r\n  per: gemeente\n  onderwerp: spuk\n  aard: toestand\n  stelling: x\n  kracht: besluit\n"
        "  waarde: {naam: geld, soort: bedrag}\n  bewijs: [{bron: verslag-2024}]\n  rijen: {GM0009: 1, GM0001: 2}\n",
        [
            "feiten/a.yaml:1: rijen: “GM0009” is geen bekende gemeente. Bedoelde u “GM0003”? Verbeter de code of voeg hem toe"
        ],
    ),
]


@pytest.mark.parametrize(("name", "text", "expected"), MISTAKES)
def test_each_mistake_names_its_file_line_field_and_what_to_do(
    shelf: Shelf, layer: Shelf, name: str, text: str, expected: list[str]
) -> None:
    layer.write(name, text.encode())
    found = told(shelf.load(layer), layer.folder)
    assert [line[: len(start)] for line, start in zip(found, expected, strict=False)] == expected
    assert len(found) == len(expected)


HEADS: list[tuple[str, str]] = [
    ("Geen kopje.\n", "1: het kopje ontbreekt; begin het bestand met een regel ---"),
    ("---\nid: a\n", "1: het kopje houdt niet op; sluit het af met een regel ---"),
    ("---\n---\nTekst.\n", "1: het kopje is leeg; vul ten minste id en titel in"),
    ("---\n- a\n---\nTekst.\n", "1: het kopje is leeg; vul ten minste id en titel in"),
    ("---\nid: a\ntitel: A\nonderwerp: spuk\n---\n", "tekst: is leeg; vul dit in of haal het weg"),
    (
        "---\nid: b\ntitel: A\nonderwerp: spuk\n---\nTekst.\n",
        "2: id: “b” is anders dan de bestandsnaam; maak ze gelijk",
    ),
    ("---\nid: a\ntitel: A\n---\nTekst.\n", "2: onderwerp: ontbreekt; vul dit in"),
    ("---\nid: a\ntitel: A\nonderwerp: spuk\nstem: ons\n---\nTekst.\n", "5: stem: “ons” kan hier niet"),
    (
        "---\nid: a\ntitel: A\nonderwerp: spuk\ntekst: x\n---\nTekst.\n",
        "5: tekst: dit hoort niet in het kopje; haal het weg",
    ),
    (
        "---\nid: a\ntitel: A\nonderwerp: spuk\nherzien_voor: 2026-02-30\n---\nT.\n",
        "5: herzien_voor: “2026-02-30” is geen",
    ),
    ("---\nid: a\nid: b\n---\nTekst.\n", "3: “id” staat er twee keer"),
]


@pytest.mark.parametrize(("text", "expected"), HEADS)
def test_a_mistake_in_the_head_of_a_passage_is_told_with_its_line(
    shelf: Shelf, layer: Shelf, text: str, expected: str
) -> None:
    layer.write("snippets/spuk/a.md", text.encode())
    found = told(shelf.load(layer), layer.folder)
    assert len(found) == 1
    assert expected in found[0] and found[0].startswith("snippets/spuk/a.md:")


def test_all_mistakes_of_a_file_are_told_at_once_and_its_good_records_are_kept(shelf: Shelf, layer: Shelf) -> None:
    layer.write(
        "feiten/a.yaml", FACT.format(id="goed") + FACT.format(id="Fout") + FACT.format(id="ook").replace("spuk", "[]")
    )
    library = shelf.load(layer)
    assert [line.split(": ")[:2] for line in told(library, layer.folder)] == [
        ["feiten/a.yaml:7", "id"],
        ["feiten/a.yaml:14", "onderwerp"],
    ]
    assert "goed" in library.facts


BAD_FILES = {
    "not UTF-8": b"- id: caf\xe9\n",
    "a control character": b"- id: a\x00\n",
    "nested too deep": b"[" * 100_000,
    "nothing but a tab": b"\t",
    "half a record": b"- id: [",
}


@pytest.mark.parametrize("kind", BAD_FILES)
def test_one_bad_file_never_takes_the_rest_down(shelf: Shelf, layer: Shelf, kind: str) -> None:
    before = shelf.load()
    for name in (
        "bronnen/a.yaml",
        "feiten/a.yaml",
        "gemeenten/a.yaml",
        "regios/a.yaml",
        "begrippen.yaml",
        "sporen.yaml",
    ):
        layer.write(name, BAD_FILES[kind])
    layer.write("snippets/spuk/a.md", BAD_FILES[kind])
    layer.write("templates/a.md", BAD_FILES[kind])
    after = shelf.load(layer)
    assert len(told(after, layer.folder)) == 8
    assert (after.facts, after.snippets, after.municipalities) == (before.facts, before.snippets, before.municipalities)


def test_a_file_that_is_no_utf_8_names_the_line(shelf: Shelf, layer: Shelf) -> None:
    layer.write("feiten/a.yaml", b"- id: a\n  stelling: caf\xe9\n")
    assert told(shelf.load(layer), layer.folder) == [
        "feiten/a.yaml:2: dit bestand is geen UTF-8; bewaar het opnieuw als UTF-8"
    ]


def test_a_folder_in_the_place_of_a_file_is_told_in_dutch(shelf: Shelf, layer: Shelf) -> None:
    (layer.folder / "feiten" / "a.yaml").mkdir(parents=True)
    assert told(shelf.load(layer), layer.folder) == [
        "feiten/a.yaml: dit bestand is niet te lezen (dit is een map); kijk of het er nog staat"
    ]


def test_a_layer_that_does_not_exist_is_told(shelf: Shelf, tmp_path: Path) -> None:
    library = load(shelf.folder, [tmp_path / "weg"])
    assert library.problems == (Problem("deze map bestaat niet; kies de map van de bibliotheek", tmp_path / "weg"),)


@pytest.mark.parametrize("text", ["\ufeff{}", "{}"])
@pytest.mark.parametrize("ending", ["\n", "\r\n"])
def test_a_byte_order_mark_and_the_line_ends_of_windows_make_no_difference(
    shelf: Shelf, layer: Shelf, text: str, ending: str
) -> None:
    passage = "---\nid: a\ntitel: A\nonderwerp: spuk\n---\n\nEerste regel.\nTweede regel.\n"
    layer.write("snippets/spuk/a.md", text.format(passage).replace("\n", ending).encode())
    layer.write("feiten/a.yaml", text.format(FACT.format(id="a")).replace("\n", ending).encode())
    library = shelf.load(layer)
    assert told(library, layer.folder) == []
    assert (library.snippets["a"].text, library.snippets["a"].line) == ("Eerste regel.\nTweede regel.", 7)
    assert library.facts["a"].statement == "Iets is zo."


def test_hidden_files_and_other_endings_are_no_content(shelf: Shelf, layer: Shelf) -> None:
    for name in (
        "feiten/.a.yaml",
        "feiten/~a.yaml",
        "feiten/a.yaml.bak",
        "snippets/spuk/._a.md",
        "snippets/spuk/a.txt",
    ):
        layer.write(name, b"\x00")
    assert told(shelf.load(layer), layer.folder) == []


def test_the_order_of_files_is_that_of_their_names(shelf: Shelf) -> None:
    assert list(shelf.load().facts) == list(shelf.load().facts)
    assert list(shelf.load().snippets)[:2] == ["alv-aangenomen", "motie-gesteund"]


def test_a_later_layer_adds(shelf: Shelf, layer: Shelf) -> None:
    layer.write("feiten/a.yaml", FACT.format(id="a"))
    layer.passage("spuk/a", "titel: A\nonderwerp: spuk\n---\nTekst.[^a]\n")
    library = shelf.load(layer)
    assert "a" in library.facts and "alv-nam-aan" in library.facts
    assert library.snippets["a"].cited() == ("a",)


def test_a_profile_is_completed_key_by_key(shelf: Shelf, layer: Shelf) -> None:
    layer.write(
        "gemeenten/mijn.yaml",
        """
        cbs: GM0001
        college: {secretaris: E. Mulder}
        adres: Dam 1
        planstatus: ingediend
        steunde_motie: {waarde: nee, bewijs: {bron: brief-bergdam-2024}}
        """,
    )
    library = shelf.load(layer)
    bergdam = library.municipalities["GM0001"]
    assert told(library, layer.folder) == []
    assert (bergdam.name, bergdam.province, bergdam.other_names) == ("Bergdam", "Kustland", ("Den Berg",))
    assert (bergdam.executive.mayor, bergdam.executive.secretary) == ("A. de Vries", "E. Mulder")
    assert len(bergdam.executive.aldermen) == 2
    assert bergdam.address == "Dam 1"
    assert {name: value.value for name, value in bergdam.local.items()} == {
        "planstatus": "ingediend",
        "steunde_motie": "nee",
    }
    assert bergdam.local["steunde_motie"].evidence[0].source == "brief-bergdam-2024"


def test_a_list_of_a_profile_is_replaced_whole(shelf: Shelf, layer: Shelf) -> None:
    layer.write("gemeenten/mijn.yaml", "cbs: GM0001\ncollege: {wethouders: [{naam: F. Smit}]}\nregios: []\n")
    bergdam = shelf.load(layer).municipalities["GM0001"]
    assert [alderman.name for alderman in bergdam.executive.aldermen] == ["F. Smit"]
    assert bergdam.regions == ()


def test_a_value_of_a_profile_can_be_taken_away(shelf: Shelf, layer: Shelf) -> None:
    layer.write("gemeenten/mijn.yaml", "cbs: GM0001\nsteunde_motie:\n")
    assert shelf.load(layer).municipalities["GM0001"].local["steunde_motie"].value is None


def test_a_mistake_in_a_completed_profile_leaves_the_earlier_one(shelf: Shelf, layer: Shelf) -> None:
    layer.write("gemeenten/mijn.yaml", "cbs: GM0001\ncollege: {burgermeester: X}\n")
    library = shelf.load(layer)
    assert told(library, layer.folder) == [
        "gemeenten/mijn.yaml:2: college.burgermeester: onbekende sleutel. Bedoelde u “burgemeester”? Haal hem weg of "
        "verbeter hem"
    ]
    assert library.municipalities["GM0001"].executive.mayor == "A. de Vries"


def test_a_region_is_completed_too(shelf: Shelf, layer: Shelf) -> None:
    layer.write("regios/mijn.yaml", "id: kust\nleden: [GM0001, GM0002, GM0003]\n")
    region = shelf.load(layer).regions["kust"]
    assert (region.name, region.members) == ("Regio Kust", ("GM0001", "GM0002", "GM0003"))


PASSAGE = "titel: Anders\nonderwerp: spuk\n{based_on}---\nAndere tekst.\n"


def test_a_passage_replaces_the_earlier_one_that_it_is_based_on(shelf: Shelf, layer: Shelf) -> None:
    digest = text_hash(shelf.load().snippets["spuk-blijft-beschikbaar"].text)
    layer.passage("spuk/spuk-blijft-beschikbaar", PASSAGE.format(based_on=f"gebaseerd_op: {digest}\n"))
    library = shelf.load(layer)
    assert told(library, layer.folder) == []
    assert library.snippets["spuk-blijft-beschikbaar"].text == "Andere tekst."
    assert library.places["Snippet", "spuk-blijft-beschikbaar"].path.is_relative_to(layer.folder)


def test_a_passage_whose_base_has_changed_is_noticed_and_still_used(shelf: Shelf, layer: Shelf) -> None:
    digest = text_hash(shelf.load().snippets["spuk-blijft-beschikbaar"].text)
    layer.passage("spuk/spuk-blijft-beschikbaar", PASSAGE.format(based_on=f"gebaseerd_op: {digest}\n"))
    shelf.passage("spuk/spuk-blijft-beschikbaar", "titel: De SPUK blijft\nonderwerp: spuk\n---\nNieuwe tekst.\n")
    library = shelf.load(layer)
    [problem] = library.problems
    assert (
        "is intussen veranderd; vergelijk de teksten en schrijf gebaseerd_op: " + text_hash("Nieuwe tekst.")
        in problem.message
    )
    assert problem.severity == "waarschuwing"
    assert library.snippets["spuk-blijft-beschikbaar"].text == "Andere tekst."


def test_a_passage_that_does_not_say_what_it_replaces_is_noticed(shelf: Shelf, layer: Shelf) -> None:
    layer.passage("spuk/spuk-blijft-beschikbaar", PASSAGE.format(based_on=""))
    [problem] = shelf.load(layer).problems
    assert "staat ook in een eerdere laag" in problem.message


def test_a_template_is_replaced_in_the_same_way(shelf: Shelf, layer: Shelf) -> None:
    digest = text_hash(shelf.load().templates["brief"].text)
    layer.template("brief", f"titel: Mijn brief\ngebaseerd_op: {digest}\n---\nTekst.\n")
    library = shelf.load(layer)
    assert told(library, layer.folder) == []
    assert library.templates["brief"].title == "Mijn brief"


def test_facts_and_sources_are_never_replaced(shelf: Shelf, layer: Shelf) -> None:
    before = shelf.load()
    layer.write("feiten/a.yaml", FACT.format(id="alv-nam-aan"))
    layer.write("bronnen/a.yaml", "- {id: verslag-2024, titel: Ander, uitgever: VNG, soort: wet, datum: 2001}\n")
    after = shelf.load(layer)
    assert after.facts == before.facts
    assert after.sources == before.sources
    assert len(told(after, layer.folder)) == 2


def test_the_same_fact_in_two_layers_is_no_mistake(shelf: Shelf, layer: Shelf) -> None:
    (layer.folder / "feiten").mkdir()
    (layer.folder / "feiten" / "resolutie.yaml").write_bytes(shelf.path("feiten/resolutie.yaml").read_bytes())
    assert told(shelf.load(layer), layer.folder) == []


def test_a_series_gives_every_row_a_fact(library: Library) -> None:
    fact = library.facts["bijdrage-2025-gm0002"]
    assert (fact.statement, fact.scope) == ("'s-Waterhuizen krijgt € 480.000.", "gemeente:GM0002")


def test_a_record_alone_needs_no_list(shelf: Shelf, layer: Shelf) -> None:
    layer.write("sporen.yaml", "id: nieuw\ntitel: Nieuw\nonderwerp: spuk\n")
    assert shelf.load(layer).lanes["nieuw"].title == "Nieuw"


def test_a_lane_of_a_later_layer_leaves_the_earlier_one(shelf: Shelf, layer: Shelf) -> None:
    before = shelf.load().lanes
    layer.write("sporen.yaml", "- {id: spuk-2025, titel: Iets anders, onderwerp: spuk}\n")
    assert shelf.load(layer).lanes == before


def test_house_styles_are_found_by_their_folders(shelf: Shelf, layer: Shelf) -> None:
    (layer.folder / "huisstijlen" / "eigen").mkdir(parents=True)
    assert set(shelf.load(layer).house_styles) == {"neutraal", "eigen"}


def test_a_passage_begins_on_the_line_after_its_head_and_empty_lines(shelf: Shelf, layer: Shelf) -> None:
    layer.write("snippets/spuk/a.md", dedent("---\nid: a\ntitel: A\nonderwerp: spuk\n---\n\n\nTekst.\n\n").encode())
    snippet = shelf.load(layer).snippets["a"]
    assert (snippet.text, snippet.line) == ("Tekst.", 8)
