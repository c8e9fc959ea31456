"""Everything in the library by kind, found as one types, with what can be done about it beside."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from composer.gui.editorial.contents import ContentsPanel
from composer.gui.editorial.model import entry_model
from composer.gui.row_model import ROW
from composer.gui.window import Window
from composer.work.editorial.inventory import KINDS
from tests.gui.hand_forms import button


@pytest.fixture
def contents(window: Window) -> ContentsPanel:
    window.actions_by_id["bibliotheek"].trigger()
    return window.office.contents


def test_the_page_lies_in_the_window_and_the_search_is_ready(window: Window, contents: ContentsPanel) -> None:
    assert window.stack.currentWidget() is window.office.room
    assert contents.search.hasFocus()
    library = window.session.library
    kinds = [entry.kind for entry in contents.everything()]
    assert kinds.count("tekstblokken") == len(library.snippets)
    assert kinds.count("bronnen") == len(library.sources)
    assert kinds.count("gemeenten") == 342


def test_typing_and_kinds_narrow_it_down(contents: ContentsPanel, qtbot: QtBot) -> None:
    QTest.keyClicks(contents.search, "amendement hilversum")
    qtbot.waitUntil(lambda: contents.model.rowCount() < 100)
    found = {contents.model.index(row).data(ROW).kind for row in range(contents.model.rowCount())}
    assert {"tekstblokken", "feiten"} <= found
    QTest.mouseClick(button(contents, KINDS["feiten"][1]), Qt.MouseButton.LeftButton)
    assert {contents.model.index(row).data(ROW).kind for row in range(contents.model.rowCount())} == {"feiten"}
    contents.search.setText("zonnepanelen")
    contents.look()
    assert contents.hint.isVisible()
    contents.hint.followed.emit()
    assert contents.model.rowCount() == len(contents.everything())


def test_what_is_selected_is_told(contents: ContentsPanel, window: Window) -> None:
    contents.go_to("feiten", "stemming-resolutie-ruim-93-procent")
    words = [label.text() for label in contents.detail.findChildren(QLabel)]
    assert "voor: ruim 93%" in words
    assert "Bewijs" in words
    source = next(iter(window.session.library.sources.values()))
    contents.go_to("bronnen", source.id)
    assert source.title in [label.text() for label in contents.detail.findChildren(QLabel)]


def test_the_folder_of_ones_own_can_be_chosen(offered: Window) -> None:
    offered.office.show_contents()
    contents = offered.office.contents
    contents.shelf.setCurrentIndex(contents.shelf.findData("Van uzelf"))
    assert [contents.model.index(row).data(ROW).id for row in range(contents.model.rowCount())] == [
        "vng-resolutie-aangenomen"
    ]
    entry = contents.selected()
    assert entry is not None
    assert (entry.status, contents.detail.first_words(entry)) == ("ter-beoordeling", "Wijzig")


def test_what_cannot_be_opened_in_a_form_says_why(contents: ContentsPanel, window: Window) -> None:
    folder = window.office.context.own / "huisstijlen" / "zonder-basis"
    folder.mkdir(parents=True)
    (folder / "huisstijl.yaml").write_text("naam: Zonder basis\n", encoding="utf-8")
    window.reload_library()
    contents.go_to("huisstijlen", "zonder-basis")
    entry = contents.selected()
    assert entry is not None
    window.office.edit(entry)
    assert window.notices.words.startswith("Basis.docx is niet te lezen")
    assert window.office.room.form is None


def test_its_model_keeps_the_rules(contents: ContentsPanel) -> None:
    model = entry_model()
    strict = QAbstractItemModelTester.FailureReportingMode.Warning
    tester = QAbstractItemModelTester(model, strict)
    rows = contents.everything()
    model.show(rows)
    model.show(rows[:2])
    model.show(())
    assert model.row(model.index(5)) is None
    del tester
