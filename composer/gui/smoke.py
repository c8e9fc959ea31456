"""A short run to see that all of the program is there and works, in folders that go when it is over."""

import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QImageReader
from PySide6.QtWidgets import QApplication

from composer import paths
from composer.check.dictionary import Dictionary
from composer.check.vocabulary import language_folder
from composer.domain.errors import ComposerError
from composer.gui.pages.pdf import Pdf
from composer.gui.window import Window
from composer.intake.pdf import read_pdf
from composer.work.examples import example_letters
from composer.work.program.licences import parts

Trial = Callable[[Window, Path], bool]


def smoke(window: Window) -> int:
    """The exit code: 0 when everything works; what does not is said in a line each."""
    unforeseen = _counted()
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        failed = list(_failures(window, Path(folder)))
    for words in failed:
        print(f"werkt niet: {words}", file=sys.stderr)
    window.close()
    QApplication.processEvents()
    return 1 if failed or unforeseen else 0


def _counted() -> list[BaseException]:
    """What goes wrong unforeseen, in a slot or a thread, besides being printed."""
    found: list[BaseException] = []
    printed = sys.excepthook

    def caught(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        found.append(error)
        printed(kind, error, trace)

    sys.excepthook = caught
    return found


def _failures(window: Window, folder: Path) -> Iterator[str]:
    for words, works in TRIALS.items():
        try:
            if not works(window, folder):
                yield words
        except (ComposerError, OSError, ImportError, StopIteration) as error:
            yield f"{words} ({error})"
        QApplication.processEvents()


def _window(window: Window, folder: Path) -> bool:
    window.show()
    QApplication.processEvents()
    return window.isVisible()


def _words(window: Window, folder: Path) -> bool:
    return QCoreApplication.translate("QPlatformTheme", "Cancel") == "Annuleren"


def _library(window: Window, folder: Path) -> bool:
    return bool(window.session.library.snippets) and not window.session.library.problems


def _letter(window: Window, folder: Path) -> bool:
    window.session.open(next(iter(example_letters())))
    return window.session.review is not None


def _word(window: Window, folder: Path) -> bool:
    window.session.export(folder / "proef.docx")
    return (folder / "proef.docx").read_bytes().startswith(b"PK")


def _pdf(window: Window, folder: Path) -> bool:
    window.session.export(folder / "proef.pdf")
    pdf = Pdf((folder / "proef.pdf").read_bytes())
    page = pdf.page(0, 1.0)
    pdf.close()
    return page.image.width() > 500


def _reading(window: Window, folder: Path) -> bool:
    """Another process of this program reads it."""
    return any(any(lines) for lines in read_pdf((folder / "proef.pdf").read_bytes()).pages)


def _text_of_pdf(window: Window, folder: Path) -> bool:
    """Which another process of this program reads."""
    return any(read_pdf((folder / "proef.pdf").read_bytes()).pages)


def _spelling(window: Window, folder: Path) -> bool:
    dictionary = Dictionary(language_folder())
    return dictionary.knows("brief") and not dictionary.knows("breif")


def _pictures(window: Window, folder: Path) -> bool:
    known = {bytes(form.data()) for form in QImageReader.supportedImageFormats()}
    return {b"png", b"jpeg"} <= known and not window.windowIcon().isNull()


def _licences(window: Window, folder: Path) -> bool:
    """Only the folder for laptops has them."""
    return not hasattr(sys, "frozen") or (all(part.texts for part in parts()) and paths.licences().is_dir())


TRIALS: dict[str, Trial] = {
    "het venster": _window,
    "Nederlandse knoppen": _words,
    "de bibliotheek": _library,
    "de voorbeeldbrief": _letter,
    "het Word-document": _word,
    "de PDF": _pdf,
    "de tekst van een PDF": _text_of_pdf,
    "het lezen van een PDF": _reading,
    "de spelling": _spelling,
    "plaatjes": _pictures,
    "de licenties": _licences,
}
