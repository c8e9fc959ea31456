"""Another peildatum: what is no longer right in the letter, and what takes its place."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from composer.gui.elements import Button
from composer.gui.timeline.outdated import OutdatedList
from composer.gui.window import Window
from composer.work.letters import new_letter

THEN, NOW = date(2024, 12, 20), date(2025, 3, 5)


@pytest.fixture
def moved(window: Window) -> Window:
    """A letter of December as of March, by dragging the line."""
    window.files.start(new_letter(window.session.library, "raadsinformatiebrief", "Noordoostpolder", THEN))
    assert outdated(window).found == ()
    window.desk.timeline.view.move_to(NOW)
    window.session.review_now()
    return window


def outdated(window: Window) -> OutdatedList:
    return window.desk.timeline.outdated


def buttons(window: Window, words: str) -> list[Button]:
    QApplication.processEvents()
    found = outdated(window).findChildren(Button)
    return [button for button in found if button.text() == words and button.isVisibleTo(outdated(window))]


def test_moving_the_day_shows_what_is_no_longer_right(moved: Window) -> None:
    found = outdated(moved).found
    assert len(found) > 2
    assert outdated(moved).head.text() == f"{len(found)} stukken kloppen niet meer"
    assert all(each.reason for each in found)
    assert any(each.instead for each in found)
    codes = [f.code for f in moved.session.review.findings] if moved.session.review else []
    assert "feit-niet-geldig" in codes


def test_one_click_replaces_one(moved: Window) -> None:
    first = next(each for each in outdated(moved).found if each.instead)
    QTest.mouseClick(buttons(moved, "Vervang")[0], Qt.MouseButton.LeftButton)
    letter = moved.session.letter
    assert letter is not None
    assert first.instead is not None
    assert getattr(letter.piece(first.piece), "snippet", "") == first.instead.id
    assert first.piece not in {each.piece for each in outdated(moved).found}
    assert moved.session.undo_words == "tekstblok vervangen"


def test_one_click_replaces_all_as_one_step(moved: Window) -> None:
    before, many = moved.session.letter, [each for each in outdated(moved).found if each.instead]
    QTest.mouseClick(outdated(moved).all, Qt.MouseButton.LeftButton)
    assert {each.piece for each in outdated(moved).found}.isdisjoint(each.piece for each in many)
    moved.session.undo()
    assert moved.session.letter == before


def test_what_has_no_successor_leads_to_a_choice(moved: Window) -> None:
    moved.desk.timeline.view.move_to(date(2024, 11, 1))
    moved.session.review_now()
    choose = buttons(moved, "Kies…")
    assert choose
    choose[0].click()
    assert moved.desk.passages.notice.isVisible()


def test_titles_lead_to_the_piece(moved: Window) -> None:
    heard: list[str] = []
    moved.desk.editor.piece_selected.connect(heard.append)
    last = outdated(moved).found[-1]
    outdated(moved).piece_requested.emit(last.piece)
    assert heard[-1:] == [last.piece]


def test_a_sent_letter_is_left_as_it_is(moved: Window) -> None:
    letter = moved.session.letter
    assert letter is not None
    moved.session.change(letter.with_changes(state="verzonden"), "verzonden")
    sent = moved.session.letter
    outdated(moved).replace_all()
    assert moved.session.letter == sent


def test_in_a_narrow_window_the_timeline_keeps_its_width(moved: Window) -> None:
    moved.resize(1000, 720)
    assert not outdated(moved).isVisible()
