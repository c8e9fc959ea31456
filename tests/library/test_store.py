"""The old file or the new one is there at every moment, never half of either."""

import errno
import hashlib
import os
import stat
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from composer.domain.errors import ComposerError
from composer.library import store
from composer.library.store import file_hash, save, save_unsynced

OLD, NEW = b"oude inhoud", b"nieuwe inhoud, en meer ervan"


def sha256(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


@pytest.fixture
def target(tmp_path: Path) -> Path:
    folder = tmp_path / "map"
    folder.mkdir()
    path = folder / "brief.raadsbrief"
    path.write_bytes(OLD)
    return path


def test_a_file_is_saved_whole_and_its_hash_is_given(target: Path) -> None:
    assert save(target, NEW) == sha256(NEW) == file_hash(target)
    assert target.read_bytes() == NEW
    assert names(target.parent) == [target.name]


def test_a_new_file_is_made(tmp_path: Path) -> None:
    save(tmp_path / "nieuw.txt", NEW)
    assert (tmp_path / "nieuw.txt").read_bytes() == NEW


def test_a_file_that_is_not_there_has_no_hash(tmp_path: Path) -> None:
    assert file_hash(tmp_path / "weg") is None


posix = pytest.mark.skipif(os.name != "posix", reason="modes and folders are as on Unix")


@posix
@pytest.mark.parametrize("mode", [0o600, 0o640, 0o644, 0o664, 0o666])
def test_the_mode_of_the_old_file_is_kept(target: Path, mode: int) -> None:
    target.chmod(mode)
    save(target, NEW)
    assert stat.S_IMODE(target.stat().st_mode) == mode


@posix
def test_a_new_file_gets_the_mode_that_new_files_get(tmp_path: Path) -> None:
    (tmp_path / "gewoon").touch()
    save(tmp_path / "nieuw", NEW)
    assert (tmp_path / "nieuw").stat().st_mode == (tmp_path / "gewoon").stat().st_mode


@posix
def test_a_file_that_can_be_made_again_is_as_any_other(tmp_path: Path) -> None:
    (tmp_path / "gewoon").touch()
    save_unsynced(tmp_path / "nieuw", NEW)
    assert (tmp_path / "nieuw").read_bytes() == NEW
    assert (tmp_path / "nieuw").stat().st_mode == (tmp_path / "gewoon").stat().st_mode
    assert names(tmp_path) == ["gewoon", "nieuw"]


@posix
def test_a_file_that_can_be_made_again_is_whole_or_not_there(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object) -> None:
        raise OSError(errno.ENOSPC, "vol")

    with monkeypatch.context() as patch:
        patch.setattr(os, "replace", full)
        with pytest.raises(ComposerError, match="de schijf is vol"):
            save_unsynced(tmp_path / "nieuw", NEW)
    assert names(tmp_path) == []


EXPECTED = [
    (OLD, sha256(OLD), True),
    (OLD, None, True),
    (OLD, sha256(b"wat ik las"), False),
    (None, sha256(OLD), True),
    (None, None, True),
]


@pytest.mark.parametrize(("there", "expected", "saved"), EXPECTED)
def test_a_file_that_someone_else_changed_is_not_overwritten(
    target: Path, there: bytes | None, expected: str | None, saved: bool
) -> None:
    target.unlink()
    if there is not None:
        target.write_bytes(there)
    if saved:
        assert save(target, NEW, expected) == file_hash(target)
    else:
        with pytest.raises(ComposerError, match="intussen door iemand anders veranderd"):
            save(target, NEW, expected)
        assert target.read_bytes() == there
    assert names(target.parent) == [target.name]


def test_a_letter_that_is_there_is_never_replaced_when_that_was_not_asked(target: Path) -> None:
    with pytest.raises(ComposerError, match="bestaat al"):
        save(target, NEW, replace=False)
    assert target.read_bytes() == OLD
    save(target.with_name("ander"), NEW, replace=False)
    assert target.with_name("ander").read_bytes() == NEW


def test_an_empty_file_that_is_there_is_not_replaced_either(target: Path) -> None:
    target.write_bytes(b"")
    with pytest.raises(ComposerError, match="bestaat al"):
        save(target, NEW, replace=False)


PLACES: list[tuple[str, dict[str, Any], str]] = [
    ("weg/brief", {}, "het bestand of de map bestaat niet"),
    ("map", {}, "dit is een map"),
    ("map", {"replace": False}, "dit is een map"),
    ("map", {"expected": "0" * 64}, "dit is een map"),
    ("map/brief.raadsbrief/in", {}, "dit is geen map"),
    ("map/brief.raadsbrief/in", {"replace": False}, "dit is geen map"),
    ("n" * 300, {}, "de naam is te lang"),
    ("n" * 300, {"replace": False}, "de naam is te lang"),
]


@posix
@pytest.mark.parametrize(("name", "options", "said"), PLACES)
def test_a_place_where_nothing_can_be_saved_is_told_in_dutch(
    target: Path, name: str, options: dict[str, Any], said: str
) -> None:
    with pytest.raises(ComposerError, match=said):
        save(target.parent.parent / name, NEW, **options)
    assert target.read_bytes() == OLD
    assert names(target.parent) == [target.name]


Failing = Callable[[OSError], tuple[object, str, Callable[..., Any]]]


def always(holder: object, name: str) -> Failing:
    """A call that always fails."""

    def failing(error: OSError) -> tuple[object, str, Callable[..., Any]]:
        def call(*_: Any, **__: Any) -> Any:
            raise error

        return holder, name, call

    return failing


def writing(error: OSError) -> tuple[object, str, Callable[..., Any]]:
    """A disk that takes the first bytes and then fails."""
    real = os.fdopen

    class Half:
        def __init__(self, file: Any) -> None:
            self.file = file

        def __enter__(self) -> "Half":
            return self

        def __exit__(self, *_: object) -> None:
            self.file.close()

        def write(self, content: bytes) -> None:
            self.file.write(content[:5])
            self.file.flush()
            raise error

    return os, "fdopen", lambda *arguments, **options: Half(real(*arguments, **options))


def second(holder: object, name: str) -> Failing:
    """A call that fails from the second time on: after the file, its folder."""

    def failing(error: OSError) -> tuple[object, str, Callable[..., Any]]:
        real, calls = getattr(holder, name), [0]

        def call(*arguments: Any, **options: Any) -> Any:
            calls[0] += 1
            if calls[0] > 1:
                raise error
            return real(*arguments, **options)

        return holder, name, call

    return failing


CALLS: dict[str, tuple[Failing, bytes]] = {
    "making the temporary file": (always(tempfile, "mkstemp"), OLD),
    "opening it": (always(os, "fdopen"), OLD),
    "writing it": (writing, OLD),
    "bringing it to the disk": (always(os, "fsync"), OLD),
    "giving it its mode": (always(os, "chmod"), OLD),
    "putting it in place": (always(os, "replace"), OLD),
    "bringing the folder to the disk": (second(os, "fsync"), NEW),
}
ERRORS = [errno.ENOSPC, errno.EIO, errno.EACCES]


@posix
@pytest.mark.parametrize("code", ERRORS, ids=[errno.errorcode[code] for code in ERRORS])
@pytest.mark.parametrize("call", CALLS)
def test_whatever_fails_the_old_or_the_new_file_is_there_and_nothing_else(
    target: Path, monkeypatch: pytest.MonkeyPatch, call: str, code: int
) -> None:
    failing, left = CALLS[call]
    monkeypatch.setattr(store, "FIRST_WAIT", 0)
    with monkeypatch.context() as patch:
        patch.setattr(*failing(OSError(code, os.strerror(code))))
        if left == OLD:
            with pytest.raises(ComposerError, match="bewaren lukt niet"):
                save(target, NEW)
        else:
            assert save(target, NEW) == sha256(NEW)
    assert target.read_bytes() == left
    assert names(target.parent) == [target.name]


@posix
@pytest.mark.parametrize("call", [name for name, (_, left) in CALLS.items() if left == OLD])
def test_a_new_file_that_cannot_be_saved_leaves_nothing_behind(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, call: str
) -> None:
    monkeypatch.setattr(store, "FIRST_WAIT", 0)
    with monkeypatch.context() as patch:
        patch.setattr(*CALLS[call][0](OSError(errno.ENOSPC, "vol")))
        with pytest.raises(ComposerError, match="bewaren lukt niet"):
            save(tmp_path / "nieuw", NEW)
    assert names(tmp_path) == []


def test_an_interruption_leaves_the_old_file_and_nothing_else(target: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(*_: object) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr(os, "fsync", interrupted)
        with pytest.raises(KeyboardInterrupt):
            save(target, NEW)
    assert target.read_bytes() == OLD
    assert names(target.parent) == [target.name]


def locked(times: int) -> Callable[..., None]:
    """A virus scanner that holds the file for so many attempts."""
    real, left = os.replace, [times]

    def replace(*arguments: Any) -> None:
        if left[0]:
            left[0] -= 1
            raise PermissionError(errno.EACCES, "in gebruik")
        real(*arguments)

    return replace


def test_a_file_that_is_locked_for_a_moment_is_tried_again(target: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(store, "FIRST_WAIT", 0)
    monkeypatch.setattr(os, "replace", locked(store.ATTEMPTS - 1))
    save(target, NEW)
    assert target.read_bytes() == NEW


def test_a_file_that_stays_locked_is_given_up_with_the_old_one_kept(
    target: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(store, "FIRST_WAIT", 0)
    monkeypatch.setattr(os, "replace", locked(store.ATTEMPTS))
    with pytest.raises(ComposerError, match="u hebt hier geen rechten voor"):
        save(target, NEW)
    assert target.read_bytes() == OLD


def test_the_waiting_for_a_lock_is_bounded() -> None:
    assert sum(store.FIRST_WAIT * 2**attempt for attempt in range(store.ATTEMPTS - 1)) < 5
