"""Checks of the text of a Word package (ECMA-376 Part 1, chapter 17)."""

from collections import Counter
from collections.abc import Iterator

from composer.ooxml.markup import Element, w
from composer.ooxml.opened import Fault, Opened, repeated, value
from composer.ooxml.relations import FOOTNOTES, NUMBERING, SETTINGS, STYLES

_ON_OFF = frozenset({"", "0", "1", "true", "false", "on", "off"})
_SWITCHES = (
    "b", "bCs", "i", "iCs", "caps", "smallCaps", "strike", "dstrike", "vanish", "webHidden", "noProof", "rtl", "cs",
    "keepNext", "keepLines", "pageBreakBefore", "widowControl", "contextualSpacing", "mirrorIndents", "bidi",
    "suppressAutoHyphens", "titlePg", "cantSplit", "tblHeader", "hidden", "evenAndOddHeaders", "autoHyphenation",
    "trackRevisions", "updateFields", "qFormat", "semiHidden", "unhideWhenUsed",
)  # fmt: skip
_STYLE_KINDS = {"pStyle": "paragraph", "rStyle": "character", "tblStyle": "table"}
_FIELD_STEPS = {"begin": 1, "end": -1}


def _all(root: Element, *names: str) -> Iterator[Element]:
    return root.iter(*(w(name) for name in names))


def footnotes(opened: Opened) -> Iterator[Fault]:
    """Each reference has its note and each note one reference (section 17.11.14)."""
    part = opened.of_kind(FOOTNOTES)
    notes = (
        [] if part is None else [note for note in _all(part[1], "footnote") if value(note, "type") in {"", "normal"}]
    )
    ids = [value(note, "id") for note in notes]
    used = [value(mark, "id") for mark in _all(opened.roots[opened.main], "footnoteReference")]
    for number in repeated(ids):
        yield Fault("voetnoot", part[0] if part else "", f"voetnoot {number} staat er twee keer")
    for number in sorted(set(used) - set(ids)):
        yield Fault("voetnoot", opened.main, f"voetnoot {number} ontbreekt")
    for number in sorted(set(ids) - set(used)):
        yield Fault("voetnoot", opened.main, f"naar voetnoot {number} verwijst niets")
    for number in repeated(used):
        yield Fault("voetnoot", opened.main, f"naar voetnoot {number} wordt twee keer verwezen")


def separators(opened: Opened) -> Iterator[Fault]:
    """The settings name separators that the notes have (section 17.11.9)."""
    settings, notes = opened.of_kind(SETTINGS), opened.of_kind(FOOTNOTES)
    if settings is None:
        return
    present = set[str]() if notes is None else {value(note, "id") for note in _all(notes[1], "footnote")}
    for entry in _all(settings[1], "footnotePr"):
        for note in _all(entry, "footnote"):
            if value(note, "id") not in present:
                yield Fault("voetnoot", settings[0], f"scheidingslijn {value(note, 'id')} ontbreekt")


def numbering(opened: Opened) -> Iterator[Fault]:
    """Each list counts by an instance, and each instance by a definition (section 17.9); instance 0 means no list."""
    part = opened.of_kind(NUMBERING)
    root = None if part is None else part[1]
    instances = [] if root is None else list(_all(root, "num"))
    definitions = (
        set[str]() if root is None else {value(each, "abstractNumId") for each in root.findall(w("abstractNum"))}
    )
    for instance in instances:
        definition = value(instance.find(w("abstractNumId")))
        if definition not in definitions:
            yield Fault("nummering", part[0] if part else "", f"de lijstopmaak {definition} ontbreekt")
    known = {value(each, "numId") for each in instances} | {"0"}
    for name, text in opened.texts():
        used = {value(each) for pr in _all(text, "numPr") for each in pr.findall(w("numId"))}
        for number in sorted(used - known):
            yield Fault("nummering", name, f"de lijst {number} ontbreekt")


def fields(opened: Opened) -> Iterator[Fault]:
    """Fields begin before they end, and all that begin end (section 17.16.18)."""
    for name, root in opened.texts():
        depth = 0
        for step in _all(root, "fldChar"):
            depth += _FIELD_STEPS.get(value(step, "fldCharType"), 0)
            if depth < 0:
                break
        if depth:
            yield Fault("veld", name, "een veld begint of eindigt niet")


def controls(opened: Opened) -> Iterator[Fault]:
    """Content controls have ids of their own (section 17.5.2.18)."""
    for name, root in opened.texts():
        ids = [value(each) for pr in _all(root, "sdtPr") for each in pr.findall(w("id"))]
        for number in repeated(ids):
            yield Fault("besturingselement", name, f"besturingselement {number} staat er twee keer")


def switches(opened: Opened) -> Iterator[Fault]:
    """On or off and nothing else (section 17.17.4)."""
    for name, root in opened.texts():
        for element in _all(root, *_SWITCHES):
            if value(element) not in _ON_OFF:
                tag = str(element.tag).rpartition("}")[2]
                yield Fault("aan-uit", name, f"{tag} heeft de waarde “{value(element)}”, wat aan noch uit is")


def styles(opened: Opened) -> Iterator[Fault]:
    """Each style that text has is there, once (section 17.7.4.17)."""
    part = opened.of_kind(STYLES)
    present = [] if part is None else [(value(each, "type"), value(each, "styleId")) for each in _all(part[1], "style")]
    for name in repeated([style for _, style in present]):
        yield Fault("stijl", part[0] if part else "", f"de stijl {name} staat er twee keer")
    for name, root in opened.texts():
        used = {(_STYLE_KINDS[tag], value(each)) for tag in _STYLE_KINDS for each in _all(root, tag)}
        for _, style in sorted(used - set(present)):
            yield Fault("stijl", name, f"de stijl {style} ontbreekt")


def bookmarks(opened: Opened) -> Iterator[Fault]:
    """Bookmarks begin and end once and have names of their own, and each link inside the document leads to one."""
    names: list[str] = []
    for part, root in opened.texts():
        begun = [value(each, "id") for each in _all(root, "bookmarkStart")]
        ended = [value(each, "id") for each in _all(root, "bookmarkEnd")]
        if Counter(begun) != Counter(ended) or repeated(begun):
            yield Fault("bladwijzer", part, "een bladwijzer begint of eindigt niet, of staat er twee keer")
        names += [value(each, "name") for each in _all(root, "bookmarkStart")]
    for name in repeated(names):
        yield Fault("bladwijzer", opened.main, f"de bladwijzer {name} staat er twee keer")
    for part, root in opened.texts():
        for anchor in sorted({value(each, "anchor") for each in _all(root, "hyperlink")} - {"", "_top", *names}):
            yield Fault("bladwijzer", part, f"een koppeling leidt naar {anchor}, dat er niet is")


def tables(opened: Opened) -> Iterator[Fault]:
    """Cells end in a paragraph (section 17.4.65), and rows have no more cells than the table has columns."""
    for name, root in opened.texts():
        for cell in _all(root, "tc"):
            if len(cell) == 0 or cell[-1].tag not in {w("p"), w("bookmarkEnd"), w("sdt")}:
                yield Fault("tabel", name, "een cel eindigt niet met een alinea")
        for table in _all(root, "tbl"):
            columns = len(table.findall(f"{w('tblGrid')}/{w('gridCol')}"))
            if any(len(row.findall(w("tc"))) > columns for row in table.findall(w("tr"))):
                yield Fault("tabel", name, "een rij heeft meer cellen dan de tabel kolommen")


def pictures(opened: Opened) -> Iterator[Fault]:
    """Pictures say in words what they show."""
    for name, root in opened.texts():
        for drawing in root.iter("{*}docPr"):
            if not (drawing.get("descr") or drawing.get("title")):
                yield Fault("afbeelding", name, "een afbeelding heeft geen alternatieve tekst")
