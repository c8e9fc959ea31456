"""Feeds every reader good inputs that were spoiled a little, and watches what comes out, the time and the memory.

Started as a program, for longer: python -m tests.safe.fuzzing [--seconds 60] [--seed 1] [TARGET…]
"""

import argparse
import random
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass, field

from tests.safe.seeds import seeds, spoiled
from tests.safe.targets import TARGETS, attempted

if sys.platform == "linux":
    import resource

SLOWEST = 2.0
"""Seconds of processor time that one input may take."""
MOST_MEMORY = 300_000_000
"""Bytes that the whole process may grow by, over the good inputs."""


@dataclass
class Watched:
    """What became of many inputs of one kind; `wrong` holds those that broke something or took too long, with what it was."""

    target: str
    tried: int = 0
    taken: int = 0
    slowest: float = 0.0
    wrong: list[tuple[bytes, str]] = field(default_factory=list[tuple[bytes, str]])

    def look(self, data: bytes) -> None:
        begun = time.process_time()
        try:
            self.taken += attempted(self.target, data) == ""
        except Exception as error:  # whatever it is, it is what is looked for
            self.wrong.append((data, repr(error)))
        seconds = time.process_time() - begun
        self.tried += 1
        self.slowest = max(self.slowest, seconds)
        if seconds > SLOWEST:
            self.wrong.append((data, f"{seconds:.1f} s"))


def fuzzed(target: str, seed: int, *, most: int | None = None, seconds: float | None = None) -> Watched:
    """Tries `most` inputs, or as many as `seconds` allow."""
    watched = Watched(target)
    until = time.monotonic() + seconds if seconds else None
    for data in inputs(target, seed):
        if watched.tried == most or (until and time.monotonic() > until):
            break
        watched.look(data)
    return watched


def inputs(target: str, seed: int) -> Iterator[bytes]:
    """The good ones, then spoiled ones without end; the same for the same seed."""
    yield from seeds(target)
    chance = random.Random(f"{target} {seed}")
    while True:
        yield spoiled(target, chance)


def memory() -> int:
    """The most bytes that this process has had at once; 0 where the system does not say."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024 if sys.platform == "linux" else 0


def main() -> int:
    parser = argparse.ArgumentParser()
    parser.add_argument("--seconds", type=float, default=10.0)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--most", type=int)
    parser.add_argument("targets", nargs="*", default=list(TARGETS))
    options = parser.parse_args()
    for target in options.targets:
        fuzzed(target, options.seed, most=len(seeds(target)))
    before, wrong = memory(), 0
    for target in options.targets:
        seconds = None if options.most else options.seconds
        watched = fuzzed(target, options.seed, most=options.most, seconds=seconds)
        wrong += len(watched.wrong)
        print(f"{target}: {watched.tried} tried, {watched.taken} taken, slowest {watched.slowest:.2f} s", flush=True)
        for data, said in watched.wrong:
            print(f"  WRONG {said}: {data!r}", flush=True)
    grown = memory() - before
    print(f"memory grown by {grown // 1_000_000} MB")
    return 1 if wrong or grown > MOST_MEMORY else 0


if __name__ == "__main__":
    sys.exit(main())
