"""A screen in memory (Xvfb), and a picture of what is on it."""

import os
import struct
import subprocess
import time
import zlib
from collections.abc import Generator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from pictures import RGB, png

WIDTH, HEIGHT = 1440, 900
FIELDS = 25
"""Numbers at the head of a window dump (X11/XWDFile.h)."""
HEAD_SIZE, WIDE, HIGH, LINE, COLOURS = 0, 4, 5, 12, 19
COLOUR_SIZE = 12
STILL, PAUSE, PATIENCE = 4, 0.5, 60.0
"""So many looks in a row must be alike, with this many seconds between; after so many seconds it is given up."""
FEWEST = 40
"""A window with text on it has more colours than this."""


@dataclass(frozen=True, slots=True)
class Screen:
    name: str
    dump: Path

    def pixels(self) -> tuple[int, int, list[bytes]]:
        """Wide, high, and its lines from above, four bytes a pixel: blue, green, red and one unused."""
        data = self.dump.read_bytes()
        head = struct.unpack_from(f">{FIELDS}I", data)
        start = head[HEAD_SIZE] + head[COLOURS] * COLOUR_SIZE
        lines = (start + row * head[LINE] for row in range(head[HIGH]))
        return head[WIDE], head[HIGH], [data[at : at + 4 * head[WIDE]] for at in lines]

    def picture(self) -> bytes:
        """As PNG."""
        wide, high, lines = self.pixels()
        rows = b"".join(b"\0" + _red_green_blue(line) for line in lines)
        return png((wide, high), 8, RGB, zlib.compress(rows, 9))

    def wait_until_still(self) -> bool:
        """Until a window stands on it and nothing moves any more; False when that does not come."""
        ends, before, alike = time.monotonic() + PATIENCE, b"", 0
        while time.monotonic() < ends and alike < STILL:
            time.sleep(PAUSE)
            now = b"".join(self.pixels()[2])
            alike = alike + 1 if now == before and _colours(now) > FEWEST else 0
            before = now
        return alike == STILL


def _red_green_blue(line: bytes) -> bytes:
    mixed = bytearray(len(line) // 4 * 3)
    mixed[0::3], mixed[1::3], mixed[2::3] = line[2::4], line[1::4], line[0::4]
    return bytes(mixed)


def _colours(pixels: bytes) -> int:
    return len(set(struct.unpack(f"<{len(pixels) // 4}I", pixels)))


@contextmanager
def screen(folder: Path) -> Generator[Screen]:
    """A screen for as long as it is needed; its memory is a file in the folder."""
    reading, writing = os.pipe()
    size = f"{WIDTH}x{HEIGHT}x24"
    command = ["Xvfb", "-displayfd", str(writing), "-screen", "0", size, "-fbdir", str(folder), "-nolisten", "tcp"]
    with subprocess.Popen(command, pass_fds=[writing], stderr=subprocess.DEVNULL) as server:
        os.close(writing)
        with os.fdopen(reading) as numbers:
            number = numbers.readline().strip()
        try:
            yield Screen(f":{number}", folder / "Xvfb_screen0")
        finally:
            server.terminate()
