"""Actions on a letter besides writing: earlier versions, promises, follow-up, accountability sheet, copy."""

from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QMimeData, QObject, QUrl
from PySide6.QtGui import QDesktopServices, QGuiApplication

from composer.domain.errors import ComposerError
from composer.gui.dialogs import PDF, WORD, Dialogs
from composer.gui.files import Files
from composer.gui.notices import NoticeAction, Notices
from composer.gui.overlays import Overlays
from composer.gui.promise_register import PromiseRegister
from composer.gui.session import Session
from composer.gui.settings import Settings
from composer.gui.theme import Theme
from composer.gui.versions import VersionCard
from composer.library.versions import Version
from composer.work.following.accountability import make_sheet
from composer.work.following.follow_up import follow_up
from composer.work.program.versions import put_back
from composer.work.writing.copying import copied


class LetterActions(QObject):
    def __init__(
        self, session: Session, settings: Settings, files: Files, dialogs: Dialogs, notices: Notices, over: Overlays
    ) -> None:
        super().__init__(notices.host)
        self._session, self._settings, self._files = session, settings, files
        self._dialogs, self._notices, self._over = dialogs, notices, over

    def open_versions(self, theme: Theme) -> None:
        """What the letter was, and what has changed since."""
        card = VersionCard(self._session, theme, datetime.now())
        card.chosen.connect(self.put_back)
        self._over.open_card(card, "Eerdere versies").open_above_middle()

    def put_back(self, version: Version) -> None:
        """An earlier version as one step, to be undone like any other."""
        self._over.close_card()
        letter = self._session.changeable()
        if letter is None:
            return
        try:
            self._session.change(put_back(version, letter), "eerdere versie terugzetten")
        except ComposerError as error:
            self._notices.tell(f"Dat lukt niet: {error.message}.")
            return
        self._session.review_now()
        self._notices.tell(
            "De eerdere versie staat weer in de brief.", NoticeAction("Maak ongedaan", self._session.undo)
        )

    def open_register(self) -> None:
        """The promises of all letters in the user's folder."""
        card = PromiseRegister(self._settings.letters_folder(), self._session.today, self._dialogs.folder_of_letters)
        card.letter_requested.connect(self._open)
        self._over.open_card(card, "Toezeggingen aan de raad").open_above_middle()

    def _open(self, path: Path) -> None:
        self._over.close_card()
        self._files.open_path(path)

    def follow_up(self) -> None:
        """A new letter to the same council that opens with what has changed since this one."""
        letter = self._session.letter
        if letter is None:
            return
        try:
            made = follow_up(letter, self._session.library, self._session.today)
        except ComposerError as error:
            self._notices.tell(f"Een vervolgbrief lukt nu niet: {error.message}.")
            return
        if self._files.start(made):
            self._notices.tell("Dit is de vervolgbrief. Hij begint met wat er sinds uw vorige brief is veranderd.")

    def make_accounts(self) -> None:
        """The accountability sheet as a document beside the letter."""
        self._session.review_now()
        proposed = self._files.proposed()
        name = proposed.with_name(f"{proposed.stem}-verantwoording.docx")
        path = self._dialogs.name_for_document(name, f"{WORD};;{PDF}")
        if path is None or self._session.review is None:
            return
        try:
            session, find_style = self._session, self._session.house_styles.find
            make_sheet(self._session.review, session.library, path, session.today, find_style)
        except ComposerError as error:
            self._notices.tell(f"Het verantwoordingsblad is niet gemaakt: {error.message}.")
            return
        url = QUrl.fromLocalFile(str(path))
        self._notices.tell(f"{path.name} is gemaakt.", NoticeAction("Open", lambda: QDesktopServices.openUrl(url)))

    def copy(self) -> None:
        """The whole letter, with its layout and notes, for an e-mail or the case system."""
        self._session.review_now()
        if self._session.review is None:
            return
        try:
            html, words = copied(self._session.review, self._session.rendering, self._session.house_styles.find)
        except ComposerError as error:
            self._notices.tell(f"De brief kan nu niet worden gekopieerd: {error.message}.")
            return
        data = QMimeData()
        data.setHtml(html)
        data.setText(words)
        QGuiApplication.clipboard().setMimeData(data)
        self._notices.tell("De brief is gekopieerd, met opmaak en noten. Plak hem waar u wilt.")
