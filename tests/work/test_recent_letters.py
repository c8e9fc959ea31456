"""Rows of recent letters that are there before a letter is read."""

from datetime import datetime
from pathlib import Path

import pytest

from composer.work.program.recent_letters import RecentLetter, RecentLetters


@pytest.fixture
def letter(tmp_path: Path) -> Path:
    path = tmp_path / "brief.raadsbrief"
    path.write_text("formaat: 1", encoding="utf-8")
    return path


@pytest.fixture
def kept(letter: Path, tmp_path: Path) -> Path:
    """A file with the row of that letter."""
    file = tmp_path / "kort" / "brieven.json"
    RecentLetters(file).keep([RecentLetter(letter, "De stand", "Bernheze", "concept", None)])
    return file


def test_a_row_comes_back(kept: Path, letter: Path) -> None:
    row = RecentLetters(kept).row(letter)
    assert row is not None
    assert (row.title, row.addressee, row.state) == ("De stand", "Bernheze", "concept")
    assert row.changed == datetime.fromtimestamp(letter.stat().st_mtime)


def test_a_letter_that_changed_goes_by_its_name(kept: Path, letter: Path) -> None:
    letter.write_text("formaat: 1\n", encoding="utf-8")
    assert RecentLetters(kept).row(letter) is None
    assert RecentLetters(kept).placeholder(letter).title == "brief"


def test_a_letter_that_is_gone_says_so(kept: Path, letter: Path) -> None:
    letter.unlink()
    assert RecentLetters(kept).row(letter) is None
    assert RecentLetters(kept).placeholder(letter).problem == "niet meer gevonden"


@pytest.mark.parametrize("content", [b"", b"[1]", b"{", b"\xff", b'{"brief": 1}', b"[" * 100_000])
def test_a_damaged_file_is_as_none(kept: Path, letter: Path, content: bytes) -> None:
    kept.write_bytes(content)
    assert RecentLetters(kept).row(letter) is None


@pytest.mark.parametrize("row", [1, [], ["x"], [None, "a", "b", "c"], [[1, 2, 3], "a", "b"], [[1, 2, 3], 4, 5, 6]])
def test_a_row_of_another_shape_is_as_none(kept: Path, letter: Path, row: object) -> None:
    import json

    kept.write_text(json.dumps({str(letter): row}), encoding="utf-8")
    assert RecentLetters(kept).row(letter) is None


def test_only_what_is_kept_last_stays(kept: Path, letter: Path, tmp_path: Path) -> None:
    RecentLetters(kept).keep([])
    assert RecentLetters(kept).row(letter) is None


def test_a_disk_that_takes_nothing_is_no_hindrance(letter: Path, tmp_path: Path) -> None:
    (tmp_path / "vol").write_text("een bestand in de plaats van een map", encoding="utf-8")
    lately = RecentLetters(tmp_path / "vol" / "brieven.json")
    lately.keep([RecentLetter(letter, "De stand", "Bernheze", "concept", None)])
    assert lately.row(letter) is not None
