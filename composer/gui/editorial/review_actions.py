"""The actions of a reviewer: decisions and comments."""

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import QObject, Signal

from composer.domain.dutch import as_sentence
from composer.domain.errors import ComposerError
from composer.gui.editorial.form_factory import improving_form
from composer.gui.editorial.review import ReviewPanel
from composer.gui.forms.context import LibraryContext
from composer.gui.forms.page import FormPage
from composer.work.editorial import remarks
from composer.work.editorial.approving import Workspace, approve, send_back, submit, write
from composer.work.editorial.inventory import NamedLayer
from composer.work.editorial.review_case import Case


class Reviewing(QObject):
    decided = Signal(object, str)
    """The item, and what was done in words."""
    form_requested = Signal(object)
    """Makes the form in which an offered text is improved."""

    def __init__(self, context: LibraryContext, panel: ReviewPanel) -> None:
        super().__init__(panel)
        self.context, self.panel = context, panel
        bar = panel.decision
        bar.approved.connect(self.approve)
        bar.sent_back.connect(self.send_back)
        bar.improve_requested.connect(self.improve)
        bar.taken_up.connect(self.take_up)
        bar.kept.connect(self.keep)
        panel.remarks.added.connect(self.remark)
        panel.remarks.replied.connect(self.reply)
        panel.remarks.settled.connect(self.settle)

    def _do(self, act: Callable[[Workspace, Case], object], words: str) -> None:
        """Carries out a decision; an error is shown beside the buttons."""
        if case := self._carry_out(act, self.panel.decision.say):
            self.decided.emit(case.item, f"“{case.title}” {words}.")

    def _carry_out(self, act: Callable[[Workspace, Case], object], refuse: Callable[[str], object]) -> Case | None:
        """Carries something out on the selected case; returns it, or None when nothing is selected or it was refused."""
        found, case = self.panel.selected(), self.panel.case
        if found is None or case is None:
            return None
        try:
            act(self.context.workspace(found[0]), case)
        except ComposerError as error:
            refuse(as_sentence(error.message))
            return None
        return case

    def approve(self, why: str, again: date | None) -> None:
        self._do(lambda desk, held: approve(desk, held.item, why, held.seen, again), "is vastgesteld")

    def send_back(self, why: str) -> None:
        self._do(lambda desk, held: send_back(desk, held.item, why, held.seen), "is teruggestuurd")

    def take_up(self) -> None:
        """Records the present text as a version and submits it for review."""

        def act(workspace: Workspace, held: Case) -> None:
            saved = write(workspace, held.item, held.text, "buiten het programma gewijzigd", held.seen)
            submit(workspace, held.item, "", saved.digest)

        self._do(act, "staat in de rij om te beoordelen")

    def keep(self) -> None:
        """Keeps the present one of two concurrent versions; the other stays in the history."""
        found = self.panel.selected()
        beside = tuple(recorded.revision.sha256 for recorded in found[1].beside) if found else ()
        self._do(
            lambda desk, held: write(desk, held.item, held.text, "deze van twee versies", held.seen, beside),
            "blijft zoals het er nu staat",
        )

    def improve(self) -> None:
        found, shown = self.panel.selected(), self.panel.case
        if found is not None and shown is not None:
            self.form_requested.emit(self._form(found[0], shown))

    def _form(self, layer: NamedLayer, shown: Case) -> Callable[[], FormPage]:
        return lambda: improving_form(shown.item, layer, self.context)

    def _remark(self, act: Callable[[Workspace, Case], object]) -> None:
        """Changes the remarks on the case; an error is told as a notice."""
        self._carry_out(act, self.context.notices.tell)
        self.panel.refresh()

    def remark(self, words: str) -> None:
        """Adds a comment on the selected words, else on the text as a whole."""
        chosen = self.panel.change.selection()

        def act(workspace: Workspace, held: Case) -> None:
            if chosen:
                remarks.attach(workspace, held.item, held.after, *chosen, words)
            else:
                remarks.remark(workspace, held.item, words)

        self._remark(act)

    def reply(self, name: str, words: str) -> None:
        self._remark(lambda desk, held: remarks.reply(desk, held.item, name, words))

    def settle(self, name: str) -> None:
        self._remark(lambda desk, held: remarks.settle(desk, held.item, name))
