"""A package as a value: named parts, written to a zip with the same bytes on every machine."""

import struct
import zlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property

STORED, DEFLATED = 0, 8
CONTENT_TYPES_NAME = "[Content_Types].xml"
_LOCAL = struct.Struct("<IHHHHHIIIHH")
_CENTRAL = struct.Struct("<IHHHHHHIIIHHHHHII")
_END = struct.Struct("<IHHHHIIH")
_LOCAL_SIGNATURE = b"PK\x03\x04"
_VERSION, _UTF8, _MIDNIGHT, _FIRST_DAY = 20, 0x0800, 0, 0x0021  # 1 January 1980, the first day that a zip can name


@dataclass(frozen=True, slots=True)
class Part:
    """A part as it lies in the zip: `packed` is deflated when `method` is 8 and plain when it is 0."""

    name: str
    packed: bytes
    crc: int
    size: int
    method: int = STORED

    @property
    def data(self) -> bytes:
        return self.packed if self.method == STORED else zlib.decompress(self.packed, -zlib.MAX_WBITS)


def stored(name: str, data: bytes) -> Part:
    """An uncompressed part: zlib's output differs between versions, and costs time."""
    return Part(name, data, zlib.crc32(data), len(data))


def deflated(name: str, data: bytes) -> Part:
    """A compressed part, for files that are made once."""
    packer = zlib.compressobj(9, zlib.DEFLATED, -zlib.MAX_WBITS)
    return Part(name, packer.compress(data) + packer.flush(), zlib.crc32(data), len(data), DEFLATED)


def _header(part: Part, name: bytes) -> tuple[int, ...]:
    """The fields that the local and the central header of a part share (APPNOTE 4.3.7 and 4.3.12)."""
    flags = 0 if part.name.isascii() else _UTF8
    return (_VERSION, flags, part.method, _MIDNIGHT, _FIRST_DAY, part.crc, len(part.packed), part.size, len(name), 0)


def _records(parts: Iterable[Part], offset: int) -> tuple[bytes, bytes]:
    """The local records of parts from `offset` on, and their entries in the directory."""
    records, directory = list[bytes](), list[bytes]()
    for part in parts:
        name = part.name.encode()
        header = _header(part, name)
        local = _LOCAL.pack(0x04034B50, *header)
        directory += (_CENTRAL.pack(0x02014B50, _VERSION, *header, 0, 0, 0, 0, offset), name)
        records += (local, name, part.packed)
        offset += len(local) + len(name) + len(part.packed)
    return b"".join(records), b"".join(directory)


def _next_part(data: bytes, place: int) -> tuple[str, bytes, int]:
    """A stored part whose local header stands at `place`, and where the next one stands; raises ValueError."""
    try:
        *_, method, _, _, _, size, _, name_size, extra = _LOCAL.unpack_from(data, place)
    except struct.error as error:
        raise ValueError("cut off") from error
    start = place + _LOCAL.size + name_size
    if method != STORED or extra or start + size > len(data):
        raise ValueError("not stored here")
    return data[place + _LOCAL.size : start].decode(), data[start : start + size], start + size


@dataclass(frozen=True)
class Package:
    """Parts by name in the order of the zip; a compressed part is written back as it was read."""

    parts: tuple[Part, ...]

    @cached_property
    def _by_name(self) -> Mapping[str, Part]:
        return {part.name: part for part in self.parts}

    @cached_property
    def _zipped(self) -> tuple[bytes, bytes]:
        return _records(self.parts, 0)

    def __contains__(self, name: str) -> bool:
        return name in self._by_name

    @property
    def names(self) -> tuple[str, ...]:
        return tuple(self._by_name)

    def read(self, name: str) -> bytes:
        """The part's data; raises KeyError for an unknown name."""
        return self._by_name[name].data

    def with_part(self, name: str, data: bytes) -> "Package":
        """A package with this part replaced in its place, or added at the end."""
        fresh = stored(name, data)
        if name in self:
            return Package(tuple(fresh if part.name == name else part for part in self.parts))
        return Package((*self.parts, fresh))

    def without(self, *names: str) -> "Package":
        return Package(tuple(part for part in self.parts if part.name not in names))

    def added(self, data: bytes) -> dict[str, bytes]:
        """The parts that a zip has after those of this package; raises ValueError when it does not begin with this package."""
        records, _ = self._zipped
        if not data.startswith(records):
            raise ValueError("another package")
        parts: dict[str, bytes] = {}
        place = len(records)
        while data.startswith(_LOCAL_SIGNATURE, place):
            name, part, place = _next_part(data, place)
            parts[name] = part
        if self.to_bytes(parts) != data:
            raise ValueError("another zip")
        return parts

    def to_bytes(self, more: Mapping[str, bytes] | None = None) -> bytes:
        """The zip, with `more` parts after its own; the bytes of the package itself are computed once."""
        records, directory = self._zipped
        fresh = [stored(name, data) for name, data in (more or {}).items()]
        more_records, more_directory = _records(fresh, len(records))
        count, size = len(self.parts) + len(fresh), len(directory) + len(more_directory)
        end = _END.pack(0x06054B50, 0, 0, count, count, size, len(records) + len(more_records), 0)
        return b"".join((records, more_records, directory, more_directory, end))
