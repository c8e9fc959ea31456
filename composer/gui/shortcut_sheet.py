"""All shortcuts on one card, by group, in columns."""

from itertools import groupby

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QGridLayout, QScrollArea, QWidget

from composer.gui.actions import ActionSpec
from composer.gui.elements import column, row, text
from composer.gui.palette import keys_in_words

FIXED = (
    ("Tab", "Naar het volgende open veld of onderdeel"),
    ("↑ ↓", "Door een lijst"),
    ("Enter", "Kies wat geselecteerd is"),
    ("← →", "Peildatum een dag verzetten (in de tijdlijn)"),
    ("Shift+← →", "Peildatum een maand verzetten (in de tijdlijn)"),
    ("Esc", "Terug, of leg weg"),
)
WIDTH, HEIGHT, KEYS, COLUMNS = 880, 640, 128, 2
Group = tuple[str, list[tuple[str, str]]]


class ShortcutSheet(QScrollArea):
    def __init__(self, specs: tuple[ActionSpec, ...]) -> None:
        super().__init__()
        inside = QWidget()
        inside.setProperty("surface", "clear")
        layout = column(inside, margins=(24, 18, 24, 18), gap=6)
        layout.addWidget(text("Sneltoetsen", "title"))
        beside = row(gap=32)
        for groups in _in_columns(_groups(specs)):
            beside.addWidget(_side(groups), 1)
        layout.addLayout(beside)
        layout.addStretch(1)
        self.setWidget(inside)
        self.setWidgetResizable(True)
        self.setAccessibleName("Sneltoetsen")

    def sizeHint(self) -> QSize:
        return QSize(WIDTH, HEIGHT)


def _groups(specs: tuple[ActionSpec, ...]) -> list[Group]:
    shown = [spec for spec in specs if spec.shortcut]
    groups = groupby(shown, key=lambda spec: spec.group)
    named = [(name, [(keys_in_words(spec.shortcut), spec.text) for spec in members]) for name, members in groups]
    return [*named, ("Overal", list(FIXED))]


def _in_columns(groups: list[Group]) -> list[list[Group]]:
    """The groups in order, in columns about as long."""
    lengths = [len(rows) + 2 for _, rows in groups]
    share = sum(lengths) / COLUMNS
    columns: list[list[Group]] = [[] for _ in range(COLUMNS)]
    for number, group in enumerate(groups):
        middle = sum(lengths[:number]) + lengths[number] / 2
        columns[int(middle / share)].append(group)
    return columns


def _side(groups: list[Group]) -> QWidget:
    side = QWidget()
    layout = column(side, gap=6)
    for name, rows in groups:
        layout.addSpacing(8)
        layout.addWidget(text(name, "caption"))
        layout.addLayout(_table(rows))
    layout.addStretch(1)
    return side


def _table(rows: list[tuple[str, str]]) -> QGridLayout:
    grid = QGridLayout()
    grid.setHorizontalSpacing(12)
    grid.setVerticalSpacing(4)
    grid.setColumnStretch(1, 1)
    grid.setColumnMinimumWidth(0, KEYS)
    for number, (keys, words) in enumerate(rows):
        grid.addWidget(text(keys, "key"), number, 0, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        grid.addWidget(text(words, "label", wrap=True), number, 1)
    return grid
