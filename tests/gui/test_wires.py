"""Each signal of the window reaches what it is meant for: one test a wire."""

from datetime import date
from pathlib import Path
from typing import Any, get_args, get_type_hints

import pytest
from PySide6.QtCore import QPoint
from pytestqt.qtbot import QtBot

from composer.domain.finding import Action, Finding
from composer.domain.letter import Piece
from composer.gui.desk.desk import ATTACHMENTS, FINDINGS, SOURCES
from composer.gui.window import Window
from tests.gui.conftest import answers, equal


def a_piece(window: Window) -> str:
    assert window.session.letter is not None
    return window.session.letter.pieces()[0].id


def do(window: Window, kind: Any, target: str, piece: str | None = None) -> None:
    action = Action(kind, target, "Doe")
    window.desk.findings.action_requested.emit(
        action, Finding("proef", "waarschuwing", "…", piece=piece, action=action)
    )


def test_a_passage_that_is_chosen_comes_into_the_letter(desk: Window) -> None:
    before = desk.session.letter
    assert before is not None
    desk.desk.passages.chosen.emit("vng-resolutie-aangenomen")
    after = desk.session.letter
    assert after is not None
    assert len(after.pieces()) == len(before.pieces()) + 1


def test_a_passage_that_cannot_be_used_says_why(desk: Window) -> None:
    desk.desk.passages.refused.emit("Dit kan nu niet.")
    assert desk.notices.words == "Dit kan nu niet."


def test_a_passage_asks_for_another_day(desk: Window) -> None:
    desk.desk.passages.day_requested.emit(date(2025, 3, 1))
    assert desk.session.letter is not None
    assert desk.session.letter.reference_date == date(2025, 3, 1)


def test_a_passage_takes_the_place_of_a_piece(desk: Window) -> None:
    piece = a_piece(desk)
    desk.desk.passages.replacement_chosen.emit(piece, "vng-resolutie-aangenomen")
    assert desk.session.letter is not None
    assert desk.session.letter.piece(piece) == Piece(id=piece, snippet="vng-resolutie-aangenomen")


def test_a_click_on_the_page_leads_to_the_piece(desk: Window, qtbot: QtBot) -> None:
    piece = a_piece(desk)
    with qtbot.waitSignal(desk.desk.editor.piece_selected, check_params_cb=equal(piece)):
        desk.desk.editor.go_to_piece(desk.session.letter.pieces()[-1].id if desk.session.letter else "")
        desk.desk.pages.piece_clicked.emit(piece)


def test_the_length_of_the_letter_is_in_the_status_bar(desk: Window) -> None:
    desk.desk.pages.length_measured.emit(1.44)
    assert desk.desk.status.pages.words == "1,4 van 2 A4"


def test_a_source_leads_to_its_place(desk: Window) -> None:
    desk.desk.sources.place_requested.emit("alv-nam-resolutie-aan")
    desk.desk.facts.show_place(next(iter(desk.session.library.facts)))
    card = desk.desk.facts.evidence_card
    assert card is not None
    assert card.isVisible()


def test_a_fact_under_the_mouse_is_explained(desk: Window, qtbot: QtBot) -> None:
    review = desk.session.review
    assert review is not None
    fact = next(name for note in review.assembly.document.notes for name in note.facts)
    corner = desk.mapToGlobal(QPoint(500, 300))
    desk.desk.editor.fact_hovered.emit(fact, corner)
    assert desk.desk.facts.hover_card.isVisible()
    desk.desk.editor.fact_hovered.emit("", corner)
    qtbot.waitUntil(lambda: not desk.desk.facts.hover_card.isVisible(), timeout=3000)


def test_findings_are_counted_on_their_tab(desk: Window) -> None:
    desk.desk.findings.counted.emit(7)
    assert desk.desk.right.bar.accessibleTabName(2) == "Controle, 7"


def test_open_fields_lead_to_the_next_one(desk: Window, qtbot: QtBot) -> None:
    with qtbot.waitSignal(desk.desk.status.gaps_requested):
        desk.desk.status.gaps.click()


def test_the_coverage_leads_to_the_sources(desk: Window) -> None:
    desk.desk.status.coverage.click()
    assert desk.desk.right.current() == SOURCES


def test_the_timeline_folds_away(desk: Window) -> None:
    desk.desk.timeline.fold_requested.emit()
    assert not desk.desk.timeline_shown()


def test_the_line_of_the_timeline_moves_the_peildatum(desk: Window) -> None:
    desk.desk.timeline.view.day_moved.emit(date(2025, 2, 1))
    assert desk.session.letter is not None
    assert desk.session.letter.reference_date == date(2025, 2, 1)


@pytest.mark.parametrize(
    ("kind", "target", "tab"),
    [("bijlage", "", ATTACHMENTS), ("bron", "bestaat-niet", SOURCES)],
)
def test_a_finding_leads_to_a_tab(desk: Window, kind: str, target: str, tab: str) -> None:
    do(desk, kind, target)
    assert desk.desk.right.current() == tab


def test_a_finding_asks_for_another_passage(desk: Window) -> None:
    assert desk.session.letter is not None
    piece = next(piece.id for piece in desk.session.letter.pieces() if piece.snippet)
    do(desk, "vervang", piece)
    assert desk.desk.passages.notice.isVisible()
    desk.desk.passages.replace(None)
    assert not desk.desk.passages.notice.isVisible()


def test_a_finding_takes_a_piece_away(desk: Window) -> None:
    piece = a_piece(desk)
    do(desk, "verwijder", piece)
    assert desk.session.letter is not None
    assert desk.session.letter.piece(piece) is None
    desk.session.undo()
    assert desk.session.letter.piece(piece) is not None


def test_a_finding_is_set_aside_with_a_reason(desk: Window) -> None:
    do(desk, "afzien", "proef")
    form = desk.desk.doing.card
    assert form is not None
    desk.desk.doing.set_aside(Finding("proef", "tip", "…", words="inzake"), "zo heet het")
    assert desk.session.letter is not None
    assert desk.session.letter.waivers[-1].reason == "zo heet het"


def test_the_menu_button_opens_the_menu(window: Window) -> None:
    window.bar.menu_requested.emit()
    assert window.menu.isVisible()
    window.menu.close()


def test_the_search_button_opens_the_palette(window: Window) -> None:
    window.bar.search_requested.emit()
    assert window.over.card is not None
    assert window.over.card.isVisible()


def test_the_primary_button_opens_the_card_for_a_document(desk: Window) -> None:
    desk.bar.make_requested.emit()
    assert desk.over.card is not None
    assert desk.over.card.accessibleName() == "Maak document"


def test_what_stands_in_the_way_is_shown(desk: Window) -> None:
    desk.making.findings_requested.emit()
    assert desk.desk.right.current() == FINDINGS


def test_a_letter_that_cannot_be_read_is_explained(window: Window, tmp_path: Path) -> None:
    bad = tmp_path / "kapot.raadsbrief"
    bad.write_text("formaat: 1\ndatum: 10-12-2024\n", encoding="utf-8")
    answers(window).path = bad
    assert not window.files.open()
    assert window.over.card is not None
    assert window.over.card.accessibleName() == "Deze brief kan niet worden geopend"


def test_trouble_with_the_journal_is_told(window: Window) -> None:
    window.session.autosave_failed.emit("de schijf is vol")
    assert "de schijf is vol" in window.notices.words


def test_a_sent_letter_stays_as_it_is(desk: Window) -> None:
    letter = desk.session.letter
    assert letter is not None
    desk.session.change(letter.with_changes(state="verzonden"), "verzenden")
    sent = desk.session.letter
    desk.bar.choices.set_reference_date(date(2025, 2, 1))
    desk.desk.timeline.view.move_to(date(2025, 2, 1))
    desk.desk.passages.choose(desk.desk.passages.list.passages.ids[0])
    do(desk, "verwijder", a_piece(desk))
    desk.desk.attachments.new.setText("Bijlage")
    desk.desk.attachments.add()
    assert desk.session.letter == sent
    assert desk.notices.words.startswith("Deze brief is verzonden en ligt vast.")
    assert desk.bar.state.text() == "Verzonden"


def own_words(window: Window, words: str) -> str:
    """A piece of the writer's own with these words."""
    letter = window.session.letter
    assert letter is not None
    section = next(iter(letter.sections))
    window.session.change(letter.with_inserted(section, 0, Piece(id="eigen1", text=words)), "schrijven")
    window.session.review_now()
    return "eigen1"


def test_better_words_take_the_place_of_those_in_a_finding(desk: Window) -> None:
    piece = own_words(desk, "De raad is akoord met het plan.")
    finding = Finding("spelling", "tip", "…", words="akoord", piece=piece)
    desk.desk.doing.do(Action("woorden", "akkoord", "Schrijf “akkoord”"), finding)
    letter = desk.session.letter
    assert letter is not None
    assert letter.piece(piece) == Piece(id=piece, text="De raad is akkoord met het plan.")
    assert desk.session.undo_words == "“akkoord” schrijven"


def test_words_that_stand_otherwise_are_for_the_writer(desk: Window) -> None:
    piece = own_words(desk, "De raad is akkoord met het plan.")
    desk.desk.doing.do(
        Action("woorden", "akkoord", "Schrijf"), Finding("spelling", "tip", "…", words="akoord", piece=piece)
    )
    assert desk.notices.words.startswith("Schrijf hier zelf “akkoord”")


def test_every_action_of_a_finding_is_known(desk: Window) -> None:
    kinds = get_args(get_type_hints(Action)["kind"])
    assert set(kinds) == set(desk.desk.doing.ways)
