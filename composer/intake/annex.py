"""What a file holds, seen and unseen, that is to be made public with a letter."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from lxml import etree

from composer.domain.errors import ComposerError
from composer.ooxml.cleaning import REMOVED, clean
from composer.ooxml.markup import parse, w
from composer.ooxml.package import Package
from composer.ooxml.reading import PackageError, read_package
from composer.ooxml.relations import CORE, PACKAGE_ROOT, main_part, parts_related

_GRAVE = frozenset({"macros", "objecten", "documenten", "wijzigingen", "opmerkingen", "verborgen"})
_SLIGHT = frozenset({"koppelingen", "buiten", "sjabloon", "samenvoegen", "variabelen"})
_MAKERS = ("creator", "lastModifiedBy")
_STORIES = frozenset(map(w, ("document", "footnotes", "endnotes", "hdr", "ftr", "comments")))
_HARMLESS_MARKS = frozenset({2, 20})
"""Links and fields of forms (ISO 32000-1, table 169)."""


@dataclass(frozen=True, slots=True)
class Unseen:
    """Something that a reader does not see at once; `words` say what, after "er zitten … in"."""

    code: str
    words: str
    grave: bool


@dataclass(frozen=True, slots=True)
class Annex:
    """`texts` are its paragraphs or lines, `makers` the names of people in its properties."""

    unseen: tuple[Unseen, ...] = ()
    makers: tuple[str, ...] = ()
    texts: tuple[str, ...] = ()


def look_into(name: str, data: bytes) -> Annex | None:
    """None for a kind of file that cannot be looked into; raises ComposerError for one that is damaged or locked."""
    look = _LOOKS.get(Path(name).suffix.lower())
    return look(data) if look else None


def _text(data: bytes) -> Annex:
    return Annex(texts=tuple(data.decode("utf-8-sig", errors="replace").splitlines()))


def _word(data: bytes) -> Annex:
    try:
        package = read_package(data)
        removed = clean(package, main_part(package)).removed
        unseen = tuple(Unseen(code, REMOVED[code], code in _GRAVE) for code in removed if code in _GRAVE | _SLIGHT)
        return Annex(unseen, tuple(_word_makers(package)), tuple(_word_texts(package)))
    except (PackageError, LookupError, ValueError, etree.LxmlError) as error:
        raise ComposerError("dit is geen leesbaar Word-document; open het in Word en bewaar het opnieuw") from error


def _word_makers(package: Package) -> Iterator[str]:
    for part in parts_related(package, PACKAGE_ROOT, CORE.relation):
        root = parse(package.read(part))
        yield from (found.text or "" for tag in _MAKERS for found in root.findall(f"{{*}}{tag}"))


def _word_texts(package: Package) -> Iterator[str]:
    for part in package.names:
        if part.endswith(".xml") and (root := parse(package.read(part))).tag in _STORIES:
            yield from ("".join(text.text or "" for text in each.iter(w("t"))) for each in root.iter(w("p")))


def _pdf(data: bytes) -> Annex:
    import pypdfium2  # pyright: ignore[reportMissingTypeStubs]  # deferred: only a PDF needs it

    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        raise ComposerError("dit is geen leesbare pdf; is zij beveiligd met een wachtwoord?") from error
    with document:
        pages: list[Any] = list(document)
        unseen = [Unseen("ingesloten", "andere bestanden", grave=True)] if document.count_attachments() else []
        if any(map(_is_marked, pages)):
            unseen.append(Unseen("opmerkingen", "opmerkingen of markeringen", grave=True))
        texts = (line for page in pages for line in page.get_textpage().get_text_bounded().splitlines())
        return Annex(tuple(unseen), (document.get_metadata_dict().get("Author", ""),), tuple(texts))


def _is_marked(page: Any) -> bool:
    """Whether someone wrote or marked something on the page."""
    from pypdfium2 import raw  # pyright: ignore[reportMissingTypeStubs]  # deferred, as above

    marks = [raw.FPDFPage_GetAnnot(page, number) for number in range(raw.FPDFPage_GetAnnotCount(page))]
    kinds = {raw.FPDFAnnot_GetSubtype(mark) for mark in marks}
    for mark in marks:
        raw.FPDFPage_CloseAnnot(mark)
    return not kinds <= _HARMLESS_MARKS


_LOOKS: Mapping[str, Callable[[bytes], Annex]] = {
    ".docx": _word,
    ".pdf": _pdf,
    **dict.fromkeys((".txt", ".md", ".csv"), _text),
}
