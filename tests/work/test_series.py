"""The same letter for many municipalities."""

from pathlib import Path

import docx
import pytest

from composer.domain.errors import ComposerError
from composer.library.library import Library
from composer.work.documents.series import make_series, select_municipalities, slug
from tests.libraries import DAY, a_letter

CHOICES = [
    ("alle", ["GM0001", "GM0002", "GM0003"]),
    ("regio:kust", ["GM0001", "GM0002"]),
    ("Bergdam", ["GM0001"]),
    ("waterhuizen, GM0001,Bergdam", ["GM0002", "GM0001"]),
]


@pytest.mark.parametrize(("which", "expected"), CHOICES)
def test_municipalities_are_chosen_by_all_region_or_name(which: str, expected: list[str], library: Library) -> None:
    assert [municipality.cbs for municipality in select_municipalities(which, library, DAY)] == expected


WRONG = [
    ("", "er is geen gemeente genoemd"),
    (" , ", "er is geen gemeente genoemd"),
    ("regio:weg", "bestaat niet"),
    ("Bergdan", "Bergdam"),
]


@pytest.mark.parametrize(("which", "message"), WRONG)
def test_what_is_unknown_is_told(which: str, message: str, library: Library) -> None:
    with pytest.raises(ComposerError, match=message):
        select_municipalities(which, library, DAY)


def test_each_gets_a_letter_of_its_own(library: Library, tmp_path: Path) -> None:
    letter = a_letter(**{"secties": {"geld": [{"id": "a1", "tekst": "Voor {{ gemeente.naam }}."}]}})
    made = make_series(letter, library, "alle", tmp_path / "reeks")
    assert [path.name for path in made] == [
        "GM0001-bergdam.docx",
        "GM0002-s-waterhuizen.docx",
        "GM0003-oosterleek.docx",
    ]
    told = ["\n".join(p.text for p in docx.Document(str(path)).paragraphs) for path in made]
    assert ["Voor Bergdam." in told[0], "s-Waterhuizen." in told[1], "Voor Oosterleek." in told[2]] == [True] * 3


def test_a_folder_with_something_in_it_is_left_alone(library: Library, tmp_path: Path) -> None:
    (tmp_path / "iets.txt").write_text("van een ander", encoding="utf-8")
    with pytest.raises(ComposerError):
        make_series(a_letter(), library, "alle", tmp_path)
    assert [path.name for path in tmp_path.iterdir()] == ["iets.txt"]


@pytest.mark.parametrize(("name", "file"), [("'s-Gravenhage", "s-gravenhage"), ("Súdwest-Fryslân", "sudwest-fryslan")])
def test_a_name_as_part_of_a_file_name(name: str, file: str) -> None:
    assert slug(name) == file
