"""The publication kit: a folder with the letter, its public annexes and their metadata."""

import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from composer.check.checking import blocking
from composer.check.context import CheckContext
from composer.check.publication import TOLD, is_known
from composer.domain import woo
from composer.domain.document import Document
from composer.domain.errors import ComposerError
from composer.domain.letter import Attachment
from composer.export.house_style import HouseStyle
from composer.library.library import Library
from composer.library.reading import read_bytes
from composer.library.store import make_empty_folder, reason, save
from composer.work.documents.files import StyleFinder, house_style, render_checked
from composer.work.documents.kit_records import KitFile, kit_records
from composer.work.documents.leaks import Leak, Scan, scan
from composer.work.documents.making import Reviewed, as_draft
from composer.work.documents.series import slug

MAX_BYTES = 100_000_000
_FORMS = (".docx", ".pdf")


@dataclass(frozen=True, slots=True)
class Kit:
    """The result of publishing; `made` is False, and nothing was written, when a leak blocks publication."""

    made: bool
    files: tuple[str, ...]
    leaks: tuple[Leak, ...]
    remarks: tuple[str, ...]


def publish(
    reviewed: Reviewed,
    library: Library,
    source: Path,
    folder: Path,
    category: str = woo.USUAL,
    find_style: StyleFinder = house_style,
    check_cancelled: Callable[[], object] = bool,
) -> Kit:
    """Makes the kit of the letter in file `source` in a new or empty folder, numbered as in the letter.

    Raises ComposerError for an annex that is unreadable or not marked as public or not; `check_cancelled` is
    called before anything is written, and raises to stop.
    """
    chosen = woo.category(category)
    if not reviewed.ready:
        return Kit(False, (), (), tuple(each.message for each in blocking(reviewed.findings)))
    document = as_draft(reviewed.assembly.document, draft=False)
    annexes = tuple(_annex_files(reviewed, source.parent))
    files = (*_letter_files(reviewed, document, find_style(library, document.house_style), source), *annexes)
    scans = {each.name: _scanned(each, reviewed, document, library) for each in files}
    leaks = tuple(leak for found in scans.values() for leak in found.leaks)
    if any(leak.grave for leak in leaks):
        return Kit(False, (), leaks, ())
    check_cancelled()
    written = _write(folder, files, kit_records(reviewed, document, files, chosen, scans))
    return Kit(True, written, leaks, tuple(_remarks(reviewed, scans)))


def _write(folder: Path, files: Iterable[KitFile], records: Mapping[str, object]) -> tuple[str, ...]:
    """Writes the files and records; returns the names of what is in the folder."""
    told = {
        name: (json.dumps(record, ensure_ascii=False, indent=2) + "\n").encode() for name, record in records.items()
    }
    contents = {each.name: each.data for each in files} | told
    make_empty_folder(folder)
    for name, content in contents.items():
        save(folder / name, content)
    return tuple(contents)


def _letter_files(reviewed: Reviewed, document: Document, style: HouseStyle, source: Path) -> Iterator[KitFile]:
    stem = slug(source.stem) or "brief"
    for suffix in _FORMS:
        data = render_checked(document, style, suffix, reviewed.assembly.pieces)
        yield KitFile(stem + suffix, document.properties.title, data)


def _annex_files(reviewed: Reviewed, folder: Path) -> Iterator[KitFile]:
    for number, annex in enumerate(reviewed.letter.attachments, 1):
        if annex.public is None:
            raise ComposerError(f"bij bijlage “{annex.title}” staat niet of zij openbaar is; kies openbaar ja of nee")
        if annex.public and annex.file:
            path = _annex_path(annex, folder)
            name = f"bijlage-{number}-{slug(annex.title)[:60].strip('-')}{path.suffix.lower()}"
            yield KitFile(name, annex.title, _read(path), number)


def _annex_path(annex: Attachment, folder: Path) -> Path:
    """The path of an annex, within the letter's folder: a letter from someone else could name any file on this machine."""
    path = (folder / str(annex.file)).resolve()
    if not path.is_relative_to(folder.resolve()):
        raise ComposerError(
            f"bijlage “{annex.title}” staat niet bij de brief; zet het bestand in de map van de brief", path
        )
    return path


def _read(path: Path) -> bytes:
    try:
        return read_bytes(path, MAX_BYTES)
    except OSError as error:
        raise ComposerError(
            f"deze bijlage is niet te lezen ({reason(error)}); kijk of zij er nog staat", path
        ) from error


def _scanned(file: KitFile, reviewed: Reviewed, document: Document, library: Library) -> Scan:
    """The scan of a file; details in the letter itself are left out, since the checks have reported those."""
    if file.number is None:
        found = scan(file.name, file.data, lambda _: True, document.properties.author)
        return replace(found, leaks=(*found.leaks, *_personal(file.name, reviewed)))
    context = CheckContext(reviewed.letter, reviewed.assembly, library, reviewed.letter.date)
    return scan(file.name, file.data, lambda detail: is_known(detail, context))


def _personal(name: str, reviewed: Reviewed) -> Iterator[Leak]:
    """What the checks found in the letter and its writer did not set aside."""
    for finding in reviewed.findings:
        if finding.code in TOLD and finding.severity != "tip":
            yield Leak(name, finding.code, finding.message, finding.words)


def _remarks(reviewed: Reviewed, scans: dict[str, Scan]) -> Iterator[str]:
    for number, annex in enumerate(reviewed.letter.attachments, 1):
        if annex.public and not annex.file:
            yield f"bij bijlage {number} (“{annex.title}”) is geen bestand genoemd; voeg het zelf toe"
    for name, found in scans.items():
        if not found.examined:
            yield f"{name} is niet doorzocht; kijk zelf of er niets in staat wat niet openbaar mag zijn"


def record(kit: Kit) -> dict[str, Any]:
    """The kit as plain data under Dutch keys, with the words of the leaks, for the user who made it."""
    return {
        "gemaakt": kit.made,
        "bestanden": list(kit.files),
        "lekken": list(map(_leak_record, kit.leaks)),
        "opmerkingen": list(kit.remarks),
    }


def _leak_record(leak: Leak) -> dict[str, str]:
    return {
        "bestand": leak.file,
        "code": leak.code,
        "ernst": "blokkerend" if leak.grave else "waarschuwing",
        "melding": leak.message,
        "woorden": leak.words,
    }


def lines(kit: Kit) -> list[str]:
    """What was noticed, a line each."""
    return [*(f"{leak.file}: {leak.message}" for leak in kit.leaks), *kit.remarks]
