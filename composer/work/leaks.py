"""What a file gives away besides what it shows, looked for before it is published."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from lxml import etree

from composer.check.personal import Detail, details
from composer.check.publication import ARTICLES, TOLD
from composer.domain.errors import ComposerError
from composer.ooxml.cleaning import REMOVED, clean
from composer.ooxml.markup import Element, parse, w
from composer.ooxml.package import Package
from composer.ooxml.reading import PackageError, read_package
from composer.ooxml.relations import CORE, PACKAGE_ROOT, main_part, parts_related

LEAK_CODES = frozenset({"macros", "objecten", "documenten", "wijzigingen", "opmerkingen", "verborgen"})
"""What may not go out in a Word file; other things that are told of it may."""
_TOLD = frozenset({"koppelingen", "buiten", "sjabloon", "samenvoegen", "variabelen", "gegevens"})
_MAKERS = ("creator", "lastModifiedBy")
_HARMLESS_MARKS = frozenset({2, 20})  # links and fields of forms (ISO 32000-1, table 169)
_TEXTS = (".txt", ".md", ".csv")


@dataclass(frozen=True, slots=True)
class Leak:
    """Something in a file that is to be public; one that is `grave` keeps it from going out."""

    file: str
    code: str
    message: str
    words: str = ""
    grave: bool = False


@dataclass(frozen=True, slots=True)
class Scan:
    """`examined` is False for a kind of file that cannot be looked into here."""

    leaks: tuple[Leak, ...]
    examined: bool = True


def scan(name: str, data: bytes, is_known: Callable[[Detail], bool], makers: Iterable[str] = ()) -> Scan:
    """What a file of this name gives away; details that `is_known` and names in `makers` are no leak."""
    look = _LOOKS.get(Path(name).suffix.lower())
    if look is None:
        return Scan((), examined=False)
    try:
        found = list(look(name, data, frozenset(makers), is_known))
    except ComposerError as error:
        found = [Leak(name, "bestand", error.message, grave=True)]
    return Scan(tuple(dict.fromkeys(found)))


def _personal(name: str, text: str, is_known: Callable[[Detail], bool]) -> Iterator[Leak]:
    for detail in details(text):
        if not is_known(detail):
            what = f"{ARTICLES.get(detail.code, 'een')} {TOLD[detail.code][0]}"
            yield Leak(name, detail.code, f"“{detail.words}” lijkt {what}", detail.words, detail.code == "bsn")


def _in_text(name: str, data: bytes, _makers: frozenset[str], is_known: Callable[[Detail], bool]) -> Iterator[Leak]:
    for line in data.decode("utf-8-sig", errors="replace").splitlines():
        yield from _personal(name, line, is_known)


def _in_word(name: str, data: bytes, makers: frozenset[str], is_known: Callable[[Detail], bool]) -> Iterator[Leak]:
    try:
        package = read_package(data)
        main = main_part(package)
        removed = clean(package, main).removed
    except (PackageError, LookupError, ValueError, etree.LxmlError) as error:
        raise ComposerError("dit is geen leesbaar Word-document; open het in Word en bewaar het opnieuw") from error
    codes = [code for code in removed if code in LEAK_CODES or (code in _TOLD and not makers)]
    yield from (Leak(name, code, f"er zitten {REMOVED[code]} in", grave=code in LEAK_CODES) for code in codes)
    yield from _authors(name, _word_makers(package), makers)
    for part in package.names:
        if part.endswith(".xml") and (root := parse(package.read(part))).tag in _STORIES:
            for paragraph in root.iter(w("p")):
                yield from _personal(name, "".join(text.text or "" for text in paragraph.iter(w("t"))), is_known)


_STORIES = frozenset(map(w, ("document", "footnotes", "endnotes", "hdr", "ftr", "comments")))


def _word_makers(package: Package) -> Iterator[str]:
    for part in parts_related(package, PACKAGE_ROOT, CORE.relation):
        root: Element = parse(package.read(part))
        yield from (found.text or "" for tag in _MAKERS for found in root.findall(f"{{*}}{tag}"))


def _authors(name: str, found: Iterable[str], makers: frozenset[str]) -> Iterator[Leak]:
    for author in dict.fromkeys(each.strip() for each in found):
        if author and author not in makers:
            yield Leak(name, "auteur", f"in de eigenschappen staat “{author}” als maker", author)


def _in_pdf(name: str, data: bytes, makers: frozenset[str], is_known: Callable[[Detail], bool]) -> Iterator[Leak]:
    import pypdfium2  # pyright: ignore[reportMissingTypeStubs]  # deferred: only a PDF needs it

    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        raise ComposerError("dit is geen leesbare pdf; is zij beveiligd met een wachtwoord?") from error
    with document:
        yield from _authors(name, [document.get_metadata_dict().get("Author", "")], makers)
        if document.count_attachments():
            yield Leak(name, "ingesloten", "er zitten andere bestanden in", grave=True)
        for page in document:
            yield from _on_page(name, page, is_known)


def _on_page(name: str, page: Any, is_known: Callable[[Detail], bool]) -> Iterator[Leak]:
    from pypdfium2 import raw  # pyright: ignore[reportMissingTypeStubs]  # deferred, as above

    for number in range(raw.FPDFPage_GetAnnotCount(page)):
        mark = raw.FPDFPage_GetAnnot(page, number)
        if raw.FPDFAnnot_GetSubtype(mark) not in _HARMLESS_MARKS:
            yield Leak(name, "opmerkingen", "er zitten opmerkingen of markeringen in", grave=True)
        raw.FPDFPage_CloseAnnot(mark)
    for line in page.get_textpage().get_text_bounded().splitlines():
        yield from _personal(name, line, is_known)


_Look = Callable[[str, bytes, frozenset[str], Callable[[Detail], bool]], Iterator[Leak]]
_LOOKS: Mapping[str, _Look] = {".docx": _in_word, ".pdf": _in_pdf, **dict.fromkeys(_TEXTS, _in_text)}
