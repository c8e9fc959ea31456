"""Letters that are double-clicked open with this program, for one user, and no longer when that is taken back."""

import configparser
import shutil
import subprocess
import sys
from pathlib import Path
from xml.etree import ElementTree

import pytest

from composer import paths
from composer.domain.errors import ComposerError
from composer.library.letters import SUFFIX
from composer.work.program import association, desktop, registry

LINUX = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="een bureaublad van Linux")
WINDOWS = pytest.mark.skipif(sys.platform != "win32", reason="het register van Windows")
AWKWARD = '/opt/mijn map/100% "raad" $HOME `x` \\ brief'
PICTURE = paths.resources() / "beeldmerk" / "raadsbrief.png"


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The user's own folder of programs."""
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "eigen"))
    return tmp_path / "eigen"


@LINUX
def test_letters_open_with_this_program_until_that_is_taken_back(home: Path) -> None:
    assert not association.associated()
    assert SUFFIX in association.associate()
    assert association.associated()
    assert sorted(path.name for path in home.rglob("raadsbrief.*")) == [
        "raadsbrief.desktop",
        "raadsbrief.png",
        "raadsbrief.xml",
    ]
    association.dissociate()
    assert not association.associated()
    assert not list(home.rglob("raadsbrief.*"))


@LINUX
def test_taking_back_what_is_not_there_does_nothing(home: Path) -> None:
    assert SUFFIX in association.dissociate()
    assert not home.exists()


@LINUX
def test_a_program_that_has_moved_is_no_longer_the_one_that_opens_letters(home: Path) -> None:
    desktop.write(("/oude/map/raadsbrief",), PICTURE)
    assert not association.associated()
    association.associate()
    assert association.associated()


@LINUX
def test_a_folder_that_cannot_be_written_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "bestand").touch()
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "bestand"))
    with pytest.raises(ComposerError):
        association.associate()


@LINUX
def test_a_desktop_starts_the_program_whatever_its_folder_is_called() -> None:
    """Exec is a string of a key file, in it words quoted as for a shell; %% is a percent (Desktop Entry Specification)."""
    entry = configparser.RawConfigParser()
    entry.optionxform = str  # pyright: ignore[reportAttributeAccessIssue]
    entry.read_string(desktop.program_entry((AWKWARD, "-m", "composer")))
    start = entry["Desktop Entry"]["Exec"].replace("\\\\", "\\")
    said = subprocess.run(["sh", "-c", f"printf '%s\\n' {start}"], capture_output=True, text=True, check=True).stdout
    assert said.replace("%%", "%").splitlines() == [AWKWARD, "-m", "composer", "%f"]


def test_a_desktop_knows_a_letter_by_its_name() -> None:
    kind = ElementTree.fromstring(desktop.kind_entry())[0]
    names = "{http://www.freedesktop.org/standards/shared-mime-info}"
    globs = [found.get("pattern") for found in kind.iter(f"{names}glob")]
    assert (kind.get("type"), globs) == (desktop.KIND, [f"*{SUFFIX}"])


@LINUX
@pytest.mark.skipif(not shutil.which("desktop-file-validate"), reason="desktop-file-utils is hier niet")
def test_the_desktops_own_judge_approves(home: Path) -> None:
    desktop.write((AWKWARD,), PICTURE)
    command = ["desktop-file-validate", str(home / desktop.PROGRAM)]
    assert subprocess.run(command, capture_output=True, text=True, check=False).stdout == ""


def test_windows_gets_one_command_with_every_path_in_quotation_marks() -> None:
    values = dict(association.registry_values((r"D:\Mijn map\raadsbrief.exe",), Path("beeld.ico")))
    assert values[SUFFIX] == association.KIND
    assert values[rf"{association.KIND}\shell\open\command"] == r'"D:\Mijn map\raadsbrief.exe" "%1"'
    assert values[rf"{association.KIND}\DefaultIcon"] == '"beeld.ico"'
    source = dict(association.registry_values((r"C:\Python\python.exe", "-m", "composer"), Path("beeld.ico")))
    assert source[rf"{association.KIND}\shell\open\command"] == r'"C:\Python\python.exe" -m "composer" "%1"'


@pytest.fixture
def keys(monkeypatch: pytest.MonkeyPatch) -> None:
    """A part of the registry of the tests' own."""
    monkeypatch.setattr(registry, "CLASSES", r"Software\RaadsbriefProef\Classes")


@WINDOWS
@pytest.mark.usefixtures("keys")
def test_windows_opens_letters_with_this_program_until_that_is_taken_back() -> None:
    assert not association.associated()
    association.associate()
    assert association.associated()
    association.dissociate()
    assert not association.associated()
    assert registry.read(SUFFIX) is None
    assert registry.read(rf"{association.KIND}\shell\open\command") is None


@WINDOWS
@pytest.mark.usefixtures("keys")
def test_letters_that_meanwhile_belong_to_another_program_stay_with_it() -> None:
    association.associate()
    registry.write(((SUFFIX, "Ander.Programma"),))
    association.dissociate()
    assert registry.read(SUFFIX) == "Ander.Programma"
    registry.remove(SUFFIX, "Ander.Programma")
    assert registry.read(SUFFIX) is None
