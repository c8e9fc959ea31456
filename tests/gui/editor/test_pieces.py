"""Pieces as a whole: moved by keys and by dragging, removed, put back, shown as they were and as they are made."""

from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt
from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from composer.domain.letter import Letter, Piece
from composer.gui.editor.cards import ChangeCard, SourceCard
from composer.gui.editor.painting import bring_into_view, stretches
from composer.gui.passages.model import MIME
from composer.gui.popover import Popover
from tests.gui.editor.conftest import ASKS, PASSAGE, Desk, Heard, MakeDesk

KEY = Qt.Key
ALT, CTRL, SHIFT = (
    Qt.KeyboardModifier.AltModifier,
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.ShiftModifier,
)


def ids(desk: Desk, section: str) -> list[str]:
    return [piece.id for piece in desk.letter.sections[section]]


def run(desk: Desk, name: str) -> None:
    spec = next(spec for spec in desk.editor.actions() if spec.id == name)
    assert spec.hindrance() is None, spec.hindrance()
    spec.run()


def hindrance(desk: Desk, name: str) -> str | None:
    return next(spec for spec in desk.editor.actions() if spec.id == name).hindrance()


def test_alt_and_arrows_move_a_piece_with_the_cursor_in_it(desk: Desk) -> None:
    desk.put("c", "aan het")
    desk.key(KEY.Key_Up, ALT)
    assert ids(desk, "gevolgen") == ["c", "b"]
    assert desk.order().index("stuk:c") < desk.order().index("stuk:b")
    desk.keys("!")
    assert "aan het! plan" in desk.written("c")
    desk.ctrl(KEY.Key_Z)
    desk.ctrl(KEY.Key_Z)
    assert ids(desk, "gevolgen") == ["b", "c"]


def test_a_piece_goes_on_into_the_next_section(desk: Desk) -> None:
    desk.at_start("c")
    desk.key(KEY.Key_Down, ALT)
    order = list(desk.letter.sections)
    below = desk.writing.sheet.order[desk.writing.sheet.order.index("gevolgen") + 1] if desk.writing.sheet else ""
    assert ids(desk, "gevolgen") == ["b"] and ids(desk, below) == ["c"] and below in order
    desk.key(KEY.Key_Up, ALT)
    assert ids(desk, "gevolgen") == ["b", "c"]


def test_at_the_top_a_piece_cannot_go_higher(make_desk: MakeDesk, small: Letter) -> None:
    desk = make_desk(small.with_section("kernboodschap", (Piece(id="k", text="Kern."),)))
    desk.at_start("k")
    assert hindrance(desk, "stuk-omhoog") == "Dit stuk staat al bovenaan."


def test_a_click_on_the_mark_selects_the_piece(desk: Desk) -> None:
    desk.click(desk.bar("a"))
    cursor = desk.page.textCursor()
    assert (cursor.selectionStart(), cursor.selectionEnd()) == desk.bounds("a")
    desk.key(KEY.Key_Delete)
    assert ids(desk, "resolutie") == []


def test_dragging_the_mark_moves_the_piece(desk: Desk) -> None:
    bring_into_view(desk.page, desk.writing.extent("stuk:c"))
    handle, target = desk.bar("c"), desk.bar("b")
    view = desk.page.viewport()
    above = QPoint(target.x(), target.y() - 60)
    QTest.mousePress(view, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, handle)
    QTest.mouseMove(view, handle + QPoint(0, -20))
    QTest.mouseMove(view, above)
    QTest.mouseRelease(view, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, above)
    assert ids(desk, "gevolgen") == ["c", "b"]
    assert desk.session.undo_words == "stuk verplaatsen"


def test_dragging_goes_from_section_to_section(desk: Desk) -> None:
    bring_into_view(desk.page, desk.writing.extent("kop:regio"))
    view, handle = desk.page.viewport(), desk.bar("c")
    heading = next(s for s in stretches(desk.page, desk.writing) if s.part.key == "kop:financien").rect
    below = QPoint(handle.x(), heading.bottom() + 4)
    QTest.mousePress(view, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, handle)
    QTest.mouseMove(view, handle + QPoint(0, 30))
    QTest.mouseMove(view, below)
    assert not view.grab().isNull()
    QTest.mouseRelease(view, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, below)
    assert ids(desk, "financien") == ["c"] and ids(desk, "gevolgen") == ["b"]


def test_the_mark_tells_where_a_piece_comes_from(desk: Desk) -> None:
    assert desk.page.pointer.hint(desk.bar("a")).startswith("Uit de bibliotheek: ")
    desk.put("a", "nam")
    desk.keys("x")
    desk.settle()
    assert desk.page.pointer.hint(desk.bar("a")).startswith("Aangepast tekstblok: ")
    assert desk.page.accessibleDescription().startswith("Aangepast tekstblok: ")
    desk.at_start("c")
    assert desk.page.accessibleDescription() == "Eigen tekst"


def test_the_piece_at_the_cursor_is_told(desk: Desk) -> None:
    desk.at_start("a")
    told = Heard(desk.editor.piece_selected)
    desk.at_start("c")
    desk.at_start("kop:gevolgen")
    assert told.calls == [("c",), ("",)]


def test_removing_a_piece_by_its_action(desk: Desk) -> None:
    desk.at_start("b")
    desk.key(KEY.Key_Delete, CTRL | SHIFT)
    assert ids(desk, "gevolgen") == ["c"]
    assert "stuk:b" not in desk.order()


def test_what_was_changed_is_shown_and_can_be_put_back(desk: Desk) -> None:
    desk.at_start("a")
    assert hindrance(desk, "toon-wijziging") is not None
    desk.put("a", "nam de ")
    desk.keys("hele ")
    run(desk, "toon-wijziging")
    (popover,) = (p for p in desk.editor.findChildren(Popover) if p.isVisible() and isinstance(p.content, ChangeCard))
    card = popover.content
    assert isinstance(card, ChangeCard)
    assert "underline" in card.words.text() and "(nieuw: hele" in card.words.accessibleName()
    card.put_back.emit()
    assert desk.piece("a").adapted is None
    assert "hele" not in desk.words("a")
    desk.ctrl(KEY.Key_Z)
    assert "hele" in desk.words("a")


def test_the_source_is_shown_to_who_asks_and_can_be_changed(desk: Desk) -> None:
    desk.at_start("a")
    run(desk, "toon-bron")
    (popover,) = (p for p in desk.editor.findChildren(Popover) if p.isVisible() and isinstance(p.content, SourceCard))
    card = popover.content
    assert isinstance(card, SourceCard)
    assert card.editor.toPlainText().startswith("Op {{ feit[")
    card.editor.setPlainText("Wij in {{ gemeente.nam }}.")
    card.chosen.emit(card.editor.toPlainText())
    assert "Bedoelde u “gemeente.naam”?" in card.problem.text() and card.problem.isVisible()
    card.chosen.emit("Wij in {{ gemeente.naam }}.")
    assert desk.piece("a").adapted == "Wij in {{ gemeente.naam }}."
    assert desk.words("a") == "Wij in Bernheze."


def test_an_open_choice_is_answered_in_the_source(make_desk: MakeDesk, small: Letter) -> None:
    desk = make_desk(small.with_section("gevolgen", (Piece(id="c", snippet=ASKS),)))
    desk.at_start("c")
    assert "{% if" in desk.editor.pieces.source()
    assert hindrance(desk, "toon-bron") is None
    desk.select(*desk.bounds("c"))
    desk.key(KEY.Key_Delete)
    assert ids(desk, "gevolgen") == []


def test_a_passage_for_others_is_told_and_can_be_removed(make_desk: MakeDesk, small: Letter) -> None:
    snippets = make_desk(small).session.library.snippets.values()
    name = next(s.id for s in snippets if s.condition == 'gemeente.mandaatgemeente == "ja"' or s.condition)
    desk = make_desk(small.with_section("gevolgen", (Piece(id="c", snippet=name),)))
    part = desk.writing.parts["stuk:c"]
    if part.kind == "weg":
        assert "staat" in desk.words("c")
        desk.at_end("c")
        desk.keys("x")
        assert desk.letter.sections["gevolgen"][0].adapted is None
        desk.key(KEY.Key_Return)
        desk.keys("Eigen.")
        assert [piece.text for piece in desk.letter.sections["gevolgen"]] == [None, "Eigen.\n"]
        desk.at_start("c")
        run(desk, "stuk-verwijderen")
        assert len(desk.letter.sections["gevolgen"]) == 1


def test_the_menu_offers_what_can_be_done(desk: Desk) -> None:
    desk.at_start("a")
    desk.page.on_menu(QPoint(100, 100))
    (menu,) = (menu for menu in desk.page.findChildren(QMenu) if menu.isVisible())
    offered = {action.text(): action for action in menu.actions() if action.text()}
    assert offered["Toon bron van dit stuk"].isEnabled()
    assert not offered["Zet terug"].isEnabled()
    offered["Verwijder het stuk"].trigger()
    menu.close()
    assert ids(desk, "resolutie") == []


def test_every_action_runs_or_says_why_not(desk: Desk) -> None:
    desk.put("c", "aan het plan")
    for spec in desk.editor.actions():
        reason = spec.hindrance()
        assert reason is None or reason.endswith(".") or reason
        if reason is None:
            spec.run()
        for popover in desk.editor.findChildren(Popover):
            popover.close_card()
        for menu in desk.page.findChildren(QMenu):
            menu.close()
    assert PASSAGE in {piece.snippet for piece in desk.letter.pieces()}


def test_dragging_past_the_edge_scrolls_and_escape_stops_it(make_desk: MakeDesk, small: Letter, qtbot: QtBot) -> None:
    many = tuple(Piece(id=f"p{n}", text=f"Stuk {n}. " + "Woorden die de regel vullen. " * 12) for n in range(20))
    desk = make_desk(small.with_section("gevolgen", many))
    desk.editor.go_to_piece("p2")
    view, handle, bar = desk.page.viewport(), desk.bar("p2"), desk.page.verticalScrollBar()
    before, begun = desk.letter, bar.value()
    low = QPoint(handle.x(), view.height() - 4)
    QTest.mousePress(view, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, handle)
    QTest.mouseMove(view, handle + QPoint(0, 30))
    QTest.mouseMove(view, low)
    qtbot.waitUntil(lambda: bar.value() > begun + 100)
    desk.key(KEY.Key_Escape)
    still = bar.value()
    QTest.mouseRelease(view, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, low)
    qtbot.wait(100)
    assert desk.letter == before and bar.value() == still


def test_a_passage_is_dropped_below_the_line_that_is_shown(desk: Desk) -> None:
    data = QMimeData()
    data.setData(MIME, PASSAGE.encode())
    bring_into_view(desk.page, desk.writing.extent("kop:regio"))
    heading = next(s for s in stretches(desk.page, desk.writing) if s.part.key == "kop:financien").rect
    here, left, none = heading.center(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    for kind in (QDragEnterEvent, QDragMoveEvent):
        event = kind(here, Qt.DropAction.CopyAction, data, left, none)
        QApplication.sendEvent(desk.page.viewport(), event)
        assert event.isAccepted()
    drop = QDropEvent(QPointF(here), Qt.DropAction.CopyAction, data, left, none)
    QApplication.sendEvent(desk.page.viewport(), drop)
    assert [piece.snippet for piece in desk.letter.sections["financien"]] == [PASSAGE]
