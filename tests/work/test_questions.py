"""What the council may ask: what holds on the day answers it, and a piece that tells that, or is about it, says so."""

from datetime import date

import pytest

from composer.domain.letter import Letter, Piece
from composer.library.library import Library
from composer.work.documents.making import review
from composer.work.following.questions import Question, in_lines, open_line, question_record, questions
from composer.work.writing.availability import PassageAvailability
from tests.libraries import a_letter

TODAY = date(2024, 12, 20)
MONEY, MEANING = "Is er in 2025 geld?", "Wat betekent dit voor ons?"


def asked(letter: Letter, library: Library) -> dict[str, Question]:
    found = questions(review(letter, library, library, TODAY), PassageAvailability(letter, library, library))
    return {question.words: question for question in found}


def empty(**changes: object) -> Letter:
    return a_letter("Zo.").with_changes(sections={}, **changes)


@pytest.mark.parametrize(("day", "fact"), [(date(2024, 12, 10), "spuk-vervalt"), (date(2024, 12, 20), "spuk-blijft")])
def test_the_answer_is_what_holds_on_the_reference_date(library: Library, day: date, fact: str) -> None:
    answer = asked(empty(reference_day=day), library)[MONEY].answer
    assert answer is not None
    assert answer.id == fact


def test_before_anything_is_known_it_is_not_asked(library: Library) -> None:
    assert MONEY not in asked(empty(reference_day=date(2024, 11, 1)), library)


def test_a_piece_that_cites_what_holds_answers(library: Library) -> None:
    told = asked(a_letter("De SPUK blijft.[^spuk-blijft]"), library)[MONEY]
    assert told.pieces == ("a1",)
    assert told.offers == ()


def test_a_piece_that_cites_what_no_longer_holds_does_not(library: Library) -> None:
    assert asked(a_letter("De SPUK vervalt.[^spuk-vervalt]"), library)[MONEY].pieces == ()


def test_what_is_left_open_has_the_passages_that_would_say_it(library: Library) -> None:
    assert [snippet.id for snippet in asked(empty(), library)[MONEY].offers] == ["spuk-blijft-beschikbaar"]


@pytest.mark.parametrize(
    "piece", [Piece(id="b1", text="Wij wachten af."), Piece(id="b1", snippet="spuk-blijft-beschikbaar")]
)
def test_a_piece_about_the_subject_answers_what_only_a_letter_can_tell(library: Library, piece: Piece) -> None:
    assert asked(empty(), library)[MEANING].pieces == ()
    assert asked(empty().with_section("geld", (piece,)), library)[MEANING].pieces == ("b1",)


def test_what_is_left_open_comes_first(library: Library) -> None:
    letter = empty().with_section("geld", (Piece(id="b1", text="Wij wachten af."),))
    assert [bool(question.pieces) for question in asked(letter, library).values()] == [False, True]


def test_it_can_be_taken_along(library: Library) -> None:
    found = list(asked(a_letter("De SPUK blijft.[^spuk-blijft]"), library).values())
    assert f"{MONEY}\nDe SPUK blijft in 2025 beschikbaar. Staat in de brief." in in_lines(found)
    assert question_record(found[-1])["in_de_brief"] is True


@pytest.mark.parametrize(
    ("pieces", "words"),
    [
        (((),), "Deze vraag kunnen raadsleden stellen; de brief zegt er nog niets over."),
        (((), ("a1",)), "Deze 2 vragen kunnen raadsleden stellen; één staat niet in de brief."),
        (((), ()), "Deze 2 vragen kunnen raadsleden stellen; geen ervan staat al in de brief."),
        ((("a1",), ("a1",)), "Deze 2 vragen kunnen raadsleden stellen; alle staan in de brief."),
        (((), (), ("a1",)), "Deze 3 vragen kunnen raadsleden stellen; 2 staan niet in de brief."),
    ],
)
def test_how_much_is_left_open_is_one_sentence(pieces: tuple[tuple[str, ...], ...], words: str) -> None:
    assert open_line([Question("?", None, each, ()) for each in pieces]) == words
