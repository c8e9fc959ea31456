"""The home page."""

from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from composer import paths
from composer.gui.elements import Button, Hint, clear, column, row, surface, text
from composer.gui.home.letters import ExampleRow, LetterRow
from composer.gui.home.new_letter import NewLetter
from composer.gui.home.welcome import Welcome
from composer.gui.settings import MUNICIPALITY, NAME, RECENT, TEMPLATE, WELCOMED, Settings
from composer.library.summary import LibrarySummary
from composer.work.program.recent_letters import RecentLetter

if TYPE_CHECKING:
    from composer.library.journal import Pending

EXAMPLES = Path("voorbeelden")
"""Below the shipped resources."""
SHOWN = 6
"""Recent letters."""
WIDTH = 1040
GREETINGS = ((12, "Goedemorgen"), (18, "Goedemiddag"), (24, "Goedenavond"))


class HomePage(QScrollArea):
    begun = Signal(str, str, object)
    """A new letter: the id of its kind, the CBS code of the municipality, the day."""
    letter_requested = Signal(object)
    """The path of a letter to open."""
    example_requested = Signal(object)
    browse_requested = Signal()
    back_requested = Signal()
    """To the letter that is open behind this page."""
    pending_requested = Signal(object)
    pending_dropped = Signal(object)

    def __init__(
        self, front: LibrarySummary, settings: Settings, today: date, look: Callable[[Path], RecentLetter]
    ) -> None:
        """`look` tells what a recent letter is about."""
        super().__init__()
        self._front, self._settings, self.look = front, settings, look
        self.setWidgetResizable(True)
        self.setAccessibleName("Begin")
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.new = NewLetter(front, settings.get(MUNICIPALITY), settings.get(TEMPLATE), today)
        self.new.begun.connect(self._begin)
        self.setFocusProxy(self.new)
        self.greeting = text("", "page")
        self.welcome = Welcome(front)
        self._pending, self._recent, self._examples = column(gap=2), column(gap=2), column(gap=2)
        self.state = text("", "small")
        self.setWidget(self._whole())

    def _begin(self, kind: str, cbs: str, day: date) -> None:
        self._settings.put(TEMPLATE, kind)
        self.begun.emit(kind, cbs, day)

    def _whole(self) -> QWidget:
        whole = QWidget()
        whole.setProperty("surface", "background")
        inside = QWidget()
        inside.setMaximumWidth(WIDTH)
        layout = column(inside, margins=(24, 24, 24, 16), gap=12)
        head = row()
        head.addWidget(self.greeting, 1)
        self.back = Button("Terug naar de brief", "", self.back_requested.emit)
        head.addWidget(self.back)
        layout.addLayout(head)
        places = row(gap=24)
        places.addWidget(self._card(self.new), 4, Qt.AlignmentFlag.AlignTop)
        places.addLayout(self._letters(), 5)
        layout.addLayout(places)
        layout.addWidget(self.state)
        layout.addStretch(1)
        middle = QHBoxLayout(whole)
        middle.addStretch(1)
        middle.addWidget(inside, 30)
        middle.addStretch(1)
        return whole

    def _letters(self) -> QVBoxLayout:
        holder = column(gap=16)
        self._pending_card = self._listing("Niet bewaard", self._pending)
        holder.addWidget(self.welcome)
        holder.addWidget(self._pending_card)
        holder.addWidget(
            self._listing("Verder met", self._recent, Button("Open een brief…", "link", self.browse_requested.emit))
        )
        self._examples_card = self._listing("Een voorbeeld om te proberen", self._examples)
        holder.addWidget(self._examples_card)
        holder.addStretch(1)
        return holder

    def _card(self, content: QWidget) -> QWidget:
        card = surface("card")
        column(card).addWidget(content)
        return card

    def _listing(self, heading: str, rows: QVBoxLayout, more: QWidget | None = None) -> QWidget:
        card = surface("card")
        layout = column(card, margins=(12, 14, 12, 12), gap=6)
        head = row(margins=(12, 0, 8, 0))
        head.addWidget(text(heading, "title"), 1)
        if more is not None:
            head.addWidget(more)
        layout.addLayout(head)
        layout.addLayout(rows)
        return card

    def refresh(
        self, now: datetime, pending: "tuple[tuple[Pending, RecentLetter], ...]" = (), *, letter_open: bool = False
    ) -> None:
        """The letters as they are now on disk."""
        self.back.setVisible(letter_open)
        self.welcome.setHidden(self._settings.get(WELCOMED))
        name = self._settings.get(NAME).split(" ")[0]
        greeting = next(words for hour, words in GREETINGS if now.hour < hour)
        self.greeting.setText(f"{greeting}, {name}" if name else greeting)
        self.state.setText(self._front.state())
        self._show_pending(pending, now)
        self._show_recent(now)
        self._show_examples()

    def use_front(self, front: LibrarySummary) -> None:
        self._front = front
        self.new.use_front(front)

    def _show_pending(self, pending: "tuple[tuple[Pending, RecentLetter], ...]", now: datetime) -> None:
        clear(self._pending)
        for held, shown in pending:
            self._pending.addWidget(
                LetterRow(
                    shown,
                    lambda held=held: self.pending_requested.emit(held),
                    lambda held=held: self.pending_dropped.emit(held),
                    now,
                )
            )
        self._pending_card.setVisible(bool(pending))

    def _show_recent(self, now: datetime) -> None:
        clear(self._recent)
        letters = self.recent_letters()
        for path in letters:
            self._recent.addWidget(
                LetterRow(
                    self.look(path),
                    lambda path=path: self.letter_requested.emit(path),
                    lambda path=path: self._forget(path),
                    now,
                )
            )
        if not letters:
            self._recent.addWidget(
                _indented(Hint("Nog geen brieven. Begin links een nieuwe, of probeer een voorbeeld."))
            )

    def recent_letters(self) -> list[Path]:
        """Those that are shown, the last one first."""
        return [Path(name) for name in self._settings.get(RECENT)][:SHOWN]

    def recent_rows(self) -> list[LetterRow]:
        """The letters of before, the last one first."""
        return _rows(self._recent)

    def pending_rows(self) -> list[LetterRow]:
        """The letters that were never saved."""
        return _rows(self._pending)

    def _forget(self, path: Path) -> None:
        self._settings.forget(path)
        self._show_recent(datetime.now())

    def _show_examples(self) -> None:
        clear(self._examples)
        for example in self._front.examples:
            path = paths.resources() / EXAMPLES / example.file
            self._examples.addWidget(ExampleRow(example, lambda path=path: self.example_requested.emit(path)))
        self._examples_card.setVisible(bool(self._front.examples))


def _rows(layout: QVBoxLayout) -> list[LetterRow]:
    places = (layout.itemAt(at) for at in range(layout.count()))
    return [row for item in places if item and isinstance(row := item.widget(), LetterRow)]


def _indented(part: QWidget) -> QWidget:
    holder = QWidget()
    column(holder, margins=(12, 0, 12, 0)).addWidget(part)
    return holder
