"""The Qt application: style, fonts, Qt's own texts in Dutch, and the handling of unexpected errors."""

import sys
import traceback
from collections.abc import Callable
from types import TracebackType

from PySide6.QtCore import QLibraryInfo, QLocale, QTranslator
from PySide6.QtGui import QFont, QFontDatabase, QIcon
from PySide6.QtWidgets import QApplication

from composer import __version__, paths
from composer.gui.theme import BODY


def make_application(arguments: list[str]) -> QApplication:
    """The QApplication of this process, made at the first call."""
    there = QApplication.instance()
    application = there if isinstance(there, QApplication) else QApplication(arguments)
    QLocale.setDefault(QLocale(QLocale.Language.Dutch, QLocale.Country.Netherlands))
    application.setApplicationName("Raadsbrief")
    application.setApplicationDisplayName("Raadsbrief")
    application.setApplicationVersion(__version__)
    application.setStyle("Fusion")
    _have_type()
    application.setFont(_sized(application.font()))
    application.setWindowIcon(QIcon(str(paths.resources() / "beeldmerk" / "raadsbrief.png")))
    application.setDesktopFileName("raadsbrief")
    _translate(application)
    return application


_ALIASES = {"Sans Serif", "Serif", "Monospace"}
"""What fontconfig lists even where there is nothing behind it."""


def _have_type() -> None:
    """On a Linux without any fonts, uses the fonts of documents for the window too."""
    if sys.platform == "linux" and set(QFontDatabase.families()) <= _ALIASES:
        for name in ("Regular", "Bold", "Italic"):
            QFontDatabase.addApplicationFont(str(paths.resources() / "lettertypen" / f"Carlito-{name}.ttf"))


def _sized(font: QFont) -> QFont:
    """The system's font in our size."""
    made = QFont(font)
    made.setPixelSize(BODY)
    return made


def _translate(application: QApplication) -> None:
    translator = QTranslator(application)
    if translator.load("qtbase_nl", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)):
        application.installTranslator(translator)


def watch_over(tell: Callable[[str], object], keep: Callable[[], object]) -> None:
    """Handles unexpected errors: `keep` saves the user's work, `tell` shows one sentence.

    The traceback goes to standard error and, once for each place, into a report; neither has text of the letter.
    """
    seen: set[tuple[str, ...]] = set()

    def caught(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        if issubclass(kind, KeyboardInterrupt):
            sys.exit(130)
        steps = traceback.format_tb(trace)
        print("".join(steps), kind.__qualname__, sep="", file=sys.stderr)
        tell(_KEPT if _done(keep) else _NOT_KEPT)
        if (place := (kind.__qualname__, *steps[-1:])) not in seen:
            from composer.work.program.reporting_errors import report  # deferred: mostly nothing goes wrong

            seen.add(place)
            report(error, "venster")

    sys.excepthook = caught


_KEPT = (
    "Er ging iets mis in het programma. Uw werk is bewaard; sla de brief op en start opnieuw als het blijft haperen."
)
_NOT_KEPT = (
    "Er ging iets mis in het programma. Sla de brief nu op, onder een andere naam, en start het programma opnieuw."
)


def _done(keep: Callable[[], object]) -> bool:
    try:
        keep()
    except Exception:  # whatever it is, the user must hear that the work is not safe yet
        return False
    return True
