"""The controller of the library page: its tabs, its forms, and the ways between them."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from composer.domain.revision import Item
from composer.export.house_styles.inspection import Inspection
from composer.gui.background import Outcome
from composer.gui.desk.side import Tab
from composer.gui.dialogs import ANY_WORD
from composer.gui.editorial.agenda import AgendaPanel
from composer.gui.editorial.contents import ContentsPanel
from composer.gui.editorial.form_factory import form_for, new_form
from composer.gui.editorial.forms import Forms, Then
from composer.gui.editorial.health_page import HealthPage
from composer.gui.editorial.item_actions import ItemActions
from composer.gui.editorial.library_page import LibraryPage
from composer.gui.editorial.paper_card import PaperCard
from composer.gui.editorial.review import ReviewPanel
from composer.gui.editorial.review_actions import Reviewing
from composer.gui.editorial.sharing_page import SharingPage
from composer.gui.editorial.tabs import AGENDA, CONTENTS, HEALTH, REVIEW, SHARING, TABS
from composer.gui.editorial.word_round_trip import WordRoundTrip
from composer.gui.forms.context import LibraryContext
from composer.gui.forms.house_style_page import HouseStylePage, refused
from composer.gui.forms.page import FormPage
from composer.gui.overlays import Overlays
from composer.gui.theme import Theme
from composer.work.documents.house_styles import inspect
from composer.work.editorial.inventory import Entry, Made
from composer.work.editorial.sample_readings import SampleReading


class LibraryController(QObject):
    page_changed = Signal(object)
    left = Signal()
    library_changed = Signal()
    """A file of it was written; it is to be read again."""
    letter_requested = Signal(object)
    """The path of a letter to open."""

    def __init__(self, context: LibraryContext, over: Overlays) -> None:
        super().__init__(context.notices.host)
        self.context, self.over = context, over
        self.contents, self.review = ContentsPanel(context), ReviewPanel(context)
        self.agenda, self.health, self.sharing = AgendaPanel(context), HealthPage(context), SharingPage(context)
        self._panels = {
            CONTENTS: self.contents,
            REVIEW: self.review,
            AGENDA: self.agenda,
            HEALTH: self.health,
            SHARING: self.sharing,
        }
        self.room = LibraryPage([Tab(name, words, "library", self._panels[name]) for name, words in TABS])
        self.word = WordRoundTrip(context)
        self.forms = Forms(context, self.room)
        self.reviewing = Reviewing(context, self.review)
        self.beside = ItemActions(context, over)
        self.pages = (self.room, self.word.page)
        self._wire()

    def _wire(self) -> None:
        for ended in (self.room.left, self.word.left):
            ended.connect(self.left)
        self.word.page_changed.connect(self.page_changed)
        self.forms.page_changed.connect(self.page_changed)
        self.forms.left.connect(self.left)
        self.forms.kept.connect(self._kept)
        self.room.tab_shown.connect(self._refresh)
        self.context.session.library_changed.connect(self._follow_library)
        self.contents.new_requested.connect(self.make_new)
        self.contents.detail.edit_requested.connect(self.edit)
        self.contents.detail.offer_requested.connect(self.beside.offer)
        self.contents.detail.withdraw_requested.connect(self.beside.withdraw)
        self.contents.detail.history_requested.connect(self.beside.show_history)
        self.contents.detail.uses_requested.connect(self.beside.show_uses)
        self.review.counted.connect(partial(self.room.set_count, REVIEW))
        self.review.paper_requested.connect(self._show_paper)
        self.reviewing.decided.connect(self._decided)
        self.reviewing.form_requested.connect(self.open_form)
        self.beside.changed.connect(self._changed)
        self.beside.letter_requested.connect(self.letter_requested)
        for panel in (self.agenda, self.health):
            panel.item_requested.connect(self.show_item)
        self.sharing.library_changed.connect(self.library_changed)

    def set_theme(self, theme: Theme) -> None:
        for panel in self._panels.values():
            panel.set_theme(theme)
        if self.room.form is not None:
            self.room.form.set_theme(theme)

    def show(self, tab: str = CONTENTS) -> None:
        """The page of the library, with one of its tabs."""
        self.page_changed.emit(self.room)
        self.room.show_tab(tab)
        self.review.count()

    def _refresh(self, tab: str) -> None:
        self._panels[tab].refresh()

    def _follow_library(self) -> None:
        """Refreshes the visible tab at once, the others when they are shown."""
        self.contents.renew()
        if self.room.isVisible() and not self.room.form_shown:
            self._refresh(self.room.current())

    def _show_paper(self, reading: SampleReading) -> None:
        card = PaperCard(reading, self.context.library, self.context.session.house_styles.find, self.context.theme())
        self.over.open_card(card, "Op papier").open_above_middle()

    def show_contents(self) -> None:
        self.show(CONTENTS)
        self.contents.search.setFocus()

    def show_item(self, item: Item) -> None:
        """One thing among the contents."""
        self.show(CONTENTS)
        self.contents.go_to(item.kind, item.id)

    def make_new(self, kind: Made) -> None:
        """A form for something new; a house style begins with a document."""
        if kind == "huisstijlen":
            self.import_style()
        else:
            self.open_form(lambda: new_form(kind, self.context))

    def edit(self, entry: Entry) -> None:
        self.open_form(lambda: form_for(entry, self.context))

    def edit_profile(self) -> None:
        """The profile of the letter's municipality; without a letter the list of all."""
        letter = self.context.session.letter
        code = letter.municipality if letter else None
        self.show(CONTENTS)
        entry = next((e for e in self.contents.everything() if (e.kind, e.id) == ("gemeenten", code)), None)
        if entry is not None:
            self.edit(entry)
        else:
            self.contents.choose_kind("gemeenten")

    def open_form(self, make: Callable[[], FormPage], then: Then | None = None) -> None:
        """`then` leads back to where the user came from, when that is not the library."""
        self.forms.open(make, then)

    def _kept(self, item: Item | None, words: str, tell: bool) -> None:
        """After saving: reloads the library and shows the item."""
        self.library_changed.emit()
        if item is not None and self.room.current() == CONTENTS:
            self.contents.go_to(item.kind, item.id)
        if tell:
            self._tell(item, words)

    def _decided(self, item: Item, words: str) -> None:
        self.library_changed.emit()
        self.review.refresh()
        self._tell(item, words)

    def _changed(self, words: str) -> None:
        self.library_changed.emit()
        self.context.notices.tell(words)

    def _tell(self, item: Item | None, words: str) -> None:
        """What was done, and the drafts that can have the new text."""
        if item is None or item.kind == "huisstijlen":
            self.context.notices.tell(words)
        else:
            self.beside.tell_drafts(item, words)

    def import_style(self) -> None:
        """Asks for a Word document and shows what was understood of it."""
        folder = self.context.settings.letters_folder()
        path = self.context.dialogs.file_to_open("Kies een Word-document in uw huisstijl", ANY_WORD, folder)
        if path is None:
            return
        self.over.close_card()
        self.word.at_work.do(
            f"{path.name} wordt bekeken…", lambda wanted: inspect(path), lambda outcome: self._adopt(path, outcome)
        )

    def _adopt(self, path: Path, outcome: Outcome[Inspection]) -> None:
        inspection = outcome.value
        if inspection is None:
            card = refused(path.name, outcome.failure, self.import_style)
            self.over.open_card(card, "Geen huisstijl").open_above_middle()
            return
        self.open_form(lambda: HouseStylePage(self.context, self.context.writable()[0], inspection))

    def may_leave(self) -> bool:
        """Whether what is being filled in may go; asks when it is not saved."""
        return self.forms.may_leave()

    def close_down(self) -> None:
        """Ends what works beside the window."""
        self.room.drop_form()
        for part in (self.word.at_work, self.review, self.health, self.sharing, self.beside):
            part.close_down()
