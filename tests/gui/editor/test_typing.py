"""Typing: a passage becomes adapted, own words stay own, an empty place becomes a piece; undo takes back runs."""

from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QInputMethodEvent, QTextCursor
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from composer.domain.letter import Letter
from composer.gui.session import Session
from composer.library.library import Library
from tests.gui.editor.conftest import FACT, PASSAGE, Desk, MakeDesk, own

KEY = Qt.Key


def test_the_letter_is_shown_as_it_reads(desk: Desk) -> None:
    shown = desk.words("a")
    assert shown.startswith("Op 29 november 2024 nam de Algemene Ledenvergadering")
    assert (
        "{{" not in desk.page.toPlainText()
        and "[^" not in desk.page.toPlainText()
        and "**" not in desk.page.toPlainText()
    )


def test_typing_in_a_passage_makes_it_adapted_with_its_values_and_citations(desk: Desk) -> None:
    before = desk.source("a")
    desk.put("a", "nam de ")
    desk.keys("voltallige ")
    assert desk.piece("a").snippet == PASSAGE
    adapted = desk.written("a")
    assert adapted == before.replace("nam de ", "nam de voltallige ")
    assert f"[^{FACT}]" in adapted and "{{ feit[" in adapted
    assert desk.writing.parts["stuk:a"].source == "aangepast"
    assert desk.piece("b").adapted is None


def test_typing_the_passages_own_words_again_makes_it_the_passage_again(desk: Desk) -> None:
    desk.put("a", "nam de ")
    desk.keys("x")
    desk.key(KEY.Key_Backspace)
    assert desk.piece("a").adapted is None
    assert desk.writing.parts["stuk:a"].source == "tekstblok"


def test_typing_in_own_words_keeps_them_own(desk: Desk) -> None:
    desk.at_end("c")
    desk.keys(" Groet.")
    assert (
        desk.piece("c").text
        == "In de regio werken wij door aan het plan. Vragen? Bel {{ gemeente.adres }}.\n\nTot ziens. Groet.\n"
    )


def test_what_looks_like_markup_stays_words(desk: Desk) -> None:
    desk.at_end("c")
    desk.keys(" * {{ gemeente.naam }} [^x] # 1. |")
    desk.settle()
    assert desk.words("c").endswith("Tot ziens. * {{ gemeente.naam }} [^x] # 1. |")


def test_typing_in_an_empty_section_makes_a_piece_of_ones_own(desk: Desk) -> None:
    desk.at_start("leeg:vervolg:")
    desk.keys("Wij schrijven u opnieuw.")
    (piece,) = desk.letter.sections["vervolg"]
    assert piece.text == "Wij schrijven u opnieuw.\n"
    assert desk.writing.parts[f"stuk:{piece.id}"].source == "eigen"
    desk.settle()
    assert desk.words(piece.id) == "Wij schrijven u opnieuw."
    desk.keys(" Snel.")
    assert desk.piece(piece.id).text == "Wij schrijven u opnieuw. Snel.\n"


def test_emptied_words_give_their_place_back(desk: Desk) -> None:
    desk.at_start("leeg:vervolg:")
    desk.keys("Ja")
    desk.key(KEY.Key_Backspace, times=2)
    assert desk.letter.sections["vervolg"] == ()
    desk.settle()
    assert "leeg:vervolg:" in desk.order()
    desk.keys("Nee")
    assert desk.letter.sections["vervolg"][0].text == "Nee\n"


def test_one_undo_takes_back_a_run_of_typing_in_one_place(desk: Desk) -> None:
    before = desk.letter
    desk.put("a", "nam de ")
    desk.keys("hele ")
    middle = desk.letter
    desk.put("c", "door ")
    desk.keys("hard ")
    desk.ctrl(KEY.Key_Z)
    assert desk.letter == middle
    assert "hard" not in desk.words("c") and "hele" in desk.words("a")
    desk.ctrl(KEY.Key_Z)
    assert desk.letter == before
    assert "hele" not in desk.words("a")
    desk.key(KEY.Key_Z, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
    assert "hele" in desk.words("a")


def test_undo_has_words(desk: Desk) -> None:
    desk.at_end("c")
    desk.keys("x")
    assert desk.session.undo_words == "tekst wijzigen"


def test_after_undo_typing_goes_on_from_there(desk: Desk) -> None:
    desk.put("a", "nam de ")
    desk.keys("hele ")
    desk.session.undo()
    desk.keys("x")
    adapted = desk.written("a")
    assert "hele" not in adapted and "x" in adapted


def test_the_page_is_not_written_anew_for_ones_own_typing(desk: Desk) -> None:
    desk.put("a", "nam de ")
    desk.keys("hele")
    seen = desk.changes()
    desk.settle()
    assert seen.calls == []


def test_a_space_at_the_end_of_a_line_stays_while_one_types(desk: Desk) -> None:
    desk.at_end("c")
    desk.keys(" en ")
    desk.settle()
    desk.keys("meer")
    assert desk.words("c").endswith("Tot ziens. en meer")


def test_typing_over_a_selection_replaces_it(desk: Desk) -> None:
    desk.select_words("c", "werken wij door")
    desk.keys("gaan wij verder")
    assert desk.written("c").startswith("In de regio gaan wij verder aan het plan.")


def test_nothing_is_typed_in_headings_and_fixed_words(desk: Desk) -> None:
    before, shown = desk.letter, desk.page.toPlainText()
    for key in ("kop:gevolgen", desk.order()[-1]):
        desk.at_end(key)
        desk.keys("x")
        desk.key(KEY.Key_Backspace)
        desk.key(KEY.Key_Delete)
    assert desk.letter == before
    assert desk.page.toPlainText() == shown
    assert "sjabloon" in desk.editor.notices.words


def test_composed_letters_are_typed_too(desk: Desk) -> None:
    desk.at_end("c")
    event = QInputMethodEvent("", [])
    event.setCommitString("é")
    QApplication.sendEvent(desk.page, event)
    assert desk.written("c").endswith("Tot ziens.é\n")
    desk.at_end("kop:gevolgen")
    shown = desk.page.toPlainText()
    event = QInputMethodEvent("", [])
    event.setCommitString("é")
    QApplication.sendEvent(desk.page, event)
    assert desk.page.toPlainText() == shown


def test_a_line_break_stays_in_the_paragraph(desk: Desk) -> None:
    desk.at_end("c")
    desk.key(KEY.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    desk.keys("Bernheze")
    assert desk.written("c").endswith("Tot ziens.\\\nBernheze\n")


def test_a_sent_letter_can_only_be_read(make_desk: MakeDesk, small: Letter) -> None:
    desk = make_desk(small.with_changes(state="verzonden"))
    desk.at_end("c")
    desk.keys("x")
    desk.key(KEY.Key_Return)
    assert desk.letter.piece("c") == small.piece("c")
    assert "verzonden" in desk.editor.notices.words


def test_quotes_and_headings_keep_their_shape_while_one_types(make_desk: MakeDesk, small: Letter) -> None:
    text = "## Kop\n\n> Een citaat.\n\n1. een\n2. twee\n   - dieper\n"
    desk = make_desk(own(small, text))
    desk.put("c", "dieper")
    desk.keys("!")
    assert desk.piece("c").text == text.replace("dieper", "dieper!")


def test_what_is_still_to_be_read_goes_with_the_letter(content: Library, small: Letter, qtbot: QtBot) -> None:
    """Words that came without a key are read a moment later; by then there may be no letter any more."""
    desk = Desk(Session(content))
    desk.session.start(small)
    desk.editor.show()
    cursor = desk.page.textCursor()
    cursor.setPosition(desk.bounds("a")[0])
    cursor.setPosition(desk.bounds("b")[1], QTextCursor.MoveMode.KeepAnchor)
    cursor.removeSelectedText()
    desk.session.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)  # pyright: ignore[reportArgumentType]
    qtbot.wait(30)
    desk.editor.close()
    desk.editor.deleteLater()
