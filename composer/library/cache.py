"""The cache file of a library; it is valid while the size and times of all its files are the same.

A summary stands before the records, and these are stored in chunks, so that a window can show the summary at once and
stays alive while they come.
"""

import hashlib
import json
import marshal
import os
import sys
import time
from collections.abc import Callable, Generator, Iterable, Iterator
from contextlib import suppress
from functools import cached_property
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Any

import composer
from composer.domain.errors import ComposerError
from composer.library.folders import HOUSE_STYLES, LISTS, TEXTS, Layer, gc_paused, layers_of

if TYPE_CHECKING:
    from composer.library.library import Library

FORMAT_VERSION = 2
MTIME_MARGIN = 3_000_000_000
"""Nanoseconds after which a file that changes again has another time, on the coarsest of disks."""
MOST = 6
"""Kept for as many choices of folders."""
STAMP, SEEN, PIECES = "stempel", "gezien", "stukken"


def load_cached(shipped: Path | None, folders: Iterable[Path], place: Path, read: "Callable[[], Library]") -> "Library":
    """The library of these layers: from the cache file in `place` while no file's size or time has changed, else from `read`."""
    return run_to_end(LibraryCache(shipped, folders, place, read).load_steps())


def run_to_end(opening: "Generator[None, None, Library]") -> "Library":
    """The result of loading in steps, run without pauses."""
    while True:
        try:
            next(opening)
        except StopIteration as end:
            return end.value


def _nothing(library: "Library") -> Any:
    return None


class LibraryCache:
    """The cached library of these layers, one file in `place`; `seen` computes the JSON summary that is stored at its head."""

    def __init__(
        self,
        shipped: Path | None,
        folders: Iterable[Path],
        place: Path,
        read: "Callable[[], Library]",
        seen: "Callable[[Library], Any]" = _nothing,
    ) -> None:
        self._layers = layers_of(shipped, folders)
        name = hashlib.sha256(repr([str(layer.folder) for layer in self._layers]).encode()).hexdigest()[:16]
        self._file = place / f"{name}.catalogus"
        self._read, self._seen = read, seen

    @cached_property
    def _stamps(self) -> "tuple[_Stamp, ...]":
        return tuple(_stamps(self._layers))

    @cached_property
    def _stamp(self) -> str:
        return hashlib.sha256(marshal.dumps(self._stamps, 2)).hexdigest()

    @cached_property
    def _head(self) -> dict[str, Any] | None:
        """The head of the cache file; None when it is missing, out of date or damaged."""
        try:
            with self._file.open("rb") as file:
                digest, head = file.readline().strip(), file.readline()
            if hashlib.sha256(head).hexdigest().encode() != digest:
                return None
            known: dict[str, Any] = json.loads(head)
            return known if known[STAMP] == self._stamp else None
        except (OSError, ValueError, LookupError, TypeError):
            return None

    @property
    def summary(self) -> Any:
        """The stored summary; None when the library has to be read from its files."""
        return self._head[SEEN] if self._head else None

    def load_steps(self) -> "Generator[None, None, Library]":
        """A generator that loads in steps and returns the library."""
        from composer.library.chunks import from_chunks  # deferred: the first look needs no models

        try:
            return (yield from from_chunks(self._kept()))
        except (OSError, ValueError, LookupError, TypeError, AttributeError, EOFError, ImportError):
            return self._anew()

    def _kept(self) -> Iterator[bytes]:
        """The chunks; raises LookupError when there is no valid cache file, and ValueError when it is damaged."""
        if self._head is None:
            raise LookupError(self._file)
        with self._file.open("rb") as file:
            lines = file.readline(), file.readline()
            del lines
            for length, digest in self._head[PIECES]:
                piece = file.read(length)
                if hashlib.sha256(piece).hexdigest() != digest:
                    raise ValueError(self._file)
                yield piece

    def _anew(self) -> "Library":
        with gc_paused():
            library = self._read()
        if _is_settled(self._stamps):
            self._keep(library)
        return library

    def _keep(self, library: "Library") -> None:
        """Writes the cache file; a full or read-only disk is ignored."""
        from composer.library.chunks import to_chunks  # deferred, as above
        from composer.library.store import make_folder, save

        pieces = list(to_chunks(library))
        sums = [(len(piece), hashlib.sha256(piece).hexdigest()) for piece in pieces]
        head = json.dumps({STAMP: self._stamp, SEEN: self._seen(library), PIECES: sums}).encode() + b"\n"
        with suppress(ComposerError, OSError):
            make_folder(self._file.parent)
            save(self._file, b"".join((hashlib.sha256(head).hexdigest().encode(), b"\n", head, *pieces)))
            for old in sorted(self._file.parent.glob("*.catalogus"), key=lambda path: path.stat().st_mtime_ns)[:-MOST]:
                old.unlink(missing_ok=True)


_Stamp = tuple[Any, ...]


def _stamps(layers: Iterable[Layer]) -> Iterator[_Stamp]:
    """The program, and every file of the layers with its size and times."""
    yield (FORMAT_VERSION, composer.__version__, sys.version)
    for folder in (Path(composer.__file__).parent / name for name in ("domain", "library")):
        yield from _files(folder, ".py")
    pydantic = find_spec("pydantic")
    for path in (sys.executable, pydantic and pydantic.origin):
        with suppress(OSError):
            yield _stamp(path or "", os.stat(path or ""))  # noqa: PTH116
    for layer in layers:
        yield (str(layer.folder), layer.shipped, layer.folder.is_dir())
        for pattern in LISTS:
            yield from _matching(layer.records, pattern)
        for pattern in TEXTS:
            yield from _matching(layer.folder, pattern)
        yield from _matching(layer.records, HOUSE_STYLES)


def _matching(root: Path, pattern: str) -> Iterator[_Stamp]:
    """The stamps of the files that match in a layer; of content without a pattern, such as house styles, those of the folders."""
    *folders, last = pattern.split("/")
    places = [root]
    for folder in folders:
        places = [path for place in places for path in (_folders(place) if folder == "*" else [place / folder])]
    for place in places:
        yield from _files(place, last.removeprefix("*"))


def _folders(place: Path) -> list[Path]:
    try:
        with os.scandir(place) as entries:
            return sorted(Path(entry.path) for entry in entries if entry.is_dir())
    except OSError:
        return []


def _files(place: Path, ending: str) -> Iterator[_Stamp]:
    try:
        with os.scandir(place) as entries:
            found = sorted((entry.name, entry.path) for entry in entries if entry.name.endswith(ending))
    except OSError:
        return
    yield (str(place),)
    for name, path in found:
        try:  # ten thousand of them: a path object for each, or `suppress`, would cost as much again
            known = os.stat(path)  # noqa: PTH116
        except OSError:
            continue
        yield _stamp(name, known)


def _stamp(name: str, known: os.stat_result) -> _Stamp:
    return (name, known.st_size, known.st_mtime_ns, known.st_ctime_ns, known.st_mode)


def _is_settled(stamps: Iterable[_Stamp]) -> bool:
    latest = max((max(stamp[2], stamp[3]) for stamp in stamps if len(stamp) == 5), default=0)
    return time.time_ns() - latest > MTIME_MARGIN
