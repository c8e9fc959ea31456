"""The top bar: the letter's title, the three choices, and the main actions."""

from collections.abc import Callable
from datetime import datetime
from itertools import pairwise
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from composer.gui.elements import Button, ElidedLabel, column, ground, line, row, set_kind, sign_button, text
from composer.gui.filled_button import FilledButton

if TYPE_CHECKING:
    from composer.gui.choices.bar import ChoiceBar
    from composer.gui.session import Session

ROOMY, TIGHT = 1400, 1020
"""Widths of the window below which names of choices, and then the words for searching, are left out."""
STATES = {"concept": ("Concept", "notice"), "definitief": ("Definitief", "good"), "verzonden": ("Verzonden", "good")}


class SearchButton(FilledButton):
    """Leads to every action; says its shortcut where there is room."""

    def __init__(self, run: Callable[[], object]) -> None:
        self._words = (text("Zoek actie"), text("Ctrl K", "small"))
        super().__init__("", run, *self._words, margins=(14, 8, 14, 8), gap=8)
        self.setAccessibleName("Zoek een actie")
        self.setToolTip("Zoek een actie (Ctrl+K)")

    def set_tight(self, tight: bool) -> None:
        """Only the sign, or only the words."""
        self.set_sign("search" if tight else "")
        for part in self._words:
            part.setVisible(not tight)
        self.updateGeometry()


class TopBar(QWidget):
    """Complete once it follows a session; until then it is as at home."""

    choices: "ChoiceBar"
    menu_requested = Signal()
    search_requested = Signal()
    make_requested = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._session: Session | None = None
        self._saved_at: datetime | None = None
        self._shown = False
        ground(self, "panel")
        self.setFixedHeight(57)
        self.menu = sign_button("menu", "Menu", self.menu_requested.emit)
        self.title = ElidedLabel("Raadsbrief", "title")
        self.file = ElidedLabel("", "small")
        self.state = text("", "chip")
        self.search = SearchButton(self.search_requested.emit)
        self.make = Button("Maak document", "primary", self.make_requested.emit)
        self._lay_out()
        self.follow()

    def follow_session(self, session: "Session", choices: "ChoiceBar") -> None:
        self._session, self.choices = session, choices
        self._bar.insertWidget(self._bar.indexOf(self.search) - 1, choices)
        order = (self.menu, choices.municipality, choices.template, choices.day, self.search)
        for before, after in pairwise(order):
            QWidget.setTabOrder(before, after)
        self._fit_choices()
        session.letter_changed.connect(self.follow)
        session.reviewed.connect(self.follow)
        session.saved.connect(self._mark_saved)
        session.letter_opened.connect(self._start_anew)
        self.follow()

    def _lay_out(self) -> None:
        names = column(gap=0)
        names.addStretch(1)
        names.addWidget(self.title)
        names.addWidget(self.file)
        names.addStretch(1)
        self._bar = bar = row(margins=(10, 0, 16, 0), gap=10)
        bar.addWidget(self.menu)
        bar.addLayout(names, 1)
        bar.addWidget(self.state)
        bar.addSpacing(8)
        bar.addSpacing(12)
        bar.addWidget(self.search)
        bar.addWidget(self.make)
        whole = column(self, gap=0)
        whole.addLayout(bar, 1)
        whole.addWidget(line())

    def _start_anew(self) -> None:
        self._saved_at = None
        self.follow()

    def _mark_saved(self) -> None:
        self._saved_at = datetime.now()
        self.follow()

    def show_letter(self, shown: bool) -> None:
        """Whether the letter is in sight; at home its name and choices are left out."""
        self._shown = shown
        self.follow()

    def follow(self) -> None:
        """What letter this is, and whether it is saved."""
        session = self._session
        there = session is not None and session.letter is not None and self._shown
        for part in self._of_letter():
            part.setVisible(there and (part is not self.state or self.width() >= TIGHT))
        if session is None or session.letter is None or not self._shown:
            self.title.set_words("Raadsbrief")
            return
        self.title.set_words(session.title)
        self.file.set_words(self._file_words(session))
        words, kind = STATES[session.letter.state]
        self.state.setText(words)
        set_kind(self.state, kind)

    def _of_letter(self) -> tuple[QWidget, ...]:
        return (self.state, self.make, self.file, *((self.choices,) if self._session else ()))

    def _file_words(self, session: "Session") -> str:
        path = session.path
        if path is None:
            return "nog niet bewaard"
        if session.unsaved:
            return f"{path.name}, gewijzigd"
        at = f" {self._saved_at:%H:%M}" if self._saved_at else ""
        return f"{path.name}, bewaard{at}"

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_choices()
        self.state.setVisible(self._shown and event.size().width() >= TIGHT)
        self.search.set_tight(event.size().width() < TIGHT)

    def _fit_choices(self) -> None:
        if self._session is not None:
            self.choices.set_compact(self.width() < ROOMY, tight=self.width() < TIGHT)
