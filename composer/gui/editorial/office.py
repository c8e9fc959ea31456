"""Where the library is kept up: its page with tabs, the forms, and how one leads to the other."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from composer.domain.revision import Item
from composer.export.house_styles.inspection import Inspection
from composer.gui.background import Outcome
from composer.gui.desk.side import Tab
from composer.gui.editorial.agenda import AgendaPanel
from composer.gui.editorial.beside_item import BesideItem
from composer.gui.editorial.contents import ContentsPanel
from composer.gui.editorial.forms import Forms, Then
from composer.gui.editorial.health_page import HealthPage
from composer.gui.editorial.opening import form_for, new_form
from composer.gui.editorial.paper_card import PaperCard
from composer.gui.editorial.review import ReviewPanel
from composer.gui.editorial.reviewing import Reviewing
from composer.gui.editorial.room import Room
from composer.gui.editorial.sharing_page import SharingPage
from composer.gui.editorial.tabs import AGENDA, CONTENTS, HEALTH, REVIEW, SHARING, TABS
from composer.gui.editorial.word import Word
from composer.gui.forms.bench import Bench
from composer.gui.forms.house_style_page import HouseStylePage, refused
from composer.gui.forms.page import FormPage
from composer.gui.over_window import OverWindow
from composer.gui.theme import Theme
from composer.work.documents.house_styles import inspect
from composer.work.editorial.catalogue import Entry, Made
from composer.work.editorial.contrasts import Reading

WORD = "Word-documenten (*.docx *.dotx *.docm *.dotm)"


class Office(QObject):
    page_changed = Signal(object)
    left = Signal()
    library_changed = Signal()
    """A file of it was written; it is to be read again."""
    letter_asked = Signal(object)
    """The path of a letter to open."""

    def __init__(self, bench: Bench, over: OverWindow) -> None:
        super().__init__(bench.notices.host)
        self.bench, self.over = bench, over
        self.contents, self.review = ContentsPanel(bench), ReviewPanel(bench)
        self.agenda, self.health, self.sharing = AgendaPanel(bench), HealthPage(bench), SharingPage(bench)
        self._panels = {
            CONTENTS: self.contents,
            REVIEW: self.review,
            AGENDA: self.agenda,
            HEALTH: self.health,
            SHARING: self.sharing,
        }
        self.room = Room([Tab(name, words, "library", self._panels[name]) for name, words in TABS])
        self.word = Word(bench)
        self.forms = Forms(bench, self.room)
        self.reviewing = Reviewing(bench, self.review)
        self.beside = BesideItem(bench, over)
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
        self.bench.session.library_changed.connect(self._follow_library)
        self.contents.new_asked.connect(self.make_new)
        self.contents.detail.edit_asked.connect(self.edit)
        self.contents.detail.offer_asked.connect(self.beside.offer)
        self.contents.detail.withdraw_asked.connect(self.beside.withdraw)
        self.contents.detail.history_asked.connect(self.beside.show_history)
        self.contents.detail.uses_asked.connect(self.beside.show_uses)
        self.review.counted.connect(partial(self.room.set_count, REVIEW))
        self.review.paper_asked.connect(self._show_paper)
        self.reviewing.decided.connect(self._decided)
        self.reviewing.form_asked.connect(self.open_form)
        self.beside.changed.connect(self._changed)
        self.beside.letter_asked.connect(self.letter_asked)
        for panel in (self.agenda, self.health):
            panel.item_asked.connect(self.show_item)
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
        """What is in sight follows at once, the rest when it is shown."""
        self.contents.renew()
        if self.room.isVisible() and not self.room.form_shown:
            self._refresh(self.room.current())

    def _show_paper(self, reading: Reading) -> None:
        card = PaperCard(reading, self.bench.library, self.bench.theme())
        self.over.lay(card, "Op papier").open_above_middle()

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
            self.open_form(lambda: new_form(kind, self.bench))

    def edit(self, entry: Entry) -> None:
        self.open_form(lambda: form_for(entry, self.bench))

    def edit_profile(self) -> None:
        """The profile of the letter's municipality; without a letter the list of all."""
        letter = self.bench.session.letter
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
        """It is saved: the library is read again, and shows it where the user was."""
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
        self.bench.notices.tell(words)

    def _tell(self, item: Item | None, words: str) -> None:
        """What was done, and the drafts that can have the new text."""
        if item is None or item.kind == "huisstijlen":
            self.bench.notices.tell(words)
        else:
            self.beside.tell_drafts(item, words)

    def import_style(self) -> None:
        """Asks for a Word document and shows what was understood of it."""
        folder = self.bench.settings.letters_folder()
        path = self.bench.asking.file_to_open("Kies een Word-document in uw huisstijl", WORD, folder)
        if path is None:
            return
        self.over.put_away()
        self.word.at_work.do(
            f"{path.name} wordt bekeken…", lambda wanted: inspect(path), lambda outcome: self._adopt(path, outcome)
        )

    def _adopt(self, path: Path, outcome: Outcome[Inspection]) -> None:
        inspection = outcome.value
        if inspection is None:
            card = refused(path.name, outcome.failure, self.import_style)
            self.over.lay(card, "Geen huisstijl").open_above_middle()
            return
        self.open_form(lambda: HouseStylePage(self.bench, self.bench.writable()[0], inspection))

    def may_leave(self) -> bool:
        """Whether what is being filled in may go; asks when it is not saved."""
        return self.forms.may_leave()

    def close_down(self) -> None:
        """Ends what works beside the window."""
        self.room.drop_form()
        for part in (self.word.at_work, self.review, self.health, self.sharing, self.beside):
            part.close_down()
