"""Saves one thing in a process of its own, of which every system call can be made to fail from outside.

Started as a program with a folder for each run on standard input; each run stops itself before it saves, so that a tracer
can be put on it first. A folder whose own name is a number in a folder "map" may have no larger files than that many bytes.
"""

import os
import signal
import sys
from datetime import datetime
from pathlib import Path

from composer.domain.errors import ComposerError
from composer.library import store
from composer.library.journal import Journal
from composer.library.letters import write_letter
from composer.library.versions import Versions
from tests.libraries import a_letter

if sys.platform == "linux":
    import resource

OLD, NEW = a_letter("Zo stond het er."), a_letter("Zo wordt het, met meer woorden dan eerst.")
WHEN = datetime(2026, 3, 4, 12, 30)
WORKED, REFUSED = 0, 3


def begin(folder: Path) -> None:
    folder.mkdir(parents=True)
    write_letter(OLD, folder / "brief.raadsbrief")
    Journal(folder / "journaal").keep(OLD, None, None, WHEN.replace(hour=9))
    Versions(folder / "versies").keep(OLD, WHEN.replace(hour=10))


def save(folder: Path) -> None:
    """What the window does when a letter is kept, saved and its version kept."""
    Journal(folder / "journaal").keep(NEW, None, None, WHEN)
    write_letter(NEW, folder / "brief.raadsbrief", store.file_hash(folder / "brief.raadsbrief"))
    Versions(folder / "versies").keep(NEW, WHEN)


def _run(folder: Path) -> None:
    if sys.platform == "linux" and folder.parent.name == "map":
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (int(folder.name), int(folder.name)))
    os.kill(os.getpid(), signal.SIGSTOP)
    try:
        save(folder)
    except (ComposerError, OSError):
        os._exit(REFUSED)
    os._exit(WORKED)


def main() -> None:
    """Says each process, waits until it is gone, and says how it went: its exit code, or minus the signal."""
    store.FIRST_WAIT = 0.0
    for line in sys.stdin:
        folder = Path(line.strip())
        begin(folder)
        process = os.fork()
        if process == 0:
            _run(folder)
        os.waitpid(process, os.WUNTRACED)
        print(process, flush=True)
        _, status = os.waitpid(process, 0)
        print(os.waitstatus_to_exitcode(status), flush=True)


if __name__ == "__main__":
    main()
