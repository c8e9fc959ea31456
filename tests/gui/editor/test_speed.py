"""Typing in a long letter: no key takes long, whatever the length of the letter."""

import time
from collections.abc import Callable
from itertools import cycle
from statistics import median

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QTextEdit
from pytestqt.qtbot import QtBot

from composer.domain.letter import Letter, Piece
from composer.library.library import Library
from tests.gui.editor.conftest import MakeDesk

WORDS = (
    "De gemeente werkt samen met de regio aan het plan en informeert de raad zodra er meer bekend is over de gevolgen. "
)
KEYS = "een zin die men typt " * 2
LONGEST = 0.050
"""Seconds of work that a key may cost in a letter of twenty pages."""


def long_letter(letter: Letter, library: Library) -> Letter:
    """About 9,000 words: twenty pages and more."""
    passages = [s.id for s in library.snippets.values() if not s.condition and s.voice == "college"]
    sections: dict[str, list[Piece]] = {name: [] for name in letter.sections}
    for number, (name, passage) in enumerate(zip(cycle(sections), passages[:60], strict=False)):
        own = f"{WORDS * 4}\n\n- punt {number}\n- {{{{ gemeente.naam }}}}\n\n{WORDS * 2}"
        sections[name] += [Piece(id=f"s{number}", snippet=passage), Piece(id=f"o{number}", text=own)]
    return letter.having(sections={name: tuple(pieces) for name, pieces in sections.items()})


def keys_take(type_key: Callable[[str], None], keys: str) -> list[float]:
    """Seconds of this thread's work for each key; what else the machine does is left out."""
    taken: list[float] = []
    for key in keys:
        begun = time.thread_time()
        type_key(key)
        taken.append(time.thread_time() - begun)
    return sorted(taken)


def test_typing_in_twenty_pages_never_waits(make_desk: MakeDesk, small: Letter, content: Library) -> None:
    """Each key is quick wherever it is typed, about as quick as in a short letter, and so is what follows a pause."""
    short, desk = make_desk(small), make_desk(long_letter(small, content))
    assert len(desk.page.toPlainText().split()) > 8_000
    short.at_end("c")
    quick = median(keys_take(short.keys, KEYS))
    for piece in ("o2", "o30", "s31"):
        desk.editor.go_to_piece(piece)
        taken = keys_take(desk.keys, KEYS)
        assert median(taken) < min(LONGEST / 2, 6 * quick + 0.002)
        assert taken[-3] < LONGEST
    desk.settle()
    assert min(keys_take(lambda _: desk.writing.refresh(), "12345")) < LONGEST


def test_beside_a_bare_text_field(qtbot: QtBot, make_desk: MakeDesk, small: Letter) -> None:
    """A key costs a few milliseconds more than in a text field that knows nothing."""
    desk, bare = make_desk(small), QTextEdit()
    qtbot.addWidget(bare)
    bare.setPlainText(desk.page.toPlainText())
    bare.show()
    desk.at_end("c")
    plain = median(keys_take(lambda key: QTest.keyClicks(bare, key), KEYS))
    assert median(keys_take(desk.keys, KEYS)) < plain * 40 + LONGEST / 2
