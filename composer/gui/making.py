"""From letter to document: the card that asks how, the file, and what to do with it."""

from pathlib import Path

from PySide6.QtCore import QObject, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QWidget

from composer.gui.background import Outcome
from composer.gui.background_task import BackgroundTask
from composer.gui.dialogs import Dialogs
from composer.gui.files import Files
from composer.gui.making_card import MakingCard
from composer.gui.notices import NoticeAction, Notices
from composer.gui.overlays import Overlays
from composer.gui.session import Session
from composer.work.documents import making


class Making(QObject):
    findings_requested = Signal()

    def __init__(
        self, session: Session, files: Files, dialogs: Dialogs, notices: Notices, over: Overlays, anchor: QWidget
    ) -> None:
        super().__init__(anchor)
        self._session, self._files, self._dialogs = session, files, dialogs
        self._notices, self._over, self._anchor = notices, over, anchor
        self.at_work = BackgroundTask(notices)
        self.made: Path | None = None
        """The document that was made last."""

    def open_card(self) -> None:
        """Under the button, with a name that fits the letter."""
        self._session.review_now()
        proposed = self._files.proposed()
        card = MakingCard(self._session, self._dialogs, proposed.parent, proposed.stem)
        card.made_requested.connect(self.make)
        card.findings_requested.connect(self._show_findings)
        self._over.open_card(card, "Maak document").open_below(self._anchor, right=True)

    def _show_findings(self) -> None:
        self._over.close_card()
        self.findings_requested.emit()

    def make(self, path: Path, final: bool) -> None:
        """Makes the document of the letter as it is now, and says what can be done with it."""
        self._over.close_card()
        self._session.review_now()
        review, library, find_style = self._session.review, self._session.rendering, self._session.house_styles.find
        if review is not None:
            self.at_work.do(
                f"{path.name} wordt gemaakt…",
                lambda wanted: making.make(
                    review, library, path, final=final, find_style=find_style, check_cancelled=wanted
                ),
                lambda outcome: self._tell(path, outcome),
            )

    def _tell(self, path: Path, outcome: Outcome[bool]) -> None:
        if outcome.failure:
            again = NoticeAction("Probeer opnieuw", self.open_card)
            self._notices.tell(f"Het document is niet gemaakt: {outcome.failure}.", again)
            return
        if not outcome.value:
            self._notices.tell(
                "Definitief kan nog niet.", NoticeAction("Toon wat in de weg staat", self._show_findings)
            )
            return
        self.made = path
        program = "Open in Word" if path.suffix == ".docx" else "Open"
        self._notices.tell(
            f"{path.name} is gemaakt.",
            NoticeAction(program, lambda: _open(path)),
            NoticeAction("Toon in map", lambda: _open(path.parent)),
        )

    def open_made(self) -> None:
        """In Word, or in what shows PDFs here."""
        if self.made is not None:
            _open(self.made)

    def why_not_made(self) -> str | None:
        return None if self.made and self.made.exists() else "Maak eerst een document"

    def toggle_final(self) -> None:
        """From draft to final and back; a sent letter stays as it is."""
        letter = self._session.letter
        if letter is None or letter.state == "verzonden":
            return
        state = "definitief" if letter.state == "concept" else "concept"
        self._session.change(letter.with_changes(state=state), f"op {state} zetten")


def _open(path: Path) -> None:
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))
