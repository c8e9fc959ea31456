"""Smaller data of ICU, what Windows shows of a program, and a picture of a screen in memory."""

import ast
import importlib.util
import shutil
import struct
import zlib
from pathlib import Path

import icu
import pytest
import screen
import windows_version


def qt_library() -> Path | None:
    """ICU's data as they come with Qt on Linux."""
    found = importlib.util.find_spec("PySide6")
    folders = found.submodule_search_locations or () if found else ()
    return next((path for folder in folders for path in Path(folder).glob("Qt/lib/libicudata.so.*")), None)


LIBRARY = qt_library()
WITH_ICU = pytest.mark.skipif(
    LIBRARY is None or not (shutil.which("as") and shutil.which("ld")), reason="hier is geen ICU van Qt, of geen linker"
)


@WITH_ICU
def test_of_icu_only_dutch_and_english_are_left(tmp_path: Path) -> None:
    assert LIBRARY is not None
    made = icu.trimmed(LIBRARY, tmp_path)
    assert made is not None
    assert made.stat().st_size < LIBRARY.stat().st_size / 5
    _, before = icu.read(LIBRARY.read_bytes())
    _, after = icu.read(made.read_bytes())
    assert sorted(after) == sorted(name for name, data in before.items() if icu.wanted(name, len(data)))
    assert all(before[name].startswith(data.rstrip(b"\0")) for name, data in after.items())
    assert {"nl.res", "en.res", "root.res"} <= {name.partition("/")[2] for name in after}


def test_what_is_no_data_of_icu_is_said() -> None:
    with pytest.raises(ValueError, match="subsection"):
        icu.read(b"geen tabel")


def test_windows_shows_the_version_and_whose_program_it_is() -> None:
    text = windows_version.information("raadsbrief-opdracht", "1.2.3rc4")
    assert isinstance(ast.parse(text, mode="eval").body, ast.Call)
    assert "filevers=(1, 2, 3, 0)" in text
    assert "StringStruct('ProductVersion', '1.2.3rc4')" in text
    assert "'raadsbrief-opdracht.exe'" in text


def dump(pixels: list[list[tuple[int, int, int]]]) -> bytes:
    """A window dump as Xvfb writes it, with two colours in its table and four bytes to spare on each line."""
    wide, high = len(pixels[0]), len(pixels)
    head = [0] * screen.FIELDS
    head[screen.HEAD_SIZE], head[screen.WIDE], head[screen.HIGH] = 4 * screen.FIELDS, wide, high
    head[screen.LINE], head[screen.COLOURS] = 4 * wide + 4, 2
    lines = b"".join(b"".join(bytes([b, g, r, 0]) for r, g, b in line) + bytes(4) for line in pixels)
    return struct.pack(f">{screen.FIELDS}I", *head) + bytes(2 * screen.COLOUR_SIZE) + lines


def test_a_picture_has_the_colours_of_the_screen(tmp_path: Path) -> None:
    (tmp_path / "scherm").write_bytes(dump([[(255, 0, 0), (0, 255, 0)], [(0, 0, 255), (1, 2, 3)]]))
    picture = screen.Screen(":0", tmp_path / "scherm").picture()
    assert struct.unpack(">II", picture[16:24]) == (2, 2)
    length = struct.unpack(">I", picture[33:37])[0]
    rows = zlib.decompress(picture[41 : 41 + length])
    assert rows == b"\0\xff\0\0\0\xff\0" + b"\0\0\0\xff\1\2\3"
