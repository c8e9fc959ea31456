"""A communications officer reviews what changed: the words, what they rest on, remarks, and a verdict."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtTest import QAbstractItemModelTester, QTest
from pytestqt.qtbot import QtBot

from composer.gui.editorial.paper_card import PaperCard
from composer.gui.editorial.queue_list import queue_model
from composer.gui.editorial.review import ReviewPanel
from composer.gui.settings import NAME
from composer.gui.window import Window
from composer.library.history import history
from tests.gui.editorial.conftest import ADDED, PASSAGE
from tests.gui.hand_forms import button, form_of

PATIENCE = 20_000


@pytest.fixture
def review(offered: Window) -> ReviewPanel:
    offered.actions_by_id["beoordeel"].trigger()
    return offered.office.review


def status(window: Window) -> str:
    return window.session.library.snippets[PASSAGE.id].status


def test_what_waits_is_in_the_queue_and_counted(offered: Window, review: ReviewPanel) -> None:
    assert review.model.rowCount() == 1
    assert offered.office.room.bar.accessibleTabName(1) == "Beoordelen, 1"
    assert review.title.text() == offered.session.library.snippets[PASSAGE.id].title
    assert "Bram Jansen" in review.about.text()
    assert "graag nalezen" in review.about.text()


def test_the_change_stands_in_running_text(review: ReviewPanel) -> None:
    shown = review.change.toPlainText()
    assert shown.endswith(ADDED)
    assert "{{" not in shown
    assert "[^" not in shown
    cursor = review.change.textCursor()
    cursor.setPosition(shown.index("belangrijk") + 2)
    assert cursor.charFormat().fontUnderline()
    assert "nieuw: " in review.change.accessibleDescription()


def test_facts_and_sources_stand_beside_it_and_three_municipalities_behind_a_tab(
    review: ReviewPanel, qtbot: QtBot
) -> None:
    assert review.case is not None
    assert review.case.facts
    assert review.facts.count() == len(review.case.facts)
    review.views.setCurrentIndex(1)
    assert review.stack.currentWidget() is review.readings
    qtbot.waitUntil(lambda: len(review.readings.shown) == 3, timeout=PATIENCE)
    assert all(ADDED in reading.words for reading in review.readings.shown if reading.printed)


def test_a_municipality_is_seen_on_paper_in_its_house_style(offered: Window, review: ReviewPanel, qtbot: QtBot) -> None:
    review.views.setCurrentIndex(1)
    qtbot.waitUntil(lambda: len(review.readings.shown) == 3, timeout=PATIENCE)
    QTest.mouseClick(button(review.readings, "Toon op papier"), Qt.MouseButton.LeftButton)
    assert offered.over.card is not None
    card = offered.over.card.content
    assert isinstance(card, PaperCard)
    qtbot.waitUntil(lambda: bool(card.sheets.pages), timeout=2 * PATIENCE)
    offered.over.close_card()


def test_a_remark_at_words_is_answered_and_settled(offered: Window, review: ReviewPanel) -> None:
    assert review.change.find(ADDED)
    assert review.remarks.about.text() == f"Over: “{ADDED}”"
    QTest.keyClicks(review.remarks.line, "Wie zijn wij?")
    QTest.keyClick(review.remarks.line, Qt.Key.Key_Return)
    assert review.case is not None
    (placed,) = review.case.remarks
    assert placed.start is not None
    assert review.case.after[placed.start : placed.end] == ADDED
    review.change.moveCursor(QTextCursor.MoveOperation.Start)
    review.remarks.asked.emit(placed)
    assert review.change.textCursor().selectedText() == ADDED
    review.remarks.replied.emit(placed.name, "Het college.")
    assert [reply.words for reply in review.case.remarks[0].replies] == ["Het college."]
    QTest.mouseClick(button(review.remarks, "Afgehandeld"), Qt.MouseButton.LeftButton)
    assert review.case.remarks[0].done


def test_approving_with_a_day_to_look_again(offered: Window, review: ReviewPanel) -> None:
    QTest.keyClicks(review.decision.why, "Helder")
    QTest.keyClicks(review.decision.again, "30 juni")
    QTest.mouseClick(review.decision.approve, Qt.MouseButton.LeftButton)
    assert "is geen datum" in review.decision.told.text()
    review.decision.again.clear()
    QTest.keyClicks(review.decision.again, "2027-06-30")
    QTest.mouseClick(review.decision.approve, Qt.MouseButton.LeftButton)
    held = offered.session.library.snippets[PASSAGE.id]
    assert (held.status, str(held.review_before)) == ("vastgesteld", "2027-06-30")
    last = history(offered.office.context.own, PASSAGE).latest
    assert last is not None
    assert (last.who, last.why, last.act) == ("Anna de Vries", "Helder", "vastgesteld")
    assert review.model.rowCount() == 0
    assert review.hint.isVisible()
    assert not review.decision.isVisible()


def test_sending_back_needs_a_reason(offered: Window, review: ReviewPanel) -> None:
    QTest.mouseClick(review.decision.back, Qt.MouseButton.LeftButton)
    assert review.decision.told.text() == "Schrijf erbij wat er anders moet; dan weet de schrijver wat te doen."
    assert review.decision.why.hasFocus()
    QTest.keyClicks(review.decision.why, "Te lang")
    QTest.mouseClick(review.decision.back, Qt.MouseButton.LeftButton)
    assert status(offered) == "concept"


def test_the_author_cannot_approve(offered: Window) -> None:
    offered.settings.put(NAME, "bram  jansen")
    offered.actions_by_id["beoordeel"].trigger()
    decision = offered.office.review.decision
    assert not decision.approve.isEnabled()
    assert decision.told.text().startswith("U schreef deze tekst zelf mee")
    (offered.office.context.own / "instellingen.yaml").write_text("eigen_tekst_vaststellen: ja\n", encoding="utf-8")
    offered.office.review.refresh()
    assert decision.approve.isEnabled()
    QTest.mouseClick(decision.approve, Qt.MouseButton.LeftButton)
    assert status(offered) == "vastgesteld"


def test_improving_and_approving_in_one_go(offered: Window, review: ReviewPanel) -> None:
    QTest.mouseClick(review.decision.improve, Qt.MouseButton.LeftButton)
    form = form_of(offered)
    assert form.save_button.text() == "Verbeter en stel vast"
    words = (form.form.value() or {})["tekst"]
    form.form.set_value({**(form.form.value() or {}), "tekst": words.replace(ADDED, "Dat steunen wij.")})
    QTest.mouseClick(form.save_button, Qt.MouseButton.LeftButton)
    held = offered.session.library.snippets[PASSAGE.id]
    assert held.status == "vastgesteld"
    assert held.text.endswith("Dat steunen wij.")


def test_what_was_changed_in_the_meantime_is_not_approved(offered: Window, review: ReviewPanel) -> None:
    path = next(offered.office.context.own.glob("snippets/*/*.md"))
    path.write_text(path.read_text(encoding="utf-8").replace(ADDED, "Iets anders."), encoding="utf-8")
    QTest.mouseClick(review.decision.approve, Qt.MouseButton.LeftButton)
    assert "ook door iemand anders gewerkt" in review.decision.told.text()
    assert "Iets anders." in path.read_text(encoding="utf-8")
    review.refresh()
    assert status(offered) == "ter-beoordeling"


def test_a_change_outside_the_program_comes_into_the_queue(offered: Window, review: ReviewPanel) -> None:
    QTest.mouseClick(review.decision.approve, Qt.MouseButton.LeftButton)
    path = next(offered.office.context.own.glob("snippets/*/*.md"))
    path.write_text(path.read_text(encoding="utf-8").replace(ADDED, "Met de hand."), encoding="utf-8")
    offered.reload_library()
    found = review.selected()
    assert found is not None
    assert found[1].reason == "buiten-het-programma"
    QTest.mouseClick(button(review.decision, "Zet in de rij"), Qt.MouseButton.LeftButton)
    assert status(offered) == "ter-beoordeling"


def test_the_queue_keeps_the_rules_of_models(review: ReviewPanel) -> None:
    model = queue_model()
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Warning)
    found = review.selected()
    assert found is not None
    model.show((found,))
    assert "Wacht op uw oordeel" in model.index(0).data(Qt.ItemDataRole.AccessibleTextRole)
    model.show(())
    del tester
