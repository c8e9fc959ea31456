"""Making the document from the window."""

import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import docx
import pytest
from PySide6.QtCore import QUrl
from pytestqt.qtbot import QtBot

from composer.export.house_style import HouseStyle, load_house_style
from composer.gui.background_task import TELL_AFTER
from composer.gui.making_card import MakingCard
from composer.gui.window import Window
from composer.work.documents import files, making
from tests.gui.conftest import answers, finished


def card(window: Window) -> MakingCard:
    window.making.open_card()
    assert window.over.card is not None
    content = window.over.card.content
    assert isinstance(content, MakingCard)
    return content


def test_a_word_document_is_made_where_the_user_wants(desk: Window, tmp_path: Path) -> None:
    made = card(desk)
    made.target.setText(str(tmp_path / "brief.docx"))
    made.make.click()
    finished(desk.making.at_work)
    assert len(docx.Document(str(tmp_path / "brief.docx")).paragraphs) > 10
    assert desk.notices.words == "brief.docx is gemaakt."
    assert desk.over.card is None


def test_the_other_form_changes_the_name(desk: Window, tmp_path: Path) -> None:
    made = card(desk)
    made.target.setText(str(tmp_path / "brief.docx"))
    made.forms[1].click()
    assert made.path() == tmp_path / "brief.pdf"
    made.make.click()
    finished(desk.making.at_work)
    assert (tmp_path / "brief.pdf").read_bytes().startswith(b"%PDF")


def test_a_final_document_waits_for_what_stands_in_the_way(desk: Window) -> None:
    letter = desk.session.letter
    assert letter is not None
    desk.session.change(letter.with_field("portefeuillehouder", ""), "leegmaken")
    made = card(desk)
    assert not made.final.isEnabled()
    assert made.hindrance.text().startswith("Definitief kan nog niet:")
    made.show_findings.click()
    assert desk.desk.right.current() == "controle"


def test_what_will_be_replaced_is_said(desk: Window, tmp_path: Path) -> None:
    (tmp_path / "brief.docx").write_bytes(b"oud")
    made = card(desk)
    made.target.setText(str(tmp_path / "brief.docx"))
    assert made.told.text() == "Dit document bestaat al en wordt vervangen."


def test_a_folder_that_does_not_exist_cannot_be_used(desk: Window, tmp_path: Path) -> None:
    made = card(desk)
    made.target.setText(str(tmp_path / "weg" / "brief.docx"))
    assert not made.make.isEnabled()
    made.target.clear()
    assert made.told.text() == "Kies waar het document komt."


def test_another_place_can_be_chosen(desk: Window, tmp_path: Path) -> None:
    made = card(desk)
    answers(desk).path = tmp_path / "elders.docx"
    made.choose()
    assert made.path() == tmp_path / "elders.docx"


def test_the_document_can_be_opened_afterwards(desk: Window, tmp_path: Path, monkeypatch: object) -> None:
    opened: list[QUrl] = []
    monkeypatch.setattr("composer.gui.making.QDesktopServices.openUrl", opened.append)  # type: ignore[attr-defined]
    desk.making.make(tmp_path / "brief.docx", False)
    finished(desk.making.at_work)
    button = next(found for found in desk.notices.buttons() if found.text() == "Open in Word")
    button.click()
    assert opened == [QUrl.fromLocalFile(str(tmp_path / "brief.docx"))]


def test_a_document_that_cannot_be_written_says_why(desk: Window, tmp_path: Path) -> None:
    desk.making.make(tmp_path / "weg" / "brief.docx", False)
    finished(desk.making.at_work)
    assert desk.notices.words.startswith("Het document is niet gemaakt:")


def test_final_and_back(desk: Window, qtbot: QtBot) -> None:
    desk.making.toggle_final()
    assert desk.session.letter is not None
    assert desk.session.letter.state == "definitief"
    assert desk.bar.state.text() == "Definitief"
    desk.making.toggle_final()
    assert desk.session.letter.state == "concept"


def slowly(work: Callable[..., Any]) -> Callable[..., Any]:
    """The same work, on a machine that is busy."""

    def made(*arguments: object, **named: object) -> Any:
        time.sleep(2 * TELL_AFTER / 1000)
        return work(*arguments, **named)

    return made


def test_what_takes_long_is_told_and_can_be_called_off(
    desk: Window, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    """The letter can be worked on meanwhile; what was there already stays."""
    (tmp_path / "brief.pdf").write_bytes(b"oud")
    monkeypatch.setattr("composer.gui.making.making.make", slowly(making.make))
    desk.making.make(tmp_path / "brief.pdf", False)
    assert desk.notices.words == ""
    qtbot.waitUntil(lambda: desk.notices.words == "brief.pdf wordt gemaakt…")
    next(found for found in desk.notices.buttons() if found.text() == "Breek af").click()
    assert desk.notices.words == "Afgebroken. Er is niets gemaakt."
    assert not desk.making.at_work.busy
    desk.making.at_work.close_down()
    assert (tmp_path / "brief.pdf").read_bytes() == b"oud"
    assert desk.notices.words == "Afgebroken. Er is niets gemaakt."


def test_the_letter_that_is_made_is_the_one_that_was_there(
    desk: Window, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("composer.gui.making.making.make", slowly(making.make))
    desk.making.make(tmp_path / "brief.txt", False)
    letter = desk.session.letter
    assert letter is not None
    desk.session.change(letter.with_field("onderwerp", "Iets anders intussen"), "onderwerp")
    finished(desk.making.at_work)
    assert "Iets anders intussen" not in (tmp_path / "brief.txt").read_text("utf-8")
    assert desk.notices.words == "brief.txt is gemaakt."


def test_the_house_style_is_read_once(
    desk: Window, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    def make(name: str) -> None:
        desk.making.make(tmp_path / name, False)
        finished(desk.making.at_work)
        assert (tmp_path / name).exists()

    def count(folder: Path) -> HouseStyle:
        read.append(folder)
        return load_house_style(folder)

    read: list[Path] = []
    make("eerst.docx")
    monkeypatch.setattr(files, "load_house_style", count)
    make("brief.docx")
    make("brief.pdf")
    with qtbot.waitSignal(desk.desk.pages.renderer.pages_made, timeout=20_000):
        desk.desk.pages.follow()
    assert read == []
