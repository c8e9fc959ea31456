"""Checks that every id that a record names exists."""

import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator
from pathlib import Path

from composer.domain.errors import ComposerError, did_you_mean
from composer.domain.fact import Evidence, Fact, FactSeries
from composer.domain.finding import Problem, Severity
from composer.domain.snippet import Snippet, cited
from composer.domain.template import Template
from composer.library.library import Library, Place
from composer.library.reading import read_text

Named = tuple[str, str, Collection[str]]
"""The field, the id that it names, the ids there are."""


def broken_references(library: Library) -> Iterator[Problem]:
    """Ids that are named and do not exist, facts that name themselves, and lanes with two uncorrected states at one moment."""
    lines = SourceLines(library)
    for kind, key, references in _references(library):
        for field, name, known in references:
            if name not in known:
                message = f"{field}: “{name}” bestaat niet.{did_you_mean(name, known)} Verbeter het of voeg het toe"
                yield lines.problem(kind, key, message, name)
            elif field in _OF_OTHERS and name == key:
                message = f"{field}: “{name}” noemt zichzelf; noem het feit dat u bedoelt of haal het weg"
                yield lines.problem(kind, key, message, f"{field}:")
    yield from _lane_clashes(library, lines)


_OF_OTHERS = frozenset({"gevolgd_door", "vervangt", "strijdig_met"})
"""Fields of a fact that name another one."""


class SourceLines:
    """Where a library's records say what; each file is read once, and only when something is wrong in it."""

    def __init__(self, library: Library) -> None:
        self._places = library.places
        self._texts: dict[Path, list[str]] = {}

    def problem(
        self, kind: str, key: str, message: str, words: str | None = None, *, severity: Severity = "blokkerend"
    ) -> Problem:
        """About a record, by its model's name and id: at the first line that has the words, without them at its first."""
        place = self._places.get((kind, key))
        if place is None:
            return Problem(message, severity=severity)
        return Problem(message, place.path, self._line(words, place) if words else place.line, severity)

    def _line(self, words: str, place: Place) -> int:
        """That of the record when no line from there on has the words."""
        if place.path not in self._texts:
            self._texts[place.path] = _lines(place.path)
        named = re.compile(rf"(?<![\w-]){re.escape(words)}(?![\w-])")
        lines = enumerate(self._texts[place.path][place.line - 1 :], start=place.line)
        return next((number for number, line in lines if named.search(line)), place.line)


def _lines(path: Path) -> list[str]:
    try:
        return read_text(path).split("\n")
    except ComposerError:
        return []


def _references(library: Library) -> Iterator[tuple[str, str, Iterable[Named]]]:
    rows = {series.fact_id(key) for series in library.series.values() for key in series.rows}
    for fact in library.facts.values():
        if fact.id not in rows:
            yield "Fact", fact.id, _of_fact(fact, library)
    for series in library.series.values():
        yield "FactSeries", series.series, _of_claim(series, library)
    for snippet in library.snippets.values():
        yield "Snippet", snippet.id, _of_snippet(snippet, library)
    for template in library.templates.values():
        yield "Template", template.id, _of_template(template, library)
    for municipality in library.municipalities.values():
        named = [("regios", item.region, library.regions) for item in municipality.regions]
        proof = [item for membership in municipality.regions for item in membership.evidence]
        proof += [item for value in municipality.local.values() for item in value.evidence]
        style = [("huisstijl", municipality.house_style, library.house_styles)] if municipality.house_style else []
        yield "Municipality", municipality.cbs, [*named, *style, *_of_evidence(proof, library)]
    for region in library.regions.values():
        members = [("leden", cbs, library.municipalities) for cbs in region.members]
        lead = [("mandaatgemeente", region.lead, library.municipalities)] if region.lead else []
        whole = [("onderdeel_van", region.part_of, library.regions)] if region.part_of else []
        yield "Region", region.id, [*members, *lead, *whole, *_of_evidence(region.evidence, library)]
    for lane in library.lanes.values():
        yield "Lane", lane.id, [("onderwerp", lane.subject, library.subjects)]
    for term in library.terms.values():
        yield "Term", term.id, _of_evidence(term.evidence, library)


def _of_evidence(evidence: Iterable[Evidence], library: Library) -> list[Named]:
    return [("bewijs", item.source, library.sources) for item in evidence]


def _of_claim(claim: Fact | FactSeries, library: Library) -> list[Named]:
    named: list[Named] = [("onderwerp", claim.subject, library.subjects)]
    if claim.lane:
        named.append(("spoor", claim.lane, library.lanes))
    if claim.via and claim.via.source:
        named.append(("via", claim.via.source, library.sources))
    alike = library.facts if isinstance(claim, Fact) else library.series
    for field, names, known in (
        ("gevolgd_door", claim.followed_by, library.facts),
        ("vervangt", claim.corrects, alike),
    ):
        named += [(field, name, known) for name in names]
    named += [("strijdig_met", conflict.fact, _facts(library)) for conflict in claim.conflicts]
    return [*named, *_of_evidence(claim.evidence, library)]


def _facts(library: Library) -> Collection[str]:
    return library.facts.keys() | library.series.keys()


def _of_fact(fact: Fact, library: Library) -> list[Named]:
    level, _, name = fact.scope.partition(":")
    places: dict[str, Collection[str]] = {"regio": library.regions, "gemeente": library.municipalities}
    scope: list[Named] = [("reikwijdte", name, places[level])] if name else []
    return [*scope, *_of_claim(fact, library)]


def _of_snippet(snippet: Snippet, library: Library) -> list[Named]:
    told: list[Named] = [("tekst", name, _facts(library)) for name in snippet.cited()]
    retrospect: list[Named] = [("terugblik", name, _facts(library)) for name in snippet.retrospect]
    return [("onderwerp", snippet.subject, library.subjects), *told, *retrospect]


def _of_template(template: Template, library: Library) -> list[Named]:
    named: list[Named] = [("tekst", name, _facts(library)) for name in cited(template.text)]
    for section in template.sections:
        named += [(f"secties.{section.id}.onderwerpen", name, library.subjects) for name in section.subjects]
        named += [(f"secties.{section.id}.standaard", name, library.snippets) for name in section.defaults]
    return named


def _lane_clashes(library: Library, lines: SourceLines) -> Iterator[Problem]:
    seen: defaultdict[tuple[str, str, object], list[str]] = defaultdict(list)
    for fact in library.facts.values():
        if fact.lane and fact.validity.start and fact.id not in library.chronology.corrections:
            seen[fact.lane, fact.scope, fact.validity.start].append(fact.id)
    for (lane, _, _), (first, *others) in seen.items():
        for other in others:
            message = (
                f"spoor: “{lane}” heeft al een stand met hetzelfde begin ({first}); geef één van beide een ander begin"
            )
            yield lines.problem("Fact", other, message)
