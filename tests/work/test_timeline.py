"""The dossier in time."""

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from composer.domain.uncertain_date import UncertainDate, on
from composer.library.library import Library
from composer.work.following.timeline import Scale, span, states_on, timeline

LETTER = date(2024, 12, 20)


def test_a_lane_is_a_row_of_states_that_follow_each_other(library: Library) -> None:
    (row,) = timeline(library, (), [LETTER]).rows
    assert [bar.fact.id for bar in row.bars] == ["spuk-vervalt", "spuk-blijft"]
    assert row.bars[0].end == on(date(2024, 12, 17))
    assert row.bars[1].end is None
    assert row.depth == 1


def test_events_of_one_moment_are_one_dot_decisions_first(library: Library) -> None:
    events = timeline(library, (), [LETTER]).events
    assert [(event.label, len(event.facts)) for event in events] == [("29 nov", 3)]
    assert {fact.strength for fact in events[0].facts} == {"besluit"}


def test_what_does_not_concern_the_addressee_is_left_out(library: Library) -> None:
    named = {fact.id for event in timeline(library, {"gemeente:GM0002"}, [LETTER]).events for fact in event.facts}
    assert "bergdam-steunde-motie" not in named


def test_the_states_of_a_day_are_told(library: Library) -> None:
    line = timeline(library, (), [LETTER])
    assert [fact.id for _, fact in states_on(line, date(2024, 12, 10))] == ["spuk-vervalt"]
    assert [fact.id for _, fact in states_on(line, date(2024, 12, 17))] == ["spuk-blijft"]


def test_the_days_of_the_letter_are_always_within_the_scale(library: Library) -> None:
    knots = timeline(library, (), [date(2030, 1, 1)]).scale.knots
    assert knots[0] < date(2030, 1, 1) < knots[-1]


def test_a_library_without_states_still_has_a_scale() -> None:
    line = timeline(Library(), (), [LETTER])
    assert line.rows == line.events == ()
    assert line.scale.knots[0] < LETTER < line.scale.knots[-1]


DAYS = st.dates(date(2020, 1, 1), date(2026, 1, 1))


@given(st.sets(DAYS, min_size=2, max_size=12), st.data())
def test_a_day_is_found_back_at_its_place(days: set[date], data: st.DataObject) -> None:
    scale = Scale(tuple(sorted(days)))
    span_of_days = (scale.knots[-1] - scale.knots[0]).days
    day = scale.knots[0] + timedelta(days=data.draw(st.integers(0, span_of_days)))
    assert scale.day(scale.place(day)) == day


@given(st.sets(DAYS, min_size=2, max_size=12), DAYS, DAYS)
def test_later_days_are_never_before_earlier_ones(days: set[date], one: date, other: date) -> None:
    scale = Scale(tuple(sorted(days)))
    first, second = sorted((one, other))
    assert 0 <= scale.place(first) <= scale.place(second) <= 1


def test_outside_the_scale_its_ends_count() -> None:
    scale = Scale((date(2024, 1, 1), date(2024, 2, 1)))
    assert scale.day(-3) == date(2024, 1, 1)
    assert scale.day(3) == date(2024, 2, 1)


def test_a_span_in_words() -> None:
    start, end = on(date(2024, 11, 29)), UncertainDate(earliest=date(2024, 12, 1), latest=date(2024, 12, 31))
    assert span(start, None) == "vanaf 29 november 2024, tot nu toe"
    assert span(start, end).endswith("tot een dag tussen 1 december 2024 en 31 december 2024")
