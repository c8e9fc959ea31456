"""A letter goes round in Word and comes back: what was done to it, taken over as far as the user wants, and undone."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel

from composer.gui.editorial.returned_page import ReturnedPage
from composer.gui.window import Window
from composer.work.writing.diff import readable
from tests.gui.conftest import answers, finished
from tests.gui.hand_forms import button
from tests.work.word_edits import WordFile

NEW = "zo schrijft de wethouder erbij"


@pytest.fixture
def copy(desk: Window, tmp_path: Path) -> Path:
    """A review copy of the letter on the desk."""
    answers(desk).path = tmp_path / "leeskopie.docx"
    desk.refresh_actions()
    desk.actions_by_id["leeskopie"].trigger()
    assert desk.notices.words.startswith("leeskopie.docx is gemaakt.")
    return tmp_path / "leeskopie.docx"


def edited(path: Path, window: Window) -> str:
    """Words are added to a piece in Word, with changes tracked; gives the piece."""
    review = window.session.review
    assert review is not None
    held = next(p for p in review.assembly.pieces if p.printed and p.blocks)
    words = readable(held.blocks).split("\n")[0].split()
    document = WordFile(path)
    chunks = (" ".join(words[at : at + 6]) for at in range(len(words) - 6))
    own = "\n".join(document.texts(held.piece.id))
    known = next(chunk for chunk in chunks if chunk in own and sum(chunk in text for text in document.texts()) == 1)
    document.replace(known, f"{known}, {NEW},")
    document.save(path)
    return held.piece.id


def returned(window: Window, path: Path) -> ReturnedPage:
    answers(window).path = path
    window.actions_by_id["terug-uit-word"].trigger()
    finished(window.office.word.at_work)
    assert window.stack.currentWidget() is window.office.word.page
    return window.office.word.page


def test_an_untouched_copy_has_nothing_to_take_over(desk: Window, copy: Path) -> None:
    page = returned(desk, copy)
    assert page.told.text().startswith("Niets is gewijzigd")
    assert not page.take.isEnabled()
    QTest.mouseClick(button(page, "Terug naar de brief"), Qt.MouseButton.LeftButton)
    assert desk.stack.currentWidget() is desk.desk


def test_what_was_written_in_word_comes_into_the_letter(desk: Window, copy: Path) -> None:
    letter = desk.session.letter
    assert letter is not None
    piece = edited(copy, desk)
    page = returned(desk, copy)
    assert page.told.text().startswith("Eén stuk is anders")
    assert page.chosen() == [piece]
    assert any(
        NEW in label.accessibleName() and "nieuw:" in label.accessibleName() for label in page.findChildren(QLabel)
    )
    assert page.counted.text() == "1 aangevinkt"
    QTest.mouseClick(page.take, Qt.MouseButton.LeftButton)
    assert desk.stack.currentWidget() is desk.desk
    after = desk.session.letter
    assert after is not None
    changed = after.piece(piece)
    assert changed is not None
    assert NEW in (changed.adapted or changed.text or "")
    assert desk.session.undo_words == "wijzigingen uit Word overnemen"
    assert desk.notices.words.startswith("1 wijzigingen overgenomen.") or desk.notices.words.startswith(
        "Eén wijziging overgenomen."
    )
    desk.session.undo()
    assert desk.session.letter == letter


def test_what_is_not_ticked_stays_out(desk: Window, copy: Path) -> None:
    letter = desk.session.letter
    assert letter is not None
    piece = edited(copy, desk)
    page = returned(desk, copy)
    QTest.mouseClick(page.ticks[piece], Qt.MouseButton.LeftButton, pos=page.ticks[piece].rect().center())
    page.ticks[piece].setChecked(False)
    assert not page.take.isEnabled()


def test_pieces_that_stayed_the_same_are_shown_on_request(desk: Window, copy: Path) -> None:
    page = returned(desk, copy)
    shown = sum(label.text() == "Ongewijzigd" and label.isVisible() for label in page.findChildren(QLabel))
    page.unchanged.setChecked(True)
    more = sum(label.text() == "Ongewijzigd" and label.isVisible() for label in page.findChildren(QLabel))
    assert (shown, more > 0) == (0, True)


def test_what_is_no_word_document_says_so(desk: Window, tmp_path: Path) -> None:
    broken = tmp_path / "kapot.docx"
    broken.write_bytes(b"geen word")
    answers(desk).path = broken
    desk.refresh_actions()
    desk.actions_by_id["terug-uit-word"].trigger()
    finished(desk.office.word.at_work)
    assert desk.notices.words.startswith("Dit document kan niet worden gelezen:")
    assert desk.stack.currentWidget() is desk.desk
