"""The example letters go round in Word: untouched they come back as they went, and of a retyped word just that word is told."""

import random
import re
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from pathlib import Path

import pytest

from composer.library.library import Library
from composer.work.documents.files import house_style
from composer.work.documents.making import Reviewed, review
from composer.work.examples import example_letters
from composer.work.letters import open_letter
from composer.work.libraries import open_library
from composer.work.returned.applying import apply_changes
from composer.work.returned.result import Returned
from composer.work.returned.review_copy import came_back, review_copy
from composer.work.writing.diff import readable
from tests.work.word_edits import WordFile

DAY = date(2025, 3, 1)
EDITS = 2
"""Words that are retyped in each letter, each by itself."""
OTHER = "vervangwoord"
WORD = re.compile(r"\b[a-z]{4,}\b")


@dataclass(frozen=True)
class Example:
    reviewed: Reviewed
    library: Library
    rendering: Library

    @cached_property
    def word(self) -> bytes:
        style = house_style(self.rendering, self.reviewed.assembly.document.house_style)
        return review_copy(self.reviewed, self.library, style)

    def back(self, path: Path) -> Returned:
        style = house_style(self.rendering, self.reviewed.assembly.document.house_style)
        return came_back(self.reviewed, self.library, style, path)

    def words_once(self) -> list[str]:
        """The words of pieces that stand in the whole file once, and that are no part of a term written out."""
        word = WordFile(self.word)
        whole = " ".join(word.texts()).casefold()
        printed = [(p.piece.id, readable(p.blocks)) for p in self.reviewed.assembly.pieces if p.printed]
        found = [(own, " ".join(word.texts(piece))) for piece, text in printed for own in WORD.findall(text)]
        return [own for own, shown in found if own in shown and whole.count(own) == 1]


@pytest.fixture(scope="module")
def library() -> Library:
    return open_library()


@pytest.fixture(params=example_letters(), ids=lambda path: path.stem)
def example(request: pytest.FixtureRequest, library: Library) -> Example:
    letter, rendering = open_letter(request.param, library)
    return Example(review(letter, rendering, library, DAY), library, rendering)


def test_what_was_not_touched_comes_back_as_it_went(example: Example, tmp_path: Path) -> None:
    path = tmp_path / "terug.docx"
    path.write_bytes(example.word)
    returned = example.back(path)
    assert (returned.changed, returned.outside, returned.comments) == ((), (), ())
    assert len(returned.pieces) == sum(bool(p.printed and p.blocks) for p in example.reviewed.assembly.pieces)


@pytest.mark.parametrize("tracked", [True, False])
def test_of_a_retyped_word_just_that_word_is_told(example: Example, tracked: bool, tmp_path: Path) -> None:
    for word in random.Random(int(tracked)).sample(sorted(example.words_once()), EDITS):
        edited = WordFile(example.word, tracked=tracked)
        edited.replace(word, OTHER)
        returned = example.back(edited.save(tmp_path / "terug.docx"))
        (back,) = returned.changed
        assert back.outcome == "gewijzigd" and back.doubts == () and returned.outside == ()
        assert [(s.change, s.text) for s in back.difference if s.change != "gelijk"] == [
            ("weg", word),
            ("nieuw", OTHER),
        ]
        check_taken_over(example, returned)


def check_taken_over(example: Example, returned: Returned) -> None:
    """The letter with it reads as what came back, and every other piece is what it was."""
    (back,) = returned.changed
    letter = example.reviewed.letter
    taken = apply_changes(letter, returned, example.reviewed.assembly, {back.key})
    again = review(taken.letter, example.rendering, example.library, DAY)
    words = {piece.piece.id: readable(piece.blocks) for piece in again.assembly.pieces}
    assert taken.refused == () and words[back.key] == back.words
    others = [piece for piece in letter.pieces() if piece.id != back.key]
    assert all(taken.letter.piece(piece.id) == piece for piece in others)
