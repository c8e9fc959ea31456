"""Rows for letters: those of before, those that were never saved, the examples."""

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from composer.gui.elements import Button, ElidedLabel, column, row, set_kind, sign_button, text
from composer.library.summary import Example
from composer.work.program.recent_letters import RecentLetter, moment_in_words


class LetterRow(QWidget):
    """A letter that can be opened; one that cannot says why, and can be taken off the list."""

    def __init__(
        self, letter: RecentLetter, open_it: Callable[[], object], forget: Callable[[], object] | None, now: datetime
    ) -> None:
        super().__init__()
        self.letter = letter
        self.button = Button("", "row", open_it)
        self.button.setAccessibleName(" ".join(part for part in (letter.title, letter.addressee, letter.state) if part))
        self.button.setEnabled(not letter.problem)
        inside = row(self.button, margins=(12, 7, 12, 7), gap=12)
        names = column(gap=1)
        names.addWidget(ElidedLabel(letter.title, "heading"))
        names.addWidget(ElidedLabel(_beneath(letter, now), "small"))
        inside.addLayout(names, 1)
        inside.addWidget(_state(letter))
        self.button.setMinimumHeight(54)
        for part in self.button.findChildren(QWidget):
            part.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        layout = row(self, gap=2)
        layout.addWidget(self.button, 1)
        self.forget: Button | None = None
        if forget is not None:
            self.forget = sign_button("close", f"Haal {letter.title} van de lijst", forget)
            layout.addWidget(self.forget)


class ExampleRow(Button):
    """A letter of the program's own, to look around in."""

    def __init__(self, example: Example, open_it: Callable[[], object]) -> None:
        super().__init__("", "row", open_it)
        self.setAccessibleName(f"Voorbeeld: {example.title}, {example.addressee}")
        inside = row(self, margins=(12, 6, 12, 6), gap=12)
        inside.addWidget(ElidedLabel(example.title), 1)
        inside.addWidget(text(example.addressee, "small"))
        self.setFixedHeight(38)
        for part in self.findChildren(QWidget):
            part.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)


def _beneath(letter: RecentLetter, now: datetime) -> str:
    when = moment_in_words(letter.changed, now) if letter.changed else ""
    return " · ".join(part for part in (letter.addressee, letter.path.name, when) if part)


def _state(letter: RecentLetter) -> QWidget:
    if letter.problem:
        return text(letter.problem, "wrong")
    chip = text(letter.state.capitalize(), "chip")
    set_kind(chip, "notice" if letter.state == "concept" else "good")
    return chip
