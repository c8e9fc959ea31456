"""How the library is doing, on one page: a picture, and below it what needs somebody."""

from collections.abc import Iterable, Iterator
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from composer.domain.dutch import day_in_words
from composer.domain.revision import Item
from composer.gui.background import Background, Outcome
from composer.gui.editorial.health_picture import HealthPicture
from composer.gui.elements import Button, Hint, clear, column, ground, row, scrolled, surface, text
from composer.gui.forms.context import LibraryContext
from composer.gui.settings import FOLDER, RECENT
from composer.gui.theme import Theme
from composer.work.editorial.health import Health, health
from composer.work.editorial.usage import letters_in

MOST = 5
WIDTH = 1180
Listed = tuple[Item, str, str]
"""Something that needs somebody: what it is, its title, and why."""
PARTS: tuple[tuple[str, str, str], ...] = (
    ("overtaken", "Achterhaald", "Een nieuwer feit geldt; schrijf deze teksten opnieuw."),
    ("due", "Na te lezen", "De datum om na te lezen is voorbij."),
    ("behind", "Ouder dan een nieuwe bron", "Over dit onderwerp is een nieuwer stuk; kijk of de tekst nog klopt."),
    ("single", "Feiten met één bron", "Een tweede bron maakt ze sterker."),
    ("unused", "Nergens gebruikt", "Geen sjabloon stelt ze voor en geen brief heeft ze."),
    ("idle", "Bronnen zonder feit", "Er steunt nog niets op."),
)


class HealthPage(QWidget):
    item_requested = Signal(object)

    def __init__(self, context: LibraryContext) -> None:
        super().__init__()
        self.context = context
        self.state: Health | None = None
        ground(self, "background")
        self._background = Background(self)
        self._background.done.connect(self._take)
        self.holding, self.told = text("", "page"), text("", "secondary", wrap=True)
        self.picture = HealthPicture(context.theme())
        self.hint = Hint("De stand wordt opgemaakt…")
        self._left: QVBoxLayout = column(gap=16)
        self._right: QVBoxLayout = column(gap=16)
        self._lay_out()

    def _lay_out(self) -> None:
        whole = QWidget()
        whole.setProperty("surface", "background")
        inside = QWidget()
        inside.setMaximumWidth(WIDTH)
        layout = column(inside, margins=(24, 20, 24, 24), gap=12)
        for part in (self.holding, self.told, self.hint, self._card()):
            layout.addWidget(part)
        lists = row(gap=16)
        for side in (self._left, self._right):
            holder = column(gap=0)
            holder.addLayout(side)
            holder.addStretch(1)
            lists.addLayout(holder, 1)
        layout.addLayout(lists)
        layout.addStretch(1)
        middle = row(whole, gap=0)
        middle.addWidget(inside, 30)
        middle.addStretch(1)
        area = scrolled(whole, "De stand van de bibliotheek")
        column(self).addWidget(area)
        self.setFocusProxy(area)

    def _card(self) -> QWidget:
        card = surface("card")
        layout = column(card, margins=(20, 16, 20, 14), gap=6)
        layout.addWidget(text("Tekstblokken die vandaag bruikbaar zijn", "heading"))
        layout.addWidget(self.picture)
        self._picture_card = card
        return card

    def set_theme(self, theme: Theme) -> None:
        self.picture.theme = theme
        self.picture.update()

    def refresh(self) -> None:
        """Asks how things are; with many letters that takes a moment."""
        self._picture_card.setVisible(self.state is not None)
        self.hint.setVisible(self.state is None)
        library, day = self.context.library, self.context.session.today
        folders = letter_folders(self.context)
        self._background.ask(lambda: health(library, letters_in(folders), day))

    def _take(self, outcome: Outcome[Health]) -> None:
        self.state = outcome.value
        if self.state is None:
            self.hint.tell(outcome.failure)
            return
        self.hint.hide()
        self._picture_card.show()
        self._fill(self.state)

    def _fill(self, state: Health) -> None:
        total = sum(state.by_verdict.values())
        self.holding.setText(f"{state.holding}% van de tekstblokken is vandaag bruikbaar")
        counted = ", ".join(f"{count} {status.replace('-', ' ')}" for status, count in sorted(state.by_status.items()))
        self.told.setText(f"Op {day_in_words(state.day)}: {total} tekstblokken, {counted}.")
        subjects = self.context.library.subjects
        bars = [(subjects[s].title if s in subjects else s, *counts) for s, counts in state.by_subject.items()]
        self.picture.show_bars(sorted(bars, key=lambda bar: -bar[2]))
        clear(self._left)
        clear(self._right)
        for number, (name, head, about) in enumerate(PARTS):
            listed = list(_LISTS[name](state))
            side = self._right if number % 2 else self._left
            side.addWidget(self._part(head, about, listed))

    def _part(self, head: str, about: str, listed: list[Listed]) -> QWidget:
        card = surface("card")
        layout = column(card, margins=(16, 12, 16, 12), gap=4)
        top = row(gap=8)
        top.addWidget(text(head, "heading"), 1)
        top.addWidget(text(str(len(listed)) if listed else "geen", "count" if listed else "good"))
        layout.addLayout(top)
        layout.addWidget(text(about, "small", wrap=True))
        rows = column(gap=0)
        layout.addLayout(rows)
        self._list(rows, listed[:MOST])
        if len(listed) > MOST:
            more = Button(f"Toon alle {len(listed)}", "link")
            more.clicked.connect(lambda: (self._list(rows, listed[MOST:]), more.hide()))
            layout.addWidget(more, 0, Qt.AlignmentFlag.AlignLeft)
        return card

    def _list(self, rows: QVBoxLayout, listed: Iterable[Listed]) -> None:
        for item, title, why in listed:
            short = title if len(title) <= 70 else f"{title[:68]}…"
            button = Button(short, "link", lambda item=item: self.item_requested.emit(item))
            button.setToolTip(f"{title}\n{why}".strip())
            button.setAccessibleName(f"{title}. {why}".strip(". "))
            rows.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)

    def close_down(self) -> None:
        self._background.close()


def letter_folders(context: LibraryContext) -> list[Path]:
    """Where the user's letters are: where one was last saved, and where those of before stand."""
    chosen = context.settings.get(FOLDER)
    recent = (Path(name).parent for name in context.settings.get(RECENT))
    folders = dict.fromkeys((*((Path(chosen),) if chosen else ()), *recent))
    return [folder for folder in folders if folder.is_dir()]


def _overtaken(state: Health) -> Iterator[Listed]:
    yield from ((Item("tekstblokken", held.snippet.id), held.snippet.title, held.reason) for held in state.overtaken)


def _due(state: Health) -> Iterator[Listed]:
    yield from ((held.item, held.title, f"voor {day_in_words(held.day)}") for held in state.due)


def _behind(state: Health) -> Iterator[Listed]:
    yield from ((Item("tekstblokken", h.snippet.id), h.snippet.title, h.source.title) for h in state.behind)


def _single(state: Health) -> Iterator[Listed]:
    yield from ((Item("feiten", fact.id), fact.statement, "") for fact in state.single_source)


def _unused(state: Health) -> Iterator[Listed]:
    yield from ((Item("tekstblokken", snippet.id), snippet.title, "") for snippet in state.unused)


def _idle(state: Health) -> Iterator[Listed]:
    yield from ((Item("bronnen", source.id), source.title, "") for source in state.idle_sources)


_LISTS = {"overtaken": _overtaken, "due": _due, "behind": _behind, "single": _single, "unused": _unused, "idle": _idle}
