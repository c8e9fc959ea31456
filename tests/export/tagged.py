"""What a PDF says to those who listen: its structure with the words in it, in reading order."""

import ctypes
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import pypdfium2  # pyright: ignore[reportMissingTypeStubs]
from pypdfium2 import raw as _raw  # pyright: ignore[reportMissingTypeStubs]

raw: Any = _raw


@dataclass(frozen=True)
class Tagged:
    """An element by its type (H1, P, Note); `parts` are words and elements in order."""

    kind: str
    parts: "tuple[str | Tagged, ...]"

    def words(self, *without: str) -> str:
        """All words in it, but for elements of these types."""
        parts = (part if isinstance(part, str) else part.words(*without) for part in self.parts)
        return "" if self.kind in without else "".join(parts)

    def found(self, *kinds: str) -> "Iterator[Tagged]":
        if self.kind in kinds:
            yield self
        for part in self.parts:
            if isinstance(part, Tagged):
                yield from part.found(*kinds)


def tagged(pdf: bytes) -> list[Tagged]:
    """The elements of each page's tree; one that goes on on the next page is there twice."""
    document = pypdfium2.PdfDocument(pdf)
    return [each for page in document for each in _on_page(page)]


def _on_page(page: Any) -> list[Tagged]:
    textpage = raw.FPDFText_LoadPage(page)
    tree = raw.FPDF_StructTree_GetForPage(page)
    words = _words(page, textpage)
    found = [
        _element(raw.FPDF_StructTree_GetChildAtIndex(tree, number), words)
        for number in range(raw.FPDF_StructTree_CountChildren(tree))
    ]
    raw.FPDF_StructTree_Close(tree)
    raw.FPDFText_ClosePage(textpage)
    return found


def _words(page: Any, textpage: Any) -> dict[int, str]:
    """The words by the number of the marked content they are in."""
    words: dict[int, str] = {}
    for number in range(raw.FPDFPage_CountObjects(page)):
        thing = raw.FPDFPage_GetObject(page, number)
        place = raw.FPDFPageObj_GetMarkedContentID(thing)
        if raw.FPDFPageObj_GetType(thing) == raw.FPDF_PAGEOBJ_TEXT and place >= 0:
            words[place] = words.get(place, "") + _shown(thing, textpage)
    return words


def _shown(thing: Any, textpage: Any) -> str:
    size = raw.FPDFTextObj_GetText(thing, textpage, None, 0)
    buffer = (ctypes.c_ushort * size)()
    raw.FPDFTextObj_GetText(thing, textpage, buffer, size)
    return bytes(buffer).decode("utf-16-le").rstrip("\0")


def _kind(element: Any) -> str:
    size = raw.FPDF_StructElement_GetType(element, None, 0)
    buffer = ctypes.create_string_buffer(size)
    raw.FPDF_StructElement_GetType(element, buffer, size)
    return buffer.raw.decode("utf-16-le").rstrip("\0")


def _element(element: Any, words: dict[int, str]) -> Tagged:
    parts: list[str | Tagged] = []
    for number in range(raw.FPDF_StructElement_CountChildren(element)):
        child = raw.FPDF_StructElement_GetChildAtIndex(element, number)
        if child:
            parts.append(_element(child, words))
        else:
            parts.append(words.get(raw.FPDF_StructElement_GetChildMarkedContentID(element, number), ""))
    return Tagged(_kind(element), tuple(parts))
