"""A good letter has few remarks: the examples, and what the templates propose for two municipalities on four days."""

from collections import Counter
from datetime import date
from itertools import product
from pathlib import Path

import pytest

from composer import paths
from composer.domain.finding import Finding
from composer.library.library import Library
from composer.work.documents.making import review
from composer.work.examples import example_letters
from composer.work.letters import new_letter, open_letter

TODAY = date(2025, 6, 1)
MOST = 10
"""Findings that are not tips."""
DAYS = (date(2024, 12, 5), date(2024, 12, 20), date(2025, 1, 15), date(2025, 3, 5))
MUNICIPALITIES = ("Bernheze", "Noordoostpolder")
TEMPLATES = sorted(path.stem for path in (paths.content() / "templates").glob("*.md"))


def serious(found: tuple[Finding, ...]) -> Counter[str]:
    return Counter(finding.code for finding in found if finding.severity != "tip")


@pytest.mark.parametrize("path", example_letters(), ids=lambda path: path.stem)
def test_an_example_letter_has_few_remarks(path: Path, shipped: Library):
    letter, rendering = open_letter(path, shipped)
    found = review(letter, rendering, shipped, TODAY).findings
    assert serious(found).total() <= MOST, serious(found)


@pytest.mark.parametrize(("template", "municipality"), [*product(TEMPLATES, MUNICIPALITIES)])
def test_a_new_letter_has_few_remarks(template: str, municipality: str, shipped: Library):
    for day in DAYS:
        letter = new_letter(shipped, template, municipality, day)
        found = review(letter, shipped, shipped, TODAY).findings
        assert serious(found).total() <= MOST, (day, serious(found))


@pytest.mark.parametrize("code", ["stem-ander", "bsn", "lijst-ontbreekt", "spelling-begrip"])
def test_no_passage_that_a_template_proposes_has_a_fault_of_words(code: str, shipped: Library):
    for template, municipality in product(TEMPLATES, MUNICIPALITIES):
        letter = new_letter(shipped, template, municipality, DAYS[-1])
        assert not serious(review(letter, shipped, shipped, TODAY).findings)[code], template
