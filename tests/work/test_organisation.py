"""The library of a user whose organisation has set something beside the program."""

from pathlib import Path

import pytest

from composer import paths
from composer.work.libraries import open_library
from composer.work.organisation import organisation
from tests.libraries import Shelf

pytestmark = pytest.mark.usefixtures("installed")


@pytest.fixture
def presets(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The file beside the program."""
    path = tmp_path / "programma" / "instellingen.ini"
    path.parent.mkdir()
    monkeypatch.setattr(paths, "presets", lambda: path)
    return path


def test_a_shared_folder_is_part_of_everyones_library(presets: Path, layer: Shelf) -> None:
    layer.write("gemeenten/GM0001.yaml", "cbs: GM0001\ncollege: {burgemeester: B. Gedeeld}\n")
    presets.write_text(f"[bibliotheek]\nmappen = {layer.folder}\n", encoding="utf-8")
    library = open_library()
    assert library.problems == ()
    assert library.municipalities["GM0001"].executive.mayor == "B. Gedeeld"


def test_a_folder_of_the_users_own_goes_before_the_shared_one(presets: Path, layer: Shelf, tmp_path: Path) -> None:
    own = Shelf(tmp_path / "eigen")
    own.write("gemeenten/GM0001.yaml", "cbs: GM0001\ncollege: {burgemeester: C. Eigen}\n")
    layer.write("gemeenten/GM0001.yaml", "cbs: GM0001\ncollege: {burgemeester: B. Gedeeld}\n")
    presets.write_text(f"[bibliotheek]\nmappen = {layer.folder}\n", encoding="utf-8")
    assert open_library([own.folder]).municipalities["GM0001"].executive.mayor == "C. Eigen"


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("[bibliotheek]\nmappen = weg\n", "deze gedeelde map is niet bereikbaar"),
        ("[huisstijl]\nnaam = onbestaand\n", "[huisstijl] naam: “onbestaand” bestaat niet"),
        ("[wie]\ngemeente = GM9999\n", "[wie] gemeente: “GM9999” is geen cbs-code"),
        ("[wie\n", "dit is geen regel"),
    ],
)
def test_what_is_wrong_is_told_and_stops_nobody(presets: Path, text: str, told: str) -> None:
    presets.write_text(text, encoding="utf-8")
    library = open_library()
    (problem,) = library.problems
    assert told in str(problem)
    assert library.snippets
    assert library.default_house_style in library.house_styles


def test_a_file_that_is_no_text_sets_nothing(presets: Path) -> None:
    presets.write_bytes(b"\xff\xfe[\0w\0")
    (problem,) = organisation().problems
    assert "geen UTF-8" in str(problem)
