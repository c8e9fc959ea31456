"""Ten thousand passages in a list: scrolling and searching beside a plain list of as many plain lines.

Counted is the work of the window's own thread, so that what else the machine does is left out; the bounds leave room for
several times what is usual.
"""

import gc
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path
from random import Random
from statistics import median

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QStringListModel
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QListView, QWidget

from composer.domain.snippet import Snippet
from composer.gui.application import make_application
from composer.gui.dialogs import Dialogs
from composer.gui.editorial.contents import ContentsPanel
from composer.gui.forms.context import LibraryContext
from composer.gui.notices import Notices
from composer.gui.passages.panel import PassagePanel
from composer.gui.session import Session
from composer.gui.settings import Settings
from composer.gui.theme import LIGHT
from composer.library.library import Library
from composer.work.libraries import open_library
from tests.bench.letters import the_letter, vocabulary

MANY, STEPS, WORD = 10_000, 30, "gemeente"


@pytest.fixture(autouse=True)
def frozen() -> Iterator[None]:
    """What other tests left behind is not looked through for rubbish here; the program freezes what it made as well."""
    gc.collect()
    gc.freeze()
    yield
    gc.unfreeze()


@pytest.fixture(scope="module")
def library() -> Library:
    shipped = open_library()
    subjects, words = tuple(shipped.subjects), vocabulary()
    made = (_passage(number, subjects[number % len(subjects)], Random(number), words) for number in range(MANY))
    return replace(shipped, snippets={**shipped.snippets, **{snippet.id: snippet for snippet in made}})


def _passage(number: int, subject: str, chance: Random, words: tuple[str, ...]) -> Snippet:
    chosen = [chance.choice(words) for _ in range(60)]
    record = {
        "id": f"proef-{number}",
        "titel": f"Over {chosen[0]} en {chosen[1]}, nummer {number}",
        "onderwerp": subject,
    }
    return Snippet.model_validate({**record, "status": "vastgesteld", "tekst": f"{' '.join(chosen)}."})


@pytest.fixture
def host(qapp: QApplication) -> Iterator[QWidget]:
    make_application([])
    made = QWidget()
    made.resize(1200, 900)
    yield made
    made.close()
    made.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)  # pyright: ignore[reportArgumentType]


class Plain:
    """A plain list of as many lines, and a field to search them."""

    def __init__(self, host: QWidget, library: Library) -> None:
        self.lines = [snippet.title for snippet in library.snippets.values()]
        self.model = QStringListModel(self.lines)
        self.list = QListView(host)
        self.list.setModel(self.model)
        self.list.setGeometry(820, 0, 320, 860)
        self.field = QLineEdit(host)
        self.field.textChanged.connect(self.look)

    def look(self, words: str) -> None:
        wanted = words.lower().split()
        self.model.setStringList([line for line in self.lines if all(word in line.lower() for word in wanted)])


def seconds(work: Callable[[], object]) -> float:
    begun = time.thread_time()
    work()
    return time.thread_time() - begun


def scrolled(view: QListView) -> float:
    """Seconds for a step to another place in the list with its painting: the median of steps all over it."""
    bar = view.verticalScrollBar()

    def step(number: int) -> None:
        bar.setValue(bar.maximum() * number // STEPS)
        view.viewport().repaint()

    spent = [seconds(lambda number=number: step(number)) for number in range(STEPS + 1)]
    last = view.indexAt(view.viewport().rect().center())
    assert last.row() > view.model().rowCount() - 40
    return median(spent)


def typed(field: QLineEdit, settle: Callable[[], object]) -> list[float]:
    """Seconds for each letter of a word in a search field, until the list shows what was found."""

    def key(letter: str) -> None:
        QTest.keyClick(field, letter)  # pyright: ignore[reportCallIssue, reportArgumentType]  # a letter is a key as well
        settle()

    return [seconds(lambda letter=letter: key(letter)) for letter in WORD]


def events() -> None:
    QApplication.processEvents()


def laid_out(view: QListView) -> bool:
    """Whether all rows have their place."""
    last = view.model().index(view.model().rowCount() - 1, 0)
    return view.visualRect(last).bottom() > view.verticalScrollBar().maximum()


def test_passages_scroll_and_are_found_at_once(host: QWidget, library: Library) -> None:
    """Usually a step takes three times a plain list's, for the texts on the cards, and a letter one and a half times."""
    session = Session(library, today=date(2024, 12, 12))
    session.setParent(host)
    panel = PassagePanel(session, LIGHT, host)
    panel.setParent(host)
    panel.setGeometry(0, 0, 320, 860)
    plain = Plain(host, library)
    host.show()
    session.start(the_letter())
    blocked: list[float] = []

    def settle() -> None:
        for _ in range(3):
            blocked.append(seconds(events))
            while panel.busy:
                blocked.append(seconds(events))

    settle()
    session.review_now()  # reads the dictionary, once, which is not the list's doing
    blocked.clear()
    assert panel.list.passages.rowCount() > MANY * 0.9
    while not laid_out(panel.list):
        blocked.append(seconds(events))
    assert scrolled(panel.list) < 10 * scrolled(plain.list)
    plainly, ours = median(typed(plain.field, events)), median(typed(panel.search, settle))
    assert ours < 15 * plainly
    assert max(blocked) < 10 * plainly
    session.close()


def test_the_contents_of_the_library_open_scroll_and_are_found_at_once(
    host: QWidget, library: Library, tmp_path: Path
) -> None:
    """Usually opening takes ten times as long as putting plain lines in order, a step as long, and a letter twice as long."""
    session = Session(library, today=date(2024, 12, 12))
    session.setParent(host)
    settings = Settings(tmp_path / "instellingen.ini")
    context = LibraryContext(session, settings, Notices(host), Dialogs(host), tmp_path / "eigen", lambda: LIGHT)
    panel = ContentsPanel(context)
    panel.setParent(host)
    panel.setGeometry(0, 0, 800, 860)
    host.show()
    events()
    opened = seconds(panel.refresh)
    longest = max(seconds(events) for _ in range(200))
    plain = Plain(host, library)
    plain.list.show()
    ordered = min(seconds(lambda: plain.model.setStringList(sorted(plain.lines, key=str.casefold))) for _ in range(3))
    assert opened < 100 * ordered
    assert panel.model.rowCount() > MANY
    assert scrolled(panel.list) < 5 * scrolled(plain.list)
    plainly = median(typed(plain.field, events))
    assert longest < 25 * plainly
    assert median(typed(panel.search, panel.look)) < 15 * plainly
    session.close()
