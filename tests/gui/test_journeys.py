"""What a user does from beginning to end, with the real window, session and library."""

from datetime import date
from pathlib import Path

import docx
from PySide6.QtCore import QEvent, QObject, QPoint, Qt, QThread, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from composer.check.checking import blocking
from composer.domain.finding import Finding
from composer.domain.letter import Letter
from composer.gui.choices.dates import DatePicker
from composer.gui.choices.municipality import MunicipalityPicker
from composer.gui.desk.desk import FINDINGS
from composer.gui.editor.inline_fields import InlineChoice, InlineField
from composer.gui.elements import Button
from composer.gui.making_card import MakingCard
from composer.gui.settings import FOLDER
from composer.gui.window import Window
from composer.library.letters import read_letter
from tests.gui.conftest import BERNHEZE, answers
from tests.gui.conftest import finished as waited_for
from tests.gui.hand import Hand, Key

CTRL = Qt.KeyboardModifier.ControlModifier
PATIENCE = 20_000


def the_letter(window: Window) -> Letter:
    assert window.session.letter is not None
    return window.session.letter


def focused() -> QWidget:
    widget = QApplication.focusWidget()
    assert widget is not None
    return widget


def press(window: Window, action: str) -> None:
    """An action by its keys, as the menu has them."""
    window.refresh_actions()
    window.actions_by_id[action].trigger()


def page_of(window: Window, qtbot: QtBot) -> bytes:
    """The first page once it is there."""
    qtbot.waitUntil(lambda: bool(window.desk.pages.sheets.pages), timeout=PATIENCE)
    return bytes(window.desk.pages.sheets.pages[0].image.constBits())


def reviewed(window: Window) -> tuple[Finding, ...]:
    """The remarks as the window has them now."""
    return window.session.review.findings if window.session.review else ()


def codes(window: Window) -> set[str]:
    return {finding.code for finding in reviewed(window)}


def test_from_the_example_to_a_letter_of_ones_own_in_word(window: Window, qtbot: QtBot, tmp_path: Path) -> None:
    """Issue 2: municipality, passage, field and date are changed; the page and the remarks follow; it is saved and made."""
    example = next(path for path in [BERNHEZE] if path.exists())
    window.reception.open_example(example)
    first_page = page_of(window, qtbot)
    first_findings = reviewed(window)

    press(window, "gemeente")
    assert window.bar.choices.card is not None
    picker = window.bar.choices.card.content
    assert isinstance(picker, MunicipalityPicker)
    QTest.keyClicks(picker.search, "den haag")
    QTest.keyClick(picker.search, Qt.Key.Key_Return)
    assert the_letter(window).municipality == "GM0518"
    qtbot.waitUntil(lambda: page_of(window, qtbot) != first_page, timeout=PATIENCE)
    qtbot.waitUntil(lambda: reviewed(window) != first_findings, timeout=PATIENCE)

    pieces = len(the_letter(window).pieces())
    press(window, "zoek")
    QTest.keyClicks(window.desk.passages.search, "resolutie")
    QTest.keyClick(window.desk.passages.search, Qt.Key.Key_Return)
    chosen = window.desk.passages.list.selected()
    QTest.keyClick(window.desk.passages.list, Qt.Key.Key_Return)
    assert len(the_letter(window).pieces()) == pieces + 1
    assert any(piece.snippet == chosen for piece in the_letter(window).pieces())

    window.desk.editor.go_to_field("portefeuillehouder")
    QTest.keyClick(focused(), Qt.Key.Key_A, CTRL)
    QTest.keyClicks(focused(), "wethouder Bakker")
    QTest.keyClick(focused(), Qt.Key.Key_Tab)
    assert the_letter(window).fields["portefeuillehouder"] == "wethouder Bakker"

    window.session.review_now()
    before = codes(window)
    press(window, "peildatum")
    dates = window.bar.choices.card.content
    assert isinstance(dates, DatePicker)
    dates.reference_date_chosen.emit(date(2024, 12, 20))
    assert the_letter(window).reference_date == date(2024, 12, 20)
    window.bar.choices.card.close_card()
    window.session.review_now()
    assert codes(window) - before == {"feit-niet-geldig", "peildatum-na-datum"}
    assert before <= codes(window)
    overtaken = [finding.message for finding in reviewed(window) if finding.code == "feit-niet-geldig"]
    assert all("geldt niet meer sinds 17 december 2024" in message for message in overtaken)

    answers(window).path = tmp_path / "den-haag.raadsbrief"
    press(window, "bewaar")
    assert read_letter(tmp_path / "den-haag.raadsbrief").municipality == "GM0518"

    press(window, "maak")
    assert window.over.card is not None
    card = window.over.card.content
    assert isinstance(card, MakingCard)
    card.target.setText(str(tmp_path / "den-haag.docx"))
    QTest.keyClick(card.target, Qt.Key.Key_Return)
    waited_for(window.making.at_work)
    words = "\n".join(paragraph.text for paragraph in docx.Document(str(tmp_path / "den-haag.docx")).paragraphs)
    tables = "\n".join(
        c.text for t in docx.Document(str(tmp_path / "den-haag.docx")).tables for r in t.rows for c in r.cells
    )
    assert "wethouder Bakker" in words + tables


MOST = 25
"""Actions from a new letter to a finished document for Bernheze (issue 5)."""


def stopping(window: Window) -> list[str]:
    """What keeps the letter from being finished."""
    assert window.session.review is not None
    return [finding.title for finding in blocking(window.session.review.findings)]


def finished(folder: Path) -> str:
    """The words of the document that was made, which calls itself no draft."""
    made = docx.Document(str(next(folder.glob("*.docx"))))
    words = [paragraph.text for paragraph in made.paragraphs]
    cells = [cell.text for table in made.tables for row in table.rows for cell in row.cells]
    assert "CONCEPT" not in "".join(words)
    return "\n".join([*words, *cells])


def test_a_first_letter_by_keyboard(window: Window, tmp_path: Path) -> None:
    window.settings.put(FOLDER, str(tmp_path))
    hand = Hand(window)
    hand.presses(Key.Key_N, CTRL)
    hand.types("Bernheze")
    hand.presses(Key.Key_Tab)
    hand.presses(Key.Key_Tab)
    hand.types("10-12-2024")
    hand.presses(Key.Key_Return)
    assert the_letter(window).reference_date == date(2024, 12, 10)
    while stopping(window) and len(hand.actions) < MOST:
        hand.presses(Key.Key_F8)
        if hand.at is window.desk.editor.page:
            hand.presses(Key.Key_Return)
        if isinstance(hand.at, InlineField):
            hand.types("maart 2025" if "Moment" in hand.at.accessibleName() else "wethouder Zorg en Welzijn")
        else:
            hand.presses(Key.Key_Down if isinstance(hand.at, InlineChoice) else Key.Key_Return)
    hand.presses(Key.Key_E, CTRL)
    hand.presses(Key.Key_Return)
    waited_for(window.making.at_work)
    assert stopping(window) == []
    assert "wethouder Zorg en Welzijn" in finished(tmp_path)
    assert len(hand.actions) <= MOST, hand.actions


def test_a_first_letter_by_mouse(window: Window, tmp_path: Path) -> None:
    """The keyboard only for words."""
    window.settings.put(FOLDER, str(tmp_path))
    hand, home, desk = Hand(window), window.reception.home.new, window.desk
    hand.clicks(home.day)
    hand.presses(Key.Key_A, CTRL)
    hand.types("10-12-2024")
    hand.clicks(home.begin)
    assert the_letter(window).reference_date == date(2024, 12, 10)
    hand.clicks(desk.right.bar, tab_place(window, FINDINGS))
    for _ in range(9):
        first = desk.findings.remarks()[0]
        if first.finding.severity != "blokkerend" or len(hand.actions) >= MOST:
            break
        hand.clicks(first.buttons[0])
        if isinstance(hand.at, InlineField):
            hand.types("maart 2025" if "Moment" in hand.at.accessibleName() else "wethouder Zorg en Welzijn")
        elif isinstance(hand.at, InlineChoice):
            hand.presses(Key.Key_Down)
        else:
            hand.clicks(hand.at, QPoint(8, hand.at.height() // 2))
            hand.clicks(answer_button(window))
    hand.clicks(window.bar.make)
    assert window.over.card is not None
    card = window.over.card.content
    assert isinstance(card, MakingCard)
    hand.clicks(card.make)
    waited_for(window.making.at_work)
    assert stopping(window) == []
    assert "wethouder Zorg en Welzijn" in finished(tmp_path)
    assert len(hand.actions) <= MOST, hand.actions


def tab_place(window: Window, name: str) -> QPoint:
    bar = window.desk.right.bar
    at = next(n for n, each in enumerate(window.desk.right.tabs) if each.id == name)
    return bar.tabRect(at).center()


def answer_button(window: Window) -> Button:
    assert window.desk.doing.card is not None
    return next(b for b in window.desk.doing.card.findChildren(Button) if b.text() == "Bewaar")


def test_everything_can_be_taken_back_and_done_again(desk: Window, qtbot: QtBot) -> None:
    start = the_letter(desk)
    desk.bar.choices.set_reference_date(date(2024, 12, 18))
    desk.desk.passages.chosen.emit(next(iter(desk.desk.passages.list.passages.ids)))
    desk.making.toggle_final()
    end = the_letter(desk)
    for _ in range(3):
        press(desk, "ongedaan")
    assert the_letter(desk) == start
    for _ in range(3):
        press(desk, "opnieuw")
    assert the_letter(desk) == end


class Shown(QObject):
    """Notes every widget that is shown as a window of its own."""

    def __init__(self) -> None:
        super().__init__()
        self.names: list[str] = []

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Show and isinstance(watched, QWidget) and watched.isWindow():
            self.names.append(type(watched).__name__)
        return False


def test_nothing_is_ever_a_window_of_its_own(window: Window, letter: Letter) -> None:
    """Not for a moment: it would flash, and take the keyboard away."""
    shown, application = Shown(), QApplication.instance()
    assert application is not None
    application.installEventFilter(shown)
    window.files.start(letter)
    for action in ("gemeente", "peildatum", "maak", "acties", "handleiding", "versies", "verantwoording"):
        press(window, action)
    window.desk.show_fact(next(iter(window.session.library.facts)))
    QApplication.processEvents()
    application.removeEventFilter(shown)
    assert shown.names == []
    assert window.isActiveWindow()


def test_a_window_leaves_nothing_behind(desk: Window, qtbot: QtBot) -> None:
    desk.bar.choices.open_municipality()
    desk.over.open_palette()
    desk.notices.tell("Een bericht.")
    desk.session.drop_unsaved()
    desk.session.close()
    desk.close()
    qtbot.wait(50)
    visible = [type(widget).__name__ for widget in QApplication.topLevelWidgets() if widget.isVisible()]
    assert visible == []
    working = [timer for timer in desk.findChildren(QTimer) if timer.isActive() and timer.parent() is not desk]
    assert [type(timer.parent()).__name__ for timer in working] == []
    assert not any(thread.isRunning() for thread in desk.findChildren(QThread))
