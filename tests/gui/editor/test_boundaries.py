"""Enter, Backspace and Delete at the ends of lines and pieces, and deleting what is selected."""

import pytest
from PySide6.QtCore import QCoreApplication, Qt

from composer.domain.letter import Letter, Piece
from tests.gui.editor.conftest import PASSAGE, Desk, MakeDesk, own

KEY = Qt.Key
CTRL = Qt.KeyboardModifier.ControlModifier


def test_enter_splits_own_words(desk: Desk) -> None:
    desk.put("c", "aan het plan.")
    desk.key(KEY.Key_Return)
    desk.keys("Nieuw.")
    assert desk.written("c").startswith("In de regio werken wij door aan het plan.\n\nNieuw. Vragen?")


def test_enter_in_a_passage_splits_it(desk: Desk) -> None:
    desk.put("a", "IZA aan.")
    desk.key(KEY.Key_Return)
    adapted = desk.written("a")
    assert "IZA aan.\n\n[^" in adapted


def test_enter_behind_a_passage_begins_words_of_ones_own(desk: Desk) -> None:
    desk.at_end("b")
    desk.key(KEY.Key_Return)
    assert desk.order()[desk.order().index("stuk:b") + 1] == "leeg:gevolgen:b"
    desk.keys("Eigen zin.")
    assert [piece.text for piece in desk.letter.sections["gevolgen"]][1] == "Eigen zin.\n"
    assert desk.piece("b").adapted is None
    assert [piece.id for piece in desk.letter.sections["gevolgen"]][2] == "c"


def test_enter_before_a_passage_begins_words_of_ones_own_above_it(desk: Desk) -> None:
    desk.at_start("a")
    desk.key(KEY.Key_Return)
    desk.keys("Eerst dit.")
    assert [piece.text or piece.snippet for piece in desk.letter.sections["resolutie"]] == ["Eerst dit.\n", PASSAGE]


def test_an_empty_place_that_is_left_goes_when_writing_goes_on_elsewhere(desk: Desk) -> None:
    desk.at_end("b")
    desk.key(KEY.Key_Return)
    desk.at_end("c")
    desk.keys("!")
    desk.settle()
    assert "leeg:gevolgen:b" not in desk.order()
    assert len(desk.letter.sections["gevolgen"]) == 2


def test_backspace_takes_the_empty_place_away_again(desk: Desk) -> None:
    before = desk.letter
    desk.at_end("a")
    at = desk.page.textCursor().position()
    desk.key(KEY.Key_Return)
    desk.key(KEY.Key_Backspace)
    assert "leeg:resolutie:a" not in desk.order()
    assert desk.page.textCursor().position() == at
    assert desk.letter == before


def test_enter_in_a_heading_goes_below_it(desk: Desk) -> None:
    before = desk.letter
    desk.at_end("kop:gevolgen")
    desk.key(KEY.Key_Return)
    assert desk.page.textCursor().position() == desk.bounds("b")[0]
    assert desk.letter == before


def test_backspace_at_the_start_of_a_paragraph_joins_it(desk: Desk) -> None:
    desk.put("c", "Tot", behind=False)
    desk.key(KEY.Key_Backspace)
    assert "gemeente.adres }}.Tot ziens." in desk.written("c")


def test_own_words_join_the_piece_above_with_backspace(desk: Desk) -> None:
    desk.at_start("c")
    desk.key(KEY.Key_Backspace)
    assert [piece.id for piece in desk.letter.sections["gevolgen"]] == ["b"]
    adapted = desk.written("b")
    assert "]In de regio werken wij" in adapted and "Tot ziens." in adapted
    desk.ctrl(KEY.Key_Z)
    assert [piece.id for piece in desk.letter.sections["gevolgen"]] == ["b", "c"]
    assert desk.piece("b").adapted is None


def test_a_passage_is_not_swallowed_by_backspace(make_desk: MakeDesk, small: Letter) -> None:
    desk = make_desk(small.with_section("gevolgen", (Piece(id="c", text="Eigen."), Piece(id="b", snippet=PASSAGE))))
    before = desk.letter
    desk.at_start("b")
    desk.key(KEY.Key_Backspace)
    assert desk.letter == before
    assert desk.page.textCursor().position() == desk.bounds("c")[1]


def test_delete_at_the_end_of_a_piece_joins_own_words_and_leaves_passages(
    desk: Desk, make_desk: MakeDesk, small: Letter
) -> None:
    desk.at_end("b")
    desk.key(KEY.Key_Delete)
    assert [piece.id for piece in desk.letter.sections["gevolgen"]] == ["b"]
    other = make_desk(small.with_section("gevolgen", (Piece(id="c", text="Eigen."), Piece(id="b", snippet=PASSAGE))))
    before = other.letter
    other.at_end("c")
    other.key(KEY.Key_Delete)
    assert other.letter == before
    assert other.page.textCursor().position() == other.bounds("b")[0]


def test_nothing_joins_across_a_heading(desk: Desk) -> None:
    before = desk.letter
    desk.at_start("b")
    desk.key(KEY.Key_Backspace)
    desk.at_end("a")
    desk.key(KEY.Key_Delete)
    assert desk.letter == before


@pytest.mark.parametrize("key", [KEY.Key_Delete, KEY.Key_Backspace])
def test_a_piece_that_is_wholly_selected_is_removed(desk: Desk, key: Qt.Key) -> None:
    desk.select(*desk.bounds("b"))
    desk.key(key)
    assert [piece.id for piece in desk.letter.sections["gevolgen"]] == ["c"]
    assert desk.session.undo_words == "stuk verwijderen"
    desk.ctrl(KEY.Key_Z)
    assert [piece.id for piece in desk.letter.sections["gevolgen"]] == ["b", "c"]
    assert desk.words("b").startswith("Op 29 november 2024")


def test_deleting_across_pieces_keeps_headings_and_the_rest_of_each_piece(desk: Desk) -> None:
    first = desk.find("a", "Ruim 93 procent")
    last = desk.find("c", "Vragen?")
    desk.select(first, last)
    desk.key(KEY.Key_Delete)
    assert "kop:gevolgen" in desk.order()
    assert [piece.id for piece in desk.letter.sections["gevolgen"]] == ["c"]
    adapted = desk.written("a")
    assert "procent" not in adapted
    assert desk.written("c").startswith("Vragen? Bel")
    desk.ctrl(KEY.Key_Z)
    assert [piece.id for piece in desk.letter.pieces()] == ["a", "b", "c"]
    assert desk.piece("a").adapted is None


def test_typing_over_pieces_replaces_what_can_be_replaced(desk: Desk) -> None:
    desk.select(desk.find("c", "Vragen?"), desk.bounds("c")[1])
    desk.keys("Klaar.")
    assert desk.piece("c").text == "In de regio werken wij door aan het plan. Klaar.\n"


def test_word_by_word(desk: Desk) -> None:
    desk.put("c", "aan het ")
    desk.key(KEY.Key_Backspace, CTRL)
    assert desk.written("c").startswith("In de regio werken wij door aan plan.")
    desk.put("c", "In de ")
    desk.key(KEY.Key_Delete, CTRL)
    assert desk.written("c").startswith("In de werken wij door")


def test_enter_goes_on_with_a_list_and_leaves_it_when_empty(make_desk: MakeDesk, small: Letter) -> None:
    desk = make_desk(own(small, "- een\n- twee\n"))
    desk.at_end("c")
    desk.key(KEY.Key_Return)
    desk.keys("drie")
    assert desk.piece("c").text == "- een\n- twee\n- drie\n"
    desk.key(KEY.Key_Return)
    desk.key(KEY.Key_Return)
    desk.keys("Daarna.")
    assert desk.piece("c").text == "- een\n- twee\n- drie\n\nDaarna.\n"


def test_leaving_the_list_at_the_end_of_a_passage_begins_words_of_ones_own(make_desk: MakeDesk, small: Letter) -> None:
    letter = small.with_section("gevolgen", (Piece(id="c", snippet=PASSAGE, adapted="Zie:\n\n- een\n- twee\n"),))
    desk = make_desk(letter)
    desk.at_end("c")
    desk.key(KEY.Key_Return)
    desk.key(KEY.Key_Return)
    desk.keys("Daarna.")
    assert desk.piece("c").adapted == "Zie:\n\n- een\n- twee\n"
    assert desk.letter.sections["gevolgen"][1].text == "Daarna.\n"


def test_backspace_at_the_start_of_an_item_or_heading_makes_it_a_paragraph(make_desk: MakeDesk, small: Letter) -> None:
    desk = make_desk(own(small, "## Kop\n\n- een\n  - diep\n"))
    desk.put("c", "diep", behind=False)
    desk.key(KEY.Key_Backspace)
    assert desk.piece("c").text == "## Kop\n\n- een\n- diep\n"
    desk.key(KEY.Key_Backspace)
    assert desk.piece("c").text == "## Kop\n\n- een\n\ndiep\n"
    desk.at_start("c")
    desk.key(KEY.Key_Backspace)
    assert desk.written("c").startswith("Kop\n\n- een")


def test_enter_behind_a_subheading_begins_a_paragraph(make_desk: MakeDesk, small: Letter) -> None:
    desk = make_desk(own(small, "## Kop\n\nTekst.\n"))
    desk.put("c", "Kop")
    desk.key(KEY.Key_Return)
    desk.keys("Eerst.")
    assert desk.piece("c").text == "## Kop\n\nEerst.\n\nTekst.\n"


def test_a_numbered_list_counts_on(make_desk: MakeDesk, small: Letter) -> None:
    desk = make_desk(own(small, "4. een\n5. twee\n"))
    desk.put("c", "een")
    desk.key(KEY.Key_Return)
    desk.keys("half")
    assert desk.piece("c").text == "4. een\n5. half\n6. twee\n"


def test_everything_selected_and_deleted_leaves_the_skeleton(desk: Desk) -> None:
    before = desk.letter
    desk.ctrl(KEY.Key_A)
    desk.key(KEY.Key_Delete)
    assert desk.letter.pieces() == ()
    assert "kop:gevolgen" in desk.order() and desk.order()[-1].startswith("vast:")
    desk.ctrl(KEY.Key_Z)
    assert desk.letter == before
    assert desk.words("c").endswith("Tot ziens.")


def test_words_that_go_without_a_key_reach_the_letter_too(desk: Desk) -> None:
    """As when they are dragged to another program."""
    desk.select_words("c", " Vragen?")
    cursor = desk.page.textCursor()
    cursor.removeSelectedText()
    QCoreApplication.processEvents()
    assert "Vragen" not in desk.written("c")
    desk.select(desk.find("c", "plan"), desk.bounds("c")[1] + 5)
    shown = desk.page.toPlainText()
    desk.page.textCursor().removeSelectedText()
    QCoreApplication.processEvents()
    assert desk.page.toPlainText() == shown
