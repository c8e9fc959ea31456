"""The window as a program: its arguments, its settings, its library, its letter."""

import argparse
import gc
import os
from collections.abc import Generator, Iterator
from contextlib import contextmanager, nullcontext
from datetime import date
from importlib import import_module
from pathlib import Path

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication

from composer import paths
from composer.gui.application import make_application, watch_over
from composer.gui.settings import LIBRARIES, Settings, settings_path
from composer.gui.window import Window
from composer.library.cache import run_to_end
from composer.work.library_loader import LibraryLoader, set_by_organisation


def run(letters: list[Path], arguments: list[str]) -> int:
    """Opens the window, with the first of `letters` that `arguments` does not use otherwise; the exit code of Qt."""
    options, _ = _parser().parse_known_args(arguments)
    if options.smoke or options.tijd:
        return _tried(options, arguments, _named(letters, options))
    window, application = _made(options, arguments)
    watch_over(window.notices.tell, lambda: window.complete and window.session.autosave_now())
    _show(window, _named(letters, options))
    return application.exec()


def _named(letters: list[Path], options: argparse.Namespace) -> list[Path]:
    used = {options.instellingen, *map(str, options.bibliotheek)}
    return [path for path in letters if str(path) not in used][:1]


def _show(window: Window, letters: list[Path]) -> None:
    """At home at once; where there is a letter, or one was left unsaved, with all that it needs."""
    if letters or any(paths.journal().glob("*.json")):
        window.finish_loading()
    window.show()
    for letter in letters:
        window.files.open_path(letter)


def _tried(options: argparse.Namespace, arguments: list[str], letters: list[Path]) -> int:
    """A short run without a screen and away from the user's own folder, unless the environment says otherwise."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    with nullcontext() if "RAADSBRIEF_MAP" in os.environ else _folder_of_its_own():
        window, _ = _made(options, arguments)
        return _smoke(window) if options.smoke else _shown(window, letters)


@contextmanager
def _folder_of_its_own() -> Generator[None]:
    import tempfile  # deferred: nobody else has a use for it

    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        os.environ["RAADSBRIEF_MAP"] = folder
        yield


def _smoke(window: Window) -> int:
    from composer.gui.smoke import smoke  # deferred, as above

    return smoke(window)


def _made(options: argparse.Namespace, arguments: list[str]) -> tuple[Window, QApplication]:
    application = make_application(["raadsbrief", *arguments])
    presets = set_by_organisation()
    settings = Settings(settings_path(options.instellingen), presets.values if presets else {})
    window = make_window(settings, tuple(options.bibliotheek))
    window.ready.connect(_settle)
    return window, application


def _settle() -> None:
    """Freezes the objects made so far: a garbage collection over the library would block the window for 125 ms."""
    gc.freeze()
    gc.enable()


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(add_help=False)
    parser.add_argument("--instellingen")
    parser.add_argument("--bibliotheek", type=Path, action="append", default=[])
    parser.add_argument("--smoke", action="store_true")
    parser.add_argument("--tijd", action="store_true")
    return parser


def make_window(settings: Settings, layers: tuple[Path, ...] = ()) -> Window:
    """A window with the library of the shipped content, the user's folders and the user's own layer."""

    def entrance() -> LibraryLoader:
        chosen = (Path(name) for name in settings.get(LIBRARIES))
        own = [paths.personal_layer()] if paths.personal_layer().is_dir() else []
        return LibraryLoader((*layers, *chosen, *own))

    first = entrance()

    def furnishing(window: Window) -> Iterator[None]:
        for name in DEFERRED_IMPORTS:
            import_module(name)
            yield
        library = yield from first.load_steps()
        from composer.gui.session import Session
        from composer.gui.window_setup import set_up_window  # deferred: what the first picture does without
        from composer.work.program.autosave import user_autosave

        session = Session(library, autosave=user_autosave())
        yield from set_up_window(window, session, lambda: run_to_end(entrance().load_steps()), paths.personal_layer())

    return Window(first.summary(), settings, furnishing, date.today())


DEFERRED_IMPORTS = (
    "pydantic.main",
    "pydantic.types",
    "composer.domain.model",
    "composer.domain.fact",
    "composer.domain.letter",
    "composer.library.library",
    "composer.library.chunks",
    "jinja2",
    "markdown_it",
    "composer.assemble.compiled_text",
    "composer.assemble.letter",
    "composer.check.checking",
    "composer.export.docx.base",
    "composer.export.house_style",
    "composer.work.documents.making",
    "composer.work.writing.letter_view",
    "composer.gui.session",
    "composer.gui.editor.page",
    "composer.gui.editor.editor",
    "composer.gui.passages.panel",
    "composer.gui.pages.panel",
    "composer.gui.desk.desk",
    "composer.gui.forms.context",
    "composer.gui.commands",
    "composer.gui.window_setup",
)
"""Modules that are imported after the first picture, so far apart that a key can come in between."""


def _shown(window: Window, letters: list[Path]) -> int:
    """Shows the window and closes it; says when it is painted, when a key was typed in it, and when all has come in."""
    _show(window, letters)
    while not window.windowHandle().isExposed():
        QApplication.processEvents()
    QApplication.processEvents()
    print("zichtbaar", flush=True)
    if field := window.focusWidget():
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            QApplication.sendEvent(field, QKeyEvent(kind, Qt.Key.Key_B, Qt.KeyboardModifier.NoModifier, "b"))
        field.repaint()
    print("getypt", flush=True)
    while not window.complete:
        QApplication.processEvents()
    print("klaar", flush=True)
    window.session.drop_unsaved()
    window.session.close()
    window.close()
    return 0
