"""Every item model keeps Qt's rules."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot

from composer.gui.choices.municipality import BESIDE, choices, municipality_model
from composer.gui.palette import ActionModel, offered
from composer.gui.passages.model import ID, MIME, SUITABILITY, TEXT, PassageModel
from composer.gui.row_model import ROW
from composer.gui.sources.model import SourceModel
from composer.gui.window import Window
from composer.library.library import Library
from composer.work.writing.availability import PassageAvailability
from composer.work.writing.cited import cited

STRICT = QAbstractItemModelTester.FailureReportingMode.Warning
"""A warning fails the test."""


def test_passages(desk: Window, content: Library) -> None:
    letter = desk.session.letter
    assert letter is not None
    model = PassageModel()
    tester = QAbstractItemModelTester(model, STRICT)
    availability = PassageAvailability(letter, content, content)
    names = tuple(content.snippets)
    model.show_passages(names, availability)
    model.show_passages(names[:3], availability)
    model.show_passages(names[:3], availability)
    first = model.index(0)
    assert first.data(ID) == names[0]
    assert first.data() == content.snippets[names[0]].title
    assert isinstance(first.data(TEXT), str)
    assert first.data(SUITABILITY) == availability.suitability(content.snippets[names[0]])
    assert bytes(model.mimeData([first]).data(MIME).data()).decode() == names[0]
    assert model.index(99).data() is None
    model.show_passages((), availability)
    del tester


def test_sources(desk: Window, content: Library) -> None:
    review = desk.session.review
    assert review is not None
    model = SourceModel()
    tester = QAbstractItemModelTester(model, STRICT)
    rows = cited(review, content)
    model.show(rows)
    assert model.rowCount() == len(rows) > 0
    assert model.index(0).data(ROW) == rows[0]
    assert model.row_of(lambda row: row.fact.id == rows[-1].fact.id) == len(rows) - 1
    model.show(())
    del tester


def test_municipalities(content: Library, qtbot: QtBot) -> None:
    model = municipality_model()
    tester = QAbstractItemModelTester(model, STRICT)
    model.show(choices("", content))
    assert model.rowCount() == 342
    model.show(choices("den haag", content))
    assert model.index(0).data() == "'s-Gravenhage"
    assert model.index(0).data(BESIDE) == "Den Haag"
    assert model.index(0).data(Qt.ItemDataRole.AccessibleTextRole) == "'s-Gravenhage, Den Haag"
    del tester


def test_actions(window: Window) -> None:
    model = ActionModel()
    tester = QAbstractItemModelTester(model, STRICT)
    model.show(offered("brief", window.specs))
    model.show(offered("zonnepanelen", window.specs))
    assert model.rowCount() == 0
    model.show(offered("", window.specs))
    assert model.rowCount() == len(window.specs)
    del tester
