"""The Qt application: style, type, Qt's own texts in Dutch, and what happens when something unforeseen goes wrong."""

import sys
import traceback
from collections.abc import Callable
from types import TracebackType

from PySide6.QtCore import QLibraryInfo, QLocale, QTranslator
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QApplication

from composer import __version__
from composer.gui.theme import BODY


def make_application(arguments: list[str]) -> QApplication:
    """The one application of this process, new or there already."""
    there = QApplication.instance()
    application = there if isinstance(there, QApplication) else QApplication(arguments)
    QLocale.setDefault(QLocale(QLocale.Language.Dutch, QLocale.Country.Netherlands))
    application.setApplicationName("Raadsbrief")
    application.setApplicationDisplayName("Raadsbrief")
    application.setApplicationVersion(__version__)
    application.setStyle("Fusion")
    application.setFont(_sized(application.font()))
    _translate(application)
    return application


def _sized(font: QFont) -> QFont:
    """The system's own type in our size."""
    made = QFont(font)
    made.setPixelSize(BODY)
    return made


def _translate(application: QApplication) -> None:
    translator = QTranslator(application)
    if translator.load("qtbase_nl", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)):
        application.installTranslator(translator)


def watch_over(tell: Callable[[str], object], keep: Callable[[], object]) -> None:
    """Whatever goes wrong in the window is kept from the user's work: it is saved aside and said in one sentence.

    The details go to standard error, for who mends it.
    """

    def caught(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        traceback.print_exception(kind, error, trace)
        if issubclass(kind, KeyboardInterrupt):
            sys.exit(130)
        keep()
        tell(
            "Er ging iets mis in het programma. Uw werk is bewaard; sla de brief op en start opnieuw als het blijft haperen."
        )

    sys.excepthook = caught
