"""Undo and redo of a letter, as a history of its values."""

from dataclasses import dataclass, replace

from composer.domain.letter import Letter

MAX_STEPS = 500


@dataclass(frozen=True, slots=True)
class UndoStep:
    """The letter before a change; `words` name the change, equal `merge` keys join successive ones."""

    letter: Letter
    words: str
    merge: str | None = None


@dataclass(frozen=True, slots=True)
class History:
    """The present letter with the steps to undo and to redo, the nearest one last in both."""

    present: Letter
    past: tuple[UndoStep, ...] = ()
    future: tuple[UndoStep, ...] = ()

    def changed(self, letter: Letter, words: str, merge: str | None = None) -> "History":
        """The history after a change; one with the same `merge` key as the last step is joined with it."""
        if letter == self.present:
            return self
        if merge and self.past and self.past[-1].merge == merge:
            return History(letter, self.past, ())
        return History(letter, (*self.past, UndoStep(self.present, words, merge))[-MAX_STEPS:], ())

    def undone(self) -> "History":
        """The history after undo; the same object when there is nothing to undo."""
        if not self.past:
            return self
        *earlier, step = self.past
        return History(step.letter, tuple(earlier), (*self.future, replace(step, letter=self.present, merge=None)))

    def redone(self) -> "History":
        if not self.future:
            return self
        *later, step = self.future
        return History(step.letter, (*self.past, replace(step, letter=self.present)), tuple(later))

    def replaced(self, letter: Letter) -> "History":
        """The history with the present letter replaced without a step, as when saving adds ids."""
        return replace(self, present=letter)
