"""Typing in the window, in a letter of twenty pages: what a key takes beside a bare text field, and the longest wait.

Counted is the work of the window's own thread, so that what else the machine does is left out; with RAADSBRIEF_LANG=1 the
bounds are those of the program, otherwise they leave room for a slow machine.
"""

import gc
import os
import time
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from statistics import median

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QEventLoop, QMimeData
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QTextEdit
from pytestqt.qtbot import QtBot

from composer.domain.letter import Letter
from composer.gui.application import make_application
from composer.gui.session import Session
from composer.gui.settings import Settings
from composer.gui.window import Window
from composer.gui.window_setup import set_up_window
from composer.library.journal import Journal
from composer.library.library import Library
from composer.library.versions import Versions
from composer.work.libraries import open_library
from composer.work.overview import front_of
from composer.work.program.autosave import Autosave
from tests.bench.keys import three_pages
from tests.bench.letters import repeated, the_letter

STRICT = bool(os.environ.get("RAADSBRIEF_LANG"))
TWENTY = 7
"""So many times the letter's pieces make twenty pages."""
KEYS = "de gemeente werkt samen aan een plan" if STRICT else "samen aan een plan"
LONGEST = 0.050 * (1 if STRICT else 4)
"""Seconds that the window may be busy at a stretch."""
PASTING = 0.200 * (1 if STRICT else 4)
"""Seconds that pasting three pages may take at a stretch."""
MOST = 40 if STRICT else 160
"""Times a key in a bare text field."""
BETWEEN = 0.18
"""Seconds between two keys: long enough for the page and the remarks to follow each of them."""


@pytest.fixture(scope="module")
def library() -> Library:
    return open_library()


MakeWindow = Callable[[Letter], Window]


@pytest.fixture
def make_window(qapp: QApplication, qtbot: QtBot, tmp_path: Path, library: Library) -> Iterator[MakeWindow]:
    make_application([])
    made: list[Window] = []

    def make(letter: Letter) -> Window:
        autosave = Autosave(Journal(tmp_path / "journaal"), Versions(tmp_path / "versies"))
        session = Session(library, today=date(2024, 12, 12), autosave=autosave)
        settings = Settings(tmp_path / "instellingen.ini")
        window = Window(
            front_of(library),
            settings,
            lambda window: set_up_window(window, session, lambda: library, tmp_path),
            session.today,
        )
        made.append(window)
        window.show()
        window.files.start(letter)
        window.desk.editor.go_to_piece(_middle(window))
        qtbot.wait(1000)
        gc.freeze()  # as the program does
        return window

    yield make
    gc.unfreeze()
    for window in made:
        window.desk.close_down()
        window.session.rest()
        window.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)  # pyright: ignore[reportArgumentType]


def _middle(window: Window) -> str:
    """A piece halfway that can be written in."""
    parts = [part for part in window.desk.editor.writing.parts.values() if part.kind == "stuk" and not part.hindrance]
    return parts[len(parts) // 2].piece


def takes(work: Callable[[], object]) -> float:
    """Seconds of this thread's work."""
    begun = time.thread_time()
    work()
    return time.thread_time() - begun


def typed(window: Window) -> tuple[list[float], list[float]]:
    """Seconds of each key, and of each turn of the loop in between."""
    page, keys, turns = window.desk.editor.page, list[float](), list[float]()
    for key in KEYS:
        keys.append(takes(lambda key=key: QTest.keyClicks(page, key)))
        until = time.perf_counter() + BETWEEN
        while time.perf_counter() < until:
            turns.append(takes(lambda: QApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents)))
            time.sleep(0.001)
    return sorted(keys), sorted(turns)


def bare(window: Window, qtbot: QtBot) -> float:
    """Seconds of a key in a text field that knows nothing, with the same words."""
    field = QTextEdit()
    qtbot.addWidget(field)
    field.setPlainText(window.desk.editor.page.toPlainText())
    field.resize(window.desk.editor.page.size())
    field.show()
    return median(takes(lambda key=key: QTest.keyClicks(field, key)) for key in KEYS)


def test_typing_in_twenty_pages_never_waits(make_window: MakeWindow, qtbot: QtBot) -> None:
    short, long = make_window(the_letter()), make_window(repeated(the_letter(), TWENTY))
    assert len(long.desk.editor.page.toPlainText().split()) > 6_000
    (near, _), (far, turns) = typed(short), typed(long)
    plain = bare(long, qtbot)
    told = (
        f"toets {far[len(far) // 2] * 1000:.1f} ms, kaal {plain * 1000:.2f} ms, langste beurt {turns[-1] * 1000:.0f} ms"
    )
    print(told)
    assert far[-1] < LONGEST and turns[-1] < LONGEST, told
    assert median(far) < MOST * plain, told
    assert median(far) < 3 * median(near) + 0.002, told


def test_pasting_three_pages_is_soon_done_and_typing_goes_on(make_window: MakeWindow) -> None:
    window, data = make_window(repeated(the_letter(), TWENTY)), QMimeData()
    data.setText(three_pages())
    pasted, turns = takes(lambda: window.desk.editor.clips.paste(data)), list[float]()
    until = time.perf_counter() + 1
    while time.perf_counter() < until:
        turns.append(takes(lambda: QApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents)))
    keys, after = typed(window)
    told = (
        f"plakken {pasted * 1000:.0f} ms, daarna {max(turns) * 1000:.0f} ms; toets {keys[len(keys) // 2] * 1000:.1f} ms"
    )
    print(told)
    assert max(pasted, *turns) < PASTING, told
    assert max(keys[-1], after[-1]) < LONGEST, told
