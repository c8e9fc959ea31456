"""Municipality, kind, peildatum: chosen on cards that open from the top bar."""

from datetime import date

import pytest
from PySide6.QtCore import QDate, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from composer.domain.letter import Letter
from composer.gui.choices.dates import DatePicker
from composer.gui.choices.municipality import MunicipalityPicker
from composer.gui.choices.template import TemplatePicker
from composer.gui.window import Window


def the_letter(window: Window) -> Letter:
    assert window.session.letter is not None
    return window.session.letter


def card(window: Window) -> object:
    assert window.bar.choices.card is not None
    assert window.bar.choices.card.isVisible()
    return window.bar.choices.card.content


@pytest.mark.parametrize(("typed", "cbs"), [("den haag", "GM0518"), ("Den Bosch", "GM0796"), ("noordoostp", "GM0171")])
def test_typing_finds_a_municipality_by_any_name(desk: Window, qtbot: QtBot, typed: str, cbs: str) -> None:
    desk.bar.choices.municipality.click()
    picker = card(desk)
    assert isinstance(picker, MunicipalityPicker)
    QTest.keyClicks(picker.search, typed)
    QTest.keyClick(picker.search, Qt.Key.Key_Return)
    assert the_letter(desk).municipality == cbs
    assert desk.session.undo_words == "andere gemeente kiezen"


def test_the_arrows_go_through_the_municipalities(desk: Window, qtbot: QtBot) -> None:
    desk.bar.choices.open_municipality()
    picker = card(desk)
    assert isinstance(picker, MunicipalityPicker)
    assert picker.model.data(picker.list.currentIndex()).startswith("Bernheze")
    QTest.keyClick(picker.search, Qt.Key.Key_Down)
    QTest.keyClick(picker.search, Qt.Key.Key_Return)
    assert the_letter(desk).municipality == "GM0753"


def test_no_municipality_of_that_name(desk: Window, qtbot: QtBot) -> None:
    desk.bar.choices.open_municipality()
    picker = card(desk)
    assert isinstance(picker, MunicipalityPicker)
    QTest.keyClicks(picker.search, "xyz")
    assert picker.hint.isVisible()
    QTest.keyClick(picker.search, Qt.Key.Key_Return)
    assert the_letter(desk).municipality == "GM1721"


def test_escape_puts_a_card_away_and_the_focus_back(desk: Window, qtbot: QtBot) -> None:
    desk.bar.choices.municipality.setFocus()
    desk.bar.choices.open_municipality()
    picker = card(desk)
    assert isinstance(picker, MunicipalityPicker)
    QTest.keyClick(picker.search, Qt.Key.Key_Escape)
    assert desk.bar.choices.card is not None
    assert not desk.bar.choices.card.isVisible()
    assert desk.focusWidget() is desk.bar.choices.municipality


def test_a_click_elsewhere_puts_a_card_away(desk: Window, qtbot: QtBot) -> None:
    desk.bar.choices.open_dates()
    QTest.mouseClick(desk.desk.status, Qt.MouseButton.LeftButton)
    assert desk.bar.choices.card is not None
    assert not desk.bar.choices.card.isVisible()


def test_tab_stays_within_a_card(desk: Window, qtbot: QtBot) -> None:
    desk.bar.choices.open_dates()
    picker = card(desk)
    assert isinstance(picker, DatePicker)
    for _ in range(12):
        QTest.keyClick(desk.focusWidget() or desk, Qt.Key.Key_Tab)
        focused = desk.focusWidget()
        assert focused is not None
        assert picker.isAncestorOf(focused)


def test_another_kind_of_letter(desk: Window) -> None:
    desk.bar.choices.template.click()
    picker = card(desk)
    assert isinstance(picker, TemplatePicker)
    other = next(button for button in picker.list.buttons if not button.isChecked())
    other.click()
    assert the_letter(desk).template == other.kind.id
    desk.session.undo()
    assert the_letter(desk).template == "raadsinformatiebrief"


def test_the_peildatum_and_the_date_of_the_letter(desk: Window) -> None:
    desk.bar.choices.day.click()
    picker = card(desk)
    assert isinstance(picker, DatePicker)
    picker.calendar.clicked.emit(QDate(2024, 12, 20))
    picker.letter_date.setText("7-1-2025")
    picker.letter_date.editingFinished.emit()
    assert the_letter(desk).reference_date == date(2024, 12, 20)
    assert the_letter(desk).date == date(2025, 1, 7)
    assert desk.bar.choices.day.accessibleName() == "Peildatum: 20 december 2024"


def test_the_calendar_is_dutch(desk: Window) -> None:
    desk.bar.choices.open_dates()
    picker = card(desk)
    assert isinstance(picker, DatePicker)
    assert picker.reference_date.text().split()[1] in ("november", "december", "januari", "februari")
    assert picker.calendar.locale().dayName(1) == "maandag"
