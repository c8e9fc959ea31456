"""Follow-up of an earlier letter: changed facts and open promises."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Any

from composer.assemble.abbreviations import write_out
from composer.assemble.letter import Assembler
from composer.assemble.markdown import parse_markdown
from composer.assemble.markdown_writer import to_markdown
from composer.domain.document import Origin
from composer.domain.dutch import capitalised, counted, day_in_words, month_in_words
from composer.domain.errors import ComposerError
from composer.domain.fact import Fact
from composer.domain.letter import Letter, Piece, Promise
from composer.domain.template import Template
from composer.library.letters import SUFFIX, read_letter
from composer.library.library import Library
from composer.work.letters import propose


@dataclass(frozen=True, slots=True)
class Change:
    """A fact of an earlier letter that is no longer valid, with its successor; None when nothing took its place."""

    before: Fact
    after: Fact | None


def changes(earlier: Letter, library: Library, day: date) -> tuple[Change, ...]:
    """The facts cited in an earlier letter whose state has certainly ended, or that have a sequel, by `day`."""
    assembly = Assembler(library).assemble(earlier)
    names = dict.fromkeys(name for piece in assembly.pieces if piece.printed for name in piece.cited())
    cited = [fact for name in names if (fact := library.fact_for(name, assembly.addressee.scopes))]
    found = [change for fact in cited for change in _changes(fact, library, day)]
    told = {fact.id for fact in cited}
    unique = {(change.after.id if change.after else change.before.id): change for change in found}
    return tuple(change for change in unique.values() if change.after is None or change.after.id not in told)


def _changes(fact: Fact, library: Library, day: date) -> Iterable[Change]:
    chronology = library.chronology
    if chronology.standing(fact, day).verdict == "niet-meer":
        yield Change(fact, _current(fact, library, day))
    for name in fact.followed_by:
        sequel = library.facts.get(name)
        if sequel and chronology.standing(sequel, day).usable:
            yield Change(fact, sequel)


def _current(fact: Fact, library: Library, day: date) -> Fact | None:
    """The valid fact on `day` at the end of the chain of successors."""
    seen = {fact.id}
    _, successor = library.chronology.end(fact)
    while successor and successor not in seen:
        seen.add(successor)
        held = library.facts[successor]
        if library.chronology.standing(held, day).usable:
            return held
        _, successor = library.chronology.end(held)
    return None


def opening(earlier: Letter, library: Library, day: date) -> str:
    """A text in the dialect, with citations, about the changes since the earlier letter."""
    since = f"Op {day_in_words(earlier.date)} informeerden wij u over dit onderwerp."
    told = _told(_now(earlier, library, day), library)
    return f"{since} Sindsdien is dit veranderd:\n\n{told}" if told else f"{since} {_UNCHANGED}"


_UNCHANGED = "Sindsdien is er in wat wij u meldden niets veranderd."
EARLIER = "vorige_brief"
QUARTERS = {"Q1": "eerste", "Q2": "tweede", "Q3": "derde", "Q4": "vierde"}
"""The field in which a template asks for the date of the earlier letter; its own text then tells of that letter."""


def _now(earlier: Letter, library: Library, day: date) -> tuple[Fact, ...]:
    return tuple(change.after for change in changes(earlier, library, day) if change.after)


def _told(facts: Iterable[Fact], library: Library) -> str:
    """A list of what facts state, with citations and each abbreviation written out once."""
    text = "\n".join(f"- {fact.statement}[^{fact.id}]" for fact in facts)
    blocks = tuple(replace(block, origin=Origin("tekstblok")) for block in parse_markdown(text).blocks)
    return to_markdown(write_out(blocks, library.terms.values()))


def follow_up(earlier: Letter, library: Library, day: date, template_id: str = "vervolgbrief") -> Letter:
    """A new letter to the same council that opens with what has changed; open promises are copied."""
    template = library.template(template_id)
    letter = Letter.model_validate(
        {
            "sjabloon": template_id,
            "gemeente": earlier.municipality,
            "regio": earlier.region,
            "landelijk": earlier.national,
            "datum": day,
            "vervolg_op": earlier.id,
            "velden": _fields(earlier, template),
            "toezeggingen": [promise.record() for promise in earlier.promises if promise.kept is None],
        }
    )
    return _opened(propose(letter, template, library), earlier, template, library).with_ids()


def _fields(earlier: Letter, template: Template) -> dict[str, str]:
    """The fields that the template asks for too, with the date of the earlier letter."""
    again = {name: text for name, text in earlier.fields.items() if template.field(name) and name != "kenmerk"}
    return again | ({EARLIER: earlier.date.isoformat()} if template.field(EARLIER) else {})


def _opened(letter: Letter, earlier: Letter, template: Template, library: Library) -> Letter:
    """The letter with the opening in its first section, in place of proposed passages that cite the same facts."""
    if not template.sections:
        return letter
    now, first = _now(earlier, library, letter.date), template.sections[0].id
    text = opening(earlier, library, letter.date)
    if template.field(EARLIER):
        text = f"Sinds die brief is dit veranderd:\n\n{_told(now, library)}" if now else _UNCHANGED
    told = {fact.id for fact in now}
    rest = tuple(piece for piece in letter.sections.get(first, ()) if not _tells_only(piece, told, library))
    piece = Piece.model_validate({"tekst": text})
    return letter.with_changes(sections={**letter.sections, first: (piece, *rest)})


def _tells_only(piece: Piece, told: set[str], library: Library) -> bool:
    snippet = library.snippets.get(piece.snippet or "")
    return snippet is not None and bool(cited := set(snippet.cited())) and cited - set(snippet.retrospect) <= told


@dataclass(frozen=True, slots=True)
class Promised:
    """A promise with the letter that it was made in; `overdue` when its term has passed and it is not kept."""

    path: Path
    letter: Letter
    promise: Promise
    overdue: bool


def register(folder: Path, day: date, check_cancelled: Callable[[], object] = bool) -> tuple[Promised, ...]:
    """The promises of all letters in a folder, the first due first; a letter that cannot be read is skipped.

    `check_cancelled` is called before each letter, and raises to stop.
    """
    if not folder.is_dir():
        raise ComposerError("deze map bestaat niet; noem de map met uw brieven", folder)
    found: list[Promised] = []
    for path in sorted(folder.rglob(f"*{SUFFIX}")):
        check_cancelled()
        try:
            letter = read_letter(path)
        except ComposerError:
            continue
        found += [Promised(path, letter, promise, _overdue(promise, day)) for promise in letter.promises]
    return tuple(
        sorted(found, key=lambda promised: (promised.promise.kept is not None, promised.promise.due or "9999"))
    )


def promise_record(promised: Promised) -> dict[str, Any]:
    """A promise as plain data."""
    return {
        "brief": str(promised.path),
        "datum": promised.letter.date.isoformat(),
        **promised.promise.record(),
        "te_laat": promised.overdue,
    }


def promise_line(promised: Promised) -> str:
    promise = promised.promise
    state = f"nagekomen: {promise.kept}" if promise.kept else "te laat" if promised.overdue else "open"
    return f"{promise.due or 'geen termijn'}: {promise.what} ({promised.path.name}, {state})"


def register_line(found: Sequence[Promised]) -> str:
    """The counts in one sentence."""
    kept = sum(promised.promise.kept is not None for promised in found)
    late = sum(promised.overdue for promised in found)
    promises = capitalised(counted(len(found), "toezegging", "toezeggingen"))
    return f"{promises}: {kept} nagekomen, {late} te laat, {len(found) - kept - late} open."


def due_in_words(due: str) -> str:
    """maart 2025, het eerste kwartaal van 2025, 1 maart 2025; other words as the writer put them."""
    year, _, rest = due.partition("-")
    try:
        if quarter := QUARTERS.get(rest):
            return f"het {quarter} kwartaal van {int(year)}"
        return (
            month_in_words(date(int(year), int(rest), 1)) if len(rest) == 2 else day_in_words(date.fromisoformat(due))
        )
    except ValueError:
        return due


def _overdue(promise: Promise, day: date) -> bool:
    """By the last day that its term can mean: a day, a month, a quarter or a year."""
    if promise.kept is not None or not promise.due:
        return False
    return last_day(promise.due) < day.isoformat()


def last_day(due: str) -> str:
    """The last day, as ISO text, of 2025-03-01, 2025-03, 2025-Q1 or 2025; other words are never past."""
    year, _, rest = due.partition("-")
    if not year.isdigit():
        return "9999"
    if rest.startswith("Q") and rest[1:].isdigit():
        return f"{year}-{int(rest[1:]) * 3:02}-31"
    return {0: f"{year}-12-31", 2: f"{due}-31"}.get(len(rest), due)
