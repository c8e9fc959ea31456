"""All shortcuts on one card, by group."""

from itertools import groupby

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QGridLayout, QScrollArea, QWidget

from composer.gui.actions import ActionSpec
from composer.gui.elements import column, text
from composer.gui.palette import keys_in_words

FIXED = (
    ("F6", "Naar het volgende paneel"),
    ("Shift+F6", "Naar het vorige paneel"),
    ("Tab", "Naar het volgende open veld of onderdeel"),
    ("↑ ↓", "Door een lijst"),
    ("Enter", "Kies wat geselecteerd is"),
    ("← →", "Peildatum een dag verzetten (in de tijdlijn)"),
    ("Shift+← →", "Peildatum een maand verzetten (in de tijdlijn)"),
    ("Esc", "Terug, of leg weg"),
)


class ShortcutSheet(QScrollArea):
    def __init__(self, specs: tuple[ActionSpec, ...]) -> None:
        super().__init__()
        inside = QWidget()
        inside.setProperty("surface", "clear")
        layout = column(inside, margins=(24, 18, 24, 18), gap=6)
        layout.addWidget(text("Sneltoetsen", "title"))
        shown = [spec for spec in specs if spec.shortcut]
        for group, members in groupby(shown, key=lambda spec: spec.group):
            layout.addSpacing(8)
            layout.addWidget(text(group, "caption"))
            layout.addLayout(_table([(keys_in_words(spec.shortcut), spec.text) for spec in members]))
        layout.addSpacing(8)
        layout.addWidget(text("Overal", "caption"))
        layout.addLayout(_table(list(FIXED)))
        layout.addStretch(1)
        self.setWidget(inside)
        self.setWidgetResizable(True)
        self.setAccessibleName("Sneltoetsen")

    def sizeHint(self) -> QSize:
        return QSize(520, 560)


def _table(rows: list[tuple[str, str]]) -> QGridLayout:
    grid = QGridLayout()
    grid.setHorizontalSpacing(16)
    grid.setVerticalSpacing(4)
    grid.setColumnStretch(1, 1)
    grid.setColumnMinimumWidth(0, 130)
    for number, (keys, words) in enumerate(rows):
        grid.addWidget(text(keys, "small"), number, 0)
        grid.addWidget(text(words, "secondary", wrap=True), number, 1)
    return grid
