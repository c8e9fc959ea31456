"""The same, below Python: each system call of saving fails in turn, or is the last thing that the program does."""

import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from composer.domain.letter import Letter
from composer.library.journal import Journal
from composer.library.letters import read_letter
from composer.library.versions import Versions
from tests.safe.saver import NEW, OLD, REFUSED, WORKED

pytestmark = pytest.mark.skipif(
    shutil.which("strace") is None or sys.platform != "linux", reason="strace makes system calls fail; it is for Linux"
)
CALLS = (
    "openat",
    "write",
    "fsync",
    "rename",
    "chmod",
    "unlink",
    "mkdir",
    "close",
    "newfstatat",
    "fstat",
    "getdents64",
    "lseek",
)
"""What saving asks of the system; reading is asked for the hash of what is there."""
TROUBLES = ("error=EIO", "error=ENOSPC", "error=EACCES", "signal=KILL")
SHORT = 25
"""Attempts in the suite of each kind of trouble; with --lang all there are."""
Attempt = Callable[[Path, list[str]], tuple[int, str]]


@pytest.fixture
def attempt(tmp_path: Path) -> Iterator[Attempt]:
    """Saves in a folder with strace's options, and gives the exit code and what strace saw."""
    with subprocess.Popen(
        [sys.executable, "-m", "tests.safe.saver"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        cwd=Path(__file__).parents[2],
    ) as server:
        assert server.stdin and server.stdout
        seen = tmp_path / "gezien.txt"

        def run(folder: Path, options: list[str]) -> tuple[int, str]:
            print(folder, file=server.stdin, flush=True)
            process = int(server.stdout.readline())  # pyright: ignore[reportOptionalMemberAccess]
            with subprocess.Popen(
                ["strace", "-qq", "-o", str(seen), "-p", str(process), *options], stderr=subprocess.DEVNULL
            ) as tracer:
                _until_traced(process)
                os.kill(process, signal.SIGCONT)
                code = int(server.stdout.readline())  # pyright: ignore[reportOptionalMemberAccess]
                tracer.wait(10)
            return code, seen.read_text()

        yield run
        server.stdin.close()


def _until_traced(process: int) -> None:
    for _ in range(500):
        status = Path(f"/proc/{process}/status").read_text()
        if "TracerPid:\t0\n" not in status:
            return
        time.sleep(0.01)
    raise TimeoutError


def _calls(attempt: Attempt, folder: Path) -> list[tuple[str, int]]:
    """Each call of an undisturbed save, with how many of its name came before it and itself."""
    code, seen = attempt(folder, ["-e", f"trace={','.join(CALLS)}"])
    assert code == WORKED
    names = [line.partition("(")[0] for line in seen.splitlines() if "(" in line and not line.startswith(("+", "-"))]
    return [(name, names[: at + 1].count(name)) for at, name in enumerate(names)]


@pytest.mark.parametrize("trouble", TROUBLES)
def test_whatever_system_call_fails_the_old_or_the_new_one_is_there(
    trouble: str, attempt: Attempt, tmp_path: Path, request: pytest.FixtureRequest
) -> None:
    calls = _calls(attempt, tmp_path / "heel")
    tried = calls if request.config.getoption("--lang") else calls[:: max(1, len(calls) // SHORT)]
    for number, (name, at) in enumerate(tried):
        folder = tmp_path / f"{number}"
        code, _ = attempt(folder, ["-e", f"trace={name}", "-e", f"inject={name}:{trouble}:when={at}"])
        assert code in (WORKED, REFUSED, -signal.SIGKILL), (name, at, code)
        held = _held(folder)
        assert held[0] in (OLD, NEW), (name, at)
        assert held[1] in (OLD, NEW), (name, at)
        assert OLD in held[2:] and all(version in (OLD, NEW) for version in held[2:]), (name, at)
        if code == WORKED:
            assert held[:2] == [NEW, NEW], (name, at)
    print(f"\n{len(tried)} of {len(calls)} system calls: {trouble}")


@pytest.mark.parametrize("most", [0, 1, 7, 64, 150, 200, 300])
def test_a_disk_that_takes_no_more_than_some_bytes_of_each_file_costs_nothing(
    most: int, attempt: Attempt, tmp_path: Path
) -> None:
    """The system then writes what still fits, which is a short write, and refuses the rest."""
    code, _ = attempt(tmp_path / f"map/{most}", ["-e", "trace=none"])
    held = _held(tmp_path / f"map/{most}")
    assert held[:2] == [OLD, OLD] if code == REFUSED else [NEW, NEW]


def _held(folder: Path) -> list[Letter]:
    """The letter, the journal's, and the versions, each whole."""
    [pending] = Journal(folder / "journaal").pending()
    versions = Versions(folder / "versies").of(OLD.id)
    return [read_letter(folder / "brief.raadsbrief"), pending.letter, *(version.letter() for version in versions)]
