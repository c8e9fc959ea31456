"""What holds on a day."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from composer.domain.fact import Fact
from composer.domain.time import Chronology
from tests.domain.chronicle import SPRING, chronology, event, state


def verdicts(facts: Chronology, name: str, *days: str, retrospect: bool = False) -> list[str]:
    return [facts.standing(facts.facts[name], date.fromisoformat(day), retrospect).verdict for day in days]


EVENTS = [
    (event("a", "2024-03-10"), "2024-03-09", "nog-niet"),
    (event("a", "2024-03-10"), "2024-03-10", "geldig"),
    (event("a", "2024-03-10"), "2034-03-10", "geldig"),
    (event("a", None), "2024-03-10", "geldig"),
    (event("a", "2024-03-10", bewijs=[{"bron": "juni"}]), "2024-05-31", "nog-niet"),
    (event("a", "2024-03-10", bewijs=[{"bron": "juni"}]), "2024-06-01", "geldig"),
    (event("a", "2024-03-10", bewijs=[{"bron": "juni"}, {"bron": "maart"}]), "2024-03-10", "geldig"),
    (event("a", "2024-03-10", bewijs=[{"bron": "juni"}], bekend_vanaf="2024-03-10"), "2024-03-10", "geldig"),
    (event("a", "2024-03-10", bekend_vanaf="2024-07-01"), "2024-06-30", "nog-niet"),
    (event("a", "2024-03-10", bewijs=[{"bron": "onbekend"}]), "2024-02-28", "nog-niet"),
    (event("a", "2024-01-10", bewijs=[{"bron": "onbekend"}]), "2024-04-01", "onzeker"),
    (event("a", "2024-01-10", bewijs=[{"bron": "onbekend"}]), "2024-05-31", "geldig"),
    (event("a", "2024-01-10", bewijs=[{"bron": "onbekend"}, {"bron": "juni"}]), "2024-04-01", "onzeker"),
    (event("a", SPRING), "2024-02-29", "nog-niet"),
    (event("a", SPRING), "2024-03-01", "onzeker"),
    (event("a", SPRING), "2024-05-30", "onzeker"),
    (event("a", SPRING), "2024-05-31", "geldig"),
    (event("a", "2024-03-10", bewijs=[{"bron": "zoek-geraakt"}]), "2024-03-10", "geldig"),
]


@pytest.mark.parametrize(("fact", "day", "verdict"), EVENTS)
def test_an_event_is_true_from_its_day_and_from_when_it_was_known(fact: Fact, day: str, verdict: str) -> None:
    assert verdicts(chronology(fact), "a", day) == [verdict]


FIRST = state("eerst", "2024-01-10")
STATES: list[tuple[str, tuple[Fact, ...], list[tuple[str, str]]]] = [
    ("a state goes on while nothing follows", (FIRST,), [("2024-01-09", "nog-niet"), ("2034-01-10", "geldig")]),
    (
        "the next state of the lane ends it, on its own day",
        (FIRST, state("tweede", "2024-03-10")),
        [("2024-03-09", "geldig"), ("2024-03-10", "niet-meer"), ("2025-01-01", "niet-meer")],
    ),
    (
        "the very next state ends it, not the last",
        (FIRST, state("derde", "2024-06-10"), state("tweede", "2024-03-10")),
        [("2024-03-09", "geldig"), ("2024-03-10", "niet-meer")],
    ),
    (
        "a state of another lane ends nothing",
        (FIRST, state("tweede", "2024-03-10", lane="anders")),
        [("2024-03-10", "geldig")],
    ),
    (
        "a state without a lane ends nothing",
        (FIRST, state("tweede", "2024-03-10", lane=None)),
        [("2024-03-10", "geldig")],
    ),
    (
        "an explicit end goes before the next state",
        (state("eerst", "2024-01-10", tot="2024-02-01"), state("tweede", "2024-03-10")),
        [("2024-01-31", "geldig"), ("2024-02-01", "niet-meer")],
    ),
    (
        "an explicit end may lie after the next state's beginning",
        (state("eerst", "2024-01-10", tot="2024-06-01"), state("tweede", "2024-03-10")),
        [("2024-05-31", "geldig"), ("2024-06-01", "niet-meer")],
    ),
    (
        "a plan without a lane ends on its day",
        (state("eerst", "2024-01-10", lane=None, tot="2024-02-01"),),
        [("2024-01-31", "geldig"), ("2024-02-01", "niet-meer")],
    ),
    (
        "an end within an interval is not sure inside it",
        (FIRST, state("tweede", SPRING)),
        [("2024-02-29", "geldig"), ("2024-03-01", "onzeker"), ("2024-05-30", "onzeker"), ("2024-05-31", "niet-meer")],
    ),
    (
        "an explicit end may be an interval",
        (state("eerst", "2024-01-10", tot="2024-03"),),
        [("2024-02-29", "geldig"), ("2024-03-15", "onzeker"), ("2024-03-31", "niet-meer")],
    ),
    (
        "a state of the same region ends it",
        (state("eerst", "2024-01-10", reikwijdte="regio:kust"), state("tweede", "2024-03-10", reikwijdte="regio:kust")),
        [("2024-03-10", "niet-meer")],
    ),
    (
        "a state of another region ends nothing",
        (state("eerst", "2024-01-10", reikwijdte="regio:kust"), state("tweede", "2024-03-10", reikwijdte="regio:dal")),
        [("2024-03-10", "geldig")],
    ),
    (
        "a national state ends that of a region",
        (state("eerst", "2024-01-10", reikwijdte="regio:kust"), state("tweede", "2024-03-10")),
        [("2024-03-09", "geldig"), ("2024-03-10", "niet-meer")],
    ),
    (
        "a state of one region does not end what holds for all",
        (FIRST, state("tweede", "2024-03-10", reikwijdte="regio:kust")),
        [("2024-03-10", "geldig")],
    ),
    (
        "a state of one municipality does not end what holds for all",
        (FIRST, state("tweede", "2024-03-10", reikwijdte="gemeente:GM0001")),
        [("2024-03-10", "geldig")],
    ),
]


@pytest.mark.parametrize(("facts", "cases"), [case[1:] for case in STATES], ids=[case[0] for case in STATES])
def test_a_state_holds_until_something_ends_it(facts: tuple[Fact, ...], cases: list[tuple[str, str]]) -> None:
    days = [day for day, _ in cases]
    assert verdicts(chronology(*facts), "eerst", *days) == [verdict for _, verdict in cases]


WRONG = state("eerst", "2024-01-10")
CORRECTIONS: list[tuple[str, tuple[Fact, ...], str, list[tuple[str, str]]]] = [
    (
        "a corrected state holds until its correction was known",
        (WRONG, state("goed", "2024-01-10", vervangt=["eerst"], bewijs=[{"bron": "juni"}])),
        "eerst",
        [("2024-05-31", "geldig"), ("2024-06-01", "niet-meer")],
    ),
    (
        "a corrected event is told no longer once its correction is known",
        (event("eerst", "2024-01-10"), event("goed", "2024-01-11", vervangt=["eerst"], bewijs=[{"bron": "juni"}])),
        "eerst",
        [("2024-05-31", "geldig"), ("2024-06-01", "niet-meer")],
    ),
    (
        "a correction known on some day in spring leaves it uncertain until then",
        (WRONG, state("goed", "2024-01-10", vervangt=["eerst"], bewijs=[{"bron": "onbekend"}])),
        "eerst",
        [("2024-02-29", "geldig"), ("2024-04-01", "onzeker"), ("2024-05-31", "niet-meer")],
    ),
    (
        "a correction that comes late does not bring back what had ended already",
        (
            WRONG,
            state("tweede", "2024-03-10"),
            state("goed", "2024-01-10", vervangt=["eerst"], bewijs=[{"bron": "juni"}]),
        ),
        "eerst",
        [("2024-03-09", "geldig"), ("2024-03-10", "niet-meer"), ("2024-07-01", "niet-meer")],
    ),
    (
        "the correction itself holds from when it is known",
        (WRONG, state("goed", "2024-01-10", vervangt=["eerst"], bewijs=[{"bron": "juni"}])),
        "goed",
        [("2024-05-31", "nog-niet"), ("2024-06-01", "geldig"), ("2034-06-01", "geldig")],
    ),
    (
        "a correction that begins before what it corrects is not ended by it",
        (WRONG, state("goed", "2023-12-01", vervangt=["eerst"], bewijs=[{"bron": "maart"}])),
        "goed",
        [("2024-03-01", "geldig"), ("2034-03-01", "geldig")],
    ),
    (
        "the correction is ended by the next state as any other",
        (WRONG, state("goed", "2024-01-10", vervangt=["eerst"]), state("tweede", "2024-03-10")),
        "goed",
        [("2024-03-09", "geldig"), ("2024-03-10", "niet-meer")],
    ),
]


@pytest.mark.parametrize(
    ("facts", "name", "cases"), [case[1:] for case in CORRECTIONS], ids=[case[0] for case in CORRECTIONS]
)
def test_a_correction_takes_the_place_of_what_was_wrong(
    facts: tuple[Fact, ...], name: str, cases: list[tuple[str, str]]
) -> None:
    days = [day for day, _ in cases]
    assert verdicts(chronology(*facts), name, *days) == [verdict for _, verdict in cases]


def test_what_has_ended_may_be_told_in_retrospect_but_not_before_it_began() -> None:
    facts = chronology(state("eerst", "2024-01-10", bewijs=[{"bron": "maart"}]), state("tweede", "2024-04-01"))
    assert verdicts(facts, "eerst", "2024-01-15", "2024-03-01", "2024-05-01", retrospect=True) == [
        "nog-niet",
        "geldig",
        "geldig",
    ]


def test_the_reason_of_what_has_ended_names_what_holds_now() -> None:
    facts = chronology(FIRST, state("tweede", "2024-03-10"))
    standing = facts.standing(FIRST, date(2024, 4, 1))
    assert standing.reason == "geldt niet meer sinds 10 maart 2024; nu geldt: Stelling tweede."
    assert (standing.fact, standing.successor, standing.usable) == ("eerst", "tweede", False)


REASONS = [
    (event("a", "2024-03-10"), "2024-03-01", "geldt pas vanaf 10 maart 2024"),
    (
        event("a", "2024-01-10", bewijs=[{"bron": "juni"}]),
        "2024-03-01",
        "nog niet bekend op 1 maart 2024; bekend vanaf 1 juni 2024",
    ),
    (
        event("a", "2024-01-10", bewijs=[{"bron": "onbekend"}]),
        "2024-04-01",
        "onzeker op 1 april 2024: bekend geworden op een dag van 1 maart 2024 tot en met 31 mei 2024",
    ),
    (
        event("a", SPRING),
        "2024-04-01",
        "onzeker op 1 april 2024: begonnen op een dag van 1 maart 2024 tot en met 31 mei 2024",
    ),
    (
        state("a", "2024-01-10", tot=SPRING),
        "2024-04-01",
        "onzeker op 1 april 2024: geëindigd op een dag van 1 maart 2024 tot en met 31 mei 2024",
    ),
]


@pytest.mark.parametrize(("fact", "day", "reason"), REASONS)
def test_every_verdict_says_why(fact: Fact, day: str, reason: str) -> None:
    assert chronology(fact).standing(fact, date.fromisoformat(day)).reason == reason


def test_a_standing_bounds_the_days_on_which_it_is_usable() -> None:
    facts = chronology(state("eerst", "2024-01-10", bewijs=[{"bron": "onbekend"}]), state("tweede", "2024-09"))
    standing = facts.standing(facts.facts["eerst"], date(2024, 6, 1))
    assert (standing.since, standing.until) == (date(2024, 5, 31), date(2024, 9, 1))


PLAN = event("plan", "2024-01-10", gevolgd_door=["afgewezen"])
REFUSAL = event("afgewezen", "2024-03-01", bewijs=[{"bron": "maart"}])
PASSAGES: list[tuple[str, tuple[str, ...], tuple[str, ...], str, str]] = [
    ("nothing cited", (), (), "2024-01-01", "geldig"),
    ("unknown facts are another's concern", ("zoek",), (), "2024-01-01", "geldig"),
    ("the worst of all", ("plan", "later"), (), "2024-02-01", "nog-niet"),
    ("no sequel yet", ("plan",), (), "2024-02-29", "geldig"),
    ("a known sequel that is not told", ("plan",), (), "2024-03-01", "niet-meer"),
    ("a known sequel that is told", ("plan", "afgewezen"), (), "2024-03-01", "geldig"),
    ("the sequel told too early", ("plan", "afgewezen"), (), "2024-02-29", "nog-niet"),
    ("an ended state", ("eerst",), (), "2024-03-10", "niet-meer"),
    ("an ended state as history", ("eerst",), ("eerst",), "2024-03-10", "geldig"),
    ("history of another fact", ("eerst",), ("plan",), "2024-03-10", "niet-meer"),
]


@pytest.mark.parametrize(
    ("cited", "retrospect", "day", "verdict"), [case[1:] for case in PASSAGES], ids=[case[0] for case in PASSAGES]
)
def test_a_passage_is_as_usable_as_the_worst_of_what_it_cites(
    cited: tuple[str, ...], retrospect: tuple[str, ...], day: str, verdict: str
) -> None:
    facts = chronology(PLAN, REFUSAL, event("later", "2030-01-01"), FIRST, state("tweede", "2024-03-10"))
    assert facts.passage_standing(cited, retrospect, date.fromisoformat(day)).verdict == verdict


def test_a_sequel_that_is_told_beside_the_passage_is_enough() -> None:
    facts = chronology(PLAN, REFUSAL)
    assert facts.passage_standing(("plan",), (), date(2024, 3, 1), beside=("afgewezen",)).usable


def test_a_sequel_known_on_some_day_in_spring_makes_uncertain() -> None:
    facts = chronology(PLAN, event("afgewezen", "2024-02-01", bewijs=[{"bron": "onbekend"}]))
    standing = facts.passage_standing(("plan",), (), date(2024, 4, 1))
    assert standing.verdict == "onzeker"
    assert standing.reason == "vertelt niet wat erop volgde: Stelling afgewezen."


def test_a_passage_is_usable_from_its_last_fact_until_its_first_sequel() -> None:
    facts = chronology(PLAN, REFUSAL, event("later", "2024-02-01"))
    standing = facts.passage_standing(("plan", "later"), (), date(2024, 2, 15))
    assert (standing.since, standing.until) == (date(2024, 2, 1), date(2024, 3, 1))


NATIONAL = state("land", "2024-01-10")
LANES: list[tuple[str, tuple[Fact, ...], tuple[str, ...], str, str | None]] = [
    ("none has begun", (NATIONAL,), (), "2024-01-09", None),
    ("the one that has begun", (NATIONAL, state("later", "2024-03-10")), (), "2024-02-01", "land"),
    ("the latest that has begun", (NATIONAL, state("later", "2024-03-10")), (), "2024-03-10", "later"),
    ("not surely begun", (NATIONAL, state("later", SPRING)), (), "2024-04-01", "land"),
    ("the region's own", (NATIONAL, state("kust", "2024-02-01", reikwijdte="regio:kust")), ("regio:kust",), "2024-03-01", "kust"),
    ("not another region's", (NATIONAL, state("kust", "2024-02-01", reikwijdte="regio:kust")), (), "2024-03-01", "land"),
    (
        "the national one over the region's earlier one",
        (state("kust", "2024-01-01", reikwijdte="regio:kust"), NATIONAL),
        ("regio:kust",),
        "2024-03-01",
        "land",
    ),
    ("none after an explicit end", (state("jaar", "2024-01-10", tot="2025-01-01"),), (), "2025-01-01", None),
    ("until its explicit end", (state("jaar", "2024-01-10", tot="2025-01-01"),), (), "2024-12-31", "jaar"),
    (
        "the correction, once known",
        (state("goed", "2024-01-10", vervangt=["land"], bewijs=[{"bron": "juni"}]), NATIONAL),
        (),
        "2024-06-01",
        "goed",
    ),
]  # fmt: skip


@pytest.mark.parametrize(
    ("facts", "scopes", "day", "name"), [case[1:] for case in LANES], ids=[case[0] for case in LANES]
)
def test_a_lane_has_one_value_on_a_day(
    facts: tuple[Fact, ...], scopes: tuple[str, ...], day: str, name: str | None
) -> None:
    value = chronology(*facts).lane_value("stand", date.fromisoformat(day), scopes)
    assert (value.id if value else None) == name


@given(
    starts=st.lists(st.dates(date(2020, 1, 1), date(2026, 12, 31)), min_size=1, max_size=8, unique=True),
    day=st.dates(date(2020, 1, 2), date(2027, 12, 31)),
)
def test_on_any_day_at_most_one_state_of_a_lane_holds_and_it_is_the_lanes_value(starts: list[date], day: date) -> None:
    facts = chronology(*(state(f"s{number}", start) for number, start in enumerate(starts)))
    holding = [name for name, fact in facts.facts.items() if facts.standing(fact, day).usable]
    value = facts.lane_value("stand", day)
    assert holding == ([value.id] if value else [])


@given(day=st.dates(date(2023, 12, 1), date(2024, 12, 31)))
def test_the_bounds_of_a_standing_are_where_the_verdict_turns(day: date) -> None:
    facts = chronology(FIRST, state("tweede", "2024-06-10"))
    standing = facts.standing(FIRST, day)
    assert standing.since is not None and standing.until is not None
    assert standing.usable == (standing.since <= day < standing.until)
    assert verdicts(facts, "eerst", str(standing.until - timedelta(days=1)), str(standing.until)) == [
        "geldig",
        "niet-meer",
    ]
