"""Verifies that the values of a fact stand in the place that its evidence names, in exact forms."""

import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from typing import Literal

from composer.domain.fact import Evidence, Fact, Quotation
from composer.domain.values import bare_forms
from composer.intake.source_text import SourceText

Outcome = Literal["gevonden", "genormaliseerd", "niet-gevonden", "niet-onderzocht"]
OUTCOME_LABELS: Mapping[Outcome, str] = {
    "gevonden": "Gevonden op deze plaats",
    "genormaliseerd": "Gevonden, met andere witruimte",
    "niet-gevonden": "Niet gevonden op deze plaats",
    "niet-onderzocht": "Niet nagezocht",
}


@dataclass(frozen=True, slots=True)
class Verification:
    """The result for one piece of evidence; `missing` names the values and words that are not found there."""

    outcome: Outcome
    missing: tuple[str, ...] = ()
    reason: str = ""

    def words(self) -> str:
        """Niet nagezocht: het stuk zelf is hier niet"""
        return ": ".join(part for part in (OUTCOME_LABELS[self.outcome], self.reason) if part)


@dataclass(frozen=True, slots=True)
class SearchTerm:
    """A value, key word or quotation that must be found, in any of its forms; a quotation literally, between its context."""

    name: str
    forms: tuple[str, ...] = ()
    quotation: Quotation | None = None

    def patterns(self, *, loose: bool = False) -> Iterator[re.Pattern[str]]:
        """Patterns that find the term, as the group `words`; with `loose` any white space may stand between its words."""
        yield from (pattern(form, loose=loose) for form in self.forms)
        if self.quotation:
            yield _quoted(self.quotation, loose)


def verify(fact: Fact, evidence: Evidence, text: SourceText, headings: Collection[str] = ()) -> Verification:
    """Looks up the values, key words and quotation of a fact; `headings` are the source's own that are known."""
    region = place(evidence, text, headings)
    if region is None:
        return Verification("niet-gevonden", ("plaats",), "de plaats is in dit bestand niet te vinden")
    wanted = list(search_terms(fact, evidence))
    if not wanted:
        return Verification("niet-onderzocht", (), "dit bewijs noemt geen waarden of trefwoorden om op te zoeken")
    found = [(item.name, _found(item, region)) for item in wanted]
    missing = tuple(name for name, outcome in found if outcome is None)
    if missing:
        return Verification("niet-gevonden", missing)
    return Verification("gevonden" if all(outcome == "gevonden" for _, outcome in found) else "genormaliseerd")


def search_terms(fact: Fact, evidence: Evidence) -> Iterator[SearchTerm]:
    """The values that are printed there, the key words, and the quotation of a user's own layer."""
    for name, value in fact.values.items():
        if name not in evidence.inferred:
            yield SearchTerm(name, bare_forms(value))
    for word in evidence.keywords:
        yield SearchTerm(word, (word,))
    if evidence.quotation:
        yield SearchTerm("citaat", quotation=evidence.quotation)


def place(evidence: Evidence, text: SourceText, headings: Collection[str] = ()) -> str | None:
    """The part of the text that the evidence points at, lines kept; None when it is not there."""
    where = evidence.place
    if where.lines:
        first, last = where.lines
        return "\n".join(text.lines[first - 1 : last]) if last <= len(text.lines) else None
    if where.page:
        return "\n".join(text.pages[where.page - 1]) if where.page <= len(text.pages) else None
    heading = where.printed_heading()
    return _section(heading, text, headings) if heading else "\n".join(text.lines)


def _section(heading: str, text: SourceText, headings: Collection[str]) -> str | None:
    """From the heading to the next one that is known."""
    start = _line_of(heading, text.lines, 0)
    if start is None:
        return None
    others = (_line_of(other, text.lines, start + 1) for other in headings if other != heading)
    end = min((line for line in others if line is not None), default=len(text.lines))
    return "\n".join(text.lines[start:end])


def _line_of(heading: str, lines: tuple[str, ...], first: int) -> int | None:
    """The line at which a heading begins, alone on its line or broken over the next."""
    wanted = normalised(heading).casefold()
    for number in range(first, len(lines)):
        here = normalised(lines[number]).casefold()
        if here and wanted.startswith(here):
            joined = normalised(" ".join(lines[number : number + 6])).casefold()
            if here == wanted or joined.startswith(wanted):
                return number
    return None


def normalised(text: str) -> str:
    """White space, of any kind and length, as one space."""
    return " ".join(text.split())


def _found(item: SearchTerm, region: str) -> Literal["gevonden", "genormaliseerd"] | None:
    patterns = list(item.patterns())
    if any(each.search(region) for each in patterns):
        return "gevonden"
    return "genormaliseerd" if any(each.search(normalised(region)) for each in patterns) else None


_NO_WORD_BEFORE, _NO_WORD_AFTER = r"(?<!\w)", r"(?![^\W\d_])"
_NO_NUMBER_BEFORE, _NO_NUMBER_AFTER = r"(?<![\w.,])", r"(?![0-9A-Za-zÀ-ÿ_]|[.,]\d)"
_NO_SIZE_AFTER = r"(?!\s*(?:miljoen|miljard|duizend|mln|mld)\b)"
_MONTH = re.compile(r"(januari|februari|maart|april|mei|juni|juli|augustus|september|oktober|november|december)$")


def pattern(form: str, *, loose: bool = False) -> re.Pattern[str]:
    """Finds a form as a whole: no part of a longer word or number, a day or month not of another year.

    `loose` lets any white space stand between its words.
    """
    before = _NO_NUMBER_BEFORE if form[0].isdigit() else _NO_WORD_BEFORE if form[0].isalpha() else ""
    after = _NO_NUMBER_AFTER if form[-1].isdigit() else _NO_WORD_AFTER if form[-1].isalpha() else ""
    year = r"(?!\s+\d{4})" if _MONTH.search(form) else ""
    return re.compile(f"{before}(?P<words>{_spaced(form, loose)}){after}{year}{_NO_SIZE_AFTER}", re.IGNORECASE)


def _quoted(quotation: Quotation, loose: bool) -> re.Pattern[str]:
    """The exact words, with what stands before and after them where that is given."""
    before, exact, after = (_spaced(text, loose) for text in (quotation.before, quotation.exact, quotation.after))
    parts = (before, f"(?P<words>{exact})", after)
    return re.compile(_NO_WORD_BEFORE + r"\s*".join(part for part in parts if part))


def _spaced(text: str, loose: bool) -> str:
    return (r"\s+" if loose else r"\s").join(re.escape(part) for part in text.split())
