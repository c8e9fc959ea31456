"""The same work for many things, on as many processors as there are where starting another process costs nothing."""

import gc
import os
import sys
import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from multiprocessing import get_context
from multiprocessing.connection import Connection, wait
from multiprocessing.process import BaseProcess
from typing import TypeVar

from composer.domain.errors import ComposerError

T = TypeVar("T")
ENOUGH = 24
"""Fewer things are done sooner than a second process is there."""
TOGETHER = 4
"""Things done before a process tells."""


def in_parallel(work: Callable[[T], None], things: Sequence[T]) -> Iterator[None]:
    """Once for each thing that is done, in whatever order; raises the first ComposerError and stops the rest."""
    processes = _processes(len(things))
    if processes == 1:
        for thing in things:
            work(thing)
            yield
    else:
        yield from _spread(work, [things[each::processes] for each in range(processes)])


def _processes(things: int) -> int:
    """A process is a copy of this one, which is safe only on Linux and while nothing else goes on in it."""
    alone = threading.active_count() == 1 and "PySide6" not in sys.modules
    if things < ENOUGH or not alone or sys.platform != "linux":
        return 1
    return max(1, min(len(os.sched_getaffinity(0)), things // (ENOUGH // 2)))


def _spread(work: Callable[[T], None], parts: Sequence[Sequence[T]]) -> Iterator[None]:
    gc.freeze()  # what all processes share need not be looked through, and so copied, by each
    started = [_started(work, part) for part in parts]
    try:
        hearing = {told for _, told in started}
        while hearing:
            for told in wait(list(hearing)):
                assert isinstance(told, Connection)
                yield from _heard(told, hearing)
    finally:
        for process, told in started:
            process.terminate()
            process.join()
            told.close()
        gc.unfreeze()


def _heard(told: "Connection[None, object]", hearing: set["Connection[None, object]"]) -> Iterator[None]:
    """How many more things a process has done; raises what stopped it."""
    try:
        message = told.recv()
    except EOFError:
        hearing.discard(told)
        return
    if isinstance(message, Exception):
        raise message
    assert isinstance(message, int)
    yield from iter([None] * message)


def _started(work: Callable[[T], None], part: Sequence[T]) -> tuple[BaseProcess, "Connection[None, object]"]:
    context = get_context("fork")
    told, tell = context.Pipe(duplex=False)
    process = context.Process(target=_work, args=(work, part, tell), daemon=True)
    process.start()
    tell.close()
    return process, told


def _work(work: Callable[[T], None], part: Sequence[T], tell: "Connection[object, None]") -> None:
    with suppress(KeyboardInterrupt, BrokenPipeError):  # the first process tells the user
        try:
            for start in range(0, len(part), TOGETHER):
                some = part[start : start + TOGETHER]
                for thing in some:
                    work(thing)
                tell.send(len(some))
        except ComposerError as error:
            tell.send(error)
        except Exception as error:  # what nobody foresaw may not be fit to send
            tell.send(RuntimeError(repr(error)))
