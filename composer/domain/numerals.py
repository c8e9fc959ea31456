"""Numbers in words: drieënnegentig, honderdvijftig, vijfduizend."""

from collections.abc import Iterator

from composer.domain.dutch import NUMBERS

_TENS = ("twintig", "dertig", "veertig", "vijftig", "zestig", "zeventig", "tachtig", "negentig")


def _hundred() -> Iterator[tuple[str, int]]:
    """één to honderd, drieënnegentig included."""
    yield from ((word, number) for number, word in enumerate(NUMBERS) if number)
    for ten, word in enumerate(_TENS, start=2):
        yield word, ten * 10
        for unit in range(1, 10):
            name = "een" if unit == 1 else NUMBERS[unit]
            yield f"{name}{'ën' if name.endswith('e') else 'en'}{word}", ten * 10 + unit
    yield "honderd", 100


HUNDRED = dict(_hundred())
"""The numbers up to honderd by their words."""
_SMALL = "|".join(sorted(HUNDRED, key=len, reverse=True))
_BELOW = rf"(?:(?:{_SMALL})?honderd(?:en)?(?:{_SMALL})?|{_SMALL})"
NUMERAL = rf"(?:(?:{_BELOW})?duizend(?:en)?\s?(?:{_BELOW})?|{_BELOW})"
"""A pattern for every number in words below a million; it may match what is none, such as drieduizendhonderdhonderd."""


def numeral(words: str) -> int | None:
    """The number that words say; None when they say none."""
    thousands, much, rest = words.lower().replace(" ", "").rpartition("duizend")
    number, more = _below(rest), _below(thousands) if thousands else 1
    if not much:
        return number
    if more is None or (rest and number is None):
        return None
    return more * 1000 + (number or 0)


def _below(word: str) -> int | None:
    """A number below a thousand, or twaalfhonderd."""
    if word in HUNDRED:
        return HUNDRED[word]
    hundreds, much, rest = word.rpartition("honderd")
    times, more = HUNDRED.get(hundreds, 1 if not hundreds else 0), HUNDRED.get(rest.removeprefix("en"), 0)
    return times * 100 + more if much and 0 < times < 100 and (more or not rest) else None
