"""Which characters the shipped fonts can show (OpenType 1.9, the cmap table)."""

import struct
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path

MAX_BYTES = 20_000_000
MOST = 70_000
"""Ranges of characters in a font."""


@cache
def code_points(path: Path) -> frozenset[int]:
    """The code points that a font has a glyph for; empty when it cannot be read."""
    try:
        data = path.read_bytes()[:MAX_BYTES]
        return frozenset(point for first, last in _ranges(data) for point in range(first, last + 1))
    except (OSError, struct.error, ValueError):
        return frozenset()


@cache
def common_code_points(folder: Path) -> frozenset[int]:
    """The code points that every font in a folder has a glyph for; cached."""
    return shared_code_points(code_points(path) for path in sorted(folder.glob("*.ttf")))


def shared_code_points(sets: Iterable[frozenset[int]]) -> frozenset[int]:
    """The code points that all of the sets have; empty for no sets."""
    first, *others = [*sets] or [frozenset[int]()]
    return first.intersection(*others)


def _ranges(data: bytes) -> Iterator[tuple[int, int]]:
    start = _table(data, b"cmap")
    (count,) = struct.unpack_from(">H", data, start + 2)
    for at in range(start + 4, start + 4 + 8 * count, 8):
        _, _, offset = struct.unpack_from(">HHI", data, at)
        (form,) = struct.unpack_from(">H", data, start + offset)
        if form == 4:
            yield from _in_segments(data, start + offset)
        elif form == 12:
            yield from _in_groups(data, start + offset)


def _table(data: bytes, wanted: bytes) -> int:
    (count,) = struct.unpack_from(">H", data, 4)
    for at in range(12, 12 + 16 * count, 16):
        name, _, offset, _ = struct.unpack_from(">4sIII", data, at)
        if name == wanted:
            return offset
    raise ValueError(wanted)


def _in_segments(data: bytes, start: int) -> Iterator[tuple[int, int]]:
    """Format 4; a segment that maps to the missing glyph is passed over one by one."""
    (twice,) = struct.unpack_from(">H", data, start + 6)
    ends, starts = start + 14, start + 16 + twice
    deltas, offsets = starts + twice, starts + 2 * twice
    for at in range(0, twice, 2):
        first, last = struct.unpack_from(">H", data, starts + at)[0], struct.unpack_from(">H", data, ends + at)[0]
        delta, offset = struct.unpack_from(">H", data, deltas + at)[0], struct.unpack_from(">H", data, offsets + at)[0]
        for point in range(first, min(last, 0xFFFE) + 1):
            place = offsets + at + offset + 2 * (point - first)
            glyph = struct.unpack_from(">H", data, place)[0] if offset else point
            if glyph and (glyph + delta) % 0x10000:
                yield point, point


def _in_groups(data: bytes, start: int) -> Iterator[tuple[int, int]]:
    """Format 12."""
    (count,) = struct.unpack_from(">I", data, start + 12)
    for at in range(start + 16, start + 16 + 12 * min(count, MOST), 12):
        first, last, _ = struct.unpack_from(">III", data, at)
        yield first, min(last, 0x10FFFF)
