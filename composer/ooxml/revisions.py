"""Accepts all tracked changes in a part and removes its comments, as Word does (Part 1, section 17.13)."""

from composer.ooxml.markup import Element, local_name, w

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
    """Accepts all tracked changes; returns whether there were any."""
    found = _all(root, (*_GONE, *_BECOME_TEXT, *_OLD_FORMATS, *_MARKS))
    for element in found:
        if local_name(element) in _GONE and _is_mark_of_row(element):
            remove(_row(element))
        elif local_name(element) in _BECOME_TEXT and not _is_mark(element):
            unwrap(element)
        else:
            remove(element)
    return bool(found)


def without_remarks(root: Element) -> bool:
    """Removes comment marks and returns whether there were any; also permissions and spelling marks, not counted."""
    found = _all(root, _REMARKS)
    for element in [*found, *_all(root, _PERMISSIONS)]:
        remove(element)
    return bool(found)


def _all(root: Element, names: tuple[str, ...]) -> list[Element]:
    return list(root.iter(*(w(name) for name in names)))


def _is_mark(element: Element) -> bool:
    """Whether the element marks the end of a paragraph or a row as changed, and holds nothing itself."""
    parent = element.getparent()
    return parent is not None and parent.tag in {w("rPr"), w("trPr")}


def _is_mark_of_row(element: Element) -> bool:
    parent = element.getparent()
    return parent is not None and parent.tag == w("trPr")


def _row(element: Element) -> Element:
    return next(element.iterancestors(w("tr")), element)


def remove(element: Element) -> None:
    """Removes an element with its content, and its run when that is then empty."""
    parent = element.getparent()
    if parent is None:
        return
    parent.remove(element)
    if parent.tag == w("r") and all(child.tag == w("rPr") for child in parent):
        remove(parent)


def unwrap(element: Element) -> None:
    """Replaces an element by its children."""
    parent = element.getparent()
    if parent is not None:
        place = parent.index(element)
        parent[place : place + 1] = list(element)
