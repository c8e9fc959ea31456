"""The controller of the home page, with a welcome at the first start, and the ways to a letter."""

from datetime import date, datetime
from pathlib import Path

from PySide6.QtCore import QObject, Qt, Signal

from composer.domain.errors import ComposerError
from composer.gui.files import Files
from composer.gui.home.page import HomePage
from composer.gui.notices import NoticeAction, Notices
from composer.gui.session import Session
from composer.gui.settings import MUNICIPALITY, NAME, WELCOMED, Settings
from composer.library.journal import Pending
from composer.library.library import Library
from composer.work.letters import new_letter, open_letter
from composer.work.overview import front_of
from composer.work.program.letter_summary import addressee_name, letter_title, summarise
from composer.work.program.recent_letters import RecentLetter, RecentLetters


class HomeController(QObject):
    page_changed = Signal(object)
    """The page that is to be seen now."""
    left = Signal()
    """Back to the letter that is open."""

    def __init__(
        self,
        session: Session,
        settings: Settings,
        files: Files,
        notices: Notices,
        home: HomePage,
        lately: RecentLetters,
    ) -> None:
        super().__init__(notices.host)
        self._session, self._settings = session, settings
        self._files, self._notices = files, notices
        self._lately = lately
        self.home, self.welcome = home, home.welcome
        home.look = self._look
        home.pending_requested.connect(self.recover)
        home.pending_dropped.connect(self.drop)

    def use_library(self, library: Library) -> None:
        self.home.use_front(front_of(library))

    def _look(self, path: Path) -> RecentLetter:
        return self._lately.row(path) or summarise(path, self._session.library)

    def keep_rows(self) -> None:
        """Stores the rows of recent letters for the next start."""
        self._lately.keep(map(self._look, self.home.recent_letters()))

    def take_over(self) -> None:
        """Connects the home page once the window has loaded."""
        if (pending := self._pending()) or any(self._lately.row(path) is None for path in self.home.recent_letters()):
            self.home.refresh(datetime.now(), pending)

    def _pending(self) -> tuple[tuple[Pending, RecentLetter], ...]:
        held = self._session.autosave.pending() if self._session.autosave else ()
        return tuple((each, self._row(each)) for each in held)

    def _row(self, held: Pending) -> RecentLetter:
        letter, library = held.letter, self._session.library
        path = held.path or Path("nog geen bestand")
        return RecentLetter(
            path, letter_title(letter, library), addressee_name(letter, library), letter.state, held.when
        )

    def begin(self, kind: str, cbs: str, day: date) -> None:
        """Starts a new letter with the passages that are valid on that day."""
        self._files.start(new_letter(self._session.library, kind, cbs, day))

    def show(self) -> None:
        """A letter that is open stays open behind it."""
        there = self._session.letter is not None
        self.home.refresh(datetime.now(), () if there else self._pending(), letter_open=there)
        self.page_changed.emit(self.home)
        self.home.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_for_new(self) -> None:
        """The home page with the first question of a new letter."""
        self.show()
        self.home.new.municipality.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.home.new.municipality.selectAll()

    def introduce(self, name: str, cbs: str) -> None:
        """Who the user is, asked once; nothing takes the place of what the organisation has set."""
        self._settings.put(WELCOMED, True)
        if name:
            self._settings.put(NAME, name)
        if cbs:
            self._settings.put(MUNICIPALITY, cbs)
            self.home.new.choose_municipality(cbs)
        self.show()

    def open_example(self, path: Path) -> None:
        """An example as a new letter of the user's own."""
        try:
            letter, _ = open_letter(path, self._session.library)
        except ComposerError as error:
            self._notices.tell(f"Dit voorbeeld kan niet worden geopend: {error.message}.")
            return
        self._files.start(letter.with_changes(id="").with_ids())

    def recover(self, pending: Pending) -> None:
        """Recovers unsaved work from the journal."""
        if self._files.may_leave():
            self._session.recover(pending)
            self._notices.tell(
                "Uw werk is terug. Bewaar de brief om het te houden.", NoticeAction("Bewaar", self._files.save)
            )

    def drop(self, pending: Pending) -> None:
        """Drops unsaved work from the journal."""
        if self._session.autosave:
            self._session.autosave.journal.drop(pending.letter)
        self.show()
