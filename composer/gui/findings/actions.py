"""Carrying out what a finding proposes."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from composer.domain.dutch import as_sentence
from composer.domain.errors import ComposerError
from composer.domain.finding import Action, Finding
from composer.gui.findings.waiving import WaivingForm
from composer.gui.notices import Notices
from composer.gui.popover import Popover
from composer.gui.profile_form import ProfileForm
from composer.gui.session import Session
from composer.library.captured import release
from composer.work.profiles import Question, answer, question
from composer.work.writing.rewording import reworded
from composer.work.writing.waivers import waived


class FindingActions(QObject):
    """Carries out actions of findings: navigation by signals, changes of letter or profile directly."""

    field_requested = Signal(str)
    piece_requested = Signal(str)
    section_requested = Signal(str)
    replacement_requested = Signal(str)
    fact_requested = Signal(str)
    attachments_requested = Signal()
    profile_changed = Signal()
    """The user's own layer has changed; the library is to be read again."""

    def __init__(self, session: Session, host: QWidget, notices: Notices, layer: Path) -> None:
        super().__init__(host)
        self._session, self._host, self._notices, self._layer = session, host, notices, layer
        self.card: Popover | None = None
        self.ways: dict[str, Callable[[Action, Finding], object]] = {
            "veld": lambda action, _: self.field_requested.emit(action.target),
            "stuk": lambda action, _: self._go(action.target),
            "vervang": lambda action, _: self.replacement_requested.emit(action.target),
            "bron": lambda action, _: self.fact_requested.emit(action.target),
            "bijlage": lambda action, _: self.attachments_requested.emit(),
            "verwijder": lambda action, _: self._remove(action.target),
            "profiel": lambda action, _: self.ask(action.target),
            "vernieuw": lambda action, _: self._renew(action.target),
            "woorden": lambda action, finding: self._reword(action.target, finding),
            "afzien": lambda _, finding: self._waive(finding),
        }

    def do(self, action: Action, finding: Finding) -> None:
        """Carries out an action of any kind."""
        self.ways[action.kind](action, finding)

    def _go(self, target: str) -> None:
        kind, _, name = target.rpartition(":")
        (self.section_requested if kind == "sectie" else self.piece_requested).emit(name)

    def _remove(self, piece: str) -> None:
        if letter := self._session.changeable():
            self._session.change(letter.without(piece), "tekstblok verwijderen")
            self._notices.tell("Verwijderd. Met Ctrl+Z zet u het terug.")

    def _renew(self, target: str) -> None:
        kind, _, key = target.partition("/")
        if letter := self._session.changeable():
            self._session.change(release(letter, kind, key), "nieuwe tekst overnemen")

    def _reword(self, instead: str, finding: Finding) -> None:
        """Better words in the place of the finding's; words that stand there otherwise are for the writer."""
        letter = self._session.changeable()
        if letter is None or finding.piece is None:
            return
        changed = reworded(letter, finding.piece, finding.words, instead, self._session.rendering)
        if changed is None:
            self.piece_requested.emit(finding.piece)
            self._notices.tell(f"Schrijf hier zelf “{instead}”; de woorden staan er net anders.")
            return
        self._session.change(changed, f"“{instead}” schrijven")
        self._session.review_now()

    def _waive(self, finding: Finding) -> None:
        form = WaivingForm(finding)
        form.dismissed.connect(self.close_card)
        form.reason_given.connect(partial(self.set_aside, finding))
        self._open(form, "Van een opmerking afzien")

    def set_aside(self, finding: Finding, reason: str) -> None:
        self.close_card()
        if letter := self._session.changeable():
            self._session.change(waived(letter, finding, reason), "van opmerking afzien")

    def ask(self, path: str) -> None:
        """Asks what has to be known about the municipality or region."""
        review, library = self._session.review, self._session.library
        if review is None:
            return
        asked = question(path, review.assembly.addressee, review.assembly.template, library)
        if asked is None:
            self._notices.tell("Dit gegeven kan alleen in de bibliotheek worden ingevuld. Vraag het uw beheerder.")
            return
        form = ProfileForm(asked)
        form.dismissed.connect(self.close_card)
        form.answered.connect(partial(self._take, form))
        self._open(form, asked.label)

    def _take(self, form: ProfileForm, asked: Question, text: str) -> None:
        try:
            answer(asked, text, self._session.library, self._layer)
        except ComposerError as error:
            form.refuse(as_sentence(error.message))
            return
        self.close_card()
        self.profile_changed.emit()
        self._release(asked)

    def _release(self, asked: Question) -> None:
        """Releases the captured profile, so that the letter uses the new one."""
        letter = self._session.letter
        kind, key = asked.about
        if letter is not None and release(letter, kind, key) != letter:
            self._session.change(release(letter, kind, key), "nieuwe gegevens overnemen")

    def _open(self, content: QWidget, name: str) -> None:
        self.close_card()
        self.card = Popover(self._host, content, name)
        self.card.open_above_middle()

    def close_card(self) -> None:
        if self.card is not None:
            self.card.close_card()
            self.card.deleteLater()
            self.card = None
