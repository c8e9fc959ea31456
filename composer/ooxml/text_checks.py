"""Checks of references between the parts of a document (ECMA-376 Part 1, chapter 17)."""

from collections import Counter
from collections.abc import Iterator

from composer.ooxml.checked_package import CheckedPackage, Fault, repeated
from composer.ooxml.markup import Element, attribute, child_value, w
from composer.ooxml.relations import FOOTNOTES, NUMBERING, SETTINGS, STYLES
from composer.ooxml.styles import heading_level

_PLAIN = frozenset({"", "normal"})


def footnotes(package: CheckedPackage) -> Iterator[Fault]:
    """Each reference has its note and each note one reference (section 17.11.14)."""
    part = package.of_kind(FOOTNOTES)
    notes = () if part is None else [note for note in part.all("footnote") if attribute(note, "type") in _PLAIN]
    ids = [attribute(note, "id") for note in notes]
    marks = {attribute(mark, "id"): mark for mark in package.document.all("footnoteReference")}
    used = [attribute(mark, "id") for mark in package.document.all("footnoteReference")]
    for number in repeated(ids):
        yield Fault("voetnoot", part.name if part else "", f"voetnoot {number} staat er twee keer")
    for number in sorted(set(used) - set(ids)):
        yield Fault("voetnoot", package.main, f"voetnoot {number} ontbreekt", marks[number])
    for number in sorted(set(ids) - set(used)):
        yield Fault("voetnoot", package.main, f"naar voetnoot {number} verwijst niets")
    for number in repeated(used):
        yield Fault("voetnoot", package.main, f"naar voetnoot {number} wordt twee keer verwezen", marks[number])


def separators(package: CheckedPackage) -> Iterator[Fault]:
    """The settings name separators that the notes have (section 17.11.9)."""
    settings, notes = package.of_kind(SETTINGS), package.of_kind(FOOTNOTES)
    if settings is None:
        return
    present = set[str]() if notes is None else {attribute(note, "id") for note in notes.all("footnote")}
    for entry in settings.all("footnotePr"):
        for note in entry.findall(w("footnote")):
            if attribute(note, "id") not in present:
                yield Fault("voetnoot", settings.name, f"scheidingslijn {attribute(note, 'id')} ontbreekt")


def numbering(package: CheckedPackage) -> Iterator[Fault]:
    """Each list counts by an instance, and each instance by a definition (section 17.9); instance 0 means no list."""
    part = package.of_kind(NUMBERING)
    instances = [] if part is None else list(part.all("num"))
    definitions = set[str]() if part is None else {attribute(each, "abstractNumId") for each in part.all("abstractNum")}
    for instance in instances:
        definition = child_value(instance, "abstractNumId")
        if definition not in definitions:
            yield Fault("nummering", part.name if part else "", f"de lijstopmaak {definition} ontbreekt")
    known = {attribute(each, "numId") for each in instances} | {"0"}
    for text in package.texts():
        for number, element in zip(text.values("numId"), text.all("numId"), strict=True):
            if number not in known:
                yield Fault("nummering", text.name, f"de lijst {number} ontbreekt", element)


def styles(package: CheckedPackage) -> Iterator[Fault]:
    """Each style that text has is there, once (section 17.7.4.17)."""
    part = package.of_kind(STYLES)
    present = () if part is None else part.styles
    for name in repeated([style for _, style in present]):
        yield Fault("stijl", part.name if part else "", f"de stijl {name} staat er twee keer")
    known = set(present)
    for text in package.texts():
        for key in sorted(text.styled.keys() - known):
            yield Fault("stijl", text.name, f"de stijl {key[1]} ontbreekt", text.styled[key])


def bookmarks(package: CheckedPackage) -> Iterator[Fault]:
    """Bookmarks begin and end once and have names of their own, and each link inside the document leads to one."""
    names: list[str] = []
    for part in package.texts():
        begun, ended = part.values("bookmarkStart", "id"), part.values("bookmarkEnd", "id")
        if (begun or ended) and (Counter(begun) != Counter(ended) or repeated(begun)):
            odd = next((each for each in part.all("bookmarkStart") if attribute(each, "id") not in ended), None)
            yield Fault("bladwijzer", part.name, "een bladwijzer begint of eindigt niet, of staat er twee keer", odd)
        names += part.values("bookmarkStart", "name")
    for name in repeated(names):
        yield Fault("bladwijzer", package.main, f"de bladwijzer {name} staat er twee keer")
    known = {"", "_top", *names}
    for part in package.texts():
        for anchor, element in zip(part.values("hyperlink", "anchor"), part.all("hyperlink"), strict=True):
            if anchor not in known:
                yield Fault("bladwijzer", part.name, f"een koppeling leidt naar {anchor}, dat er niet is", element)


def headings(package: CheckedPackage) -> Iterator[Fault]:
    """No heading skips a level on the way down (PDF/UA-1 section 7.4.2, for those who listen to Word too)."""
    above = 0
    for element, level in heading_marks(package):
        if level > above + 1:
            message = f"een kop van niveau {level} staat onder niveau {above or 'geen enkel'}"
            yield Fault("koppen", package.main, message, element)
        above = level


def heading_marks(package: CheckedPackage) -> Iterator[tuple[Element, int]]:
    """The element that makes each heading one (a style, or an outline level), with its level from 1."""
    part = package.of_kind(STYLES)
    levels = part.levels if part else dict[str, int]()
    own = {each.getparent(): attribute(each) for each in package.document.all("outlineLvl")}
    for element, style in zip(package.document.all("pStyle"), package.document.values("pStyle"), strict=True):
        given = own.get(element.getparent(), "") if own else ""
        level = heading_level(given) if given.isdigit() else levels.get(style, 0)
        if level:
            yield element, level


def language(package: CheckedPackage) -> Iterator[Fault]:
    """Text says in which language it is, so that it is read aloud as it should (WCAG 3.1.1)."""
    part = package.of_kind(STYLES)
    spoken = part is not None and any(part.values("lang"))
    if not spoken and not any(package.document.values("lang")):
        yield Fault("taal", part.name if part else package.main, "er staat niet in welke taal de tekst is")


CHECKS = (footnotes, separators, numbering, styles, bookmarks, headings, language)
