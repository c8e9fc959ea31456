"""A house style out of Word: what was understood is shown, choices are kept, and what is refused says why."""

from pathlib import Path

import docx
import pytest
from docx.shared import Pt
from docx.styles.style import ParagraphStyle
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from composer.gui.forms.house_style_page import HouseStylePage
from composer.gui.window import Window
from composer.library.reading import read_text
from tests.gui.conftest import answers, finished
from tests.gui.hand_forms import button, fill, form_of

PATIENCE = 40_000


@pytest.fixture
def letterhead(tmp_path: Path) -> Path:
    """A document with a style of its own, a header and a text that is not to stay."""
    made = docx.Document()
    normal = made.styles["Normal"]
    assert isinstance(normal, ParagraphStyle)
    normal.font.name, normal.font.size = "Arial", Pt(11)
    made.sections[0].header.paragraphs[0].text = "Gemeente Voorbeeld"
    made.add_heading("Onderwerp", 1)
    made.add_paragraph("Deze tekst hoort bij de oude brief.")
    path = tmp_path / "Briefpapier Voorbeeld.docx"
    made.save(str(path))
    return path


def opened(window: Window, path: Path) -> HouseStylePage:
    answers(window).path = path
    window.actions_by_id["huisstijl-overnemen"].trigger()
    finished(window.office.word.at_work)
    form = form_of(window)
    assert isinstance(form, HouseStylePage)
    return form


def test_what_was_understood_is_shown_and_kept(window: Window, letterhead: Path, qtbot: QtBot) -> None:
    form = opened(window, letterhead)
    words = [label.text() for label in form.findChildren(QLabel)]
    assert any("Arial" in shown for shown in words)
    assert any("Gemeente Voorbeeld" in shown for shown in words)
    assert "Gaat eruit" in words
    qtbot.waitUntil(lambda: bool(form.preview.sheets.pages), timeout=PATIENCE)
    fill(form, Naam_van_de_huisstijl="Gemeente Voorbeeld")
    QTest.mouseClick(form.save_button, Qt.MouseButton.LeftButton)
    folder = window.session.library.house_styles["gemeente-voorbeeld"]
    assert folder.is_relative_to(window.office.context.own)
    assert "naam: Gemeente Voorbeeld" in read_text(folder / "huisstijl.yaml")
    assert window.notices.words == "De huisstijl “Gemeente Voorbeeld” is overgenomen."


def test_choices_come_into_the_file(window: Window, letterhead: Path) -> None:
    form = opened(window, letterhead)
    record = form.form.value() or {}
    form.form.set_value({**record, "noten": "eindlijst", "bronnenpagina": "ja", "inhoud": "6"})
    assert form.save()
    text = read_text(window.session.library.house_styles["briefpapier-voorbeeld"] / "huisstijl.yaml")
    assert "noten: eindlijst" in text
    assert "bronnenpagina: true" in text or "bronnenpagina: ja" in text
    assert "vanaf: 6" in text


def test_a_name_is_needed(window: Window, letterhead: Path) -> None:
    form = opened(window, letterhead)
    fill(form, Naam_van_de_huisstijl="")
    assert not form.save()
    assert "Geef de huisstijl een naam." in [label.text() for label in form.form.mistakes()]


def test_what_is_no_word_document_is_refused_with_the_reason(window: Window, tmp_path: Path, letterhead: Path) -> None:
    broken = tmp_path / "kapot.docx"
    broken.write_bytes(b"geen word")
    answers(window).path = broken
    window.actions_by_id["huisstijl-overnemen"].trigger()
    finished(window.office.word.at_work)
    card = window.over.card
    assert card is not None
    assert "“kapot.docx” kan geen huisstijl worden" in [label.text() for label in card.findChildren(QLabel)]
    answers(window).path = letterhead
    QTest.mouseClick(button(card, "Kies een ander document…"), Qt.MouseButton.LeftButton)
    finished(window.office.word.at_work)
    assert isinstance(form_of(window), HouseStylePage)
