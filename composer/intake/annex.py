"""The visible and hidden content of a file that is to be published with a letter."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from lxml import etree

from composer.domain.errors import ComposerError
from composer.intake.pdf import read_pdf
from composer.ooxml.cleaning import REMOVED, clean
from composer.ooxml.markup import parse, w
from composer.ooxml.package import Package
from composer.ooxml.reading import PackageError, read_package
from composer.ooxml.relations import CORE, PACKAGE_ROOT, main_part, parts_related

_GRAVE = frozenset({"macros", "objecten", "documenten", "wijzigingen", "opmerkingen", "verborgen"})
_SLIGHT = frozenset({"koppelingen", "buiten", "sjabloon", "samenvoegen", "variabelen"})
_MAKERS = ("creator", "lastModifiedBy")
_STORIES = frozenset(map(w, ("document", "footnotes", "endnotes", "hdr", "ftr", "comments")))


@dataclass(frozen=True, slots=True)
class HiddenContent:
    """A kind of hidden content; `words` name it in the sentence "er zitten … in"."""

    code: str
    words: str
    grave: bool


@dataclass(frozen=True, slots=True)
class Annex:
    """`texts` are its paragraphs or lines, `makers` the names of people in its properties."""

    hidden: tuple[HiddenContent, ...] = ()
    makers: tuple[str, ...] = ()
    texts: tuple[str, ...] = ()


def look_into(name: str, data: bytes) -> Annex | None:
    """The content of an annex; None for an unsupported kind of file, raises ComposerError for a damaged or locked one."""
    look = _LOOKS.get(Path(name).suffix.lower())
    return look(data) if look else None


def _text(data: bytes) -> Annex:
    return Annex(texts=tuple(data.decode("utf-8-sig", errors="replace").splitlines()))


def _word(data: bytes) -> Annex:
    try:
        package = read_package(data)
        removed = clean(package, main_part(package)).removed
        unseen = tuple(
            HiddenContent(code, REMOVED[code], code in _GRAVE) for code in removed if code in _GRAVE | _SLIGHT
        )
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
    found = read_pdf(data)
    unseen = [HiddenContent("ingesloten", "andere bestanden", grave=True)] if found.attachments else []
    if found.marked:
        unseen.append(HiddenContent("opmerkingen", "opmerkingen of markeringen", grave=True))
    return Annex(tuple(unseen), (found.author,), tuple(line for page in found.pages for line in page))


_LOOKS: Mapping[str, Callable[[bytes], Annex]] = {
    ".docx": _word,
    ".pdf": _pdf,
    **dict.fromkeys((".txt", ".md", ".csv"), _text),
}
