"""The library as it was read last, kept so that the next start need not read it; a look at every file tells if it still holds."""

import hashlib
import io
import os
import pickle
import sys
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from pathlib import Path
from typing import Any

import pydantic

import composer
from composer.domain.errors import ComposerError
from composer.library.layers import PATTERNS, Layer, layers_of, undisturbed
from composer.library.library import Library
from composer.library.store import make_folder, save

FORM = 1
SETTLED = 3_000_000_000
"""Nanoseconds after which a file that changes again has another time, on the coarsest of disks."""
MOST = 6
"""Kept for as many choices of folders."""
_DIGEST = hashlib.sha256().digest_size
_HOMES = ("composer.domain.", "composer.library.library")
_OTHERS = {
    ("datetime", "date"), ("decimal", "Decimal"), ("immutabledict", "immutabledict"), ("pathlib", "PosixPath"),
    ("pathlib", "WindowsPath"), ("builtins", "frozenset"), ("builtins", "set"),
}  # fmt: skip


def catalogued(shipped: Path | None, folders: Iterable[Path], place: Path, read: Callable[[], Library]) -> Library:
    """What `read` gives for these layers; from `place` when nothing of it has changed since it was kept there."""
    layers = layers_of(shipped, folders)
    name = hashlib.sha256(repr([str(layer.folder) for layer in layers]).encode()).hexdigest()[:16]
    file = place / f"{name}.catalogus"
    stamps = tuple(_stamps(layers))
    with undisturbed():
        if (known := _kept(file, stamps)) is not None:
            return known
        library = read()
    if _is_settled(stamps):
        _keep(file, stamps, library)
    return library


_Stamp = tuple[Any, ...]


def _stamps(layers: Iterable[Layer]) -> Iterator[_Stamp]:
    """The program, and every file of the layers with its size and times."""
    yield (FORM, composer.__version__, sys.version, pydantic.VERSION)
    for folder in (Path(composer.__file__).parent / name for name in ("domain", "library")):
        yield from _files(folder, ".py")
    for layer in layers:
        yield (str(layer.folder), layer.shipped, layer.folder.is_dir())
        for pattern in PATTERNS:
            yield from _matching(layer, pattern)


def _matching(layer: Layer, pattern: str) -> Iterator[_Stamp]:
    """The files that a layer would be read from; of what has no pattern of its own, such as house styles, the folders."""
    root = layer.folder if pattern.endswith(".md") else layer.records
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
        with suppress(OSError):
            known = os.stat(path)  # noqa: PTH116  # ten thousand of them: a path object for each would cost as much again
            yield (name, known.st_size, known.st_mtime_ns, known.st_ctime_ns, known.st_mode)


def _is_settled(stamps: Iterable[_Stamp]) -> bool:
    latest = max((max(stamp[2], stamp[3]) for stamp in stamps if len(stamp) == 5), default=0)
    return time.time_ns() - latest > SETTLED


class _Reader(pickle.Unpickler):
    """Makes nothing but what a library consists of."""

    def find_class(self, module: str, name: str, /) -> Any:
        if module.startswith(_HOMES) or (module, name) in _OTHERS:
            return super().find_class(module, name)
        raise pickle.UnpicklingError(f"{module}.{name}")


def _kept(file: Path, stamps: tuple[_Stamp, ...]) -> Library | None:
    """None when there is nothing, when it is of other files, and when it is damaged."""
    try:
        data = file.read_bytes()
        if hashlib.sha256(data[_DIGEST:]).digest() != data[:_DIGEST]:
            return None
        stream = io.BytesIO(data[_DIGEST:])
        return _Reader(stream).load() if _Reader(stream).load() == stamps else None
    except (OSError, pickle.UnpicklingError, EOFError, AttributeError, TypeError, ValueError, LookupError, ImportError):
        return None


def _keep(file: Path, stamps: tuple[_Stamp, ...], library: Library) -> None:
    """A disk that is full or may not be written to is no reason not to go on."""
    data = pickle.dumps(stamps, pickle.HIGHEST_PROTOCOL) + pickle.dumps(library, pickle.HIGHEST_PROTOCOL)
    with suppress(ComposerError, OSError):
        make_folder(file.parent)
        save(file, hashlib.sha256(data).digest() + data)
        for old in sorted(file.parent.glob("*.catalogus"), key=lambda path: path.stat().st_mtime_ns)[:-MOST]:
            old.unlink(missing_ok=True)
