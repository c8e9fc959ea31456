"""The five letters composed again: everything of theirs that is worth telling, and nothing to remark."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml

from composer import paths
from composer.library.library import Library
from composer.work.documents.making import Reviewed, review
from composer.work.letters import open_letter
from composer.work.libraries import open_library

HERE = Path(__file__).parent
LETTERS = HERE.parents[2] / "shared" / "feiten" / "letters.yaml"
EXAMPLES = {
    "bernheze": "bernheze-raadsinformatiebrief-iza-2024",
    "beverwijk": "beverwijk-raadsinformatie-iza-2024",
    "utrecht-west": "utrecht-west-achtergrondnotitie-iza-2025",
    "vng-2022": "vng-ledenbrief-ondertekening-iza-2022",
    "vng-2025": "vng-ledenbrief-hervatting-iza-2025",
}
MORE_PRECISE = {
    "vng-ondertekend-onder-drie-randvoorwaarden": "alv-2022-ingestemd-onder-drie-voorwaarden",
    "randvoorwaarden-niet-voldaan-bernheze": "merendeel-randvoorwaarden-niet-gerealiseerd",
    "gemeenten-stoppen-met-iza-totdat-beverwijk": "resolutie-ingestemd-alv-2024-vng-2025",
}
"""What an original says too strongly or of the wrong body, with what the example tells instead."""


@pytest.fixture(scope="module")
def shipped() -> Library:
    return open_library()


def example(name: str, library: Library) -> Reviewed:
    letter, rendering = open_letter(paths.resources() / "voorbeelden" / f"{name}.raadsbrief", library)
    return review(letter, rendering, library, letter.date)


def wanted(source: str) -> dict[str, str]:
    """For each fact of a letter's inventory that is worth telling, the library's fact that holds it."""
    letters: Any = yaml.safe_load(LETTERS.read_text(encoding="utf-8"))
    letter = next(entry for entry in letters["letters"] if entry["source"] == source)
    sections = (section for section in letter["sections"] if section["reuse"] in ("overnemen", "actualiseren"))
    names = [name for section in sections for name in section["facts"]]
    held: dict[str, str] = {name: fact for name, fact in inventory().items() if isinstance(fact, str)}
    return {name: MORE_PRECISE.get(held[name], held[name]) for name in names if name in held}


def inventory() -> dict[str, Any]:
    """The library's fact for each fact of the inventory; a mapping with the reason where there is none."""
    files = sorted(HERE.glob("inventaris-*.yaml"))
    return {name: fact for path in files for name, fact in yaml.safe_load(path.read_text(encoding="utf-8")).items()}


@pytest.mark.skipif(not LETTERS.exists(), reason="the inventory of the five letters is not beside the repository")
@pytest.mark.parametrize("name", EXAMPLES)
def test_an_example_tells_every_fact_of_its_original(shipped: Library, name: str) -> None:
    pieces = example(name, shipped).assembly.pieces
    told = {fact for piece in pieces if piece.printed for fact in piece.cited()}
    assert [fact for fact, held in wanted(EXAMPLES[name]).items() if held not in told] == []


@pytest.mark.parametrize("name", EXAMPLES)
def test_there_is_nothing_to_remark_about_an_example(shipped: Library, name: str) -> None:
    assert [f"{finding.code}: {finding.message}" for finding in example(name, shipped).findings] == []


def test_only_gaps_are_to_remark_about_the_letter_of_a_municipality_without_profile(shipped: Library) -> None:
    findings = example("noordoostpolder", shipped).findings
    assert {finding.code for finding in findings} == {"gat"}
    assert all(finding.words.startswith("[nog invullen: ") for finding in findings)


def test_no_other_examples_are_shipped() -> None:
    shipped = {path.stem for path in (paths.resources() / "voorbeelden").glob("*.raadsbrief")}
    assert shipped == {*EXAMPLES, "noordoostpolder"}


@pytest.mark.parametrize("name", ["bernheze", "beverwijk", "noordoostpolder"])
def test_a_council_letter_accounts_for_its_sources(shipped: Library, name: str) -> None:
    assert len(example(name, shipped).assembly.document.notes) >= 6


def test_the_letter_of_bernheze_is_of_its_day(shipped: Library) -> None:
    letter = example("bernheze", shipped).letter
    assert (letter.date, letter.reference_date) == (date(2024, 12, 12), date(2024, 12, 12))
    assert letter.captured is None or not letter.captured.snippets
