"""Undo gives back the very value that was there, redo the very value that was undone."""

from typing import Any

from hypothesis import given
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule

from composer.domain.letter import Letter
from composer.work.writing.history import MAX_STEPS, History
from tests.libraries import a_letter


def letter(text: str) -> Letter:
    return a_letter(text)


def texts(history: History) -> str | None:
    return history.present.pieces()[0].text


START = History(letter("0"))


def test_a_change_can_be_taken_back_and_done_again() -> None:
    changed = START.changed(letter("1"), "Tekst gewijzigd")
    assert changed.undone().present == letter("0")
    assert changed.undone().redone() == changed


def test_the_words_of_a_step_say_what_is_taken_back_and_done_again() -> None:
    changed = START.changed(letter("1"), "Eerste").changed(letter("2"), "Tweede")
    assert [step.words for step in changed.past] == ["Eerste", "Tweede"]
    assert [step.words for step in changed.undone().future] == ["Tweede"]


def test_a_change_that_changes_nothing_is_no_step() -> None:
    assert START.changed(letter("0"), "Niets") == START


def test_there_is_nothing_before_the_first_and_after_the_last() -> None:
    assert START.undone() == START
    assert START.redone() == START


def test_a_new_change_forgets_what_was_undone() -> None:
    branched = START.changed(letter("1"), "a").undone().changed(letter("2"), "b")
    assert branched.redone() == branched
    assert branched.undone().present == letter("0")


def test_typing_in_one_place_is_one_step() -> None:
    typed = START
    for text in ("1", "12", "123"):
        typed = typed.changed(letter(text), "Getypt", merge="a1")
    assert (len(typed.past), texts(typed.undone())) == (1, "0")


def test_typing_in_another_place_is_another_step() -> None:
    typed = START.changed(letter("1"), "Getypt", merge="a1").changed(letter("2"), "Getypt", merge="a2")
    assert (len(typed.past), texts(typed.undone())) == (2, "1")


def test_typing_on_after_an_undo_forgets_what_was_undone() -> None:
    typed = START.changed(letter("1"), "Getypt", merge="a1").changed(letter("2"), "Weg").undone()
    typed_on = typed.changed(letter("3"), "Getypt", merge="a1")
    assert typed_on.redone() == typed_on
    assert (texts(typed_on), texts(typed_on.undone())) == ("3", "0")


def test_saving_replaces_the_present_and_is_no_step() -> None:
    saved = START.changed(letter("1"), "a").replaced(letter("1, met id"))
    assert (texts(saved), texts(saved.undone())) == ("1, met id", "0")


def test_the_number_of_steps_is_bounded() -> None:
    history = START
    for number in range(1, MAX_STEPS + 50):
        history = history.changed(letter(str(number)), "stap")
    assert len(history.past) == MAX_STEPS
    assert texts(history) == str(MAX_STEPS + 49)


@given(st.lists(st.integers(0, 9).map(str), max_size=20))
def test_all_steps_back_and_forth_give_every_value_again(values: list[str]) -> None:
    seen = [START.present]
    history = START
    for value in values:
        history = history.changed(letter(value), "stap")
        if history.present != seen[-1]:
            seen.append(history.present)
    back = [history.present]
    while history.past:
        history = history.undone()
        back.append(history.present)
    assert back == seen[::-1]
    forth = [history.present]
    while history.future:
        history = history.redone()
        forth.append(history.present)
    assert forth == seen


class Editing(RuleBasedStateMachine):
    """A history against the simplest thing that does the same: a list of values and a position in it."""

    def __init__(self) -> None:
        super().__init__()
        self.history = START
        self.values: list[Letter] = [START.present]
        self.at = 0

    @rule(text=st.integers(0, 4).map(str))
    def change(self, text: str) -> None:
        self.history = self.history.changed(letter(text), "stap")
        if letter(text) != self.values[self.at]:
            self.values = [*self.values[: self.at + 1], letter(text)]
            self.at += 1

    @rule()
    def undo(self) -> None:
        self.history = self.history.undone()
        self.at = max(self.at - 1, 0)

    @rule()
    def redo(self) -> None:
        self.history = self.history.redone()
        self.at = min(self.at + 1, len(self.values) - 1)

    @invariant()
    def the_same(self) -> None:
        assert self.history.present == self.values[self.at]
        assert len(self.history.past) == self.at
        assert len(self.history.future) == len(self.values) - 1 - self.at


TestEditing: Any = Editing.TestCase
