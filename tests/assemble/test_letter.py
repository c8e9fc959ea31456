"""A letter and a library to a document, and what goes wrong on the way as findings, never as an end."""

from typing import Any

import pytest

from composer.assemble.letter import Assembly, assemble
from composer.domain.document import Block, FieldList, Heading, ListBlock, NoteReference, Paragraph
from composer.domain.errors import ComposerError
from composer.domain.traversal import inline_runs, inlines, plain
from composer.library.library import Library
from tests.libraries import Shelf, a_letter


def lines(blocks: tuple[Block, ...]) -> list[str]:
    return [plain(run) for block in blocks for run in inline_runs(block)]


def codes(assembly: Assembly) -> list[str]:
    return [finding.code for finding in assembly.findings]


def passage(name: str, piece: str = "p1") -> dict[str, str]:
    return {"id": piece, "tekstblok": name}


WHOLE = a_letter(
    secties={
        "aanleiding": [passage("alv-aangenomen")],
        "geld": [passage("spuk-blijft-beschikbaar", "p2"), {"id": "p3", "tekst": "Wij zijn er blij mee."}],
    },
    velden={"portefeuillehouder": "C. Bakker", "kenmerk": "Z-1"},
    bijlagen=[{"titel": "De resolutie", "openbaar": "ja"}, {"titel": "Notitie", "openbaar": "nee"}, {"titel": "Kaart"}],
)


def test_the_skeleton_holds_the_sections_with_their_headings_in_its_own_order(library: Library) -> None:
    assert lines(assemble(WHOLE, library).document.blocks) == [
        "Datum", "20 december 2024",
        "Portefeuillehouder", "C. Bakker",
        "Kenmerk", "Z-1",
        "Geachte raad,",
        "Aanleiding",
        "Op 29 november 2024 nam de vergadering de resolutie aan. Ruim 93% was voor.",
        "Geld voor Bergdam",
        "De SPUK blijft in 2025 beschikbaar.",
        "Wij zijn er blij mee.",
        "Met vriendelijke groet,",
        "het college van Bergdam",
        "Bijlagen",
        "De resolutie (openbaar: ja)", "Notitie (openbaar: nee)", "Kaart",
    ]  # fmt: skip


def test_the_kinds_of_the_blocks_are_those_of_the_text(library: Library) -> None:
    kinds = [type(block) for block in assemble(WHOLE, library).document.blocks]
    assert kinds == [
        FieldList, Paragraph, Heading, Paragraph, Heading, Paragraph, Paragraph, Paragraph, Paragraph, Heading, ListBlock,
    ]  # fmt: skip


def test_the_document_knows_where_its_sections_and_its_closing_begin(library: Library) -> None:
    document = assemble(WHOLE, library).document
    assert document.sections == (("aanleiding", 2), ("geld", 4), ("vervolg", 7), ("bijlagen", 10))
    assert document.closing is not None
    assert lines((document.blocks[document.closing],)) == ["Met vriendelijke groet,"]


def test_the_file_says_who_wrote_it_about_what_and_when(library: Library) -> None:
    properties = assemble(WHOLE.with_changes(reference_day="2024-12-10"), library).document.properties
    assert (properties.title, properties.author, properties.subject) == (
        "De SPUK in Bergdam",
        "Gemeente Bergdam",
        "Raadsinformatiebrief",
    )
    assert (str(properties.date), str(properties.reference_date)) == ("2024-12-20", "2024-12-10")
    assert (properties.letter, properties.draft, properties.reference) == ("proef", True, "Z-1")


def test_an_obligatory_section_keeps_its_heading_when_it_is_empty_and_another_does_not(library: Library) -> None:
    text = lines(assemble(a_letter(), library).document.blocks)
    assert "Aanleiding" in text
    assert "Geld voor Bergdam" not in text


def test_a_letter_without_attachments_has_no_list_of_them(library: Library) -> None:
    assert "Bijlagen" not in lines(assemble(a_letter(), library).document.blocks)


def test_the_same_letter_gives_the_same_assembly(library: Library) -> None:
    assert assemble(WHOLE, library).document == assemble(WHOLE, library).document


def test_each_of_the_municipalities_gets_a_letter(library: Library) -> None:
    for municipality in library.municipalities.values():
        assembly = assemble(WHOLE.with_changes(municipality=municipality.cbs), library)
        assert f"het college van {municipality.name}" in lines(assembly.document.blocks)


WHERE: list[tuple[dict[str, Any], str]] = [
    ({"gemeente": None, "regio": "kust"}, "Regio Kust"),
    ({"gemeente": None, "landelijk": "ja"}, "Vereniging van Nederlandse Gemeenten"),
]


@pytest.mark.parametrize(("changes", "author"), WHERE)
def test_a_letter_may_be_for_a_region_or_for_all(library: Library, changes: dict[str, Any], author: str) -> None:
    assembly = assemble(a_letter("{{ regio.naam }}", **changes), library)
    assert assembly.document.properties.author == author


MISTAKES: list[tuple[str, dict[str, Any], str, str]] = [
    (
        "a passage that does not exist",
        {"secties": {"aanleiding": [passage("alv-angenomen")]}},
        "onbekend-tekstblok",
        "Tekstblok “alv-angenomen” bestaat niet (meer). Bedoelde u “alv-aangenomen”?",
    ),
    (
        "a fact that does not exist",
        {"secties": {"aanleiding": [{"id": "p1", "tekst": "Een.\n\nTwee.[^alv-nam-an]"}]}},
        "onbekend-feit",
        "Feit “alv-nam-an” bestaat niet. Bedoelde u “alv-nam-aan”?",
    ),
    (
        "a series without a row for the municipality",
        {"gemeente": "GM0003", "secties": {"geld": [{"id": "p1", "tekst": "Zin.[^bijdrage-2025]"}]}},
        "onbekend-feit",
        "Voor Oosterleek is er geen gegeven in de reeks “bijdrage-2025”.",
    ),
    (
        "a section that the template does not have",
        {"secties": {"aanleidng": [{"id": "p1", "tekst": "Zin."}]}},
        "onbekende-sectie",
        "heeft geen sectie “aanleidng”; haar tekst staat niet op de pagina. Bedoelde u “aanleiding”?",
    ),
    (
        "a field that the template does not have",
        {"velden": {"portefeuilehouder": "C. Bakker"}},
        "onbekend-veld",
        "heeft geen veld “portefeuilehouder”; het staat niet op de pagina. Bedoelde u “portefeuillehouder”?",
    ),
    (
        "a municipality that does not exist",
        {"gemeente": "GM9001"},
        "onbekende-gemeente",
        "Gemeente “GM9001” bestaat niet in de bibliotheek. Bedoelde u “GM0001”?",
    ),
    (
        "a region that does not exist",
        {"gemeente": None, "regio": "kustt"},
        "onbekende-regio",
        "Regio “kustt” bestaat niet in de bibliotheek. Bedoelde u “kust”?",
    ),
    (
        "a name that does not exist",
        {"secties": {"aanleiding": [{"id": "p1", "tekst": "Een.\n\n{{ gemeente.nam }}"}]}},
        "tekst-onleesbaar",
        "“gemeente.nam” bestaat niet. Bedoelde u “gemeente.naam”?",
    ),
    (
        "braces that are not closed",
        {"secties": {"aanleiding": [{"id": "p1", "tekst": "{{ gemeente.naam"}]}},
        "tekst-onleesbaar",
        "er ontbreekt een afsluiting",
    ),
    (
        "an image",
        {"secties": {"aanleiding": [{"id": "p1", "tekst": "Een.\n\n![x](y.png)"}]}},
        "opmaak-onbekend",
        "een afbeelding kan in een tekst niet",
    ),
]  # fmt: skip


@pytest.mark.parametrize(
    ("changes", "code", "said"), [case[1:] for case in MISTAKES], ids=[case[0] for case in MISTAKES]
)
def test_a_mistake_is_a_finding_and_the_rest_of_the_letter_stands(
    library: Library, changes: dict[str, Any], code: str, said: str
) -> None:
    assembly = assemble(a_letter(**changes), library)
    [finding] = assembly.findings
    assert finding.code == code
    assert said in finding.message
    assert "Geachte raad," in lines(assembly.document.blocks)


def test_a_mistake_in_a_text_names_its_piece_and_line(library: Library) -> None:
    assembly = assemble(a_letter("Goed.", "Een.\n\n{{ gemeente.nam }}"), library)
    [finding] = assembly.findings
    assert (finding.piece, finding.line, finding.severity) == ("a2", 3, "blokkerend")


def test_a_text_that_cannot_be_read_stands_there_as_it_was_written(library: Library) -> None:
    assembly = assemble(a_letter("Een {{ gemeente.nam }}\nregel.\n\nTweede."), library)
    assert [lines((block,)) for block in assembly.pieces[0].blocks] == [["Een {{ gemeente.nam }} regel."], ["Tweede."]]


def test_a_lost_passage_is_a_gap_on_the_page(library: Library) -> None:
    assembly = assemble(a_letter(secties={"aanleiding": [passage("weg")]}), library)
    assert "[nog invullen: tekstblok weg]" in lines(assembly.document.blocks)


def test_a_lost_passage_that_the_writer_changed_stands_in_the_writers_words(library: Library) -> None:
    adapted = {"id": "p1", "tekstblok": "weg", "aangepast": "Eigen woorden."}
    assembly = assemble(a_letter(secties={"aanleiding": [adapted]}), library)
    assert "Eigen woorden." in lines(assembly.document.blocks)
    assert assembly.findings == ()


def test_a_letter_of_a_template_that_does_not_exist_cannot_be_made(library: Library) -> None:
    with pytest.raises(ComposerError, match="sjabloon “brif” bestaat niet"):
        assemble(a_letter(sjabloon="brif"), library)


CONDITIONS: list[tuple[str, bool, list[str]]] = [
    ("GM0001", True, []),
    ("GM0002", False, ["niet-van-toepassing"]),
    ("GM0003", False, ["voorwaarde-onbekend"]),
]


@pytest.mark.parametrize(("cbs", "printed", "found"), CONDITIONS)
def test_a_passage_is_for_whom_its_condition_says_and_asks_when_that_is_not_known(
    library: Library, cbs: str, printed: bool, found: list[str]
) -> None:
    assembly = assemble(a_letter(gemeente=cbs, secties={"aanleiding": [passage("motie-gesteund")]}), library)
    assert [piece.printed for piece in assembly.pieces] == [printed]
    assert ("Wij steunden de motie." in lines(assembly.document.blocks)) is printed
    assert codes(assembly) == found


def test_the_question_of_an_unknown_condition_is_the_profiles_own(library: Library) -> None:
    assembly = assemble(a_letter(gemeente="GM0003", secties={"aanleiding": [passage("motie-gesteund")]}), library)
    [finding] = assembly.findings
    assert finding.message.endswith("want dit is nog niet bekend: Steunde uw gemeente de motie?")
    assert finding.action is not None and finding.action.target == "gemeente.steunde_motie"


def test_the_condition_of_a_passage_counts_for_its_adapted_text_too(library: Library) -> None:
    adapted = passage("motie-gesteund") | {"aangepast": "Anders."}
    assembly = assemble(a_letter(gemeente="GM0002", secties={"aanleiding": [adapted]}), library)
    assert not assembly.pieces[0].printed


def test_a_condition_that_cannot_be_read_is_a_finding(shelf: Shelf) -> None:
    shelf.passage("resolutie/stuk", "titel: Stuk\nonderwerp: resolutie\nvoorwaarde: gemeente.steunde ==\n---\nTekst.\n")
    assembly = assemble(a_letter(secties={"aanleiding": [passage("stuk")]}), shelf.load())
    assert codes(assembly) == ["voorwaarde-onleesbaar"]
    assert not assembly.pieces[0].printed


TEMPLATE = """\
titel: Stuk
velden: [{{naam: wie, label: Wie, standaard: "{default}"}}]
secties: [{{id: a, kop: "{heading}"}}, {{id: b}}]
---
{text}
"""


def with_template(
    shelf: Shelf, *, default: str = "x", heading: str = "A", text: str = "{{ sectie.a }}\n\n{{ sectie.b }}"
) -> Library:
    shelf.template("stuk", TEMPLATE.format(default=default, heading=heading, text=text))
    return shelf.load()


def test_a_template_with_a_mistake_in_a_default_makes_a_letter_with_a_gap(shelf: Shelf) -> None:
    library = with_template(shelf, default="{{ gemeente.nam }}", text="Van {{ veld.wie }}.\n\n{{ sectie.a }}")
    assert "Van [nog invullen: wie]." in lines(assemble(a_letter(sjabloon="stuk"), library).document.blocks)


def test_a_default_of_which_a_part_is_not_known_is_a_gap(shelf: Shelf) -> None:
    library = with_template(shelf, default="{{ gemeente.adres }} in {{ gemeente.naam }}", text="Te {{ veld.wie }}.")
    assert lines(assemble(a_letter(sjabloon="stuk"), library).document.blocks) == ["Te [nog invullen: wie]."]


def test_a_heading_with_a_mistake_is_a_finding_and_its_pieces_stand(shelf: Shelf) -> None:
    library = with_template(shelf, heading="Voor {{ gemeente.nam }}")
    assembly = assemble(a_letter("Zin.", section="a", sjabloon="stuk"), library)
    assert codes(assembly) == ["tekst-onleesbaar"]
    assert "Zin." in lines(assembly.document.blocks)


@pytest.mark.parametrize(
    "text", ["{{ sectie.a }}", "{{ sectie.a }}\n\nZie {{ sectie.b }} hier.", "{{ sectie.a }} {{ sectie.b }}"]
)
def test_pieces_in_a_section_that_the_skeleton_does_not_place_are_told(shelf: Shelf, text: str) -> None:
    library = with_template(shelf, text=text)
    assembly = assemble(a_letter("Zin.", section="b", sjabloon="stuk"), library)
    assert codes(assembly) == ["onbekende-sectie"]
    assert "“b”" in assembly.findings[0].message


def test_the_number_of_marks_on_the_page_is_the_number_of_notes(library: Library) -> None:
    document = assemble(WHOLE, library).document
    marks = [part.number for block in document.blocks for part in inlines(block) if isinstance(part, NoteReference)]
    assert marks == [1, 2] == [note.number for note in document.notes]
