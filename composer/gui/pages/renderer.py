"""Pages made beside the window: a thread of its own, in which the latest request wins."""

from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QCoreApplication, QObject, QThread, Signal, Slot

from composer.domain.document import Document
from composer.domain.errors import ComposerError
from composer.gui.background import Latest
from composer.gui.pages.pdf import Page, Pdf
from composer.library.library import Library
from composer.work.documents.files import HouseStyles, writer_for


@dataclass(frozen=True, slots=True)
class Request:
    """A document to show at `scale` pixels for each point; `document` None shows the last one at another scale."""

    number: int
    document: Document | None
    library: Library
    scale: float


@dataclass(frozen=True, slots=True)
class Pages:
    """The pages of a letter; `length` counts them, the last one for the part that is filled."""

    number: int
    pages: tuple[Page, ...]
    length: float


class _Worker(QObject):
    """Lives in the thread."""

    made = Signal(object)
    failed = Signal(int, str)
    found = Signal(int, str)
    placed = Signal(int, float)

    def __init__(self, latest: Latest, styles: HouseStyles) -> None:
        super().__init__()
        self._latest, self._styles = latest, styles
        self._pdf: Pdf | None = None

    @Slot(object)
    def work(self, request: Request) -> None:
        if request.number < self._latest.number and request.document is None:
            return
        try:
            self._make(request)
        except ComposerError as error:
            self.failed.emit(request.number, error.message)

    def _make(self, request: Request) -> None:
        if request.number == self._latest.number and request.document is not None:
            self._take(self._compiled(request.document, request.library))
        if request.number == self._latest.number and self._pdf is not None:
            pages = tuple(self._pdf.page(number, request.scale) for number in range(len(self._pdf)))
            self.made.emit(Pages(request.number, pages, self._pdf.length()))

    def _compiled(self, document: Document, library: Library) -> Pdf:
        return Pdf(writer_for(".pdf")(document, self._styles.find(library, document.house_style)))

    def _take(self, pdf: Pdf) -> None:
        self.close()
        self._pdf = pdf

    @Slot(int, float, float)
    def look_up(self, number: int, x: float, y: float) -> None:
        if self._pdf is not None and number < len(self._pdf):
            self.found.emit(number, self._pdf.words_at(number, x, y))

    @Slot(str)
    def find(self, words: str) -> None:
        place = self._pdf.find(words) if self._pdf is not None and words else None
        if place is not None:
            self.placed.emit(*place)

    @Slot()
    def close(self) -> None:
        if self._pdf is not None:
            self._pdf.close()
            self._pdf = None


class PageRenderer(QObject):
    """Asks for pages and tells when they are there; never waits."""

    pages_made = Signal(object)
    failed = Signal(str)
    words_found = Signal(int, str)
    """The page from 0, and the words at the place that was asked for."""
    place_found = Signal(int, float)
    """The page from 0, and points from its top."""
    _requested = Signal(object)
    _place_requested = Signal(int, float, float)
    _words_requested = Signal(str)

    def __init__(self, parent: QObject | None, styles: HouseStyles) -> None:
        super().__init__(parent)
        self._latest = Latest()
        self._worker = _Worker(self._latest, styles)
        self._thread = QThread(self)
        self._worker.moveToThread(self._thread)
        self._requested.connect(self._worker.work)
        self._place_requested.connect(self._worker.look_up)
        self._words_requested.connect(self._worker.find)
        self._worker.placed.connect(self.place_found)
        self._worker.made.connect(self._show)
        self._worker.failed.connect(self._fail)
        self._worker.found.connect(self.words_found)
        self._thread.start(QThread.Priority.LowPriority)
        self.destroyed.connect(partial(_end, self._thread, self._latest))
        application = QCoreApplication.instance()
        assert application is not None
        application.aboutToQuit.connect(self.close)

    def show(self, document: Document | None, library: Library, scale: float) -> None:
        """The pages of a document, or with None the last one's at another scale."""
        self._latest.number += 1
        self._requested.emit(Request(self._latest.number, document, library, scale))

    def look_up(self, page: int, x: float, y: float) -> None:
        """Asks for the words at a place, in points from the page's lower left corner."""
        self._place_requested.emit(page, x, y)

    def find(self, words: str) -> None:
        """Asks where these words first stand."""
        self._words_requested.emit(words)

    def _show(self, pages: Pages) -> None:
        if pages.number == self._latest.number:
            self.pages_made.emit(pages)

    def _fail(self, number: int, message: str) -> None:
        if number == self._latest.number:
            self.failed.emit(message)

    def close(self) -> None:
        """Ends the thread after what it is doing now."""
        if self._thread.isRunning():
            _end(self._thread, self._latest)
            self._worker.close()


def _end(thread: QThread, latest: Latest, _gone: QObject | None = None) -> None:
    """Waits until nothing is being made any more; also for whoever drops the renderer without closing it."""
    latest.number += 1
    thread.quit()
    thread.wait()
