"""Cards about an item: its history and the letters that use it."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from composer.domain.dutch import as_sentence, counted
from composer.domain.errors import ComposerError
from composer.domain.letter import Letter
from composer.domain.revision import Item
from composer.gui.background import Background, Outcome
from composer.gui.editorial.health_page import letter_folders
from composer.gui.editorial.history_card import HistoryCard
from composer.gui.editorial.uses_card import UsesCard
from composer.gui.forms.context import LibraryContext
from composer.gui.notices import NoticeAction
from composer.gui.overlays import Overlays
from composer.library.history import history
from composer.library.items import stored_item
from composer.library.library import Library
from composer.work.editorial import approving
from composer.work.editorial.inventory import Entry
from composer.work.editorial.reviewing import title_of
from composer.work.editorial.usage import Letters, Use, letters_in, update_draft, uses, with_current_text


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


class ItemActions(QObject):
    changed = Signal(str)
    """The library was written; what was done, in words."""
    letter_requested = Signal(object)

    def __init__(self, context: LibraryContext, over: Overlays) -> None:
        super().__init__(context.notices.host)
        self.context, self.over = context, over
        self._words = ""
        self._looking = Background(self)
        self._looking.done.connect(self._found)

    def _act(self, entry: Entry, act: Callable[[approving.Workspace, Item], object], words: str) -> None:
        if entry.item is None:
            return
        try:
            act(self.context.workspace(entry.layer), entry.item)
        except ComposerError as error:
            self.context.notices.tell(as_sentence(error.message))
            return
        self.changed.emit(f"“{entry.title}” {words}.")

    def offer(self, entry: Entry) -> None:
        self._act(entry, lambda desk, item: approving.submit(desk, item, ""), "staat in de rij om te beoordelen")

    def withdraw(self, entry: Entry) -> None:
        words = "is ingetrokken; brieven die het hebben, houden het"
        self._act(entry, lambda desk, item: approving.withdraw(desk, item, ""), words)

    def show_history(self, entry: Entry) -> None:
        """Shows the history of an item, with restoring a version."""
        if entry.item is None:
            return
        now = stored_item(entry.layer.layer, entry.item)
        past = history(entry.layer.folder, entry.item)
        card = HistoryCard(entry.title, past, now.text if now else "", self.context.library, self.context.theme())
        seen = now.version if now else None
        card.restore_requested.connect(partial(self._restore, entry, seen))
        self.over.open_card(card, "Geschiedenis").open_above_middle()

    def _restore(self, entry: Entry, expected: str | None, name: str) -> None:
        self.over.close_card()
        self._act(
            entry,
            lambda desk, item: approving.put_back(desk, item, name, expected),
            "is terug in die versie, als concept",
        )

    def _ask(self, item: Item, *, quietly: bool) -> None:
        """Looks beside the window which letters use something; the one at hand counts as it is now."""
        session, library, folders = self.context.session, self.context.library, letter_folders(self.context)
        at_hand = (session.path, session.letter) if session.path and session.letter else None
        self._looking.ask(lambda: Uses(item, uses(item, _letters(folders, at_hand), library), quietly))

    def show_uses(self, item: Item) -> None:
        """Shows the letters that use an item, and the effect of the present text on each."""
        self._ask(item, quietly=False)

    def tell_drafts(self, item: Item, words: str) -> None:
        """Says what was done at once, and a little later which drafts can have it."""
        self._words = words
        self.context.notices.tell(words)
        self._ask(item, quietly=True)

    def _found(self, outcome: Outcome[Uses]) -> None:
        found = outcome.value
        if found is None:
            self.context.notices.tell(as_sentence(outcome.failure))
        elif not found.quietly:
            self._show(found)
        elif drafts := sum(use.effect == "aangeboden" for use in found.uses):
            told = as_sentence(counted(drafts, "conceptbrief kan dit krijgen", "conceptbrieven kunnen dit krijgen"))
            self.context.notices.tell(
                f"{self._words} {told}", NoticeAction("Toon de brieven", lambda: self._show(found))
            )

    def _show(self, found: Uses) -> None:
        library = self.context.library
        card = UsesCard(found.item, _name(found.item, library), found.uses, library)
        card.taken.connect(partial(self._renew, found.item))
        card.opened.connect(self._open)
        self.over.open_card(card, "Brieven die dit gebruiken").open_above_middle()

    def _open(self, use: Use) -> None:
        self.over.close_card()
        self.letter_requested.emit(use.path)

    def _renew(self, item: Item, use: Use) -> None:
        """The new text in a draft: of the letter at hand as a step that can be undone, of another one in its file."""
        try:
            self._put_in(item, use)
        except ComposerError as error:
            self.context.notices.tell(as_sentence(error.message))
            return
        self.show_uses(item)
        self.context.notices.tell(f"{use.path.name} heeft de nieuwe tekst.")

    def _put_in(self, item: Item, use: Use) -> None:
        session = self.context.session
        if use.path == session.path and session.letter is not None:
            session.change(with_current_text(session.letter, item), "nieuwe tekst overnemen")
            return
        update_draft(use.path, item, self.context.library)

    def close_down(self) -> None:
        self._looking.close()
