"""Where the library is kept up: its page, the forms, and how one leads to the other."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, Signal

from composer.domain.errors import ComposerError
from composer.domain.revision import Item
from composer.gui.desk.side import Tab
from composer.gui.editorial.contents import ContentsPanel
from composer.gui.editorial.opening import form_for, new_form
from composer.gui.editorial.room import Room
from composer.gui.forms.bench import Bench
from composer.gui.forms.house_style_page import HouseStylePage, refused
from composer.gui.forms.page import FormPage
from composer.gui.forms.parts import sentence
from composer.gui.notices import Step
from composer.gui.over_window import OverWindow
from composer.gui.theme import Theme
from composer.work.approving import submit, withdraw
from composer.work.catalogue import Entry, Shelved
from composer.work.house_styles import inspect

CONTENTS = "inhoud"


class Office(QObject):
    page_changed = Signal(object)
    left = Signal()
    library_changed = Signal()
    """A file of it was written; it is to be read again."""

    def __init__(self, bench: Bench, over: OverWindow) -> None:
        super().__init__(bench.notices.host)
        self.bench, self.over = bench, over
        self.contents = ContentsPanel(bench)
        self.room = Room((Tab(CONTENTS, "Inhoud", "library", self.contents),))
        self.pages = (self.room,)
        self._wire()

    def _wire(self) -> None:
        self.room.left.connect(self.left)
        self.room.form_left.connect(self.leave_form)
        self.room.tab_shown.connect(self._refresh)
        self.bench.session.library_changed.connect(self.contents.renew)
        self.contents.new_asked.connect(self.make_new)
        detail = self.contents.detail
        detail.edit_asked.connect(self.edit)
        detail.offer_asked.connect(partial(self._act, "aangeboden"))
        detail.withdraw_asked.connect(partial(self._act, "ingetrokken"))

    def set_theme(self, theme: Theme) -> None:
        self.contents.set_theme(theme)
        if self.room.form is not None:
            self.room.form.set_theme(theme)

    def show(self, tab: str = CONTENTS) -> None:
        """The page of the library, with one of its tabs."""
        self.page_changed.emit(self.room)
        self.room.show_tab(tab)

    def _refresh(self, tab: str) -> None:
        if tab == CONTENTS:
            self.contents.refresh()

    def show_contents(self) -> None:
        self.show(CONTENTS)
        self.contents.search.setFocus()

    def make_new(self, kind: Shelved) -> None:
        """A form for something new; a house style begins with a document."""
        if kind == "huisstijlen":
            self.import_style()
        else:
            self._open(lambda: new_form(kind, self.bench))

    def edit(self, entry: Entry) -> None:
        self._open(lambda: form_for(entry, self.bench))

    def edit_profile(self) -> None:
        """The profile of the letter's municipality, or of the user's own."""
        letter = self.bench.session.letter
        code = letter.municipality if letter else None
        self.show(CONTENTS)
        self.contents.refresh()
        entry = next((e for e in self.contents.everything() if (e.kind, e.id) == ("gemeenten", code)), None)
        if entry is not None:
            self.edit(entry)
        else:
            self.contents.choose_kind("gemeenten")

    def _open(self, make: Callable[[], FormPage]) -> None:
        """Unless something else is being worked on that is not saved."""
        form = self.room.form
        if form is not None and form.unsaved:
            self._ask_about(form, lambda: self._open(make))
            return
        try:
            opened = make()
        except ComposerError as error:
            self.bench.notices.tell(sentence(error.message))
            return
        opened.kept.connect(self._kept)
        opened.left.connect(self.leave_form)
        self.page_changed.emit(self.room)
        self.room.open_form(opened)

    def _ask_about(self, form: FormPage, then: Callable[[], object]) -> None:
        self.page_changed.emit(self.room)
        self.bench.notices.tell(
            f"U bent nog bezig met “{form.heading.lower()}”.",
            Step("Ga daarmee verder", self.room.show_form),
            Step("Laat dat vervallen", lambda: self._drop_and(then)),
        )

    def _drop_and(self, then: Callable[[], object]) -> None:
        self.room.drop_form()
        self.room.hide_form()
        then()

    def leave_form(self) -> None:
        """Back to the tabs; work that is not saved stays within reach."""
        form = self.room.form
        if form is not None and form.unsaved:
            self.room.hide_form()
            self.bench.notices.tell(
                "Nog niet bewaard. Rechtsboven gaat u ermee verder.", Step("Ga verder", self.room.show_form)
            )
            return
        self.room.drop_form()
        self.room.hide_form()

    def _kept(self, item: Item | None, words: str) -> None:
        """It is saved: the library is read again and shows it."""
        self.room.drop_form()
        self.room.hide_form()
        self.library_changed.emit()
        self.contents.refresh()
        if item is not None:
            self.contents.go_to(item.kind, item.id)
        self.bench.notices.tell(words)

    def _act(self, act: str, entry: Entry) -> None:
        """Offers or withdraws what is on a shelf."""
        if entry.item is None:
            return
        does = submit if act == "aangeboden" else withdraw
        try:
            does(self.bench.desk(entry.shelf), entry.item, "")
        except ComposerError as error:
            self.bench.notices.tell(sentence(error.message))
            return
        self.library_changed.emit()
        self.contents.refresh()
        self.bench.notices.tell(f"“{entry.title}” is {'ter beoordeling aangeboden' if act == 'aangeboden' else act}.")

    def import_style(self) -> None:
        """Asks for a Word document and shows what was understood of it."""
        path = self.bench.asking.file_to_open(
            "Kies een Word-document in uw huisstijl", WORD, self.bench.settings.letters_folder()
        )
        if path is None:
            return
        self.over.put_away()
        try:
            inspection = inspect(path)
        except ComposerError as error:
            self.over.lay(refused(path.name, error.message, self.import_style), "Geen huisstijl").open_above_middle()
            return
        self._open(lambda: HouseStylePage(self.bench, self.bench.writable()[0], inspection))

    def may_leave(self) -> bool:
        """Whether what is being filled in may go; asks when it is not saved."""
        form = self.room.form
        if form is None or not form.unsaved:
            return True
        match self.bench.asking.before_leaving(form.heading):
            case "bewaren":
                return form.save()
            case "niet bewaren":
                return True
            case _:
                return False

    def close_down(self) -> None:
        """Ends what works beside the window."""
        self.room.drop_form()


WORD = "Word-documenten (*.docx *.dotx *.docm *.dotm)"
