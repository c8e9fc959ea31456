"""Every item model keeps Qt's rules."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot

from composer.gui.choices.municipality import BESIDE, MunicipalityModel
from composer.gui.palette import ActionModel
from composer.gui.passages.model import ID, MIME, SUITABILITY, TEXT, PassageModel
from composer.gui.sources.model import CITED, SourceModel
from composer.gui.window import Window
from composer.library.library import Library
from composer.work.writing.availability import PassageAvailability
from composer.work.writing.choices import matching
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
    model.show(names, availability)
    model.show(names[:3], availability)
    model.show(names[:3], availability)
    first = model.index(0)
    assert first.data(ID) == names[0]
    assert first.data() == content.snippets[names[0]].title
    assert isinstance(first.data(TEXT), str)
    assert first.data(SUITABILITY) == availability.suitability(content.snippets[names[0]])
    assert bytes(model.mimeData([first]).data(MIME).data()).decode() == names[0]
    assert model.index(99).data() is None
    model.show((), availability)
    del tester


def test_sources(desk: Window, content: Library) -> None:
    review = desk.session.review
    assert review is not None
    model = SourceModel()
    tester = QAbstractItemModelTester(model, STRICT)
    rows = cited(review, content)
    model.show(rows)
    assert model.rowCount() == len(rows) > 0
    assert model.index(0).data(CITED) == rows[0]
    assert model.row_of(rows[-1].fact.id) == len(rows) - 1
    model.show(())
    del tester


def test_municipalities(content: Library, qtbot: QtBot) -> None:
    model = MunicipalityModel()
    tester = QAbstractItemModelTester(model, STRICT)
    model.show(matching("", content), "")
    assert model.rowCount() == 342
    model.show(matching("den haag", content), "den haag")
    assert model.index(0).data() == "'s-Gravenhage"
    assert model.index(0).data(BESIDE) == "Den Haag"
    assert model.index(0).data(Qt.ItemDataRole.AccessibleTextRole) == "'s-Gravenhage, Den Haag"
    del tester


def test_actions(window: Window) -> None:
    model = ActionModel(window.specs)
    tester = QAbstractItemModelTester(model, STRICT)
    model.find("brief")
    model.find("zonnepanelen")
    assert model.rowCount() == 0
    model.find("")
    assert model.rowCount() == len(window.specs)
    del tester
