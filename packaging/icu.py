"""ICU's data without the languages and old character sets that the program does not know: 28 of its 32 MB, on Linux.

The data are a table of named items in a shared library with one symbol ("ICU Data", User Guide of ICU, section "ICU data file
formats"); whoever asks for a language that is not there gets the root of all languages.
"""

import re
import shutil
import struct
import subprocess
from itertools import accumulate
from pathlib import Path

HEADER, MARK = 12, b"CmnD"
"""The mark of a table of contents stands this many bytes after the beginning of the data."""
ALIGNMENT = 16
SMALL = 5_000
"""Bytes; tables of characters of European writing are smaller."""
LANGUAGES = ("en", "nl")

_LANGUAGE = re.compile(r"^[a-z]{2,3}(_|$)")
_UNUSED = (".dict", ".spp", "unames.icu", "confusables.cfu")
_UNUSED_FOLDERS = ("translit", "rbnf")

Items = dict[str, bytes]


def wanted(name: str, size: int) -> bool:
    """Whether an item, named as icudt73l/zone/nl.res, is kept."""
    *folders, file = name.split("/")[1:]
    if file.endswith(_UNUSED) or (folders and folders[0] in _UNUSED_FOLDERS) or folders == ["brkitr", "lstm"]:
        return False
    if file.endswith(".cnv"):
        return size < SMALL
    stem = file.removesuffix(".res")
    return not (file.endswith(".res") and _LANGUAGE.match(stem)) or stem.split("_")[0] in LANGUAGES


def read(library: bytes) -> tuple[bytes, Items]:
    """The header of the data in a shared library, and the items by name; raises ValueError when there are none."""
    start = library.index(MARK) - HEADER
    (length,) = struct.unpack_from("<H", library, start)
    base = start + length
    (count,) = struct.unpack_from("<I", library, base)
    entries = [struct.unpack_from("<II", library, base + 4 + 8 * number) for number in range(count)]
    names = [_text(library, base + name) for name, _ in entries]
    places = [base + place for _, place in entries]
    ends = [*places[1:], _end(library, places[-1])]
    return library[start:base], {name: library[a:b] for name, a, b in zip(names, places, ends, strict=True)}


def _text(data: bytes, place: int) -> str:
    return data[place : data.index(b"\0", place)].decode()


def _end(library: bytes, last: int) -> int:
    """Where the last item may end at the latest: what comes after it in the library does it no harm."""
    return min(len(library), last + 0x10000)


def written(header: bytes, items: Items) -> bytes:
    """The data with these items, in the order of their names as ICU needs it."""
    names = sorted(items)
    texts = [name.encode() + b"\0" for name in names]
    table = 4 + 8 * len(names)
    place = _aligned(table + sum(map(len, texts)), len(header))
    padded = [items[name] + bytes(-len(items[name]) % ALIGNMENT) for name in names]
    at_names = accumulate(map(len, texts), initial=table)
    at_items = accumulate(map(len, padded), initial=place)
    entries = (struct.pack("<II", *at) for at in zip(at_names, at_items, strict=True))
    head = b"".join((struct.pack("<I", len(names)), *list(entries)[: len(names)], *texts))
    return b"".join((header, head, bytes(place - len(head)), *padded))


def _aligned(size: int, before: int) -> int:
    return size + -(size + before) % ALIGNMENT


def trimmed(library: Path, folder: Path) -> Path | None:
    """A library of the same name in `folder` with the items that are wanted; None where no linker is to be had."""
    if not all(map(shutil.which, ("as", "ld"))):
        return None
    header, items = read(library.read_bytes())
    kept = {name: data for name, data in items.items() if wanted(name, len(data))}
    symbol = next(iter(items)).split("/")[0][:-1] + "_dat"
    folder.mkdir(parents=True, exist_ok=True)
    data, source, made = folder / "icu.dat", folder / "icu.s", folder / library.name
    data.write_bytes(written(header, kept))
    source.write_text(_SOURCE.format(symbol=symbol, data=data), encoding="utf-8")
    assembled = folder / "icu.o"
    subprocess.run(["as", "-o", assembled, source], check=True)
    subprocess.run(
        ["ld", "-shared", "-z", "noexecstack", "--build-id=none", "-soname", library.name, "-o", made, assembled],
        check=True,
    )
    return made


_SOURCE = """\
    .section .rodata
    .globl {symbol}
    .type {symbol}, %object
    .balign 16
{symbol}:
    .incbin "{data}"
    .size {symbol}, .-{symbol}
    .section .note.GNU-stack,"",%progbits
"""
