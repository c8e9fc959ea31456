"""Everything by keyboard, everything with a name: an audit of every part of every panel."""

from collections import Counter
from collections.abc import Callable, Iterator
from datetime import date

import pytest
from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QCalendarWidget,
    QComboBox,
    QLabel,
    QLineEdit,
    QWidget,
)
from pytestqt.qtbot import QtBot

from composer.domain.fact import Fact
from composer.gui.desk.desk import ATTACHMENTS, FINDINGS, PAGE, QUESTIONS, SOURCES
from composer.gui.desk.side import SidePanel
from composer.gui.settings import WELCOMED, Settings
from composer.gui.sources.reader import SourceReader
from composer.gui.window import Window
from composer.library.library import Library
from composer.work.following.evidence import Opened, shown
from tests.gui.colours import contrast_of
from tests.gui.conftest import MakeWindow

Scene = Callable[[Window], object]


def show_preview(window: Window) -> None:
    window.desk.passages.list.setFocus()
    window.desk.passages.list.select(0)
    window.desk.passages.look_at(window.desk.passages.list.selected() or "")


def cited(window: Window) -> Fact:
    """The first fact of the letter."""
    review = window.session.review
    assert review is not None
    names = (name for note in review.assembly.document.notes for name in note.facts)
    return next(fact for name in names if (fact := window.session.library.facts.get(name)))


def read(window: Window) -> None:
    item = shown(cited(window), window.session.library, ())[0]
    reader = SourceReader(Opened(item.source, "Eén regel\nen nog één", ((0, 3),), (0,)), window.theme)
    window.desk.facts.lay(reader, "Stuk").open_above_middle()


def move(window: Window) -> None:
    window.desk.right.show_tab(FINDINGS)
    window.desk.set_reference_date(date(2025, 3, 5))
    window.session.review_now()


SCENES: dict[str, Scene] = {
    "bureau": lambda window: window.desk.right.show_tab(PAGE),
    "bronnen": lambda window: window.desk.right.show_tab(SOURCES),
    "controle": lambda window: window.desk.right.show_tab(FINDINGS),
    "bijlagen": lambda window: window.desk.right.show_tab(ATTACHMENTS),
    "vragen": lambda window: window.desk.right.show_tab(QUESTIONS),
    "tekstblok": show_preview,
    "gemeente": lambda window: window.bar.choices.open_municipality(),
    "soort": lambda window: window.bar.choices.open_template(),
    "peildatum": lambda window: window.bar.choices.open_dates(),
    "acties": lambda window: window.over.open_palette(),
    "sneltoetsen": lambda window: window.over.open_shortcuts(),
    "over": lambda window: window.over.open_about(),
    "maak": lambda window: window.making.open_card(),
    "vraag": lambda window: window.desk.doing.ask("gemeente.deelname_spuk"),
    "vindplaats": lambda window: window.desk.facts.show_place(cited(window).id),
    "stuk": lambda window: read(window),
    "nieuw feit": lambda window: window.fact_making.begin(cited(window).evidence[0]),
    "versies": lambda window: window.beside.open_versions(window.theme),
    "toezeggingen": lambda window: window.beside.open_register(),
    "handleiding": lambda window: window.open_manual(),
    "verouderd": lambda window: move(window),
    "smal": lambda window: window.resize(960, 600),
    "begin": lambda window: window.reception.show(),
}


def parts(widget: QWidget) -> Iterator[QWidget]:
    """What the user can reach, Qt's own inner parts left aside."""
    for found in widget.findChildren(QWidget):
        if found.isVisible() and found.focusPolicy() != Qt.FocusPolicy.NoFocus and not _inner(found):
            yield found


def _inner(widget: QWidget) -> bool:
    parent = widget.parent()
    return widget.objectName().startswith("qt_") or isinstance(parent, QAbstractItemView | QComboBox | QCalendarWidget)


def name_of(widget: QWidget) -> str:
    if widget.accessibleName():
        return widget.accessibleName()
    return widget.text() if isinstance(widget, QAbstractButton) else ""


def described(widget: QWidget) -> str:
    chain: list[str] = []
    at: object = widget
    while isinstance(at, QWidget):
        chain.append(type(at).__name__)
        at = at.parent()
    return " < ".join(chain[:5])


@pytest.mark.parametrize("scene", SCENES)
def test_every_part_has_a_name(desk: Window, qtbot: QtBot, scene: str) -> None:
    SCENES[scene](desk)
    qtbot.wait(20)
    nameless = [described(widget) for widget in parts(desk) if not name_of(widget).strip()]
    assert nameless == []


@pytest.mark.parametrize("scene", SCENES)
def test_every_button_and_field_can_be_reached_with_tab(desk: Window, qtbot: QtBot, scene: str) -> None:
    SCENES[scene](desk)
    controls = [w for w in parts(desk) if isinstance(w, QAbstractButton | QLineEdit) and not in_group(w)]
    unreachable = [name_of(w) for w in controls if not w.focusPolicy().value & Qt.FocusPolicy.TabFocus.value]
    assert unreachable == []


@pytest.mark.parametrize("scene", SCENES)
def test_where_the_keyboard_is_can_be_seen(desk: Window, qtbot: QtBot, scene: str) -> None:
    SCENES[scene](desk)
    settle(desk, qtbot)
    controls = [w for w in parts(desk) if isinstance(w, QAbstractButton | QLineEdit) and w.isEnabled()]
    assert [described(widget) for widget in controls if not shows_focus(widget, desk)] == []


def settle(window: Window, qtbot: QtBot) -> None:
    """Everything that is made new has its size, and everything is in its place."""
    qtbot.wait(80)
    qtbot.waitUntil(lambda: all(w.height() > 0 for w in window.findChildren(QAbstractButton) if w.isVisible()))


def shows_focus(widget: QWidget, window: Window) -> bool:
    """Whether a part looks otherwise when it has the keyboard."""
    window.setFocus()
    without = widget.grab().toImage()
    widget.setFocus(Qt.FocusReason.TabFocusReason)
    return not widget.hasFocus() or widget.grab().toImage() != without


@pytest.mark.parametrize("theme", ["licht", "donker", "contrast"])
def test_every_text_can_be_read(desk: Window, qtbot: QtBot, theme: str) -> None:
    """In each of the scenes; a text is looked at once, where it lies open."""
    desk.choose_theme(theme)
    faint: dict[str, float] = {}
    for name, scene in SCENES.items():
        put_away(desk)
        scene(desk)
        settle(desk, qtbot)
        picture = desk.grab().toImage()
        for widget, place in texts(desk):
            if (found := strength(picture.copy(place))) < 4.5:
                faint[f"{name}: {described(widget)}: {widget.text()}"] = found
    desk.choose_theme("licht")
    assert faint == {}


def put_away(window: Window) -> None:
    """No card lies over the window."""
    window.over.close_card()
    window.desk.doing.close_card()
    for card in (window.bar.choices.card, window.desk.facts.evidence_card):
        if card is not None:
            card.close_card()


def texts(window: Window) -> Iterator[tuple[QLabel | QAbstractButton, QRect]]:
    """What has words on it and can be used, with where in the window it lies, none of it covered."""
    for widget in window.findChildren(QWidget):
        if isinstance(widget, QLabel | QAbstractButton) and widget.isEnabled() and widget.text().strip():
            place = QRect(widget.mapTo(window, QPoint(0, 0)), widget.size())
            whole = widget.visibleRegion().boundingRect() == widget.rect()
            corners = (place.topLeft(), place.center(), place.bottomRight())
            if whole and all(lies_open(widget, window.childAt(corner)) for corner in corners):
                yield widget, place.intersected(QRect(place.topLeft(), LOOKED_AT))


def lies_open(widget: QWidget, found: QWidget | None) -> bool:
    return found is widget or (found is not None and widget.isAncestorOf(found))


LOOKED_AT = QSize(180, 30)
"""Pixels of a text that are enough to judge it."""


def strength(part: QImage) -> float:
    """The contrast of the strongest ink against the ground, which is the colour that there is most of."""
    colours = Counter(part.pixel(x, y) for x in range(part.width()) for y in range(part.height()))
    ground = QColor(colours.most_common(1)[0][0])
    return max(contrast_of(QColor(colour), ground) for colour in colours)


def in_group(widget: QWidget) -> bool:
    """Of buttons of which one is chosen, Tab goes to that one and the arrows to the others."""
    return isinstance(widget, QAbstractButton) and (bool(widget.group()) or widget.autoExclusive())


def test_the_welcome_has_names_too(make_window: MakeWindow, content: Library, settings: Settings) -> None:
    settings.put(WELCOMED, False)
    window = make_window(settings, content)
    assert [described(widget) for widget in parts(window) if not name_of(widget).strip()] == []


def holder(window: Window) -> QWidget | None:
    focused = window.focusWidget()
    places = window.desk.places()
    return next((place for place in places if focused and (place is focused or place.isAncestorOf(focused))), None)


def test_f6_goes_round_the_panels_both_ways(desk: Window, qtbot: QtBot) -> None:
    places = desk.desk.places()
    desk.desk.editor.setFocus()
    seen = [holder(desk)]
    for _ in places:
        desk.desk.go_to_place(1)
        seen.append(holder(desk))
    assert seen == [places[1], places[2], places[3], places[0], places[1]]
    desk.desk.go_to_place(-1)
    assert holder(desk) is places[0]


def test_a_side_folds_before_the_letter_gets_too_narrow(desk: Window, qtbot: QtBot) -> None:
    columns = desk.desk.columns
    for width, left, right in ((1440, False, False), (1000, False, True), (1280, False, False)):
        desk.resize(width, 720)
        qtbot.waitUntil(lambda width=width: columns.width() == width)
        assert (columns.left.folded, columns.right.folded) == (left, right)
        assert columns.letter.width() >= 560


def test_a_folded_side_opens_from_its_rail_in_the_place_of_the_other(desk: Window, qtbot: QtBot) -> None:
    desk.resize(1000, 720)
    qtbot.waitUntil(lambda: desk.desk.right.folded)
    desk.desk.right.rail.buttons[FINDINGS].click()
    assert not desk.desk.right.folded
    assert desk.desk.right.current() == FINDINGS
    assert desk.desk.left.folded
    assert isinstance(desk.desk.left, SidePanel)


def test_panels_go_away_and_come_back(desk: Window) -> None:
    for toggle, is_shown in (
        (desk.desk.toggle_left, desk.desk.left_shown),
        (desk.desk.toggle_right, desk.desk.right_shown),
        (desk.desk.toggle_timeline, desk.desk.timeline_shown),
    ):
        assert is_shown()
        toggle()
        assert not is_shown()
        toggle()
        assert is_shown()
