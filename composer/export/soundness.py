"""Whether a made file can be opened and read by everyone, looked at before it gets its name."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from threading import RLock

from composer.export.house_style import HouseStyle
from composer.ooxml.opened import Fault
from composer.ooxml.preflight import judged, preflight_on

PDFIUM = RLock()
"""PDFium is used by one thread at a time, whatever file it reads."""


@dataclass(frozen=True, slots=True)
class Remark:
    """What is wrong in a file, in Dutch; `place` says where for people, `words` are those that it stands in or ""."""

    code: str
    message: str
    place: str
    words: str = ""
    part: str = ""


def word_remarks(data: bytes) -> tuple[Remark, ...]:
    """What is wrong in any Word file, whoever made it."""
    return tuple(map(_remark, judged(data)))


def remarks(data: bytes, suffix: str, house_style: HouseStyle) -> tuple[Remark, ...]:
    """What is wrong in a file that this house style was used for, and not in the house style itself; none in a sound one."""
    if suffix == ".docx":
        found = map(_remark, preflight_on(house_style.ground, data))
        return tuple(each for each in found if (each.code, each.part, each.message) not in house_style.own_faults)
    check = _OTHERS.get(suffix)
    return tuple(check(data)) if check else ()


def _remark(fault: Fault) -> Remark:
    return Remark(fault.code, fault.message, fault.place, fault.words, fault.part)


def _pdf(data: bytes) -> Iterator[Remark]:
    import pypdfium2  # pyright: ignore[reportMissingTypeStubs]  # deferred: only a PDF needs it

    with PDFIUM:
        try:
            pages = pypdfium2.PdfDocument(data)
        except pypdfium2.PdfiumError:
            yield Remark("bestand", "de PDF is niet te openen", _WHOLE)
            return
        if len(pages) == 0:
            yield Remark("leeg", "de PDF heeft geen bladzijden", _WHOLE)
        if not pages.get_metadata_dict().get("Title"):
            yield Remark("titel", "de titel van het document ontbreekt", _WHOLE)
        pages.close()


def _html(data: bytes) -> Iterator[Remark]:
    if not (data.startswith(b"<!DOCTYPE html>") and data.rstrip().endswith(b"</html>") and b"<h1>" in data):
        yield Remark("bestand", "de webpagina is niet heel", _WHOLE)


def _text(data: bytes) -> Iterator[Remark]:
    if not data.strip():
        yield Remark("leeg", "het bestand heeft geen tekst", _WHOLE)


_WHOLE = "in het bestand als geheel"
_OTHERS: Mapping[str, Callable[[bytes], Iterator[Remark]]] = {".pdf": _pdf, ".html": _html, ".txt": _text}
