"""Versions, promises, a follow-up letter, the accountability sheet, the whole letter copied, the manual."""

from collections.abc import Callable
from datetime import date
from pathlib import Path
from threading import Event
from time import sleep

import docx
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot
from shiboken6 import delete

from composer.domain.errors import ComposerError
from composer.domain.letter import Letter, Promise
from composer.gui.elements import Button, WrappedLabel
from composer.gui.manual import Manual
from composer.gui.promise_register import PromiseRegister
from composer.gui.versions import VersionCard
from composer.gui.window import Window
from tests.gui.conftest import answers, finished

LONG = 20_000


def the_letter(window: Window) -> Letter:
    assert window.session.letter is not None
    return window.session.letter


def press(window: Window, action: str) -> None:
    window.refresh_actions()
    assert window.actions_by_id[action].isEnabled(), window.actions_by_id[action].toolTip()
    window.actions_by_id[action].trigger()


def content(window: Window) -> object:
    assert window.over.card is not None
    assert window.over.card.isVisible()
    return window.over.card.content


def test_an_earlier_version_is_compared_and_put_back(desk: Window, tmp_path: Path) -> None:
    desk.session.save(tmp_path / "brief.raadsbrief")
    desk.session.change(the_letter(desk).with_field("onderwerp", "Iets heel anders"), "onderwerp invullen")
    press(desk, "versies")
    card = content(desk)
    assert isinstance(card, VersionCard)
    assert card.list.count() == 1
    shown = [label.accessibleName() for label in card.findChildren(WrappedLabel)]
    assert any("(nieuw: heel anders)" in words or "anders" in words for words in shown)
    QTest.mouseClick(card.back, Qt.MouseButton.LeftButton)
    assert the_letter(desk).fields.get("onderwerp") != "Iets heel anders"
    assert desk.session.undo_words == "eerdere versie terugzetten"
    desk.session.undo()
    assert the_letter(desk).fields["onderwerp"] == "Iets heel anders"


def test_a_version_like_the_letter_says_so(desk: Window, tmp_path: Path) -> None:
    desk.session.save(tmp_path / "brief.raadsbrief")
    press(desk, "versies")
    card = content(desk)
    assert isinstance(card, VersionCard)
    assert not card.back.isEnabled()


def test_without_versions_the_first_step_is_told(desk: Window) -> None:
    press(desk, "versies")
    card = content(desk)
    assert isinstance(card, VersionCard)
    assert not card.list.isVisible()


def test_promises_are_kept_in_the_letter(desk: Window) -> None:
    desk.session.change(the_letter(desk).with_changes(promises=()), "leegmaken")
    panel = desk.desk.attachments.promises
    QTest.keyClicks(panel.new, "Wij informeren u over de plannen")
    QTest.keyClick(panel.new, Qt.Key.Key_Return)
    row = panel.rows()[0]
    row.due.setText("2025-03")
    row.due.editingFinished.emit()
    panel.rows()[0].kept.click()
    promise = the_letter(desk).promises[0]
    assert (promise.what, promise.due) == ("Wij informeren u over de plannen", "2025-03")
    assert promise.kept == desk.session.today.isoformat()
    panel.rows()[0].removed.emit(0)
    assert the_letter(desk).promises == ()
    assert desk.session.undo_words == "toezegging weghalen"


def test_the_register_has_the_promises_of_all_letters(desk: Window, tmp_path: Path, qtbot: QtBot) -> None:
    folder = tmp_path / "brieven"
    folder.mkdir()
    for number, due in enumerate(("2024-12", "2099-01")):
        promise = Promise(what=f"Toezegging {number}", due=due)
        desk.session.change(the_letter(desk).with_changes(promises=(promise,)), "toezeggen")
        desk.session.save(folder / f"brief-{number}.raadsbrief")
    desk.settings.remember(folder / "brief-0.raadsbrief")
    press(desk, "toezeggingen")
    card = content(desk)
    assert isinstance(card, PromiseRegister)
    qtbot.waitUntil(lambda: "2 toezeggingen" in card.told.text(), timeout=LONG)
    with qtbot.waitSignal(card.letter_requested):
        next(b for b in card.findChildren(Button) if b.text() == "Open de brief").click()
    assert desk.session.path == folder / "brief-0.raadsbrief"


def test_reading_the_letters_ends_with_the_card(tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    started, ended = Event(), Event()

    def slow(folder: Path, day: date, check_cancelled: Callable[[], object]) -> tuple[()]:
        started.set()
        for _ in range(500):
            try:
                check_cancelled()
            except ComposerError:
                ended.set()
                raise
            sleep(0.01)
        return ()

    monkeypatch.setattr("composer.gui.promise_register.register", slow)
    card = PromiseRegister(tmp_path, date(2025, 3, 5), lambda folder: None)
    assert started.wait(5)
    delete(card)
    assert ended.is_set()


def test_a_follow_up_letter_begins_with_what_has_changed(desk: Window) -> None:
    earlier = the_letter(desk)
    desk.session.today = date(2025, 3, 5)
    press(desk, "vervolg")
    letter = the_letter(desk)
    assert letter.follows == earlier.id
    assert letter.municipality == earlier.municipality
    text = letter.pieces()[0].text or ""
    assert "is dit veranderd" in text
    assert "[^" in text


def test_the_accountability_sheet_takes_the_place_of_the_pages(desk: Window, qtbot: QtBot) -> None:
    pages = desk.desk.pages
    qtbot.waitUntil(lambda: bool(pages.sheets.pages), timeout=LONG)
    before = pages.sheets.pages[0].image
    press(desk, "verantwoording")
    qtbot.waitUntil(lambda: pages.length.text() == "Niet voor de raad", timeout=LONG)
    assert pages.sheets.pages[0].image != before
    press(desk, "verantwoording")
    qtbot.waitUntil(lambda: pages.length.text().endswith("A4"), timeout=LONG)


def test_the_accountability_sheet_as_a_document(desk: Window, tmp_path: Path) -> None:
    answers(desk).path = tmp_path / "blad.docx"
    press(desk, "verantwoording-maken")
    words = "\n".join(paragraph.text for paragraph in docx.Document(str(tmp_path / "blad.docx")).paragraphs)
    assert "Verantwoordingsblad" in words
    assert desk.notices.words == "blad.docx is gemaakt."


def test_the_whole_letter_is_copied_with_its_notes(desk: Window) -> None:
    press(desk, "kopieer-alles")
    data = QGuiApplication.clipboard().mimeData()
    assert "<strong" in data.html() or "<h2" in data.html()
    note = desk.session.review.assembly.document.notes[0] if desk.session.review else None
    assert note is not None
    assert data.html().count("VNG") > 3
    assert "Geachte" in data.text()
    assert desk.notices.words.startswith("De brief is gekopieerd")


def test_the_made_document_can_be_opened_later(desk: Window, tmp_path: Path) -> None:
    assert desk.making.why_not_made() == "Maak eerst een document"
    desk.making.make(tmp_path / "brief.docx", False)
    finished(desk.making.at_work)
    assert desk.making.why_not_made() is None


@pytest.mark.parametrize("panel", ["passages", "editor", "sources", "findings", "attachments", "timeline"])
def test_the_manual_opens_at_what_one_is_doing(desk: Window, panel: str) -> None:
    desk.desk.right.show_tab(
        {"sources": "bronnen", "findings": "controle", "attachments": "bijlagen"}.get(panel, "pagina")
    )
    focused = {"passages": desk.desk.passages.search, "editor": desk.desk.editor, "timeline": desk.desk.timeline.view,
               "sources": desk.desk.sources.list, "findings": desk.desk.findings.area,
               "attachments": desk.desk.attachments.new}[panel]  # fmt: skip
    focused.setFocus()
    topic = desk.desk.topic()
    assert topic == {"passages": "tekstblok", "editor": "brief", "sources": "bron", "findings": "controle",
                     "attachments": "bijlage", "timeline": "peildatum"}[panel]  # fmt: skip
    press(desk, "handleiding")
    manual = content(desk)
    assert isinstance(manual, Manual)
    assert topic in manual.reading.toPlainText().lower()


def test_the_manual_is_searched(desk: Window) -> None:
    press(desk, "handleiding")
    manual = content(desk)
    assert isinstance(manual, Manual)
    everything = manual.list.count()
    QTest.keyClicks(manual.search, "peildatum")
    assert 0 < manual.list.count() <= everything
    assert "peildatum" in manual.reading.toPlainText().lower()
    QTest.keyClicks(manual.search, " zonnepanelen")
    assert manual.hint.isVisible()


def test_a_picture_of_the_manual_takes_the_room_there_is(desk: Window) -> None:
    press(desk, "handleiding")
    manual = content(desk)
    assert isinstance(manual, Manual)
    manual.go_to("01-eerste-brief")
    document = manual.reading.document()
    at = (document.findBlockByNumber(number) for number in range(document.blockCount()))
    assert max(document.documentLayout().blockBoundingRect(block).height() for block in at) > 250
    assert manual.reading.verticalScrollBar().value() == 0
