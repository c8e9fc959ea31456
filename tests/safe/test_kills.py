"""A program that is killed at any moment of typing and saving loses no more than the last seconds of typing."""

import os
import random
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from composer.library.letters import read_letter

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="many programs that begin as one are for Linux")
KILLS, MANY_KILLS = 20, 500
AT_ONCE = 25
LONGEST, LONGER = 4.0, 5.5
"""Seconds after which every typist is dead; the journal waits for three."""
PROMISED = 10.0
"""Seconds of typing that may be lost."""


@dataclass(frozen=True, slots=True)
class Left:
    """What a dead program left: the last number typed, the last one that is still there, and the typing lost in seconds."""

    typed: int
    found: int
    lost: float


@pytest.fixture
def typists(tmp_path: Path) -> Iterator[Callable[[Path], int]]:
    """Starts a typist in a folder and gives its process."""
    with subprocess.Popen(
        [sys.executable, "-m", "tests.safe.typist", str(tmp_path / "inhoud")],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        env=os.environ | {"QT_QPA_PLATFORM": "offscreen"},
        cwd=Path(__file__).parents[2],
    ) as server:
        assert server.stdin and server.stdout

        def start(folder: Path) -> int:
            print(folder, file=server.stdin, flush=True)
            return int(server.stdout.readline())  # pyright: ignore[reportOptionalMemberAccess]

        yield start
        server.stdin.close()


def test_a_kill_at_any_moment_costs_seconds_and_never_a_letter(
    tmp_path: Path,
    typists: Callable[[Path], int],
    request: pytest.FixtureRequest,
    record_property: Callable[[str, object], None],
) -> None:
    from tests.safe.typist import NAME  # deferred: it imports Qt, which is for the typists

    kills, longest = (MANY_KILLS, LONGER) if request.config.getoption("--lang") else (KILLS, LONGEST)
    chance, left = random.Random(8), list[Left]()
    for first in range(0, kills, AT_ONCE):
        folders = [tmp_path / f"kill-{number}" for number in range(first, min(first + AT_ONCE, kills))]
        _kill_at_random([typists(folder) for folder in folders], longest, chance)
        left += [_left(folder, NAME) for folder in folders]
    lost = max(each.lost for each in left)
    print(
        f"\n{kills} kills, {sum(each.typed for each in left)} changes typed, at most {lost:.2f} seconds of typing lost"
    )
    record_property("seconds lost", lost)
    assert lost < PROMISED
    assert sum(each.found > 0 for each in left) > kills / 4


def _kill_at_random(processes: list[int], longest: float, chance: random.Random) -> None:
    begun = time.monotonic()
    deaths = sorted((begun + chance.uniform(0.05, longest), process) for process in processes)
    for moment, process in deaths:
        time.sleep(max(0.0, moment - time.monotonic()))
        os.kill(process, signal.SIGKILL)
    time.sleep(0.2)


def _left(folder: Path, name: str) -> Left:
    """Reads what is there as the next start would: the file, and what the journal offers beside it."""
    from tests.safe.typist import TYPED, keeping, number_of

    log = (folder / TYPED).read_text().splitlines() if (folder / TYPED).exists() else []
    moments = {int(number): float(moment) for number, moment in (line.split() for line in log)}
    held = [number_of(read_letter(folder / name))]
    held += [number_of(pending.letter) for pending in keeping(folder).pending()]
    held += [number_of(version.letter()) for version in keeping(folder).versions.of("proef")]
    assert not list(folder.rglob("*.beschadigd"))
    typed, found = max(moments, default=0), max(held)
    lost = moments[typed] - moments[found + 1] if found < typed else 0.0
    return Left(typed, found, lost)
