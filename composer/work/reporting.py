"""Reports of commands: records as plain data and Dutch lines."""

from collections.abc import Iterable, Iterator, Sized
from datetime import date
from typing import Any

from composer.check.context import CheckContext
from composer.check.coverage import coverage
from composer.domain.dutch import capitalised, counted, day_in_words
from composer.domain.errors import ComposerError, did_you_mean
from composer.domain.fact import Fact
from composer.domain.finding import Problem
from composer.domain.snippet import Snippet
from composer.domain.uncertain_date import UncertainDate
from composer.library.library import Library
from composer.work.documents.making import Reviewed
from composer.work.editorial.reviewing import due
from composer.work.libraries import standing

Record = dict[str, Any]


def review_record(reviewed: Reviewed, library: Library) -> Record:
    """The findings and the coverage of a letter, under the keys of the manual."""
    share = coverage(CheckContext(reviewed.letter, reviewed.assembly, library, date.today()))
    findings = [
        {
            "code": finding.code,
            "ernst": finding.severity,
            "melding": finding.message,
            "woorden": finding.words,
            "stuk": finding.piece,
            "feiten": list(finding.facts),
            "advies": finding.advice,
        }
        for finding in reviewed.findings
    ]
    return {
        "bevindingen": findings,
        "dekking": {"zinnen": share.sentences, "met_bron": share.sourced, "percentage": share.percentage},
    }


def summary(reviewed: Reviewed, library: Library) -> str:
    """One line: what blocks, and how many sentences have a source."""
    share = coverage(CheckContext(reviewed.letter, reviewed.assembly, library, date.today()))
    blocking = sum(finding.severity == "blokkerend" for finding in reviewed.findings)
    state = (
        "Niets staat deze brief in de weg."
        if not blocking
        else f"{capitalised(counted(blocking, 'punt staat', 'punten staan'))} een definitieve brief in de weg."
    )
    return f"{state} {share.in_words}."


def problem_record(problem: Problem) -> Record:
    return {
        "bestand": str(problem.path) if problem.path else None,
        "regel": problem.line,
        "ernst": problem.severity,
        "melding": problem.message,
    }


def library_remarks(library: Library, day: date) -> Iterator[Problem]:
    """Problems for passages and templates past their review date on `day`."""
    for entry in due(library, day, day):
        place = library.places["Snippet" if entry.item.kind == "tekstblokken" else "Template", entry.item.id]
        message = f"herzien_voor: dit had voor {day_in_words(entry.day)} herzien moeten zijn; lees het na"
        yield Problem(message, place.path, place.line, "waarschuwing")


def library_line(library: Library, remarks: int) -> str:
    """One line on the state of a library."""
    counts = _counts(library.snippets, library.facts, library.sources)
    return f"{counts}: {counted(remarks, 'opmerking', 'opmerkingen') if remarks else 'geen opmerkingen'}."


def _counts(snippets: Sized, facts: Sized, sources: Sized) -> str:
    return ", ".join(
        (
            counted(len(snippets), "tekstblok", "tekstblokken"),
            counted(len(facts), "feit", "feiten"),
            counted(len(sources), "bron", "bronnen"),
        )
    )


def library_record(library: Library, day: date, subject: str | None = None) -> Record:
    """Passages, facts, sources and templates with their standing on `day`, of one subject when it is given.

    Raises ComposerError when there is no such subject.
    """
    if subject is not None and subject not in library.subjects:
        near = did_you_mean(subject, library.subjects)
        raise ComposerError(f"onderwerp “{subject}” bestaat niet.{near} Kies uit {', '.join(library.subjects)}")
    snippets = [s for s in library.snippets.values() if subject in (None, s.subject)]
    facts = [f for f in library.facts.values() if subject in (None, f.subject)]
    used = {item.source for fact in facts for item in fact.evidence}
    sources = [source for source in library.sources.values() if subject is None or source.id in used]
    return {
        "tekstblokken": [_snippet_record(snippet, library, day) for snippet in snippets],
        "feiten": [_fact_record(fact, library, day) for fact in facts],
        "bronnen": [source.record() for source in sources],
        "sjablonen": [{"id": template.id, "titel": template.title} for template in library.templates.values()],
        "gemeenten": len(library.municipalities),
    }


def _snippet_record(snippet: Snippet, library: Library, day: date) -> Record:
    held = standing(snippet, library, day)
    cited = [fact for name in snippet.cited() if (fact := library.facts.get(name) or library.series.get(name))]
    return {
        "id": snippet.id,
        "titel": snippet.title,
        "onderwerp": snippet.subject,
        "status": snippet.status,
        "geldig_vanaf": _iso(held.since),
        "geldig_tot": _iso(held.until),
        "bruikbaar": held.usable and snippet.status != "ingetrokken",
        "oordeel": held.verdict,
        "reden": held.reason,
        "feiten": list(snippet.cited()),
        "bronnen": list(dict.fromkeys(item.source for fact in cited for item in fact.evidence)),
    }


def _fact_record(fact: Fact, library: Library, day: date) -> Record:
    held = library.chronology.standing(fact, day)
    known = library.chronology.known(fact)
    return {
        "id": fact.id,
        "onderwerp": fact.subject,
        "stelling": fact.statement,
        "aard": fact.nature,
        "reikwijdte": fact.scope,
        "bekend_vanaf": _moment(known),
        "geldig_vanaf": _iso(held.since),
        "geldig_tot": _iso(held.until),
        "oordeel": held.verdict,
        "reden": held.reason,
        "bronnen": [item.source for item in fact.evidence],
    }


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None


def _moment(moment: UncertainDate | None) -> Any:
    return moment.model_dump(mode="json") if moment else None


def library_lines(record: Record) -> Iterable[str]:
    """A line for each passage, and the counts."""
    for snippet in record["tekstblokken"]:
        mark = "bruikbaar" if snippet["bruikbaar"] else f"{snippet['oordeel']}: {snippet['reden']}"
        yield f"{snippet['id']:<48} {snippet['titel']} ({mark})"
    templates = counted(len(record["sjablonen"]), "sjabloon", "sjablonen")
    municipalities = counted(record["gemeenten"], "gemeente", "gemeenten")
    yield f"{_counts(record['tekstblokken'], record['feiten'], record['bronnen'])}, {templates}, {municipalities}"
