"""Reports on review in Dutch lines and as plain data: what awaits review, what is due, and the history."""

from collections.abc import Iterator
from datetime import datetime
from typing import Any

from composer.domain.dutch import as_sentence, counted, day_in_words
from composer.domain.revision import ACT_LABELS
from composer.library.history import History, HistoryEntry
from composer.library.library import Library
from composer.work.editorial.inventory import KINDS
from composer.work.editorial.review_case import Case
from composer.work.editorial.reviewing import REASONS, Due, Queue, Waiting
from composer.work.editorial.usage import EFFECTS, Use
from composer.work.writing.diff import DiffSpan, format_diff

Record = dict[str, Any]


def queue_lines(queue: Queue) -> Iterator[str]:
    for waiting in queue.waiting:
        yield f"{KINDS[waiting.item.kind][0]} {waiting.item.id}: {waiting.title}"
        yield f"    {REASONS[waiting.reason]}{_since(waiting)}"
    yield as_sentence(counted(len(queue.waiting), "wacht", "wachten"))


def _since(waiting: Waiting) -> str:
    last = waiting.last
    return f" ({_told(last.when, last.who, last.why)})" if last else ""


def _told(when: datetime, who: str, why: str) -> str:
    return ", ".join(part for part in (_moment(when), who) if part) + (f": {why}" if why else "")


def _moment(when: datetime) -> str:
    here = when.astimezone()
    return f"{day_in_words(here.date())} {here:%H:%M}"


def queue_record(queue: Queue) -> Record:
    return {"wachten": [_waiting_record(waiting) for waiting in queue.waiting]}


def _waiting_record(waiting: Waiting) -> Record:
    return {
        "soort": waiting.item.kind,
        "id": waiting.item.id,
        "titel": waiting.title,
        "reden": waiting.reason,
        "versie": waiting.version,
        "sinds": waiting.since.isoformat() if waiting.since else None,
        "wie": waiting.last.who if waiting.last else None,
        "naast_elkaar": [entry.name for entry in waiting.beside],
    }


def due_lines(entries: tuple[Due, ...]) -> Iterator[str]:
    for entry in entries:
        late = " (te laat)" if entry.overdue else ""
        owner = f", {entry.owner}" if entry.owner else ""
        yield f"voor {day_in_words(entry.day)}{late}: {entry.item.id}: {entry.title}{owner}"
    yield f"{len(entries)} na te lezen."


def due_record(entries: tuple[Due, ...]) -> Record:
    return {
        "na_te_lezen": [
            {"id": e.item.id, "titel": e.title, "voor": e.day.isoformat(), "eigenaar": e.owner, "te_laat": e.overdue}
            for e in entries
        ]
    }


def uses_lines(found: tuple[Use, ...]) -> Iterator[str]:
    """The letters that use an item, with the effect of a change on each."""
    yield from (f"{use.path}: {EFFECTS[use.effect]}" for use in found)
    yield as_sentence(f"{counted(len(found), 'brief gebruikt', 'brieven gebruiken')} dit")


def uses_record(found: tuple[Use, ...]) -> Record:
    return {
        "brieven": [
            {"bestand": str(use.path), "brief": use.letter.id, "stukken": list(use.pieces), "gevolg": use.effect}
            for use in found
        ]
    }


def history_lines(past: History) -> Iterator[str]:
    """The events, the earliest first, each with the name by which its version can be put back."""
    for entry in past.entries:
        held = entry.revision
        yield f"{entry.name}  {ACT_LABELS[held.act]} ({_told(held.when, held.who, held.why)})"
    yield as_sentence(counted(len(past.versions), "versie", "versies"))


def history_record(past: History) -> Record:
    return {"soort": past.item.kind, "id": past.item.id, "geschiedenis": [_event_record(e) for e in past.entries]}


def _event_record(entry: HistoryEntry) -> Record:
    held = entry.revision
    return {
        "naam": entry.name,
        "stap": held.act,
        "wie": held.who,
        "wanneer": held.when.isoformat(),
        "waarom": held.why,
        "status": held.status,
        "versie": held.sha256,
        "gebaseerd_op": list(held.parents),
    }


def case_lines(found: Case, library: Library) -> Iterator[str]:
    """The diff, the facts, and the comments."""
    yield f"{KINDS[found.item.kind][0]} {found.item.id}: {found.title}"
    yield from (f"    {name}: [-{before}-]{{+{after}+}}" for name, before, after in found.head)
    change = (DiffSpan(part.kept, part.shown) for part in found.change(library))
    yield from (f"    {line}" for line in format_diff(change).splitlines())
    yield from (f"feit {fact.id}: {fact.statement}" for fact in found.facts)
    for remark in found.remarks:
        about = f" bij “{remark.remark.about.exact}”" if remark.remark.about else ""
        settled = " (afgehandeld)" if remark.done else ""
        yield f"opmerking van {remark.remark.who}{about}: {remark.remark.words}{settled}"
    if found.against:
        yield f"let op: {found.against}"
