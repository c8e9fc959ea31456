"""The panel with passages: searching, filtering, looking, choosing."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from composer.gui.passages.panel import PassagePanel
from composer.gui.window import Window
from tests.gui.conftest import equal

SEARCH = "resolutie aangenomen"


@pytest.fixture
def panel(desk: Window) -> PassagePanel:
    return desk.desk.passages


def test_only_what_can_be_used_is_shown_at_first(panel: PassagePanel, desk: Window) -> None:
    assert panel.filters.usable.isChecked()
    shown = len(panel.list.passages.ids)
    panel.filters.usable.click()
    assert len(panel.list.passages.ids) > shown > 0
    assert panel.count.text() == f"{len(panel.list.passages.ids)} gevonden"


def test_typing_searches_at_once(panel: PassagePanel, qtbot: QtBot) -> None:
    everything = len(panel.list.passages.ids)
    QTest.keyClicks(panel.search, SEARCH)
    assert 0 < len(panel.list.passages.ids) < everything


def test_nothing_found_says_what_to_do(panel: PassagePanel, qtbot: QtBot) -> None:
    QTest.keyClicks(panel.search, "zonnepanelen")
    assert panel.hint.isVisible()
    assert panel.hint.words() == "Geen tekstblok gevonden voor “zonnepanelen”."
    panel.hint.followed.emit()
    assert panel.search.text() == ""
    assert panel.list.isVisible()


def test_what_is_hidden_is_told_and_can_be_shown(panel: PassagePanel, desk: Window) -> None:
    hidden = next(
        snippet
        for snippet in desk.session.library.snippets.values()
        if snippet.id not in panel.list.passages.ids and snippet.title.count(" ") > 3
    )
    panel.search.setText(hidden.title)
    if panel.hint.isVisible():
        assert "niet bruikbaar" in panel.hint.words()
        panel.hint.followed.emit()
    assert hidden.id in panel.list.passages.ids


def test_subjects_filter_the_list(panel: PassagePanel, desk: Window) -> None:
    panel.filters.subject.choose("spuk-iza", "SPUK IZA")
    panel.filters.subject.chosen.emit()
    subjects = {desk.session.library.snippets[name].subject for name in panel.list.passages.ids}
    assert subjects == {"spuk-iza"}
    assert panel.filters.subject.accessibleName() == "Onderwerp: SPUK IZA"


def test_down_goes_to_the_cards_and_shows_the_whole_text(panel: PassagePanel, qtbot: QtBot) -> None:
    panel.search.setFocus()
    QTest.keyClick(panel.search, Qt.Key.Key_Down)
    assert panel.list.currentIndex().row() == 0
    assert panel.card.isVisible()
    QTest.keyClick(panel.list, Qt.Key.Key_Escape)
    assert not panel.card.isVisible()


def test_enter_puts_the_passage_in_the_letter(panel: PassagePanel, desk: Window, qtbot: QtBot) -> None:
    panel.search.setFocus()
    QTest.keyClick(panel.search, Qt.Key.Key_Return)
    chosen = panel.list.selected()
    QTest.keyClick(panel.list, Qt.Key.Key_Return)
    assert desk.session.letter is not None
    assert any(piece.snippet == chosen for piece in desk.session.letter.pieces())
    assert not panel.card.isVisible()


def test_the_button_of_the_preview_does_so_too(panel: PassagePanel, desk: Window, qtbot: QtBot) -> None:
    panel.list.setFocus()
    name = panel.list.selected() or ""
    with qtbot.waitSignal(panel.chosen, check_params_cb=equal(name)):
        panel.preview.chosen.emit(name)


def test_a_passage_that_cannot_be_used_is_refused_with_its_reason(panel: PassagePanel, desk: Window) -> None:
    panel.filters.usable.setChecked(False)
    refused = next(name for name in reversed(panel.list.passages.ids))
    before = desk.session.letter
    panel.choose(refused)
    assert desk.session.letter == before
    assert "kan nu niet in deze brief" in desk.notices.words


def test_replacing_looks_among_passages_of_the_same_subject(panel: PassagePanel, desk: Window, qtbot: QtBot) -> None:
    letter = desk.session.letter
    assert letter is not None
    piece = next(piece for piece in letter.pieces() if piece.snippet in desk.session.library.snippets)
    panel.replace(piece.id)
    assert panel.filters.subject.value == desk.session.library.snippets[piece.snippet or ""].subject
    other = next(name for name in panel.list.passages.ids if name != piece.snippet)
    with qtbot.waitSignal(panel.replacement_chosen):
        panel.choose(other)
    changed = desk.session.letter
    assert changed is not None
    assert (changed.piece(piece.id) or piece).snippet == other


def test_cards_follow_the_letter(panel: PassagePanel, desk: Window, qtbot: QtBot) -> None:
    name = panel.list.passages.ids[0]
    desk.desk.passages.chosen.emit(name)
    qtbot.waitUntil(lambda: panel.offer is not None and name in panel.offer.used)
    panel.filters.usable.setChecked(False)
    details = next(
        panel.list.passages.index(row).data(Qt.ItemDataRole.AccessibleTextRole)
        for row, found in enumerate(panel.list.passages.ids)
        if found == name
    )
    assert "staat in de brief" in details


def test_a_long_search_comes_bit_by_bit(
    panel: PassagePanel, desk: Window, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = panel.list.passages.ids
    monkeypatch.setattr("composer.gui.passages.panel.FIRST_MOMENT", 0.0)
    monkeypatch.setattr("composer.gui.passages.panel.NEXT_MOMENT", 0.0)
    desk.bar.choices.set_reference_date(desk.session.today)
    desk.session.undo()
    panel.follow()
    panel.search_now()
    assert len(panel.list.passages.ids) < len(whole)
    qtbot.waitUntil(lambda: panel.list.passages.ids == whole)


def test_writing_leaves_the_cards_alone(panel: PassagePanel, desk: Window, qtbot: QtBot) -> None:
    letter = desk.session.letter
    assert letter is not None
    with qtbot.assertNotEmitted(panel.list.passages.modelReset):
        desk.session.change(letter.without(letter.pieces()[0].id), "weghalen")
        panel.follow()
