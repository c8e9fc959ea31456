"""A library pickled in chunks, each of which takes only a moment to write and to read."""

import io
import pickle
from collections.abc import Generator, Iterable, Iterator, Mapping
from dataclasses import fields
from itertools import islice
from typing import Any, cast

from composer.library.folders import gc_paused
from composer.library.library import Library

SIZE = 400
"""Records in a piece."""
_HOMES = ("composer.domain.", "composer.library.library")
_OTHERS = {
    ("datetime", "date"), ("decimal", "Decimal"), ("immutabledict", "immutabledict"), ("pathlib", "PosixPath"),
    ("pathlib", "WindowsPath"), ("builtins", "frozenset"), ("builtins", "set"),
}  # fmt: skip


def to_chunks(library: Library) -> Iterator[bytes]:
    """Each chunk is a pickled field name with its value, or with part of its records when there are many."""
    for field in fields(library):
        value: object = getattr(library, field.name)
        for part in _parts(value):
            yield pickle.dumps((field.name, part), pickle.HIGHEST_PROTOCOL)


def _parts(value: Any) -> Iterator[object]:
    if not isinstance(value, Mapping):
        yield value
        return
    items = iter(cast(Mapping[object, object], value).items())
    while some := dict(islice(items, SIZE)):
        yield some


def from_chunks(pieces: Iterable[bytes]) -> Generator[None, None, Library]:
    """A generator that returns the library of the chunks; raises ValueError for foreign classes, and pickle's errors."""
    held: dict[str, Any] = {}
    for piece in pieces:
        with gc_paused():
            name, part = _read(piece)
        if isinstance(part, dict):
            held.setdefault(name, {}).update(cast(dict[object, object], part))
        else:
            held[name] = part
        yield
    return Library(**held)


def _read(piece: bytes) -> tuple[str, object]:
    try:
        return _Reader(io.BytesIO(piece)).load()
    except pickle.UnpicklingError as error:
        raise ValueError(str(error)) from error


class _Reader(pickle.Unpickler):
    """An unpickler that allows only the classes that a library consists of."""

    def find_class(self, module: str, name: str, /) -> Any:
        if (module, name) in _OTHERS or (module.startswith(_HOMES) and "." not in name):
            found: object = super().find_class(module, name)
            if isinstance(found, type) and (found.__module__ == module or (module, name) in _OTHERS):
                return found
        raise ValueError(f"{module}.{name}")
