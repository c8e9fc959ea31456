"""Values and note marks: the cursor passes them, one key deletes them, gaps are asked for."""

from collections.abc import Iterator

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from composer.domain.letter import Letter, Piece
from composer.gui.editor.atoms import SPARE, Atom
from composer.gui.editor.painting import atom_rects
from composer.work.writing.lines import normalised
from tests.bench.letters import repeated, the_letter
from tests.gui.editor.conftest import ASKS, FACT, PASSAGE, Desk, Heard, MakeDesk, own

KEY = Qt.Key
SHIFT = Qt.KeyboardModifier.ShiftModifier
DAY = "29 november 2024"


def test_the_cursor_passes_a_value_in_one_step(desk: Desk) -> None:
    at = desk.find("a", DAY)
    desk.place(at)
    desk.key(KEY.Key_Right)
    assert desk.page.textCursor().position() == at + len(DAY)
    desk.key(KEY.Key_Left)
    assert desk.page.textCursor().position() == at


def test_a_selection_holds_a_value_whole_or_not(desk: Desk) -> None:
    at = desk.find("a", DAY)
    desk.place(at - 1)
    desk.key(KEY.Key_Right, SHIFT, 2)
    assert desk.page.textCursor().selectedText() == f" {DAY}"
    desk.key(KEY.Key_Left, SHIFT)
    assert desk.page.textCursor().selectedText() == " "


def test_a_double_click_selects_a_value_whole(desk: Desk) -> None:
    point = desk.rect_of("a", DAY)
    QTest.mouseDClick(desk.page.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, point)
    assert desk.page.textCursor().selectedText() == DAY


def test_a_click_in_a_value_puts_the_cursor_beside_it(desk: Desk) -> None:
    desk.click(desk.rect_of("a", DAY))
    at = desk.find("a", DAY)
    assert desk.page.textCursor().position() in (at, at + len(DAY))


def test_backspace_deletes_a_value_whole(desk: Desk) -> None:
    desk.put("a", DAY)
    desk.key(KEY.Key_Backspace)
    adapted = desk.written("a")
    assert ".alv }}" not in adapted
    assert desk.words("a").startswith("Op  nam de Algemene")


def test_delete_deletes_a_note_mark_whole(desk: Desk) -> None:
    desk.put("a", "IZA aan.")
    desk.key(KEY.Key_Delete)
    adapted = desk.written("a")
    assert f"[^{FACT}]" not in adapted


def test_deleting_by_word_takes_a_value_whole(desk: Desk) -> None:
    desk.put("a", DAY)
    desk.key(KEY.Key_Backspace, Qt.KeyboardModifier.ControlModifier)
    assert desk.words("a").startswith("Op  nam de Algemene")


def test_what_is_typed_beside_a_value_is_ordinary_text(desk: Desk) -> None:
    desk.put("a", DAY)
    desk.keys("x")
    adapted = desk.written("a")
    assert ".alv }}x nam" in adapted
    desk.put("a", "IZA aan.1")
    desk.keys("y")
    assert "]y" in desk.written("a")


def test_two_values_side_by_side_stay_two(make_desk: MakeDesk, small: Letter) -> None:
    text = "{{ gemeente.naam }}{{ gemeente.naam }}[^x]\n"
    desk = make_desk(own(small, text))
    desk.at_end("c")
    desk.keys("!")
    assert desk.piece("c").text == text.replace("\n", "!\n")


def test_notes_are_numbered_as_on_the_page(desk: Desk) -> None:
    numbers = desk.writing.parts["stuk:a"].numbers
    assert numbers == ("1", "2", "3")
    assert desk.writing.parts["stuk:b"].numbers == ("4", "5", "6")
    desk.put("a", "IZA aan.")
    desk.key(KEY.Key_Delete)
    desk.settle()
    assert desk.writing.parts["stuk:b"].numbers == ("3", "4", "5")
    assert "IZA aan.3" in desk.words("b")


def test_a_gap_says_what_to_fill_in(desk: Desk) -> None:
    assert "nog invullen: adres van de gemeente" in desk.words("c").replace("\u00a0", " ")


def test_a_click_on_a_gap_asks_for_it(desk: Desk) -> None:
    asked = Heard(desk.editor.gap_activated)
    desk.click(desk.rect_of("c", "invullen"))
    assert asked.calls == [("gemeente.adres",)]


def test_enter_on_a_chosen_gap_asks_for_it(desk: Desk) -> None:
    desk.editor.go_to_piece("c")
    desk.key(KEY.Key_Tab)
    asked = Heard(desk.editor.gap_activated)
    desk.key(KEY.Key_Return)
    assert asked.calls == [("gemeente.adres",)]


def test_a_gap_that_is_a_field_goes_to_that_field(make_desk: MakeDesk, small: Letter) -> None:
    desk = make_desk(own(small, "Schrijf aan {{ veld.portefeuillehouder }}.\n"))
    desk.click(desk.rect_of("c", "invullen"))
    assert desk.editor.fields.focused() == "veld.portefeuillehouder"


def test_an_open_choice_cannot_be_written_in_and_says_what_to_do(make_desk: MakeDesk, small: Letter) -> None:
    desk = make_desk(small.with_section("gevolgen", (Piece(id="c", snippet=ASKS), Piece(id="d", snippet=PASSAGE))))
    before, shown = desk.letter, desk.words("c")
    assert "nog\u00a0invullen" in shown
    desk.at_end("c")
    desk.keys("x")
    desk.key(KEY.Key_Backspace)
    assert desk.letter == before
    assert desk.words("c") == shown
    assert "keuze open" in desk.editor.notices.words
    assert desk.piece("c").adapted is None


def test_the_mouse_tells_the_fact_below_it(desk: Desk) -> None:
    point = desk.rect_of("a", DAY)
    told = Heard(desk.editor.fact_hovered)
    QTest.mouseMove(desk.page.viewport(), point)
    assert told.calls == [(FACT, desk.page.viewport().mapToGlobal(point))]
    QTest.mouseMove(desk.page.viewport(), point + QPoint(0, 300))
    assert told.calls[1][0] == ""


def test_a_gap_is_drawn_with_a_rectangle_on_its_line(desk: Desk) -> None:
    gap, point = desk.editor.gaps.in_words()[0], desk.rect_of("c", "invullen")
    (rect,) = atom_rects(desk.page, gap)
    assert rect.contains(point)


def test_what_is_typed_before_a_value_that_begins_a_line_is_text(make_desk: MakeDesk, small: Letter) -> None:
    desk = make_desk(own(small, "{{ gemeente.naam }} schrijft.\n"))
    desk.at_start("c")
    desk.keys("De gemeente ")
    assert desk.written("c") == "De gemeente {{ gemeente.naam }} schrijft.\n"


def test_typing_over_a_chosen_gap_fills_it_in_by_hand(desk: Desk) -> None:
    desk.editor.go_to_piece("c")
    desk.key(KEY.Key_Tab)
    desk.keys("Marktplein 1")
    assert "Bel Marktplein 1." in desk.written("c")


def test_the_mouse_tells_where_a_value_comes_from(make_desk: MakeDesk, small: Letter) -> None:
    desk = make_desk(own(small, "In {{ gemeente.naam }} over {{ veld.onderwerp }}: {{ gemeente.adres }}.\n"))
    assert desk.page.pointer.hint(desk.rect_of("c", "Bernheze")) == "Uit het profiel van de gemeente"
    assert desk.page.pointer.hint(desk.rect_of("c", "Stand van")) == "Uit het veld onderwerp"
    assert desk.page.pointer.hint(desk.rect_of("c", "invullen")) == "Klik om in te vullen"


def test_what_was_written_again_and_again_is_not_remembered(make_desk: MakeDesk) -> None:
    """A document never forgets a format: their number stays bounded, however often a piece is written anew."""
    desk = make_desk(repeated(the_letter(), 2))
    atoms, document = desk.writing.atoms, desk.page.document()
    part = next(part for part in desk.writing.parts.values() if part.numbers)
    for _ in range(200):
        desk.writing.put_back(part.key)
    formats = len(document.allFormats())
    for _ in range(200):
        desk.writing.put_back(part.key)
    assert len(document.allFormats()) == formats
    assert len(atoms.known) < 2 * len(list(all_atoms(desk))) + 2 * SPARE
    desk.settle()
    read = desk.writing.reader.lines(desk.writing.extent(part.key))
    assert normalised(read) == normalised(part.lines)


def all_atoms(desk: Desk) -> Iterator[Atom]:
    block = desk.page.document().begin()
    while block.isValid():
        yield from desk.writing.atoms.in_block(block)
        block = block.next()
