"""What a passage asks about the municipality is answered where it is asked, and kept for every letter."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QComboBox, QLineEdit, QPlainTextEdit
from pytestqt.qtbot import QtBot

from composer.gui.form_controls import RadioButton
from composer.gui.profile_form import ProfileForm
from composer.gui.window import Window
from composer.work.profiles import Choice, Question


def asked(window: Window, path: str) -> ProfileForm:
    window.desk.doing.ask(path)
    assert window.desk.doing.card is not None
    form = window.desk.doing.card.content
    assert isinstance(form, ProfileForm)
    return form


def test_an_answer_is_kept_and_used_at_once(desk: Window, tmp_path: Path) -> None:
    form = asked(desk, "gemeente.deelname_spuk")
    yes = next(button for button in form.field.findChildren(RadioButton) if button.text() == "Ja")
    yes.click()
    form.give()
    assert (tmp_path / "bibliotheek" / "gemeenten" / "GM1721.yaml").exists()
    assert desk.session.library.municipalities["GM1721"].local["deelname_spuk"].value == "ja"
    assert desk.desk.doing.card is None


def test_a_saved_letter_takes_the_new_profile_over_the_one_it_kept(desk: Window, tmp_path: Path) -> None:
    desk.session.save(tmp_path / "brief.raadsbrief")
    form = asked(desk, "gemeente.college.burgemeester")
    assert isinstance(form.field, QLineEdit)
    form.field.setText("M. van Dijk")
    form.give()
    assert desk.session.rendering.municipalities["GM1721"].executive.mayor == "M. van Dijk"


def test_no_answer_is_no_answer(desk: Window) -> None:
    form = asked(desk, "gemeente.adres")
    form.give()
    assert form.wrong.isVisible()
    form.dismissed.emit()
    assert desk.desk.doing.card is None


def test_what_cannot_be_filled_in_here_is_said(desk: Window) -> None:
    desk.desk.doing.ask("feit.iets")
    assert "alleen in de bibliotheek" in desk.notices.words


def question(**changes: object) -> Question:
    return Question("Label", "Vraag?", ("gemeenten", "GM0001"), ("naam",), **changes)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("asks", "field"),
    [
        (question(), QLineEdit),
        (question(kind="regels"), QPlainTextEdit),
        (question(kind="keuze", choices=tuple(Choice(str(n), str(n)) for n in range(9))), QComboBox),
    ],
)
def test_each_kind_of_question_has_its_field(qtbot: QtBot, asks: Question, field: type) -> None:
    form = ProfileForm(asks)
    qtbot.addWidget(form)
    assert isinstance(form.field, field)
    assert form.field.accessibleName() == "Label"


def test_choices_show_what_was_answered_before(qtbot: QtBot) -> None:
    form = ProfileForm(question(kind="keuze", choices=(Choice("ja", "Ja"), Choice("nee", "Nee")), answer="nee"))
    qtbot.addWidget(form)
    assert form.answer() == "nee"
