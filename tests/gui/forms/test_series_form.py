"""A series of facts by its form: one sentence, a table of values, one source; changed, pasted, and corrected when shipped."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QApplication, QComboBox, QLabel, QLineEdit
from pytestqt.qtbot import QtBot

from composer.domain.revision import Item
from composer.gui.editorial.form_factory import improving_form
from composer.gui.editorial.tabs import REVIEW
from composer.gui.forms.series_form import SeriesPage
from composer.gui.forms.series_model import RowsModel
from composer.gui.window import Window
from composer.library.history import history
from composer.library.reading import read_text
from composer.work.editorial.series_rows import NAME, VALUE, Row
from tests.gui.forms.test_fact_form import with_source
from tests.gui.hand_forms import area, button, fill, form_of, line, told, write

SERIES = """# met de hand
- reeks: fonds-2026
  per: gemeente
  onderwerp: financien
  aard: gebeurtenis
  stelling: "{naam} krijgt {bedrag} uit het fonds."
  kracht: mededeling
  waarde: {naam: bedrag, soort: bedrag}
  bewijs: [{bron: brief-fonds, plaats: {kop: 1. Geld}}]
  rijen:
    GM0828: 20    # Oss
    GM1721: 10    # Bernheze
"""


@pytest.fixture
def own(window: Window) -> Window:
    """With a series of the user's own, written by hand."""
    with_source(window)
    path = window.office.context.own / "feiten" / "financien.yaml"
    path.parent.mkdir()
    path.write_text(SERIES, encoding="utf-8")
    window.reload_library()
    return window


def opened(window: Window, key: str) -> SeriesPage:
    office = window.office
    office.show_contents()
    office.contents.go_to("feiten", key)
    entry = office.contents.selected()
    assert entry is not None
    assert entry.id == key
    office.contents.detail.do_first(entry)
    form = form_of(window)
    assert isinstance(form, SeriesPage)
    return form


def cell(form: SeriesPage, row: int, column: int, typed: str) -> None:
    """Types in a cell as a user does, and Enter."""
    view = form.table.view
    view.setFocus()
    view.setCurrentIndex(form.table.model.index(row, column))
    QTest.keyClick(view, Qt.Key.Key_F2)
    finish(form, typed)


def finish(form: SeriesPage, typed: str) -> None:
    """Writes in the cell that is open, and Enter."""
    editor = next(found for found in form.table.view.viewport().findChildren(QLineEdit) if found.isVisible())
    write(editor, typed)
    QTest.keyClick(editor, Qt.Key.Key_Return)
    QApplication.processEvents()


def shown(form: SeriesPage) -> list[str]:
    return [label.text() for label in form.beside.findChildren(QLabel) if label.isVisibleTo(form.beside)]


def test_a_value_is_changed_and_all_other_lines_stay(own: Window, qtbot: QtBot) -> None:
    form = opened(own, "fonds-2026")
    assert form.table.model.rows == (Row("Bernheze", "10"), Row("Oss", "20"))
    cell(form, 0, VALUE, "1.500")
    assert form.table.view.currentIndex().row() == 1
    qtbot.waitUntil(
        lambda: (
            "Bernheze krijgt €\u00a01.500 uit het fonds." in shown(form)
            or "Oss krijgt €\u00a020 uit het fonds." in shown(form)
        )
    )
    form.why.setText("nieuwe brief")
    QTest.mouseClick(form.save_button, Qt.MouseButton.LeftButton)
    assert read_text(own.office.context.own / "feiten" / "financien.yaml") == SERIES.replace("10    # Bernheze", "1500")
    assert own.session.library.facts["fonds-2026-gm1721"].statement == "Bernheze krijgt € 1.500 uit het fonds."
    assert own.notices.words.startswith("Bewaard als concept: reeks “fonds-2026”")
    last = history(own.office.context.own, Item("feiten", "fonds-2026")).latest
    assert last is not None
    assert (last.act, last.why) == ("gewijzigd", "nieuwe brief")


def test_a_mistake_stands_in_its_cell_and_keeps_it_from_being_saved(own: Window) -> None:
    form = opened(own, "fonds-2026")
    cell(form, 1, VALUE, "veel")
    wrong = form.table.model.index(1, VALUE)
    assert wrong.data(Qt.ItemDataRole.ToolTipRole) == "“veel” is geen bedrag; schrijf hele euro’s, zoals 1234567."
    assert wrong.data(Qt.ItemDataRole.AccessibleDescriptionRole) == wrong.data(Qt.ItemDataRole.ToolTipRole)
    assert form.table.wrong.text() == "Rij 2: “veel” is geen bedrag; schrijf hele euro’s, zoals 1234567."
    assert form.unsaved
    assert not form.save()
    assert told(form) == ["Rij 2: “veel” is geen bedrag; schrijf hele euro’s, zoals 1234567."]
    assert read_text(own.office.context.own / "feiten" / "financien.yaml") == SERIES
    cell(form, 1, VALUE, "30")
    assert form.save()
    assert own.session.library.series["fonds-2026"].rows["GM0828"] == "30"


def test_rows_are_pasted_and_put_back(own: Window) -> None:
    form = opened(own, "fonds-2026")
    QGuiApplication.clipboard().setText("Gemeente\tBedrag\nOss\t€ 2.500\nBoekel\t300\n")
    form.table.view.setFocus()
    QTest.keyClick(form.table.view, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert form.table.model.rows == (Row("Bernheze", "10"), Row("Oss", "€ 2.500"), Row("Boekel", "300"))
    assert form.table.count.text() == "1 rij erbij, 1 gewijzigd."
    QTest.mouseClick(button(form, "Zet terug"), Qt.MouseButton.LeftButton)
    assert form.table.model.rows == (Row("Bernheze", "10"), Row("Oss", "20"))


def test_rows_come_and_go_by_keyboard(own: Window) -> None:
    form = opened(own, "fonds-2026")
    form.table.add()
    finish(form, "Boekel")
    cell(form, 2, VALUE, "5")
    form.table.view.setCurrentIndex(form.table.model.index(0, NAME))
    form.table.view.selectRow(0)
    QTest.keyClick(form.table.view, Qt.Key.Key_Delete)
    assert form.table.model.rows == (Row("Oss", "20"), Row("Boekel", "5"))
    assert form.save()
    assert dict(own.session.library.series["fonds-2026"].rows) == {"GM0828": "20", "GM0755": "5"}


def test_a_new_series_is_made_from_nothing(window: Window) -> None:
    with_source(window)
    window.actions_by_id["nieuwe-reeks"].trigger()
    form = form_of(window)
    assert isinstance(form, SeriesPage)
    assert not form.save()
    assert "Voeg een rij toe." in told(form)
    area(form, "De bewering, in één zin").setPlainText("{naam} krijgt {budget} uit het fonds.")
    fill(form, Hoe_heet_de_waarde="budget", Geldt_vanaf="2026-03-01")
    write(line(form, "Bron"), "Brief over het fonds")
    cell(form, 0, NAME, "Oss")
    cell(form, 0, VALUE, "2.500")
    assert form.table.view.model().headerData(VALUE, Qt.Orientation.Horizontal) == "Budget"
    assert form.save(), told(form)
    made = next(key for key in window.session.library.series if key.startswith("naam-krijgt"))
    assert window.session.library.facts[f"{made}-gm0828"].statement == "Oss krijgt € 2.500 uit het fonds."


def test_a_shipped_series_is_corrected_row_by_row(window: Window) -> None:
    library = window.session.library
    key = next(iter(library.series))
    form = opened(window, key)
    assert form.heading == "Nieuwe reeks"
    form.table.view.setFocus()
    rows = form.table.model.rows
    form.table.model.show(rows[:1])
    assert form.save(), told(form)
    made = next(name for name in window.session.library.series if name not in library.series)
    assert window.session.library.series[made].corrects == (key,)
    chronology = window.session.library.chronology
    mended = next(iter(window.session.library.series[made].rows)).lower()
    assert chronology.corrections[f"{key}-{mended}"].id == f"{made}-{mended}"
    assert not window.session.library.problems


def test_what_was_offered_is_reviewed_and_can_be_improved(own: Window) -> None:
    form = opened(own, "fonds-2026")
    cell(form, 1, VALUE, "30")
    assert form.save(offering=True)
    own.office.show(REVIEW)
    review = own.office.review
    assert review.title.text() == "{naam} krijgt {bedrag} uit het fonds."
    improving = improving_form(Item("feiten", "fonds-2026"), own.office.context.writable()[-1], own.office.context)
    assert isinstance(improving, SeriesPage)
    assert improving.table.model.rows == (Row("Bernheze", "10"), Row("Oss", "30"))
    improving.close_down()
    improving.deleteLater()


def test_kinds_and_others_are_read_anew(own: Window) -> None:
    form = opened(own, "fonds-2026")
    box = next(found for found in form.findChildren(QComboBox) if found.accessibleName() == "Voor welke")
    box.setCurrentIndex(1)
    assert len(form.table.model.faults) == 2
    box.setCurrentIndex(0)
    assert not form.table.model.faults


def test_the_model_keeps_the_rules(own: Window) -> None:
    form = opened(own, "fonds-2026")
    model = RowsModel(form, form.table.model.reader, own.theme)
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Warning)
    model.show((Row("Oss", "1"),))
    assert model.setData(model.index(1, NAME), "Boekel")
    assert model.setData(model.index(0, VALUE), "x")
    assert model.rowCount() == 3
    model.show(())
    del tester
