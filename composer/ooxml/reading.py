"""Reads untrusted packages, within bounds."""

import io
import re
import struct
import zipfile
import zlib
from dataclasses import dataclass

from lxml import etree

from composer.ooxml.markup import STRICT, parse
from composer.ooxml.package import CONTENT_TYPES_NAME, DEFLATED, STORED, Package, Part

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_TRASH = "[trash]/"
_XML_ENDINGS = (".xml", ".rels", ".vml")
_LOCAL_HEADER = 30
_ENCODING = re.compile(rb"""\s*<\?xml[^>]{0,200}?encoding\s*=\s*["']([^"']*)""")
_ENCODINGS = frozenset({b"utf-8", b"utf8", b"us-ascii", b"iso-8859-1", b"windows-1252"})
"""In which a sign is the byte that it is counted by; UTF-16, which Word may write too, says so at its beginning."""


class PackageError(Exception):
    """A Dutch sentence that says why a file is refused and what to do."""


@dataclass(frozen=True, slots=True)
class Bounds:
    """Sizes in bytes; the compression `ratio` is checked only for parts larger than `ratio_from`."""

    file: int = 50_000_000
    entries: int = 2_000
    part: int = 60_000_000
    total: int = 200_000_000
    ratio: int = 250
    ratio_from: int = 1_000_000
    name: int = 240
    signs: int = 1_000_000
    """Elements and attributes of one part, which take thirty times the memory that they take in the file."""


def read_package(data: bytes, bounds: Bounds | None = None) -> Package:
    """The parts of a zip, each checked against its sum; raises PackageError for a damaged, unsafe or oversized file."""
    bounds = bounds or Bounds()
    _refuse_container(data, bounds)
    entries = _entries(data, bounds)
    _refuse_names([entry.filename for entry in entries], bounds)
    package = Package(tuple(_part(data, entry, bounds) for entry in entries))
    if CONTENT_TYPES_NAME not in package:
        raise PackageError("dit is geen Word-bestand; kies een .docx of .dotx")
    for name in package.names:
        if name.lower().endswith(_XML_ENDINGS):
            _refuse_markup(name, package.read(name), bounds)
    return package


def _refuse_container(data: bytes, bounds: Bounds) -> None:
    if len(data) > bounds.file:
        raise PackageError(f"het bestand is groter dan {bounds.file // 1_000_000} MB; verklein de afbeeldingen erin")
    if data.startswith(_OLE):
        raise PackageError("het bestand is versleuteld of een oud .doc; sla het in Word zonder wachtwoord op als .docx")


def _entries(data: bytes, bounds: Bounds) -> list[zipfile.ZipInfo]:
    try:
        entries = zipfile.ZipFile(io.BytesIO(data)).infolist()
    except (zipfile.BadZipFile, NotImplementedError, ValueError, OverflowError, struct.error) as error:
        raise PackageError("dit is geen Word-bestand, of het is beschadigd; kies een .docx of .dotx") from error
    if len(entries) > bounds.entries:
        raise PackageError(f"het bestand heeft meer dan {bounds.entries} onderdelen; sla het in Word opnieuw op")
    if sum(entry.file_size for entry in entries) > bounds.total:
        raise PackageError("het bestand wordt bij het uitpakken te groot; verklein de afbeeldingen erin")
    return [entry for entry in entries if not entry.filename.endswith("/") and not entry.filename.startswith(_TRASH)]


def _refuse_names(names: list[str], bounds: Bounds) -> None:
    """Part names as ECMA-376 Part 2 section 6.2.2 has them: relative, without steps, alike in no spelling."""
    if len({name.casefold() for name in names}) < len(names):
        raise PackageError("een onderdeel staat er twee keer in; sla het bestand in Word opnieuw op")
    for name in names:
        steps = name.split("/")
        if len(name) > bounds.name or "\\" in name or not name.isprintable() or {"", ".", ".."} & set(steps):
            raise PackageError(
                f"het onderdeel {name[:60]!r} heeft een ongeldige naam; sla het bestand in Word opnieuw op"
            )


def _part(data: bytes, entry: zipfile.ZipInfo, bounds: Bounds) -> Part:
    if entry.flag_bits & 0x1 or entry.compress_type not in (STORED, DEFLATED):
        raise PackageError("het bestand is versleuteld of vreemd ingepakt; sla het in Word zonder wachtwoord op")
    too_dense = entry.file_size > bounds.ratio_from and entry.file_size > bounds.ratio * entry.compress_size
    if entry.file_size > bounds.part or too_dense:
        raise PackageError(f"het onderdeel {entry.filename} is buitensporig groot; sla het bestand in Word opnieuw op")
    part = Part(entry.filename, _packed(data, entry), entry.CRC, entry.file_size, entry.compress_type)
    if not _sound(part):
        raise PackageError(f"het onderdeel {entry.filename} is beschadigd; haal het bestand opnieuw op")
    return part


def _packed(data: bytes, entry: zipfile.ZipInfo) -> bytes:
    header = data[entry.header_offset : entry.header_offset + _LOCAL_HEADER]
    if len(header) < _LOCAL_HEADER:
        raise PackageError(f"het onderdeel {entry.filename} is beschadigd; haal het bestand opnieuw op")
    name_size, extra_size = struct.unpack_from("<HH", header, 26)
    start = entry.header_offset + _LOCAL_HEADER + name_size + extra_size
    return data[start : start + entry.compress_size]


def _sound(part: Part) -> bool:
    """Whether the part unpacks to the size and the sum that the directory names, never unpacking more than that."""
    if part.method == STORED:
        return len(part.packed) == part.size and zlib.crc32(part.packed) == part.crc
    try:
        data = zlib.decompressobj(-zlib.MAX_WBITS).decompress(part.packed, part.size + 1)
    except zlib.error:
        return False
    return len(data) == part.size and zlib.crc32(data) == part.crc


def _refuse_markup(name: str, data: bytes, bounds: Bounds) -> None:
    if data.count(b"<") + data.count(b"=") > bounds.signs:
        raise PackageError(f"het onderdeel {name} is buitensporig groot; sla het bestand in Word opnieuw op")
    if (named := _ENCODING.match(data)) and named.group(1).lower() not in _ENCODINGS:
        raise PackageError(f"het onderdeel {name} heeft een vreemde tekencodering; sla het bestand in Word opnieuw op")
    try:
        root = parse(data)
    except etree.XMLSyntaxError as error:
        raise PackageError(f"het onderdeel {name} is geen leesbare XML; sla het bestand in Word opnieuw op") from error
    if root.getroottree().docinfo.doctype:
        raise PackageError(f"het onderdeel {name} bevat een DOCTYPE, wat Word nooit schrijft; het bestand is geweigerd")
    if str(root.tag).startswith(f"{{{STRICT}"):
        raise PackageError(
            "het bestand is in de Strict-vorm opgeslagen; kies in Word “Opslaan als” en dan Word-document"
        )
