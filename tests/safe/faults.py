"""A disk that fails at one chosen call, or a program that dies there; every call that saving makes is counted."""

import builtins
import errno
import io
import os
from collections.abc import Callable, Generator, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Literal, TypeGuard

import pytest

Trouble = Literal["EIO", "ENOSPC", "EACCES", "kill", "short write"]
TROUBLES: tuple[Trouble, ...] = ("EIO", "ENOSPC", "EACCES", "kill", "short write")
CALLS = (
    "open", "fdopen", "write", "close", "fsync", "replace", "rename", "link", "unlink", "remove", "rmdir", "mkdir", "chmod",
    "stat", "lstat", "utime", "scandir", "listdir", "umask",
)  # fmt: skip
WRITING = ("w", "a", "x", "+")


class Died(BaseException):
    """The program is gone: nothing that it would still have done happens."""


@dataclass
class Disk:
    """Counts the calls under `folder` and makes the one with number `at` (from 1) fail; 0 lets all of them pass."""

    trouble: Trouble
    at: int = 0
    calls: list[str] = field(default_factory=list[str])
    dead: bool = False

    def pass_by(self, name: str, before: Callable[[], object] = lambda: None) -> None:
        """Raises what is to go wrong at this call, after `before`; a dead program does nothing any more."""
        if self.dead:
            raise Died
        self.calls.append(name)
        if len(self.calls) != self.at:
            return
        if self.trouble in ("kill", "short write"):
            with suppress(OSError):
                before()
        if self.trouble == "kill":
            self.dead = True
            raise Died
        code = getattr(errno, self.trouble, errno.ENOSPC)
        raise OSError(code, os.strerror(code))


class File:
    """A file open for writing, each of whose steps can fail; what was written before a failure may be there in part."""

    def __init__(self, held: Any, disk: Disk) -> None:
        self._held, self._disk = held, disk

    def write(self, content: Any) -> int:
        self._disk.pass_by("write", lambda: (self._held.write(content[: len(content) // 2]), self._held.flush()))
        return self._held.write(content)

    def flush(self) -> None:
        self._disk.pass_by("flush")
        self._held.flush()

    def close(self) -> None:
        try:
            self._disk.pass_by("close")
        finally:
            self._held.close()

    def __enter__(self) -> "File":
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def __getattr__(self, name: str) -> Any:
        return getattr(self._held, name)


@contextmanager
def failing(disk: Disk, folder: Path) -> Generator[Disk]:
    """The calls of this process go by `disk` where they are about something in `folder` or an open file."""
    with pytest.MonkeyPatch.context() as patch:
        for name in CALLS:
            patch.setattr(os, name, _counted(name, getattr(os, name), disk, folder))
        opened = _opened(io.open, disk, folder)
        patch.setattr(io, "open", opened)
        patch.setattr(builtins, "open", opened)
        yield disk


def _counted(name: str, real: Callable[..., Any], disk: Disk, folder: Path) -> Callable[..., Any]:
    def call(*arguments: Any, **options: Any) -> Any:
        if arguments and _is_name(arguments[0]) and not _within(arguments[0], folder):
            return real(*arguments, **options)
        disk.pass_by(name)
        made = real(*arguments, **options)
        return File(made, disk) if name == "fdopen" else made

    return call


def _opened(real: Callable[..., Any], disk: Disk, folder: Path) -> Callable[..., Any]:
    def call(file: Any, mode: str = "r", *arguments: Any, **options: Any) -> Any:
        if not _is_name(file) or not _within(file, folder):
            return real(file, mode, *arguments, **options)
        disk.pass_by("open")
        made = real(file, mode, *arguments, **options)
        return File(made, disk) if any(sign in mode for sign in WRITING) else made

    return call


def _is_name(given: object) -> TypeGuard[str | os.PathLike[str]]:
    return isinstance(given, str | os.PathLike)


def _within(name: str | os.PathLike[str], folder: Path) -> bool:
    return os.fspath(name).startswith(str(folder))


@dataclass(frozen=True, slots=True)
class Tried:
    """What became of one attempt: whether it said that it worked, and what it said otherwise."""

    trouble: Trouble
    at: int
    call: str
    worked: bool
    said: BaseException | None


def every_failure(folder: Path, prepare: Callable[[], object], run: Callable[[], object]) -> Iterator[Tried]:
    """Runs it with the first call failing, then the second, to the end, for each kind of trouble; anew each time."""
    for trouble in TROUBLES:
        prepare()
        disk = Disk(trouble)
        with failing(disk, folder):
            run()
        for at, call in enumerate(disk.calls, 1):
            if trouble == "short write" and call != "write":
                continue
            prepare()
            yield _tried(Disk(trouble, at), call, folder, run)


def _tried(disk: Disk, call: str, folder: Path, run: Callable[[], object]) -> Tried:
    said: BaseException | None = None
    with failing(disk, folder):
        try:
            run()
        except (Exception, Died) as error:
            said = error
    return Tried(disk.trouble, disk.at, call, said is None, said)
