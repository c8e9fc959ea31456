"""Work that is spread over processes: all of it is done, and what stops a part stops the whole."""

import os
import signal
import sys
import time
from pathlib import Path

import pytest

from composer.domain.errors import ComposerError
from composer.work.program import parallel

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="elsewhere a process does everything itself")
THINGS = tuple(range(40))
A_WHILE = 0.002
"""Seconds that a thing takes, so that each process gets some."""


@pytest.fixture(autouse=True)
def two(monkeypatch: pytest.MonkeyPatch) -> None:
    def given(things: int) -> int:
        return 2

    monkeypatch.setattr(parallel, "_processes", given)


def test_each_thing_is_done_once_and_told_once(tmp_path: Path) -> None:
    def work(thing: int) -> None:
        time.sleep(A_WHILE)
        (tmp_path / str(thing)).write_text(str(os.getpid()))

    assert len(list(parallel.in_parallel(work, THINGS))) == len(THINGS)
    assert {path.name for path in tmp_path.iterdir()} == set(map(str, THINGS))
    assert len({path.read_text() for path in tmp_path.iterdir()}) == 2


def test_who_is_slow_gets_less_to_do(tmp_path: Path) -> None:
    here = os.getpid()

    def work(thing: int) -> None:
        time.sleep(A_WHILE * (1 if os.getpid() == here else 20))
        (tmp_path / str(thing)).write_text("hier" if os.getpid() == here else "daar")

    assert len(list(parallel.in_parallel(work, THINGS))) == len(THINGS)
    done = [path.read_text() for path in tmp_path.iterdir()]
    assert done.count("hier") > 2 * done.count("daar")


def test_a_mistake_in_another_process_is_raised_here() -> None:
    here = os.getpid()

    def work(thing: int) -> None:
        time.sleep(A_WHILE)
        if os.getpid() != here:
            raise ComposerError("het gaat niet", Path("brief"), 3)

    with pytest.raises(ComposerError) as told:
        list(parallel.in_parallel(work, THINGS))
    assert str(told.value) == "brief:3: het gaat niet"


def test_a_process_that_is_gone_is_not_taken_for_one_that_is_ready() -> None:
    here = os.getpid()

    def work(thing: int) -> None:
        time.sleep(A_WHILE)
        if os.getpid() != here:
            os.kill(os.getpid(), signal.SIGKILL)

    with pytest.raises(ChildProcessError):
        list(parallel.in_parallel(work, THINGS))
