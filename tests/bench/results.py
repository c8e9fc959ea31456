"""What a part of the measuring gives: lines of a table, and goals that were met or not."""

from dataclasses import dataclass, field

from tests.bench.measuring import Ratio, Times, number


@dataclass(frozen=True, slots=True)
class Line:
    """A way with its figure, and how it compares with the way that the part is about."""

    way: str
    figure: str
    compared: str = ""


@dataclass(frozen=True, slots=True)
class Goal:
    """What was wanted in words, and what was measured."""

    words: str
    wanted: str
    measured: str
    met: bool


@dataclass(frozen=True)
class Part:
    """`bars` are for the picture: a name with a number, the longer the more."""

    title: str
    about: str
    lines: list[Line] = field(default_factory=list[Line])
    goals: list[Goal] = field(default_factory=list[Goal])
    bars: list[tuple[str, float]] = field(default_factory=list[tuple[str, float]])


def milliseconds(times: Times) -> str:
    return f"{number(1000 * times.middle)} ms"


def at_least(words: str, wanted: float, measured: Ratio) -> Goal:
    return Goal(words, f"minstens {number(wanted)} ×", f"{measured} ×", measured.middle >= wanted)


def at_most(words: str, wanted: float, measured: Ratio) -> Goal:
    return Goal(words, f"hoogstens {number(wanted)} ×", f"{measured} ×", measured.middle <= wanted)
