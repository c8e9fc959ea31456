"""The dossier in time for one addressee: a row for each lane, bars for its states, dots for events, and a scale of days."""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property

from composer.domain.dossier import Lane
from composer.domain.dutch import MONTHS, day_in_words
from composer.domain.fact import Fact, Strength
from composer.domain.uncertain_date import UncertainDate
from composer.library.library import Library

MARGIN = timedelta(days=45)
"""What the scale leaves free before the first day and after the last."""
EVENNESS = 0.36
"""1 gives every day the same width, 0 every stretch between two changes; between them quiet years stay short."""


@dataclass(frozen=True, slots=True)
class Bar:
    """A state from `start` until `end`, None when nothing ends it yet; `depth` counts the bars above it that overlap."""

    fact: Fact
    start: UncertainDate
    end: UncertainDate | None
    depth: int = 0

    def holds(self, day: date) -> bool:
        """Whether the state certainly holds on `day`."""
        return self.start.has_come(day) is True and (self.end is None or self.end.has_come(day) is False)


@dataclass(frozen=True, slots=True)
class Row:
    """A lane with the states that concern the addressee, by their beginning."""

    lane: Lane
    bars: tuple[Bar, ...]

    @property
    def depth(self) -> int:
        """How many bars lie above each other at most."""
        return 1 + max(bar.depth for bar in self.bars)


@dataclass(frozen=True, slots=True)
class Event:
    """The events at one moment, decisions first."""

    moment: UncertainDate
    facts: tuple[Fact, ...]

    @property
    def label(self) -> str:
        """29 nov, or in short the month or months in which it lies."""
        first, last = self.moment.earliest, self.moment.latest
        if self.moment.certain:
            return short_day(first)
        months = dict.fromkeys((_short_month(first), _short_month(last)))
        return " of ".join(months) if len(months) == 1 or (last - first).days < 62 else f"{last.year}"


@dataclass(frozen=True)
class Scale:
    """Days to places from 0 to 1; every stretch between two `knots` has its own width, so that changes stay apart."""

    knots: tuple[date, ...]

    @cached_property
    def _places(self) -> tuple[float, ...]:
        widths = [
            (later - earlier).days ** EVENNESS for earlier, later in zip(self.knots, self.knots[1:], strict=False)
        ]
        total, sums = sum(widths), [0.0]
        for width in widths:
            sums.append(sums[-1] + width / total)
        return tuple(sums)

    def place(self, day: date) -> float:
        """The place of a day, from 0 to 1; outside the scale its nearest end."""
        if day <= self.knots[0]:
            return 0.0
        if day >= self.knots[-1]:
            return 1.0
        at = bisect_right(self.knots, day) - 1
        share = (day - self.knots[at]).days / (self.knots[at + 1] - self.knots[at]).days
        return self._places[at] + share * (self._places[at + 1] - self._places[at])

    def day(self, place: float) -> date:
        """The day at a place; the first or last one outside."""
        if place >= 1:
            return self.knots[-1]
        at = max(bisect_right(self._places, max(place, 0.0)) - 1, 0)
        share = (place - self._places[at]) / (self._places[at + 1] - self._places[at])
        return self.knots[at] + timedelta(days=round(max(share, 0.0) * (self.knots[at + 1] - self.knots[at]).days))


@dataclass(frozen=True, slots=True)
class Timeline:
    rows: tuple[Row, ...]
    events: tuple[Event, ...]
    scale: Scale


def timeline(library: Library, scopes: Iterable[str], days: Iterable[date]) -> Timeline:
    """The dossier for those in `scopes`; `days` (of the letter) are always within the scale."""
    within = frozenset({"landelijk", *scopes})
    rows = tuple(row for lane in sorted(library.lanes.values(), key=_order) if (row := _row(lane, library, within)))
    events = _events(library, within)
    return Timeline(rows, events, Scale(_knots(rows, events, tuple(days))))


def _order(lane: Lane) -> int:
    return lane.order


def _row(lane: Lane, library: Library, scopes: frozenset[str]) -> Row | None:
    """None when the lane has no state that concerns the addressee."""
    states = [fact for fact in library.chronology.lanes.get(lane.id, ()) if fact.scope in scopes]
    bars: list[Bar] = []
    for fact in states:
        start, end = fact.validity.start, library.chronology.end(fact)[0]
        if start is not None:
            bars.append(Bar(fact, start, end, _depth(start, bars)))
    return Row(lane, tuple(bars)) if bars else None


def _depth(start: UncertainDate, above: list[Bar]) -> int:
    """The first depth at which no earlier bar is still going on."""
    taken = {bar.depth for bar in above if bar.end is None or bar.end.latest > start.latest}
    return next(depth for depth in range(len(above) + 1) if depth not in taken)


def _events(library: Library, scopes: frozenset[str]) -> tuple[Event, ...]:
    """The events, those at the same moment joined; statements and opinions are left out."""
    moments: defaultdict[UncertainDate, list[Fact]] = defaultdict(list)
    for fact in library.facts.values():
        if fact.nature == "gebeurtenis" and fact.scope in scopes and fact.strength in TELLING and fact.validity.start:
            moments[fact.validity.start].append(fact)
    ordered = sorted(moments, key=lambda moment: (moment.latest, moment.earliest))
    return tuple(Event(moment, tuple(sorted(moments[moment], key=_weight))) for moment in ordered)


TELLING: tuple[Strength, ...] = ("besluit", "afspraak", "mededeling", "toezegging")
"""What an event on the timeline is, the weightiest first."""


def _weight(fact: Fact) -> int:
    return TELLING.index(fact.strength)


def _knots(rows: tuple[Row, ...], events: tuple[Event, ...], days: tuple[date, ...]) -> tuple[date, ...]:
    """Every day on which a state changes or something is decided, from the first state to the last change, and a margin."""
    bars = [bar for row in rows for bar in row.bars]
    begins = {bar.start.latest for bar in bars} | set(days)
    decided = {event.moment.latest for event in events if event.facts[0].strength == "besluit"}
    edges = {bar.start.earliest for bar in bars} | decided
    edges |= {day for bar in bars if bar.end for day in (bar.end.earliest, bar.end.latest)}
    first, last = min(begins, default=date.min + MARGIN), max(begins, default=date.max - MARGIN)
    return tuple(sorted({first - MARGIN, *begins, *(day for day in edges if first <= day <= last), last + MARGIN}))


def short_day(day: date) -> str:
    """29 nov"""
    return f"{day.day} {_short_month(day)}"


def _short_month(day: date) -> str:
    return "mrt" if day.month == 3 else MONTHS[day.month - 1][:3]


def states_on(line: Timeline, day: date) -> tuple[tuple[Lane, Fact], ...]:
    """The state that is certainly valid in each lane on a day."""
    holding = ((row.lane, bar.fact) for row in line.rows for bar in row.bars if bar.holds(day))
    return tuple(holding)


def span(start: UncertainDate, end: UncertainDate | None) -> str:
    """From when until when, in words."""
    begun = f"vanaf {_on(start)}"
    return f"{begun} tot {_on(end)}" if end else f"{begun}, tot nu toe"


def _on(moment: UncertainDate) -> str:
    if moment.certain:
        return day_in_words(moment.earliest)
    return f"een dag tussen {day_in_words(moment.earliest)} en {day_in_words(moment.latest)}"
