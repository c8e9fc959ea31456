"""Colours that can be read, in both themes, and one style sheet made from them."""

import re
from itertools import product

import pytest
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from composer.gui.icons import SHAPES, icon
from composer.gui.style import SHEET, stylesheet
from composer.gui.theme import DARK, LIGHT, ROLES, STRONG_DARK, STRONG_LIGHT, Theme, chosen_theme, palette
from tests.gui.colours import contrast_of

THEMES = [
    pytest.param(theme, id=name)
    for name, theme in (
        ("licht", LIGHT),
        ("donker", DARK),
        ("sterk licht", STRONG_LIGHT),
        ("sterk donker", STRONG_DARK),
    )
]
TEXTS = [
    *product(("ink", "muted", "accent", "good", "notice", "wrong"), ("panel", "paper", "background")),
    *((role, f"{role}-soft") for role in ("accent", "good", "notice", "wrong")),
    ("on-accent", "accent"),
    ("on-accent", "accent-strong"),
    ("ink", "gap"),
    ("ink", "hover"),
    ("muted", "hover"),
    ("ink", "field"),
    ("muted", "field"),
    ("ink", "accent-soft"),
    ("muted", "accent-soft"),
]
LINES = [
    ("edge", "panel"),
    ("edge", "field"),
    ("accent", "panel"),
    ("accent", "background"),
    ("adapted", "paper"),
    ("own", "paper"),
]


def contrast(theme: Theme, one: str, other: str) -> float:
    return contrast_of(theme.colour(one), theme.colour(other))


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize(("text", "ground"), TEXTS)
def test_text_can_be_read(theme: Theme, text: str, ground: str) -> None:
    assert contrast(theme, text, ground) >= 4.5


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize(("line", "ground"), LINES)
def test_lines_that_carry_meaning_can_be_seen(theme: Theme, line: str, ground: str) -> None:
    assert contrast(theme, line, ground) >= 3


def test_every_role_of_the_style_sheet_exists() -> None:
    assert set(re.findall(r"@([a-z-]+)", SHEET)) <= set(ROLES)


def test_the_style_sheet_is_understood(qtbot: QtBot) -> None:
    widget = QWidget()
    qtbot.addWidget(widget)
    for theme in (LIGHT, DARK):
        widget.setStyleSheet(stylesheet(theme))
        label = QLabel("tekst", widget)
        label.setProperty("text-role", "secondary")
        label.ensurePolished()
        assert label.font().pixelSize() == 13


def test_a_theme_can_be_chosen() -> None:
    assert chosen_theme("licht") is LIGHT
    assert chosen_theme("donker") is DARK
    assert chosen_theme("systeem") in (LIGHT, DARK)
    assert palette(DARK).window().color() == DARK.colour("panel")


@pytest.mark.parametrize("name", SHAPES)
def test_every_icon_draws_something(name: str, qtbot: QtBot) -> None:
    image = icon(name, QColor("black")).pixmap(16, 16).toImage()
    inked = sum(image.pixelColor(x, y).alpha() > 0 for x in range(image.width()) for y in range(image.height()))
    assert 10 < inked < 200
