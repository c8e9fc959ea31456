"""The calendar, the state of the library, its history, and sharing it as a file."""

import shutil
from datetime import date
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from composer.gui.choices.dates import as_qt
from composer.gui.editorial.history_card import HistoryCard
from composer.gui.editorial.tabs import AGENDA, CONTENTS
from composer.gui.settings import LIBRARIES
from composer.gui.window import Window
from composer.work.editorial.sharing import put_in
from tests.gui.conftest import answers
from tests.gui.editorial.conftest import ADDED, PASSAGE
from tests.gui.hand_forms import button

PATIENCE = 30_000


def labels(holder: QWidget) -> list[str]:
    QApplication.processEvents()
    return [label.text() for label in holder.findChildren(QLabel) if label.isVisible()]


def test_the_calendar_leads_to_what_is_due(window: Window) -> None:
    window.actions_by_id["agenda"].trigger()
    agenda = window.office.agenda
    assert window.office.room.current() == AGENDA
    first = min(s.review_before for s in window.session.library.snippets.values() if s.review_before)
    assert agenda.calendar.dateTextFormat(as_qt(first)).foreground().color() != agenda.palette().text().color()
    rows = agenda.rows
    assert 0 < len(rows) <= 100
    agenda.calendar.clicked.emit(as_qt(first))
    assert rows[0].hasFocus()
    QTest.mouseClick(rows[0], Qt.MouseButton.LeftButton)
    assert window.office.room.current() == CONTENTS
    selected = window.office.contents.selected()
    assert selected is not None
    assert window.session.library.snippets[selected.id].review_before == first


def test_what_is_late_stands_first(window: Window) -> None:
    window.session.today = date(2031, 1, 1)
    window.actions_by_id["agenda"].trigger()
    assert "Te laat" in labels(window.office.agenda)
    assert "te laat" in window.office.agenda.told.text()


def test_the_state_of_the_library_on_one_page(window: Window, qtbot: QtBot) -> None:
    window.actions_by_id["stand"].trigger()
    page = window.office.health
    qtbot.waitUntil(lambda: page.state is not None, timeout=PATIENCE)
    state = page.state
    assert state is not None
    assert page.holding.text() == f"{state.holding}% van de tekstblokken is vandaag bruikbaar"
    described = page.picture.accessibleDescription()
    subject, (held, total) = next(iter(state.by_subject.items()))
    assert f"{window.session.library.subjects[subject].title}: {held} van {total}" in described
    assert "Achterhaald" in labels(page)
    QTest.mouseClick(button(page, state.overtaken[0].snippet.title[:40]), Qt.MouseButton.LeftButton)
    selected = window.office.contents.selected()
    assert selected is not None
    assert selected.id == state.overtaken[0].snippet.id


def test_an_earlier_version_is_put_back(offered: Window) -> None:
    office = offered.office
    office.show_contents()
    office.contents.go_to(PASSAGE.kind, PASSAGE.id)
    QTest.mouseClick(button(office.contents.detail, "Geschiedenis"), Qt.MouseButton.LeftButton)
    assert offered.over.card is not None
    card = offered.over.card.content
    assert isinstance(card, HistoryCard)
    assert [b.accessibleName().partition(",")[0] for b in card.buttons()] == [
        "Gemaakt",
        "Aangeboden ter beoordeling",
        "Vastgesteld",
        "Gewijzigd",
        "Aangeboden ter beoordeling",
    ][::-1]
    QTest.mouseClick(card.buttons()[2], Qt.MouseButton.LeftButton)
    QTest.mouseClick(button(card, "Zet deze versie terug"), Qt.MouseButton.LeftButton)
    held = offered.session.library.snippets[PASSAGE.id]
    assert ADDED not in held.text
    assert held.status == "concept"


def test_withdrawing_keeps_the_text(offered: Window) -> None:
    office = offered.office
    offered.actions_by_id["beoordeel"].trigger()
    QTest.mouseClick(office.review.decision.approve, Qt.MouseButton.LeftButton)
    office.show_contents()
    office.contents.go_to(PASSAGE.kind, PASSAGE.id)
    QTest.mouseClick(button(office.contents.detail, "Trek in"), Qt.MouseButton.LeftButton)
    assert offered.session.library.snippets[PASSAGE.id].status == "ingetrokken"
    assert offered.notices.words.endswith("is ingetrokken; brieven die het hebben, houden het.")


def by_hand(folder: Path, words: str) -> tuple[Path, str]:
    """The passage changed in its file; gives the file and its text."""
    path = next(folder.glob("snippets/*/*.md"))
    path.write_text(path.read_text(encoding="utf-8").replace(ADDED, words), encoding="utf-8")
    return path, path.read_text(encoding="utf-8")


def test_a_library_is_packed_into_one_file(offered: Window, tmp_path: Path) -> None:
    packed = answers(offered).path = tmp_path / "onze.raadsbibliotheek"
    offered.actions_by_id["pak-in"].trigger()
    assert packed.exists()
    assert offered.notices.words.endswith("bestanden ingepakt in onze.raadsbibliotheek.")
    offered.actions_by_id["pak-in"].trigger()
    assert offered.notices.words.startswith("Niet ingepakt:")


def test_a_library_travels_as_a_file_and_both_sides_are_shown(offered: Window, tmp_path: Path) -> None:
    packed = answers(offered).path = tmp_path / "van-hen.raadsbibliotheek"
    theirs = tmp_path / "van-hen"
    shutil.copytree(offered.office.context.own, theirs)
    by_hand(theirs, "Zij vinden iets anders.")
    put_in(theirs, packed)
    path, ours = by_hand(offered.office.context.own, "Wij vinden iets anders.")
    offered.reload_library()
    offered.actions_by_id["pak-uit"].trigger()
    page = offered.office.sharing
    assert page.plan is not None
    spoken = [label.accessibleName() for label in page.findChildren(QLabel)]
    assert any("(weg: Wij) (nieuw: Zij) vinden iets anders" in words for words in spoken)
    QTest.mouseClick(button(page, "Laat maar"), Qt.MouseButton.LeftButton)
    assert path.read_text(encoding="utf-8") == ours
    offered.actions_by_id["pak-uit"].trigger()
    assert page.card is not None
    (tick,) = page.card.ticks.values()
    tick.setChecked(True)
    QTest.mouseClick(button(page, "Voer uit"), Qt.MouseButton.LeftButton)
    assert "Zij vinden iets anders." in path.read_text(encoding="utf-8")
    assert offered.notices.words == "Uitgepakt."
    kept = [event.read_text(encoding="utf-8") for event in (offered.office.context.own / "historie").rglob("*.yaml")]
    assert any("Wij vinden iets anders." in event for event in kept)


def test_what_is_no_library_is_refused(window: Window, tmp_path: Path) -> None:
    broken = tmp_path / "stuk.raadsbibliotheek"
    broken.write_bytes(b"niets")
    answers(window).path = broken
    window.actions_by_id["pak-uit"].trigger()
    assert window.notices.words.startswith("Dit bestand kan niet worden uitgepakt:")


def test_a_shared_folder_comes_first_for_what_is_new(window: Window, tmp_path: Path) -> None:
    shared = tmp_path / "gedeeld"
    shared.mkdir()
    answers(window).path = shared
    window.actions_by_id["delen"].trigger()
    QTest.mouseClick(button(window.office.sharing, "Voeg een gedeelde map toe"), Qt.MouseButton.LeftButton)
    assert window.settings.get(LIBRARIES) == (str(shared),)
    assert window.office.context.writable()[0].folder == shared
    QTest.mouseClick(button(window.office.sharing, "Haal van de lijst"), Qt.MouseButton.LeftButton)
    assert window.settings.get(LIBRARIES) == ()
    assert shared.is_dir()
