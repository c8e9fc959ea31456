"""Where the program keeps its user's things: in the profile, beside the program, or where it is told."""

import sys
from pathlib import Path

import pytest

from composer import paths


@pytest.fixture
def program(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder of a program that was built."""
    folder = tmp_path / "programma"
    folder.mkdir()
    monkeypatch.setattr(sys, "executable", str(folder / "raadsbrief"))
    monkeypatch.delenv("RAADSBRIEF_MAP")
    return folder


def test_without_a_marker_everything_stands_in_the_users_profile(program: Path) -> None:
    assert not paths.portable()
    assert program not in paths.user_data().parents
    assert paths.user_data().is_relative_to(Path.home())


def test_with_the_marker_everything_stands_beside_the_program(program: Path) -> None:
    (program / "draagbaar.txt").touch()
    kept = (paths.user_data(), paths.personal_layer(), paths.journal(), paths.versions(), paths.reports())
    assert all(folder.is_relative_to(program / "gegevens") for folder in kept)


def test_a_folder_that_is_named_goes_before_the_marker(
    program: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (program / "draagbaar.txt").touch()
    monkeypatch.setenv("RAADSBRIEF_MAP", str(tmp_path / "elders"))
    assert paths.user_data() == tmp_path / "elders"


def test_settings_of_the_organisation_and_licences_stand_beside_the_program(program: Path) -> None:
    assert (paths.presets(), paths.licences()) == (program / "instellingen.ini", program / "licenties")
