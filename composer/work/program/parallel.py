"""The same work for many things, on as many processors as there are where starting another process costs nothing."""

import gc
import os
import pickle
import select
import signal
import sys
import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from typing import TypeVar

from composer.domain.errors import ComposerError

T = TypeVar("T")
ENOUGH = 24
"""Fewer things are done sooner than a second process is there."""
_DONE, _FAILED = b".", b"!"
_MUCH = 1 << 16


def in_parallel(work: Callable[[T], None], things: Sequence[T]) -> Iterator[None]:
    """Once for each thing that is done, in whatever order; raises the first ComposerError and stops the rest."""
    processes = _processes(len(things))
    if processes == 1:
        for thing in things:
            work(thing)
            yield
    else:
        work(things[0])  # what it leaves behind, the others have too
        yield
        yield from _spread(work, [things[each::processes] for each in range(1, processes + 1)])


def _processes(things: int) -> int:
    """A process is a copy of this one, which is safe only on Linux and while nothing else goes on in it."""
    alone = threading.active_count() == 1 and "PySide6" not in sys.modules
    if things < ENOUGH or not alone or sys.platform != "linux":
        return 1
    return max(1, min(len(os.sched_getaffinity(0)), things // (ENOUGH // 2)))


@dataclass(slots=True)
class _Helper:
    """A process that does a part, of which so many things are left, and the pipe in which it says so.

    It says a mark for each thing, or why it stopped.
    """

    process: int
    told: int
    left: int

    def heard(self) -> Iterator[None]:
        """Once for each thing that it has done since; waits until there is something, and raises what stopped it."""
        done, failed, error = os.read(self.told, _MUCH).partition(_FAILED)
        self.left -= len(done)
        yield from [None] * len(done)
        if failed:
            while more := os.read(self.told, _MUCH):
                error += more
            raise pickle.loads(error)
        if not done:
            raise ChildProcessError("a process that was at work is gone")

    def stop(self) -> None:
        os.kill(self.process, signal.SIGTERM)
        os.waitpid(self.process, 0)
        os.close(self.told)


def _spread(work: Callable[[T], None], parts: Sequence[Sequence[T]]) -> Iterator[None]:
    """This process does the first part, and another each of the others."""
    gc.freeze()  # what all processes share need not be looked through, and so copied, by each
    helpers = [_started(work, part) for part in parts[1:]]
    try:
        for thing in parts[0]:
            work(thing)
            yield
            yield from _heard(helpers, 0)
        while any(helper.left for helper in helpers):
            yield from _heard(helpers, None)
    finally:
        for helper in helpers:
            helper.stop()
        gc.unfreeze()


def _heard(helpers: Sequence[_Helper], seconds: float | None) -> Iterator[None]:
    """What helpers say, waiting for it at most so long; None waits until one does."""
    busy = {helper.told: helper for helper in helpers if helper.left}
    for told in select.select(list(busy), (), (), seconds)[0]:
        yield from busy[told].heard()


def _started(work: Callable[[T], None], part: Sequence[T]) -> _Helper:
    told, tell = os.pipe()
    process = os.fork()
    if process == 0:
        with suppress(BaseException):  # the first process tells the user, and what it has yet to do is not done here
            _work(work, part, tell)
        os._exit(0)
    os.close(tell)
    return _Helper(process, told, len(part))


def _work(work: Callable[[T], None], part: Sequence[T], tell: int) -> None:
    try:
        for thing in part:
            work(thing)
            os.write(tell, _DONE)
    except ComposerError as error:
        os.write(tell, _FAILED + pickle.dumps(error))
    except Exception as error:  # what nobody foresaw may not be fit to send
        os.write(tell, _FAILED + pickle.dumps(RuntimeError(repr(error))))
