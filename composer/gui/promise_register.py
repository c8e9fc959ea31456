"""The promises of all letters in a folder: what is open, what is late, what was kept."""

from collections.abc import Callable
from datetime import date
from functools import partial
from pathlib import Path

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QWidget

from composer.domain.errors import ComposerError
from composer.gui.background import Background, Outcome
from composer.gui.background_task import CancelToken
from composer.gui.elements import Button, Hint, clear, column, line, row, scrolled, set_kind, text
from composer.work.following.follow_up import Promised, due_in_words, register, register_line

LOOKING = "De brieven in deze map worden gelezen…"
NONE = "In de brieven in deze map staat geen toezegging."
MOST = 200


class PromiseRegister(QWidget):
    """Reads the letters beside the window."""

    letter_requested = Signal(object)
    """The path of a letter to open."""

    def __init__(self, folder: Path, day: date, choose: Callable[[Path], Path | None]) -> None:
        super().__init__()
        self._folder, self._day, self._choose = folder, day, choose
        self.told = text("", "secondary", wrap=True)
        self.hint = Hint(LOOKING)
        self._inside = QWidget()
        self._inside.setProperty("surface", "clear")
        self._list = column(self._inside, margins=(0, 0, 12, 0), gap=0)
        area = scrolled(self._inside, "Toezeggingen in alle brieven")
        head = row(margins=(0, 0, 12, 0))
        head.addWidget(text("Toezeggingen aan de raad", "title"), 1)
        head.addWidget(Button("Andere map…", "link", self._look_elsewhere))
        layout = column(self, margins=(20, 16, 12, 16), gap=8)
        layout.addLayout(head)
        for part in (self.told, self.hint):
            layout.addWidget(part)
        layout.addWidget(area, 1)
        self.setFocusProxy(area)
        self._background = Background(self)
        self._background.done.connect(self._show)
        self._token = CancelToken()
        self.destroyed.connect(self._token.cancel)
        self.look()

    def sizeHint(self) -> QSize:
        return QSize(680, 520)

    def look(self) -> None:
        self.told.setText(str(self._folder))
        self.hint.tell(LOOKING)
        self.hint.show()
        self._background.ask(partial(_read, self._folder, self._day, self._token))

    def _look_elsewhere(self) -> None:
        if (folder := self._choose(self._folder)) is not None:
            self._folder = folder
            self.look()

    def _show(self, outcome: Outcome[tuple[Promised, ...]]) -> None:
        clear(self._list)
        found = outcome.value
        self.hint.tell(NONE if found is not None else f"Deze map kan niet worden gelezen: {outcome.failure}")
        self.hint.setVisible(not found)
        if found is None:
            return
        self.told.setText(f"{register_line(found)} In {self._folder}")
        for promised in found[:MOST]:
            self._list.addWidget(self._row(promised))
            self._list.addWidget(line())
        self._list.addStretch(1)

    def _row(self, promised: Promised) -> QWidget:
        holder = QWidget()
        layout = row(holder, margins=(0, 10, 0, 10), gap=12)
        words = column(gap=2)
        words.addWidget(text(promised.promise.what, wrap=True))
        due = f"voor {due_in_words(promised.promise.due)}" if promised.promise.due else "zonder termijn"
        words.addWidget(text(f"{due} · {promised.path.name}", "small", wrap=True))
        layout.addLayout(words, 1)
        layout.addWidget(_chip(promised), 0, Qt.AlignmentFlag.AlignTop)
        button = Button("Open de brief", "link", lambda: self.letter_requested.emit(promised.path))
        button.setAccessibleName(f"Open de brief met: {promised.promise.what}")
        layout.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
        return holder


def _read(folder: Path, day: date, token: CancelToken) -> tuple[Promised, ...]:
    try:
        return register(folder, day, token)
    except (ComposerError, OSError) as error:
        raise ComposerError(str(error)) from error


def _chip(promised: Promised) -> QWidget:
    words, kind = (
        ("Nagekomen", "good")
        if promised.promise.kept
        else ("Te laat", "late")
        if promised.overdue
        else ("Staat open", "")
    )
    made = text(words, "chip")
    set_kind(made, kind)
    return made
