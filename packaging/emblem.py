"""Makes the program's own mark: the stepped gable of the neutral house style's logo, as picture and as Windows icon."""

import struct
import zlib
from pathlib import Path

from neutral_house_style import COLOURS, in_gable, in_square
from pictures import RGBA, png

FOLDER = Path(__file__).parent.parent / "resources" / "beeldmerk"
SIZES = (16, 24, 32, 48, 64, 256)
"""Pixels, as Windows shows icons in lists, bars, folders and large."""
PICTURE = 256
SAMPLES = 4
ACCENT, WHITE = bytes.fromhex(COLOURS.accent), b"\xff\xff\xff"


def pixel(column: int, row: int, size: int) -> bytes:
    """Red, green, blue and how much it covers, from so many samples in the pixel."""
    offsets = [(index + 0.5) / SAMPLES for index in range(SAMPLES)]
    places = [((column + dx) / size, (row + dy) / size) for dy in offsets for dx in offsets]
    inside = [place for place in places if in_square(*place)]
    white = sum(in_gable(*place) for place in inside)
    if not inside:
        return bytes(4)
    mixed = (a + (b - a) * white / len(inside) for a, b in zip(ACCENT, WHITE, strict=True))
    return bytes(round(shade) for shade in mixed) + bytes([round(255 * len(inside) / len(places))])


def mark(size: int) -> bytes:
    """The mark as a picture with a transparent ground."""
    rows = b"".join(b"\0" + b"".join(pixel(x, y, size) for x in range(size)) for y in range(size))
    return png((size, size), 8, RGBA, zlib.compress(rows, 9))


def ico(pictures: dict[int, bytes]) -> bytes:
    """Pictures by size in one icon, as PNG, which Windows reads since Vista."""
    place = 6 + 16 * len(pictures)
    entries = b""
    for size, data in pictures.items():
        entries += struct.pack("<BBBBHHII", size % 256, size % 256, 0, 0, 1, 32, len(data), place)
        place += len(data)
    return struct.pack("<HHH", 0, 1, len(pictures)) + entries + b"".join(pictures.values())


def main() -> None:
    FOLDER.mkdir(exist_ok=True)
    pictures = {size: mark(size) for size in SIZES}
    (FOLDER / "raadsbrief.png").write_bytes(pictures[PICTURE])
    (FOLDER / "raadsbrief.ico").write_bytes(ico(pictures))


if __name__ == "__main__":
    main()
