"""A letter as the editor shows it, its fields, its notes and what it may cite; without a window."""

from datetime import date

import pytest

from composer import paths
from composer.assemble.runs import runs
from composer.domain.document import Citation, Value
from composer.domain.errors import ComposerError
from composer.domain.letter import Letter, Piece
from composer.library.layers import load
from composer.library.library import Library
from composer.work.documents.making import Reviewed, review
from composer.work.letters import new_letter
from composer.work.libraries import open_library
from composer.work.writing.citing import Citables
from composer.work.writing.days import day_from
from composer.work.writing.header import filled_in, rows
from composer.work.writing.letter_view import Blank
from composer.work.writing.letter_view_builder import LetterViewBuilder
from composer.work.writing.lines import Line
from tests.libraries import Shelf

PASSAGE = "vng-resolutie-aangenomen"
DAY = date(2024, 12, 12)


@pytest.fixture(scope="module")
def shipped() -> Library:
    return open_library()


@pytest.fixture(scope="module")
def letter(shipped: Library) -> Letter:
    made = new_letter(shipped, "raadsinformatiebrief", "Bernheze", date(2024, 12, 10), day=DAY)
    filled = {"resolutie": (Piece(id="a", snippet=PASSAGE), Piece(id="b", text="Eigen."))}
    return made.with_changes(sections={name: filled.get(name, ()) for name in made.sections})


def reviewed(letter: Letter, library: Library) -> Reviewed:
    return review(letter, library, library, DAY)


def test_every_section_has_its_heading_and_a_place_to_write(shipped: Library, letter: Letter) -> None:
    sheet = LetterViewBuilder(shipped).sheet(reviewed(letter, shipped))
    template = shipped.templates["raadsinformatiebrief"]
    assert sorted(sheet.order) == sorted(section.id for section in template.sections)
    for section in template.sections:
        parts = [part for part in sheet.parts if part.section == section.id]
        assert [part.kind for part in parts] == (
            ["kop", "stuk", "stuk"] if section.id == "resolutie" else ["kop", "leeg"]
        )
        assert parts[0].quiet == (not section.required and section.id != "resolutie")
    assert [part.kind for part in sheet.parts[-2:]] == ["vast", "vast"]


def test_a_blank_stands_behind_its_piece(shipped: Library, letter: Letter) -> None:
    sheet = LetterViewBuilder(shipped).sheet(reviewed(letter, shipped), Blank("resolutie", "a"))
    keys = [part.key for part in sheet.parts if part.section == "resolutie"]
    assert keys == ["kop:resolutie", "stuk:a", "leeg:resolutie:a", "stuk:b"]


def test_words_say_where_a_piece_comes_from(shipped: Library, letter: Letter) -> None:
    adapted = letter.with_piece(Piece(id="a", snippet=PASSAGE, adapted="Anders."))
    for made, words in ((letter, "Uit de bibliotheek: "), (adapted, "Aangepast tekstblok: ")):
        part = LetterViewBuilder(shipped).sheet(reviewed(made, shipped)).part("stuk:a")
        assert part is not None and part.words == words + shipped.snippets[PASSAGE].title


def test_a_passage_that_waits_for_an_answer_asks_for_it(shipped: Library, letter: Letter) -> None:
    conditional = [s.id for s in shipped.snippets.values() if s.condition]
    pieces = tuple(Piece(id=f"w{number}", snippet=name) for number, name in enumerate(conditional))
    changed = letter.with_changes(municipality="GM0171").with_section("gevolgen", pieces)
    result = reviewed(changed, shipped)
    waiting = {f.piece: f.action for f in result.findings if f.code == "voorwaarde-onbekend"}
    assert waiting
    for part in LetterViewBuilder(shipped).sheet(result).parts:
        if part.piece in waiting:
            rows_of = [line.row for line in part.lines if isinstance(line, Line)]
            gaps = [run.atom.path for row in rows_of for run in row if isinstance(run.atom, Value)]
            action = waiting[part.piece]
            assert part.kind == "weg" and action is not None and gaps == [action.target]


def test_what_did_not_change_is_the_same_again(shipped: Library, letter: Letter) -> None:
    sheets, made = LetterViewBuilder(shipped), reviewed(letter, shipped)
    first, second = sheets.sheet(made).part("stuk:a"), sheets.sheet(made).part("stuk:a")
    assert first is not None and second is not None and first.lines is second.lines


def test_there_is_a_number_for_each_citation(shipped: Library) -> None:
    made = new_letter(shipped, "raadsinformatiebrief", "Bernheze", date(2024, 12, 10))
    result = reviewed(made, shipped)
    sheet = LetterViewBuilder(shipped).sheet(result)
    for part in sheet.parts:
        if part.kind == "stuk":
            rows_of = [line.row for line in part.lines if isinstance(line, Line)]
            citations = [run for row in rows_of for run in row if isinstance(run.atom, Citation)]
            assert len(part.numbers) == len(citations), part.key
    shown = {int(n) for part in sheet.parts for number in part.numbers for n in number.split(",") if n.isdigit()}
    assert shown == {note.number for note in result.assembly.document.notes}


def test_a_broken_source_can_only_be_mended_in_the_source(shipped: Library, letter: Letter) -> None:
    broken = letter.with_piece(Piece(id="b", text="Een {{ gemeente.nam }}."))
    part = LetterViewBuilder(shipped).sheet(reviewed(broken, shipped)).part("stuk:b")
    assert part is not None and part.hindrance is not None and "bron" in part.hindrance


def test_the_fields_of_the_header(shipped: Library, letter: Letter) -> None:
    result = reviewed(letter, shipped)
    found = {row.path: row for row in rows(LetterViewBuilder(shipped).sheet(result).header, letter, result.assembly)}
    assert found["veld.aan"].default == "de gemeenteraad van Bernheze" and not found["veld.aan"].gap
    assert found["veld.portefeuillehouder"].gap == "veld.portefeuillehouder"
    assert found["brief.datum"].text == "12 december 2024"
    assert found["veld.kenmerk"].extra and found["veld.aanhef"].label == ""
    changed = filled_in(letter, found["veld.portefeuillehouder"], " Anna ")
    assert changed.fields["portefeuillehouder"] == "Anna"
    assert filled_in(changed, found["veld.portefeuillehouder"], "").fields == letter.fields
    assert filled_in(letter, found["veld.aan"], "de gemeenteraad van Bernheze").fields == {}
    assert filled_in(letter, found["brief.datum"], "1 mei 2025").date == date(2025, 5, 1)
    assert filled_in(letter, found["veld.vorige_brief"], "1-5-2025").fields["vorige_brief"] == "2025-05-01"


def test_a_reference_number_is_shown_as_the_municipality_writes_it(letter: Letter, layer: Shelf) -> None:
    layer.write("gemeenten/vorm.yaml", "- {cbs: GM1721, naam: Bernheze, kenmerkpatroon: 'Z/{jaar}-{nummer}'}\n")
    library = load(paths.content(), (layer.folder,))
    result = reviewed(letter, library)
    examples = {
        row.path: row.example for row in rows(LetterViewBuilder(library).sheet(result).header, letter, result.assembly)
    }
    assert examples["veld.kenmerk"] == "Z/2024-12345"
    assert not any(example for path, example in examples.items() if path != "veld.kenmerk")


@pytest.mark.parametrize("words", ["morgen", "32-1-2025", "12 brumaire 2024", "2024", ""])
def test_what_is_no_day(words: str) -> None:
    with pytest.raises(ComposerError, match="12 december 2024"):
        day_from(words)


def test_facts_of_others_are_not_offered(shipped: Library, letter: Letter) -> None:
    citables = Citables(reviewed(letter, shipped).assembly, shipped)
    scopes = {shipped.facts[c.id].scope for c in citables.all if c.id in shipped.facts}
    assert not any(scope.startswith("gemeente:") and scope != "gemeente:GM1721" for scope in scopes)
    assert 0 < len(citables.search("spuk iza")) < len(citables.all)
    assert citables.search("SPUK IZA") == citables.search("spuk iza")
    assert citables.search("zzzz") == ()


def test_a_run_of_citations_is_one(shipped: Library, letter: Letter) -> None:
    (block,) = LetterViewBuilder(shipped).text("Zin.[^a][^b] En.[^a]", reviewed(letter, shipped).assembly)
    found = [run.atom for run in runs(getattr(block, "content")) if isinstance(run.atom, Citation)]  # noqa: B009
    assert [citation.facts for citation in found] == [("a", "b"), ("a",)]
