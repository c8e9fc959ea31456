"""The chips above the list: usable now, subject, length, status."""

from typing import cast

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu, QWidget

from composer.domain.snippet import STATUS_LABELS, Length, Status
from composer.gui.elements import Button, chip
from composer.gui.flow import FlowLayout
from composer.gui.passages.model import LENGTHS
from composer.work.writing.passage_search import PassageQuery

ANY = "Alles"


class ChoiceChip(Button):
    """A chip that opens a list of choices; it says what is chosen."""

    chosen = Signal()

    def __init__(self, words: str) -> None:
        super().__init__(words, "chip")
        self._words = words
        self.value: str | None = None
        self.setCheckable(True)
        self._menu = QMenu(self)
        self._group = QActionGroup(self)
        self.setMenu(self._menu)
        self.set_choices({})

    def set_choices(self, choices: dict[str, str]) -> None:
        """Values with their words, in order; what was chosen stays when it is still there."""
        self._menu.clear()
        kept = self.value if self.value in choices else None
        for value, words in ((None, ANY), *choices.items()):
            self._menu.addAction(self._action(value, words))
        self.choose(kept, choices.get(kept or "", ""))

    def _action(self, value: str | None, words: str) -> QAction:
        action = QAction(words, self._menu)
        action.setCheckable(True)
        action.setActionGroup(self._group)
        action.setChecked(value == self.value)
        action.triggered.connect(lambda: self._take(value, words))
        return action

    def _take(self, value: str | None, words: str) -> None:
        self.choose(value, words)
        self.chosen.emit()

    def choose(self, value: str | None, words: str) -> None:
        self.value = value
        self.setText(self.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, 170) if value else self._words)
        self.setChecked(value is not None)
        self.setAccessibleName(f"{self._words}: {words if value else 'alles'}")
        for action in self._menu.actions():
            action.setChecked(action.text() == (words if value else ANY))


class Filters(QWidget):
    """What the list leaves out."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.usable = chip("Bruikbaar op peildatum")
        self.usable.setChecked(True)
        self.subject, self.length, self.status = ChoiceChip("Onderwerp"), ChoiceChip("Lengte"), ChoiceChip("Status")
        self.length.set_choices(LENGTHS)
        self.status.set_choices({**STATUS_LABELS})
        layout = FlowLayout()
        self.setLayout(layout)
        for part in (self.usable, self.subject, self.length, self.status):
            layout.addWidget(part)
        self.usable.toggled.connect(lambda: self.changed.emit())
        for choice in (self.subject, self.length, self.status):
            choice.chosen.connect(self.changed)

    def clear(self) -> None:
        """Everything may be shown."""
        for choice in (self.subject, self.length, self.status):
            choice.choose(None, "")
        self.usable.setChecked(False)
        self.changed.emit()

    def wish(self, query: str) -> PassageQuery:
        """The query of the chips and the search words."""
        length, status = cast(Length | None, self.length.value), cast(Status | None, self.status.value)
        return PassageQuery(query, self.usable.isChecked(), self.subject.value, length, status)
