"""The publication kit of a letter, and preflight of any Word file."""

from pathlib import Path

from PySide6.QtCore import QObject, QUrl
from PySide6.QtGui import QDesktopServices

from composer.domain.errors import ComposerError
from composer.gui.background import Outcome
from composer.gui.background_task import BackgroundTask
from composer.gui.dialogs import ANY_WORD, Dialogs
from composer.gui.notices import NoticeAction, Notices
from composer.gui.overlays import Overlays
from composer.gui.problem_report import ProblemReport
from composer.gui.session import Session
from composer.gui.settings import Settings
from composer.work.documents.judging import judge
from composer.work.documents.publishing import Kit, publish


class Publishing(QObject):
    def __init__(
        self, session: Session, settings: Settings, dialogs: Dialogs, notices: Notices, over: Overlays
    ) -> None:
        super().__init__(notices.host)
        self._session, self._settings = session, settings
        self._dialogs, self._notices, self._over = dialogs, notices, over
        self.at_work = BackgroundTask(notices)

    def why_not(self) -> str | None:
        """Annexes are looked for beside the letter's own file."""
        if self._session.letter is None:
            return "Open eerst een brief"
        return None if self._session.path else "Bewaar eerst de brief"

    def prepare(self) -> None:
        """Puts all that becomes public with the letter in a folder, or tells what stands in the way."""
        self._session.review_now()
        review, source = self._session.review, self._session.path
        if review is None or source is None:
            return
        folder = self._dialogs.folder_to_use("Kies een nieuwe of lege map", source.parent)
        if folder is None:
            return
        library, find_style = self._session.rendering, self._session.house_styles.find
        self.at_work.do(
            "De bestanden worden klaargezet…",
            lambda wanted: publish(review, library, source, folder, find_style=find_style, check_cancelled=wanted),
            lambda outcome: self._tell(outcome, folder),
        )

    def _tell(self, outcome: Outcome[Kit], folder: Path) -> None:
        kit = outcome.value
        if kit is None:
            self._notices.tell(f"Er is niets klaargezet: {outcome.failure}.")
            return
        told = [*((leak.file, leak.message) for leak in kit.leaks), *(("de brief", remark) for remark in kit.remarks)]
        if not kit.made:
            about = "Los dit eerst op en probeer het dan opnieuw."
            self._over.open_card(ProblemReport("Er is niets klaargezet", about, told), "Publicatie").open_above_middle()
            return
        if told:
            about = "De map is gemaakt. Kijk nog naar het volgende."
            self._over.open_card(ProblemReport("Klaar voor publicatie", about, told), "Publicatie").open_above_middle()
        show = NoticeAction("Toon in map", lambda: QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder))))
        self._notices.tell(f"{len(kit.files)} bestanden staan klaar in {folder.name}.", show)

    def judge(self) -> None:
        """Any Word file, looked at for what Word refuses or a reader cannot use."""
        path = self._dialogs.file_to_open(
            "Kies een Word-document om te keuren", ANY_WORD, self._settings.letters_folder()
        )
        if path is None:
            return
        try:
            remarks = judge(path)
        except ComposerError as error:
            self._notices.tell(f"{path.name}: {error.message}.")
            return
        if not remarks:
            self._notices.tell(f"{path.name} is in orde: niets gevonden dat Word weigert of een lezer hindert.")
            return
        told = [(remark.place, remark.message) for remark in remarks]
        about = "Dit is niet goed aan het document:"
        self._over.open_card(
            ProblemReport(f"“{path.name}” is niet in orde", about, told), "Keuring"
        ).open_above_middle()
