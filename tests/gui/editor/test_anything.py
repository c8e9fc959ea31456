"""Anything a writer may do, in any order: the paper and the letter stay alike, and undo goes all the way back."""

import random
from collections.abc import Callable

import pytest
from PySide6.QtCore import QMimeData, Qt

from composer.domain.letter import Letter, Piece
from composer.gui.editor.reading import extents
from composer.work.lines import settled, written
from tests.gui.editor.conftest import ASKS, PASSAGE, Desk, MakeDesk

KEY = Qt.Key
NONE, CTRL, SHIFT, ALT = (
    Qt.KeyboardModifier.NoModifier,
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.AltModifier,
)
STROKES = [
    *[(key, NONE) for key in (KEY.Key_Return, KEY.Key_Backspace, KEY.Key_Delete, KEY.Key_Tab, KEY.Key_Up, KEY.Key_Down)],
    *[(key, NONE) for key in (KEY.Key_Left, KEY.Key_Right, KEY.Key_Home, KEY.Key_End)],
    *[(key, SHIFT) for key in (KEY.Key_Left, KEY.Key_Down, KEY.Key_Up, KEY.Key_Return, KEY.Key_Backtab, KEY.Key_End)],
    *[(key, CTRL) for key in (KEY.Key_B, KEY.Key_I, KEY.Key_Z, KEY.Key_Y, KEY.Key_Backspace, KEY.Key_Delete, KEY.Key_X, KEY.Key_C)],
    *[(key, CTRL | SHIFT) for key in (KEY.Key_L, KEY.Key_N, KEY.Key_K, KEY.Key_T, KEY.Key_Right)],
    *[(key, ALT) for key in (KEY.Key_Up, KEY.Key_Down)],
]  # fmt: skip
PASTED = [
    "<p>een <b>twee</b></p>",
    "<ul><li>a<ul><li>b</li></ul></li></ul><p>c</p>",
    "<table><tr><td>1<td>2</table>",
    "een\ntwee",
]


def deeds(desk: Desk, chance: random.Random) -> list[Callable[[], object]]:
    def stroke() -> None:
        key, held = chance.choice(STROKES)
        desk.key(key, held)

    def jump() -> None:
        desk.place(chance.randrange(desk.page.document().characterCount()))

    def reach() -> None:
        last = desk.page.document().characterCount()
        start = chance.randrange(last)
        desk.select(start, min(start + chance.choice([3, 30, 300]), last - 1))

    def paste() -> None:
        data = QMimeData()
        data.setHtml(chance.choice(PASTED)) if chance.random() < 0.7 else data.setText(chance.choice(PASTED))
        desk.page.insertFromMimeData(data)

    def elsewhere() -> None:
        name = chance.choice(["GM0171", "GM1721"])
        desk.session.change(desk.letter.having(municipality=name), "gemeente kiezen")

    def write() -> None:
        desk.keys(chance.choice(["a", "zin. ", "*", "1. ", "{{ x }}"]))

    return [write, write, write, stroke, stroke, stroke, stroke, jump, reach, paste, desk.settle, elsewhere]


def agree(desk: Desk) -> None:
    """The paper shows what the letter says, part by part."""
    desk.settle()
    sheet = desk.writing.sheet
    assert sheet is not None
    where = extents(desk.page.document())
    assert list(where) == [part.key for part in sheet.parts] == list(desk.writing.parts)
    for part in sheet.parts:
        lines = desk.writing.reader.lines(where[part.key])
        if part.kind == "stuk":
            assert settled(lines) == settled(part.lines), part.key
        else:
            assert written(lines) == written(part.lines), part.key


@pytest.mark.parametrize("seed", range(12))
def test_the_paper_and_the_letter_stay_alike(make_desk: MakeDesk, small: Letter, seed: int) -> None:
    chance = random.Random(seed)
    text = "## Kop\n\nEen [link](https://x.nl) en {{ gemeente.naam }}.[^x]\n\n- a\n  1. b\n\n| h | k |\n| --- | --- |\n| 1 | 2 |\n"
    letter = small.with_section(
        "vervolg", (Piece(id="d", snippet=ASKS), Piece(id="e", text=text), Piece(id="f", snippet=PASSAGE))
    )
    desk = make_desk(letter)
    for _ in range(60):
        chance.choice(deeds(desk, chance))()
        if chance.random() < 0.2:
            agree(desk)
    agree(desk)
    while desk.session.undo_words:
        desk.session.undo()
    agree(desk)
    assert desk.letter == letter
