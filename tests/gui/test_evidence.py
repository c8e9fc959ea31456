"""From a mark in the letter to the words in the source, and from words in a source to a fact."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from composer.domain.fact import Fact
from composer.gui.elements import Button
from composer.gui.sources.cards import FactCard
from composer.gui.sources.reader import SourceReader
from composer.gui.window import Window
from tests.gui.conftest import answers
from tests.gui.hand_forms import area, button, form_of


@pytest.fixture
def cited(desk: Window) -> Fact:
    """A fact of the letter whose first source has no file here."""
    review = desk.session.review
    assert review is not None
    names = (name for note in review.assembly.document.notes for name in note.facts)
    found = (desk.session.library.facts.get(name) for name in names)
    return next(f for f in found if f and f.evidence[0].keywords and f.evidence[0].place.lines)


def link(window: Window, words: str) -> Button:
    assert window.desk.facts.evidence_card is not None
    return next(b for b in window.desk.facts.evidence_card.findChildren(Button) if b.text() == words)


def reader(window: Window) -> SourceReader:
    card = window.desk.facts.evidence_card
    assert card is not None
    assert isinstance(card.content, SourceReader)
    return card.content


@pytest.fixture
def reading(desk: Window, cited: Fact, tmp_path: Path) -> SourceReader:
    """The source of the fact, attached by the user and opened at the place."""
    place = cited.evidence[0].place.lines
    assert place is not None
    lines = [f"Regel {number} zonder nieuws." for number in range(1, 900)]
    lines[place[0] - 1] = f"Hier staat {' en '.join(cited.evidence[0].keywords)}, \U0001f600 zoals besproken is."
    file = tmp_path / "stuk.txt"
    file.write_text("\n".join(lines), "utf-8")
    desk.desk.facts.show_place(cited.id)
    answers(desk).path = file
    link(desk, "Kies het bestand…").click()
    link(desk, "Lees het hele stuk").click()
    return reader(desk)


def test_a_source_opens_at_the_place_with_its_words_marked(reading: SourceReader, cited: Fact) -> None:
    marked = reading.words.extraSelections()
    assert len(marked) >= len(cited.evidence[0].keywords)
    assert reading.words.viewport().rect().contains(reading.words.cursorRect())
    place = cited.evidence[0].place.lines
    assert place is not None
    assert reading.words.textCursor().blockNumber() == place[0] - 1
    assert not reading.make.isEnabled()


def test_words_of_a_source_become_a_fact(reading: SourceReader, desk: Window, cited: Fact) -> None:
    cursor = reading.words.document().find("\U0001f600 zoals besproken is")
    assert not cursor.isNull()
    reading.words.setTextCursor(cursor)
    QTest.mouseClick(reading.make, Qt.MouseButton.LeftButton)
    page = form_of(desk)
    record: dict[str, Any] = page.form.value() or {}
    evidence = record["bewijs"][0]
    assert evidence["bron"] == cited.evidence[0].source
    assert evidence["citaat"]["exact"] == "\U0001f600 zoals besproken is"
    page.form.set_value(
        {
            **record,
            "stelling": "Dit is zoals het besproken is.",
            "onderwerp": next(iter(desk.session.library.subjects)),
            "kracht": "mededeling",
            "aard": "gebeurtenis",
            "geldig": {"vanaf": date(2025, 1, 7).isoformat()},
        }
    )
    assert page.save(), page.told.text()
    made = next(f for f in desk.session.library.facts.values() if f.statement == "Dit is zoals het besproken is.")
    assert made.evidence[0].quotation is not None
    assert desk.notices.words.startswith("Bewaard als concept")
    assert reading.isVisible()
    assert reading.selected() == "\U0001f600 zoals besproken is"


def test_a_fact_that_is_not_finished_stays_within_reach(reading: SourceReader, desk: Window) -> None:
    """Also after a click elsewhere; the source is read on meanwhile."""
    reading.words.setTextCursor(reading.words.document().find("\U0001f600 zoals besproken is"))
    QTest.mouseClick(reading.make, Qt.MouseButton.LeftButton)
    form = form_of(desk)
    area(form, "De bewering, in één zin").setPlainText("Dit is zoals het besproken is.")
    QTest.keyClick(form, Qt.Key.Key_Escape)
    assert reading.isVisible()
    assert desk.notices.words == "Dit is nog niet bewaard."
    QTest.mouseClick(button(desk.notices.card, "Ga ermee verder"), Qt.MouseButton.LeftButton)
    assert form_of(desk) is form
    assert form.isVisible()
    assert area(form, "De bewering, in één zin").toPlainText() == "Dit is zoals het besproken is."


def test_one_key_shows_what_a_sentence_rests_on(desk: Window, qtbot: QtBot) -> None:
    atoms = desk.desk.editor.writing.atoms
    page = desk.desk.editor.page
    block = page.document().begin()
    while block.isValid() and not [atom for atom in atoms.in_block(block) if atom.fact]:
        block = block.next()
    cursor = QTextCursor(block)
    page.setTextCursor(cursor)
    desk.refresh_actions()
    desk.actions_by_id["toon-feit"].trigger()
    card = desk.desk.facts.evidence_card
    assert card is not None
    assert card.isVisible()
    assert isinstance(card.content, FactCard)
    QTest.keyClick(card, Qt.Key.Key_Escape)
    assert not card.isVisible()


def test_where_nothing_is_cited_that_is_told(desk: Window) -> None:
    desk.desk.editor.page.moveCursor(QTextCursor.MoveOperation.Start)
    assert desk.desk.why_no_fact_here() == "Zet de cursor in een alinea die een bron aanhaalt"
