"""All checks of a two-page letter against laying out its pages, as a ratio; and what one changed piece takes."""

import time
from datetime import date
from itertools import count, islice

import pytest

from composer import paths
from composer.assemble.letter import Assembler
from composer.check.checking import Checker
from composer.check.context import CheckContext
from composer.domain.letter import Letter, Piece
from composer.library.layers import load
from composer.library.library import Library
from composer.work.documents.files import house_style, render_document
from composer.work.letters import new_letter
from tests.bench.measuring import Way, in_turns

TODAY = date(2025, 3, 5)
TWO_PAGES = "vervolgbrief"
ROUNDS = 9


@pytest.fixture(scope="module")
def shipped() -> Library:
    return load(paths.content())


@pytest.fixture
def letter(shipped: Library) -> Letter:
    return new_letter(shipped, TWO_PAGES, "GM1721", TODAY)


def least(**ways: Way) -> list[float]:
    """Milliseconds of this process's own work in the quickest of some rounds, taken in turns."""
    return [1000 * min(times.each) for times in in_turns(ways, ROUNDS, time.process_time).values()]


def test_all_checks_take_less_than_laying_out_the_pages(shipped: Library):
    """For another municipality each time, since the writer of pages remembers those of the same letter."""
    assembler = Assembler(shipped)
    letters = [new_letter(shipped, TWO_PAGES, cbs, TODAY) for cbs in islice(shipped.municipalities, 2 * ROUNDS + 2)]
    subjects = [CheckContext(letter, assembler.assemble(letter), shipped, TODAY) for letter in letters]
    style = house_style(shipped, subjects[0].assembly.document.house_style)
    laid, checked = iter(subjects), iter(subjects)
    pages, checks = least(
        pages=lambda: render_document(next(laid).assembly.document, style, ".pdf"),
        checks=lambda: Checker().check(next(checked)),
    )
    print(f"\npages {pages:.1f} ms, all checks {checks:.1f} ms, ratio {checks / pages:.2f}")
    assert checks < pages


def test_one_changed_piece_takes_a_part_of_it(shipped: Library, letter: Letter):
    assembler, checker, numbers = Assembler(shipped), Checker(), count()
    checker.check(CheckContext(letter, assembler.assemble(letter), shipped, TODAY))
    own = letter.pieces()[1].id

    def subject() -> CheckContext:
        text = f"Wij schrijven zelf zin {next(numbers)} over de zorg. En nog een zin."
        typed = letter.with_piece(Piece.model_validate({"id": own, "tekst": text}))
        return CheckContext(typed, assembler.assemble(typed), shipped, TODAY)

    subjects, whole = (
        iter([subject() for _ in range(10)]),
        CheckContext(letter, assembler.assemble(letter), shipped, TODAY),
    )
    typing, anew = least(typing=lambda: checker.check(next(subjects)), anew=lambda: Checker().check(whole))
    print(f"\none piece {typing:.1f} ms, all anew {anew:.1f} ms")
    assert typing < 0.25 * anew
