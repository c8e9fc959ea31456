"""What is kept from one letter to the next is what would be made anew, and no more is made than what changed."""

from gc import collect
from random import Random
from weakref import ref

import pytest

from composer.assemble import cache as cache_module
from composer.assemble.cache import GenerationCache


class Thing:
    def __init__(self, number: int) -> None:
        self.number = number


class Counting:
    """Sums up a row, and knows of how many things it did."""

    def __init__(self) -> None:
        self.made = 0

    def step(self, before: int, thing: Thing) -> tuple[int, str]:
        self.made += 1
        return before + thing.number, f"{before}+{thing.number}"

    def words(self, thing: Thing) -> str:
        self.made += 1
        return str(thing.number)


def summed(row: list[Thing], state: int) -> tuple[str, ...]:
    plain, found = Counting(), list[str]()
    for thing in row:
        state, words = plain.step(state, thing)
        found.append(words)
    return tuple(found)


def changed(row: list[Thing], chance: Random) -> list[Thing]:
    """Some things taken out of a row, and others put in their place."""
    first = chance.randint(0, len(row))
    others = [Thing(chance.randint(0, 2)) for _ in range(chance.randint(0, 3))]
    return [*row[:first], *others, *row[first + chance.randint(0, 3) :]]


def test_a_row_is_as_it_would_be_made_anew() -> None:
    chance, cache, counting = Random(4), GenerationCache(), Counting()
    row: list[Thing] = []
    for _ in range(2_000):
        row, state = changed(row, chance)[:12], chance.choice((0, 0, 0, 5))
        assert cache.map_incrementally(row, "words", counting.words) == tuple(str(thing.number) for thing in row)
        assert cache.scan_incrementally(row, "sum", state, counting.step) == summed(row, state)


def test_of_a_row_only_what_changed_is_made() -> None:
    cache, row = GenerationCache(), [Thing(number) for number in range(100)]
    for make in ("along", "on"):
        counting = Counting()

        def again(things: list[Thing], given: int = 0, make: str = make, counting: Counting = counting) -> int:
            counting.made = 0
            if make == "along":
                cache.map_incrementally(things, "words", counting.words, given)
            else:
                cache.scan_incrementally(things, "sum", 0, counting.step, given)
            return counting.made

        assert again(row) == 100
        assert again(row) == 0
        assert again([*row[:50], Thing(50), *row[51:]]) == 1
        assert again(row) == 1
        assert again([*row[:50], *row[51:]]) == (0 if make == "along" else 49)
        assert again(row[:50]) == 0
        assert again(row[:50], 1) == 50


def test_what_is_still_about_the_same_is_not_made_again() -> None:
    cache = GenerationCache()
    assert cache.get_or_refresh("a", (1, "x"), lambda: "made") == "made"
    assert cache.get_or_refresh("a", (1, "x"), lambda: "again") == "made"
    assert cache.get_or_refresh("a", (2, "x"), lambda: "again") == "again"
    assert cache.get_or_refresh("b", (2, "x"), lambda: "other") == "other"


def test_an_entry_for_a_thing_keeps_it_so_that_its_id_is_never_that_of_another() -> None:
    cache, alive = GenerationCache(), list[ref[Thing]]()

    def number_of_a_new_thing(number: int) -> int:
        thing = Thing(number)
        alive.append(ref(thing))
        return cache.get_or_make_for(thing, "number", lambda: number)

    assert [number_of_a_new_thing(number) for number in range(100)] == list(range(100))
    collect()
    assert all(thing() for thing in alive)
    assert len(cache) == 100


def test_an_equal_thing_is_another_thing() -> None:
    cache, made = GenerationCache(), Counting()
    one, other = [1], [1]
    for thing in (one, other, one, other):
        cache.get_or_make_for(thing, "number", lambda thing=thing: made.words(Thing(thing[0])))
    assert made.made == 2


def test_what_two_generations_did_not_ask_for_is_made_again(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cache_module, "HEADROOM", 0)
    cache, made = GenerationCache(), list[str]()

    def letter(keys: str) -> bool:
        dropped = cache.next_generation()
        for key in keys:
            cache.get_or_make(key, lambda key=key: made.append(key) or key)
        return dropped

    assert [letter(keys) for keys in ("ab", "acd", "ae", "b", "f", "a")] == [False, False, True, False, False, True]
    assert "".join(made) == "abcdef"
    letter("abc")
    assert "".join(made) == "abcdefc"
    assert len(cache) < 9
