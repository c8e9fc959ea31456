"""What changes elsewhere comes to the page, and only that; the cursor and the scroll stay."""

from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from composer.domain.letter import Letter, Piece
from composer.gui.theme import DARK, LIGHT
from composer.library.library import Library
from composer.work.libraries import open_library
from tests.gui.editor.conftest import FACT, PASSAGE, Desk, Heard, MakeDesk, own

KEY = Qt.Key


def test_another_municipality_changes_only_what_names_it(make_desk: MakeDesk, small: Letter) -> None:
    desk = make_desk(own(small, "Wij van {{ gemeente.naam }} schrijven u.\n"))
    desk.put("c", "schrijven")
    start = desk.bounds("a")
    seen = desk.changes()
    desk.session.change(desk.letter.with_changes(municipality="GM0171"), "gemeente kiezen")
    desk.settle()
    assert desk.words("c") == "Wij van Noordoostpolder schrijven u."
    assert "Wat betekent dit voor Noordoostpolder?" in desk.page.toPlainText()
    assert all(isinstance(at, int) and at >= start[1] for at, *_ in seen.calls)
    assert desk.editor.fields.rows[0].shown == "de gemeenteraad van Noordoostpolder"


def test_a_passage_that_comes_leaves_the_cursor_at_its_words(desk: Desk) -> None:
    desk.put("c", "aan het")
    desk.session.change(
        desk.letter.with_inserted("resolutie", 0, Piece(id="n", text="Nieuw bovenaan.")), "tekstblok toevoegen"
    )
    desk.settle()
    assert desk.words("n") == "Nieuw bovenaan."
    desk.keys("X")
    assert "aan hetX plan" in desk.written("c")


def test_a_selection_stays_at_its_words(desk: Desk) -> None:
    desk.select_words("c", "aan het plan")
    desk.session.change(desk.letter.without("a"), "stuk verwijderen")
    desk.settle()
    assert desk.page.textCursor().selectedText() == "aan het plan"


def test_what_one_looks_at_stays_where_it_is(make_desk: MakeDesk, small: Letter) -> None:
    many = tuple(Piece(id=f"p{n}", text=f"Stuk {n}. " + "Woorden die de regel vullen. " * 12) for n in range(30))
    desk = make_desk(small.with_section("gevolgen", many))
    desk.editor.go_to_piece("p20")
    before = desk.page.cursorRect().top()
    desk.session.change(desk.letter.with_inserted("resolutie", 0, Piece(id="n", text="Nieuw. " * 80)), "x")
    desk.settle()
    assert abs(desk.page.cursorRect().top() - before) <= 1
    assert desk.page.textCursor().position() == desk.bounds("p20")[0]


def test_the_reference_date_moves_and_the_page_keeps_its_words(desk: Desk) -> None:
    shown = desk.words("a")
    seen = desk.changes()
    desk.session.change(desk.letter.with_changes(reference_day=date(2024, 12, 11)), "peildatum kiezen")
    desk.settle()
    assert desk.words("a") == shown
    assert seen.calls == []


def test_undo_elsewhere_keeps_the_cursor(desk: Desk) -> None:
    desk.put("a", "nam de ")
    desk.keys("hele ")
    desk.put("c", "aan het")
    desk.session.undo()
    desk.settle()
    assert desk.words("a").startswith("Op 29 november 2024 nam de Algemene")
    desk.keys("X")
    assert "aan hetX plan" in desk.written("c")


def test_another_letter_starts_at_its_top(desk: Desk, small: Letter) -> None:
    desk.at_end("c")
    desk.page.verticalScrollBar().setValue(400)
    desk.session.start(own(small, "Een andere brief.\n"))
    assert desk.words("c") == "Een andere brief."
    assert desk.page.verticalScrollBar().value() == 0


def test_a_fact_of_another_library_shows_at_once(desk: Desk, tmp_path: Path) -> None:
    (tmp_path / "snippets" / "eigen").mkdir(parents=True)
    source = (
        desk.session.library.places["Snippet", PASSAGE]
        .path.read_text()
        .replace("een resolutie over", "een besluit over")
    )
    (tmp_path / "snippets" / "eigen" / f"{PASSAGE}.md").write_text(source)
    library: Library = open_library([tmp_path])
    desk.session.use_library(library)
    assert "een besluit over het IZA" in desk.words("a")


def test_a_passage_is_inserted_behind_the_piece_of_the_cursor(desk: Desk) -> None:
    desk.put("b", "nam")
    QTest.keyClick(desk.page, KEY.Key_Right)
    desk.editor.insert_snippet(PASSAGE)
    pieces = desk.letter.sections["gevolgen"]
    assert (pieces[0].id, pieces[1].snippet, pieces[2].id) == ("b", PASSAGE, "c")
    assert desk.page.textCursor().position() == desk.bounds(pieces[1].id)[0]
    desk.ctrl(KEY.Key_Z)
    assert len(desk.letter.sections["gevolgen"]) == 2


def test_a_passage_is_inserted_where_it_fits_before_one_has_written(desk: Desk) -> None:
    snippet = desk.session.library.snippets[PASSAGE]
    desk.editor.insert_snippet(PASSAGE)
    sections = {s.id: s for s in desk.session.library.templates["raadsinformatiebrief"].sections}
    changed = [
        name
        for name, pieces in desk.letter.sections.items()
        if len(pieces) != {"resolutie": 1, "gevolgen": 2}.get(name, 0)
    ]
    assert len(changed) == 1
    assert snippet.subject in sections[changed[0]].subjects


def test_going_to_a_piece_a_section_and_a_field(desk: Desk) -> None:
    desk.editor.go_to_piece("c")
    assert desk.page.textCursor().position() == desk.bounds("c")[0] and desk.page.hasFocus()
    desk.editor.go_to_section("resolutie")
    assert desk.page.textCursor().position() == desk.bounds("a")[0]
    desk.editor.go_to_section("vervolg")
    assert desk.page.textCursor().position() == desk.bounds("leeg:vervolg:")[0]
    desk.editor.go_to_field("portefeuillehouder")
    assert desk.editor.fields.focused() == "veld.portefeuillehouder"
    desk.editor.go_to_piece("bestaat-niet")


def test_from_gap_to_gap_and_round(desk: Desk) -> None:
    desk.editor.next_gap()
    first = desk.page.textCursor().selectedText()
    assert "adres" in first
    desk.editor.next_gap()
    assert desk.editor.fields.focused() == "veld.portefeuillehouder"
    desk.editor.next_gap()
    assert desk.page.textCursor().selectedText() == first
    desk.editor.previous_gap()
    assert desk.editor.fields.focused() == "veld.portefeuillehouder"
    desk.editor.previous_gap()
    assert desk.page.textCursor().selectedText() == first


def test_tab_goes_from_gap_to_gap_in_the_words(make_desk: MakeDesk, small: Letter) -> None:
    desk = make_desk(own(small, "{{ gemeente.adres }} en {{ gemeente.college.burgemeester }}.\n"))
    desk.at_start("c")
    desk.key(KEY.Key_Tab)
    assert "adres" in desk.page.textCursor().selectedText()
    desk.key(KEY.Key_Tab)
    assert "burgemeester" in desk.page.textCursor().selectedText()
    desk.key(KEY.Key_Backtab, Qt.KeyboardModifier.ShiftModifier)
    assert "adres" in desk.page.textCursor().selectedText()


def test_another_theme_keeps_everything(desk: Desk) -> None:
    desk.put("c", "aan het")
    shown = desk.page.toPlainText()
    desk.editor.set_theme(DARK)
    assert desk.page.toPlainText() == shown
    desk.keys("X")
    assert "aan hetX" in desk.written("c")
    desk.editor.set_theme(LIGHT)


@pytest.mark.parametrize("municipality", ["GM0171", "GM0375", "GM1721", "GM0392"])
def test_every_shipped_passage_stands_on_the_paper_as_it_reads(
    make_desk: MakeDesk, small: Letter, content: Library, municipality: str
) -> None:
    pieces = tuple(Piece(id=f"s{n}", snippet=name) for n, name in enumerate(content.snippets))
    desk = make_desk(small.with_changes(municipality=municipality, sections={**small.sections, "gevolgen": pieces}))
    for part in desk.writing.parts.values():
        if part.kind == "stuk":
            extent = desk.writing.extent(part.key)
            assert desk.writing.reader.lines(extent) == part.lines, part.key


def test_the_mouse_leaves_a_fact(desk: Desk) -> None:
    told = Heard(desk.editor.fact_hovered)
    QTest.mouseMove(desk.page.viewport(), desk.rect_of("a", "29 november"))
    desk.page.pointer.hover(desk.page.viewport().rect().bottomRight() * 3)
    assert [fact for fact, *_ in told.calls] == [FACT, ""]
