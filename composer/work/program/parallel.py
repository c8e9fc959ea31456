"""Runs one function over many things, in forked processes where forking is safe (Linux, one thread, no Qt), else in turn."""

import gc
import os
import pickle
import select
import signal
import sys
import threading
from array import array
from collections.abc import Callable, Generator, Iterator, Sequence
from contextlib import closing, suppress
from dataclasses import dataclass
from io import FileIO
from itertools import islice
from tempfile import TemporaryFile
from typing import TypeVar

from composer.domain.errors import ComposerError

T = TypeVar("T")
ENOUGH = 24
"""Fewer things are done sooner than a second process is there."""
_DONE, _FAILED = b".", b"!"
_MUCH = 1 << 16
_NUMBER = "I"
"""How a thing waits to be done, as `array` names it."""


def in_parallel(work: Callable[[T], None], things: Sequence[T]) -> Iterator[None]:
    """Yields once for each thing done, in any order; raises the first ComposerError and stops the rest."""
    processes = _processes(len(things))
    if processes == 1:
        for thing in things:
            work(thing)
            yield
    else:
        work(things[0])  # what it leaves behind, the others have too
        yield
        yield from _all(work, things[1:], processes)


def _processes(things: int) -> int:
    """The number of processes: more than one only on Linux, where this process can be forked while it has one thread."""
    alone = threading.active_count() == 1 and "PySide6" not in sys.modules
    if things < ENOUGH or not alone or sys.platform != "linux":
        return 1
    return max(1, min(len(os.sched_getaffinity(0)), things // (ENOUGH // 2)))


@dataclass(slots=True)
class _Helper:
    """A worker process, and the pipe in which it writes a mark for each thing done, or its error."""

    process: int
    told: int
    busy: bool = True

    def heard(self) -> Iterator[None]:
        """Yields once for each thing done since the last call; waits for at least one, and raises the worker's error."""
        said = os.read(self.told, _MUCH)
        self.busy = bool(said)
        done, failed, error = said.partition(_FAILED)
        yield from [None] * len(done)
        if failed:
            while more := os.read(self.told, _MUCH):
                error += more
            raise pickle.loads(error)

    def stop(self) -> None:
        os.kill(self.process, signal.SIGTERM)
        os.waitpid(self.process, 0)
        os.close(self.told)


def _all(work: Callable[[T], None], things: Sequence[T], processes: int) -> Iterator[None]:
    """Yields once for each thing done; raises ChildProcessError when a process died with work left."""
    count = 0
    with closing(_spread(work, things, processes)) as done:
        for _ in islice(done, len(things)):
            count += 1
            yield
    if count < len(things):
        raise ChildProcessError("a process that was at work is gone")


def _spread(work: Callable[[T], None], things: Sequence[T], processes: int) -> Generator[None]:
    """Starts the workers, which take the next thing when they are free, and ends them."""
    gc.freeze()  # what all processes share need not be looked through, and so copied, by each
    with TemporaryFile(buffering=0) as waiting:
        waiting.write(_numbers(len(things)))
        waiting.seek(0)
        helpers = [_started(work, things, waiting) for _ in range(1, processes)]
        try:
            for number in _taken(waiting):
                work(things[number])
                yield
                yield from _heard(helpers, 0)
            while any(helper.busy for helper in helpers):
                yield from _heard(helpers, None)
        finally:
            for helper in helpers:
                helper.stop()
            gc.unfreeze()


def _numbers(things: int) -> bytes:
    return array(_NUMBER, range(things)).tobytes()


def _taken(waiting: FileIO) -> Iterator[int]:
    """The numbers of things in a file, each for one process only: they share its place (read(2), from Linux 3.14 on)."""
    size = array(_NUMBER).itemsize
    while number := waiting.read(size):
        yield int.from_bytes(number, sys.byteorder)


def _heard(helpers: Sequence[_Helper], seconds: float | None) -> Iterator[None]:
    """Yields for each thing that workers report, waiting at most `seconds` for it; None waits without limit."""
    busy = {helper.told: helper for helper in helpers if helper.busy}
    for told in select.select(list(busy), (), (), seconds)[0]:
        yield from busy[told].heard()


def _started(work: Callable[[T], None], things: Sequence[T], waiting: FileIO) -> _Helper:
    told, tell = os.pipe()
    process = os.fork()
    if process == 0:
        with suppress(BaseException):  # the first process tells the user, and what it has yet to do is not done here
            _work(work, things, waiting, tell)
        os._exit(0)
    os.close(tell)
    return _Helper(process, told)


def _work(work: Callable[[T], None], things: Sequence[T], waiting: FileIO, tell: int) -> None:
    try:
        for number in _taken(waiting):
            work(things[number])
            os.write(tell, _DONE)
    except ComposerError as error:
        os.write(tell, _FAILED + pickle.dumps(error))
    except Exception as error:  # what nobody foresaw may not be fit to send
        os.write(tell, _FAILED + pickle.dumps(RuntimeError(repr(error))))
