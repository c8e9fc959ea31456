"""What an organisation sets in one file beside the program."""

from pathlib import Path

import pytest

from composer.library.presets import KEYS, read_presets
from tests.libraries import ROOT

EXAMPLE = ROOT / "packaging" / "beside" / "instellingen.voorbeeld.ini"


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "instellingen.ini"


def written(path: Path, text: str) -> Path:
    path.write_text(text, encoding="utf-8")
    return path


def test_without_a_file_nothing_is_set(path: Path) -> None:
    presets = read_presets(path)
    assert (presets.values, presets.folders, presets.problems) == ({}, (), ())


def test_everything_in_the_example_can_be_set(path: Path) -> None:
    """The example is all comment; without the signs before its lines it sets every key, and nothing that does not exist."""
    text = "\n".join(
        line.removeprefix(";") for line in EXAMPLE.read_text("utf-8").splitlines() if not line.startswith("; ")
    )
    presets = read_presets(written(path, text))
    assert presets.problems == ()
    assert {*presets.values, "bibliotheek/mappen"} == set(KEYS)
    assert presets.house_style == "bernheze"
    assert read_presets(EXAMPLE).values == {}


def test_folders_are_counted_from_the_program_and_know_the_users_variables(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("RAADSBRIEF_PROEF", "afdeling")
    text = "[bibliotheek]\nmappen =\n    extra\n    gedeeld/%RAADSBRIEF_PROEF%\n    %ONBEKEND_HIER%\n"
    folders = read_presets(written(path, text)).folders
    assert folders == tuple(path.parent / name for name in ("extra", "gedeeld/afdeling", "%ONBEKEND_HIER%"))


def test_a_file_of_windows_notepad_is_read(path: Path) -> None:
    """With the mark that Notepad puts before UTF-8, and its line ends."""
    path.write_bytes("\ufeff[wie]\r\ngemeente = GM1721\r\n".encode())
    assert read_presets(path).values == {"wie/gemeente": "GM1721"}


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("[wie]\ngemeente = GM1721\n\n[wie]\nsoort = x\n", "instellingen.ini:4"),
        ("gemeente = GM1721\n", "instellingen.ini:1: dit is geen regel met [onderdeel] of sleutel = waarde"),
        ("[wie]\nzomaar tekst\n", "instellingen.ini:2: dit is geen regel met [onderdeel] of sleutel = waarde"),
        ("[wie]\n\ngemente = GM1721\n", "instellingen.ini:3: [wie] gemente: deze instelling bestaat niet."),
    ],
)
def test_a_mistake_is_told_with_its_line(path: Path, text: str, told: str) -> None:
    (problem,) = read_presets(written(path, text)).problems
    assert told in str(problem)
