"""Verifies every fact of a library in the files of its sources."""

from collections import Counter, defaultdict
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from composer.domain.errors import ComposerError
from composer.domain.fact import Evidence, Fact
from composer.domain.finding import Problem
from composer.intake.source_text import SourceText, read_source_text
from composer.intake.verification import Verification
from composer.intake.verification import verify as verify_evidence
from composer.library.library import Library

Record = dict[str, Any]
Texts = dict[str, SourceText]
"""By the id of the source."""


def verify(library: Library, folder: Path) -> tuple[Record, tuple[Problem, ...]]:
    """The result for each piece of evidence, and the files in `folder` that cannot be read.

    A source's file is found in `folder` by its name.
    """
    if not folder.is_dir():
        raise ComposerError("deze map bestaat niet; noem de map met de bronbestanden", folder)
    problems: list[Problem] = []
    named = {source.id: folder / source.file.name for source in library.sources.values() if source.file}
    texts = {name: text for name, path in named.items() if (text := _text(path, problems))}
    headings = _headings(library)
    return {"feiten": [_fact_record(fact, texts, headings) for fact in library.facts.values()]}, tuple(problems)


def _text(path: Path, problems: list[Problem]) -> SourceText | None:
    """The text of a source's file; None without one or when it cannot be read (then with a problem)."""
    if not path.is_file():
        return None
    try:
        return read_source_text(path)
    except ComposerError as error:
        problems.append(Problem(error.message, error.path, error.line))
        return None


def _headings(library: Library) -> dict[str, frozenset[str]]:
    named: defaultdict[str, set[str]] = defaultdict(set)
    for fact in library.facts.values():
        for item in fact.evidence:
            if heading := item.place.printed_heading():
                named[item.source].add(heading)
    return {source: frozenset(headings) for source, headings in named.items()}


def _fact_record(fact: Fact, texts: Texts, headings: dict[str, frozenset[str]]) -> Record:
    return {"id": fact.id, "bewijs": [_evidence_record(fact, item, texts, headings) for item in fact.evidence]}


def _evidence_record(fact: Fact, item: Evidence, texts: Texts, headings: dict[str, frozenset[str]]) -> Record:
    text = texts.get(item.source)
    known = headings.get(item.source, ())
    verified = verify_evidence(fact, item, text, known) if text else Verification("niet-onderzocht")
    return {
        "bron": item.source,
        "plaats": item.place.record(),
        "uitkomst": verified.outcome,
        "ontbreekt": list(verified.missing),
    }


def missing(record: Record) -> bool:
    """Whether anything was looked up and not found."""
    return any(item["uitkomst"] == "niet-gevonden" for fact in record["feiten"] for item in fact["bewijs"])


def lines(record: Record) -> Iterable[str]:
    """A line for each thing that was not found, and the counts."""
    counts: Counter[str] = Counter()
    for fact in record["feiten"]:
        for item in fact["bewijs"]:
            counts[item["uitkomst"]] += 1
            if item["uitkomst"] == "niet-gevonden":
                yield f"{fact['id']}: niet gevonden in {item['bron']}: {', '.join(item['ontbreekt'])}"
    yield ", ".join(f"{number} {outcome}" for outcome, number in sorted(counts.items()))
