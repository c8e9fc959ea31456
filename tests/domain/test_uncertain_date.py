"""Days, and days of which only the interval is known."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import TypeAdapter, ValidationError

from composer.domain.model import Day, YesNo
from composer.domain.uncertain_date import UncertainDate, on

READ = [
    ("2024-11-29", date(2024, 11, 29), date(2024, 11, 29)),
    (" 2024-11-29 ", date(2024, 11, 29), date(2024, 11, 29)),
    ("2024-11", date(2024, 11, 1), date(2024, 11, 30)),
    ("2024-02", date(2024, 2, 1), date(2024, 2, 29)),
    ("2023-02", date(2023, 2, 1), date(2023, 2, 28)),
    ("2024", date(2024, 1, 1), date(2024, 12, 31)),
    (date(2024, 11, 29), date(2024, 11, 29), date(2024, 11, 29)),
    ({"niet_voor": "2024-12-18", "uiterlijk": "2025-02-28"}, date(2024, 12, 18), date(2025, 2, 28)),
]


@pytest.mark.parametrize(("written", "earliest", "latest"), READ)
def test_a_moment_is_the_interval_that_its_notation_leaves_open(written: object, earliest: date, latest: date) -> None:
    moment = UncertainDate.model_validate(written)
    assert (moment.earliest, moment.latest) == (earliest, latest)


BAD = [
    ("2022-13-01", "is geen datum"),
    ("2022-02-30", "is geen datum"),
    ("2022-1-1", "is geen datum"),
    ("29 november 2024", "is geen datum"),
    ("29-11-2024", "is geen datum"),
    ("2024-W48-5", "is geen datum"),
    ("20241129", "is geen datum"),
    ("0000", "is geen datum"),
    ("", "is geen datum"),
    ({"niet_voor": "2025-02-28", "uiterlijk": "2024-12-18"}, "draai ze om"),
    ({"niet_voor": "2024-W48-5", "uiterlijk": "2024-12-18"}, "is geen datum"),
    ({"niet_voor": "2024-12"}, "is geen datum"),
]


@pytest.mark.parametrize(("written", "said"), BAD)
def test_what_is_no_day_is_refused_in_dutch(written: object, said: str) -> None:
    with pytest.raises(ValidationError, match=said):
        UncertainDate.model_validate(written)


@pytest.mark.parametrize("text", ["2024-W48-5", "20241129", "2024-11-2", "2024-11-31", "2024/11/29", "24-11-2029", "x"])
def test_a_day_is_written_in_one_way_only(text: str) -> None:
    with pytest.raises(ValidationError, match="schrijf jjjj-mm-dd"):
        TypeAdapter(Day).validate_python(text)


WRITTEN = [
    ("2024-11-29", "2024-11-29"),
    ("2024-11", "2024-11"),
    ("2024", "2024"),
    ("0800", "0800"),
    ("0024-11", "0024-11"),
    (
        {"niet_voor": "2024-12-18", "uiterlijk": "2025-02-28"},
        {"niet_voor": "2024-12-18", "uiterlijk": "2025-02-28"},
    ),
    ({"niet_voor": "2024-12-01", "uiterlijk": "2024-12-31"}, "2024-12"),
]


@pytest.mark.parametrize(("given_as", "kept_as"), WRITTEN)
def test_a_moment_is_kept_in_its_shortest_notation(given_as: object, kept_as: object) -> None:
    assert UncertainDate.model_validate(given_as).model_dump(mode="json") == kept_as


@given(st.dates(), st.integers(0, 800))
def test_a_moment_comes_back_from_what_is_kept_of_it(first: date, days: int) -> None:
    last = first + timedelta(days=min(days, (date.max - first).days))
    moment = UncertainDate(earliest=first, latest=last)
    assert UncertainDate.model_validate(moment.model_dump(mode="json")) == moment


HAS_COME = [
    ("2024-11-29", date(2024, 11, 28), False),
    ("2024-11-29", date(2024, 11, 29), True),
    ("2024-11-29", date(2024, 11, 30), True),
    ("2024-11", date(2024, 10, 31), False),
    ("2024-11", date(2024, 11, 1), None),
    ("2024-11", date(2024, 11, 29), None),
    ("2024-11", date(2024, 11, 30), True),
]


@pytest.mark.parametrize(("moment", "day", "come"), HAS_COME)
def test_within_its_interval_nobody_knows_whether_a_moment_has_come(moment: str, day: date, come: bool | None) -> None:
    assert UncertainDate.model_validate(moment).has_come(day) is come


def test_a_known_day_is_certain() -> None:
    assert on(date(2024, 11, 29)).certain
    assert not UncertainDate.model_validate("2024-11").certain


@pytest.mark.parametrize(
    ("text", "meant"), [("ja", True), ("Ja", True), ("nee", False), ("true", True), ("false", False), (True, True)]
)
def test_yes_and_no_are_dutch_words(text: object, meant: bool) -> None:
    assert TypeAdapter(YesNo).validate_python(text) is meant


@pytest.mark.parametrize("text", ["NO", "yes", "1", "", "misschien"])
def test_other_words_are_neither_yes_nor_no(text: str) -> None:
    with pytest.raises(ValidationError, match="schrijf ja of nee"):
        TypeAdapter(YesNo).validate_python(text)
