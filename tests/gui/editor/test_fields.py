"""The field block: written in place, defaults muted, gaps dashed, dates and choices by their kind."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from composer.gui.choices.dates import Calendar, as_qt
from composer.gui.editor.inline_fields import InlineChoice, InlineField
from composer.gui.popover import Popover
from tests.gui.editor.conftest import Desk

KEY = Qt.Key


def field(desk: Desk, path: str) -> InlineField:
    found = desk.editor.fields.widgets[path]
    assert isinstance(found, InlineField)
    return found


def write(desk: Desk, path: str, words: str) -> InlineField:
    """Writes words in a field, in the place of what is there."""
    found = field(desk, path)
    desk.editor.go_to_field(path)
    QTest.keyClicks(found, words)
    return found


def test_the_fields_of_the_letter_stand_in_its_order(desk: Desk) -> None:
    labels = [row.label for row in desk.editor.fields.rows]
    assert labels[:5] == ["Aan", "Van", "Datum", "Onderwerp", "Portefeuillehouder"]
    assert field(desk, "veld.aan").toPlainText() == "de gemeenteraad van Bernheze"
    assert field(desk, "brief.datum").toPlainText() == "12 december 2024"


def test_a_default_is_muted_until_it_is_written_over(desk: Desk) -> None:
    found = field(desk, "veld.onderwerp")
    assert found.muted
    write(desk, "veld.onderwerp", "Zorg")
    assert desk.letter.fields["onderwerp"] == "Zorg"
    desk.settle()
    assert not found.muted and found.toPlainText() == "Zorg"


def test_the_default_written_again_is_no_choice_of_ones_own(desk: Desk) -> None:
    default = field(desk, "veld.onderwerp").toPlainText()
    found = write(desk, "veld.onderwerp", "Zorg")
    desk.settle()
    found.selectAll()
    QTest.keyClicks(found, default)
    desk.settle()
    assert found.toPlainText() == default


def test_an_emptied_field_shows_its_default_when_it_is_left(desk: Desk) -> None:
    found = write(desk, "veld.onderwerp", "Zorg")
    found.selectAll()
    QTest.keyClick(found, KEY.Key_Delete)
    assert "onderwerp" not in desk.letter.fields
    desk.settle()
    assert found.toPlainText() == ""
    QTest.keyClick(found, KEY.Key_Return)
    desk.settle()
    assert found.toPlainText() == "Stand van zaken Integraal Zorgakkoord (IZA)"
    assert found.muted


def test_a_gap_is_filled_in_and_open_again(desk: Desk) -> None:
    found = field(desk, "veld.portefeuillehouder")
    assert found.gap and desk.editor.fields.gaps() == ["veld.portefeuillehouder"]
    write(desk, "veld.portefeuillehouder", "Anna de Vries")
    desk.settle()
    assert not found.gap
    assert desk.letter.fields["portefeuillehouder"] == "Anna de Vries"
    QTest.keyClick(found, KEY.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert "portefeuillehouder" not in desk.letter.fields
    assert found.toPlainText() == "" and found.gap


def test_typing_in_one_field_is_one_step_back(desk: Desk) -> None:
    before = desk.letter
    write(desk, "veld.portefeuillehouder", "Anna")
    write(desk, "veld.onderwerp", "Zorg")
    assert desk.session.undo_words == "onderwerp invullen"
    desk.session.undo()
    assert desk.letter.fields == {"portefeuillehouder": "Anna"}
    desk.session.undo()
    assert desk.letter == before


@pytest.mark.parametrize("words", ["13 december 2024", "13-12-2024", "2024-12-13", "13 dec 2024"])
def test_a_date_may_be_written_as_people_do(desk: Desk, words: str) -> None:
    found = write(desk, "brief.datum", words)
    assert desk.letter.date == date(2024, 12, 12)
    QTest.keyClick(found, KEY.Key_Return)
    assert desk.letter.date == date(2024, 12, 13)
    assert desk.letter.reference_date == date(2024, 12, 10)
    desk.settle()
    assert found.toPlainText() == "13 december 2024"


def test_what_is_no_date_is_told_and_not_taken(desk: Desk) -> None:
    found = write(desk, "brief.datum", "morgen")
    QTest.keyClick(found, KEY.Key_Return)
    assert desk.letter.date == date(2024, 12, 12)
    assert found.wrong
    assert "12 december 2024" in desk.editor.notices.words


def test_a_day_can_be_picked_in_a_calendar(desk: Desk) -> None:
    button = next(
        b
        for b in desk.editor.fields.findChildren(type(desk.editor.bar.buttons["vet"]))
        if "kalender" in b.accessibleName()
    )
    button.click()
    (popover,) = (p for p in desk.editor.findChildren(Popover) if p.isVisible() and isinstance(p.content, Calendar))
    calendar = popover.content
    assert isinstance(calendar, Calendar)
    assert calendar.selectedDate() == as_qt(date(2024, 12, 12))
    calendar.setSelectedDate(as_qt(date(2024, 12, 19)))
    calendar.clicked.emit(calendar.selectedDate())
    assert desk.letter.date == date(2024, 12, 19)
    assert not popover.isVisible()


def test_fields_that_may_stay_empty_are_folded_away(desk: Desk) -> None:
    hidden = [row.path for row in desk.editor.fields.rows if row.extra]
    assert hidden and not any(desk.editor.fields.widgets[path].isVisible() for path in hidden)
    more = next(
        b
        for b in desk.editor.fields.findChildren(type(desk.editor.bar.buttons["vet"]))
        if b.text().startswith("Meer velden")
    )
    more.click()
    assert all(desk.editor.fields.widgets[path].isVisible() for path in hidden)
    write(desk, "veld.kenmerk", "Z-1")
    desk.settle()
    more.click()
    assert desk.editor.fields.widgets["veld.kenmerk"].isVisible()


def test_a_choice_is_one_of_its_words(desk: Desk) -> None:
    row = next(row for row in desk.editor.fields.rows if row.kind == "keuze")
    desk.editor.go_to_field(row.path)
    choice = desk.editor.fields.widgets[row.path]
    assert isinstance(choice, InlineChoice) and choice.isVisible()
    QTest.keyClick(choice, KEY.Key_Down)
    choice.activated.emit(choice.currentIndex())
    assert desk.letter.fields[row.name] == row.choices[0]
    desk.session.undo()
    desk.settle()
    assert choice.currentIndex() == 0


def test_the_salutation_stands_by_itself(desk: Desk) -> None:
    found = field(desk, "veld.aanhef")
    assert found.accessibleName() == "Aanhef"
    write(desk, "veld.aanhef", "Beste raad,")
    assert desk.letter.fields["aanhef"] == "Beste raad,"


def test_long_words_go_on_below(desk: Desk) -> None:
    found = field(desk, "veld.onderwerp")
    height, header = found.height(), desk.editor.fields.height()
    write(
        desk,
        "veld.onderwerp",
        "Een onderwerp dat zo lang is dat het nooit van zijn leven op een enkele regel van de brief past",
    )
    assert found.height() > height and desk.editor.fields.height() > header


def test_pasting_keeps_one_line(desk: Desk) -> None:
    QApplication.clipboard().setText("een\ntwee")
    found = write(desk, "veld.onderwerp", "")
    found.paste()
    assert desk.letter.fields["onderwerp"] == "een twee"


def test_enter_goes_to_the_next_field_and_on_to_the_letter(desk: Desk) -> None:
    found = write(desk, "veld.aan", "de raad")
    QTest.keyClick(found, KEY.Key_Return)
    assert desk.editor.fields.focused() == "veld.van"
    last = field(desk, "veld.aanhef")
    last.setFocus()
    QTest.keyClick(last, KEY.Key_Tab)
    assert desk.editor.fields.focused() == ""
    if (more := QApplication.focusWidget()) is not None and more is not desk.page:
        QTest.keyClick(more, KEY.Key_Tab)
    assert desk.page.hasFocus()


def test_every_field_has_a_name(desk: Desk) -> None:
    for widget in desk.editor.fields.widgets.values():
        assert widget.accessibleName()


def test_the_fields_of_a_sent_letter_can_only_be_read(desk: Desk) -> None:
    desk.session.change(desk.letter.with_changes(state="verzonden"), "verzenden")
    desk.settle()
    before = desk.letter
    write(desk, "veld.onderwerp", "Anders")
    assert desk.letter == before


def test_a_day_stands_on_one_line_and_a_narrow_letter_comes_to_rest(desk: Desk) -> None:
    write(desk, "veld.onderwerp", "Een onderwerp dat in een smalle brief over meer dan een enkele regel loopt")
    assert field(desk, "brief.datum").height() == field(desk, "veld.aan").height()
    for width in (520, 760, 530, 900, 520):
        desk.editor.resize(width, 700)
        desk.settle()
    assert field(desk, "veld.onderwerp").height() > field(desk, "brief.datum").height()
