"""Passages as one letter sees them."""

from dataclasses import replace
from datetime import date

import pytest

from composer.domain.letter import Letter
from composer.library.library import Library
from composer.library.search import Index, index
from composer.work.letters import propose
from composer.work.writing.availability import PassageAvailability, added, fitting_section, replaced
from composer.work.writing.passage_search import PassageQuery, search
from tests.libraries import a_letter


def offer(library: Library, **changes: object) -> PassageAvailability:
    letter = a_letter(**changes)
    return PassageAvailability(letter, library, library)


def test_a_passage_reads_as_it_will_in_this_letter(library: Library) -> None:
    here = offer(library)
    assert here.text(library.snippets["bijdrage"]) == "Bergdam krijgt € 1,25 miljoen."


def test_what_is_not_known_reads_as_a_gap(library: Library) -> None:
    there = offer(library, gemeente="GM0003")
    assert "nog invullen" in there.text(library.snippets["bijdrage"])


def test_a_passage_in_force_says_since_when(library: Library) -> None:
    held = offer(library).suitability(library.snippets["alv-aangenomen"])
    assert (held.usable, held.words) == (True, "geldt sinds 2 december 2024")


def test_a_passage_that_comes_later_says_from_when(library: Library) -> None:
    early = offer(library, peildatum=date(2024, 12, 10))
    held = early.suitability(library.snippets["spuk-blijft-beschikbaar"])
    assert not held.usable
    assert held.verdict == "nog-niet"
    assert "17 december 2024" in f"{held.words} {held.more}"
    assert early.usable_from(library.snippets["spuk-blijft-beschikbaar"]) == date(2024, 12, 17)


def test_a_passage_for_others_is_not_offered(library: Library) -> None:
    held = offer(library, gemeente="GM0002").suitability(library.snippets["motie-gesteund"])
    assert (held.usable, held.words) == (False, "niet bedoeld voor 's-Waterhuizen")


def test_a_passage_whose_condition_is_not_known_asks(library: Library) -> None:
    held = offer(library, gemeente="GM0003").suitability(library.snippets["motie-gesteund"])
    assert held.usable
    assert held.more == "Steunde uw gemeente de motie?"
    assert held.unknown == ("gemeente.steunde_motie",)


def test_sources_are_counted_by_document(library: Library) -> None:
    assert offer(library).sources(library.snippets["alv-aangenomen"]) == 1


@pytest.mark.parametrize(
    ("subject", "expected"), [("spuk", "geld"), ("resolutie", "aanleiding"), ("onbekend", "vervolg")]
)
def test_a_passage_goes_to_the_section_of_its_subject(library: Library, subject: str, expected: str) -> None:
    section = fitting_section(a_letter(), library.template("brief"), subject)
    assert section is not None
    assert section.id == expected


def test_an_empty_section_goes_before_a_filled_one(library: Library) -> None:
    section = fitting_section(a_letter("Al iets."), library.template("brief"), "resolutie")
    assert section is not None
    assert section.id == "vervolg"


def test_a_passage_is_added_and_replaced(library: Library) -> None:
    letter: Letter = added(a_letter(), library.template("brief"), library.snippets["bijdrage"])
    piece = letter.sections["geld"][0]
    assert piece.snippet == "bijdrage"
    assert replaced(letter, piece.id, "spuk-eerder").sections["geld"][0].snippet == "spuk-eerder"


def found(query: PassageQuery, here: PassageAvailability, at_a_time: int = 1000) -> tuple[tuple[str, ...], int]:
    """The ids and how many were hidden, taken so many at a time."""
    on_its_way = search(query, lambda: index(here.library), here)
    ids: list[str] = []
    while not on_its_way.done:
        count = iter(range(1, at_a_time + 1))
        ids += on_its_way.take(lambda count=count: next(count) == at_a_time)
    return tuple(ids), on_its_way.hidden


def test_what_cannot_be_used_is_hidden_and_counted(library: Library) -> None:
    early = offer(library, peildatum=date(2024, 12, 10))
    ids, hidden = found(PassageQuery("spuk"), early)
    assert "spuk-blijft-beschikbaar" not in ids
    assert hidden == 2
    assert found(PassageQuery("spuk", usable=False), early)[0][-2:] == ("spuk-blijft-beschikbaar", "bijdrage")


def test_passages_come_in_parts_as_they_come_at_once(library: Library) -> None:
    here = offer(library, peildatum=date(2024, 12, 10))
    query = PassageQuery(usable=False)
    assert found(query, here, at_a_time=1) == found(query, here)


def test_filters_leave_out_other_subjects_and_statuses(library: Library) -> None:
    here = offer(library)
    assert {library.snippets[name].subject for name in found(PassageQuery(subject="spuk"), here)[0]} == {"spuk"}
    assert found(PassageQuery(status="concept"), here)[0] == ()


def test_without_words_the_index_is_not_asked_for(library: Library) -> None:
    def never() -> Index:
        raise AssertionError

    assert search(PassageQuery(), never, offer(library)).take(lambda: False)


def test_what_was_worked_out_stays_while_the_letter_is_written(library: Library) -> None:
    before = offer(library)
    before.suitability(library.snippets["bijdrage"])
    letter = added(before.letter, before.template, library.snippets["bijdrage"])
    after = before.after(letter, library, library)
    assert after.shares(before)
    assert after.used == {"bijdrage"}
    assert not before.after(letter.with_changes(date=date(2025, 1, 7)), library, library).shares(before)


def test_a_passage_whose_condition_cannot_be_read_is_neither_offered_nor_proposed(library: Library) -> None:
    template = library.template("brief")
    name = next(name for section in template.sections for name in section.defaults)
    assert name in {piece.snippet for piece in propose(a_letter(), template, library).pieces()}
    broken = library.snippets[name].model_copy(update={"condition": "gemeente. =="})
    damaged = replace(library, snippets={**library.snippets, name: broken})
    held = offer(damaged).suitability(broken)
    assert (held.usable, held.verdict, held.words) == (False, "fout", "de voorwaarde ervan is niet te lezen")
    assert held.more.startswith("meld de redactie: ")
    assert name not in found(PassageQuery(), offer(damaged))[0]
    assert name not in {piece.snippet for piece in propose(a_letter(), template, damaged).pieces()}


def test_what_is_proposed_is_what_is_offered_without_doubt(library: Library) -> None:
    for day in (date(2024, 12, 1), date(2024, 12, 10), date(2024, 12, 20)):
        here = offer(library, peildatum=day)
        proposed = {piece.snippet for piece in propose(here.letter, here.template, library).pieces()}
        defaults = {name for section in here.template.sections for name in section.defaults}
        assert proposed == {name for name in defaults if here.suitability(library.snippets[name]).proposable}
