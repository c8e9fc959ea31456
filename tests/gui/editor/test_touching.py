"""What a key does not touch: in a letter of twenty pages only the piece that is written in is made and checked again."""

from collections.abc import Iterator

import pytest
from PySide6.QtTest import QTest

from composer.assemble.pieces import AssembledPiece
from composer.check import checking
from composer.check.context import CheckContext
from composer.domain.finding import Finding
from composer.gui.elements import Button
from composer.gui.findings.panel import FindingPanel
from tests.bench.letters import repeated, the_letter
from tests.gui.editor.conftest import Desk, Heard, MakeDesk

TWENTY = 7
"""So many times the letter's pieces make twenty pages."""
LONG = "\n\n".join(f"Alinea {number} van een lange eigen tekst over de zorg in de regio." for number in range(60))


@pytest.fixture
def checked(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The pieces that were checked, each time again."""
    found: list[str] = []

    def check(piece: AssembledPiece, context: CheckContext) -> Iterator[Finding]:
        found.append(piece.piece.id)
        yield from ()

    monkeypatch.setattr(checking, "PIECE_CHECKS", (*checking.PIECE_CHECKS, (None, check)))
    return found


class Held:
    """What the editor and its letter are made of at this moment, to be told from what is made after it."""

    def __init__(self, desk: Desk) -> None:
        self.desk = desk
        self.things = self._things()

    def _things(self) -> dict[str, tuple[object, ...]]:
        review = self.desk.session.review
        assert review is not None
        words = [part for part in self.desk.writing.parts.values() if part.kind == "stuk"]
        return {
            "pieces": review.assembly.pieces,
            "blocks": review.assembly.document.blocks,
            "parts": tuple(words),
            "fields": self.desk.editor.fields.rows,
        }

    def made_since(self) -> dict[str, int]:
        """How many things of each kind are others than those."""
        known = {id(thing) for things in self.things.values() for thing in things}
        counted = {kind: sum(id(each) not in known for each in things) for kind, things in self._things().items()}
        return {kind: count for kind, count in counted.items() if count}


ONE = {"pieces": 1, "blocks": 1, "parts": 1}


def test_a_key_makes_one_piece_and_one_block_anew(make_desk: MakeDesk, checked: list[str]) -> None:
    letter = repeated(the_letter(), TWENTY)
    own = next(piece for piece in letter.pieces() if piece.text is not None)
    desk = make_desk(letter)
    desk.at_end(own.id)
    desk.keys("a")
    desk.settle()
    assert len(checked) > len(letter.pieces())
    checked.clear()
    held, written = Held(desk), desk.changes()
    desk.keys("bc")
    assert checked == []
    desk.settle()
    assert (held.made_since(), checked, len(written.calls)) == (ONE, [own.id], 2)


def test_of_a_long_piece_a_key_makes_one_block_anew(make_desk: MakeDesk) -> None:
    letter = the_letter()
    own = next(piece for piece in letter.pieces() if piece.text is not None)
    desk = make_desk(letter.with_piece(own.model_copy(update={"text": LONG})))
    desk.put(own.id, "Alinea 30 van")
    desk.keys("x")
    desk.settle()
    held = Held(desk)
    desk.keys("y")
    desk.settle()
    assert held.made_since() == ONE


def test_a_remark_stays_as_long_as_its_finding(make_desk: MakeDesk) -> None:
    letter = the_letter()
    own = next(piece for piece in letter.pieces() if piece.text is not None)
    desk = make_desk(letter)
    panel = FindingPanel(desk.session)
    panel.setParent(desk.editor)
    panel.follow()
    before = {remark.finding: remark for remark in panel.remarks()}
    assert len(before) > 1
    counted = Heard(panel.counted)
    desk.at_end(own.id)
    desk.keys(" Er zijn 4711 zaken.")
    desk.settle()
    review = desk.session.review
    assert review is not None and counted.calls
    after = panel.remarks()
    assert [remark.finding for remark in after] == list(review.findings)
    assert len(after) > len(before)
    assert all(remark is before[remark.finding] for remark in after if remark.finding in before)
    controls = [control for remark in after for control in remark.controls]
    assert tab_order(controls[0], controls) == controls


def tab_order(first: Button, among: list[Button]) -> list[Button]:
    """Those of the buttons that the Tab key comes to, from the first on."""
    found, widget = [first], first.nextInFocusChain()
    while widget is not None and widget is not first:
        found += [button for button in among if button is widget]
        widget = widget.nextInFocusChain()
    return found


def test_the_tools_come_after_the_key(make_desk: MakeDesk) -> None:
    desk = make_desk(the_letter())
    own = next(piece for piece in desk.letter.pieces() if piece.text is not None)
    desk.at_start(own.id)
    tool = desk.tool("vet")
    desk.keys("a")
    desk.editor.formatting.toggle("bold")
    assert not tool.isChecked()
    QTest.qWait(100)
    assert tool.isChecked()
