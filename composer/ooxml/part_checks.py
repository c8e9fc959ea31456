"""Checks of a single part (ECMA-376 Part 1, chapter 17)."""

import re
from collections.abc import Iterator

from composer.ooxml.checked_package import Fault, repeated
from composer.ooxml.formatting import is_on
from composer.ooxml.grammar import CHILDREN, FIRST, ORDERED
from composer.ooxml.markup import W, attribute, local_name, w
from composer.ooxml.part_index import SWITCHES, PartIndex
from composer.ooxml.revisions import TRACES

_ON_OFF = frozenset({"", "0", "1", "true", "false", "on", "off"})
_STEPS = {"begin": 1, "end": -1}
_PROPERTIES = frozenset({w("pPr"), w("tcPr"), w("trPr"), w("tblPr")})
_WHOLE = re.compile(r"-?\d+")
_MEASURE = re.compile(r"-?\d+(?:\.\d+)?(?:%|mm|cm|in|pt|pc|pi)?")
_VAL, _ID = w("val"), w("id")
_VALUES = {
    **{w(name): ((_ID, _WHOLE, False),) for name in ("footnoteReference", "footnote", "bookmarkStart", "bookmarkEnd")},
    **{w(name): ((_VAL, _WHOLE, False),) for name in ("numId", "ilvl", "outlineLvl")},
    w("sz"): ((_VAL, _MEASURE, False),),
    w("gridCol"): ((w("w"), _MEASURE, True),),
    w("pgSz"): ((w("w"), _MEASURE, True), (w("h"), _MEASURE, True)),
}
"""The attributes that have to be numbers, their form, and whether they may be missing."""
_DESCRIBED = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}docPr"
_COMPATIBILITY = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"


def structure(part: PartIndex) -> Iterator[Fault]:
    """Nothing stands where Word does not expect it, and properties come first (annex A.1)."""
    for holder in CHILDREN.keys() & part.by_name.keys():
        allowed, first = CHILDREN[holder], FIRST.get(holder)
        for element in part.by_name[holder]:
            for place, child in enumerate(element):
                if child.tag not in allowed and str(child.tag).startswith(f"{{{W}}}"):
                    yield Fault(
                        "opbouw", part.name, f"“{local_name(child)}” mag niet in “{local_name(element)}” staan", child
                    )
                elif place and child.tag == first:
                    yield Fault(
                        "opbouw", part.name, f"“{local_name(child)}” hoort vooraan in “{local_name(element)}”", child
                    )


def order(part: PartIndex) -> Iterator[Fault]:
    """Properties stand in the order that the standard has for them."""
    for holder in ORDERED.keys() & part.by_name.keys():
        ranks = ORDERED[holder]
        for element in part.by_name[holder]:
            reached = -1
            for child in element:
                rank = ranks.get(str(child.tag), reached)
                if rank < reached:
                    message = f"“{local_name(child)}” staat in “{local_name(element)}” te ver naar achteren"
                    yield Fault("volgorde", part.name, message, child)
                    break
                reached = rank


def last_section(part: PartIndex) -> Iterator[Fault]:
    """A body ends with the properties of its last section (section 17.6.17), and holds something before them."""
    for body in part.all("body"):
        sections = [place for place, child in enumerate(body) if child.tag == w("sectPr")]
        if sections and (sections != [len(body) - 1]):
            yield Fault("opbouw", part.name, "de bladspiegel (sectPr) hoort één keer, aan het eind van de tekst")
        if len(body) == len(sections):
            yield Fault("leeg", part.name, "het document heeft geen tekst")


def fields(part: PartIndex) -> Iterator[Fault]:
    """Fields begin before they end, and all that begin end (section 17.16.18)."""
    depth, last = 0, None
    for step in part.all("fldChar"):
        depth, last = depth + _STEPS.get(attribute(step, "fldCharType"), 0), step
        if depth < 0:
            break
    if depth:
        yield Fault("veld", part.name, "een veld begint of eindigt niet", last)


def controls(part: PartIndex) -> Iterator[Fault]:
    """Content controls have ids of their own (section 17.5.2.18)."""
    ids = [attribute(each) for properties in part.all("sdtPr") for each in properties.findall(w("id"))]
    for number in repeated(ids):
        yield Fault("besturingselement", part.name, f"besturingselement {number} staat er twee keer")


def switches(part: PartIndex) -> Iterator[Fault]:
    """On or off and nothing else (section 17.17.4)."""
    for tag in SWITCHES & part.by_name.keys():
        for element in part.by_name[tag]:
            given = element.get(_VAL)
            if given is not None and given not in _ON_OFF:
                message = f"{local_name(element)} heeft de waarde “{given}”, wat aan noch uit is"
                yield Fault("aan-uit", part.name, message, element)


def values(part: PartIndex) -> Iterator[Fault]:
    """Numbers are numbers."""
    for tag in _VALUES.keys() & part.by_name.keys():
        for name, form, optional in _VALUES[tag]:
            for element in part.by_name[tag]:
                given = element.get(name)
                if not optional if given is None else not form.fullmatch(given):
                    yield Fault("waarde", part.name, f"“{given or ''}” is geen getal ({local_name(element)})", element)


def tables(part: PartIndex) -> Iterator[Fault]:
    """Cells end in a paragraph (section 17.4.65), and rows have no more cells than the table has columns."""
    for cell in part.all("tc"):
        last = next((child for child in reversed(cell) if child.tag not in _PROPERTIES), None)
        if last is None or last.tag not in {w("p"), w("bookmarkEnd"), w("sdt")}:
            yield Fault("tabel", part.name, "een cel eindigt niet met een alinea", cell)
    for table in part.all("tbl"):
        columns = len(table.findall(f"{w('tblGrid')}/{w('gridCol')}"))
        rows = table.findall(w("tr"))
        if not rows:
            yield Fault("tabel", part.name, "een tabel heeft geen rijen", table)
        if columns and any(len(row.findall(w("tc"))) > columns for row in rows):
            yield Fault("tabel", part.name, "een rij heeft meer cellen dan de tabel kolommen", table)


def header_rows(part: PartIndex) -> Iterator[Fault]:
    """A table of several rows says which row explains the columns; tables that lay out a letterhead are left out."""
    if part.root.tag != w("document"):
        return
    for table in part.all("tbl"):
        rows = table.findall(w("tr"))
        if len(rows) > 1 and rows[0].find(f"{w('trPr')}/{w('tblHeader')}") is None:
            message = "een tabel heeft geen kopregel, waardoor een schermlezer niet weet wat waar staat"
            yield Fault("kopregel", part.name, message, table)


def pictures(part: PartIndex) -> Iterator[Fault]:
    """Pictures say in words what they show."""
    for drawing in part.by_name.get(_DESCRIBED, ()):
        if not (drawing.get("descr") or drawing.get("title")):
            yield Fault("afbeelding", part.name, "een afbeelding heeft geen alternatieve tekst", drawing)


def traces(part: PartIndex) -> Iterator[Fault]:
    """No tracked changes and no remarks in what is published."""
    changed = next((element for name in TRACES for element in part.all(name)), None)
    if changed is not None:
        yield Fault("sporen", part.name, f"er staan bijgehouden wijzigingen in ({local_name(changed)})", changed)
    remark = next(part.all("commentReference", "commentRangeStart"), None)
    if remark is not None:
        yield Fault("sporen", part.name, "er staan opmerkingen in de kantlijn", remark)


def hidden(part: PartIndex) -> Iterator[Fault]:
    """Text that a reader does not see is not published."""
    for mark in part.all("vanish"):
        holder = mark.getparent()
        run = None if holder is None else holder.getparent()
        if run is not None and run.tag == w("r") and is_on(mark) and run.find(w("t")) is not None:
            yield Fault("verborgen", part.name, "er staat verborgen tekst in", mark)


def inserted(part: PartIndex) -> Iterator[Fault]:
    """Other documents are not inserted whole."""
    for element in part.all("altChunk"):
        yield Fault("ingevoegd", part.name, "er is een ander document in zijn geheel ingevoegd", element)


def namespaces(part: PartIndex) -> Iterator[Fault]:
    """Prefixes that may be ignored are declared (Part 3, section 7.2)."""
    ignored = str(part.root.get(f"{_COMPATIBILITY}Ignorable", "")).split()
    for prefix in ignored:
        if prefix not in part.root.nsmap:
            yield Fault("naamruimte", part.name, f"het voorvoegsel “{prefix}” is niet aangekondigd")


CHECKS = (
    structure, order, last_section, fields, controls, switches, values, tables, header_rows, pictures, traces, hidden,
    inserted, namespaces,
)  # fmt: skip


def of_part(part: PartIndex) -> tuple[Fault, ...]:
    """All faults of a part that holds text; none for another."""
    return tuple(fault for check in CHECKS for fault in check(part)) if part.is_text else ()
