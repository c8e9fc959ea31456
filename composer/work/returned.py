"""A letter that came back from Word: piece by piece what was done to it, for the user to take over or not."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Literal

from composer.assemble.letter import Assembly
from composer.domain.document import plain
from composer.intake.returned_word import Comment, ReturnedWord, Seen, View
from composer.intake.word_paragraphs import Tracked
from composer.work.differences import Stretch, readable, words_changed
from composer.work.lines import Line, Lines, TableLine, blocks_of
from composer.work.returned_leaves import STALE, Group, Leaf, Matching, facts_by_note, leaves, note_keys, note_texts
from composer.work.returned_lines import (
    Readers, Rebuilt, Shape, Table, fresh_line, numbered_again, rebuilt_group, relooked, shape,
)  # fmt: skip

Outcome = Literal["ongewijzigd", "gewijzigd", "verwijderd", "toegevoegd"]
OUR_AUTHOR = "Raadsbrief"
ONLY_SOURCE = "de opmaak van dit stuk is alleen in de bron te wijzigen; neem de woorden zelf over"
NEW_NOTE = "er kwam een voetnoot bij die geen feit van de bibliotheek is: {}"


@dataclass(frozen=True, slots=True)
class Change:
    """A tracked change: who did what to which words."""

    tracked: Tracked
    words: str


@dataclass(frozen=True, slots=True)
class Back:
    """A piece that came back, or text that was added (`piece` None) behind the piece `after` of a section.

    `lines` None cannot be taken over; `moved` when it came back in another place; `doubts` say what the user should look at.
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
    def difference(self) -> tuple[Stretch, ...]:
        return words_changed(self.before, self.words)


@dataclass(frozen=True, slots=True)
class Outside:
    """A text of the template, or a field, that was changed; `field` names the field of the letter that can be filled with it."""

    before: str
    words: str
    field: str | None = None


@dataclass(frozen=True, slots=True)
class Returned:
    """Everything that came back, in the order in which it did; `comments` are those about no piece."""

    pieces: tuple[Back, ...]
    outside: tuple[Outside, ...]
    comments: tuple[Comment, ...]
    pictures: int = 0
    view: View = "aanvaard"

    @property
    def changed(self) -> tuple[Back, ...]:
        return tuple(back for back in self.pieces if back.outcome != "ongewijzigd" or back.moved)


def read_back(assembly: Assembly, word: ReturnedWord, view: View = "aanvaard") -> Returned:
    """What was done to a letter since it went out as `assembly` has it."""
    return _ReadingBack(assembly, word, view).returned()


@dataclass
class _Owned:
    """What came back of one piece, so far: its lines with the lines that they were, and what is known of them."""

    lines: list[Line | TableLine] = field(default_factory=list[Line | TableLine])
    origins: list[int | None] = field(default_factory=list[int | None])
    touched: bool = False
    stale: bool = False
    doubts: list[str] = field(default_factory=list[str])
    numbers: list[int] = field(default_factory=list[int])

    def add(self, line: Line | TableLine, origin: int | None) -> None:
        self.lines.append(line)
        self.origins.append(origin)


class _ReadingBack:
    def __init__(self, assembly: Assembly, word: ReturnedWord, view: View) -> None:
        self.assembly, self.word, self.view = assembly, word, view
        self.seen: tuple[Seen, ...] = word.view(view)
        self.leaves = leaves(assembly)
        texts = note_texts(assembly)
        marks = (span.note for paragraph in self.seen for span in paragraph.spans)
        self.readers = Readers(texts, note_keys(texts, word.notes, marks), facts_by_note(assembly, texts))
        self.groups = Matching(self.leaves, self.seen).groups()
        self.of_paragraph = {at: group for group in self.groups for at in group.paragraphs}
        self.shapes = {piece.piece.id: shape(piece) for piece in assembly.pieces if piece.printed}
        self.owned: dict[str, _Owned] = {}
        self.added: list[tuple[str | None, _Owned]] = []
        self.order: list[str] = []
        self.outside: list[Outside] = []

    def returned(self) -> Returned:
        owners = self._owners()
        done: set[int] = set()
        for at, owner in enumerate(owners):
            if at not in done:
                done |= self._take(at, owner)
        pieces = self._ordered([*self._pieces(), *self._additions()])
        own = {comment.id for back in pieces for comment in back.comments}
        loose = tuple(comment for comment in self._comments() if comment.id not in own)
        return Returned(pieces, tuple(self.outside), loose, self.word.pictures, self.view)

    def _owners(self) -> list[str | None]:
        """The piece of each paragraph; "" for the template's, None for what nobody sent; new text within a piece is of it."""
        known = [self._owner(at) for at in range(len(self.seen))]
        for at, owner in enumerate(known):
            if owner is None and (before := self._near(known[:at][::-1])) == self._near(known[at + 1 :]):
                known[at] = before or None
        return known

    def _owner(self, at: int) -> str | None:
        group = self.of_paragraph.get(at)
        if group is not None:
            return group.leaves[0].piece or ""
        return "" if self.seen[at].look.kind == "titel" or not self._is_text(at) else self._table_owner(at)

    def _is_text(self, at: int) -> bool:
        """Whether a paragraph has words that are not the list of notes at the end."""
        words = " ".join(self.seen[at].text.split())
        return bool(words) and words not in self.readers.texts.values() and not self._is_notes_heading(at, words)

    def _is_notes_heading(self, at: int, words: str) -> bool:
        following = " ".join(self.seen[at + 1].text.split()) if at + 1 < len(self.seen) else ""
        return words == "Bronnen" and following in self.readers.texts.values()

    def _table_owner(self, at: int) -> str | None:
        """A cell is of the piece that the rest of its table is of."""
        cell = self.seen[at].cell
        owners = [g.leaves[0].piece or "" for number, g in self.of_paragraph.items() if cell and _same_table(self.seen[number], cell)]
        return max(owners, key=owners.count, default=None)

    @staticmethod
    def _near(owners: Sequence[str | None]) -> str | None:
        return next((owner for owner in owners if owner is not None), None)

    def _take(self, at: int, owner: str | None) -> set[int]:
        """Adds a paragraph with all that belongs to it, and gives the numbers of the paragraphs that were taken."""
        group = self.of_paragraph.get(at)
        if owner == "":
            return self._outside(group, at)
        if owner is None:
            self._add_new(at)
            return {at}
        held = self.owned.setdefault(owner, _Owned())
        if owner not in self.order:
            self.order.append(owner)
        if self.seen[at].cell is not None and self._in_table(at, owner):
            return self._table(at, owner, held)
        if group is None:
            held.touched = True
            held.numbers.append(at)
            held.add(fresh_line(self.seen[at], self.readers), None)
            return {at}
        return self._group(group, held)

    def _group(self, group: Group, held: _Owned) -> set[int]:
        made = rebuilt_group(group, self.seen, self.readers)
        self._noted(group, made, held)
        for at, row in made.rows.items():
            leaf = made.nearest[at]
            spot = self.shapes[leaf.piece or ""].spots[leaf.place.number]
            line = self.shapes[leaf.piece or ""].lines[spot.line]
            was = line if isinstance(line, Line) else Line()
            now = relooked(Line(row, was.kind, was.level, was.ordered, was.start, was.quoted), self.seen[at].look)
            held.touched |= (now.kind, now.level) != (was.kind, was.level)
            held.add(now, spot.line)
        return set(group.paragraphs)

    def _noted(self, group: Group, made: Rebuilt, held: _Owned) -> None:
        held.numbers += group.paragraphs
        held.touched |= not made.unchanged
        held.stale |= group.stale
        held.doubts += [group.doubt] if group.doubt else []
        held.doubts += [NEW_NOTE.format(text) for at in group.paragraphs for text in self._new_notes(self.seen[at])]

    def _new_notes(self, paragraph: Seen) -> list[str]:
        keys = (self.readers.keys.get(span.note, span.note) for span in paragraph.spans if span.note)
        return [key for key in keys if key not in self.readers.texts.values()]

    def _in_table(self, at: int, owner: str) -> bool:
        """Whether the paragraph's table went out as a table of this piece."""
        return any(leaf.piece == owner and self._table_spot(leaf) is not None for leaf in self._table_leaves(at))

    def _table_leaves(self, at: int) -> list[Leaf]:
        cell = self.seen[at].cell
        groups = (g for number, g in self.of_paragraph.items() if cell and _same_table(self.seen[number], cell))
        return [leaf for group in groups for leaf in group.leaves]

    def _table_spot(self, leaf: Leaf) -> int | None:
        spot = self.shapes[leaf.piece].spots[leaf.place.number] if leaf.piece else None
        return spot.line if spot and spot.row is not None else None

    def _table(self, at: int, owner: str, held: _Owned) -> set[int]:
        """A whole table, cell by cell."""
        cell = self.seen[at].cell
        numbers = [number for number, paragraph in enumerate(self.seen) if cell and _same_table(paragraph, cell)]
        spot = next(s for leaf in self._table_leaves(at) if (s := self._table_spot(leaf)) is not None)
        was = self.shapes[owner].lines[spot]
        assert isinstance(was, TableLine)
        table, taken = Table(), set[int]()
        for number in numbers:
            place = self.seen[number].cell
            assert place is not None
            group = self.of_paragraph.get(number)
            made = rebuilt_group(group, self.seen, self.readers) if group and number not in taken else None
            if group and made:
                self._noted(group, made, held)
                taken |= set(group.paragraphs)
            row = made.rows.get(number, ()) if made else () if group else fresh_line(self.seen[number], self.readers).row
            table.add(place[1], place[2], row)
        held.numbers += [number for number in numbers if number not in taken]
        line = table.line(was)
        held.touched |= [len(row) for row in line.rows] != [len(row) for row in was.rows] or _words(line) != _words(was)
        held.add(line, spot)
        return set(numbers)

    def _add_new(self, at: int) -> None:
        line = fresh_line(self.seen[at], self.readers)
        after = self.order[-1] if self.order else None
        last = self.added[-1] if self.added else None
        if last is None or last[0] != after or last[1].numbers[-1] != at - 1:
            self.added.append((after, _Owned()))
            self.order.append(f"nieuw-{len(self.added)}") if False else None
        held = self.added[-1][1]
        held.add(line, None)
        held.numbers.append(at)
