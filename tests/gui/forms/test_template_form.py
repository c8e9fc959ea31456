"""A new kind of letter without a text editor: fields, sections, proposed passages, skeleton, and every way through it."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from composer.gui.forms.template_form import TemplatePage
from composer.gui.window import Window
from tests.gui.hand_forms import button, fill, form_of, line, told, write

PATIENCE = 20_000


def begun(window: Window) -> TemplatePage:
    window.actions_by_id["nieuw-sjabloon"].trigger()
    form = form_of(window)
    assert isinstance(form, TemplatePage)
    return form


def test_a_new_kind_of_letter_can_be_chosen_at_once(window: Window) -> None:
    form = begun(window)
    fill(form, **{"Hoe heet deze soort brief?": "Bericht over het fonds"})
    QTest.mouseClick(button(form, "Voeg een veld toe"), Qt.MouseButton.LeftButton)
    write(line(form, "Vraag aan de schrijver", 1), "Naam van de schrijver")
    write(line(form, "Tekstblokken die worden voorgesteld: voeg toe"), "vng-resolutie-aangenomen")
    QTest.keyClick(line(form, "Tekstblokken die worden voorgesteld: voeg toe"), Qt.Key.Key_Return)
    form.text.edit.appendPlainText("\n{{ veld.naam_van_de_schrijver }}")
    QTest.mouseClick(form.save_button, Qt.MouseButton.LeftButton)
    template = window.session.library.templates["bericht-over-het-fonds"]
    assert [entry.name for entry in template.fields] == ["onderwerp", "naam_van_de_schrijver"]
    assert template.sections[0].defaults == ("vng-resolutie-aangenomen",)
    assert not window.session.library.problems
    window.actions_by_id["nieuw"].trigger()
    assert "bericht-over-het-fonds" in [b.kind.id for b in window.reception.home.new.templates.buttons]


def test_a_section_without_a_place_is_said(window: Window) -> None:
    form = begun(window)
    fill(form, **{"Hoe heet deze soort brief?": "Memo"})
    QTest.mouseClick(button(form, "Voeg een onderdeel toe"), Qt.MouseButton.LeftButton)
    write(line(form, "Kop boven het onderdeel", 1), "Financiële gevolgen")
    assert not form.save()
    assert told(form) == ["Zet {{ sectie.financiele_gevolgen }} op een eigen regel in de tekst."]


def test_an_unknown_name_asks_what_was_meant(window: Window, qtbot: QtBot) -> None:
    form = begun(window)
    form.text.edit.appendPlainText("{{ gemeente.naamm }} en {{ veld.onderwrp }}")
    qtbot.waitUntil(lambda: len(form.text.slips) == 2)
    assert [slip.message.partition("?")[0] for slip in form.text.slips] == [
        "“gemeente.naamm” bestaat niet. Bedoelde u “gemeente.naam”",
        "“veld.onderwrp” bestaat niet. Bedoelde u “veld.onderwerp”",
    ]


def test_fields_and_sections_are_offered_under_their_own_names(window: Window) -> None:
    form = begun(window)
    edit = form.text.edit
    edit.setFocus()
    edit.moveCursor(edit.textCursor().MoveOperation.End)
    QTest.keyClicks(edit, "@inhoud")
    assert edit.offering.model.index(0).data() == "Inhoud"
    QTest.keyClick(edit, Qt.Key.Key_Return)
    assert edit.toPlainText().endswith("{{ sectie.inhoud }}")


def test_every_way_through_the_text_can_be_looked_at(window: Window, qtbot: QtBot) -> None:
    form = begun(window)
    form.text.edit.appendPlainText(
        "{% if veld.onderwerp is bekend %}Er is een onderwerp.{% else %}Geen onderwerp.{% endif %}"
    )
    qtbot.waitUntil(lambda: form.paths.paths() == 2, timeout=PATIENCE)
    assert form.paths.choice.itemText(0).endswith("ja")
    form.paths.choice.setCurrentIndex(1)
    assert form.paths.choice.currentText().endswith("nee")


def test_rows_are_moved_and_taken_away(window: Window) -> None:
    form = begun(window)
    QTest.mouseClick(button(form, "Voeg een veld toe"), Qt.MouseButton.LeftButton)
    write(line(form, "Vraag aan de schrijver", 1), "Kenmerk")
    up = [b for b in form.findChildren(type(form.save_button)) if b.accessibleName() == "Zet deze veld hoger"]
    QTest.mouseClick(up[1], Qt.MouseButton.LeftButton)
    assert [row["naam"] for row in (form.form.value() or {})["velden"]] == ["kenmerk", "onderwerp"]
    away = [b for b in form.findChildren(type(form.save_button)) if b.accessibleName() == "Haal deze veld weg"]
    QTest.mouseClick(away[1], Qt.MouseButton.LeftButton)
    assert len((form.form.value() or {})["velden"]) == 1
