"""The session: the open letter with its history, review and file."""

from datetime import date
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from composer.assemble.letter import Assembler
from composer.check.analyser import TextAnalyser
from composer.check.checking import Checker
from composer.domain.letter import Letter
from composer.gui.change_scheduler import ChangeScheduler
from composer.library.captured import restore
from composer.library.journal import Pending
from composer.library.letters import letter_text
from composer.library.library import Library
from composer.library.store import file_hash, save_beside
from composer.work import letters
from composer.work.documents import making
from composer.work.documents.files import HouseStyles
from composer.work.program.autosave import Autosave
from composer.work.program.letter_summary import letter_title
from composer.work.writing.editing import SENT
from composer.work.writing.history import History


class Session(QObject):
    """Holds one letter; every change goes through `change`, so that all of it can be undone."""

    letter_changed = Signal()
    """The letter has another value, or another letter was opened."""
    letter_opened = Signal()
    """Another letter takes the place of the one before; panels start anew."""
    reviewed = Signal()
    """`review` follows the letter again."""
    settled = Signal()
    """The writer rests after a review: for what counts or sums up, and need not follow each key."""
    saved = Signal()
    """The letter was saved; `path` and `unsaved` have changed."""
    library_changed = Signal()
    refused = Signal(str)
    """Why the letter was not changed."""
    autosave_failed = Signal(str)
    """The journal or a version could not be written; the reason in Dutch. The letter at hand is not touched."""

    def __init__(
        self,
        library: Library,
        parent: QObject | None = None,
        today: date | None = None,
        autosave: Autosave | None = None,
    ) -> None:
        super().__init__(parent)
        self.autosave = autosave
        self.library = library
        self.rendering = library
        self.today = today or date.today()
        self.path: Path | None = None
        self.review: making.Reviewed | None = None
        self._history: History | None = None
        self._saved: Letter | None = None
        self._hash: str | None = None
        self.house_styles = HouseStyles()
        self._assembler = Assembler(library)
        self._checker = Checker()
        self._pace = ChangeScheduler(self)
        self._pace.review_due.connect(self._review)
        self._pace.reviewed.connect(self.reviewed)
        self._pace.idle.connect(self.settled)
        self._pace.autosave_due.connect(self.autosave_now)

    @property
    def letter(self) -> Letter | None:
        """None before a letter was opened or made."""
        return self._history.present if self._history else None

    @property
    def analyser(self) -> TextAnalyser:
        """What was read of the letter for its review."""
        return self._checker.analyser

    @property
    def unsaved(self) -> bool:
        return self.letter is not None and self.letter != self._saved

    @property
    def title(self) -> str:
        """The title of the document; empty when there is none."""
        known = self.review.assembly.document.properties.title if self.review else ""
        return known or (letter_title(self.letter, self.rendering) if self.letter else "")

    @property
    def undo_words(self) -> str | None:
        """The words of the step to undo; None when there is nothing to undo."""
        return self._history.past[-1].words if self._history and self._history.past else None

    @property
    def redo_words(self) -> str | None:
        return self._history.future[-1].words if self._history and self._history.future else None

    def open(self, path: Path) -> None:
        """Raises ComposerError when the letter cannot be read; the letter at hand then stays."""
        digest = file_hash(path)
        letter, rendering = letters.open_letter(path, self.library)
        self._start(letter, rendering, path, digest)

    def start(self, letter: Letter) -> None:
        """A new letter, not yet saved."""
        self._start(letter, restore(letter, self.library), None, None)

    def _start(self, letter: Letter, rendering: Library, path: Path | None, digest: str | None) -> None:
        self.path, self._hash = path, digest
        self._history = History(letter)
        self._saved = letter if path else None
        self._render_from(rendering)
        self.letter_opened.emit()
        self.letter_changed.emit()
        self.review_now()

    def _render_from(self, rendering: Library) -> None:
        self.rendering = rendering
        self._assembler = Assembler(rendering)

    def change(self, letter: Letter, words: str, merge: str | None = None) -> None:
        """Another value of the letter; `words` name the step for undo, such as "tekstblok toevoegen"."""
        assert self._history is not None
        self._set(self._history.changed(letter, words, merge))

    def changeable(self) -> Letter | None:
        """The letter when it may be changed; None, with a notice, for a sent one."""
        if self.letter is not None and self.letter.state == "verzonden":
            self.refused.emit(SENT)
            return None
        return self.letter

    def undo(self) -> None:
        if self._history:
            self._set(self._history.undone())

    def redo(self) -> None:
        if self._history:
            self._set(self._history.redone())

    def _set(self, history: History) -> None:
        before, self._history = self._history, history
        if before is None or before.present != history.present:
            if before and before.present.captured != history.present.captured:
                self._render_from(restore(history.present, self.library))
            self.letter_changed.emit()
            self._pace.changed()

    def autosave_now(self) -> None:
        """Puts what is not saved into the journal."""
        self._pace.autosaved()
        if self.autosave and self.letter and self.unsaved:
            self._kept(self.autosave.unsaved(self.letter, self.path, self._hash))

    def _kept(self, failure: str | None) -> None:
        if failure:
            self.autosave_failed.emit(failure)

    def recover(self, pending: Pending) -> None:
        """A letter from the journal takes the place of the one at hand, unsaved."""
        rendering = restore(pending.letter, self.library)
        self._start(pending.letter, rendering, pending.path, pending.digest)
        self._saved = None

    def review_now(self) -> None:
        """Brings the assembly and the findings up to date."""
        if self.letter is not None:
            self._pace.flush()

    def _review(self) -> None:
        assert self.letter is not None
        self.review = making.review(
            self.letter, self.rendering, self.library, self.today, self._assembler, self._checker
        )

    @property
    def changed_elsewhere(self) -> bool:
        """Whether the letter's file is another than the one that was opened or saved here; a lost file counts as unchanged."""
        try:
            digest = file_hash(self.path) if self.path else None
        except OSError:  # a network folder that is gone: saving tells it
            return False
        return digest is not None and digest != self._hash

    def give_way(self) -> Path:
        """Opens the other user's version of the file; saves the present letter beside it and returns that path."""
        assert self.letter is not None and self.path is not None
        mine = save_beside(self.path, "mijn versie", letter_text(self.letter).encode())
        self.open(self.path)
        return mine

    def save_over(self) -> Path:
        """Overwrites a file that someone else has changed; saves their version beside it and returns that path."""
        assert self.path is not None
        theirs = save_beside(self.path, "van een ander", self.path.read_bytes())
        self.save(anyway=True)
        return theirs

    def save(self, path: Path | None = None, *, anyway: bool = False) -> None:
        """Saves under the letter's own name or another; raises ComposerError and keeps everything when it cannot.

        With `anyway` a file that someone else has changed meanwhile is overwritten.
        """
        target = path or self.path
        assert self.letter is not None and self._history is not None and target is not None
        expected = self._hash if target == self.path and not anyway else None
        saved, digest = letters.save_letter(self.letter, self.rendering, target, expected)
        self.path, self._hash, self._saved = target, digest, saved
        self._history = self._history.replaced(saved)
        self._pace.changed()
        self._pace.autosaved()
        if self.autosave:
            self._kept(self.autosave.saved(saved))
        self.saved.emit()

    def close(self) -> None:
        """Puts the letter away; there is none at hand after this."""
        self.rest()
        self.path = self.review = self._history = self._saved = self._hash = None
        self._render_from(self.library)
        self.letter_opened.emit()
        self.letter_changed.emit()

    def drop_unsaved(self) -> None:
        """Removes discarded changes from the journal."""
        self._pace.autosaved()
        if self.autosave and self.letter:
            self.autosave.journal.drop(self.letter)

    def rest(self) -> None:
        """Stops scheduled work, when the window closes."""
        self._pace.stop()

    def export(self, target: Path, *, final: bool = False) -> bool:
        """Makes the document; False when it is to be final and findings stand in the way."""
        self.review_now()
        assert self.review is not None
        return making.make(self.review, self.rendering, target, final=final, find_style=self.house_styles.find)

    def use_library(self, library: Library) -> None:
        """Uses another library, as after a change of its files; the letter's captured records stay."""
        self.library = library
        self._render_from(restore(self.letter, library) if self.letter else library)
        self.library_changed.emit()
        self.review_now()
