"""The text of a letter as it went out, run by run, and which paragraphs that came back are which of those runs."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from difflib import SequenceMatcher

from composer.assemble.letter import Assembly
from composer.assemble.places import Place, code, placed, read_name, words_of
from composer.domain.document import Block, FieldList, Inline, NoteReference, Table, contents, flatten
from composer.intake.returned_word import Seen

NEAREST, CLEAR = 0.7, 0.15
"""How alike words without a mark must be to count as a text that went out, and how much more than any other."""
HARDLY = 0.4
"""Below this a marked text has become another; the same words elsewhere are it then."""
MOST_COMPARED = 250_000
"""Pairs of paragraphs that are compared at most."""


@dataclass(frozen=True, slots=True)
class Leaf:
    """A run of text that went out: `content` with its citations, `shown` with the marks of notes; `order` counts the letter's."""

    order: int
    place: Place
    content: tuple[Inline, ...]
    shown: tuple[Inline, ...]
    of_label: bool = False
    """Whether it is what stands behind a label, by whose mark it is known."""
    cell: tuple[int, int, int] | None = None
    """The table, counted over the letter, with the row and the column."""

    @property
    def piece(self) -> str | None:
        return self.place.piece

    @property
    def words(self) -> str:
        return words_of(self.shown)


def leaves(assembly: Assembly) -> tuple[Leaf, ...]:
    """Every run of a letter that has words, in reading order."""
    own = [entry for piece in assembly.pieces if piece.printed for entry in placed(piece.blocks)]
    with_citations = {(place.piece, place.number): content for place, content in own}
    spots = dict(_spots(assembly.document.blocks))
    found = (
        Leaf(order, place, with_citations.get((place.piece, place.number), shown), shown, *spots.get(order, ()))
        for order, (place, shown) in enumerate(placed(assembly.document.blocks))
    )
    return tuple(leaf for leaf in found if leaf.words)


def _spots(blocks: Iterable[Block]) -> Iterator[tuple[int, tuple[bool, tuple[int, int, int] | None]]]:
    """The runs, counted over the letter, that stand behind a label or in a table."""
    order = 0
    for at, block in enumerate(blocks):
        size = sum(1 for _ in contents(block))
        if isinstance(block, FieldList):
            yield from ((order + number, (True, None)) for number in range(1, size, 2))
        elif isinstance(block, Table):
            width = len(block.alignments)
            yield from ((order + number, (False, (at, number // width, number % width))) for number in range(size))
        order += size


@dataclass(frozen=True, slots=True)
class Group:
    """Runs that went out and the paragraphs that came back for them, by number; `doubt` says why that is not sure."""

    leaves: tuple[Leaf, ...]
    paragraphs: tuple[int, ...]
    doubt: str = ""
    stale: bool = False


NO_MARK = "herkend aan de woorden; het merkteken is in Word verdwenen"
STALE = "de brief zelf is veranderd nadat dit Word-bestand werd gemaakt; vergelijk beide"


@dataclass
class Matching:
    """Which paragraph is which run: by marks, else by the same words, else by words that are clearly nearest."""

    leaves: Sequence[Leaf]
    seen: Sequence[Seen]
    furniture: Collection[str] = ()
    by_leaf: dict[int, list[int]] = field(default_factory=dict[int, list[int]])
    doubts: dict[int, str] = field(default_factory=dict[int, str])
    stale: set[int] = field(default_factory=set[int])

    def groups(self) -> tuple[Group, ...]:
        """In the order in which they came back; paragraphs in none are new, runs in none are gone."""
        self._marked()
        self._same_words_elsewhere()
        self._same_words()
        self._nearest_words()
        self._nearest_tables()
        return tuple(self._joined())

    def _marked(self) -> None:
        by_name = {(code(leaf.piece), leaf.place.number): leaf for leaf in self.leaves}
        found: defaultdict[int, list[int]] = defaultdict(list)
        for at, paragraph in enumerate(self.seen):
            for named in (read_name(name) for name in paragraph.marks()):
                leaf = by_name.get((named.code, named.number)) if named else None
                if leaf and named:
                    found[leaf.order].append(at)
                    self._note_age(leaf, named.digest)
        for order, numbers in found.items():
            self.by_leaf[order] = self._together(self._leaf(order), numbers)
        for leaf in self.leaves:
            if leaf.of_label and leaf.order - 1 in self.by_leaf:
                self.by_leaf[leaf.order] = self.by_leaf[leaf.order - 1]

    def _note_age(self, leaf: Leaf, digest: str) -> None:
        if leaf.place.digest != digest:
            self.stale.add(leaf.order)

    def _leaf(self, order: int) -> Leaf:
        return next(leaf for leaf in self.leaves if leaf.order == order)

    def _together(self, leaf: Leaf, numbers: list[int]) -> list[int]:
        """Of paragraphs with one mark those that stand together and are most like it; a copy elsewhere is new text."""
        runs: list[list[int]] = []
        for number in numbers:
            between = range(runs[-1][-1] + 1, number) if runs else range(0)
            if runs and not any(self.seen[at].text.strip() for at in between):
                runs[-1].append(number)
            else:
                runs.append([number])
        return max(runs, key=lambda run: alike(leaf.words, " ".join(self._words(at) for at in run)))

    def _words(self, number: int) -> str:
        return " ".join(self.seen[number].text.split())

    def _free(self) -> list[int]:
        """The paragraphs of running text that are no run yet."""
        taken = {number for numbers in self.by_leaf.values() for number in numbers}
        free = (at for at, held in enumerate(self.seen) if at not in taken and held.text.strip() and held.cell is None)
        return [at for at in free if self._words(at) not in self.furniture]

    def _missing(self) -> list[Leaf]:
        return [leaf for leaf in self.leaves if leaf.order not in self.by_leaf and leaf.cell is None]

    def _same_words_elsewhere(self) -> None:
        """A mark that stayed behind when its text was moved, on words that have hardly anything of it."""
        by_words = {self._words(at): at for at in reversed(self._free())}
        for order, numbers in list(self.by_leaf.items()):
            leaf = self._leaf(order)
            there = by_words.get(leaf.words)
            if there is not None and alike(leaf.words, " ".join(self._words(at) for at in numbers)) < HARDLY:
                self.by_leaf[order] = [there]

    def _same_words(self) -> None:
        free = self._free()
        for leaf in self._missing():
            there = next((at for at in free if self._words(at) == leaf.words), None)
            if there is not None:
                self.by_leaf[leaf.order] = [there]
                free.remove(there)

    def _nearest_words(self) -> None:
        """Only what is far nearer to one run than to any other, and the other way round; told as not sure."""
        missing, free = self._missing(), self._free()
        if len(missing) * len(free) > MOST_COMPARED:
            return
        likeness = {(leaf.order, at): alike(leaf.words, self._words(at)) for leaf in missing for at in free}
        for leaf in missing:
            best = max(free, key=lambda at: likeness[leaf.order, at], default=None)
            if best is None or likeness[leaf.order, best] < NEAREST:
                continue
            rivals = [value for (order, at), value in likeness.items() if (order == leaf.order) != (at == best)]
            if likeness[leaf.order, best] - max(rivals, default=0.0) >= CLEAR:
                self.by_leaf[leaf.order] = [best]
                self.doubts[leaf.order] = NO_MARK
                free.remove(best)

    def _nearest_tables(self) -> None:
        """A table without marks is the one whose words it clearly has; its cells are those in the same place."""
        known = {leaf.cell[0] for leaf in self.leaves if leaf.cell and leaf.order in self.by_leaf}
        for table in dict.fromkeys(leaf.cell[0] for leaf in self.leaves if leaf.cell):
            cells = {leaf.cell: leaf for leaf in self.leaves if leaf.cell and leaf.cell[0] == table}
            there = self._nearest_table(cells.values()) if table not in known else None
            for at, held in enumerate(self.seen):
                if there is not None and held.cell and held.cell[0] == there and held.text.strip():
                    leaf = cells.get((table, *held.cell[1:]))
                    if leaf:
                        self.by_leaf.setdefault(leaf.order, []).append(at)
                        self.doubts |= {leaf.order: NO_MARK} if leaf.words != self._words(at) else {}

    def _nearest_table(self, cells: Iterable[Leaf]) -> int | None:
        taken = {self.seen[at].cell for numbers in self.by_leaf.values() for at in numbers}
        words: defaultdict[int, list[str]] = defaultdict(list)
        for at, held in enumerate(self.seen):
            if held.cell and held.cell[0] not in {cell[0] for cell in taken if cell}:
                words[held.cell[0]].append(self._words(at))
        sent = " ".join(leaf.words for leaf in cells)
        ranked = sorted(((alike(sent, " ".join(held)), table) for table, held in words.items()), reverse=True)
        clear = len(ranked) == 1 or (len(ranked) > 1 and ranked[0][0] - ranked[1][0] >= CLEAR)
        return ranked[0][1] if ranked and clear and ranked[0][0] >= NEAREST else None

    def _joined(self) -> Iterator[Group]:
        """Runs that share a paragraph are one group."""
        groups: list[tuple[set[int], set[int]]] = []
        for order, numbers in self.by_leaf.items():
            touching = [group for group in groups if group[1] & set(numbers)]
            orders = {order}.union(*(group[0] for group in touching))
            paragraphs = set(numbers).union(*(group[1] for group in touching))
            groups = [group for group in groups if group not in touching] + [(orders, paragraphs)]
        for orders, paragraphs in sorted(groups, key=lambda group: min(group[1])):
            held = tuple(self._leaf(order) for order in sorted(orders))
            doubt = next((self.doubts[order] for order in sorted(orders) if order in self.doubts), "")
            yield Group(held, tuple(sorted(paragraphs)), doubt, bool(orders & self.stale))


def alike(one: str, other: str) -> float:
    """From 0 to 1: the share of words that two texts have in the same order."""
    first, second = one.split(), other.split()
    matcher = SequenceMatcher(None, first, second, autojunk=False)
    return matcher.ratio() if matcher.real_quick_ratio() >= HARDLY else matcher.real_quick_ratio()


def facts_by_note(assembly: Assembly, texts: Mapping[int, str]) -> dict[str, tuple[str, ...]]:
    """The facts that each note accounts for, by the note's text; a text that stands for more than one note is left out."""
    found: defaultdict[str, set[tuple[str, ...]]] = defaultdict(set)
    for note in assembly.document.notes:
        found[texts[note.number]].add(note.facts)
    return {text: next(iter(facts)) for text, facts in found.items() if len(facts) == 1}


def note_texts(assembly: Assembly) -> dict[int, str]:
    """The words of each note by its number."""
    return {note.number: words_of(note.content) for note in assembly.document.notes}


ANY = "een noot"
"""What every note is called where their texts cannot tell them apart."""


def note_keys(texts: Mapping[int, str], notes: Mapping[str, str], marks: Iterable[str | None]) -> dict[str, str]:
    """What each mark that came back stands for: the text of its own note, or of the note that it leads to."""
    keys: dict[str, str] = {}
    for mark in marks:
        if mark and mark.startswith("noot:") and mark[5:].isdigit():
            keys[mark] = texts.get(int(mark[5:]), mark)
        elif mark:
            keys[mark] = notes.get(mark, mark)
    return keys


def shuffled(groups: Iterable[Group], seen: Sequence[Seen], texts: Mapping[int, str], keys: Mapping[str, str]) -> bool:
    """Whether notes came back under other marks than they went out with, as some versions of LibreOffice leave them."""
    same = total = 0
    for group in groups:
        sent = [texts[i.number] for leaf in group.leaves for i in flatten(leaf.shown) if isinstance(i, NoteReference)]
        back = [keys[span.note] for at in group.paragraphs for span in seen[at].spans if span.note]
        if len(sent) == len(back):
            same += sum(one == other for one, other in zip(sent, back, strict=True))
            total += len(sent)
    return total > 1 and same < total * NEAREST
