"""What lies over the library about one thing: its history, the letters that use it, and its state."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from composer.domain.errors import ComposerError
from composer.domain.letter import Letter
from composer.domain.revision import Item
from composer.gui.background import Background, Outcome
from composer.gui.editorial.health_page import letter_folders
from composer.gui.editorial.history_card import HistoryCard
from composer.gui.editorial.uses_card import UsesCard
from composer.gui.forms.bench import Bench
from composer.gui.forms.parts import sentence
from composer.gui.notices import Step
from composer.gui.over_window import OverWindow
from composer.library.history import history
from composer.library.items import held
from composer.library.library import Library
from composer.work.editorial import approving
from composer.work.editorial.catalogue import Entry
from composer.work.editorial.consequences import Letters, Use, brought_up_to_date, letters_in, renewed, uses
from composer.work.editorial.reviewing import title_of


@dataclass(frozen=True, slots=True)
class Uses:
    """The letters that use something; found `quietly` only drafts are told."""

    item: Item
    uses: tuple[Use, ...]
    quietly: bool


def _name(item: Item, library: Library) -> str:
    """What it is called in the library."""
    match item.kind:
        case "tekstblokken" if item.id in library.snippets:
            return library.snippets[item.id].title
        case "sjablonen" if item.id in library.templates:
            return library.templates[item.id].title
        case _:
            return title_of(item, "", library)


def _letters(folders: list[Path], at_hand: tuple[Path, Letter] | None) -> Letters:
    found = letters_in(folders)
    if at_hand is None:
        return found
    others = [(path, letter) for path, letter in found.found if path != at_hand[0]]
    return Letters((*others, at_hand), found.problems)


class BesideItem(QObject):
    changed = Signal(str)
    """The library was written; what was done, in words."""
    letter_asked = Signal(object)

    def __init__(self, bench: Bench, over: OverWindow) -> None:
        super().__init__(bench.notices.host)
        self.bench, self.over = bench, over
        self._words = ""
        self._looking = Background(self)
        self._looking.done.connect(self._found)

    def _act(self, entry: Entry, act: Callable[[approving.Desk, Item], object], words: str) -> None:
        if entry.item is None:
            return
        try:
            act(self.bench.desk(entry.shelf), entry.item)
        except ComposerError as error:
            self.bench.notices.tell(sentence(error.message))
            return
        self.changed.emit(f"“{entry.title}” {words}.")

    def offer(self, entry: Entry) -> None:
        self._act(entry, lambda desk, item: approving.submit(desk, item, ""), "staat in de rij om te beoordelen")

    def withdraw(self, entry: Entry) -> None:
        words = "is ingetrokken; brieven die het hebben, houden het"
        self._act(entry, lambda desk, item: approving.withdraw(desk, item, ""), words)

    def show_history(self, entry: Entry) -> None:
        """Every version of it, with the way back."""
        if entry.item is None:
            return
        now = held(entry.shelf.layer, entry.item)
        past = history(entry.shelf.folder, entry.item)
        card = HistoryCard(entry.title, past, now.text if now else "", self.bench.library, self.bench.theme())
        seen = now.version if now else None
        card.restore_asked.connect(partial(self._restore, entry, seen))
        self.over.lay(card, "Geschiedenis").open_above_middle()

    def _restore(self, entry: Entry, seen: str | None, name: str) -> None:
        self.over.put_away()
        self._act(
            entry, lambda desk, item: approving.put_back(desk, item, name, seen), "is terug in die versie, als concept"
        )

    def _ask(self, item: Item, *, quietly: bool) -> None:
        """Looks beside the window which letters use something; the one at hand counts as it is now."""
        session, library, folders = self.bench.session, self.bench.library, letter_folders(self.bench)
        at_hand = (session.path, session.letter) if session.path and session.letter else None
        self._looking.ask(lambda: Uses(item, uses(item, _letters(folders, at_hand), library), quietly))

    def show_uses(self, item: Item) -> None:
        """The letters that use it, and what the present text does to each."""
        self._ask(item, quietly=False)

    def tell_drafts(self, item: Item, words: str) -> None:
        """Says what was done at once, and a little later which drafts can have it."""
        self._words = words
        self.bench.notices.tell(words)
        self._ask(item, quietly=True)

    def _found(self, outcome: Outcome[Uses]) -> None:
        found = outcome.value
        if found is None:
            self.bench.notices.tell(sentence(outcome.failure))
        elif not found.quietly:
            self._show(found)
        elif drafts := sum(use.effect == "aangeboden" for use in found.uses):
            told = (
                "Eén conceptbrief kan dit krijgen." if drafts == 1 else f"{drafts} conceptbrieven kunnen dit krijgen."
            )
            self.bench.notices.tell(f"{self._words} {told}", Step("Toon de brieven", lambda: self._show(found)))

    def _show(self, found: Uses) -> None:
        library = self.bench.library
        card = UsesCard(found.item, _name(found.item, library), found.uses, library)
        card.taken.connect(partial(self._renew, found.item))
        card.opened.connect(self._open)
        self.over.lay(card, "Brieven die dit gebruiken").open_above_middle()

    def _open(self, use: Use) -> None:
        self.over.put_away()
        self.letter_asked.emit(use.path)

    def _renew(self, item: Item, use: Use) -> None:
        """The new text in a draft: of the letter at hand as a step that can be undone, of another one in its file."""
        try:
            self._put_in(item, use)
        except ComposerError as error:
            self.bench.notices.tell(sentence(error.message))
            return
        self.show_uses(item)
        self.bench.notices.tell(f"{use.path.name} heeft de nieuwe tekst.")

    def _put_in(self, item: Item, use: Use) -> None:
        session = self.bench.session
        if use.path == session.path and session.letter is not None:
            session.change(renewed(session.letter, item), "nieuwe tekst overnemen")
            return
        brought_up_to_date(use.path, item, self.bench.library)

    def close_down(self) -> None:
        self._looking.close()
