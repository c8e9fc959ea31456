"""Places in a document that a letter can fill, and how each becomes a content control with a tag."""

import copy
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Literal

from lxml import etree

from composer.export.docx.section import Section
from composer.export.house_styles.names import BRACKETED, place_tag
from composer.ooxml.fields import Field, fields
from composer.ooxml.markup import Element, elements, escape, w
from composer.ooxml.package import Package
from composer.ooxml.revisions import remove, unwrap

Kind = Literal["besturingselement", "bladwijzer", "veld", "tekst"]
_TELLING = {"TITLE": "onderwerp", "SUBJECT": "onderwerp"}
_DATES = frozenset({"DATE", "TIME", "CREATEDATE", "SAVEDATE", "PRINTDATE"})
_NAMED = frozenset({"DOCPROPERTY", "MERGEFIELD", "DOCVARIABLE"})
_ASKING = frozenset({"MACROBUTTON", "FILLIN", "ASK"})
_BOUND = {"title": "onderwerp", "subject": "onderwerp", "company": "organisatie", "publishdate": "datum"}
_XML_SPACE = "{http://www.w3.org/XML/1998/namespace}space"


@dataclass(frozen=True, slots=True)
class Spot:
    """A place in one part; `fill` makes a content control with a tag of it."""

    kind: Kind
    name: str
    tag: str
    fill: Callable[[str], None]


def place_sources(package: Package, main: str, section: Section) -> list[tuple[str, str]]:
    """The parts with places to fill, with what they are called: the text itself, then headers and footers."""
    named = section.running(package, main)
    told = {"headerReference": "koptekst", "footerReference": "voettekst"}
    pages = {"first": "van de eerste bladzijde", "default": "van de bladzijden", "even": "van even bladzijden"}
    return [(main, "de tekst"), *((name, f"{told[tag]} {pages[kind]}") for (tag, kind), name in named.items())]


def spots(root: Element) -> list[Spot]:
    """The places of a part in the order of their kinds, so that the same part always has the same ones."""
    found = [*_controls(root), *_fields(root), *_bookmarks(root), *_brackets(root)]
    return [spot for spot in found if spot.tag or spot.kind != "bladwijzer"]


def _controls(root: Element) -> Iterator[Spot]:
    for control in root.iter(w("sdt")):
        properties = control.find(w("sdtPr"))
        if properties is None or properties.find(w("docPartObj")) is not None:
            continue
        names = [str(each.get(w("val"))) for name in ("tag", "alias") if (each := properties.find(w(name))) is not None]
        tag = next((tag for name in names if (tag := place_tag(name))), "") or _bound(properties)
        if properties.find(w("date")) is not None:
            tag = tag or "datum"
        yield Spot(
            "besturingselement", names[-1] if names else "", tag, lambda chosen, held=properties: _tag(held, chosen)
        )


def _bound(properties: Element) -> str:
    """The tag by the document property that the control is bound to (Part 1, section 17.5.2.6)."""
    binding = properties.find(w("dataBinding"))
    path = "" if binding is None else str(binding.get(w("xpath"), "")).casefold()
    return next((tag for name, tag in _BOUND.items() if f":{name}[" in path or path.endswith(f":{name}")), "")


def _tag(properties: Element, tag: str) -> None:
    present = properties.find(w("tag"))
    if present is None:
        present = etree.SubElement(properties, w("tag"))
        alias = properties.find(w("alias"))
        properties.insert(0 if alias is None else properties.index(alias) + 1, present)
    present.set(w("val"), tag)


def _fields(root: Element) -> Iterator[Spot]:
    for found in fields(root):
        name, tag = _told(found)
        if name:
            yield Spot("veld", name, tag, lambda chosen, held=found: _fill_field(held, chosen))


def _told(found: Field) -> tuple[str, str]:
    """The name of a field and the tag for it; an empty name for a field that a letter does not fill."""
    if found.kind in _DATES:
        return "datum", "datum"
    if found.kind in _TELLING:
        return found.kind.lower(), _TELLING[found.kind]
    if found.kind in _NAMED:
        return found.argument, place_tag(found.argument)
    if found.kind in _ASKING:
        words = found.instruction.partition(" ")[2].partition(" ")[2] or "".join(t.text or "" for t in found.result)
        return words.strip(' "[]'), place_tag(words)
    return "", ""


def _fill_field(found: Field, tag: str) -> None:
    """Replaces a field by its first visible run in a content control."""
    first = found.result[0] if found.result else found.steps[-1]
    run = next(first.iterancestors(w("r")), None)
    if run is None:
        return
    if not found.result:
        run = _run_before(run)
    _wrap(run, tag)
    for element in (*found.result[1:], *(step for step in found.steps if step.tag != w("fldSimple"))):
        remove(element)
    for step in found.steps:
        if step.tag == w("fldSimple"):
            unwrap(step)


def _run_before(run: Element) -> Element:
    """A run of its own for a field that shows nothing."""
    fresh = elements("<w:r><w:t>…</w:t></w:r>")[0]
    run.addprevious(fresh)
    return fresh


def _wrap(run: Element, tag: str) -> None:
    """A content control around a run, in the run's own place."""
    parent = run.getparent()
    if parent is None:
        return
    control = _control(tag)
    parent.replace(run, control)
    control.find(w("sdtContent")).append(run)  # pyright: ignore[reportOptionalMemberAccess]  # made with one


def _control(tag: str) -> Element:
    named = f'<w:alias w:val="{escape(tag.capitalize())}"/><w:tag w:val="{escape(tag)}"/><w:text/>'
    return elements(f"<w:sdt><w:sdtPr>{named}</w:sdtPr><w:sdtContent></w:sdtContent></w:sdt>")[0]


def _bookmarks(root: Element) -> Iterator[Spot]:
    for start in root.iter(w("bookmarkStart")):
        name = str(start.get(w("name"), ""))
        if name and not name.startswith("_"):
            yield Spot("bladwijzer", name, place_tag(name), lambda chosen, held=start: _fill_bookmark(held, chosen))


def _fill_bookmark(start: Element, tag: str) -> None:
    """The runs between the marks become one; a bookmark around nothing gets one."""
    runs: list[Element] = []
    for element in start.itersiblings("{*}*"):
        if element.tag == w("bookmarkEnd") and element.get(w("id")) == start.get(w("id")):
            break
        runs += [element] if element.tag == w("r") else []
    if not runs:
        runs = elements(f"<w:r><w:t>{escape(tag)}</w:t></w:r>")
        start.addnext(runs[0])
    for run in runs[1:]:
        remove(run)
    _wrap(runs[0], tag)


def _brackets(root: Element) -> Iterator[Spot]:
    for text in root.iter(w("t")):
        match = BRACKETED.search(text.text or "")
        if match and (tag := place_tag(match.group(1))) and not _within_control(text):
            span = match.span()
            yield Spot(
                "tekst", match.group(1).strip(), tag, lambda chosen, held=text, at=span: _fill_text(held, at, chosen)
            )


def _within_control(text: Element) -> bool:
    return any(each.tag == w("sdt") for each in text.iterancestors())


def _fill_text(text: Element, span: tuple[int, int], tag: str) -> None:
    """Cuts a run in three, of which the middle one is to be filled."""
    run, words = text.getparent(), text.text or ""
    if run is None or run.tag != w("r"):
        return
    for part, at in ((words[: span[0]], 0), (words[span[1] :], 1)):
        if part:
            other = copy.deepcopy(run)
            for child in [each for each in other if each.tag not in {w("rPr"), w("t")}]:
                other.remove(child)
            _set(other, part)
            run.addnext(other) if at else run.addprevious(other)
    text.text = words[span[0] : span[1]]
    _wrap(run, tag)


def _set(run: Element, words: str) -> None:
    texts = run.findall(w("t"))
    for extra in texts[1:]:
        run.remove(extra)
    texts[0].text = words
    texts[0].set(_XML_SPACE, "preserve")
