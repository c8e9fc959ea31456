"""The editor with a real session and the real library, on a letter whose pieces are known."""

from collections.abc import Callable, Iterator
from datetime import date

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QPoint, Qt, SignalInstance
from PySide6.QtGui import QTextCursor
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from composer.assemble.markdown_writer import to_markdown
from composer.domain.letter import Letter, Piece
from composer.gui.editor.document_reader import extents
from composer.gui.editor.editor import TOOLS_DELAY, LetterEditor
from composer.gui.editor.painting import bar_rect, bring_into_view, stretches
from composer.gui.editor.positions import end, start
from composer.gui.elements import Button
from composer.gui.session import Session
from composer.gui.theme import LIGHT
from composer.library.library import Library
from composer.work.letters import new_letter
from composer.work.writing.lines import blocks_of

PASSAGE = "vng-resolutie-aangenomen"
ASKS = "regio-mandaatgemeente"
FACT = "resolutie-ingestemd-alv-2024-vng-2025"
OWN = "In de regio werken wij door aan het plan. Vragen? Bel {{ gemeente.adres }}.\n\nTot ziens.\n"


class Heard:
    """What a signal told, from now on."""

    def __init__(self, signal: SignalInstance) -> None:
        self.calls: list[tuple[object, ...]] = []
        signal.connect(self._take)

    def _take(self, *told: object) -> None:
        self.calls.append(told)


class Desk:
    """An editor on the screen, with what a writer does to it."""

    def __init__(self, session: Session) -> None:
        self.session = session
        self.editor = LetterEditor(session, LIGHT)
        self.page = self.editor.page
        self.writing = self.page.writing

    @property
    def letter(self) -> Letter:
        assert self.session.letter is not None
        return self.session.letter

    def piece(self, name: str) -> Piece:
        found = self.letter.piece(name)
        assert found is not None
        return found

    def written(self, name: str) -> str:
        """The writer's own text of a piece, of a passage its adapted text."""
        piece = self.piece(name)
        return (piece.text if piece.text is not None else piece.adapted) or ""

    def changes(self) -> Heard:
        """What is written in the document."""
        return Heard(self.page.document().contentsChange)

    def tool(self, name: str) -> Button:
        """A button of the bar, once it shows what holds at the cursor."""
        QTest.qWait(2 * TOOLS_DELAY)
        return self.editor.bar.buttons[name]

    def keys(self, text: str) -> None:
        QTest.keyClicks(self.page, text)

    def key(self, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier, times: int = 1) -> None:
        for _ in range(times):
            QTest.keyClick(self.page, key, modifier)

    def ctrl(self, key: Qt.Key) -> None:
        self.key(key, Qt.KeyboardModifier.ControlModifier)

    def put(self, piece: str, words: str, *, behind: bool = True) -> None:
        """The cursor behind, or before, words of a piece."""
        at = self.find(piece, words)
        self.place(at + (len(words) if behind else 0))

    def find(self, piece: str, words: str) -> int:
        first, last = self.bounds(piece)
        text = self.text(first, last)
        assert words in text, text
        return first + text.index(words)

    def select(self, first: int, last: int) -> None:
        cursor = self.page.textCursor()
        cursor.setPosition(first)
        cursor.setPosition(last, QTextCursor.MoveMode.KeepAnchor)
        self.page.setTextCursor(cursor)

    def select_words(self, piece: str, words: str) -> None:
        at = self.find(piece, words)
        self.select(at, at + len(words))

    def place(self, position: int) -> None:
        cursor = self.page.textCursor()
        cursor.setPosition(position)
        self.page.setTextCursor(cursor)

    def bounds(self, piece: str) -> tuple[int, int]:
        extent = extents(self.page.document())[piece if ":" in piece else f"stuk:{piece}"]
        return start(self.page.document(), extent), end(self.page.document(), extent)

    def at_start(self, piece: str) -> None:
        self.place(self.bounds(piece)[0])

    def at_end(self, piece: str) -> None:
        self.place(self.bounds(piece)[1])

    def text(self, first: int, last: int) -> str:
        cursor = QTextCursor(self.page.document())
        cursor.setPosition(first)
        cursor.setPosition(last, QTextCursor.MoveMode.KeepAnchor)
        return cursor.selectedText()

    def words(self, piece: str) -> str:
        """What the paper shows of a piece, a line for each of its blocks."""
        return self.text(*self.bounds(piece)).replace("\u2029", "\n")

    def source(self, piece: str) -> str:
        """What a piece reads as, in the dialect."""
        return to_markdown(blocks_of(self.writing.parts[f"stuk:{piece}"].lines))

    def order(self) -> list[str]:
        """The parts on the paper, from top to bottom."""
        return list(extents(self.page.document()))

    def settle(self) -> None:
        """The review that follows typing."""
        self.session.review_now()

    def bar(self, piece: str) -> QPoint:
        """The middle of a piece's mark in the margin."""
        found = next(s for s in stretches(self.page, self.writing) if s.part.piece == piece)
        return bar_rect(self.page, found).center().toPoint()

    def rect_of(self, piece: str, words: str) -> QPoint:
        """The middle of words on the screen, scrolled to when they are not."""
        bring_into_view(self.page, extents(self.page.document())[f"stuk:{piece}"])
        at = self.find(piece, words)
        first, last = QTextCursor(self.page.document()), QTextCursor(self.page.document())
        first.setPosition(at)
        last.setPosition(at + len(words))
        return (self.page.cursorRect(first).center() + self.page.cursorRect(last).center()) / 2

    def click(self, point: QPoint) -> None:
        QTest.mouseClick(self.page.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, point)


MakeDesk = Callable[[Letter], Desk]


@pytest.fixture
def make_desk(qtbot: QtBot, content: Library) -> Iterator[MakeDesk]:
    made: list[Desk] = []

    def make(letter: Letter) -> Desk:
        desk = Desk(Session(content, today=date(2024, 12, 12)))
        made.append(desk)
        desk.editor.resize(760, 900)
        desk.session.start(letter)
        desk.editor.show()
        qtbot.waitExposed(desk.editor)
        desk.editor.activateWindow()
        desk.page.setFocus()
        qtbot.waitUntil(desk.page.hasFocus)
        return desk

    yield make
    for desk in made:
        desk.editor.close()
        desk.editor.deleteLater()
        desk.session.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)  # pyright: ignore[reportArgumentType]


@pytest.fixture
def small(content: Library) -> Letter:
    """A passage in one section; in another the same passage and words of the writer's own."""
    letter = new_letter(content, "raadsinformatiebrief", "Bernheze", date(2024, 12, 10), day=date(2024, 12, 12))
    filled = {
        "resolutie": (Piece(id="a", snippet=PASSAGE),),
        "gevolgen": (Piece(id="b", snippet=PASSAGE), Piece(id="c", text=OWN)),
    }
    return letter.with_changes(sections={name: filled.get(name, ()) for name in letter.sections})


@pytest.fixture
def desk(make_desk: MakeDesk, small: Letter) -> Desk:
    return make_desk(small)


def own(letter: Letter, text: str) -> Letter:
    """The letter with the writer's own words as its only piece in the section gevolgen."""
    return letter.with_section("gevolgen", (Piece(id="c", text=text),))
