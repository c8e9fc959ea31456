"""The tab with what the council may ask: it follows the letter, adds a passage that answers, and is copied."""

from dataclasses import replace

import pytest
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from composer.domain.letter import Letter
from composer.gui.desk.desk import QUESTIONS
from composer.gui.elements import Button
from composer.gui.questions import NONE, Asked
from composer.gui.window import Window
from tests.gui.conftest import equal


@pytest.fixture
def asked(desk: Window) -> Window:
    """With the tab in sight."""
    desk.session.review_now()
    desk.desk.right.show_tab(QUESTIONS)
    return desk


def left_open(window: Window) -> list[Asked]:
    return [found for found in window.desk.questions.questions() if not found.question.pieces]


def press(asked: Asked, words: str) -> None:
    next(button for button in asked.findChildren(Button) if button.text() == words).click()


def test_what_the_letter_leaves_open_comes_first(asked: Window) -> None:
    states = [bool(found.question.pieces) for found in asked.desk.questions.questions()]
    assert states == sorted(states)
    assert False in states
    assert True in states


def test_a_passage_that_answers_is_added_with_one_press_and_undone_as_one_step(asked: Window) -> None:
    before = asked.session.letter
    first = next(found for found in left_open(asked) if found.question.offers)
    words = first.question.words
    press(first, "Voeg toe")
    assert words not in [found.question.words for found in left_open(asked)]
    asked.session.undo()
    assert asked.session.letter == before


def test_an_answer_leads_to_its_text(asked: Window, qtbot: QtBot) -> None:
    told = next(found for found in asked.desk.questions.questions() if found.question.pieces)
    with qtbot.waitSignal(asked.desk.questions.piece_requested, check_params_cb=equal(told.question.pieces[0])):
        press(told, "Ga naar de tekst")


def test_an_answer_leads_to_its_source(asked: Window) -> None:
    press(next(found for found in asked.desk.questions.questions() if found.question.answer), "Toon vindplaats")
    assert asked.desk.facts.evidence_card is not None


def test_it_is_copied_for_who_answers(asked: Window) -> None:
    asked.desk.questions.copying.click()
    assert left_open(asked)[0].question.words in QGuiApplication.clipboard().text()
    assert "gekopieerd" in asked.notices.words


def test_out_of_sight_it_waits(asked: Window, letter: Letter) -> None:
    panel = asked.desk.questions
    before = panel.questions()
    asked.desk.right.show_tab("pagina")
    asked.session.change(letter.with_changes(sections={}), "alles weghalen")
    asked.session.review_now()
    assert panel.questions() == before
    asked.desk.right.show_tab(QUESTIONS)
    assert all(not found.question.pieces for found in panel.questions())


def test_a_letter_without_questions_says_so(asked: Window, letter: Letter) -> None:
    library = asked.session.library
    template = library.template(letter.template)
    quiet = template.model_copy(update={"sections": template.sections[:0]})
    asked.session.use_library(replace(library, templates={letter.template: quiet}))
    assert not asked.desk.questions.hint.isHidden()
    assert asked.desk.questions.hint.words() == NONE
