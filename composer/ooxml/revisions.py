"""Tracked changes and remarks taken out of a part, as Word does when it accepts them all (Part 1, section 17.13)."""

from composer.ooxml.formatting import local
from composer.ooxml.markup import Element, w

_GONE = frozenset({"del", "moveFrom"})
_BECOME_TEXT = frozenset({"ins", "moveTo"})
_OLD_FORMATS = (
    "rPrChange", "pPrChange", "sectPrChange", "tblPrChange", "tblPrExChange", "tcPrChange", "trPrChange",
    "tblGridChange", "numberingChange",
)  # fmt: skip
_MARKS = (
    "cellIns", "cellDel", "cellMerge", "moveFromRangeStart", "moveFromRangeEnd", "moveToRangeStart", "moveToRangeEnd",
    "customXmlInsRangeStart", "customXmlInsRangeEnd", "customXmlDelRangeStart", "customXmlDelRangeEnd",
    "customXmlMoveFromRangeStart", "customXmlMoveFromRangeEnd", "customXmlMoveToRangeStart", "customXmlMoveToRangeEnd",
)  # fmt: skip
_REMARKS = ("commentRangeStart", "commentRangeEnd", "commentReference", "annotationRef")
_PERMISSIONS = ("permStart", "permEnd", "proofErr")
TRACES = (*_GONE, *_BECOME_TEXT, *_OLD_FORMATS)


def accept(root: Element) -> bool:
    """Makes tracked changes the text; whether there were any."""
    found = _all(root, (*_GONE, *_BECOME_TEXT, *_OLD_FORMATS, *_MARKS))
    for element in found:
        if local(element) in _GONE and _is_mark_of_row(element):
            remove(_row(element))
        elif local(element) in _BECOME_TEXT and not _is_mark(element):
            unwrap(element)
        else:
            remove(element)
    return bool(found)


def without_remarks(root: Element) -> bool:
    """Takes out where remarks are; whether there were any. Permissions and spelling marks go with them, untold."""
    found = _all(root, _REMARKS)
    for element in [*found, *_all(root, _PERMISSIONS)]:
        remove(element)
    return bool(found)


def _all(root: Element, names: tuple[str, ...]) -> list[Element]:
    return list(root.iter(*(w(name) for name in names)))


def _is_mark(element: Element) -> bool:
    """Whether it says something of the end of a paragraph or of a row, and holds nothing itself."""
    parent = element.getparent()
    return parent is not None and parent.tag in {w("rPr"), w("trPr")}


def _is_mark_of_row(element: Element) -> bool:
    parent = element.getparent()
    return parent is not None and parent.tag == w("trPr")


def _row(element: Element) -> Element:
    return next(element.iterancestors(w("tr")), element)


def remove(element: Element) -> None:
    """Takes an element out with all that is in it, and a run with it that then holds nothing."""
    parent = element.getparent()
    if parent is None:
        return
    parent.remove(element)
    if parent.tag == w("r") and all(child.tag == w("rPr") for child in parent):
        remove(parent)


def unwrap(element: Element) -> None:
    """Puts what is in an element in its place."""
    parent = element.getparent()
    if parent is not None:
        place = parent.index(element)
        parent[place : place + 1] = list(element)
