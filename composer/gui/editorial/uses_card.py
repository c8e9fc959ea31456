"""What a change does to letters: sent ones stay as they are, drafts are offered the new text."""

from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QScrollArea, QWidget

from composer.domain.revision import Item
from composer.gui.elements import Button, Hint, column, height_for, row, surface, text
from composer.library.library import Library
from composer.work.editorial.usage import EFFECTS, Effect, Use
from composer.work.program.letter_summary import addressee_name, letter_title
from composer.work.program.recent_letters import moment_in_words

WIDTH, MOST_HEIGHT = 620, 540
HEADS: dict[Effect, tuple[str, str]] = {
    "aangeboden": ("Concepten die de nieuwe tekst kunnen krijgen", "notice"),
    "aangepast": ("Concepten met een eigen wijziging", "notice"),
    "verzonden": ("Verzonden brieven: die blijven zoals ze zijn", "good"),
    "al-zo": ("Hebben deze tekst al", "good"),
}


class UsesCard(QScrollArea):
    """`taken` asks to put the new text into a draft, `opened` to look at a letter."""

    taken = Signal(object)
    opened = Signal(object)

    def __init__(self, item: Item, name: str, uses: tuple[Use, ...], library: Library) -> None:
        super().__init__()
        self.item, self.uses = item, uses
        inside = QWidget()
        inside.setProperty("surface", "clear")
        layout = column(inside, margins=(24, 18, 24, 18), gap=8)
        layout.addWidget(text("Brieven die dit gebruiken", "title"))
        layout.addWidget(text(name, "secondary", wrap=True))
        for effect, (head, _) in HEADS.items():
            members = [use for use in uses if use.effect == effect]
            if members:
                layout.addSpacing(6)
                layout.addWidget(text(head, "caption"))
            for use in members:
                layout.addWidget(self._row(use, library))
        if not uses:
            layout.addWidget(Hint("Geen brief in uw mappen gebruikt dit."))
        layout.addStretch(1)
        self._inside = inside
        self.setWidget(inside)
        self.setWidgetResizable(True)
        self.setFixedWidth(WIDTH)
        self.setAccessibleName("Brieven die dit gebruiken")

    def sizeHint(self) -> QSize:
        return QSize(WIDTH, min(height_for(self._inside, WIDTH - 16) + 8, MOST_HEIGHT))

    def _row(self, use: Use, library: Library) -> QWidget:
        card = surface("card")
        layout = row(card, margins=(14, 8, 10, 8), gap=12)
        names = column(gap=1)
        names.addWidget(
            text(f"{letter_title(use.letter, library)} · {addressee_name(use.letter, library)}", "", wrap=True)
        )
        names.addWidget(text(f"{use.path.name}, {_when(use.path)}; {EFFECTS[use.effect]}.", "small", wrap=True))
        layout.addLayout(names, 1)
        if use.effect == "aangeboden":
            layout.addWidget(self._button("Neem over", use), 0, Qt.AlignmentFlag.AlignTop)
        elif use.effect != "verzonden":
            open_button = Button("Open", "link", lambda: self.opened.emit(use))
            open_button.setAccessibleName(f"Open {use.path.name}")
            layout.addWidget(open_button, 0, Qt.AlignmentFlag.AlignTop)
        return card

    def _button(self, words: str, use: Use) -> Button:
        button = Button(words, "", lambda: self.taken.emit(use))
        button.setAccessibleName(f"{words} in {use.path.name}")
        return button


def _when(path: Path) -> str:
    return moment_in_words(datetime.fromtimestamp(path.stat().st_mtime), datetime.now())
