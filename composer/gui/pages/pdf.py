"""A PDF opened to be looked at: its pages as images, how full they are, and the words at a place."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import wraps
from typing import Any, Concatenate, ParamSpec, TypeVar

from PySide6.QtGui import QImage

from composer.export.validation import PDFIUM_LOCK

P = ParamSpec("P")
R = TypeVar("R")
S = TypeVar("S")


def _alone(method: Callable[Concatenate[S, P], R]) -> Callable[Concatenate[S, P], R]:
    @wraps(method)
    def guarded(self: S, *arguments: P.args, **named: P.kwargs) -> R:
        with PDFIUM_LOCK:
            return method(self, *arguments, **named)

    return guarded


EDGE = 0.045
"""The part of a page's height at its head and foot that does not count as filled."""
MEASURE = 0.35
"""Pixels for each point when a page is looked at to see how full it is."""
QUIET = 12
"""So many empty rows at that scale belong to the lines around them; the rest of a gap is not filled."""
FULL = 0.78
"""How full a page of text is, where there is no full one to compare with."""
INK = 200
"""A grey darker than this is ink."""
REACH, AROUND = 12, 30
"""Points from a place within which a character counts as there; characters before and after that are given with it."""


@dataclass(frozen=True, slots=True)
class Page:
    """A page as an image, and its size in points."""

    image: QImage
    width: float
    height: float


class Pdf:
    """To be closed by who opened it."""

    @_alone
    def __init__(self, content: bytes) -> None:
        import pypdfium2  # pyright: ignore[reportMissingTypeStubs]  # deferred: only pages need it, and it has no types

        self._pdf: Any = pypdfium2.PdfDocument(content)

    def __len__(self) -> int:
        return len(self._pdf)

    @_alone
    def close(self) -> None:
        self._pdf.close()

    @_alone
    def page(self, number: int, scale: float) -> Page:
        """A page from 0, at `scale` pixels for each point."""
        page = self._pdf[number]
        bitmap = page.render(scale=scale, rev_byteorder=True)
        size: tuple[float, float] = page.get_size()
        shape = (bitmap.width, bitmap.height, bitmap.stride, _FORMATS[bitmap.n_channels])
        image = QImage(bitmap.buffer, *shape).copy()
        bitmap.close()
        page.close()
        return Page(image, *size)

    @_alone
    def length(self) -> float:
        """The number of pages, the last one for how full it is against the first."""
        if not len(self):
            return 0.0
        last = self._filled(len(self) - 1)
        full = self._filled(0) if len(self) > 1 else FULL
        return len(self) - 1 + max(min(last / full if full else 1.0, 1.0), 0.1)

    def _filled(self, number: int) -> float:
        """The part of a page's height that has text."""
        page = self._pdf[number]
        bitmap = page.render(scale=MEASURE, grayscale=True)
        data, width, stride, height = bytes(bitmap.buffer), bitmap.width, bitmap.stride, bitmap.height
        bitmap.close()
        page.close()
        edge = round(height * EDGE)
        rows = (data[row * stride : row * stride + width] for row in range(edge, height - edge))
        return _covered([min(row) < INK for row in rows]) / height

    @_alone
    def find(self, words: str) -> tuple[int, float] | None:
        """The first page with these words, and where they stand: points from its top; None when they are nowhere."""
        for number in range(len(self)):
            page = self._pdf[number]
            text = page.get_textpage()
            searcher = text.search(words)
            found: tuple[int, int] | None = searcher.get_next()
            place = (number, page.get_height() - text.get_charbox(found[0])[3]) if found else None
            for part in (searcher, text, page):
                part.close()
            if place is not None:
                return place
        return None

    @_alone
    def words_at(self, number: int, x: float, y: float) -> str:
        """The words around a place, in points from the page's lower left corner; empty where there are none."""
        page = self._pdf[number]
        text = page.get_textpage()
        at: int | None = text.get_index(x, y, REACH, REACH)
        start = max((at or 0) - AROUND, 0)
        found: str = "" if at is None else text.get_text_range(start, min(2 * AROUND, text.count_chars() - start))
        text.close()
        page.close()
        return found


_FORMATS = {1: QImage.Format.Format_Grayscale8, 3: QImage.Format.Format_RGB888, 4: QImage.Format.Format_RGBX8888}


def _covered(inked: list[bool]) -> int:
    """The rows with ink and the short gaps between them."""
    covered, quiet = 0, QUIET
    for ink in inked:
        quiet = 0 if ink else quiet + 1
        covered += quiet < QUIET
    return covered
