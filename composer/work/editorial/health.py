"""The health of a library: what is in use, what is due for review, and what rests on few or old sources."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from composer.domain.dutch import capitalised, counted, day_in_words
from composer.domain.fact import Fact
from composer.domain.finding import Problem
from composer.domain.snippet import Snippet
from composer.domain.source import Source
from composer.library.library import Library
from composer.work.editorial.reviewing import Due, Queue, due
from composer.work.editorial.usage import Letters, OutdatedPassage, outdated_passages, unused
from composer.work.libraries import standing

Record = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Behind:
    """A source that is newer than all sources of a passage on its subject."""

    snippet: Snippet
    source: Source


@dataclass(frozen=True, slots=True)
class Health:
    """The figures of the health page; passages are counts, by subject as (valid today, all)."""

    day: date
    by_status: Mapping[str, int]
    by_verdict: Mapping[str, int]
    by_subject: Mapping[str, tuple[int, int]]
    overtaken: tuple[OutdatedPassage, ...]
    behind: tuple[Behind, ...]
    due: tuple[Due, ...]
    unused: tuple[Snippet, ...]
    single_source: tuple[Fact, ...]
    idle_sources: tuple[Source, ...]
    waiting: int
    problems: tuple[Problem, ...]

    @property
    def holding(self) -> int:
        """The percentage of passages that may be used today, rounded down."""
        total = sum(self.by_verdict.values())
        return 100 * self.by_verdict.get("geldig", 0) // total if total else 100


def health(library: Library, letters: Letters, day: date, queue: Queue | None = None) -> Health:
    """The health of a library; `letters` show what is used, `queue` what awaits review."""
    living = [snippet for snippet in library.snippets.values() if snippet.status != "ingetrokken"]
    verdicts = {snippet.id: standing(snippet, library, day).verdict for snippet in living}
    return Health(
        day=day,
        by_status=Counter(snippet.status for snippet in library.snippets.values()),
        by_verdict=Counter(verdicts.values()),
        by_subject=_by_subject(living, verdicts),
        overtaken=outdated_passages(library, day),
        behind=tuple(_behind(living, library, day)),
        due=due(library, day, day),
        unused=tuple(unused(library, letters)),
        single_source=tuple(fact for fact in _own_facts(library) if len({p.source for p in fact.evidence}) == 1),
        idle_sources=tuple(_idle(library)),
        waiting=len(queue.waiting) if queue else 0,
        problems=(*library.problems, *letters.problems, *(queue.problems if queue else ())),
    )


def _by_subject(snippets: Iterable[Snippet], verdicts: Mapping[str, str]) -> dict[str, tuple[int, int]]:
    """The number of valid passages and of all passages, by subject."""
    counts: defaultdict[str, list[int]] = defaultdict(lambda: [0, 0])
    for snippet in snippets:
        counts[snippet.subject][0] += verdicts[snippet.id] == "geldig"
        counts[snippet.subject][1] += 1
    return {subject: (holding, total) for subject, (holding, total) in counts.items()}


def _own_facts(library: Library) -> Iterator[Fact]:
    """The facts written one by one, and the first of each series."""
    rows = {series.fact_id(key) for series in library.series.values() for key in list(series.rows)[1:]}
    return (fact for fact in library.facts.values() if fact.id not in rows)


def _behind(snippets: Iterable[Snippet], library: Library, day: date) -> Iterator[Behind]:
    """Passages that hold, on subjects about which a newer source has come; history is left out."""
    newest = _newest(library, day)
    for snippet in snippets:
        source = newest.get(snippet.subject)
        rests = [s.date.latest for s in _sources(snippet.cited(), library)]
        looks_back = bool(snippet.retrospect) or not rests
        if source and not looks_back and max(rests) < source.date.earliest and standing(snippet, library, day).usable:
            yield Behind(snippet, source)


def _newest(library: Library, day: date) -> dict[str, Source]:
    """The newest source of each subject that was out on `day`; sources of local facts are left out."""
    found: dict[str, Source] = {}
    for fact in (fact for fact in library.facts.values() if fact.scope == "landelijk"):
        for place in fact.evidence:
            source = library.sources.get(place.source)
            if source and source.date.has_come(day):
                found[fact.subject] = max(found.get(fact.subject, source), source, key=lambda held: held.date.earliest)
    return found


def _sources(names: Iterable[str], library: Library) -> list[Source]:
    claims = [library.facts.get(name) or library.series.get(name) for name in names]
    named = [place.source for claim in claims if claim for place in claim.evidence]
    return [library.sources[name] for name in named if name in library.sources]


def _idle(library: Library) -> Iterator[Source]:
    """Sources on which no fact rests."""
    used = {place.source for fact in library.facts.values() for place in fact.evidence}
    used |= {fact.via.source for fact in library.facts.values() if fact.via and fact.via.source}
    return (source for source in library.sources.values() if source.id not in used)


def health_lines(state: Health) -> Iterator[str]:
    """The page in Dutch lines, what needs attention first."""
    yield f"Op {day_in_words(state.day)} kan {state.holding}% van de tekstblokken gebruikt worden."
    for name, entries in _parts(state):
        yield f"{name}: {len(entries)}"
        yield from (f"  {entry}" for entry in entries)
    yield f"Tekstblokken: {', '.join(f'{count} {status}' for status, count in sorted(state.by_status.items()))}."
    yield f"{capitalised(counted(state.waiting, 'wacht', 'wachten'))} op een oordeel."


def _parts(state: Health) -> Iterator[tuple[str, list[str]]]:
    yield "Achterhaald", [f"{held.snippet.id}: {held.reason}" for held in state.overtaken]
    yield "Na te lezen", [f"{held.item.id}: voor {day_in_words(held.day)}" for held in state.due]
    yield "Ouder dan een nieuwe bron", [f"{held.snippet.id}: {held.source.title}" for held in state.behind]
    yield "Feiten met één bron", [fact.id for fact in state.single_source]
    yield "Nergens gebruikt", [snippet.id for snippet in state.unused]
    yield "Bronnen zonder feit", [source.id for source in state.idle_sources]


def health_record(state: Health) -> Record:
    """The page as plain data."""
    return {
        "peildatum": state.day.isoformat(),
        "bruikbaar_percentage": state.holding,
        "status": dict(state.by_status),
        "oordeel": dict(state.by_verdict),
        "onderwerpen": {name: {"geldig": held, "totaal": total} for name, (held, total) in state.by_subject.items()},
        "achterhaald": [{"id": h.snippet.id, "feit": h.fact, "bronnen": list(h.sources)} for h in state.overtaken],
        "na_te_lezen": [{"id": h.item.id, "voor": h.day.isoformat(), "te_laat": h.overdue} for h in state.due],
        "ouder_dan_bron": [{"id": h.snippet.id, "bron": h.source.id} for h in state.behind],
        "een_bron": [fact.id for fact in state.single_source],
        "nergens_gebruikt": [snippet.id for snippet in state.unused],
        "bronnen_zonder_feit": [source.id for source in state.idle_sources],
        "wachten": state.waiting,
    }
