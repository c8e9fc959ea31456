"""The window as a program: its arguments, its library, its letter, and a short run to see that it works."""

import argparse
import tempfile
from datetime import date
from pathlib import Path

from PySide6.QtWidgets import QApplication

from composer import paths
from composer.domain.errors import ComposerError
from composer.gui.application import make_application, watch_over
from composer.gui.commands import commands
from composer.gui.session import Session
from composer.gui.settings import LIBRARIES, Settings, settings_path
from composer.gui.window import Window
from composer.library.library import Library
from composer.work.examples import example_letters
from composer.work.keeping import user_keeping
from composer.work.letters import new_letter
from composer.work.libraries import open_library

SMOKE_DAY = date(2024, 12, 10)


def run(letters: list[Path], arguments: list[str]) -> int:
    """Opens the window, with the first of `letters` that `arguments` does not use otherwise; the exit code of Qt."""
    options, _ = _parser().parse_known_args(arguments)
    application = make_application(["raadsbrief", *arguments])
    window = make_window(Settings(settings_path(options.instellingen)), tuple(options.bibliotheek))
    watch_over(window.notices.tell, window.session.keep_now)
    if options.smoke:
        return smoke(window, application)
    used = {options.instellingen, *map(str, options.bibliotheek)}
    window.show()
    for letter in [path for path in letters if str(path) not in used][:1]:
        window.files.open_path(letter)
    return application.exec()


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(add_help=False)
    parser.add_argument("--instellingen")
    parser.add_argument("--bibliotheek", type=Path, action="append", default=[])
    parser.add_argument("--smoke", action="store_true")
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


def smoke(window: Window, application: QApplication) -> int:
    """Opens a letter, makes its document in a folder that goes, closes; 0 when all of it worked."""
    session, library = window.session, window.session.library
    window.show()
    try:
        examples = example_letters()
        if examples:
            session.open(examples[0])
        else:
            template = next(iter(library.templates))
            session.start(new_letter(library, template, next(iter(library.municipalities)), SMOKE_DAY))
        application.processEvents()
        with tempfile.TemporaryDirectory() as folder:
            target = Path(folder) / "proef.docx"
            session.export(target)
            made = target.stat().st_size > 0
        session.close()
        window.close()
        application.processEvents()
    except (ComposerError, OSError) as error:
        print(error)
        return 1
    return 0 if made else 1
