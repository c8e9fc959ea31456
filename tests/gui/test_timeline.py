"""The timeline: painted, dragged, moved by keys, told in words."""

from datetime import date

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from composer.gui.timeline.view import TimelineView
from composer.gui.window import Window


@pytest.fixture
def view(desk: Window) -> TimelineView:
    desk.desk.set_reference_date(date(2024, 12, 10))
    desk.session.review_now()
    return desk.desk.timeline.view


def place(view: TimelineView, day: date) -> QPoint:
    geometry = view.geometry_now()
    assert geometry is not None
    return QPoint(round(geometry.x(day)), 40)


def test_the_lanes_of_the_dossier_are_rows_in_order(view: TimelineView) -> None:
    assert view.line is not None
    orders = [row.lane.order for row in view.line.rows]
    assert orders == sorted(orders)
    assert len(orders) > 4


def test_dragging_the_line_moves_the_peildatum_as_one_step(view: TimelineView, desk: Window, qtbot: QtBot) -> None:
    start, end = place(view, date(2024, 12, 10)), place(view, date(2025, 2, 1))
    QTest.mousePress(view.viewport(), Qt.MouseButton.LeftButton, pos=start)
    for x in range(start.x(), end.x() + 1, 8):
        view.mouse_to(QPointF(x, 40))
    view.mouse_to(QPointF(end))
    QTest.mouseRelease(view.viewport(), Qt.MouseButton.LeftButton, pos=end)
    assert desk.session.letter is not None
    assert abs((desk.session.letter.reference_date - date(2025, 2, 1)).days) <= 2
    desk.session.undo()
    assert desk.session.letter.reference_date == date(2024, 12, 10)


@pytest.mark.parametrize(
    ("key", "modifier", "expected"),
    [
        (Qt.Key.Key_Right, Qt.KeyboardModifier.NoModifier, date(2024, 12, 11)),
        (Qt.Key.Key_Left, Qt.KeyboardModifier.NoModifier, date(2024, 12, 9)),
        (Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier, date(2025, 1, 10)),
        (Qt.Key.Key_Left, Qt.KeyboardModifier.ShiftModifier, date(2024, 11, 10)),
    ],
)
def test_arrows_move_the_line(
    view: TimelineView, desk: Window, qtbot: QtBot, key: Qt.Key, modifier: Qt.KeyboardModifier, expected: date
) -> None:
    QTest.keyClick(view, key, modifier)
    assert desk.session.letter is not None
    assert desk.session.letter.reference_date == expected


def test_the_line_stays_within_the_scale(view: TimelineView) -> None:
    assert view.line is not None
    first = view.line.scale.knots[0]
    view.move_to(date(1999, 1, 1))
    assert view.day == first


def test_what_is_under_the_mouse_is_told(view: TimelineView) -> None:
    geometry = view.geometry_now()
    assert geometry is not None
    bar = geometry.bars()[0]
    assert view.told_at(bar.firm.center()).startswith(bar.bar.fact.statement)
    event, dot = geometry.dots()[-1]
    assert event.facts[0].statement in view.told_at(dot.center())
    assert view.told_at(QPointF(5, 5)) == ""


def test_what_holds_on_the_day_is_read_out(view: TimelineView) -> None:
    assert view.accessibleName() == "Tijdlijn, peildatum 10 december 2024"
    assert "De VNG neemt niet deel aan het IZA" in view.accessibleDescription()


def test_nothing_is_shown_without_a_letter(window: Window) -> None:
    assert window.desk.timeline.view.geometry_now() is None
    assert window.desk.timeline.view.told_at(QPointF(5, 5)) == ""
