"""Matches returned paragraphs with the runs that were sent."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from difflib import SequenceMatcher
from functools import cached_property

from composer.assemble.bookmarks import parse_bookmark, piece_code
from composer.intake.returned_word import ViewParagraph
from composer.work.returned.sent_runs import SentRun

NEAREST, CLEAR = 0.7, 0.15
"""How alike words without a mark must be to count as a text that went out, and how much more than any other."""
HARDLY = 0.4
"""Below this a marked text has become another; the same words elsewhere are it then."""
MOST_COMPARED = 250_000
"""Pairs of paragraphs that are compared at most."""


@dataclass(frozen=True, slots=True)
class Group:
    """Sent runs with the returned paragraphs for them, by number; `doubt` says why the match is uncertain."""

    leaves: tuple[SentRun, ...]
    paragraphs: tuple[int, ...]
    doubt: str = ""
    stale: bool = False


NO_MARK = "herkend aan de woorden; het merkteken is in Word verdwenen"
SAME_PLACE = "herkend aan de plaats; de woorden zijn andere en het merkteken is in Word verdwenen"
STALE = "de brief zelf is veranderd nadat dit Word-bestand werd gemaakt; vergelijk beide"


@dataclass
class Matching:
    """Matches by bookmarks, else by equal words, else by words that are clearly nearest."""

    leaves: Sequence[SentRun]
    seen: Sequence[ViewParagraph]
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
        self._same_place()
        for run in self.leaves:
            if run.of_label and run.order - 1 in self.by_leaf:
                self.by_leaf[run.order] = self.by_leaf[run.order - 1]
        return tuple(self._joined())

    def _marked(self) -> None:
        by_name = {(piece_code(run.piece), run.place.number): run for run in self.leaves}
        found: defaultdict[int, list[int]] = defaultdict(list)
        for at, paragraph in enumerate(self.seen):
            for named in (parse_bookmark(name) for name in paragraph.marks()):
                run = by_name.get((named.code, named.number)) if named else None
                if run and named:
                    found[run.order].append(at)
                    self._note_age(run, named.digest)
        for order, numbers in found.items():
            self.by_leaf[order] = self._together(self._leaf(order), numbers)

    def _note_age(self, run: SentRun, digest: str) -> None:
        if run.place.digest != digest:
            self.stale.add(run.order)

    def _leaf(self, order: int) -> SentRun:
        return self._by_order[order]

    @cached_property
    def _by_order(self) -> dict[int, SentRun]:
        return {run.order: run for run in self.leaves}

    def _sent(self, run: SentRun) -> str:
        """The words of the paragraph that a run went out in: a label is followed by what stands behind it."""
        behind = self._by_order.get(run.order + 1)
        return f"{run.words} {behind.words}" if behind and behind.of_label else run.words

    def _together(self, sent: SentRun, numbers: list[int]) -> list[int]:
        """Of paragraphs with one mark those that stand together and are most like it; a copy elsewhere is new text."""
        runs: list[list[int]] = []
        for number in numbers:
            between = range(runs[-1][-1] + 1, number) if runs else range(0)
            if runs and not any(self.seen[at].text.strip() for at in between):
                runs[-1].append(number)
            else:
                runs.append([number])
        return max(runs, key=lambda run: alike(sent.words, " ".join(self._words(at) for at in run)))

    def _words(self, number: int) -> str:
        return " ".join(self.seen[number].text.split())

    def _free(self) -> list[int]:
        """The paragraphs of running text that are no run yet."""
        taken = {number for numbers in self.by_leaf.values() for number in numbers}
        free = (at for at, held in enumerate(self.seen) if at not in taken and held.text.strip() and held.cell is None)
        return [at for at in free if self._words(at) not in self.furniture]

    def _missing(self) -> list[SentRun]:
        running = (run for run in self.leaves if run.cell is None and not run.of_label)
        return [run for run in running if run.order not in self.by_leaf]

    def _same_words_elsewhere(self) -> None:
        """Corrects bookmarks that stayed behind when their text was moved."""
        by_words = {self._words(at): at for at in reversed(self._free())}
        for order, numbers in list(self.by_leaf.items()):
            run = self._leaf(order)
            there = by_words.get(run.words)
            if there is not None and alike(run.words, " ".join(self._words(at) for at in numbers)) < HARDLY:
                self.by_leaf[order] = [there]

    def _same_words(self) -> None:
        free = self._free()
        for run in self._missing():
            there = next((at for at in free if self._words(at) == self._sent(run)), None)
            if there is not None:
                self.by_leaf[run.order] = [there]
                free.remove(there)

    def _nearest_words(self) -> None:
        """Matches paragraphs and runs that are far nearer to each other than to any other; marked as uncertain."""
        missing, free = self._missing(), self._free()
        if len(missing) * len(free) > MOST_COMPARED:
            return
        likeness = {(run.order, at): alike(self._sent(run), self._words(at)) for run in missing for at in free}
        for run in missing:
            best = max(free, key=lambda at: likeness[run.order, at], default=None)
            if best is None or likeness[run.order, best] < NEAREST:
                continue
            rivals = [value for (order, at), value in likeness.items() if (order == run.order) != (at == best)]
            if likeness[run.order, best] - max(rivals, default=0.0) >= CLEAR:
                self.by_leaf[run.order] = [best]
                self.doubts[run.order] = NO_MARK
                free.remove(best)

    def _same_place(self) -> None:
        """Matches one run and one paragraph between the same neighbours; marked as uncertain."""
        free = self._free()
        for run in self._missing():
            before, after = self._neighbour(run, -1), self._neighbour(run, 1)
            if before is not None and after is not None:
                between = [at for at in free if before < at < after]
                if len(between) == 1 and after - before == 2:
                    self.by_leaf[run.order] = between
                    self.doubts[run.order] = SAME_PLACE

    def _neighbour(self, run: SentRun, step: int) -> int | None:
        """The paragraph of the run before or after; None when that run is gone too, or there is none."""
        orders = [held.order for held in self.leaves if not held.of_label]
        at = orders.index(run.order) + step
        numbers = self.by_leaf.get(orders[at]) if 0 <= at < len(orders) else None
        return None if numbers is None else numbers[-1] if step < 0 else numbers[0]

    def _nearest_tables(self) -> None:
        """Matches a table without bookmarks with the one whose words it clearly has, cell by cell."""
        known = {run.cell[0] for run in self.leaves if run.cell and run.order in self.by_leaf}
        for table in dict.fromkeys(run.cell[0] for run in self.leaves if run.cell):
            cells = {run.cell: run for run in self.leaves if run.cell and run.cell[0] == table}
            there = self._nearest_table(cells.values()) if table not in known else None
            for at, held in enumerate(self.seen):
                if there is not None and held.cell and held.cell[0] == there and held.text.strip():
                    run = cells.get((table, *held.cell[1:]))
                    if run:
                        self.by_leaf.setdefault(run.order, []).append(at)
                        self.doubts |= {run.order: NO_MARK} if run.words != self._words(at) else {}

    def _nearest_table(self, cells: Iterable[SentRun]) -> int | None:
        taken = {self.seen[at].cell for numbers in self.by_leaf.values() for at in numbers}
        words: defaultdict[int, list[str]] = defaultdict(list)
        for at, held in enumerate(self.seen):
            if held.cell and held.cell[0] not in {cell[0] for cell in taken if cell}:
                words[held.cell[0]].append(self._words(at))
        sent = " ".join(run.words for run in cells)
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
