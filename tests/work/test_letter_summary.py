"""Letters of before, as the home page shows them."""

from datetime import datetime
from pathlib import Path

import pytest

from composer.library.letters import write_letter
from composer.library.library import Library
from composer.work.overview import library_state
from composer.work.program.letter_summary import addressee_name, letter_title, summarise
from composer.work.program.recent_letters import moment_in_words
from tests.libraries import a_letter


def test_a_letter_is_named_by_its_subject(library: Library, tmp_path: Path) -> None:
    path = tmp_path / "brief.raadsbrief"
    write_letter(a_letter(velden={"onderwerp": "De stand"}), path)
    found = summarise(path, library)
    assert (found.title, found.addressee, found.state, found.problem) == ("De stand", "Bergdam", "concept", "")


def test_a_letter_that_is_gone_says_so(library: Library, tmp_path: Path) -> None:
    assert summarise(tmp_path / "weg.raadsbrief", library).problem == "niet meer gevonden"


def test_a_letter_that_cannot_be_read_says_so(library: Library, tmp_path: Path) -> None:
    path = tmp_path / "kapot.raadsbrief"
    path.write_text("formaat: [", encoding="utf-8")
    assert summarise(path, library).problem == "kan niet worden gelezen"


def test_without_a_subject_the_kind_names_it(library: Library) -> None:
    assert letter_title(a_letter(sjabloon="onbekend"), library) == "Brief"
    assert addressee_name(a_letter(gemeente=None, landelijk=True), library) == "alle gemeenten"
    assert addressee_name(a_letter(gemeente=None, regio="kust"), library) == "Regio Kust"


NOW = datetime(2025, 1, 7, 15, 0)


@pytest.mark.parametrize(
    ("moment", "expected"),
    [
        (datetime(2025, 1, 7, 9, 5), "vandaag 9:05"),
        (datetime(2025, 1, 6, 17, 30), "gisteren 17:30"),
        (datetime(2025, 1, 2), "2 januari"),
        (datetime(2024, 12, 3), "3 december 2024"),
    ],
)
def test_moments_as_people_say_them(moment: datetime, expected: str) -> None:
    assert moment_in_words(moment, NOW) == expected


def test_the_library_in_a_line(library: Library) -> None:
    assert library_state(library) == "Bibliotheek: 5 tekstblokken"
