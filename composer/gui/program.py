"""The window as a program: its arguments, its settings, its library, its letter."""

import argparse
import gc
import os
import tempfile
from pathlib import Path

from PySide6.QtWidgets import QApplication

from composer import paths
from composer.gui.application import make_application, watch_over
from composer.gui.commands import commands
from composer.gui.session import Session
from composer.gui.settings import LIBRARIES, Settings, settings_path
from composer.gui.smoke import smoke
from composer.gui.window import Window
from composer.library.library import Library
from composer.work.libraries import open_library, organisation
from composer.work.program.keeping import user_keeping


def run(letters: list[Path], arguments: list[str]) -> int:
    """Opens the window, with the first of `letters` that `arguments` does not use otherwise; the exit code of Qt."""
    options, _ = _parser().parse_known_args(arguments)
    if options.smoke or options.tijd:
        return _tried(options, arguments)
    window, application = _made(options, arguments)
    watch_over(window.notices.tell, window.session.keep_now)
    used = {options.instellingen, *map(str, options.bibliotheek)}
    window.show()
    for letter in [path for path in letters if str(path) not in used][:1]:
        window.files.open_path(letter)
    gc.freeze()  # looking through the library for rubbish would hold up a key for an eighth of a second
    return application.exec()


def _tried(options: argparse.Namespace, arguments: list[str]) -> int:
    """A short run without a screen and away from the user's own folder, unless the environment says otherwise."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        os.environ.setdefault("RAADSBRIEF_MAP", folder)
        window, _ = _made(options, arguments)
        return smoke(window) if options.smoke else _shown(window)


def _made(options: argparse.Namespace, arguments: list[str]) -> tuple[Window, QApplication]:
    application = make_application(["raadsbrief", *arguments])
    settings = Settings(settings_path(options.instellingen), organisation().values)
    return make_window(settings, tuple(options.bibliotheek)), application


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(add_help=False)
    parser.add_argument("--instellingen")
    parser.add_argument("--bibliotheek", type=Path, action="append", default=[])
    parser.add_argument("--smoke", action="store_true")
    parser.add_argument("--tijd", action="store_true")
    return parser


def make_window(settings: Settings, layers: tuple[Path, ...] = ()) -> Window:
    """A window with the library of the shipped content, the user's folders and the user's own layer."""

    def load() -> Library:
        chosen = (Path(name) for name in settings.get(LIBRARIES))
        own = [paths.personal_layer()] if paths.personal_layer().is_dir() else []
        return open_library((*layers, *chosen, *own))

    session = Session(load(), keeping=user_keeping())
    window = Window(session, settings, load, paths.personal_layer())
    session.setParent(window)
    window.set_commands(commands(window))
    return window


def _shown(window: Window) -> int:
    """Shows the window, says so when it is painted, and closes it: what a measurement of the start waits for."""
    window.show()
    while not window.windowHandle().isExposed():
        QApplication.processEvents()
    QApplication.processEvents()
    print("zichtbaar", flush=True)
    window.close()
    return 0
