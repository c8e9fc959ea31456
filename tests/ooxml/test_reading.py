"""Hostile and broken files are refused before anything reads them."""

import io
import struct
import zipfile
from collections.abc import Callable

import pytest

from composer.ooxml.package import Package, deflated, stored
from composer.ooxml.reading import Bounds, PackageError, read_package

TYPES = ("[Content_Types].xml", b"<Types/>")
GOOD = (TYPES, ("word/document.xml", b"<a/>"))


def zipped(*parts: tuple[str, bytes], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", method) as archive:
        for name, data in parts:
            archive.writestr(zipfile.ZipInfo(name), data, method)
    return buffer.getvalue()


def encrypted() -> bytes:
    data = bytearray(zipped(*GOOD))
    for signature, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        place = data.index(signature) + offset
        data[place : place + 2] = struct.pack("<H", 1)
    return bytes(data)


def corrupted() -> bytes:
    data = bytearray(zipped(*GOOD, ("word/x.bin", b"abcdefgh" * 10), method=zipfile.ZIP_STORED))
    data[data.index(b"abcdefgh") + 3] ^= 0xFF
    return bytes(data)


def lying() -> bytes:
    """A directory that names a smaller size than the part has."""
    data = bytearray(zipped(*GOOD, ("word/x.bin", b"a" * 5000)))
    place = data.index(b"PK\x01\x02", data.index(b"PK\x01\x02", data.index(b"PK\x01\x02") + 1) + 1)
    data[place + 24 : place + 28] = struct.pack("<I", 100)
    return bytes(data)


ENTITIES = b'<!DOCTYPE a [<!ENTITY x "y">]><a>&x;</a>'
EXTERNAL = b'<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><a>&x;</a>'
REFUSED: dict[str, tuple[Callable[[], bytes], str]] = {
    "geen zip": (lambda: b"gewone tekst", "geen Word-bestand"),
    "leeg": (lambda: b"", "geen Word-bestand"),
    "half": (lambda: zipped(*GOOD)[:-30], "geen Word-bestand"),
    "andere zip": (lambda: zipped(("a.txt", b"x")), "geen Word-bestand"),
    "oud of versleuteld": (lambda: b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, "zonder wachtwoord"),
    "versleuteld onderdeel": (encrypted, "versleuteld"),
    "vreemd ingepakt": (lambda: zipped(*GOOD, method=zipfile.ZIP_LZMA), "vreemd ingepakt"),
    "bom": (lambda: zipped(*GOOD, ("word/x.bin", b"\0" * 30_000_000)), "buitensporig"),
    "beschadigd": (corrupted, "beschadigd"),
    "liegend": (lying, "beschadigd"),
    "omhoog": (lambda: zipped(*GOOD, ("../x", b"")), "ongeldige naam"),
    "absoluut": (lambda: zipped(*GOOD, ("/x", b"")), "ongeldige naam"),
    "backslash": (
        lambda: Package((*(stored(*each) for each in GOOD), stored("a\\b", b""))).to_bytes(),
        "ongeldige naam",
    ),
    "tweemaal": (lambda: zipped(*GOOD, ("WORD/document.xml", b"<a/>")), "twee keer"),
    "entiteiten": (lambda: zipped(TYPES, ("word/document.xml", ENTITIES)), "DOCTYPE"),
    "van buiten": (lambda: zipped(TYPES, ("word/document.xml", EXTERNAL)), "DOCTYPE"),
    "diep": (lambda: zipped(TYPES, ("word/document.xml", b"<a>" * 3000 + b"</a>" * 3000)), "geen leesbare XML"),
    "geen xml": (lambda: zipped(TYPES, ("word/document.xml", b"<a>")), "geen leesbare XML"),
    "strict": (
        lambda: zipped(TYPES, ("word/document.xml", b'<a xmlns="http://purl.oclc.org/ooxml/wordprocessingml/main"/>')),
        "Strict",
    ),
}


@pytest.mark.parametrize("kind", REFUSED)
def test_refused_with_a_reason(kind: str) -> None:
    make, reason = REFUSED[kind]
    with pytest.raises(PackageError, match=reason):
        read_package(make())


@pytest.mark.parametrize(
    ("bounds", "reason"),
    [
        (Bounds(file=10), "groter dan"),
        (Bounds(entries=1), "meer dan 1"),
        (Bounds(total=5), "te groot"),
        (Bounds(part=3), "buitensporig"),
        (Bounds(name=5), "ongeldige naam"),
    ],
)
def test_bounds_hold(bounds: Bounds, reason: str) -> None:
    with pytest.raises(PackageError, match=reason):
        read_package(zipped(*GOOD), bounds)


def test_what_word_leaves_behind_is_passed_over() -> None:
    package = read_package(zipped(*GOOD, ("[trash]/0000.dat", b"x"), ("word/", b"")))
    assert package.names == ("[Content_Types].xml", "word/document.xml")


def test_parts_keep_how_they_were_packed() -> None:
    written = Package((stored(*TYPES), deflated("word/document.xml", b"<a>" + b" " * 900 + b"</a>")))
    assert read_package(written.to_bytes()) == written
