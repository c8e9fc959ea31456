"""The shipped facts looked up in the letters that they come from, and in copies of these that say something else."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

from composer.library.library import Library
from composer.work.libraries import open_library
from composer.work.verification import verify

HERE = Path(__file__).parent
SHARED = HERE.parents[2] / "shared"
LETTERS = SHARED / "bronnen"
pytestmark = pytest.mark.skipif(not LETTERS.is_dir(), reason="the five letters are not beside the repository")


@pytest.fixture(scope="module")
def shipped() -> Library:
    return open_library()


def outcomes(library: Library, folder: Path) -> Iterator[tuple[str, str, str, tuple[str, ...]]]:
    """Fact, source, outcome and what is missing."""
    record, problems = verify(library, folder)
    assert not problems
    for fact in record["feiten"]:
        for item in fact["bewijs"]:
            yield fact["id"], item["bron"], item["uitkomst"], tuple(item["ontbreekt"])


def test_every_fact_is_found_at_its_place_in_its_letter(shipped: Library) -> None:
    files = {source.id for source in shipped.sources.values() if source.file and (LETTERS / source.file.name).is_file()}
    assert len(files) == 5
    examined = [(fact, outcome) for fact, source, outcome, _ in outcomes(shipped, LETTERS) if source in files]
    assert len(examined) > 380
    assert {outcome for _, outcome in examined} == {"gevonden", "genormaliseerd"}


VNG_2025, BEVERWIJK = "vng-ledenbrief-hervatting-iza-2025", "beverwijk-raadsinformatie-iza-2024"
ALTERED: dict[tuple[str, str], set[tuple[str, str]]] = {
    ("93", "39"): {("stemming-resolutie-ruim-93-procent", BEVERWIJK)},
    ("17 december", "18 december"): {
        ("spuk-iza-2025-bericht-vws-17-december-2024", VNG_2025),
        ("spuk-iza-2025-ongeacht-deelname", VNG_2025),
        ("spuk-iza-na-2025-niet-bevestigd", VNG_2025),
    },
    ("verworpen", ""): {("amendement-hilversum-verworpen", "bernheze-raadsinformatiebrief-iza-2024")},
    ("merendeel", "meerendeel"): {("merendeel-randvoorwaarden-niet-gerealiseerd", BEVERWIJK)},
}


@pytest.mark.parametrize(("words", "expected"), ALTERED.items(), ids=[f"{old}-{new}" for old, new in ALTERED])
def test_in_an_altered_copy_exactly_the_facts_concerned_are_missing(
    words: tuple[str, str], expected: set[tuple[str, str]], shipped: Library, tmp_path: Path
) -> None:
    for path in LETTERS.glob("*.txt"):
        text = path.read_text(encoding="utf-8")
        (tmp_path / path.name).write_text(text.replace(*words), encoding="utf-8")
    missing = {(fact, source) for fact, source, outcome, _ in outcomes(shipped, tmp_path) if outcome == "niet-gevonden"}
    assert missing == expected


def test_what_is_not_there_is_not_examined_and_says_so(shipped: Library, tmp_path: Path) -> None:
    assert {outcome for _, _, outcome, _ in outcomes(shipped, tmp_path)} == {"niet-onderzocht"}


def test_the_inventory_of_the_letters_is_in_the_library(shipped: Library) -> None:
    inventory: Any = yaml.safe_load((SHARED / "feiten" / "facts.yaml").read_text(encoding="utf-8"))
    names = {fact["id"] for fact in inventory["facts"] if fact["topic"] != "briefgegevens"}
    mapped: dict[str, Any] = {}
    for path in sorted(HERE.glob("inventaris-*.yaml")):
        mapped |= yaml.safe_load(path.read_text(encoding="utf-8"))
    held = {name for name in names if isinstance(mapped.get(name), str) and mapped[name] in shipped.facts}
    left_out = {name: mapped.get(name) for name in names - held}
    assert len(held) >= 0.95 * len(names), left_out
    assert all(isinstance(reason, dict) for reason in left_out.values()), left_out
