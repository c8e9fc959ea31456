"""Opening, saving and leaving letters, with the questions and messages that belong to it."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from composer.domain.errors import ComposerError
from composer.domain.finding import Problem
from composer.domain.letter import Letter
from composer.gui.dialogs import Dialogs
from composer.gui.notices import NoticeAction, Notices
from composer.gui.session import Session
from composer.gui.settings import Settings
from composer.library.letters import SUFFIX, LetterError
from composer.work.documents.series import slug
from composer.work.program.letter_summary import addressee_name


class Files(QObject):
    """Between the session and the folders of the user."""

    unreadable = Signal(object)
    """The problems of a letter that cannot be opened; the letter at hand stays."""

    def __init__(self, session: Session, settings: Settings, dialogs: Dialogs, notices: Notices) -> None:
        super().__init__()
        self._session, self._settings = session, settings
        self._dialogs, self._notices = dialogs, notices
        self._told_of_conflict = False
        session.letter_opened.connect(self._begin_anew)

    def _begin_anew(self) -> None:
        self._told_of_conflict = False

    def open(self) -> bool:
        """Asks which letter."""
        path = self._dialogs.letter_to_open(self._settings.letters_folder())
        return path is not None and self.open_path(path)

    def open_path(self, path: Path) -> bool:
        """False when it cannot be opened or the user would rather stay."""
        if not self.may_leave():
            return False
        try:
            self._session.open(path)
        except LetterError as error:
            self.unreadable.emit(error.problems)
            return False
        except (ComposerError, OSError) as error:
            self.unreadable.emit((_problem(error, path),))
            return False
        self._settings.remember(path)
        return True

    def start(self, letter: Letter) -> bool:
        """A new letter, unless the user would rather stay with the one at hand."""
        if not self.may_leave():
            return False
        self._session.start(letter)
        return True

    def save(self) -> bool:
        """Asks for a name only the first time."""
        if self._session.path is None:
            return self.save_as()
        if self._session.changed_elsewhere:
            return self._settle()
        return self._saved(lambda: self._session.save())

    def save_as(self) -> bool:
        path = self._dialogs.name_for_letter(self.proposed())
        return path is not None and self._saved(lambda: self._session.save(path))

    def _settle(self) -> bool:
        """The file was changed by somebody else: the user chooses which one stays."""
        path = self._session.path
        assert path is not None
        match self._dialogs.about_conflict(path.name):
            case "andere naam":
                return self.save_as()
            case "vervangen":
                return self._both(self._session.save_over, "Bewaard. De brief van een ander")
            case "opnieuw openen":
                return self._both(self._session.give_way, "Dit is hun brief. De uwe")
            case _:
                return False

    def look_for_conflict(self) -> None:
        """Tells once that the letter's file has changed; saving will ask which one stays."""
        path = self._session.path
        if path is None or self._told_of_conflict or not self._session.changed_elsewhere:
            return
        self._told_of_conflict = True
        self._notices.tell(
            f"{path.name} is door iemand anders veranderd.",
            NoticeAction("Open hun brief", lambda: self.open_path(path)),
            NoticeAction("Bewaar de mijne als…", self.save_as),
        )

    def _saved(self, save: Callable[[], object]) -> bool:
        try:
            save()
        except ComposerError as error:
            self._notices.tell(
                f"De brief is niet bewaard: {error.message}.", NoticeAction("Andere naam…", self.save_as)
            )
            return False
        if path := self._session.path:
            self._settings.remember(path)
            self._notices.tell(f"Bewaard als {path.name}")
        return True

    def _both(self, settle: Callable[[], Path], words: str) -> bool:
        """Of two letters for one file one gets it; the other is kept beside it, and that is told."""
        try:
            beside = settle()
        except (ComposerError, OSError) as error:
            self._notices.tell(f"Dat lukt niet: {_problem(error, self._session.path or Path()).message}.")
            return False
        self._notices.tell(f"{words} staat ernaast, als {beside.name}")
        return True

    def proposed(self) -> Path:
        """A name for the letter in the folder that was used last: bernheze-stand-van-zaken.raadsbrief."""
        letter = self._session.letter
        if self._session.path is not None or letter is None:
            return self._session.path or self._settings.letters_folder()
        name = f"{slug(addressee_name(letter, self._session.rendering))}-{slug(self._session.title)}"[:60].strip("-")
        return self._settings.letters_folder() / f"{name}{SUFFIX}"

    def may_leave(self) -> bool:
        """Whether the letter at hand may go; asks when it is not saved."""
        if not self._session.unsaved:
            return True
        match self._dialogs.before_leaving(self.proposed().stem if self._session.path is None else self._name()):
            case "bewaren":
                return self.save()
            case "niet bewaren":
                self._session.drop_unsaved()
                return True
            case _:
                return False

    def _name(self) -> str:
        return self._session.path.name if self._session.path else "deze brief"

    def close(self) -> bool:
        """Puts the letter away."""
        if not self.may_leave():
            return False
        self._session.close()
        return True


def _problem(error: ComposerError | OSError, path: Path) -> Problem:
    if isinstance(error, ComposerError):
        return Problem(error.message, error.path or path, error.line)
    return Problem("dit bestand kan niet worden geopend; kijk of het er nog staat en of u het mag lezen", path)
