"""Undo and redo of a letter: old values, each with the words for the step that left it."""

from dataclasses import dataclass, replace

from composer.domain.letter import Letter

MAX_STEPS = 500


@dataclass(frozen=True, slots=True)
class UndoStep:
    """A letter as it was before a change; `words` say what was done, `merge` joins changes of one kind in a row."""

    letter: Letter
    words: str
    merge: str | None = None


@dataclass(frozen=True, slots=True)
class History:
    """The present letter between what can be undone and what can be redone, the nearest step last in both."""

    present: Letter
    past: tuple[UndoStep, ...] = ()
    future: tuple[UndoStep, ...] = ()

    def changed(self, letter: Letter, words: str, merge: str | None = None) -> "History":
        """Another present letter; a step with the same `merge` as the last one becomes part of it."""
        if letter == self.present:
            return self
        if merge and self.past and self.past[-1].merge == merge:
            return History(letter, self.past, ())
        return History(letter, (*self.past, UndoStep(self.present, words, merge))[-MAX_STEPS:], ())

    def undone(self) -> "History":
        """The last step taken back; the same history when there is none."""
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
        """The present letter in another form that is no step of the user's, as saving gives it ids."""
        return replace(self, present=letter)
