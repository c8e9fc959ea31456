"""One writer at a time, and a crash lets go."""

import multiprocessing
import os
import signal
import time
from pathlib import Path

import pytest

from composer.domain.errors import ComposerError
from composer.library import locks
from composer.library.locks import FOLDER, holder, locked


def held(folder: Path) -> Path:
    return folder / FOLDER / "schrijven.yaml"


def test_a_lock_says_who_has_it_and_is_gone_afterwards(tmp_path: Path) -> None:
    with locked(tmp_path, who="K. de Boer") as lock:
        assert lock.held() and "K. de Boer" in (holder(tmp_path, "schrijven") or "")
    assert holder(tmp_path, "schrijven") is None
    assert list((tmp_path / FOLDER).iterdir()) == []


def test_who_has_to_wait_too_long_is_told_for_whom(tmp_path: Path) -> None:
    with (
        locked(tmp_path, who="K. de Boer"),
        pytest.raises(ComposerError, match=r"K\. de Boer"),
        locked(tmp_path, wait=0.1),
    ):
        pass


def _hold(folder: Path, ready: Path) -> None:
    with locked(folder, who="wie sterft"):
        ready.touch()
        time.sleep(60)


def test_the_lock_of_a_process_that_was_killed_counts_no_longer(tmp_path: Path) -> None:
    process = multiprocessing.get_context("spawn").Process(target=_hold, args=(tmp_path, tmp_path / "klaar"))
    process.start()
    while not (tmp_path / "klaar").exists():
        time.sleep(0.01)
    os.kill(process.pid or 0, signal.SIGKILL if os.name == "posix" else signal.SIGTERM)
    process.join()
    with locked(tmp_path, wait=locks.STALE + 5 if os.name != "posix" else 1) as lock:
        assert lock.held()


@pytest.mark.parametrize("content", ["", "computer: elders\nproces: 1\nteken: abc\n", "geen: [yaml", "\x00"])
def test_a_lock_without_a_sign_of_life_counts_no_longer(tmp_path: Path, content: str) -> None:
    held(tmp_path).parent.mkdir()
    held(tmp_path).write_text(content)
    long_ago = time.time() - locks.STALE - 5
    os.utime(held(tmp_path), (long_ago, long_ago))
    with locked(tmp_path, wait=1) as lock:
        assert lock.held()


@pytest.mark.parametrize("content", ["", "computer: elders\nproces: 1\nteken: abc\n"])
def test_a_lock_of_another_machine_counts_while_it_is_fresh(tmp_path: Path, content: str) -> None:
    held(tmp_path).parent.mkdir()
    held(tmp_path).write_text(content)
    with pytest.raises(ComposerError), locked(tmp_path, wait=0.1):
        pass


def test_a_lock_that_was_taken_over_is_not_ours_to_release(tmp_path: Path) -> None:
    with locked(tmp_path) as lock:
        held(tmp_path).write_text("computer: elders\nproces: 1\nteken: abc\n")
        assert not lock.held()
    assert held(tmp_path).exists()


def _count(folder: Path, times: int) -> None:
    for _ in range(times):
        with locked(folder):
            number = folder / "getal.txt"
            seen = int(number.read_text() or 0)
            time.sleep(0.001)
            number.write_text(str(seen + 1))


def test_four_processes_never_write_at_once(tmp_path: Path) -> None:
    (tmp_path / "getal.txt").write_text("0")
    context = multiprocessing.get_context("spawn")
    workers = [context.Process(target=_count, args=(tmp_path, 25)) for _ in range(4)]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join()
    assert (tmp_path / "getal.txt").read_text() == "100"


@pytest.mark.skipif(os.name != "posix" or os.geteuid() == 0, reason="whoever may do everything is never refused")
def test_a_folder_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    tmp_path.chmod(0o500)
    with pytest.raises(ComposerError, match="kan niet geschreven"), locked(tmp_path):
        pass
