"""Locks on a shared folder: one writer at a time; a lock whose holder died can be taken over."""

import os
import secrets
import socket
import time
from collections.abc import Generator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

from composer.domain.errors import ComposerError
from composer.library.store import reason
from composer.library.yaml import is_record, read_yaml, write_yaml

FOLDER = ".vergrendeling"
STALE = 30.0
"""Seconds without a sign of life after which a lock no longer counts; on the holder's own machine its death is seen at once."""
WAIT = 20.0
"""Seconds that are waited for another writer."""
_PAUSE = 0.02
_MAX_BYTES = 4_000


@dataclass(frozen=True, slots=True)
class Holder:
    """Who has a lock: a machine, a process on it, a person; `token` is of this one lock."""

    host: str
    process: int
    who: str
    token: str
    when: float

    def record(self) -> bytes:
        when = time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime(self.when))
        record = {"computer": self.host, "proces": self.process, "wie": self.who, "wanneer": when, "teken": self.token}
        return write_yaml(record).encode()


@dataclass(frozen=True, slots=True)
class Lock:
    """A lock that this process holds."""

    path: Path
    holder: Holder

    def held(self) -> bool:
        """Whether the lock is still ours; another process may have taken it when it was not renewed in time."""
        return _token(self.path) == self.holder.token

    def renew(self) -> None:
        """Renews the lock, for work that takes long."""
        with suppress(OSError):
            os.utime(self.path)

    def release(self) -> None:
        if self.held():
            with suppress(OSError):
                self.path.unlink()


@contextmanager
def locked(folder: Path, name: str = "schrijven", who: str = "", wait: float = WAIT) -> Generator[Lock, None, None]:
    """Holds the lock `name` of a folder; raises ComposerError, with who has it, when it is not free in time."""
    lock = _acquired(folder / FOLDER / f"{name}.yaml", who, wait)
    try:
        yield lock
    finally:
        lock.release()


def holder(folder: Path, name: str) -> str | None:
    """The holder of a lock, in Dutch; None when it is free."""
    path = folder / FOLDER / f"{name}.yaml"
    return None if not path.exists() or _abandoned(path) else _named(path)


def _acquired(path: Path, who: str, wait: float) -> Lock:
    until = time.monotonic() + wait
    while True:
        mine = Holder(socket.gethostname(), os.getpid(), who, secrets.token_hex(8), time.time())
        if _created(path, mine):
            return Lock(path, mine)
        if _abandoned(path):
            _broken(path)
        elif time.monotonic() > until:
            raise ComposerError(
                f"hier wordt al geschreven door {_named(path)}; probeer het zo nog eens", path.parent.parent
            )
        else:
            time.sleep(_PAUSE)


def _created(path: Path, mine: Holder) -> bool:
    """Creates the lock file atomically, on a network drive too; whether it succeeded."""
    aside = _aside(path)
    try:
        path.parent.mkdir(exist_ok=True)
        aside.write_bytes(mine.record())
        _named_once(aside, path)
    except FileExistsError:
        return False
    except OSError as error:
        if path.exists():  # Windows, while another process takes its lock away
            return False
        raise ComposerError(f"in deze map kan niet geschreven worden ({reason(error)})", path.parent.parent) from error
    finally:
        with suppress(OSError):
            aside.unlink()
    return True


def _named_once(aside: Path, path: Path) -> None:
    """Gives a file its name; raises FileExistsError when that is taken."""
    if os.name != "posix":
        aside.rename(path)  # which Windows refuses when there is such a file
        return
    try:
        path.hardlink_to(aside)
    except FileExistsError:
        raise
    except OSError:  # a file system without links
        with path.open("xb") as file:
            file.write(aside.read_bytes())


def _aside(path: Path) -> Path:
    return path.with_name(f".{secrets.token_hex(8)}.los")


def _abandoned(path: Path) -> bool:
    """Whether the holder died: its process on this machine is gone, or the lock was not renewed for too long."""
    record = _read(path)
    process = record.get("proces", "")
    if record.get("computer") == socket.gethostname() and process.isdigit() and not _alive(int(process)):
        return True
    age = _age(path)
    return age is not None and age > STALE


def _alive(process: int) -> bool:
    """Whether a process runs; always True on Windows, where signal 0 would end it."""
    if os.name != "posix":
        return True
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    except PermissionError:
        return True
    return True


def _age(path: Path) -> float | None:
    """Seconds since the lock was renewed, by the clock of the folder's own machine; None when it is gone."""
    probe = _aside(path)
    try:
        probe.touch()
        return probe.stat().st_mtime - path.stat().st_mtime
    except OSError:
        return None
    finally:
        with suppress(OSError):
            probe.unlink()


def _broken(path: Path) -> None:
    """Removes an abandoned lock; one that another process made meanwhile is put back."""
    token, aside = _token(path), _aside(path)
    with suppress(OSError):
        path.rename(aside)
        if _token(aside) != token:
            _named_once(aside, path)
    for leftover in path.parent.glob(".*.los"):
        with suppress(OSError):
            if leftover == aside or time.time() - leftover.stat().st_mtime > STALE:
                leftover.unlink()


def _token(path: Path) -> str | None:
    return _read(path).get("teken")


def _read(path: Path) -> dict[str, str]:
    """The content of the lock file; empty while it is being written, or when it is damaged."""
    try:
        text = path.read_bytes()[:_MAX_BYTES].decode("utf-8", "replace")
        data = read_yaml(text).data
    except (OSError, ComposerError):
        return {}
    return {key: str(value) for key, value in data.items()} if is_record(data) else {}


def _named(path: Path) -> str:
    record = _read(path)
    return f"{record.get('wie') or 'iemand anders'} (computer {record.get('computer', 'onbekend')})"
