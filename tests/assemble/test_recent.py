"""What is kept from one letter to the next is what would be made anew, and no more is made than what changed."""

from random import Random

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
