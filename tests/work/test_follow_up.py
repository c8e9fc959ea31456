"""What has changed since an earlier letter, the letter that tells it, and what became of promises."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from composer.domain.errors import ComposerError
from composer.domain.letter import Letter
from composer.library.library import Library
from composer.work.documents.making import review
from composer.work.following.follow_up import changes, follow_up, last_day, opening, register, register_line
from composer.work.letters import save_letter
from composer.work.libraries import open_library
from tests.libraries import a_letter

EARLIER, NOW = date(2024, 12, 10), date(2025, 1, 10)


@pytest.fixture(scope="module")
def shipped() -> Library:
    return open_library()


def letter(text: str, **more: Any) -> Letter:
    return a_letter(text, datum=EARLIER.isoformat(), **more)


def told(text: str, library: Library, day: date = NOW) -> list[tuple[str, str | None]]:
    return [(found.before.id, found.after.id if found.after else None) for found in changes(letter(text), library, day)]


def test_a_state_that_was_followed_by_another_has_changed(library: Library) -> None:
    assert told("De SPUK vervalt.[^spuk-vervalt]", library) == [("spuk-vervalt", "spuk-blijft")]


def test_before_that_day_nothing_has_changed(library: Library) -> None:
    assert told("De SPUK vervalt.[^spuk-vervalt]", library, date(2024, 12, 16)) == []


def test_an_event_with_a_sequel_has_changed_and_one_without_has_not(library: Library) -> None:
    assert told("Zij diende een motie in.[^motie-ingediend]", library) == [("motie-ingediend", "motie-verworpen")]
    assert told("De vergadering nam haar aan.[^alv-nam-aan]", library) == []


def test_what_the_earlier_letter_told_itself_is_no_news(library: Library) -> None:
    assert told("Zo.[^motie-ingediend] En zo.[^motie-verworpen]", library) == []


def test_a_state_that_ended_for_nothing_is_told_without_a_successor(library: Library) -> None:
    assert told("Er komt een webinar.[^webinar]", library, date(2025, 2, 1)) == [("webinar", None)]


def test_the_opening_cites_what_it_tells(library: Library) -> None:
    text = opening(letter("De SPUK vervalt.[^spuk-vervalt]"), library, NOW)
    assert text.startswith("Op 10 december 2024 informeerden wij u over dit onderwerp. Sindsdien is dit veranderd:")
    assert "- De SPUK blijft in 2025 beschikbaar.[^spuk-blijft]" in text


def test_an_opening_without_changes_says_so(library: Library) -> None:
    assert opening(letter("Zo.[^alv-nam-aan]"), library, NOW).endswith("niets veranderd.")


PROMISES = [{"wat": "Bericht over de SPUK.", "voor": "2025-Q1"}, {"wat": "Bericht.", "nagekomen": "2025-01-05"}]


def test_a_follow_up_takes_fields_and_open_promises_along(library: Library) -> None:
    earlier = letter("Zo.[^spuk-vervalt]", velden={"portefeuillehouder": "C. Bakker", "kenmerk": "Z-1"}).with_changes(
        promises=a_letter("", toezeggingen=PROMISES).promises
    )
    made = follow_up(earlier, library, NOW, "brief")
    assert (made.date, made.municipality, made.follows) == (NOW, earlier.municipality, earlier.id)
    assert made.fields == {"portefeuillehouder": "C. Bakker"}
    assert [promise.what for promise in made.promises] == ["Bericht over de SPUK."]
    assert "spuk-blijft" in (made.sections["aanleiding"][0].text or "")


def test_a_follow_up_of_the_example_is_ready_but_for_what_nobody_knows(shipped: Library) -> None:
    from composer import paths
    from composer.work.letters import open_letter

    earlier, _ = open_letter(paths.resources() / "voorbeelden" / "bernheze.raadsbrief", shipped)
    made = follow_up(earlier, shipped, date(2025, 3, 5))
    assert made.fields["vorige_brief"] == earlier.date.isoformat()
    found = review(made, shipped, shipped, made.date).findings
    assert {finding.code for finding in found if finding.severity != "tip"} == {"gat"}
    first = made.sections["veranderd"][0].text or ""
    assert "De Vereniging van Nederlandse Gemeenten (VNG) neemt weer deel" in first


DUE = [
    ("2025-03-01", "2025-03-01"),
    ("2025-02", "2025-02-31"),
    ("2025-Q1", "2025-03-31"),
    ("2025", "2025-12-31"),
    ("voorjaar", "9999"),
]


@pytest.mark.parametrize(("due", "day"), DUE)
def test_a_term_runs_to_its_last_day(due: str, day: str) -> None:
    assert last_day(due) == day


def test_the_register_holds_the_promises_of_all_letters(library: Library, tmp_path: Path) -> None:
    promising = letter("Zo.", toezeggingen=PROMISES)
    save_letter(promising, library, tmp_path / "a.raadsbrief")
    (tmp_path / "b.raadsbrief").write_text("geen brief", encoding="utf-8")
    found = register(tmp_path, date(2025, 4, 1))
    assert [(held.promise.what, held.overdue) for held in found] == [
        ("Bericht over de SPUK.", True),
        ("Bericht.", False),
    ]
    assert register_line(found) == "2 toezeggingen: 1 nagekomen, 1 te laat, 0 open."
    assert not register(tmp_path, date(2025, 3, 31))[0].overdue


def test_a_folder_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(ComposerError, match="deze map bestaat niet"):
        register(tmp_path / "weg", NOW)
