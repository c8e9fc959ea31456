"""Anything a writer may do, in any order: the paper and the letter stay alike, and undo goes all the way back."""

import os
import random
from collections.abc import Callable
from dataclasses import dataclass

import pytest
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QApplication

from composer.domain.letter import Letter, Piece
from composer.gui.actions import perform
from composer.gui.editor.document_reader import extents
from composer.work.writing.lines import normalised, without_blank_ends
from tests.gui.editor.conftest import ASKS, FACT, PASSAGE, Desk, MakeDesk

KEY = Qt.Key
NONE, CTRL, SHIFT, ALT = (
    Qt.KeyboardModifier.NoModifier,
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.AltModifier,
)
BARE = "Return Backspace Delete Tab Up Down Left Right Home End"
STROKES = [
    *[(KEY[f"Key_{name}"], NONE) for name in BARE.split()],
    *[(KEY[f"Key_{name}"], SHIFT) for name in ["Left", "Down", "Up", "Return", "Backtab", "End"]],
    *[(KEY[f"Key_{name}"], CTRL) for name in ["B", "I", "Z", "Y", "Backspace", "Delete", "X", "C", "V", "A"]],
    *[(KEY[f"Key_{name}"], CTRL | SHIFT) for name in ["L", "N", "K", "T", "Right", "Delete"]],
    *[(KEY[f"Key_{name}"], ALT) for name in ["Up", "Down"]],
]
PASTED = [
    "<p>een <b>twee</b></p>",
    "<ul><li>a<ul><li>b</li></ul></li></ul><p>c</p>",
    "<table><tr><td>1<td>2</table>",
    "<h2>Kop</h2><p>woorden</p>",
    "een\ntwee",
]
EVERYTHING = """\
## Kop

Een [link](https://x.nl) en {{ gemeente.naam }}.[^x]

- a
  1. b

| h | k |
| --- | --- |
| 1 | 2 |
"""
SEEDS = 100 if os.environ.get("RAADSBRIEF_LANG") else 9


@dataclass
class Writer:
    """Somebody who does anything to the letter."""

    desk: Desk
    chance: random.Random

    def do_something(self) -> None:
        often = [self.write, self.stroke] * 4
        self.chance.choice([*often, self.jump, self.reach, self.paste, self.compose, self.drag, *self.seldom()])()

    def seldom(self) -> list[Callable[[], object]]:
        desk = self.desk
        return [desk.settle, self.elsewhere, self.cite, self.link, self.rows, desk.editor.next_gap, self.insert]

    def write(self) -> None:
        self.desk.keys(self.chance.choice(["a", "zin. ", "*", "1. ", "{{ x }}"]))

    def stroke(self) -> None:
        self.desk.key(*self.chance.choice(STROKES))

    def jump(self) -> None:
        self.desk.place(self.chance.randrange(self.desk.page.document().characterCount()))

    def reach(self) -> None:
        last = self.desk.page.document().characterCount()
        start = self.chance.randrange(last)
        self.desk.select(start, min(start + self.chance.choice([1, 3, 30, 300]), last - 1))

    def paste(self) -> None:
        data, words = QMimeData(), self.chance.choice(PASTED)
        data.setHtml(words) if self.chance.random() < 0.7 else data.setText(words)
        self.desk.page.insertFromMimeData(data)

    def compose(self) -> None:
        event = QInputMethodEvent()
        event.setCommitString("\u00eb")
        QApplication.sendEvent(self.desk.page, event)

    def drag(self) -> None:
        pieces = [piece.id for found in self.desk.letter.sections.values() for piece in found]
        piece, below = self.chance.choice(pieces or [""]), self.chance.choice(list(self.desk.writing.parts.values()))
        if piece and below.section and below.piece != piece:
            self.desk.page.margin.move_below(piece, below)

    def elsewhere(self) -> None:
        name = self.chance.choice(["GM0171", "GM1721"])
        self.desk.session.change(self.desk.letter.with_changes(municipality=name), "gemeente kiezen")

    def cite(self) -> None:
        self.desk.editor.catch_up()
        self.desk.editor.formatting.cite(FACT)

    def link(self) -> None:
        self.desk.editor.catch_up()
        words, _, first, last = self.desk.editor.formatting.link_at_cursor()
        self.desk.editor.formatting.set_link(words or "hier", "https://x.nl", first, last)

    def rows(self) -> None:
        names = ("rij-toevoegen", "rij-verwijderen", "kolom-toevoegen", "kolom-verwijderen", "tabel-verwijderen")
        specs = {spec.id: spec for spec in self.desk.editor.actions()}
        perform(specs[self.chance.choice(names)])

    def insert(self) -> None:
        self.desk.editor.insert_snippet(PASSAGE)


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
            assert normalised(lines) == normalised(part.lines), part.key
        else:
            assert without_blank_ends(lines) == without_blank_ends(part.lines), part.key


@pytest.mark.parametrize("seed", range(SEEDS))
def test_the_paper_and_the_letter_stay_alike(make_desk: MakeDesk, small: Letter, seed: int) -> None:
    chance = random.Random(seed)
    letter = small.with_section(
        "vervolg", (Piece(id="d", snippet=ASKS), Piece(id="e", text=EVERYTHING), Piece(id="f", snippet=PASSAGE))
    )
    desk = make_desk(letter)
    writer = Writer(desk, chance)
    for _ in range(60):
        writer.do_something()
        if chance.random() < 0.2:
            agree(desk)
    agree(desk)
    while desk.session.undo_words:
        desk.session.undo()
    agree(desk)
    assert desk.letter == letter
