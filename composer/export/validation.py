"""Validates a file before it is written: whether it can be opened, and read by everyone."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from threading import RLock

from composer.export.house_style import HouseStyle
from composer.ooxml.checked_package import Fault
from composer.ooxml.preflight import check_file, preflight_on_shared

PDFIUM_LOCK = RLock()
"""PDFium is used by one thread at a time, whatever file it reads."""


@dataclass(frozen=True, slots=True)
class FileProblem:
    """A problem in a file, in Dutch; `place` says where, `words` are those that it stands in or ""."""

    code: str
    message: str
    place: str
    words: str = ""
    part: str = ""


def validate_word(data: bytes) -> tuple[FileProblem, ...]:
    """The problems in any Word file."""
    return tuple(map(_remark, check_file(data)))


def validate(data: bytes, suffix: str, house_style: HouseStyle) -> tuple[FileProblem, ...]:
    """The problems in a file made with this house style, those of the house style itself left out; empty for a sound file."""
    if suffix == ".docx":
        found = map(_remark, preflight_on_shared(house_style.shared_parts, data))
        return tuple(each for each in found if (each.code, each.part, each.message) not in house_style.own_faults)
    check = _OTHERS.get(suffix)
    return tuple(check(data)) if check else ()


def _remark(fault: Fault) -> FileProblem:
    return FileProblem(fault.code, fault.message, fault.place, fault.words, fault.part)


def _pdf(data: bytes) -> Iterator[FileProblem]:
    import pypdfium2  # pyright: ignore[reportMissingTypeStubs]  # deferred: only a PDF needs it

    with PDFIUM_LOCK:
        try:
            pages = pypdfium2.PdfDocument(data)
        except pypdfium2.PdfiumError:
            yield FileProblem("bestand", "de PDF is niet te openen", _WHOLE)
            return
        if len(pages) == 0:
            yield FileProblem("leeg", "de PDF heeft geen bladzijden", _WHOLE)
        if not pages.get_metadata_dict().get("Title"):
            yield FileProblem("titel", "de titel van het document ontbreekt", _WHOLE)
        pages.close()


def _html(data: bytes) -> Iterator[FileProblem]:
    if not (data.startswith(b"<!DOCTYPE html>") and data.rstrip().endswith(b"</html>") and b"<h1>" in data):
        yield FileProblem("bestand", "de webpagina is niet heel", _WHOLE)


def _text(data: bytes) -> Iterator[FileProblem]:
    if not data.strip():
        yield FileProblem("leeg", "het bestand heeft geen tekst", _WHOLE)


_WHOLE = "in het bestand als geheel"
_OTHERS: Mapping[str, Callable[[bytes], Iterator[FileProblem]]] = {".pdf": _pdf, ".html": _html, ".txt": _text}
