"""Validity of facts on a day: events stay true, states end, and nothing may be stated before it was known."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import Literal

from composer.domain.dutch import day_in_words
from composer.domain.fact import Fact
from composer.domain.source import Source
from composer.domain.uncertain_date import UncertainDate

Verdict = Literal["geldig", "nog-niet", "niet-meer", "onzeker"]


@dataclass(frozen=True, slots=True)
class Standing:
    """A verdict with its Dutch reason; `since` and `until` bound what is usable, `until` not included; `fact` caused it."""

    verdict: Verdict
    reason: str = ""
    since: date | None = None
    until: date | None = None
    fact: str | None = None
    successor: str | None = None

    @property
    def usable(self) -> bool:
        return self.verdict == "geldig"


@dataclass(frozen=True)
class Chronology:
    """The facts of a library in time."""

    facts: Mapping[str, Fact]
    sources: Mapping[str, Source]
    _ends: dict[str, "End"] = field(default_factory=lambda: dict[str, End](), compare=False, repr=False)

    @cached_property
    def lanes(self) -> Mapping[str, tuple[Fact, ...]]:
        """The states of each lane by their beginning."""
        lanes: defaultdict[str, list[Fact]] = defaultdict(list)
        for fact in self.facts.values():
            if fact.lane and fact.validity.start:
                lanes[fact.lane].append(fact)
        return {lane: tuple(sorted(states, key=_start)) for lane, states in lanes.items()}

    @cached_property
    def corrections(self) -> Mapping[str, Fact]:
        """For each corrected fact the one that corrects it."""
        return {old: fact for fact in self.facts.values() for old in fact.corrects}

    def known(self, fact: Fact) -> UncertainDate | None:
        """When a fact became public: as it says, else the date of its earliest source; None when there is none."""
        if fact.known_from:
            return fact.known_from
        dates = [self.sources[item.source].date for item in fact.evidence if item.source in self.sources]
        return min(dates, key=_order, default=None)

    def end(self, fact: Fact) -> "End":
        """When a fact stops holding, and the id of what takes its place; None for what has no end yet."""
        if fact.id not in self._ends:
            self._ends[fact.id] = self._find_end(fact)
        return self._ends[fact.id]

    def _find_end(self, fact: Fact) -> "End":
        """By its correction or in its lane, whichever comes first."""
        ends = [(end, successor) for end, successor in (self._corrected(fact), self._followed(fact)) if end]
        return min(ends, key=lambda end: _order(end[0]), default=(None, None))

    def _corrected(self, fact: Fact) -> "End":
        correction = self.corrections.get(fact.id)
        return (self.known(correction), correction.id) if correction else (None, None)

    def _followed(self, fact: Fact) -> "End":
        following = self._next_state(fact)
        start = following.validity.start if following else None
        return fact.validity.end or start, following.id if following else None

    def _next_state(self, fact: Fact) -> Fact | None:
        """The next state of its lane in the same or the national scope; one that was wrong ends nothing."""
        if not fact.lane or not fact.validity.start:
            return None
        scopes = (fact.scope, "landelijk")
        states = (state for state in self.lanes[fact.lane] if state.id not in self.corrections)
        return next((s for s in states if s.scope in scopes and _start(s) > _start(fact)), None)

    def standing(self, fact: Fact, day: date, retrospect: bool = False) -> Standing:
        """Whether a fact may be stated on `day`; in `retrospect` an ended state may."""
        known, start = self.known(fact), fact.validity.start
        end, successor = self.end(fact)
        known_yet = known.has_come(day) if known else True
        begun = start.has_come(day) if start else True
        ended = end.has_come(day) if end and not retrospect else False
        since = max((moment.latest for moment in (known, start) if moment), default=None)
        bounds = (since, end.earliest if end and not retrospect else None, fact.id)
        if ended:
            return Standing("niet-meer", self._ended(end, successor), *bounds, successor)
        if begun is False or known_yet is False:
            return Standing("nog-niet", _not_yet(known, start, day), *bounds)
        if None in (known_yet, begun, ended):
            return Standing("onzeker", _unsure(known, start, end, day), *bounds, successor)
        return Standing("geldig", "", *bounds)

    def _ended(self, end: UncertainDate | None, successor: str | None) -> str:
        since = f"geldt niet meer sinds {_written(end)}" if end else "geldt niet meer"
        return f"{since}; nu geldt: {self.facts[successor].statement}" if successor else since

    def passage_standing(
        self, cited: Iterable[str], retrospect: Iterable[str], day: date, beside: Iterable[str] = ()
    ) -> Standing:
        """The worst standing of the facts cited; an event is overtaken if its known sequel is neither cited nor in `beside`."""
        names, allowed = tuple(cited), frozenset(retrospect)
        facts = [self.facts[name] for name in names if name in self.facts]
        standings = [self.standing(fact, day, fact.id in allowed) for fact in facts]
        standings += [
            self._sequel(fact, self.facts[name], day) for fact, name in self._sequels(facts, (*names, *beside))
        ]
        if not standings:
            return Standing("geldig")
        worst = max(standings, key=lambda standing: _GRAVITY.index(standing.verdict))
        since = max((s.since for s in standings if s.since), default=None)
        until = min((s.until for s in standings if s.until), default=None)
        return Standing(worst.verdict, worst.reason, since, until, worst.fact, worst.successor)

    def _sequels(self, facts: list[Fact], cited: tuple[str, ...]) -> list[tuple[Fact, str]]:
        return [(f, name) for f in facts for name in f.followed_by if name in self.facts and name not in cited]

    def _sequel(self, fact: Fact, sequel: Fact, day: date) -> Standing:
        known = self.known(sequel)
        come = known.has_come(day) if known else True
        until = known.earliest if known else None
        if come is False:
            return Standing("geldig", until=until)
        reason = f"vertelt niet wat erop volgde: {sequel.statement}"
        return Standing("niet-meer" if come else "onzeker", reason, None, until, fact.id, sequel.id)

    def lane_value(self, lane: str, day: date, scopes: Iterable[str] = ()) -> Fact | None:
        """The state of a lane on `day`: of those national or in `scopes`, the latest certainly begun and not certainly ended."""
        within = {"landelijk", *scopes}
        states = [fact for fact in self.lanes.get(lane, ()) if fact.scope in within]
        begun = [fact for fact in states if fact.validity.start and fact.validity.start.has_come(day)]
        return next((fact for fact in reversed(begun) if not self._has_ended(fact, day)), None)

    def _has_ended(self, fact: Fact, day: date) -> bool:
        end, _ = self.end(fact)
        return end is not None and end.has_come(day) is True


End = tuple[UncertainDate | None, str | None]
_GRAVITY: tuple[Verdict, ...] = ("geldig", "onzeker", "nog-niet", "niet-meer")


def _start(fact: Fact) -> tuple[date, date]:
    start = fact.validity.start
    assert start is not None
    return _order(start)


def _order(moment: UncertainDate) -> tuple[date, date]:
    """The sort key of an uncertain date: its last possible day, then its first."""
    return moment.latest, moment.earliest


def _written(moment: UncertainDate) -> str:
    first, last = day_in_words(moment.earliest), day_in_words(moment.latest)
    return first if moment.certain else f"een dag van {first} tot en met {last}"


def _not_yet(known: UncertainDate | None, start: UncertainDate | None, day: date) -> str:
    if start and start.has_come(day) is False:
        return f"geldt pas vanaf {_written(start)}"
    return f"nog niet bekend op {day_in_words(day)}; bekend vanaf {_written(known)}" if known else "nog niet bekend"


def _unsure(known: UncertainDate | None, start: UncertainDate | None, end: UncertainDate | None, day: date) -> str:
    for moment, words in ((known, "bekend geworden op"), (start, "begonnen op"), (end, "geëindigd op")):
        if moment and moment.has_come(day) is None:
            return f"onzeker op {day_in_words(day)}: {words} {_written(moment)}"
    return f"onzeker op {day_in_words(day)}"
