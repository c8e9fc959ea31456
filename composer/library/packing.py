"""A library as one zip file with the sha256 of each member; sizes are checked before anything is unpacked."""

import io
import stat
import struct
import zipfile
import zlib
from collections.abc import Mapping
from hashlib import sha256
from pathlib import Path
from typing import Annotated

from pydantic import Field

from composer.domain.errors import ComposerError
from composer.domain.finding import Problem
from composer.domain.model import Dutch, FrozenMap, Model
from composer.domain.revision import Digest
from composer.library import file_names
from composer.library.file_list import LARGEST, MOST_FILES, TOTAL, is_library_file, library_files
from composer.library.reading import read_model
from composer.library.store import reason, save
from composer.library.yaml import read_yaml, write_yaml

SUFFIX = ".raadsbibliotheek"
MANIFEST = "inhoud.yaml"
FORMAT = 1
DENSEST, DENSE_FROM = 200, 1_000_000
"""How many times larger a file may become on unpacking, asked of those that become larger than so many bytes."""
_DAY = (1980, 1, 1, 0, 0, 0)
_NEWER = "deze bibliotheek is met een nieuwere versie van Raadsbrief gemaakt; werk het programma bij"
_DAMAGED = "dit bestand is beschadigd of geen bibliotheek; haal het opnieuw op"


class Manifest(Model):
    """The members of the file by name, with their sha256."""

    format: Annotated[int, Field(alias="formaat", ge=1, le=FORMAT)]
    name: Annotated[str, Dutch("naam")] = ""
    files: Annotated[FrozenMap[str, Digest], Dutch("bestanden")]


def pack(folder: Path, target: Path) -> int:
    """Writes a library to a new file and returns the number of files in it; the same library gives the same bytes."""
    contents = {name: _read(path) for name, path in library_files(folder).items()}
    if not contents:
        raise ComposerError("in deze map staat geen bibliotheek; kies de map met snippets, feiten of sjablonen", folder)
    manifest = {
        "formaat": FORMAT,
        "naam": folder.name,
        "bestanden": {n: sha256(c).hexdigest() for n, c in contents.items()},
    }
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(_entry(MANIFEST), write_yaml(manifest).encode())
        for name, content in contents.items():
            archive.writestr(_entry(name), content)
    save(target, buffer.getvalue(), replace=False)
    return len(contents)


def _entry(name: str) -> zipfile.ZipInfo:
    entry = zipfile.ZipInfo(name, _DAY)
    entry.compress_type = zipfile.ZIP_DEFLATED
    entry.external_attr = (stat.S_IFREG | 0o644) << 16
    return entry


def _read(path: Path) -> bytes:
    if path.stat().st_size > LARGEST:
        raise ComposerError("dit bestand is te groot voor een bibliotheek; haal het eruit of maak het kleiner", path)
    return path.read_bytes()


def unpacked(path: Path) -> Mapping[str, bytes]:
    """The files of a packed library by their names; raises ComposerError for anything that `pack` does not write."""
    try:
        if path.stat().st_size > TOTAL:
            raise ComposerError("dit bestand is te groot voor een bibliotheek", path)
        with zipfile.ZipFile(path) as archive:
            entries = archive.infolist()
            _refuse(entries, path)
            contents = {entry.filename: _content(archive, entry, path) for entry in entries}
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, ValueError, struct.error) as error:
        raise ComposerError(_DAMAGED, path) from error
    except OSError as error:
        raise ComposerError(f"dit bestand is niet te lezen ({reason(error)})", path) from error
    manifest = _manifest(contents.pop(MANIFEST, b""), path)
    _prove(contents, manifest, path)
    return contents


def _refuse(entries: list[zipfile.ZipInfo], path: Path) -> None:
    if len(entries) > MOST_FILES:
        raise ComposerError(f"hierin staan meer dan {MOST_FILES} bestanden; dat is geen bibliotheek", path)
    if sum(entry.file_size for entry in entries) > TOTAL:
        raise ComposerError("dit wordt bij het uitpakken te groot; vraag om een kleinere bibliotheek", path)
    for entry in entries:
        if refused := _refusal(entry):
            raise ComposerError(f"“{entry.filename[:80]}” {refused}; dit bestand is geweigerd", path)
    if pairs := file_names.case_collisions(entry.filename for entry in entries):
        raise ComposerError(
            f"“{pairs[0][0]}” en “{pairs[0][1]}” zijn op Windows hetzelfde; dit bestand is geweigerd", path
        )


def _refusal(entry: zipfile.ZipInfo) -> str | None:
    kind = stat.S_IFMT(entry.external_attr >> 16)
    if kind not in (0, stat.S_IFREG):
        return "is een koppeling of een map"
    if entry.flag_bits & 0x1 or entry.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
        return "is versleuteld of vreemd ingepakt"
    if entry.file_size > LARGEST:
        return "is te groot"
    if entry.file_size > DENSE_FROM and entry.file_size > DENSEST * entry.compress_size:
        return "wordt bij het uitpakken buitensporig groot"
    if refused := file_names.why_invalid(entry.filename):
        return refused
    return None if entry.filename == MANIFEST or is_library_file(entry.filename) else "hoort niet in een bibliotheek"


def _content(archive: zipfile.ZipFile, entry: zipfile.ZipInfo, path: Path) -> bytes:
    """The unpacked member; never more bytes than the directory says, whose total was checked."""
    with archive.open(entry) as file:
        content = file.read(entry.file_size + 1)
    if len(content) != entry.file_size:
        raise ComposerError(_DAMAGED, path)
    return content


def _manifest(content: bytes, path: Path) -> Manifest:
    problems: list[Problem] = []
    try:
        manifest = read_model(Manifest, read_yaml(content.decode()), (), path, problems)
    except (UnicodeDecodeError, ComposerError):
        manifest = None
    if manifest is None:
        newer = any("formaat" in problem.message for problem in problems)
        raise ComposerError(
            "deze bibliotheek is met een nieuwere versie gemaakt; werk het programma bij" if newer else _DAMAGED, path
        )
    return manifest


def _prove(contents: Mapping[str, bytes], manifest: Manifest, path: Path) -> None:
    if contents.keys() != manifest.files.keys():
        raise ComposerError(_DAMAGED, path)
    for name, content in contents.items():
        if sha256(content).hexdigest() != manifest.files[name]:
            raise ComposerError(f"“{name}” is onderweg veranderd; haal het bestand opnieuw op", path)
