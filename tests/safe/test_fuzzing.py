"""Whatever file comes in: it is taken, or refused with a sentence; it never breaks, hangs or fills memory."""

import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.safe.fuzzing import Watched
from tests.safe.seeds import TOKENS, seeds
from tests.safe.targets import TARGETS, attempted

EACH, MANY = 25, 2_000
"""Spoiled inputs of each kind in the suite, and with --lang."""
FOUND = Path(__file__).parent / "found"
"""Inputs that once broke something, by the kind they are of."""


@pytest.mark.parametrize("target", TARGETS)
def test_a_good_input_is_taken(target: str) -> None:
    assert [attempted(target, seed) for seed in seeds(target)] == [""] * len(seeds(target))


def test_spoiled_inputs_break_nothing_and_take_little_time_and_memory(request: pytest.FixtureRequest) -> None:
    """In a process of its own, whose memory is its alone."""
    most = MANY if request.config.getoption("--lang") else EACH
    ran = subprocess.run(
        [sys.executable, "-m", "tests.safe.fuzzing", "--most", str(most)],
        cwd=Path(__file__).parents[2],
        capture_output=True,
        text=True,
        check=False,
    )
    print(ran.stdout)
    assert ran.returncode == 0, ran.stdout + ran.stderr
    assert ran.stdout.count(f"{most} tried") == len(TARGETS)


@pytest.mark.parametrize("path", sorted(FOUND.glob("*/*")), ids=lambda path: f"{path.parent.name}/{path.name}")
def test_what_was_found_once_breaks_nothing_any_more(path: Path) -> None:
    watched = Watched(path.parent.name.replace("-", " "))
    watched.look(path.read_bytes())
    assert watched.wrong == []


WORDS = st.lists(st.one_of(st.sampled_from(TOKENS), st.text(max_size=8)), max_size=30).map("".join)


@pytest.mark.parametrize("target", ["yaml", "markdown", "own words", "template", "condition", "letter"])
def test_signs_that_mean_something_in_any_order_break_nothing(target: str) -> None:
    @settings(max_examples=40)
    @given(WORDS)
    def tried(text: str) -> None:
        watched = Watched(target)
        watched.look(text.encode("utf-8", "surrogatepass"))
        assert watched.wrong == []

    tried()
