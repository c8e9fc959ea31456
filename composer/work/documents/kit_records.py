"""The records of a publication kit: what its files are, on what the letter rests, and what was searched for in them."""

import hashlib
import mimetypes
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from composer.domain import woo
from composer.domain.document import Document
from composer.work.documents.leaks import Scan
from composer.work.documents.making import Reviewed

METADATA, SOURCES, LEAKS = "metadata.json", "bronnen.json", "lekscan.json"
FORMAT = 1
_TYPES = {".docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document"}


@dataclass(frozen=True, slots=True)
class KitFile:
    """A file of the kit with its content; `number` is that of the annex, from 1, and None for the letter itself."""

    name: str
    title: str
    data: bytes
    number: int | None = None

    @property
    def type(self) -> str:
        """Its media type."""
        suffix = Path(self.name).suffix.lower()
        return _TYPES.get(suffix) or mimetypes.guess_type(self.name)[0] or "application/octet-stream"


def kit_records(
    reviewed: Reviewed, document: Document, files: tuple[KitFile, ...], chosen: woo.Category, scans: Mapping[str, Scan]
) -> dict[str, dict[str, Any]]:
    """Plain data under Dutch keys, by the name of the JSON file that it goes in."""
    return {
        METADATA: _metadata(reviewed, document, files, chosen),
        SOURCES: _sources(document),
        LEAKS: {"bestanden": [_scan_record(name, found) for name, found in scans.items()]},
    }


def _metadata(
    reviewed: Reviewed, document: Document, files: tuple[KitFile, ...], chosen: woo.Category
) -> dict[str, Any]:
    told = document.properties
    return {
        "formaat": FORMAT,
        "titel": told.title,
        "soort": told.subject,
        "datum": told.date.isoformat(),
        "peildatum": told.reference_date.isoformat(),
        "kenmerk": told.reference or None,
        "taal": told.language,
        "afzender": {"naam": told.author, "gemeente": reviewed.letter.municipality},
        "woo": {"categorie": chosen.name, "code": chosen.code, "onderdeel": chosen.part, "adres": chosen.address},
        "brief": told.letter,
        "bestanden": list(map(_file_record, files)),
        "bijlagen": list(_annex_records(reviewed, files)),
    }


def _file_record(file: KitFile) -> dict[str, Any]:
    return {
        "naam": file.name,
        "soort": "brief" if file.number is None else "bijlage",
        "titel": file.title,
        "type": file.type,
        "bytes": len(file.data),
        "sha256": hashlib.sha256(file.data).hexdigest(),
    }


def _annex_records(reviewed: Reviewed, files: tuple[KitFile, ...]) -> Iterator[dict[str, Any]]:
    """The records of all annexes; those that are not public have their title only."""
    names = {each.number: each.name for each in files}
    for number, annex in enumerate(reviewed.letter.attachments, 1):
        openness = "ja" if annex.public else "nee"
        yield {"nummer": number, "titel": annex.title, "openbaar": openness, "bestand": names.get(number)}


def _sources(document: Document) -> dict[str, Any]:
    """What the letter rests on, as its own file has it too."""
    provenance = document.provenance
    return {
        "brief": document.properties.letter,
        "peildatum": document.properties.reference_date.isoformat(),
        "bronnen": [
            {
                "id": source.id,
                "titel": source.title,
                "uitgever": source.publisher,
                "datum": source.date,
                "adres": source.address,
                "noten": list(source.notes),
                "sha256": source.sha256,
                "bestand_sha256": source.file,
            }
            for source in provenance.sources
        ],
        "feiten": [{"id": fact.id, "noten": list(fact.notes), "sha256": fact.sha256} for fact in provenance.facts],
    }


def _scan_record(name: str, found: Scan) -> dict[str, Any]:
    """The scan without the words found, since the kit is public."""
    codes = sorted({leak.code for leak in found.leaks})
    outcome = "niet onderzocht" if not found.examined else "gevonden" if codes else "niets gevonden"
    return {"naam": name, "uitkomst": outcome, "gevonden": codes}
