"""The editor in the window: its keys are the window's actions, and do their work once."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from composer.domain.letter import Letter, Piece
from composer.gui.window import Window

CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


def test_keys_work_once_when_the_window_has_them_too(window: Window, small: Letter, qtbot: QtBot) -> None:
    window.files.start(small.with_section("gevolgen", (Piece(id="eigen", text="Een twee."),)))
    editor, session = window.desk.editor, window.session
    window.activateWindow()
    editor.go_to_piece("eigen")
    qtbot.waitUntil(editor.page.hasFocus)

    def text() -> str:
        found = session.letter.piece("eigen") if session.letter else None
        return (found.text if found else None) or ""

    QTest.keyClick(editor.page, Qt.Key.Key_Right, CTRL | SHIFT)
    QTest.keyClick(editor.page, Qt.Key.Key_B, CTRL)
    assert text() == "**Een** twee.\n"
    QTest.keyClick(editor.page, Qt.Key.Key_Z, CTRL)
    assert text() == "Een twee."
    QTest.keyClick(editor.page, Qt.Key.Key_L, CTRL | SHIFT)
    assert text() == "- Een twee.\n"
    QTest.keyClick(editor.page, Qt.Key.Key_K, CTRL)
    assert text() == "- Een twee.\n"


def test_each_action_of_the_editor_is_in_the_window_once(window: Window) -> None:
    ids = [spec.id for spec in window.specs]
    keys = [spec.shortcut for spec in window.specs if spec.shortcut]
    for spec in window.desk.editor.actions():
        assert ids.count(spec.id) == 1
        assert not spec.shortcut or keys.count(spec.shortcut) == 1
