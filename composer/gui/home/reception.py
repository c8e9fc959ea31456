"""Where the user comes in: the home page, with a welcome the first time; and the ways from there to a letter."""

from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QObject, Qt, Signal

from composer.domain.errors import ComposerError
from composer.gui.files import Files
from composer.gui.home.page import HomePage
from composer.gui.notices import Notices, Step
from composer.gui.session import Session
from composer.gui.settings import MUNICIPALITY, NAME, WELCOMED, Settings
from composer.library.journal import Pending
from composer.library.library import Library
from composer.work.letters import open_letter


class Reception(QObject):
    page_changed = Signal(object)
    """The page that is to be seen now."""
    left = Signal()
    """Back to the letter that is open."""

    def __init__(self, session: Session, settings: Settings, files: Files, notices: Notices) -> None:
        super().__init__(notices.host)
        self._session, self._settings = session, settings
        self._files, self._notices = files, notices
        self.home = HomePage(session.library, settings, session.today)
        self.welcome = self.home.welcome
        self.pages = (self.home,)
        self._wire()

    def _wire(self) -> None:
        home = self.home
        home.letter_made.connect(self._files.start)
        home.letter_asked.connect(self._files.open_path)
        home.back_asked.connect(self.left)
        home.browse_asked.connect(self._files.open)
        home.example_asked.connect(self.open_example)
        home.pending_asked.connect(self.recover)
        home.pending_dropped.connect(self.drop)
        self.welcome.introduced.connect(self.introduce)

    def use_library(self, library: Library) -> None:
        self.home.use_library(library)

    def show(self) -> None:
        """A letter that is open stays open behind it."""
        keeping = self._session.keeping
        there = self._session.letter is not None
        self.home.refresh(keeping.pending() if keeping and not there else (), datetime.now(), letter_open=there)
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
        self._files.start(letter.having(id="").with_ids())

    def recover(self, pending: Pending) -> None:
        """Unsaved work from the journal."""
        if self._files.may_leave():
            self._session.recover(pending)
            self._notices.tell("Uw werk is terug. Bewaar de brief om het te houden.", Step("Bewaar", self._files.save))

    def drop(self, pending: Pending) -> None:
        """The user does not want it back."""
        if self._session.keeping:
            self._session.keeping.journal.drop(pending.letter)
        self.show()
