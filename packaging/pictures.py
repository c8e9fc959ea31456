"""Pictures as PNG files (W3C, Portable Network Graphics)."""

import struct
import zlib

PALETTE, RGB, RGBA = 3, 2, 6
"""How a colour is told (11.2.2)."""


def png(size: tuple[int, int], depth: int, colour: int, data: bytes, palette: bytes = b"") -> bytes:
    """A picture so wide and high, with `depth` bits a sample; `data` is a zlib stream of its lines, each after a filter byte."""
    header = struct.pack(">IIBBBBB", *size, depth, colour, 0, 0, 0)
    chunks = ((b"IHDR", header), (b"PLTE", palette), (b"IDAT", data), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(_chunk(kind, each) for kind, each in chunks if each or kind != b"PLTE")


def _chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
