"""The result of reading a letter back from Word."""

from dataclasses import dataclass
from typing import Literal

from composer.domain.template import FieldKind
from composer.intake.returned_word import Comment, View
from composer.intake.word_paragraphs import Tracked
from composer.work.writing.diff import DiffSpan, diff_words
from composer.work.writing.lines import Lines

Outcome = Literal["ongewijzigd", "gewijzigd", "verwijderd", "toegevoegd"]


@dataclass(frozen=True, slots=True)
class Change:
    """A tracked change: its author, its kind and its words."""

    tracked: Tracked
    words: str


@dataclass(frozen=True, slots=True)
class Back:
    """A returned piece, or added text (`piece` None); `after` is the piece that it stands behind.

    `lines` None cannot be applied; `moved` when it is in another place; `doubts` say what the user should check.
    """

    key: str
    piece: str | None
    section: str
    outcome: Outcome
    before: str
    words: str
    lines: Lines | None = None
    after: str | None = None
    moved: bool = False
    doubts: tuple[str, ...] = ()
    tracked: tuple[Change, ...] = ()
    comments: tuple[Comment, ...] = ()

    @property
    def difference(self) -> tuple[DiffSpan, ...]:
        return diff_words(self.before, self.words)


@dataclass(frozen=True, slots=True)
class Outside:
    """A text of the template that was changed; `field` is the letter's own that can be filled with `value`, of this `kind`."""

    before: str
    words: str
    field: str | None = None
    value: str = ""
    kind: FieldKind = "tekst"


@dataclass(frozen=True, slots=True)
class Returned:
    """All returned content in its order, removed pieces last; `comments` are those about no piece."""

    pieces: tuple[Back, ...]
    outside: tuple[Outside, ...]
    comments: tuple[Comment, ...]
    pictures: int = 0
    view: View = "aanvaard"

    @property
    def changed(self) -> tuple[Back, ...]:
        return tuple(back for back in self.pieces if back.outcome != "ongewijzigd" or back.moved)
