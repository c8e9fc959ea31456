"""Ways timed side by side, in turns, so that what else the machine does touches all of them alike."""

import gc
import os
import subprocess
import sys
import time
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from math import log
from pathlib import Path
from statistics import median, quantiles

Way = Callable[[], object]
"""One run of what is measured."""
Clock = Callable[[], float]


@dataclass(frozen=True, slots=True)
class Times:
    """Seconds of each round, in the order of the rounds."""

    each: tuple[float, ...]

    @property
    def middle(self) -> float:
        return median(self.each)


@dataclass(frozen=True, slots=True)
class Ratio:
    """How many times as long one way takes as another, round by round: the median, and where the middle half of rounds lies."""

    middle: float
    low: float
    high: float

    def __str__(self) -> str:
        return f"{number(self.middle)} ({number(self.low)}–{number(self.high)})"


def ratio(of: Times, to: Times) -> Ratio:
    """Of two ways that were timed in the same rounds."""
    each = sorted(a / b for a, b in zip(of.each, to.each, strict=True))
    if len(each) < 3:
        return Ratio(median(each), each[0], each[-1])
    low, middle, high = quantiles(each, n=4)
    return Ratio(middle, low, high)


def number(value: float) -> str:
    """As Dutch has it, with the digits that mean something."""
    digits = 0 if value >= 100 else 1 if value >= 10 else 2
    return f"{value:.{digits}f}".replace(".", ",")


def in_turns(
    ways: Mapping[str, Way], rounds: int, clock: Clock = time.perf_counter, burst: int = 1
) -> dict[str, Times]:
    """Each way so many times on end in every round, after a first time that is not counted; the order turns with the rounds.

    What is kept of a round is the mean of its burst: of one letter among many, or one key in a word.
    """
    names = list(ways)
    taken: dict[str, list[float]] = {name: [] for name in names}
    for name in names:
        ways[name]()
    for turn in range(rounds):
        for name in (*names[turn % len(names) :], *names[: turn % len(names)]):
            taken[name].append(sum(once(ways[name], clock) for _ in range(burst)) / burst)
    return {name: Times(tuple(each)) for name, each in taken.items()}


def once(way: Way, clock: Clock = time.perf_counter) -> float:
    """Seconds of one run, without the rubbish of the one before."""
    gc.collect(0)
    begun = clock()
    way()
    return clock() - begun


def process(*arguments: str, until: str = "", **environment: str) -> Way:
    """A new process of this Python; until it ends, or until it prints the word."""
    command = [sys.executable, *arguments]

    def way() -> None:
        with subprocess.Popen(
            command, env={**os.environ, **environment}, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True
        ) as running:
            assert running.stdout is not None
            told = iter(running.stdout.readline, "") if until else running.stdout.readlines()
            if until and until not in map(str.strip, told):
                raise RuntimeError(f"{' '.join(command)} never said {until!r}")
            if until:
                running.kill()
        if not until and running.returncode:
            raise RuntimeError(f"{' '.join(command)} ended with {running.returncode}")

    return way


def peak(arguments: Sequence[str], ready: object = None, **environment: str) -> float:
    """The most megabytes that a new process of this Python and those that it starts have at one time, shared ones once."""
    running = subprocess.Popen(
        [sys.executable, *arguments],
        env={**os.environ, **environment},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    most = 0.0
    while running.poll() is None:
        most = max(most, sum(map(_held, (running.pid, *_children(running.pid)))))
        time.sleep(0.01)
    return most


def _children(pid: int) -> list[int]:
    try:
        return [int(each) for each in Path(f"/proc/{pid}/task/{pid}/children").read_text().split()]
    except OSError:
        return []


def _held(pid: int) -> float:
    """Megabytes, of what it shares with others its own part; 0 where Linux does not tell."""
    try:
        lines = Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines()
    except OSError:
        return 0
    return sum(int(line.split()[1]) for line in lines if line.startswith("Pss:")) / 1024


def exponent(sizes: Sequence[float], seconds: Iterable[float]) -> float:
    """The power of the size with which time grows between the smallest and the largest; 1 is linear."""
    taken = list(seconds)
    return log(taken[-1] / taken[0]) / log(sizes[-1] / sizes[0])
