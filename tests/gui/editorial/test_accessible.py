"""Every part of every page about the library has a name and can be reached; readable in both themes; nothing stays behind."""

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QLineEdit, QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot

from composer.gui.editorial.tabs import AGENDA, CONTENTS, HEALTH, REVIEW, SHARING
from composer.gui.theme import DARK, LIGHT, Theme
from composer.gui.window import Window
from tests.gui.editorial.conftest import PASSAGE
from tests.gui.test_accessible import described, in_group, name_of, parts

Scene = Callable[[Window], object]


def municipality(window: Window) -> None:
    window.office.show_contents()
    window.office.contents.go_to("gemeenten", "GM1721")
    entry = window.office.contents.selected()
    assert entry is not None
    window.office.edit(entry)


def past(window: Window) -> None:
    window.office.show_contents()
    window.office.contents.go_to(PASSAGE.kind, PASSAGE.id)
    entry = window.office.contents.selected()
    assert entry is not None
    window.office.beside.show_history(entry)


def mistakes(window: Window) -> None:
    window.office.make_new("feiten")
    assert window.office.room.form is not None
    window.office.room.form.save()


def edit(window: Window, kind: str, key: str) -> None:
    window.office.show_contents()
    window.office.contents.go_to(kind, key)
    entry = window.office.contents.selected()
    assert entry is not None
    window.office.edit(entry)


SCENES: dict[str, Scene] = {
    "inhoud": lambda window: window.office.show(CONTENTS),
    "beoordelen": lambda window: window.office.show(REVIEW),
    "agenda": lambda window: window.office.show(AGENDA),
    "stand": lambda window: window.office.show(HEALTH),
    "delen": lambda window: window.office.show(SHARING),
    "bron": lambda window: window.office.make_new("bronnen"),
    "feit": mistakes,
    "tekstblok": lambda window: window.office.make_new("tekstblokken"),
    "sjabloon": lambda window: window.office.make_new("sjablonen"),
    "reeks": lambda window: edit(window, "feiten", "brede-spuk-2026"),
    "huisstijl": lambda window: edit(window, "huisstijlen", "neutraal"),
    "gemeente": municipality,
    "geschiedenis": past,
}


def test_every_part_has_a_name_and_a_place_in_the_tab_order(offered: Window, qtbot: QtBot) -> None:
    for name, scene in SCENES.items():
        scene(offered)
        qtbot.wait(50)
        found = list(parts(offered))
        assert [described(widget) for widget in found if not name_of(widget).strip()] == [], name
        controls = [w for w in found if isinstance(w, QAbstractButton | QLineEdit | QPlainTextEdit) and not in_group(w)]
        assert [name_of(w) for w in controls if not w.focusPolicy().value & Qt.FocusPolicy.TabFocus.value] == [], name
        offered.over.close_card()
        offered.office.room.drop_form()


def luminance(colour: QColor) -> float:
    def linear(part: float) -> float:
        return part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4

    return 0.2126 * linear(colour.redF()) + 0.7152 * linear(colour.greenF()) + 0.0722 * linear(colour.blueF())


def labels(window: Window) -> Iterator[QLabel]:
    found = window.office.room.findChildren(QLabel)
    yield from (label for label in found if label.isVisible() and label.text() and not label.visibleRegion().isEmpty())


@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=["licht", "donker"])
def test_texts_stand_out_in_both_themes(offered: Window, qtbot: QtBot, theme: Theme) -> None:
    """At least 4.5 to 1 against the ground they stand on."""
    offered.set_theme(theme)
    for scene in ("inhoud", "beoordelen", "delen", "feit", "reeks", "huisstijl"):
        SCENES[scene](offered)
        qtbot.wait(50)
        look(offered)


def look(offered: Window) -> None:
    picture = offered.grab().toImage()
    for label in labels(offered):
        ink = label.palette().windowText().color()
        at = label.mapTo(offered, label.visibleRegion().boundingRect().topLeft())
        ground = picture.pixelColor(at)
        light, dark = sorted((luminance(ink), luminance(ground)), reverse=True)
        assert (light + 0.05) / (dark + 0.05) >= 4.5, (label.text(), ink.name(), ground.name())


def test_nothing_stays_behind(window: Window, qtbot: QtBot) -> None:
    """After every form and page no windows and no timers of theirs go on."""
    before = {widget for widget in QApplication.topLevelWidgets() if widget.isVisible()}
    for scene in ("bron", "tekstblok", "sjabloon", "reeks", "huisstijl", "stand", "inhoud"):
        SCENES[scene](window)
        qtbot.wait(20)
        window.office.room.drop_form()
    window.office.left.emit()
    qtbot.wait(700)
    after: set[QWidget] = {widget for widget in QApplication.topLevelWidgets() if widget.isVisible()}
    assert after == before
    running = [timer for timer in window.office.room.findChildren(QTimer) if timer.isActive()]
    assert running == []
