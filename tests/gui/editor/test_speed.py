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
LONGEST = 0.050
"""Seconds that a key may take in a letter of twenty pages."""


def long_letter(letter: Letter, library: Library) -> Letter:
    """About 9,000 words: twenty pages and more."""
    passages = [s.id for s in library.snippets.values() if not s.condition and s.voice == "college"]
    sections: dict[str, list[Piece]] = {name: [] for name in letter.sections}
    for number, (name, passage) in enumerate(zip(cycle(sections), passages[:60], strict=False)):
        own = f"{WORDS * 4}\n\n- punt {number}\n- {{{{ gemeente.naam }}}}\n\n{WORDS * 2}"
        sections[name] += [Piece(id=f"s{number}", snippet=passage), Piece(id=f"o{number}", text=own)]
    return letter.having(sections={name: tuple(pieces) for name, pieces in sections.items()})


def keys_take(type_key: Callable[[str], None], keys: str) -> list[float]:
    """Seconds for each key."""
    taken: list[float] = []
    for key in keys:
        begun = time.perf_counter()
        type_key(key)
        taken.append(time.perf_counter() - begun)
    return sorted(taken)


def test_typing_in_twenty_pages_never_waits(make_desk: MakeDesk, small: Letter, content: Library) -> None:
    desk = make_desk(long_letter(small, content))
    assert len(desk.page.toPlainText().split()) > 8_000
    for piece in ("o2", "o30", "s31"):
        desk.editor.go_to_piece(piece)
        taken = keys_take(desk.keys, "een zin die men typt " * 2)
        assert median(taken) < LONGEST / 2
        assert taken[-3] < LONGEST


def test_a_long_letter_is_typed_in_about_as_fast_as_a_short_one(
    make_desk: MakeDesk, small: Letter, content: Library
) -> None:
    short, long = make_desk(small), make_desk(long_letter(small, content))
    short.at_end("c")
    long.editor.go_to_piece("o30")
    keys = "een zin die men typt " * 2
    assert median(keys_take(long.keys, keys)) < 6 * median(keys_take(short.keys, keys)) + 0.002


def test_following_ones_own_typing_is_fast(make_desk: MakeDesk, small: Letter, content: Library) -> None:
    desk = make_desk(long_letter(small, content))
    desk.editor.go_to_piece("o30")
    desk.keys("x")
    desk.settle()
    taken: list[float] = []
    for _ in range(5):
        begun = time.perf_counter()
        desk.writing.refresh()
        taken.append(time.perf_counter() - begun)
    assert min(taken) < LONGEST


def test_beside_a_bare_text_field(qtbot: QtBot, make_desk: MakeDesk, small: Letter) -> None:
    """A key costs a few milliseconds more than in a text field that knows nothing."""
    desk, bare = make_desk(small), QTextEdit()
    qtbot.addWidget(bare)
    bare.setPlainText(desk.page.toPlainText())
    bare.show()
    desk.at_end("c")
    keys = "een zin die men typt " * 2
    plain = median(keys_take(lambda key: QTest.keyClicks(bare, key), keys))
    assert median(keys_take(desk.keys, keys)) < plain * 40 + LONGEST / 2
