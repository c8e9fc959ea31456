"""The returned paragraphs and tables, each with its piece and its lines."""

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from composer.assemble.runs import Runs
from composer.domain.document import Alignment, Text
from composer.intake.returned_word import ViewParagraph
from composer.work.returned.lines import Readers, Rebuilt, Shape, fresh_line, rebuilt_group, relooked
from composer.work.returned.matching import Group
from composer.work.returned.sent_runs import SentRun
from composer.work.writing.lines import AnyLine, Line, TableLine

NEW_NOTE = "er kwam een voetnoot bij die geen feit van de bibliotheek is: {}"
JOINED = "samengevoegd met een ander stuk"


@dataclass(frozen=True)
class ReturnedBlock:
    """A paragraph or table: `owner` is its piece, "" the template's, None nobody's; `lines` with the lines that they were."""

    numbers: tuple[int, ...]
    owner: str | None
    lines: tuple[tuple[AnyLine, int | None], ...]
    sent_runs: tuple[SentRun, ...] = ()
    touched: bool = True
    stale: bool = False
    warnings: tuple[str, ...] = ()


@dataclass(frozen=True)
class ReturnedBlocks:
    """Builds blocks from returned paragraphs; `shapes` are the pieces as sent."""

    seen: Sequence[ViewParagraph]
    groups: Sequence[Group]
    shapes: Mapping[str, Shape]
    readers: Readers
    house_style_texts: Collection[str] = ()

    def all(self) -> Iterator[ReturnedBlock]:
        """In the order in which they came back; empty paragraphs, and what is no text of the letter, left out."""
        of_paragraph = {at: group for group in self.groups for at in group.paragraphs}
        done: set[int] = set()
        for at, paragraph in enumerate(self.seen):
            if at in done or not self._counts(at, of_paragraph):
                continue
            element = self._table(at, of_paragraph) if paragraph.cell else self._text(at, of_paragraph.get(at))
            done |= set(element.numbers)
            yield element

    def _counts(self, at: int, of_paragraph: Mapping[int, Group]) -> bool:
        words = " ".join(self.seen[at].text.split())
        if at in of_paragraph:
            return True
        cell = self.seen[at].cell
        if cell is None:
            return bool(words) and words not in self.house_style_texts and self.seen[at].look.kind != "inhoud"
        table = [
            number for number, paragraph in enumerate(self.seen) if paragraph.cell and paragraph.cell[0] == cell[0]
        ]
        texts = {" ".join(self.seen[number].text.split()) for number in table}
        return any(number in of_paragraph for number in table) or not texts <= {"", *self.house_style_texts}

    def _text(self, at: int, group: Group | None) -> ReturnedBlock:
        if group is None:
            line = fresh_line(self.seen[at], self.readers)
            return ReturnedBlock((at,), None, ((line, None),), warnings=tuple(self._new_notes((at,))))
        made = rebuilt_group(group, self.seen, self.readers)
        owner = group.leaves[0].piece or ""
        lines = tuple(self._line(number, row, made.nearest[number], owner) for number, row in made.rows.items())
        relooks = owner != "" and any(_kind(line) != _kind(self._was(origin, owner)) for line, origin in lines)
        return ReturnedBlock(
            numbers=group.paragraphs,
            owner=owner,
            lines=lines,
            sent_runs=group.leaves,
            touched=not made.unchanged or relooks,
            stale=group.stale,
            warnings=tuple(self._doubts(group)),
        )

    def _was(self, origin: int | None, owner: str) -> AnyLine | None:
        return self.shapes[owner].lines[origin] if owner and origin is not None else None

    def _line(self, number: int, row: Runs, run: SentRun, owner: str) -> tuple[AnyLine, int | None]:
        if run.piece is None or run.piece != owner:
            return relooked(Line(row), self.seen[number].look), None
        place = self.shapes[run.piece]
        spot = place.spots[run.place.number]
        was = place.lines[spot.line]
        if isinstance(was, TableLine):
            return Line(row), spot.line
        return relooked(replace(was, row=row), self.seen[number].look), spot.line

    def _doubts(self, group: Group) -> Iterator[str]:
        if group.doubt:
            yield group.doubt
        if len({run.piece for run in group.leaves}) > 1:
            yield JOINED
        yield from self._new_notes(group.paragraphs)

    def _new_notes(self, numbers: Sequence[int]) -> Iterator[str]:
        known = self.readers.texts.values()
        for span in (span for at in numbers for span in self.seen[at].spans):
            key = self.readers.keys.get(span.note, span.note) if span.note else None
            if key is not None and key not in known:
                yield NEW_NOTE.format(key)

    def _table(self, at: int, of_paragraph: Mapping[int, Group]) -> ReturnedBlock:
        table = (self.seen[at].cell or (0, 0, 0))[0]
        numbers = tuple(
            number for number, paragraph in enumerate(self.seen) if paragraph.cell and paragraph.cell[0] == table
        )
        groups = list({id(g): g for number in numbers if (g := of_paragraph.get(number))}.values())
        cells = _Cells()
        made = [cells.add_group(group, self.seen, self.readers) for group in groups]
        for number in numbers:
            if number not in of_paragraph and self.seen[number].text.strip():
                cells.add(number, fresh_line(self.seen[number], self.readers).row, self.seen)
            else:
                cells.add(number, (), self.seen)
        owners = [group.leaves[0].piece or "" for group in groups]
        owner = max(owners, key=owners.count, default=None)
        origin = self._table_line(owner, groups)
        was = self._was(origin, owner or "")
        line = cells.line(was if isinstance(was, TableLine) else None)
        untouched = all(each.unchanged for each in made) and isinstance(was, TableLine) and _grid(was) == _grid(line)
        return ReturnedBlock(
            numbers=numbers,
            owner=owner,
            lines=((line, origin),),
            sent_runs=tuple(run for group in groups for run in group.leaves),
            touched=not untouched,
            stale=any(group.stale for group in groups),
            warnings=tuple(doubt for group in groups for doubt in self._doubts(group)),
        )

    def _table_line(self, owner: str | None, groups: Sequence[Group]) -> int | None:
        """The line of the piece that the table went out as; None for a table that nobody sent."""
        runs = (run for group in groups for run in group.leaves if owner and run.piece == owner)
        spots = (self.shapes[owner or ""].spots[run.place.number] for run in runs)
        return next((spot.line for spot in spots if spot.row is not None), None)


def _kind(line: AnyLine | None) -> tuple[object, ...]:
    return (line.kind, line.level) if isinstance(line, Line) else ()


def _grid(table: TableLine) -> list[tuple[int, ...]]:
    """How many cells each row has, and which are empty."""
    return [tuple(bool(cell) for cell in row) for row in table.rows]


@dataclass
class _Cells:
    """Collects the words of a table's cells, by row and column."""

    words: defaultdict[tuple[int, int], dict[int, Runs]] = field(
        default_factory=lambda: defaultdict[tuple[int, int], dict[int, Runs]](dict)
    )

    def add(self, number: int, row: Runs, paragraphs: Sequence[ViewParagraph]) -> None:
        place = paragraphs[number].cell
        assert place is not None
        held = self.words[place[1], place[2]]
        if row:
            held[number] = row

    def add_group(self, group: Group, paragraphs: Sequence[ViewParagraph], readers: Readers) -> Rebuilt:
        made = rebuilt_group(group, paragraphs, readers)
        for number, row in made.rows.items():
            if paragraphs[number].cell:
                self.add(number, row, paragraphs)
        return made

    def line(self, was: TableLine | None) -> TableLine:
        """Rows and columns as they are now; a column that came keeps to the left."""
        rows = sorted({row for row, _ in self.words})
        width = max((column for _, column in self.words), default=-1) + 1
        kept: tuple[Alignment, ...] = was.sides[:width] if was else ()
        fresh: tuple[Alignment, ...] = ("left",) * (width - len(kept))
        sides = (*kept, *fresh)
        return TableLine(tuple(tuple(self._cell(row, column) for column in range(width)) for row in rows), sides)

    def _cell(self, row: int, column: int) -> Runs:
        """The paragraphs of a cell in order, as one."""
        parts = [words for _, words in sorted(self.words.get((row, column), {}).items())]
        joined: list[Runs] = [
            part if at == 0 else (replace(part[0], atom=Text(" ")), *part) for at, part in enumerate(parts)
        ]
        return tuple(run for part in joined for run in part)
