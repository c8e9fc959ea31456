"""Writes files atomically: at every moment either the old or the new one is there, whole."""

import errno
import hashlib
import os
import stat
import tempfile
import time
from contextlib import suppress
from pathlib import Path

from composer.domain.errors import ComposerError

ATTEMPTS = 6
FIRST_WAIT = 0.05
"""Seconds; each further attempt waits twice as long, so that a virus scanner can let go."""
LEFT_BEHIND = 3_600.0
"""Seconds after which a temporary file belongs to no program that is still writing it."""


def file_hash(path: Path) -> str | None:
    """The sha256 of a file, in hexadecimal; None when there is none."""
    try:
        with path.open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()
    except FileNotFoundError:
        return None


def save(path: Path, content: bytes, expected: str | None = None, *, replace: bool = True) -> str:
    """Writes a file whole and returns its sha256.

    `expected` is the hash that the file had when it was read: when the file has another one now, or when it exists and
    `replace` is False, a ComposerError is raised and nothing is written.
    """
    try:
        refuse_folder(path)
        there = file_hash(path) if (expected or not replace) else None
        if there and not replace:
            raise ComposerError("dit bestand bestaat al; kies een andere naam", path)
        if there and expected and there != expected:
            raise ComposerError(
                "dit bestand is intussen door iemand anders veranderd; bewaar onder een andere naam", path
            )
        _write(path, content)
    except OSError as error:
        raise ComposerError(
            f"bewaren lukt niet ({reason(error)}); kies een andere map of probeer het nog eens", path
        ) from error
    return hashlib.sha256(content).hexdigest()


def save_unsynced(path: Path, content: bytes) -> None:
    """A new file that can be made again, whole or not there; it outlasts a power cut only after `sync_all`."""
    try:
        _write_new(path, content) if os.name == "posix" else _write(path, content)
    except OSError as error:
        raise ComposerError(
            f"bewaren lukt niet ({reason(error)}); kies een andere map of probeer het nog eens", path
        ) from error


def sync_all() -> None:
    """Flushes all written files to disk; on Windows each file is flushed as it is written."""
    if os.name == "posix":
        os.sync()


def save_beside(path: Path, words: str, content: bytes) -> Path:
    """Writes a new file under a free name beside `path`, such as brief (van een ander).raadsbrief; raises ComposerError."""
    names = (f"{path.stem} ({words}{number}){path.suffix}" for number in ("", *(f" {each}" for each in range(2, 100))))
    target = next((place for name in names if not (place := path.with_name(name)).exists()), path)
    save(target, content, replace=False)
    return target


def make_folder(folder: Path) -> None:
    """Creates a folder and its parents; raises ComposerError when that fails."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise ComposerError(f"deze map is niet te maken ({reason(error)}); kies een andere map", folder) from error


def make_empty_folder(folder: Path) -> None:
    """Creates a folder; raises ComposerError when there is something in it already."""
    make_folder(folder)
    if read_folder(folder):
        raise ComposerError("deze map is niet leeg; kies een nieuwe map", folder)


def read_folder(folder: Path) -> list[Path]:
    """The paths in a folder, by name; raises ComposerError when it cannot be read."""
    try:
        return sorted(folder.iterdir())
    except OSError as error:
        raise ComposerError(f"deze map is niet te lezen ({reason(error)}); kies een andere map", folder) from error


def _write(path: Path, content: bytes) -> None:
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.", suffix=".tmp")
    temporary = Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        temporary.chmod(_mode(path))
        _replace(temporary, path)
    except BaseException:
        temporary.unlink(missing_ok=True)
        raise
    with suppress(OSError):  # the new file is in its place: to call that a failure would be wrong
        _sync_folder(path.parent)
        _sweep(path)


def _write_new(path: Path, content: bytes) -> None:
    """Writes a new file with as few system calls as possible, since a series has hundreds."""
    temporary = path.with_name(f".{path.name}.{os.getpid()}.tmp")
    file = temporary.open("xb")
    try:
        with file:
            file.write(content)
        _replace(temporary, path)
    except BaseException:
        temporary.unlink(missing_ok=True)
        raise


def _mode(path: Path) -> int:
    """The mode of the file that is replaced, or that of a new file."""
    try:
        return stat.S_IMODE(path.stat().st_mode)
    except FileNotFoundError:
        mask = os.umask(0)
        os.umask(mask)
        return 0o666 & ~mask


def _replace(temporary: Path, path: Path) -> None:
    for attempt in range(ATTEMPTS):
        try:
            temporary.replace(path)
            return
        except PermissionError:
            if attempt == ATTEMPTS - 1:
                raise
            time.sleep(FIRST_WAIT * 2**attempt)


def _sync_folder(folder: Path) -> None:
    """Flushes the folder entry to disk; not on Windows, which has no such call and needs none."""
    if os.name == "posix":
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)


def _sweep(path: Path) -> None:
    """Removes temporary files that an interrupted save of this file left behind, once they are old enough."""
    before = time.time() - LEFT_BEHIND
    with os.scandir(path.parent) as entries:
        found = [each for each in entries if each.name.startswith(f".{path.name}.") and each.name.endswith(".tmp")]
    for entry in found:
        if entry.stat().st_mtime < before:
            Path(entry.path).unlink()


def refuse_folder(path: Path) -> None:
    """Raises IsADirectoryError, also where the system would only speak of rights."""
    if path.is_dir():
        raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR))


def reason(error: OSError) -> str:
    """The reason of an OSError, in Dutch."""
    return _REASONS.get(
        error.errno or 0, f"het systeem meldt fout {error.errno}" if error.errno else "onbekende oorzaak"
    )


_REASONS = {
    errno.EPERM: "dit mag hier niet",
    errno.ENOENT: "het bestand of de map bestaat niet",
    errno.EIO: "de schijf geeft een fout",
    errno.EACCES: "u hebt hier geen rechten voor",
    errno.EEXIST: "er staat al iets met deze naam",
    errno.ENOTDIR: "dit is geen map",
    errno.EISDIR: "dit is een map",
    errno.ENOSPC: "de schijf is vol",
    errno.EROFS: "hier kan niet geschreven worden",
    errno.ENAMETOOLONG: "de naam is te lang",
    errno.EDQUOT: "uw ruimte op deze schijf is vol",
    errno.EFBIG: "het bestand is te groot voor deze schijf",
    errno.EBUSY: "een ander programma houdt het vast",
    errno.EMFILE: "er staan te veel bestanden open",
    errno.ENODEV: "de schijf is er niet meer",
    errno.ENXIO: "de schijf is er niet meer",
    errno.ESTALE: "de netwerkmap is weggevallen",
    errno.ETIMEDOUT: "de netwerkmap antwoordt niet",
    errno.EHOSTDOWN: "de netwerkmap antwoordt niet",
    errno.EHOSTUNREACH: "de netwerkmap antwoordt niet",
    errno.ENETUNREACH: "er is geen verbinding met de netwerkmap",
    errno.ENOTCONN: "er is geen verbinding met de netwerkmap",
    errno.ELOOP: "de koppelingen lopen in een kring",
}
