"""Conditions with three outcomes: yes, no, and not known."""

from itertools import product
from typing import Any

import pytest

from composer.assemble.expressions import truth
from composer.assemble.jinja import parse_condition
from composer.domain.errors import ComposerError
from composer.domain.uncertain_date import UncertainDate
from composer.domain.values import CountValue, DateValue, PercentageValue, YearValue

YES, NO, UNKNOWN = True, False, None
NAMES: dict[str, Any] = {
    "a": {"ja": "ja", "nee": "nee", "leeg": None, "tekst": "Bergdam", "lijst": ("Bergdam", "Oosterleek"), "dag": "2024-12-01"},
    "feit": {
        "f": {
            "jaar": YearValue(kind="jaar", value=2025),
            "aantal": CountValue(kind="aantal", value=3),
            "deel": PercentageValue.model_validate({"soort": "percentage", "waarde": "93.5"}),
            "dag": DateValue(kind="datum", value=UncertainDate.model_validate("2024-12-17")),
        }
    },
}  # fmt: skip


def holds(source: str, names: dict[str, Any] = NAMES) -> bool | None:
    return truth(parse_condition(source), names).holds


Outcome = bool | None
Pair = tuple[Outcome, Outcome]
VALUES: dict[Outcome, str] = {YES: "a.ja", NO: "a.nee", UNKNOWN: "a.leeg"}
AND: dict[Pair, Outcome] = {
    (YES, YES): YES,
    (YES, NO): NO,
    (YES, UNKNOWN): UNKNOWN,
    (NO, NO): NO,
    (NO, UNKNOWN): NO,
    (UNKNOWN, UNKNOWN): UNKNOWN,
}
OR: dict[Pair, Outcome] = {
    (YES, YES): YES,
    (YES, NO): YES,
    (YES, UNKNOWN): YES,
    (NO, NO): NO,
    (NO, UNKNOWN): UNKNOWN,
    (UNKNOWN, UNKNOWN): UNKNOWN,
}
NOT: dict[Outcome, Outcome] = {YES: NO, NO: YES, UNKNOWN: UNKNOWN}


@pytest.mark.parametrize(("left", "right"), list(product(VALUES, repeat=2)))
def test_and_is_as_kleene_has_it(left: bool | None, right: bool | None) -> None:
    expected = AND[(left, right)] if (left, right) in AND else AND[(right, left)]
    assert holds(f"{VALUES[left]} and {VALUES[right]}") is expected


@pytest.mark.parametrize(("left", "right"), list(product(VALUES, repeat=2)))
def test_or_is_as_kleene_has_it(left: bool | None, right: bool | None) -> None:
    expected = OR[(left, right)] if (left, right) in OR else OR[(right, left)]
    assert holds(f"{VALUES[left]} or {VALUES[right]}") is expected


@pytest.mark.parametrize("value", VALUES)
def test_not_is_as_kleene_has_it(value: bool | None) -> None:
    assert holds(f"not {VALUES[value]}") is NOT[value]


@pytest.mark.parametrize(("first", "second", "third"), list(product(VALUES, repeat=3)))
def test_the_laws_of_de_morgan_hold_for_what_is_not_known_too(
    first: bool | None, second: bool | None, third: bool | None
) -> None:
    a, b, c = VALUES[first], VALUES[second], VALUES[third]
    assert holds(f"not ({a} and {b} or {c})") is holds(f"(not {a} or not {b}) and not {c}")


CASES: list[tuple[str, bool | None]] = [
    ('a.ja == "ja"', YES),
    ('a.ja == "nee"', NO),
    ('a.ja != "nee"', YES),
    ('a.leeg == "ja"', UNKNOWN),
    ('a.leeg != "ja"', UNKNOWN),
    ("a.leeg == a.leeg", UNKNOWN),
    ('"ja" == a.leeg', UNKNOWN),
    ('a.leeg in ["ja", "nee"]', UNKNOWN),
    ('a.ja in ["ja", "nee"]', YES),
    ('a.ja not in ["ja", "nee"]', NO),
    ('a.ja in ["x", a.tekst]', NO),
    ('a.tekst in ["x", a.tekst]', YES),
    ("a.tekst in a.lijst", YES),
    ('"Dalen" in a.lijst', NO),
    ('"Dalen" not in a.lijst', YES),
    ("a.ja in a.leeg", UNKNOWN),
    ("a.leeg is bekend", NO),
    ("a.leeg is onbekend", YES),
    ("a.ja is bekend", YES),
    ("a.nee is bekend", YES),
    ("a.leeg is not bekend", YES),
    ("a.leeg is onbekend or a.leeg == 'x'", YES),
    ("a.leeg is bekend and a.leeg == 'x'", NO),
    ("a.tekst", YES),
    ("a.lijst", YES),
    ("a.leeg", UNKNOWN),
    ('feit["f"].jaar == 2025', YES),
    ('feit["f"].jaar > 2024', YES),
    ('feit["f"].jaar < 2025', NO),
    ('feit["f"].aantal >= 3', YES),
    ('feit["f"].aantal <= 2', NO),
    ('2 < feit["f"].aantal < 4', YES),
    ('2 < feit["f"].aantal < a.leeg', UNKNOWN),
    ('4 < feit["f"].aantal < a.leeg', NO),
    ('feit["f"].deel > 93', YES),
    ('feit["f"].dag == "2024-12-17"', YES),
    ('feit["f"].dag > a.dag', YES),
    ('feit["f"].dag > "2025-01-01"', NO),
    ("true", YES),
    ("false", NO),
]


@pytest.mark.parametrize(("source", "outcome"), CASES, ids=[source for source, _ in CASES])
def test_a_condition_is_yes_no_or_not_known(source: str, outcome: bool | None) -> None:
    assert holds(source) is outcome


UNCERTAIN = [
    ("a.leeg", ("a.leeg",)),
    ('a.leeg == "x" and a.ja', ("a.leeg",)),
    ('a.leeg == "x" or b.leeg == "x"', ("a.leeg", "b.leeg")),
    ('a.leeg == "x" and a.leeg == "y"', ("a.leeg",)),
    ("not b.leeg", ("b.leeg",)),
    ("a.leeg == b.leeg", ("a.leeg", "b.leeg")),
]


@pytest.mark.parametrize(("source", "unknown"), UNCERTAIN)
def test_what_is_not_known_is_named_to_ask_for(source: str, unknown: tuple[str, ...]) -> None:
    outcome = truth(parse_condition(source), {**NAMES, "b": {"leeg": None}})
    assert (outcome.holds, outcome.unknown) == (None, unknown)


@pytest.mark.parametrize("source", ["a.tekst < 3", 'feit["f"].aantal > "veel"', "a.tekst in 3", "a.lijst < 3"])
def test_what_cannot_be_compared_is_told(source: str) -> None:
    with pytest.raises(ComposerError, match="niet te vergelijken"):
        holds(source)


def test_a_name_that_does_not_exist_is_told_and_not_unknown() -> None:
    with pytest.raises(ComposerError, match=r"“a.lege” bestaat niet\. Bedoelde u “a.leeg”\?"):
        holds('a.lege == "x"')
