"""A letter sent round in Word: making a review copy, and taking over what came back."""

from datetime import date
from pathlib import Path

from PySide6.QtCore import QObject, QUrl, Signal
from PySide6.QtGui import QDesktopServices

from composer.domain.dutch import as_sentence, counted
from composer.domain.errors import ComposerError
from composer.export.house_style import HouseStyle
from composer.gui.background import Outcome
from composer.gui.background_task import BackgroundTask
from composer.gui.dialogs import WORD
from composer.gui.editorial.returned_page import ReturnedPage
from composer.gui.forms.context import LibraryContext
from composer.gui.notices import NoticeAction
from composer.library.library import Library
from composer.library.store import save
from composer.work.documents.making import Reviewed, review
from composer.work.returned.applying import apply_changes, apply_field, new_findings
from composer.work.returned.result import Outside, Returned
from composer.work.returned.review_copy import came_back, review_copy


class WordRoundTrip(QObject):
    page_changed = Signal(object)
    left = Signal()

    def __init__(self, context: LibraryContext) -> None:
        super().__init__(context.notices.host)
        self.context = context
        self.page = ReturnedPage()
        self.page.left.connect(self.left)
        self.page.taken.connect(self.take_over)
        self._returned: Returned | None = None
        self._sent: Reviewed | None = None
        self.at_work = BackgroundTask(context.notices)

    def _reviewed(self) -> Reviewed | None:
        self.context.session.review_now()
        return self.context.session.review

    def _style(self, reviewed: Reviewed, library: Library) -> HouseStyle:
        return self.context.session.house_styles.find(library, reviewed.assembly.document.house_style)

    def make_copy(self, proposed: Path) -> None:
        """A Word document with a remark at each piece that says where it comes from."""
        reviewed = self._reviewed()
        target = self.context.dialogs.name_for_document(proposed, WORD) if reviewed else None
        if reviewed is None or target is None:
            return
        try:
            library = self.context.session.rendering
            save(target.with_suffix(".docx"), review_copy(reviewed, library, self._style(reviewed, library)))
        except ComposerError as error:
            self.context.notices.tell(f"De leeskopie is niet gemaakt: {as_sentence(error.message)}")
            return
        words = f"{target.name} is gemaakt. Wat lezers erin wijzigen, kunt u hier weer overnemen."
        self.context.notices.tell(words, NoticeAction("Open in Word", lambda: _open(target.with_suffix(".docx"))))

    def open_returned(self) -> None:
        """Asks for the document that came back and shows what was done to it."""
        path = self.context.dialogs.file_to_open(
            "Kies het document dat terugkwam", WORD, self.context.settings.letters_folder()
        )
        reviewed = self._reviewed()
        if path is None or reviewed is None:
            return
        library = self.context.session.rendering
        self.at_work.do(
            f"{path.name} wordt vergeleken met uw brief…",
            lambda wanted: came_back(reviewed, library, self._style(reviewed, library), path),
            lambda outcome: self._show(path, reviewed, outcome),
        )

    def _show(self, path: Path, reviewed: Reviewed, outcome: Outcome[Returned]) -> None:
        if outcome.value is None:
            self.context.notices.tell(f"Dit document kan niet worden gelezen: {as_sentence(outcome.failure)}")
            return
        self._returned, self._sent = outcome.value, reviewed
        self.page.show_returned(path.name, outcome.value, reviewed.assembly.template, self.context.theme())
        self.page_changed.emit(self.page)

    def take_over(self, keys: list[str], outsides: list[Outside]) -> None:
        """Puts it into the letter as one step that can be undone; facts in changed sentences are checked again."""
        letter = self.context.session.changeable()
        if letter is None or self._returned is None or self._sent is None:
            return
        taken = apply_changes(letter, self._returned, self._sent.assembly, keys)
        changed = taken.letter
        for outside in outsides:
            changed = apply_field(changed, outside)
        self.context.session.change(changed, "wijzigingen uit Word overnemen")
        found = self._new_findings()
        self.left.emit()
        count = len(keys) + len(outsides) - len(taken.refused)
        told = as_sentence(counted(count, "wijziging overgenomen", "wijzigingen overgenomen"))
        refused = f" {len(taken.refused)} konden niet: {as_sentence(taken.refused[0][1])}" if taken.refused else ""
        after = f" Kijk {found} nieuwe opmerkingen na." if found else ""
        self.context.notices.tell(f"{told}{refused}{after}", NoticeAction("Maak ongedaan", self.context.session.undo))

    def _new_findings(self) -> int:
        """What a check remarks now on the pieces that were changed and did not before."""
        session = self.context.session
        today: date = session.today
        if session.letter is None or self._sent is None:
            return 0
        after = review(session.letter, session.rendering, session.library, today)
        return sum(1 for _ in new_findings(self._sent, after))


def _open(path: Path) -> None:
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))
