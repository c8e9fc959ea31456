"""What hands that have typed in Word for years do without thinking."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from composer.domain.letter import Letter, Piece
from tests.gui.editor.conftest import FACT, PASSAGE, Desk, MakeDesk, own
from tests.gui.editor.test_formatting import run

KEY = Qt.Key
CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
TEXT = "Eerste alinea met woorden.\n\nTweede alinea.\n\n- een\n- twee\n- drie\n\nSlot.\n"


@pytest.fixture
def wordy(make_desk: MakeDesk, small: Letter) -> Desk:
    return make_desk(own(small, TEXT))


def triple_click(desk: Desk, piece: str, words: str) -> None:
    point = desk.rect_of(piece, words)
    nothing = Qt.KeyboardModifier.NoModifier
    QTest.mouseDClick(desk.page.viewport(), Qt.MouseButton.LeftButton, nothing, point)
    QTest.mouseClick(desk.page.viewport(), Qt.MouseButton.LeftButton, nothing, point)


def compose(desk: Desk, preedit: str, commit: str) -> None:
    event = QInputMethodEvent(preedit, [])
    event.setCommitString(commit)
    QApplication.sendEvent(desk.page, event)


@pytest.mark.parametrize(("sign", "first"), [("-", "- een"), ("*", "- een"), ("1.", "1. een")])
def test_a_sign_and_a_space_begin_a_list(desk: Desk, sign: str, first: str) -> None:
    desk.at_end("c")
    desk.key(KEY.Key_Return)
    desk.keys(f"{sign} een")
    desk.key(KEY.Key_Return)
    desk.keys("twee")
    assert desk.written("c").endswith(f"Tot ziens.\n\n{first}\n{first.replace('1', '2').replace('een', 'twee')}\n")


def test_undo_gives_the_sign_back(desk: Desk) -> None:
    desk.at_start("leeg:vervolg:")
    desk.keys("- ")
    assert desk.session.undo_words == "lijst maken"
    desk.ctrl(KEY.Key_Z)
    (piece,) = desk.letter.sections["vervolg"]
    assert desk.words(piece.id) == "-"
    desk.keys("ja")
    assert desk.words(piece.id) == "-ja"


def test_a_sign_within_a_line_is_a_sign(desk: Desk) -> None:
    desk.at_end("c")
    desk.keys(" - 1. x")
    assert desk.words("c").endswith("Tot ziens. - 1. x")


def test_formatting_is_a_step_of_its_own(desk: Desk) -> None:
    desk.at_end("c")
    desk.keys(" en")
    desk.key(KEY.Key_L, CTRL | SHIFT)
    desk.keys(" meer")
    desk.ctrl(KEY.Key_Z)
    assert desk.written("c").endswith("- Tot ziens. en\n")
    assert desk.session.undo_words == "lijst maken"


def test_a_paragraph_selected_by_three_clicks_is_typed_over_alone(wordy: Desk) -> None:
    triple_click(wordy, "c", "Eerste alinea")
    wordy.keys("Nieuw.")
    assert wordy.written("c").startswith("Nieuw.\n\nTweede alinea.\n\n- een")


def test_a_paragraph_selected_by_three_clicks_is_deleted_whole(wordy: Desk) -> None:
    triple_click(wordy, "c", "Tweede alinea")
    wordy.key(KEY.Key_Delete)
    assert wordy.written("c").startswith("Eerste alinea met woorden.\n\n- een")


def test_a_passage_selected_by_three_clicks_goes_or_is_written_over(desk: Desk) -> None:
    triple_click(desk, "a", "29 november")
    desk.keys("Anders.")
    assert desk.written("a") == "Anders.\n"
    triple_click(desk, "b", "29 november")
    desk.key(KEY.Key_Delete)
    assert desk.letter.piece("b") is None and desk.letter.piece("c") is not None


def test_everything_selected_and_typed_over_begins_a_new_letter(desk: Desk) -> None:
    before = desk.letter
    desk.ctrl(KEY.Key_A)
    desk.keys("Nieuw.")
    first, *others = [piece for found in desk.letter.sections.values() for piece in found]
    assert (first.text, others) == ("Nieuw.\n", [])
    desk.ctrl(KEY.Key_Z)
    desk.ctrl(KEY.Key_Z)
    assert desk.letter == before


def test_from_one_line_into_another(wordy: Desk) -> None:
    wordy.select(wordy.find("c", "alinea."), wordy.find("c", "wee\u2029"))
    wordy.keys("X")
    assert "Tweede Xwee\n\n- drie" in wordy.written("c")
    wordy.ctrl(KEY.Key_Z)
    assert wordy.piece("c").text == TEXT


def test_a_selection_that_begins_in_a_fixed_heading_keeps_it(desk: Desk) -> None:
    heading = desk.words("kop:resolutie")
    first, _ = desk.bounds("kop:resolutie")
    desk.select(first + 4, desk.find("a", "nam de"))
    desk.key(KEY.Key_Backspace)
    assert desk.words("kop:resolutie") == heading
    assert desk.words("a").startswith("nam de Algemene")
    desk.select(desk.bounds("kop:resolutie")[1], desk.find("a", "Algemene"))
    desk.keys("De ")
    assert desk.words("kop:resolutie") == heading
    assert desk.words("a").startswith("De Algemene")


def test_between_a_heading_and_an_empty_place_nothing_is_lost(desk: Desk) -> None:
    order, before = desk.order(), desk.letter
    desk.select(desk.bounds("kop:vervolg")[1], desk.bounds("leeg:vervolg:")[0])
    for key in (KEY.Key_Backspace, KEY.Key_Delete, KEY.Key_Return):
        desk.key(key)
        desk.settle()
        assert (desk.order(), desk.letter) == (order, before)


def test_a_subheading_is_deleted_with_its_words_and_then_its_line(make_desk: MakeDesk, small: Letter) -> None:
    desk = make_desk(own(small, "Voor.\n\n## Tussenkop\n\nNa.\n"))
    desk.select_words("c", "Tussenkop")
    desk.key(KEY.Key_Delete)
    assert desk.written("c") == "Voor.\n\nNa.\n"
    desk.key(KEY.Key_Backspace, times=2)
    desk.keys("!")
    assert desk.written("c") == "Voor.!\n\nNa.\n"


def test_dead_keys_make_one_letter(wordy: Desk) -> None:
    wordy.at_end("c")
    compose(wordy, "\u00b4", "")
    assert wordy.piece("c").text == TEXT
    compose(wordy, "", "\u00e9")
    wordy.keys("n")
    assert wordy.written("c").endswith("Slot.\u00e9n\n")


def test_what_is_typed_over_bold_words_is_bold(make_desk: MakeDesk, small: Letter) -> None:
    desk = make_desk(own(small, "Een **vet** woord en _schuin_.\n"))
    desk.select_words("c", "vet")
    desk.keys("dik")
    assert desk.piece("c").text == "Een **dik** woord en _schuin_.\n"
    desk.select_words("c", "Een")
    desk.keys("Dit")
    assert desk.piece("c").text == "Dit **dik** woord en _schuin_.\n"


def test_a_fixed_space_stays_one(wordy: Desk) -> None:
    wordy.put("c", "Slot.")
    wordy.keys(" Op 5")
    wordy.key(KEY.Key_Space, CTRL | SHIFT)
    wordy.keys("mei.")
    wordy.settle()
    assert wordy.words("c").endswith("Slot. Op 5\u00a0mei.")
    assert wordy.written("c").endswith("Slot. Op 5&nbsp;mei.\n")


def test_an_emoji_counts_as_one_letter(make_desk: MakeDesk, small: Letter) -> None:
    desk = make_desk(own(small, "\U0001f600 Een **vet** woord.\n"))
    at = desk.bounds("c")[0]
    desk.select(at + 3, at + 10)
    assert desk.page.textCursor().selectedText() == "Een vet"
    desk.ctrl(KEY.Key_C)
    desk.at_end("c")
    desk.ctrl(KEY.Key_V)
    assert desk.written("c") == "\U0001f600 Een **vet** woord.Een **vet**\n"


def test_a_link_keeps_the_values_and_marks_of_its_words(make_desk: MakeDesk, small: Letter) -> None:
    desk = make_desk(own(small, "Zie **de site** van {{ gemeente.naam }} nu.\n"))
    desk.select(desk.find("c", " de site"), desk.find("c", " nu"))
    _, _, first, last = desk.editor.formatting.link_at_cursor()
    words = desk.editor.formatting.link_at_cursor()[0]
    desk.editor.formatting.set_link(words, "https://x.nl", first, last)
    assert desk.written("c") == "Zie [**de site** van {{ gemeente.naam }}](https://x.nl) nu.\n"


def test_two_links_to_one_address_are_two(make_desk: MakeDesk, small: Letter) -> None:
    desk = make_desk(own(small, "[een](https://x.nl) en [twee](https://x.nl).\n"))
    desk.put("c", "tw")
    words, target, first, last = desk.editor.formatting.link_at_cursor()
    assert (words, target) == ("twee", "https://x.nl")
    desk.editor.formatting.set_link(words, "", first, last)
    assert desk.written("c") == "[een](https://x.nl) en twee.\n"


def test_a_link_stays_within_the_line_of_the_cursor(wordy: Desk) -> None:
    wordy.select(wordy.find("c", "woorden"), wordy.find("c", "Tweede") + len("Tweede"))
    assert wordy.editor.formatting.link_at_cursor()[0] == "Tweede"


def test_a_citation_comes_behind_what_is_selected(wordy: Desk) -> None:
    wordy.select(wordy.find("c", "Slot."), wordy.bounds("c")[1])
    wordy.editor.formatting.cite(FACT)
    assert wordy.written("c").endswith(f"Slot.[^{FACT}]\n")


def test_all_of_it_made_italic_leaves_headings(wordy: Desk) -> None:
    heading = wordy.words("kop:gevolgen")
    wordy.ctrl(KEY.Key_A)
    run(wordy, "cursief") if wordy.editor.formatting.why_not() is None else wordy.ctrl(KEY.Key_I)
    assert wordy.words("kop:gevolgen") == heading


def test_three_passages_in_a_row_by_the_keyboard(make_desk: MakeDesk, small: Letter) -> None:
    """Alt and the arrows carry a piece past others, and undo brings it home."""
    three = tuple(Piece(id=f"p{n}", text=f"Stuk {n}.\n") for n in range(3))
    desk = make_desk(small.with_section("gevolgen", three))
    before = desk.letter
    desk.at_start("p0")
    desk.key(KEY.Key_Down, Qt.KeyboardModifier.AltModifier, times=2)
    assert [piece.id for piece in desk.letter.sections["gevolgen"]] == ["p1", "p2", "p0"]
    desk.keys("X")
    assert desk.words("p0") == "XStuk 0."
    for _ in range(3):
        desk.ctrl(KEY.Key_Z)
    assert desk.letter == before


def test_a_passage_stays_the_librarys_until_its_words_differ(desk: Desk) -> None:
    desk.put("a", "nam")
    desk.key(KEY.Key_Return)
    assert desk.written("a") != ""
    desk.key(KEY.Key_Backspace)
    assert (desk.piece("a").snippet, desk.piece("a").adapted) == (PASSAGE, None)


def test_undo_goes_to_what_it_changes(make_desk: MakeDesk, small: Letter) -> None:
    many = tuple(Piece(id=f"p{n}", text=f"Stuk {n}. " + "Woorden die de regel vullen. " * 12) for n in range(30))
    desk = make_desk(small.with_section("gevolgen", many))
    desk.put("p2", "Stuk 2. ")
    desk.keys("Nieuwe ")
    desk.at_end("p29")
    desk.ctrl(KEY.Key_Z)
    assert desk.page.textCursor().position() == desk.find("p2", "Woorden")
    assert desk.page.viewport().rect().contains(desk.page.cursorRect())
    desk.ctrl(KEY.Key_Y)
    assert desk.page.textCursor().position() == desk.find("p2", "Nieuwe ") + len("Nieuwe ")
