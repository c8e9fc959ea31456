"""The window as a whole: home, desk, menus, closing."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot

from composer.domain.letter import Letter
from composer.gui.popover import Popover
from composer.gui.settings import MUNICIPALITY, RECENT, Settings
from composer.gui.window import Window
from composer.library.library import Library
from tests.gui.conftest import MakeWindow, answers


def test_the_window_opens_at_home(window: Window) -> None:
    assert window.stack.currentWidget() is window.reception.home
    assert window.reception.home.greeting.text().endswith(", Anna")
    assert window.bar.title.words() == "Raadsbrief"


def test_the_first_start_asks_once_who_you_are(
    make_window: MakeWindow, content: Library, tmp_path: Path, qtbot: QtBot
) -> None:
    settings = Settings(tmp_path / "nieuw.ini")
    first = make_window(settings, content)
    welcome = first.reception.welcome
    assert welcome.isVisible()
    QTest.keyClicks(welcome.name, "Bas Jansen")
    QTest.keyClicks(welcome.municipality, "Den Haag")
    QTest.keyClick(welcome.municipality, Qt.Key.Key_Return)
    assert not welcome.isVisible()
    assert first.reception.home.greeting.text().endswith(", Bas")
    assert settings.get(MUNICIPALITY) == "GM0518"
    second = make_window(settings, content)
    assert not second.reception.welcome.isVisible()
    assert second.reception.home.new.municipality.cbs() == "GM0518"


def test_a_new_letter_in_three_questions(window: Window, qtbot: QtBot) -> None:
    new = window.reception.home.new
    new.municipality.setText("den bosch")
    QTest.mouseClick(new.begin, Qt.MouseButton.LeftButton)
    assert window.session.letter is not None
    assert window.session.letter.municipality == "GM0796"
    assert window.stack.currentWidget() is window.desk
    assert window.bar.choices.municipality.accessibleName() == "Gemeente: 's-Hertogenbosch"


def test_a_municipality_that_does_not_exist_cannot_begin(window: Window) -> None:
    new = window.reception.home.new
    new.municipality.setText("Nergenshuizen")
    assert not new.begin.isEnabled()
    assert new.wrong.isVisible()


def test_an_example_is_opened_as_a_letter_of_ones_own(window: Window, letter: Letter, tmp_path: Path) -> None:
    example = tmp_path / "voorbeeld.raadsbrief"
    window.session.start(letter)
    window.session.save(example)
    window.session.close()
    window.reception.open_example(example)
    assert window.session.letter is not None
    assert window.session.path is None
    assert window.session.letter.id != letter.id


def test_recent_letters_are_listed_with_their_state(desk: Window, tmp_path: Path, qtbot: QtBot) -> None:
    answers(desk).path = tmp_path / "bernheze.raadsbrief"
    assert desk.files.save()
    assert desk.settings.get(RECENT) == (str(tmp_path / "bernheze.raadsbrief"),)
    desk.files.close()
    assert desk.stack.currentWidget() is desk.reception.home
    row = desk.reception.home.recent_rows()[0]
    assert row.letter.state == "concept"
    QTest.mouseClick(row.button, Qt.MouseButton.LeftButton)
    assert desk.session.path == tmp_path / "bernheze.raadsbrief"


def test_a_letter_that_is_gone_can_be_taken_off_the_list(window: Window, tmp_path: Path) -> None:
    window.settings.remember(tmp_path / "weg.raadsbrief")
    window.reception.show()
    row = window.reception.home.recent_rows()[0]
    assert not row.button.isEnabled()
    assert row.letter.problem == "niet meer gevonden"
    assert row.forget is not None
    row.forget.click()
    assert window.settings.get(RECENT) == ()


def test_the_title_bar_names_the_letter_and_whether_it_is_saved(desk: Window, tmp_path: Path, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: desk.isWindowModified())
    assert desk.windowTitle().endswith("[*] – Raadsbrief")
    assert desk.bar.file.words() == "nog niet bewaard"
    desk.session.save(tmp_path / "brief.raadsbrief")
    qtbot.waitUntil(lambda: not desk.isWindowModified())
    assert desk.bar.file.words().startswith("brief.raadsbrief, bewaard ")


def test_closing_asks_about_changes(desk: Window) -> None:
    answers(desk).leaving = "annuleren"
    assert not desk.close()
    answers(desk).leaving = "niet bewaren"
    assert desk.close()


def test_closing_can_save_first(desk: Window, tmp_path: Path) -> None:
    answers(desk).leaving, answers(desk).path = "bewaren", tmp_path / "brief.raadsbrief"
    assert desk.close()
    assert (tmp_path / "brief.raadsbrief").exists()


def test_the_window_is_as_it_was_left(
    make_window: MakeWindow, settings: Settings, content: Library, letter: Letter
) -> None:
    first = make_window(settings, content)
    first.files.start(letter)
    first.desk.toggle_timeline()
    first.desk.toggle_left()
    first.desk.columns.set_widths(b"280 500")
    first.close()
    second = make_window(settings, content)
    second.files.start(letter)
    assert not second.desk.timeline_shown()
    assert not second.desk.left_shown()
    assert second.desk.columns.widths() == b"280 500"


def test_a_wide_window_gives_its_sides_more_room_until_one_is_dragged(desk: Window) -> None:
    columns = desk.desk.columns
    desk.resize(1440, 900)
    assert columns.sizes()[2] == 400
    assert columns.widths() == b""
    desk.resize(2560, 1200)
    assert columns.sizes()[2] == 640
    columns.set_widths(b"280 500")
    desk.resize(3840, 1200)
    assert (columns.sizes()[0], columns.sizes()[2]) == (280, 500)


def test_one_card_at_a_time_has_the_keyboard(desk: Window) -> None:
    desk.session.review_now()
    desk.desk.editor.insertion.cite()
    desk.over.open_palette()
    shown = [card.content for card in desk.findChildren(Popover) if card.isVisible()]
    assert desk.over.card is not None
    assert shown == [desk.over.card.content]


def test_the_menu_holds_every_action(window: Window) -> None:
    submenus = [found for found in window.menu.findChildren(QMenu) if found.title()]
    in_menu = {action.objectName() for submenu in submenus for action in submenu.actions()}
    assert in_menu == {spec.id for spec in window.specs}
