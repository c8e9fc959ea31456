"""The tabs at the right: pages, sources, findings, attachments."""

from functools import partial

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from composer.domain.finding import Finding
from composer.domain.letter import Attachment
from composer.gui.pages.panel import in_pages
from composer.gui.window import Window
from tests.gui.conftest import equal

LONG = 20_000


@pytest.fixture
def on_page(desk: Window, qtbot: QtBot) -> Window:
    """With the pages made."""
    qtbot.waitUntil(lambda: bool(desk.desk.pages.sheets.pages), timeout=LONG)
    return desk


def test_the_pages_are_made_beside_the_window(on_page: Window) -> None:
    page = on_page.desk.pages.sheets.pages[0]
    assert round(page.width) == 595
    assert page.image.width() > 200
    assert on_page.desk.pages.length.text().endswith("van 2 A4")


def test_the_pages_follow_the_letter(on_page: Window, qtbot: QtBot) -> None:
    letter = on_page.session.letter
    assert letter is not None
    before = on_page.desk.pages.sheets.pages[0].image
    on_page.session.change(letter.with_field("onderwerp", "Een heel ander onderwerp"), "onderwerp wijzigen")
    qtbot.waitUntil(lambda: on_page.desk.pages.sheets.pages[0].image != before, timeout=LONG)


def _note(places: list[tuple[int, float]], page: int, points: float) -> None:
    places.append((page, points))


def test_a_click_on_the_page_names_the_piece(on_page: Window, qtbot: QtBot) -> None:
    review = on_page.session.review
    assert review is not None
    piece = review.assembly.pieces[0].piece.id
    pages = on_page.desk.pages
    places: list[tuple[int, float]] = []
    pages.renderer.place_found.connect(partial(_note, places))
    pages.show_piece(piece)
    qtbot.waitUntil(lambda: bool(places), timeout=LONG)
    number, top = places[0]
    with qtbot.waitSignal(pages.piece_clicked, timeout=LONG, check_params_cb=equal(piece)):
        pages.renderer.look_up(number, 150, pages.sheets.pages[number].height - top - 4)


def test_the_page_gets_larger_and_fits_again(on_page: Window) -> None:
    pages = on_page.desk.pages
    fitting = pages.zoom
    pages.zoom_by(1.5)
    assert pages.zoom == pytest.approx(fitting * 1.5)
    assert pages.scale.text().endswith("%")
    pages.fit()
    assert pages.zoom == pytest.approx(fitting)
    assert pages.scale.text() == "Passend"


def test_only_the_latest_request_is_shown(on_page: Window, qtbot: QtBot) -> None:
    review = on_page.session.review
    assert review is not None
    made: list[object] = []
    renderer = on_page.desk.pages.renderer
    renderer.pages_made.connect(made.append)
    for _ in range(5):
        renderer.show(review.assembly.document, on_page.session.rendering, 0.5)
    qtbot.waitUntil(lambda: bool(made), timeout=LONG)
    qtbot.wait(300)
    assert len(made) == 1


@pytest.mark.parametrize(("length", "words"), [(1.44, "1,4 van 2 A4"), (2.0, "2,0 van 2 A4"), (3.95, "4,0 van 2 A4")])
def test_length_in_words(length: float, words: str) -> None:
    assert in_pages(length) == words


def test_sources_lead_to_the_pieces_that_cite_them(desk: Window, qtbot: QtBot) -> None:
    sources = desk.desk.sources
    assert sources.list.rows.rowCount() > 5
    sources.list.setCurrentIndex(sources.list.rows.index(0))
    links = sources.links()
    assert [link.text() for link in links][-1] == "Toon vindplaats"
    with qtbot.waitSignal(sources.piece_requested):
        links[0].click()


def test_a_fact_is_shown_among_the_sources(desk: Window) -> None:
    review = desk.session.review
    assert review is not None
    fact = next(
        name for note in review.assembly.document.notes for name in note.facts if name in desk.session.library.facts
    )
    assert desk.desk.sources.show_fact(fact)
    assert not desk.desk.sources.show_fact("bestaat-niet")


def test_findings_come_with_their_remedies(desk: Window, qtbot: QtBot) -> None:
    letter = desk.session.letter
    assert letter is not None
    desk.session.change(letter.with_field("portefeuillehouder", ""), "leegmaken")
    desk.session.review_now()
    remark = next(r for r in desk.desk.findings.remarks() if r.finding.code == "gat")
    assert remark.accessibleName().startswith("Houdt de brief tegen. Portefeuillehouder ontbreekt.")
    with qtbot.waitSignal(desk.desk.doing.field_requested, check_params_cb=equal("portefeuillehouder")):
        remark.buttons[0].click()


def test_findings_that_stay_the_same_are_left_alone(desk: Window) -> None:
    before = desk.desk.findings.remarks()
    desk.session.review_now()
    assert desk.desk.findings.remarks() == before


def test_what_was_set_aside_can_count_again(desk: Window, qtbot: QtBot) -> None:
    assert desk.session.letter is not None
    count = len(desk.session.letter.waivers)
    desk.desk.doing.set_aside(Finding("proef", "tip", "…", words="inzake"), "zo heet het")
    desk.session.review_now()
    again = [button for button in desk.desk.findings.recalls() if "inzake" in button.accessibleName()]
    again[0].click()
    assert len(desk.session.letter.waivers) == count


def attachments(window: Window) -> tuple[Attachment, ...]:
    assert window.session.letter is not None
    return window.session.letter.attachments


def test_attachments_are_added_changed_moved_and_removed(desk: Window, qtbot: QtBot) -> None:
    panel = desk.desk.attachments
    letter = desk.session.letter
    assert letter is not None
    desk.session.change(letter.with_changes(attachments=()), "leegmaken")
    assert panel.hint.isVisibleTo(panel)
    for title in ("Resolutie", "Ledenbrief"):
        QTest.keyClicks(panel.new, title)
        QTest.keyClick(panel.new, Qt.Key.Key_Return)
    first, second = panel.rows()
    first.public.click()
    second.moved.emit(1, -1)
    assert [(item.title, item.public) for item in attachments(desk)] == [
        ("Ledenbrief", True),
        ("Resolutie", False),
    ]
    row = panel.rows()[0]
    row.title.setText("Ledenbrief van de VNG")
    row.title.editingFinished.emit()
    assert attachments(desk)[0].title == "Ledenbrief van de VNG"
    panel.rows()[0].removed.emit(0)
    assert [item.title for item in attachments(desk)] == ["Resolutie"]
    assert desk.session.undo_words == "bijlage weghalen"
